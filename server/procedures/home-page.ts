/** The ward's front page without script: what people come for most, every guide on its shelf, and where the office is. */
import { categories } from '../../shared/content/index.ts'
import type { Topic } from '../../shared/procedures.ts'
import type { Config } from '../config.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import { type Html, html } from '../platform/http/index.ts'
import { renderDaysOff, renderHours } from './opening-hours.ts'

const MOST_ASKED = 8

/** @param topics in the order in which they are asked for */
export function renderHome(
  served: ServedWard,
  topics: Topic[],
  { config, now }: { config: Pick<Config, 'zalo' | 'mode'>; now: Date },
): Html {
  const ward = served.profile
  const shelves = categories.map(({ key, title }) => ({
    title,
    key,
    topics: topics.filter(topic => topic.category === key),
  }))
  return html`
<header class="mast"><p>${ward.wardName}</p><h1>Hôm nay bà con cần làm giấy tờ gì?</h1></header>
<main>
${config.mode === 'practice' && html`<p class="check">Đây là bản tập dượt: phường, địa chỉ và số điện thoại đều không có thật.</p>`}
<p><a class="action" href="/app/">Mở bản có tìm kiếm và chữ to</a></p>
<h2>Hay hỏi nhất</h2>
${renderRows(topics.slice(0, MOST_ASKED))}
${config.mode === 'live' && html`<p><a class="action" href="https://zalo.me/${config.zalo.oaId}">Hỏi qua Zalo của phường</a></p>`}
<section class="card"><h2>${ward.officeName}</h2>
<p>${ward.address}</p>
<p>Điện thoại: <a href="tel:${ward.phone.replace(/[^\d+]/g, '')}">${ward.phone}</a></p>
${renderHours(ward.openingHours)}
${renderDaysOff(served, now)}</section>
<h2>Tất cả hướng dẫn</h2>
${shelves.filter(shelf => shelf.topics.length > 0).map(shelf => html`<details><summary>${shelf.title} (${shelf.topics.length})</summary>${renderRows(shelf.topics)}</details>`)}
</main>`
}

function renderRows(topics: Topic[]): Html {
  return html`<ul class="rows">${topics.map(({ key, title, summary }) => html`<li><a href="/thu-tuc/${key}"><strong>${title}</strong><span>${summary}</span></a></li>`)}</ul>`
}
