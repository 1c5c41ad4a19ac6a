/** For a ward whose OA may not reply by machine: texts to paste into the OA's own auto-reply and menu. */
import type { WardProfile } from '../../shared/areas.ts'
import type { Topic } from '../../shared/procedures.ts'
import { type Html, html } from '../platform/http/index.ts'

/** The OA's menu holds few entries; these are what most people come for. */
const MENU_SIZE = 5

export function renderOaTexts(ward: WardProfile, topics: Topic[], publicUrl: string): Html {
  const menu = topics.filter(topic => topic.kind === 'procedure').slice(0, MENU_SIZE)
  const autoReply = [
    `${ward.officeName} xin chào. Hướng dẫn giấy tờ cho từng việc có tại: ${publicUrl}`,
    `Cần gặp người, xin gọi ${ward.phone} trong giờ làm việc.`,
    'Xin đừng gửi số căn cước, số tài khoản qua tin nhắn.',
  ].join('\n')
  return html`<main><h1>Văn bản dán vào Zalo OA</h1>
<p>Dùng khi Zalo OA của phường chưa được trả lời bằng máy. Mở oa.zalo.me, vào phần Tin nhắn tự động và Menu, rồi dán các đoạn dưới đây.</p>
<h2>Tin trả lời tự động</h2><pre class="paste">${autoReply}</pre>
<h2>Menu</h2>
<table><thead><tr><th>Tên mục</th><th>Đường dẫn</th></tr></thead><tbody>
<tr><td>Tất cả hướng dẫn</td><td>${publicUrl}</td></tr>
${menu.map(topic => html`<tr><td>${topic.title}</td><td>${publicUrl}/thu-tuc/${topic.key}</td></tr>`)}
</tbody></table>
<h2>Đường dẫn của từng việc</h2>
<ul>${topics.map(topic => html`<li>${topic.title}: ${publicUrl}/thu-tuc/${topic.key}</li>`)}</ul></main>`
}
