/** The notice as one A4 sheet for the board of the neighbourhood: a few large words, and a code to scan. */
import { sayExpiry } from './page.ts'
import { type Fact, factsOf, type NoticeSheet, shorten, urgencyWords } from './sheet.ts'

export interface NoticePoster {
  wardName: string
  sender: string
  /** "THÔNG BÁO", "KHẨN CẤP", "ĐÍNH CHÍNH". */
  heading: string
  title: string
  /** Day, time and place: readable from two metres. */
  large: Fact[]
  /** The rest of the facts. */
  small: Fact[]
  text: string
  /** The text is longer than the sheet; the page has all of it. */
  isTextCut: boolean
  /** What the square code holds; it never changes. */
  qrUrl: string
  /** The same for somebody who types: without `https://`. */
  typedUrl: string
  code: string
  /** "Gỡ tờ này sau hết ngày 06/12/2026." */
  takeDown: string
  changes: { label: string; before: string; after: string }[]
}

const MOST_OF_TEXT = 520
const LARGE = new Set<Fact['field']>(['day', 'time', 'place'])

/** @param qrUrl the page's address as a poster carries it */
export function composePoster(sheet: NoticeSheet, qrUrl: string): NoticePoster {
  const facts = factsOf(sheet)
  const what = shorten(sheet.fields.what, MOST_OF_TEXT)
  return {
    wardName: sheet.wardName,
    sender: sheet.sender,
    heading: sheet.corrects ? 'ĐÍNH CHÍNH' : (urgencyWords(sheet.urgency) ?? 'THÔNG BÁO'),
    title: sheet.fields.title,
    large: facts.filter(({ field }) => LARGE.has(field)),
    small: facts.filter(({ field }) => !LARGE.has(field)),
    text: what.text,
    isTextCut: !what.isWhole,
    qrUrl,
    typedUrl: sheet.url.replace(/^https?:\/\//, ''),
    code: sheet.code,
    takeDown: `Tờ này hết hiệu lực sau ${sayExpiry(sheet.expiresAt)}; xin gỡ xuống.`,
    changes: [...(sheet.corrects?.changes ?? [])],
  }
}
