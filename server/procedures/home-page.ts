/** The ward's front page without script: where the office is, what can be done, one row a thing. */
import type { WardProfile } from '../../shared/areas.ts'
import type { Topic } from '../../shared/procedures.ts'
import type { Config } from '../config.ts'
import { type Html, html } from '../platform/http/index.ts'
import { renderHours } from './opening-hours.ts'

export function renderHome(ward: WardProfile, topics: Topic[], config: Pick<Config, 'zalo' | 'mode'>): Html {
  return html`
<header class="mast"><p>${ward.wardName}</p><h1>Hôm nay bà con cần làm giấy tờ gì?</h1></header>
<main>
${config.mode === 'practice' && html`<p class="check">Đây là bản tập dượt: phường, địa chỉ và số điện thoại đều không có thật.</p>`}
<ul class="rows">${topics.map(topic => html`<li><a href="/thu-tuc/${topic.key}"><strong>${topic.title}</strong><span>${topic.summary}</span></a></li>`)}</ul>
${config.mode === 'live' && html`<p><a class="action" href="https://zalo.me/${config.zalo.oaId}">Hỏi qua Zalo của phường</a></p>`}
<section class="card"><h2>${ward.officeName}</h2>
<p>${ward.address}</p>
<p>Điện thoại: <a href="tel:${ward.phone.replace(/[^\d+]/g, '')}">${ward.phone}</a></p>
${renderHours(ward.openingHours)}</section>
</main>`
}
