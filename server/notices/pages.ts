/** Notices as plain pages: for any browser, for the printer, and for whoever reads them out. */
import { toString as toQr } from 'qrcode'
import {
  composeLoudspeaker,
  composePoster,
  type NoticeFile,
  noticePath,
  type PublicNotice,
} from '../../shared/notices/index.ts'
import { Html, html } from '../platform/http/index.ts'
import { toPage } from './feeds.ts'

const lower = (code: string): string => noticePath(code)

export function renderNotice(notice: PublicNotice): Html {
  const page = toPage(notice)
  const path = lower(notice.code)
  return html`
<header class="mast"><p><a href="/">${page.wardName}</a></p>${page.badge && html`<p class="badge ${page.urgency}">${page.badge}</p>`}<h1>${page.title}</h1>
<p>${page.sender}</p></header>
<main>
${notice.isCancelled && html`<p class="check">Tin này đã hủy. Bà con không làm theo nữa.</p>`}
${notice.correctedBy && html`<p class="check">Tin này đã có đính chính: <a href="${lower(notice.correctedBy.code)}">xem bản mới, mã ${notice.correctedBy.code}</a>.</p>`}
${notice.isExpired && html`<p class="check">Tin này đã hết hạn.</p>`}
${notice.corrects && renderDifference(notice.corrects)}
<section class="card"><dl class="facts">${page.facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
${page.paragraphs.map(paragraph => html`<p>${paragraph}</p>`)}</section>
${notice.files.map(renderFile)}
<ul class="rows">
${page.event && html`<li><a href="${path}/lich.ics"><strong>Thêm vào lịch</strong>Lưu ngày giờ vào điện thoại</a></li>`}
<li><a href="${path}/to-roi"><strong>Bản in A4</strong>Dán ở bảng tin, nhà văn hóa</a></li>
<li><a href="${path}/loa"><strong>Lời đọc loa</strong>Số, ngày giờ đã viết thành chữ</a></li>
</ul>
<footer><p>Gửi cho: ${notice.areaNames.join(', ')}. ${page.validity}</p><p>Mã tin ${notice.code}. Muốn biết tin có thật không, nhắn mã này cho Zalo của phường.</p></footer>
</main>`
}

function renderDifference({ code, changes }: NonNullable<PublicNotice['corrects']>): Html {
  return html`<section class="card"><h2>Đính chính</h2><p>Sửa lại <a href="${lower(code)}">tin trước, mã ${code}</a>:</p>
<dl class="facts">${changes.map(({ label, before, after }) => html`<dt>${label}</dt><dd><del>${before}</del><br><ins>${after}</ins></dd>`)}</dl></section>`
}

function renderFile({ kind, url, name, alt }: NoticeFile): Html {
  return kind === 'picture'
    ? html`<figure class="card"><img src="${url}" alt="${alt || name}"></figure>`
    : html`<p><a class="action" href="${url}">Mở tệp: ${name}</a></p>`
}

export async function renderPoster(notice: PublicNotice): Promise<Html> {
  const poster = composePoster(
    { ...notice, corrects: notice.corrects },
    `${new URL(notice.url).origin}${noticePath(notice.code, 'poster')}`,
  )
  const qr = await toQr(poster.qrUrl, { type: 'svg', errorCorrectionLevel: 'H', margin: 2 })
  return html`<main class="poster">
<p class="poster-ward">${poster.wardName}</p><p class="poster-heading">${poster.heading}</p><h1>${poster.title}</h1>
${poster.changes.map(({ label, before, after }) => html`<p class="poster-change">${label}: <del>${before}</del> → <strong>${after}</strong></p>`)}
<dl class="poster-large">${poster.large.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<dl class="facts">${poster.small.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
<p>${poster.text}${poster.isTextCut && ' …'}</p>
<div class="poster-foot"><div class="poster-qr">${new Html(qr)}</div>
<div><p><strong>${poster.sender}</strong></p><p>Quét mã để xem tin, hoặc gõ ${poster.typedUrl}</p><p>Mã tin ${poster.code}</p><p>${poster.takeDown}</p></div></div>
</main>`
}

export function renderLoudspeaker(notice: PublicNotice): Html {
  const script = composeLoudspeaker({ ...notice, corrects: notice.corrects })
  const minutes = Math.max(1, Math.round(script.seconds / 60))
  return html`<header class="mast"><p><a href="${lower(notice.code)}">Về trang tin</a></p><h1>Lời đọc loa</h1><p>Đọc chậm, rõ: khoảng ${minutes} phút.</p></header>
<main><ol class="card script">${script.lines.map(({ words, isTwice }) => html`<li>${words}${isTwice && html` <strong>(đọc hai lần)</strong>`}</li>`)}</ol></main>`
}

export function renderList(
  notices: readonly PublicNotice[],
  { areaName, wardName, base }: { areaName: string; wardName: string; base: string },
): Html {
  return html`<header class="mast"><p><a href="/">${wardName}</a></p><h1>Thông báo · ${areaName}</h1></header><main>
${notices.length === 0 ? html`<p class="card">Hiện không có thông báo nào.</p>` : html`<ul class="rows">${notices.map(renderRow)}</ul>`}
<p><a href="${base}/lich.ics">Lịch (.ics)</a> · <a href="${base}/rss.xml">RSS</a></p></main>`
}

function renderRow(notice: PublicNotice): Html {
  const page = toPage(notice)
  const facts = page.facts.filter(({ field }) => field === 'day' || field === 'time' || field === 'place')
  return html`<li><a href="${lower(notice.code)}"><strong>${page.badge && `${page.badge}: `}${page.title}</strong>${facts.map(({ value }) => value).join(' · ')}</a></li>`
}

export function renderUnknown(wardName: string, phone: string): Html {
  return html`<header class="mast"><p><a href="/">${wardName}</a></p><h1>Không có tin mang mã này</h1></header><main>
<p class="check">Có thể gõ nhầm mã, tin đã hết hạn và đã xóa, hoặc đây là tin giả. Đừng chuyển tiền, đừng bấm đường dẫn lạ.</p>
<p>Gọi phường hỏi lại: <a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a></p></main>`
}
