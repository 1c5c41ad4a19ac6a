/** The register as officers and volunteers read it: what each code leads to, where it hangs, how often it is opened. */
import type { Link, LinkAction, LinkSummary, LinkTarget } from '../../shared/links.ts'
import { type Html, html } from '../platform/http/index.ts'
import { renderQr } from './sheets.ts'

/** What a target is called; null: it leads nowhere any more. */
export type SayTarget = (target: LinkTarget | null) => string | null

export const LINK_ACTIONS: Record<LinkAction, string> = {
  created: 'Lập mã',
  moved: 'Đổi nơi dẫn tới',
  retired: 'Thôi dùng',
  restored: 'Dùng lại',
}
const NOWHERE = 'không dẫn tới đâu'

export function renderRegister(links: readonly LinkSummary[], say: SayTarget): Html {
  return html`<header class="mast"><p>Trang cán bộ</p><h1>Mã QR của phường</h1></header>
<main>
<p>Mã đã in thì không đổi, không xóa. Nơi mã dẫn tới thì đổi được, và đổi là có hiệu lực ngay. Lập, đổi, thôi dùng: <strong>npm run qr</strong> (xem docs/guides/ma-qr.md).</p>
<p><a class="action" href="/can-bo/ma-qr/to-in">In tất cả, sáu mã một tờ A4</a></p>
<p>Số lượt mở là số lần mở trong 30 ngày, không phải số người; số mới có sau vài giây.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Danh sách mã"><table><thead><tr><th scope="col">Mã</th><th scope="col">In kèm mã</th><th scope="col">Dẫn tới</th><th scope="col">Nơi treo</th><th scope="col">Lượt mở</th></tr></thead>
<tbody>${links.map(link => renderRow(link, say))}</tbody></table></div>
</main>`
}

function renderRow({ code, title, isRetired, target, places, opened }: LinkSummary, say: SayTarget): Html {
  const where = say(target)
  return html`<tr><th scope="row"><a class="code" href="/can-bo/ma-qr/${code}">${code}</a></th><td>${title}</td>
<td>${isRetired ? html`<span class="state state-off">Thôi dùng</span>${where && html`, chỉ sang ${where}`}` : (where ?? html`<span class="state state-red">${NOWHERE}</span>`)}</td>
<td>${places}</td><td>${opened}</td></tr>`
}

export function renderLink(link: Link, say: SayTarget): Html {
  const { code, title, address, isRetired, target, places, history, days } = link
  const placeName = (number: number | null): string =>
    number === null ? 'không rõ nơi' : `${number} · ${places.find(place => place.number === number)?.name ?? ''}`
  return html`<header class="mast"><p><a href="/can-bo/ma-qr">Mã QR của phường</a></p><h1>${title}</h1></header>
<main>
${isRetired ? html`<p class="check">Mã này đã thôi dùng.</p>` : html`<div class="code-picture">${renderQr(link)}</div>`}
<p>Mã <span class="code">${code}</span>: ${address}</p>
<p>${isRetired ? 'Người quét được chỉ sang' : 'Dẫn tới'}: ${say(target) ?? NOWHERE}</p>
${
  !isRetired &&
  html`<ul class="rows"><li><a href="/can-bo/ma-qr/${code}/to-in"><strong>In tờ lớn</strong><span>Một tờ A4 cho mỗi nơi treo</span></a></li>
<li><a href="/q/${code}.svg"><strong>Tải hình SVG</strong><span>Phóng to bao nhiêu cũng nét, để đưa vào áp phích</span></a></li>
<li><a href="/q/${code}.png"><strong>Tải hình PNG</strong><span>Để dán vào văn bản, tin nhắn</span></a></li></ul>`
}
<h2>Nơi treo</h2>
${places.length === 0 ? html`<p>Chưa ghi nơi nào. Ghi bằng: npm run qr -- place ${code} --name "Bảng tin tổ 12"</p>` : html`<ul class="papers">${places.map(place => html`<li><strong>${place.number} · ${place.name}</strong><span>${place.takenDownAt ? `Đã gỡ ngày ${day(place.takenDownAt)}` : `Treo từ ngày ${day(place.putUpAt)}`} · ${place.opened} lượt mở trong 30 ngày</span><span>${place.address}</span></li>`)}</ul>`}
<h2>Lượt mở theo ngày</h2>
${days.length === 0 ? html`<p>Chưa ai mở trong 90 ngày qua.</p>` : html`<table><thead><tr><th scope="col">Ngày</th><th scope="col">Nơi</th><th scope="col">Lượt</th></tr></thead><tbody>${days.map(one => html`<tr><th scope="row">${one.day.split('-').reverse().join('/')}</th><td>${placeName(one.place)}</td><td>${one.opened}</td></tr>`)}</tbody></table>`}
<h2>Lịch sử</h2>
<ul class="papers">${history.map(change => html`<li><strong>${LINK_ACTIONS[change.action]}</strong><span>${change.at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}, ${change.by}</span><span>${change.from && html`Từ ${say(change.from) ?? NOWHERE}. `}${change.to && html`Tới ${say(change.to) ?? NOWHERE}. `}Lý do: ${change.why}</span></li>`)}</ul>
</main>`
}

function day(moment: Date): string {
  return moment.toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })
}
