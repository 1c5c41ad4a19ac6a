/**
 * Whether a message names a place of one's own: "tôi ở tổ 12", "nhà em chuyển sang khu phố 3", "rời tổ 5". The message has
 * to be nothing but that, and the place one that the ward has: "tôi ở trọ cần giấy gì" is paperwork.
 */
import type { Neighbourhood } from '../../shared/areas.ts'
import { fold, normalise } from '../../shared/language/index.ts'
import { type Find, findNeighbourhoods } from '../../shared/neighbourhood-search.ts'

export type PlaceWish =
  | { kind: 'join' | 'move' | 'leave'; finds: Find[] }
  | { kind: 'list' }
  /** A house address was given, and masked on its way in. */
  | { kind: 'hidden' }

const OWNER =
  '(?:toi|minh|em|con|chau|tui|bac|co|chu|anh|chi|ong|ba|gia dinh toi|gia dinh minh|gia dinh em|nha toi|nha minh|nha em|nha con|nha chau|nha)'
const BEFORE = `(?:(?:da|thua|a|oi|alo|chao|${OWNER}|la|dang|hien|hien tai|hien dang|gio|bay gio|moi|vua|da|se|muon|xin|cho|dan|dan o|ghi|bao) )*`
const AFTER = '(?: (?:a|nhe|nha|nghe|roi|nua|do|day|thoi|luon))*'
const PLACE = '(.+?)'
const VERBS: ['join' | 'move' | 'leave', RegExp][] = [
  ['leave', new RegExp(`^${BEFORE}(?:roi khoi|roi|ra khoi|khong con o|khong o|het o|thoi o|bo) ${PLACE}${AFTER}$`)],
  [
    'move',
    new RegExp(
      `^${BEFORE}(?:chuyen nha|chuyen|don nha|don|doi nha|doi)(?: (?:sang|ve|den|toi|qua|ra|vao|o))+ ${PLACE}${AFTER}$`,
    ),
  ],
  [
    'join',
    new RegExp(
      `^${BEFORE}(?:song o|o tro o|o tro|tro o|thue tro o|thue tro|cu tru o|sinh song o|thuoc|o tai|o|nha o) ${PLACE}${AFTER}$`,
    ),
  ],
]
const LISTS = new RegExp(
  `^${BEFORE}(?:noi (?:o )?cua (?:toi|minh|em|con|chau)|xem noi cua toi|o to nao|thuoc to nao|ghi o to nao|dang ghi noi nao)${AFTER}$`,
)
/** What a place is called by, so that "tổ 99" is answered even where there is none. */
const UNMISTAKABLE = /^(?:to(?: dan pho)?|tdp|khu pho|kp|khoi|thon|ap|xom|ban|buon) ?\d{1,3}[a-z]?$/
const LONGEST = 120
const MASKED = 'dia chi nha'

/** @returns null where the message is about something else */
export function readPlaceWish(text: string, neighbourhoods: readonly Neighbourhood[]): PlaceWish | null {
  if (text.length > LONGEST) return null
  const words = fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (LISTS.test(words)) return { kind: 'list' }
  for (const [kind, pattern] of VERBS) {
    const wanted = pattern.exec(words)?.[1]
    if (!wanted) continue
    if (wanted === MASKED) return { kind: 'hidden' }
    const finds = findNeighbourhoods(neighbourhoods, wanted).filter(find => isNamed(wanted, find))
    if (finds.length > 0 || UNMISTAKABLE.test(wanted)) return { kind, finds: exactOnly(wanted, finds) }
  }
  return null
}

/** One word such as "đường" or "dân" is in many names and names none. */
function isNamed(wanted: string, { neighbourhood, by }: Find): boolean {
  const name = fold(normalise(by?.name ?? neighbourhood.name))
  const telling = wanted.split(' ').filter(word => !GENERIC.has(word))
  return telling.length > 0 && telling.some(word => name.includes(word))
}
const GENERIC: ReadonlySet<string> = new Set(
  'to dan pho khu tdp kp thon ap xom khoi duong hem ngo ngach kiet so nha cu ban buon'.split(' '),
)

/** "Tổ 1" begins "Tổ 12" too, and who lives there would have said so. */
function exactOnly(wanted: string, finds: Find[]): Find[] {
  const numbers: string[] = wanted.match(/\d+/g) ?? []
  const exact = finds.filter(({ neighbourhood, by }) => {
    const own: string[] = (by?.name ?? neighbourhood.name).match(/\d+/g) ?? []
    return numbers.every(number => own.includes(number))
  })
  return numbers.length > 0 && exact.length > 0 ? exact : finds
}
