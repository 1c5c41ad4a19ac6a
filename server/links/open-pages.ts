/** Pages for whoever scanned a code that does not simply lead on: each says what to do now, and whom to call. */
import type { WardProfile } from '../../shared/areas.ts'
import { type Html, html } from '../platform/http/index.ts'
import type { StoredLink } from '../platform/links/index.ts'
import type { Destination } from './destinations.ts'

/** Of what somebody spelled, no more is said back to them than a code could be long. */
const SAID_BACK = 20

/** Inside Zalo: into the ward's Mini App, or on in the browser that Zalo has opened. */
export function renderOffer(
  ward: WardProfile,
  { title, url, inZalo }: { title: string; url: string; inZalo: string },
): Html {
  return html`${mast(ward, title)}<main>
<p><a class="action wide" href="${inZalo}">Mở trong Zalo</a></p>
<p><a class="action wide plain" href="${url}">Xem trên trang web</a></p>
<p>Nút trên không mở được thì bấm nút dưới.</p></main>`
}

/** A code that was retired, or whose guide was withdrawn. */
export function renderEnded(
  ward: WardProfile,
  { link, instead }: { link: StoredLink; instead: Destination | null },
): Html {
  const day = link.changedAt.toLocaleDateString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })
  return html`${mast(ward, link.title)}<main>
<p class="check">${link.isRetired ? `Mã này thôi dùng từ ngày ${day}.` : 'Hướng dẫn của mã này đã được gỡ xuống.'} Bà con không làm gì sai.</p>
${instead && html`<h2>Bây giờ xem ở đây</h2><p><a class="action wide" href="${instead.url}">Mở ${instead.words}</a></p>`}
${whereNow(ward)}</main>`
}

export function renderUnknown(
  ward: WardProfile,
  { spelled, near }: { spelled: string; near: readonly StoredLink[] },
): Html {
  return html`${mast(ward, 'Không có mã này')}<main>
<p>Phường không có mã <strong>${spelled.slice(0, SAID_BACK)}</strong>. Có thể gõ thiếu hoặc nhầm một chữ.</p>
${near.length > 0 && html`<h2>Có phải mã này không?</h2><ul class="rows">${near.map(({ code, title }) => html`<li><a href="/q/${code}"><strong>${title}</strong><span>Mã ${code}</span></a></li>`)}</ul>`}
${box()}
<p class="check">Mã in trên giấy lạ, không có tên phường: đừng chuyển tiền, đừng gõ số căn cước hay mật khẩu; gọi hỏi phường trước.</p>
${whereNow(ward)}</main>`
}

export function renderAsk(ward: WardProfile): Html {
  return html`${mast(ward, 'Gõ mã in dưới hình')}<main>
<p>Máy không quét được thì gõ sáu chữ và số in dưới hình vuông. Chữ hoa hay chữ thường đều được.</p>
${box()}${whereNow(ward)}</main>`
}

function box(): Html {
  return html`<form class="card ask" method="get" action="/q"><label for="ma">Mã in dưới hình</label>
<input id="ma" name="ma" maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
<button class="action" type="submit">Mở</button></form>`
}

function whereNow(ward: WardProfile): Html {
  return html`<h2>Tìm việc cần làm</h2>
<ul class="rows"><li><a href="/app/tim"><strong>Mở ô tìm kiếm</strong><span>Gõ không dấu cũng được</span></a></li>
<li><a href="/"><strong>Xem tất cả hướng dẫn</strong><span>Chia theo từng việc</span></a></li></ul>
<section class="card"><h2>${ward.officeName}</h2><p>${ward.address}</p>
<p>Điện thoại: <a href="tel:${ward.phone.replace(/[^\d+]/g, '')}">${ward.phone}</a></p></section>`
}

function mast(ward: WardProfile, title: string): Html {
  return html`<header class="mast"><p><a href="/">${ward.wardName}</a></p><h1>${title}</h1></header>`
}
