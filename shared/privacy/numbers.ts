/**
 * Rows of digits: telephone, identity, card, account and insurance numbers. People put spaces, dots, brackets and line
 * breaks into them, so a row is cut into the numbers that it most probably holds. Nine digits are always too many to keep.
 */
import { maskOf, type PersonalDataClass } from './classes.ts'
import type { Finding, Reading } from './reading.ts'

const GAP = `[\\s.,/_*|'"()\\[\\]\\ufffc-]{0,3}`
const ROW = new RegExp(`\\d(?:${GAP}\\d)*`, 'g')
const TOO_MANY = 9
const LONGEST = 19

interface Label {
  kind: PersonalDataClass
  least: number
  words: RegExp
}
/** The word before a number tells what it is, and how few digits are enough then. */
const LABELS: Label[] = [
  {
    kind: 'card',
    least: 8,
    words: /(?<![a-z])(?:so the|the (?:ngan hang|atm|visa|master(?:card)?|napas|tin dung|ghi no)|atm|visa)(?![a-z])/g,
  },
  { kind: 'account', least: 6, words: /stk|so tai khoan|(?<![a-z])(?:so tk|tknh)(?![a-z])/g },
  {
    kind: 'account',
    least: 8,
    words: /(?<![a-z])(?:(?<!so )(?:tai khoan|tk)|account|acc|chuyen khoan|ck|momo|zalopay)(?![a-z])/g,
  },
  {
    kind: 'identity',
    least: 8,
    words: /cccd|cmnd|(?<![a-z])(?:cmt|can cuoc|chung minh|dinh danh|giay to tuy than)(?![a-z])/g,
  },
  { kind: 'health_insurance', least: 9, words: /bhyt|bao hiem y te/g },
  { kind: 'social_insurance', least: 9, words: /bhxh|bao hiem xa hoi/g },
  { kind: 'tax', least: 9, words: /(?<![a-z])mst(?![a-z])|ma so thue/g },
  { kind: 'passport', least: 7, words: /ho chieu|passport/g },
  {
    kind: 'phone',
    least: 7,
    words: /sdt|dien thoai|(?<![a-z])(?:so may|dt|dd|tel|phone|goi|zalo|lien he|lh)(?![a-z])/g,
  },
]
const LABEL_REACH = 40

/** Mobile and fixed numbers with 0, 84, 0084 or 84(0) before them, and the eleven digits of before 2018. */
const PHONE = /^(?:(?:00)?840?|0)(?:[35789]\d{8}|2\d{8,9}|1[2689]\d{8})$/
/** Ho Chi Minh City is 079, the last province 096 (Thông tư 59/2021/TT-BCA). */
const CITIZEN = /^0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}$/
const CARD = /^(?:9704\d{12}|9704\d{15}|[3-6]\d{15})$/

interface Group {
  from: number
  to: number
  digits: string
}
interface Piece {
  from: number
  to: number
  digits: string
  kind: PersonalDataClass
}

export function findNumbers(reading: Reading): Finding[] {
  return readNumbers(reading).map(({ from, to, kind }) => ({
    ...withSign(reading.plain, from, to),
    mask: () => maskOf(kind),
  }))
}

/** The first telephone number, as `0xxxxxxxxx`; a fixed one has eleven digits. Nine digits alone lack their nought. */
export function findPhone(reading: Reading): string | null {
  const numbers = readNumbers(reading)
  const given = numbers.find(({ digits, kind }) => kind === 'phone' && PHONE.test(digits))
  if (given) return given.digits.replace(/^(?:(?:00)?840?|0)/, '0')
  const [only, ...others] = numbers
  return only && others.length === 0 && /^[35789]\d{8}$/.test(only.digits) ? `0${only.digits}` : null
}

function readNumbers({ plain }: Reading): Piece[] {
  let end = 0
  return [...plain.matchAll(ROW)].flatMap(({ index, 0: row }) => {
    const label = readLabel(plain.slice(Math.max(end, index - LABEL_REACH), index))
    end = index + row.length
    return readRow(groupsOf(row, index), label)
  })
}

/** The nearest one. */
function readLabel(before: string): Label | null {
  const placeOf = ({ words }: Label) => [...before.matchAll(words)].at(-1)?.index ?? -1
  const [nearest] = LABELS.map(label => ({ label, place: placeOf(label) })).sort((a, b) => b.place - a.place)
  return nearest && nearest.place >= 0 ? nearest.label : null
}

function groupsOf(row: string, at: number): Group[] {
  return [...row.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({
    from: at + index,
    to: at + index + digits.length,
    digits,
  }))
}

function readRow(groups: Group[], label: Label | null): Piece[] {
  const [first, ...others] = groups
  if (!label || !first) return divide(groups)
  if (first.digits.length >= label.least) return [{ ...first, kind: label.kind }, ...divide(others)]
  const whole = join(groups, 0, groups.length)
  return whole.digits.length >= label.least ? [{ ...whole, kind: label.kind }] : []
}

/** Groups that are a number by themselves stand alone; what lies between them is put together. */
function divide(groups: Group[]): Piece[] {
  const pieces: Piece[] = []
  let stretch: Group[] = []
  for (const group of groups) {
    const { digits } = group
    if (digits.length <= 10 && !PHONE.test(digits)) {
      stretch.push(group)
      continue
    }
    pieces.push(...putTogether(stretch), { ...group, kind: kindOf(digits) })
    stretch = []
  }
  return [...pieces, ...putTogether(stretch)]
}

function putTogether(groups: Group[]): Piece[] {
  const whole = join(groups, 0, groups.length)
  if (whole.digits.length < TOO_MANY) return []
  if (groups.length === 1 || isPlausible(whole.digits)) return [{ ...whole, kind: kindOf(whole.digits) }]
  const pieces: Piece[] = []
  let left: Group[] = []
  for (let at = 0; at < groups.length; ) {
    const count = countTogether(groups, at)
    if (count === 0) left.push(...groups.slice(at, at + 1))
    else {
      const piece = join(groups, at, at + count)
      pieces.push(...remainder(left), { ...piece, kind: kindOf(piece.digits) })
      left = []
    }
    at += Math.max(1, count)
  }
  return [...pieces, ...remainder(left)]
}

function remainder(groups: Group[]): Piece[] {
  const whole = join(groups, 0, groups.length)
  return whole.digits.length < TOO_MANY ? [] : [{ ...whole, kind: 'number' }]
}

/** How many groups from `at` on make one number: a telephone number if they can, else the longest that they can. */
function countTogether(groups: Group[], at: number): number {
  let digits = ''
  let longest = 0
  for (let count = 1; at + count <= groups.length; count++) {
    digits += groups[at + count - 1]?.digits ?? ''
    if (digits.length > LONGEST) break
    if (PHONE.test(digits)) return count
    if (isPlausible(digits)) longest = count
  }
  return longest
}

function join(groups: Group[], start: number, end: number): Group {
  const some = groups.slice(start, end)
  return { from: some[0]?.from ?? 0, to: some.at(-1)?.to ?? 0, digits: some.map(({ digits }) => digits).join('') }
}

/** Whether digits from several groups look like one number. */
function isPlausible(digits: string): boolean {
  return (
    PHONE.test(digits) ||
    CITIZEN.test(digits) ||
    CARD.test(digits) ||
    digits.length === 9 ||
    (digits.length === 10 && !digits.startsWith('00'))
  )
}

function kindOf(digits: string): PersonalDataClass {
  if (PHONE.test(digits)) return 'phone'
  if (digits.length === 9 || digits.length === 12) return 'identity'
  if (digits.length === 10) return digits.startsWith('0') ? 'phone' : 'social_insurance'
  return digits.length >= 16 && digits.length <= LONGEST ? 'card' : 'number'
}

/** "+84 …", "(+84) …", "(0236) …": the sign belongs to the number. */
function withSign(plain: string, from: number, to: number): { from: number; to: number } {
  const sign = /\(?\+$|\($/.exec(plain.slice(Math.max(0, from - 2), from))?.[0] ?? ''
  const isBracketOpen = sign === '(' && !plain.slice(from, to).includes(')')
  return { from: isBracketOpen ? from : from - sign.length, to }
}
