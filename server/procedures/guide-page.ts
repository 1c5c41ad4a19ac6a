/** One guide on one page: papers first, then how, where, how long, what it costs, and what it rests on. */
import {
  localFormLines,
  localLines,
  type Office,
  officeOf,
  trustLine,
  withheldLines,
} from '../../shared/answers/index.ts'
import type { WardProfile } from '../../shared/areas.ts'
import { belowLines, feeLines } from '../../shared/local-parts/index.ts'
import type {
  Channel,
  Fee,
  LegalBasis,
  ProcedureCase,
  PublishedTopic,
  RequiredDocument,
  Topic,
} from '../../shared/procedures.ts'
import { type Html, html } from '../platform/http/index.ts'

const CHANNEL: Record<Channel['type'], string> = {
  in_person: 'Nộp trực tiếp',
  online: 'Nộp qua mạng',
  post: 'Gửi bưu điện',
}
const ROLE: Record<RequiredDocument['role'], string> = {
  form: 'Điền theo mẫu',
  submit: 'Nộp lại',
  present: 'Mang bản chính để đối chiếu, được mang về',
}

export function renderGuide(
  { topic, revision, publishedAt }: PublishedTopic,
  { ward, url, titles, today }: { ward: WardProfile; url: string; titles: ReadonlyMap<string, string>; today: string },
): Html {
  const office = officeOf(topic, ward)
  const withheld = withheldLines({ topic, office, today })
  if (withheld.length > 0)
    return html`
<header class="mast"><p><a href="/">${ward.wardName}</a></p><h1>${topic.title}</h1></header>
<main>${withheld.map(line => html`<p class="check">${line}</p>`)}</main>`
  return html`
<header class="mast"><p><a href="/">${ward.wardName}</a></p><h1>${topic.title}</h1><p>${topic.summary}</p></header>
<main>
${trustLine({ topic, ward, office, today }).map(line => html`<p class="check">${line}</p>`)}
${topic.scheduledChanges.map(change => html`<p class="check">Từ ${date(change.date)}: ${change.text}</p>`)}
${topic.cases.length > 0 && html`<section class="card"><h2>Giấy tờ cần có</h2>${topic.cases.map(renderCase)}${localFormLines(topic).map(line => html`<p>${line}</p>`)}</section>`}
${topic.steps.length > 0 && html`<section class="card"><h2>Các bước</h2><ol>${topic.steps.map(step => html`<li><strong>${step.title}</strong><br>${step.text}</li>`)}</ol></section>`}
<section class="card"><h2>Làm ở đâu</h2>${renderPlace(topic, office)}${renderPolice(topic, ward)}</section>
${renderLocalFee(topic)}${renderChannels(topic)}
${list('Ai được làm, khi nào', topic.eligibility)}
${list('Nên biết', topic.advice)}
${list(
  'Chỗ các nguồn nói khác nhau, nên hỏi trước',
  topic.disagreements.map(({ text }) => text),
)}
${list('Kết quả nhận được', topic.results)}
${topic.legalBases.length > 0 && html`<section class="card"><h2>Căn cứ pháp lý</h2><ul>${topic.legalBases.map(renderLaw)}</ul></section>`}
${renderConfusable(topic, titles)}
<footer><p>Nguồn: ${topic.sources.map(({ name, asOf }) => (asOf ? `${name} (${date(asOf)})` : name)).join('; ')}.</p>
${topic.procedures.map(procedure => html`<p>Mã ${procedure.code}: ${procedure.name}${procedure.decision && html`, công bố tại ${procedure.decision.number}`}${procedure.status === 'superseded' && html`, đã thay bằng ${procedure.supersededBy.join(', ')}`}.</p>`)}
<p>Phiên bản ${revision}, đăng ngày ${publishedAt.toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}.</p>
<p>${url}</p>
<p><a href="/app/thu-tuc/${topic.key}">Mở bản có tìm kiếm và chữ to</a></p></footer>
</main>`
}

function renderCase(variant: ProcedureCase, _index: number, all: ProcedureCase[]): Html {
  return html`${all.length > 1 && html`<h3>${variant.label}</h3>`}<ul class="papers">${variant.documents.map(renderDocument)}</ul>`
}

function renderDocument(document: RequiredDocument): Html {
  const counts = [
    document.originals && `${document.originals} ${document.role === 'form' ? 'bản' : 'bản chính'}`,
    document.copies && `${document.copies} bản sao`,
  ]
    .filter(Boolean)
    .join(', ')
  return html`<li><strong>${document.name}</strong>${document.form?.number && html` (mẫu ${document.form.number})`}
<span>${ROLE[document.role]}${counts && html` · ${counts}`}${document.condition && html` · Khi ${document.condition}`}</span>${document.note && html`<span>${document.note}</span>`}</li>`
}

/** Before the national record's: what people pay here. */
function renderLocalFee(topic: Topic): Html | null {
  const fee = topic.local?.fee
  if (!fee) return null
  return html`<section class="card"><h2>Lệ phí tại ${fee.area}</h2><ul>${feeLines(fee).map(line => html`<li>${line}</li>`)}</ul>
${localLines(topic, ['fee']).map(line => html`<p>${line}</p>`)}</section>`
}

function renderPlace(topic: Topic, { name, address, phone, hours, local }: Office): Html {
  const isElsewhere = topic.authority.kind === 'elsewhere'
  return html`<p>${isElsewhere ? html`Việc này làm ở <strong>${name}</strong>.` : html`<strong>${name}</strong>`}</p>
${topic.authority.howToReach && html`<p>${topic.authority.howToReach}</p>`}
${topic.authority.whichOffice && html`<p>${topic.authority.whichOffice}</p>`}
${address && html`<p>${address}</p>`}
<p>${isElsewhere ? 'Hỏi thêm phường' : 'Điện thoại'}: <a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a></p>
${[...hours, ...local, ...(topic.local?.below.flatMap(belowLines) ?? [])].map(line => html`<p>${line}</p>`)}`
}

/** The ward's own card names its police too. */
function renderPolice({ kind, steps }: Topic, { police }: WardProfile): Html | null {
  if (kind !== 'information' || steps.length > 0 || !police) return null
  return html`<p><strong>${police.name}</strong></p><p>${police.address}</p><p>Điện thoại: <a href="tel:${police.phone.replace(/[^\d+]/g, '')}">${police.phone}</a></p>`
}

function renderChannels({ channels, procedures, local }: Topic): Html | null {
  if (channels.length === 0) return null
  const nameOf = (code: string | null): string | undefined =>
    procedures.length > 1 ? procedures.find(procedure => procedure.code === code)?.name : undefined
  return html`<section class="card"><h2>Cách nộp, thời hạn, lệ phí</h2>${channels.map(channel => renderChannel(channel, nameOf(channel.procedure), Boolean(local?.fee)))}
<p>Ngày trả là dự kiến; ngày chính thức ghi trên giấy hẹn.</p></section>`
}

function renderChannel(channel: Channel, procedureName: string | undefined, hasLocalFee: boolean): Html {
  return html`<h3>${CHANNEL[channel.type]}${procedureName && html`: ${procedureName}`}</h3><ul>
<li>Thời hạn: ${channel.timeLimit?.text ?? 'nguồn không ghi'}</li>
${renderFees(channel.fees, hasLocalFee)}
${channel.note && html`<li>${channel.note}</li>`}</ul>`
}

/** An amount that another one stands for here is named as what the national record has. */
function renderFees(fees: Fee[], hasLocalFee: boolean): Html | Html[] | null {
  if (hasLocalFee)
    return fees.some(({ amount }) => amount !== null)
      ? html`<li>Mức trong hồ sơ quốc gia: ${fees
          .filter(({ amount }) => amount !== null)
          .map(fee => `${fee.name} ${feeAmount(fee)}`)
          .join('; ')}</li>`
      : null
  return fees.length === 0 ? html`<li>Lệ phí: nguồn không ghi, xin hỏi phường</li>` : fees.map(renderFee)
}

function renderFee(fee: Fee): Html {
  return html`<li>${fee.name}: ${feeAmount(fee)}${fee.text && html`. ${fee.text}`}
${fee.reliefs.map(relief => html`<br>${relief.percent === 100 ? 'Không thu' : `Giảm ${relief.percent}%`} từ ${date(relief.from)} đến hết ${date(relief.until)}${relief.condition && html`, khi ${relief.condition}`} (${relief.law})`)}</li>`
}

function feeAmount(fee: Fee): string {
  if (fee.amount === null) return fee.text ? '' : 'nguồn không ghi, xin hỏi phường'
  if (fee.amount === 0) return 'không thu'
  return `${fee.amount.toLocaleString('vi-VN')} đồng${fee.per ? ` một ${fee.per}` : ''}`
}

function renderLaw(law: LegalBasis): Html {
  return html`<li>${law.url ? html`<a href="${law.url}">${law.number}</a>` : law.number}: ${law.title}${law.effectiveUntil && html` (hết hiệu lực từ ${date(law.effectiveUntil)})`}</li>`
}

function renderConfusable({ confusableWith }: Topic, titles: ReadonlyMap<string, string>): Html | null {
  const known = confusableWith.filter(({ topic }) => titles.has(topic))
  if (known.length === 0) return null
  return html`<section class="card"><h2>Hay nhầm với</h2><ul>${known.map(({ topic, difference }) => html`<li><a href="/thu-tuc/${topic}">${titles.get(topic)}</a>: ${difference}</li>`)}</ul></section>`
}

function list(title: string, items: string[]): Html | null {
  return items.length > 0
    ? html`<section class="card"><h2>${title}</h2><ul>${items.map(item => html`<li>${item}</li>`)}</ul></section>`
    : null
}

function date(iso: string): string {
  return iso.split('-').reverse().join('/')
}
