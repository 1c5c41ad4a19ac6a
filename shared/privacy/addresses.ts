/**
 * House addresses: a number with what makes it one, and the names behind it. A ward, a quarter or a neighbourhood alone
 * ("phường 5", "tổ 12") is no address: thousands live there.
 */
import { maskOf } from './classes.ts'
import type { Finding, Reading } from './reading.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What stands before the number of a way inside a block, or between a house number and the name of a street. */
const LANES = words('ngõ ngách hẻm kiệt xẹt')
const STREETS = words('đường phố ngõ ngách hẻm kiệt xẹt')
/** A number behind one of these counts something else. */
const OTHER_NUMBERS = words(
  'tổ khu phố phường quận ấp thôn xóm đội khóm tầng lớp câu bước cách mẫu đơn điều khoản mục luật định tư quyết',
)
/** Where an address goes on to what thousands share. */
const WIDER = words('phường quận tổ khu xã thành tp tỉnh huyện thị ấp thôn xóm bộ ủy ban công')
/** Where a name ends when nothing is written large. */
const ENDS = words(
  'cần làm ở thì có được giờ muốn xin hỏi đăng ký kí là và với tại thuộc cho để bị gì không ko nhà đến rồi mà phải này ' +
    'nay ra sao nào bao giấy mất tạm trú chuyển hộ khẩu nộp sang từ về đi đã đang chưa hay hoặc của tôi em con bác cô ' +
    'chú anh chị ông bà mới mua bán thuê xây sửa nằm bên gần trên dưới trong ngoài đây đó kia hôm ngày tháng năm tuổi ' +
    'người nữa cũng như nhưng nên vì do an dây ạ nhé nha',
)
/** Most streets are named after somebody: the names they begin with, as they are typed in small letters. */
const NAMES = words(
  'nguyễn lê trần phạm phan vũ võ hoàng huỳnh đặng bùi đỗ hồ ngô dương lý lí trịnh đinh tôn đoàn mạc lương cao lưu tô ' +
    'hùng quang điện bạch ỷ tống thái châu yết trưng chu triệu hải phùng mai',
)
const MOST_PARTS = 6
const MOST_WORDS = 5

const HOUSE = /(?<![a-z\d][/.,-]?)[a-z]?\d{1,4}[a-z]?(?:[/-][a-z]?\d{1,4}[a-z]?){0,6}(?![a-z\d%]|[.,/:-]\d)/g
const NUMBER = new RegExp(HOUSE.source.replace('(?<![a-z\\d][/.,-]?)', ''), 'y')
const NUMBERED = /(?<![a-z])(?:so nha|nha so)[ :]{0,2}$/
const SAYS_NUMBER = /(?<![a-z])so[ :]{0,2}$/
const DWELLING =
  /(?<![a-z])(?:o|tai|ngu|dia chi|dc|d\/c|thuong tru|tam tru|cu tru|ho khau|ve|nha|nha toi|nha em)(?: la| o| tai)?[ :]{0,2}$/
const FLAT = /(?<![a-z])can ho(?: so)?[ :]{0,2}$/
const FLAT_NUMBER = /[a-z]|\d{3}/
const STANDS_FIRST = /(?:^|[\n,;:.!?]) ?$/
const BEFORE = 24

interface Word {
  from: number
  to: number
}

export function findAddresses(reading: Reading): Finding[] {
  const { plain } = reading
  const findings: Finding[] = []
  const hasSmallLetters = /\p{Ll}/u.test(reading.text)
  for (const { index, 0: house } of plain.matchAll(HOUSE)) {
    if (index < (findings.at(-1)?.to ?? 0)) continue
    const span = readAddress(reading, { from: index, to: index + house.length }, hasSmallLetters)
    if (span) findings.push({ ...span, mask: () => maskOf('address') })
  }
  return findings
}

function readAddress(reading: Reading, house: Word, hasSmallLetters: boolean): Word | null {
  const { plain } = reading
  const before = plain.slice(Math.max(0, house.from - BEFORE), house.from)
  const isFlat = FLAT_NUMBER.test(plain.slice(house.from, house.to))
  const numbered = NUMBERED.exec(before)?.[0] ?? (isFlat ? FLAT.exec(before)?.[0] : undefined)
  const saysNumber = SAYS_NUMBER.exec(before)?.[0] ?? ''
  const lead = house.from - saysNumber.length
  const lane = wordBefore(reading, lead)
  const isLane = lane !== null && isOneOf(reading, lane, LANES)
  if (!numbered && !isLane && lane && isOneOf(reading, lane, OTHER_NUMBERS)) return null

  const to = readParts(reading, house.to, hasSmallLetters)
  if (numbered) return { from: house.from - numbered.length, to }
  const isDivided = plain.slice(house.from, house.to).includes('/')
  // "hẻm 45" alone is a whole way.
  if (isLane) return isDivided || to > house.to ? { from: lane.from, to } : null
  if (to === house.to) return null
  const [next] = wordsAfter(reading, house.to)
  const isOnStreet = next !== undefined && isOneOf(reading, next, STREETS)
  const isHome = DWELLING.test(plain.slice(Math.max(0, lead - BEFORE), lead))
  const isAlone = STANDS_FIRST.test(plain.slice(Math.max(0, lead - BEFORE), lead))
  return isOnStreet || isHome || isAlone || isDivided || saysNumber ? { from: lead, to } : null
}

/** Past the ways, streets and names that follow a house number. */
function readParts(reading: Reading, from: number, hasSmallLetters: boolean): number {
  let to = from
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    const next = readPart(reading, to, hasSmallLetters)
    if (next === null) break
    to = next
  }
  return to
}

/** "đường Lê Lợi", "ngõ 3", ", hẻm 45/6", "đường số 8", or a bare name. */
function readPart(reading: Reading, from: number, hasSmallLetters: boolean): number | null {
  const [first] = wordsAfter(reading, from)
  if (!first) return null
  if (!isOneOf(reading, first, STREETS)) return readName(reading, from, { hasSmallLetters, isNamed: false })
  const number = readNumber(reading, first.to)
  return number ?? readName(reading, first.to, { hasSmallLetters, isNamed: true })
}

function readNumber({ plain }: Reading, from: number): number | null {
  const lead = /(?: so)? /y
  lead.lastIndex = from
  if (!lead.test(plain)) return null
  NUMBER.lastIndex = lead.lastIndex
  if (!NUMBER.test(plain)) return null
  const month = / thang \d{1,2}(?!\d)/y
  month.lastIndex = NUMBER.lastIndex
  return month.test(plain) ? month.lastIndex : NUMBER.lastIndex
}

/** @param isNamed a word such as "đường" says that a name follows; else two large letters or a known name must tell */
function readName(
  reading: Reading,
  from: number,
  { hasSmallLetters, isNamed }: { hasSmallLetters: boolean; isNamed: boolean },
): number | null {
  const goesOn = (word: Word) => isOneOf(reading, word, WIDER) || isOneOf(reading, word, STREETS)
  const following = untilWord(wordsAfter(reading, from), goesOn)
  const large = hasSmallLetters ? untilWord(following, word => !isLarge(reading, word)) : []
  if (large.length >= (isNamed ? 1 : 2)) return large.at(-1)?.to ?? null
  const small = untilWord(following, word => isOneOf(reading, word, ENDS))
  const isKnown = small[0] !== undefined && isOneOf(reading, small[0], NAMES)
  return small.length >= (isNamed ? 1 : 2) && (isNamed || isKnown) ? (small.at(-1)?.to ?? null) : null
}

/** Up to five words, as long as only spaces, or one comma before the first, stand between them. */
function wordsAfter({ plain }: Reading, from: number): Word[] {
  const found: Word[] = []
  const step = /[ ,]{1,2}([a-z]+)(?![a-z\d])/y
  step.lastIndex = from
  while (found.length < MOST_WORDS) {
    const word = step.exec(plain)
    if (!word?.[1] || (found.length > 0 && word[0].includes(','))) break
    found.push({ from: step.lastIndex - word[1].length, to: step.lastIndex })
  }
  return found
}

function wordBefore({ plain }: Reading, to: number): Word | null {
  const found = /([a-z]{1,12}) ?$/.exec(plain.slice(Math.max(0, to - BEFORE), to))
  return found?.[1] ? { from: to - found[0].length, to: to - found[0].length + found[1].length } : null
}

/** Typed with its marks, or with none at all. */
function isOneOf({ plain, marked }: Reading, { from, to }: Word, list: ReadonlySet<string>): boolean {
  const written = marked.slice(from, to)
  if (list.has(written)) return true
  return written === plain.slice(from, to) && bare(list).has(written)
}

const bareLists = new Map<ReadonlySet<string>, ReadonlySet<string>>()
function bare(list: ReadonlySet<string>): ReadonlySet<string> {
  const known = bareLists.get(list)
  if (known) return known
  const made = new Set([...list].map(word => word.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd')))
  bareLists.set(list, made)
  return made
}

function isLarge({ text, places, marked }: Reading, { from }: Word): boolean {
  const letter = text.charAt(places[from] ?? 0)
  return letter !== marked.charAt(from) && letter === letter.toUpperCase()
}

function untilWord(list: readonly Word[], ends: (word: Word) => boolean): readonly Word[] {
  const end = list.findIndex(ends)
  return end === -1 ? list : list.slice(0, end)
}
