/** The notice as a page in the app and on the web. */
import type { NoticeFile, Urgency } from '../fields.ts'
import { kindRules, type NoticeKind } from '../kinds.ts'
import { formatDay, momentsOf } from '../when.ts'
import { type Fact, factsOf, type NoticeSheet, urgencyWords } from './sheet.ts'

export interface NoticePage {
  title: string
  kind: NoticeKind
  kindName: string
  urgency: Urgency
  /** "KHẨN CẤP"; null: ordinary. */
  badge: string | null
  paragraphs: string[]
  facts: Fact[]
  files: readonly NoticeFile[]
  /** Null: no day. */
  event: { start: Date; end: Date; isWholeDay: boolean } | null
  sender: string
  wardName: string
  code: string
  url: string
  /** "Tin có hiệu lực đến hết 06/12/2026." */
  validity: string
  corrects: NoticeSheet['corrects']
}

export function composeNoticePage(sheet: NoticeSheet): NoticePage {
  const { fields, kind, urgency } = sheet
  return {
    title: fields.title,
    kind,
    kindName: kindRules[kind].name,
    urgency,
    badge: urgencyWords(urgency),
    paragraphs: fields.what.split(/\n+/).filter(paragraph => paragraph.trim() !== ''),
    facts: factsOf(sheet),
    files: sheet.files,
    event: momentsOf(fields),
    sender: sheet.sender,
    wardName: sheet.wardName,
    code: sheet.code,
    url: sheet.url,
    validity: `Tin có hiệu lực đến ${sayExpiry(sheet.expiresAt)}.`,
    corrects: sheet.corrects,
  }
}

/** "hết ngày 06/12/2026", "17:00 ngày 06/12/2026". */
export function sayExpiry(expiresAt: Date): string {
  const at = new Date(expiresAt.getTime() + 7 * 3600_000).toISOString()
  const time = at.slice(11, 16)
  const day = formatDay(at.slice(0, 10))
  return time === '23:59' ? `hết ngày ${day}` : `${time} ngày ${day}`
}
