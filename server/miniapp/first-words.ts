/**
 * What stands on the page until the program runs, in the program's own dress: on a slow network one can read, and go on,
 * seconds earlier. Without script it leads to the plain pages.
 */
import { officeOf, trustLine } from '../../shared/answers/index.ts'
import type { Topic } from '../../shared/procedures.ts'
import type { TopicRow } from '../../shared/topic-index.ts'
import type { WardCard } from '../../shared/ward.ts'
import { type Html, html } from '../platform/http/index.ts'

export function homeWords(ward: WardCard, popular: readonly TopicRow[]): Html {
  return html`<header class="mast"><div class="mast-body"><div class="mast-top"><p class="mast-ward">${ward.wardName}</p></div>
<h1>Hôm nay bà con cần làm giấy tờ gì?</h1><div class="search-box"><p class="first-box">Đang mở ô tìm kiếm…</p></div>
<p class="mast-hint">Gõ không dấu cũng được.</p></div></header>
<main class="page">${withoutScript('/')}
${ward.isPractice && notice('Đây là bản tập dượt: phường, địa chỉ và số điện thoại đều không có thật.')}
<h2 class="section-title">Hay hỏi nhất</h2><ul class="rows">${popular.map(({ key, title }) => html`<li><a class="row" href="/app/thu-tuc/${key}"><span class="row-words"><strong>${title}</strong></span></a></li>`)}</ul></main>`
}

export function guideWords(ward: WardCard, topic: Topic): Html {
  return html`${bar(ward)}<main class="page">${withoutScript(`/thu-tuc/${topic.key}`)}
<h1 class="page-title">${topic.title}</h1><p class="guide-summary">${topic.summary}</p>
${trustLine({ topic, ward, office: officeOf(topic, ward) }).map(notice)}</main>`
}

export function otherWords(ward: WardCard): Html {
  return html`${bar(ward)}<main class="page">${withoutScript('/')}<p class="loading">Đang mở…</p></main>`
}

function bar(ward: WardCard): Html {
  return html`<header class="header"><div class="header-row"><p class="header-title">${ward.wardName}</p></div></header>`
}

function notice(text: string): Html {
  return html`<div class="notice notice-check"><div>${text}</div></div>`
}

function withoutScript(address: string): Html {
  return html`<noscript><p><a href="${address}">Mở bản không cần chạy chương trình</a></p></noscript>`
}
