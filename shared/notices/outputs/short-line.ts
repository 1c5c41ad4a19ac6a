/** One line for a text message: 160 letters of the GSM alphabet, which has no Vietnamese marks. */
import { fold } from '../../language/index.ts'
import { shortWhen } from '../when.ts'
import { type NoticeSheet, shorten, urgencyWords } from './sheet.ts'

export const SHORT_LINE_LENGTH = 160

export type ShortPart = 'place' | 'who' | 'bring' | 'phone'

export interface ShortLine {
  text: string
  /** Facts that found no room: the leader is told, and may shorten the others. */
  left: ShortPart[]
}

/**
 * Title, day, time and code are always there; place, who, phone and what to bring as far as there is room, in this order.
 * Marks are dropped rather than the length halved to 70: everybody reads Vietnamese without marks in a text message.
 */
export function composeShortLine(sheet: NoticeSheet): ShortLine {
  const { fields, code, corrects } = sheet
  const when = shortWhen(fields)
  const must = [
    ...[urgencyWords(sheet.urgency), corrects ? 'DINH CHINH' : null].filter(part => part !== null),
    shorten(fields.title, MOST_OF_TITLE).text,
    ...(when ? [when] : []),
  ]
  const optional: [ShortPart, string | null][] = [
    ['place', fields.place],
    ['who', fields.who],
    ['phone', fields.phone && `Hoi ${fields.phone}`],
    ['bring', fields.bring && `Mang ${fields.bring}`],
  ]
  const end = `Ma tin ${code}`
  const parts = [...must]
  const left: ShortPart[] = []
  for (const [name, value] of optional) {
    if (value === null) continue
    if (join([...parts, value, end]).length <= SHORT_LINE_LENGTH) parts.push(value)
    else left.push(name)
  }
  return { text: join([...parts, end]), left }
}

const MOST_OF_TITLE = 80

function join(parts: string[]): string {
  return parts.map(part => toGsm(part).replace(/[.\s]+$/, '')).join('. ')
}

/** The basic letters of GSM 03.38: one septet each. */
function toGsm(text: string): string {
  const plain = fold(text.normalize('NFKC').replace(/[Đđ]/g, letter => (letter === 'đ' ? 'd' : 'D')))
  return [...plain.normalize('NFD').replace(/\p{M}/gu, '')]
    .map(letter => DASHES[letter] ?? (/[A-Za-z0-9 @$!"#%&'()*+,\-./:;<=>?]/.test(letter) ? letter : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

const DASHES: Record<string, string> = { '–': '-', '—': '-', '“': '"', '”': '"', '‘': "'", '’': "'" }
