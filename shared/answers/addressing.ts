/** How a person calls themselves, so that the ward may speak back the same way. */
import { z } from 'zod'
import { fold, normalise } from '../language/index.ts'

export const Addressing = z.enum(['bác', 'cô', 'chú', 'anh', 'chị', 'ông', 'bà'])
export type Addressing = z.infer<typeof Addressing>

const WORDS = Addressing.options.join('|')
const BARE = Addressing.options.map(fold).join('|')
/** What one does oneself; "bà mới mất" and "anh bị tai nạn" speak of somebody else. */
const OWN_DEEDS = 'muốn|cần|hỏi|xin|nhờ|tính|định|đang cần|không biết'

const OPENINGS = [
  new RegExp(
    `(?:^|[\\s,.!])(?:cho|để|giúp|chỉ|hướng dẫn|nhờ) (${WORDS}) (?:hỏi|xin|biết|gặp|nói chuyện|với|nhé|nhờ)(?![\\p{L}])`,
    'u',
  ),
  new RegExp(`(?:^|[,.!] ?|ơi,? |chào (?:em|con|cháu),? )(${WORDS}) (?:${OWN_DEEDS})(?![\\p{L}])`, 'u'),
]
/** Without marks "co" may be "có": only where nothing else can be meant. */
const BARE_OPENING = new RegExp(`(?:^|[\\s,.!])cho (${BARE}) (?:hoi|xin hoi|biet)(?![\\p{L}])`, 'u')

/** @returns null when the message does not tell: then no pronoun is used */
export function readAddressing(text: string): Addressing | null {
  const words = normalise(text)
  for (const opening of OPENINGS) {
    const found = Addressing.safeParse(opening.exec(words)?.[1])
    if (found.success) return found.data
  }
  const bare = BARE_OPENING.exec(words)?.[1]
  return bare ? (Addressing.options.find(word => fold(word) === bare) ?? null) : null
}
