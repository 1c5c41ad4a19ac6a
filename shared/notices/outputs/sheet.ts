/** What all outputs are made from. */
import type { NoticeFields, NoticeFile, Rsvp, Urgency } from '../fields.ts'
import type { NoticeKind } from '../kinds.ts'
import { sayDays, sayTimes } from '../when.ts'

export interface NoticeSheet {
  fields: NoticeFields
  kind: NoticeKind
  urgency: Urgency
  rsvp: Rsvp
  files: readonly NoticeFile[]
  expiresAt: Date
  /** "TB-K7M2P"; before one is given, a sample. */
  code: string
  /** "Tổ trưởng Tổ dân phố 12": never a person's name. */
  sender: string
  /** "Phường Mẫu". */
  wardName: string
  /** The page that everybody with the link may read; `https://…`. */
  url: string
  /** What it corrects; null: it is a first version. */
  corrects: { code: string; changes: readonly { label: string; before: string; after: string }[] } | null
}

/** One fact, named as on the screen. */
export interface Fact {
  field: 'day' | 'time' | 'place' | 'who' | 'bring' | 'phone'
  label: string
  value: string
}

/** The facts besides title and text, in the order in which people ask for them; the same for every output. */
export function factsOf({ fields }: Pick<NoticeSheet, 'fields'>): Fact[] {
  const facts: [Fact['field'], string, string | null][] = [
    ['day', 'Ngày', sayDays(fields)],
    ['time', 'Giờ', sayTimes(fields)],
    ['place', 'Nơi', fields.place],
    ['who', 'Ai đến', fields.who],
    ['bring', 'Mang theo', fields.bring],
    ['phone', 'Hỏi thêm', fields.phone],
  ]
  return facts.flatMap(([field, label, value]) => (value === null ? [] : [{ field, label, value }]))
}

/** In whose name it speaks; the ward itself is named once. */
export function speakerOf({ sender, wardName }: Pick<NoticeSheet, 'sender' | 'wardName'>): string {
  return sender === wardName ? wardName : `${sender}, ${wardName}`
}

const URGENCY_WORDS: Record<Urgency, string | null> = { ordinary: null, urgent: 'TIN GẤP', emergency: 'KHẨN CẤP' }

export function urgencyWords(urgency: Urgency): string | null {
  return URGENCY_WORDS[urgency]
}

/** First paragraphs of a text that fit, cut at the end of a sentence where there is one; `isWhole` tells. */
export function shorten(text: string, most: number): { text: string; isWhole: boolean } {
  const letters = [...text]
  if (letters.length <= most) return { text, isWhole: true }
  const head = letters.slice(0, most).join('')
  const stop = Math.max(head.lastIndexOf('. '), head.lastIndexOf('.\n'), head.lastIndexOf('\n'))
  const word = head.lastIndexOf(' ')
  const end = stop > most / 2 ? stop + 1 : word > 0 ? word : head.length
  return { text: head.slice(0, end).trimEnd(), isWhole: false }
}
