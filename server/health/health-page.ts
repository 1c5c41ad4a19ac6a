/** The health report as a page that a volunteer can read out over the phone. */
import type { HealthColour, HealthReport } from '../../shared/health.ts'
import { type Html, html } from '../platform/http/index.ts'

const COLOUR: Record<HealthColour, string> = { green: 'Đang tốt', amber: 'Cần xem', red: 'Đang hỏng', off: 'Đang tắt' }
const ORDER: HealthColour[] = ['red', 'amber', 'off', 'green']

export function renderHealth({ at, mode, items }: HealthReport): Html {
  const sorted = [...items].sort((a, b) => ORDER.indexOf(a.colour) - ORDER.indexOf(b.colour))
  return html`<header class="mast"><p>${mode === 'practice' ? 'Bản tập dượt' : 'Bản chạy thật'}</p><h1>Tình trạng máy</h1></header>
<main>
<p>Lúc ${at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}. Tải lại trang để xem mới.</p>
<table><thead><tr><th scope="col">Phần</th><th scope="col">Tình trạng</th><th scope="col">Việc cần làm</th></tr></thead>
<tbody>${sorted.map(item => html`<tr><th scope="row">${item.name}</th><td><span class="state state-${item.colour}">${COLOUR[item.colour]}</span><br>${item.finding}</td><td>${item.nextStep ?? 'Không cần làm gì.'}</td></tr>`)}</tbody></table>
<p><a href="/can-bo/ma-qr">Mã QR của phường</a> (nơi treo, lượt mở, tờ để in)</p>
<p><a href="/can-bo/van-ban-oa">Văn bản dán vào Zalo OA</a> (tin tự động và menu, khi OA chưa trả lời được bằng máy)</p>
</main>`
}

export function renderSignIn(code: string): Html {
  return html`<main><h1>Vào trang cán bộ</h1><p>Đường dẫn này dùng được một lần. Bấm nút để vào, và ở lại trong 12 giờ trên máy này.</p>
<form method="post" action="/can-bo/vao/${encodeURIComponent(code)}"><button class="action" type="submit">Vào xem tình trạng máy</button></form></main>`
}
