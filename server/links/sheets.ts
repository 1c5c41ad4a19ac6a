/** Codes on paper: one large on an A4, or six small ones to cut out. The ward's domain stands under each. */
import type { WardProfile } from '../../shared/areas.ts'
import { type Html, html, Html as RawHtml } from '../platform/http/index.ts'
import { linesBelow, readSquares, toPath } from '../platform/links/index.ts'

/** One printed copy. */
export interface Copy {
  title: string
  address: string
  /** For whoever hangs it up: its number and where; null: anywhere. */
  place: string | null
}

export interface SheetParts {
  ward: WardProfile
  /** True where nothing is real: such a sheet must not be hung up. */
  isPractice: boolean
}

export type SheetLook = 'poster' | 'cards'

const CARDS_ON_A_SHEET = 6
const LONG_TITLE = 34
const LONG_HOST = 28

export function renderSheets(copies: readonly Copy[], look: SheetLook, parts: SheetParts): Html {
  const pages = look === 'poster' ? copies.map(copy => renderPoster(copy, parts)) : renderCards(copies, parts)
  return html`<main class="sheets"><div class="sheets-bar"><h1>${look === 'poster' ? 'Tờ lớn' : 'Tờ nhiều mã'}: ${copies.length} mã</h1>
<p>Bấm Ctrl và P (hoặc chọn In trong trình duyệt): giấy A4, tỉ lệ 100%, bỏ đầu trang và chân trang. In xong, quét thử một tờ trước khi dán.</p></div>
${pages}</main>`
}

function renderPoster(copy: Copy, { ward, isPractice }: SheetParts): Html {
  const { host, typed } = wordsBelow(copy)
  return html`<section class="sheet poster">
<p class="sheet-ward">${ward.wardName}</p>
<h2 class="${classes('sheet-title', copy.title.length > LONG_TITLE)}">${copy.title}</h2>
<p class="sheet-how">Quét bằng Zalo hoặc máy ảnh của điện thoại</p>
${renderQr(copy)}
<p class="${classes('sheet-host', host.length > LONG_HOST)}">${host}</p>
<p class="sheet-type">Không quét được thì gõ: <strong>${typed}</strong></p>
<p class="sheet-check">Trước khi bấm, xem tên trang có đúng là ${host} không.</p>
${isPractice && practice()}
<p class="sheet-phone">Hỏi phường: ${ward.phone}</p>
<p class="sheet-place">${copy.place ?? ''}</p>
</section>`
}

function renderCards(copies: readonly Copy[], parts: SheetParts): Html[] {
  const sheets: (readonly Copy[])[] = []
  for (let at = 0; at < copies.length; at += CARDS_ON_A_SHEET) sheets.push(copies.slice(at, at + CARDS_ON_A_SHEET))
  return sheets.map(sheet => html`<div class="sheet cards">${sheet.map(copy => renderCard(copy, parts))}</div>`)
}

function renderCard(copy: Copy, { ward, isPractice }: SheetParts): Html {
  const { host, typed } = wordsBelow(copy)
  return html`<section class="sheet-card">
<p class="sheet-ward">${ward.wardName}</p>
<h2 class="${classes('sheet-title', copy.title.length > LONG_TITLE)}">${copy.title}</h2>
${renderQr(copy)}
<p class="${classes('sheet-host', host.length > LONG_HOST)}">${host}</p>
<p class="sheet-type">hoặc gõ <strong>${typed}</strong></p>
<p class="sheet-phone">Hỏi phường: ${ward.phone}</p>
${isPractice && practice()}
${copy.place && html`<p class="sheet-place">${copy.place}</p>`}
</section>`
}

function practice(): Html {
  return html`<p class="sheet-practice">Bản tập dượt: đừng dán ra ngoài</p>`
}

/** The squares alone: the letters below are the page's. */
export function renderQr({ address, title }: Pick<Copy, 'address' | 'title'>): Html {
  const squares = readSquares(address)
  return html`<svg viewBox="0 0 ${squares.side} ${squares.side}" shape-rendering="crispEdges" role="img" aria-label="Mã QR: ${title}, ${address}">
<rect width="${squares.side}" height="${squares.side}" fill="#fff"/>${new RawHtml(`<path d="${toPath(squares)}" fill="#000"/>`)}</svg>`
}

function wordsBelow({ address }: Copy): { host: string; typed: string } {
  const [host, path] = linesBelow(address)
  return { host, typed: host + path }
}

function classes(name: string, isLong: boolean): string {
  return isLong ? `${name} long` : name
}
