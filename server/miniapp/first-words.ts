/**
 * What stands on the page until the program runs, in the program's own dress: on a slow network one can read, and go on,
 * seconds earlier. Without script it leads to the plain pages.
 */
import { officeOf, trustLine, withheldLines } from '../../shared/answers/index.ts'
import type { Topic } from '../../shared/procedures.ts'
import type { TopicRow } from '../../shared/topic-index.ts'
import { isWithheld } from '../../shared/trust/index.ts'
import type { WardCard } from '../../shared/ward.ts'
import { type Html, html } from '../platform/http/index.ts'

export function homeWords(ward: WardCard, popular: readonly TopicRow[]): Html {
  return html`<header class="mast"><div class="mast-body"><div class="mast-top"><p class="mast-ward">${ward.wardName}</p></div>
<h1>Hôm nay bà con cần làm giấy tờ gì?</h1><div class="search-box"><p class="first-box">Đang mở ô tìm kiếm…</p></div>
<p class="mast-hint">Gõ không dấu cũng được.</p></div></header>
<main class="page">${withoutScript('/')}${whenLate(`Hoặc gọi ${ward.phone}.`)}
${ward.isPractice && notice('Đây là bản tập dượt: phường, địa chỉ và số điện thoại đều không có thật.')}
<h2 class="section-title">Hay hỏi nhất</h2><ul class="rows">${popular.map(({ key, title }) => html`<li><a class="row" href="/app/thu-tuc/${key}"><span class="row-words"><strong>${title}</strong></span></a></li>`)}</ul></main>`
}

export function guideWords(ward: WardCard, topic: Topic, today: string): Html {
  const office = officeOf(topic, ward)
  return html`${bar(ward.wardName)}<main class="page">${withoutScript(`/thu-tuc/${topic.key}`)}${whenLate(`Hoặc gọi ${ward.phone}.`)}
<h1 class="page-title">${topic.title}</h1><p class="guide-summary">${topic.summary}</p>
${[...withheldLines({ topic, office, today }), ...(isWithheld(topic, today) ? [] : trustLine({ topic, ward, office, today }))].map(notice)}</main>`
}

export function otherWords(ward: WardCard): Html {
  return html`${bar(ward.wardName)}<main class="page">${withoutScript('/')}<p class="loading">Đang mở…</p>${whenLate(`Hoặc gọi ${ward.phone}.`)}</main>`
}

/** Where nobody knows yet which ward it is. */
export function anyWords(): Html {
  return html`${bar('Một Cửa')}<main class="page">${withoutScript('/')}<p class="loading">Đang mở…</p>${whenLate('')}</main>`
}

function bar(title: string): Html {
  return html`<header class="header"><div class="header-row"><p class="header-title">${title}</p></div></header>`
}

/** Comes up by itself, without any program, where the program does not come: the network broke off, or the browser is too old. */
function whenLate(more: string): Html {
  return html`<div class="first-late notice notice-check"><div>Trang chưa mở xong. Kiểm tra Wi-Fi hoặc mạng di động rồi <a href="">tải lại</a>, hoặc <a href="/">xem bản đơn giản</a>. ${more}</div></div>`
}

function notice(text: string): Html {
  return html`<div class="notice notice-check"><div>${text}</div></div>`
}

function withoutScript(address: string): Html {
  return html`<noscript><p><a href="${address}">Mở bản không cần chạy chương trình</a></p></noscript>`
}
