/**
 * Dates and years of birth. What is asked about them is how old somebody is or how long ago something happened, and that
 * stays: `⟨ngày, 73 ngày trước⟩`, `⟨năm sinh, 68 tuổi⟩`. A day without a year names nobody, unless it is a birthday.
 */
import { maskOf } from './classes.ts'
import type { Finder, Finding, Reading } from './reading.ts'

const DAY_MS = 86_400_000
/** Vietnam's clocks, all year round. */
const VIETNAM_MS = 7 * 3_600_000
/** From here on years are counted, not days. */
const MOST_DAYS = 730
const UNKNOWN_YEAR = 'không rõ năm'

const YEAR = '(?<year>(?:19|20)\\d{2})'
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?<month>1[0-2]|0?[1-9])'
const MONTH_WORD = '(?:gieng|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi|chap)'
const DAY_WORD = '(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)'
/** "ngày 5 tháng 3", "mùng năm tháng ba". */
const SPOKEN = `(?:(?:(?:ngay|hom) )?(?:(?:mung|mong) )?(?<!\\d)${DAY}|(?<![a-z])(?:mung|mong) (?<dayNamed>${DAY_WORD})) ?(?:thang|thg|t) ?(?:${MONTH}|(?<named>${MONTH_WORD}))`
/** Inside no longer row of numbers. */
const ALONE = '(?<!\\d[./-]?)'
const ENDS = '(?!\\d|[./-]\\d)'
const SEP = ' ?[./\\\\-] ?'

/** Full dates, the most telling form first. */
const DATES = [
  `${ALONE}${YEAR}${SEP}${MONTH}${SEP}${DAY}${ENDS}`,
  `${ALONE}${DAY}${SEP}${MONTH}${SEP}${YEAR}${ENDS}`,
  `${ALONE}${MONTH}${SEP}(?<day>1[3-9]|2\\d|3[01])${SEP}${YEAR}${ENDS}`,
  `${ALONE}${DAY} ?(?<sep>[./-]) ?${MONTH} ?\\k<sep> ?(?<short>\\d{2})${ENDS}`,
  `(?<!\\d[ ./-]?)(?<day>0[1-9]|[12]\\d|3[01])(?<month>0[1-9]|1[0-2])${YEAR}(?![ ./-]?\\d)`,
  `${SPOKEN}[ ,]{1,2}(?:nam )?${YEAR}(?!\\d)`,
  `${SPOKEN}[ ,]{1,2}nam (?<short>\\d{2})(?!\\d)`,
].map(source => new RegExp(source, 'g'))

/** "khai sinh năm 1989", "học sinh năm 2024" speak of something else. */
const BORN =
  '(?<!(?:khai|hoc|chung|ve|phat|thi|tuyen|ho|moi|tai) )(?:ngay sinh|sinh ngay|sinh nhat|nam sinh|sinh nam|sinh|sn|ns)'
const LABEL = `(?<![a-z])${BORN}(?: (?:con|be|chau|vao|la|o))?[ :.,]{0,3}`

/** After a word of birth: years, months with their years, days. */
const BIRTH_YEARS = [
  `${LABEL}(?:thang )?(?:(?:\\d{1,2}|${MONTH_WORD})(?:${SEP}| )(?:nam )?)?(?:nam )?${YEAR}(?!\\d)`,
  `(?<![a-z])(?:sinh nam|nam sinh|sn|ns)[ :.]{0,3}(?<short>\\d{2})(?![\\d/-]|[.,]\\d| ?tuoi)`,
].map(source => new RegExp(source, 'g'))
const SPACED_BIRTHDAY = new RegExp(`${LABEL}(?:ngay )?${DAY} ${MONTH} ${YEAR}(?!\\d)`, 'g')
const BIRTHDAY = new RegExp(
  `${LABEL}(?:(?:ngay|mung|mong) )?${DAY}(?:${SEP}| ?thang )(?:${MONTH}|(?<named>${MONTH_WORD}))${ENDS}`,
  'g',
)
/** "mùng 5 tháng 3": the way people tell a day of the moon, which is a birth or a death. */
const MOON_DAY = new RegExp(`(?<![a-z])(?=mung|mong)${SPOKEN}(?![\\d/])`, 'g')
const HOLIDAYS = new Set(['1/1', '30/4', '1/5', '1/9', '2/9', '10/3'])
const NUMERALS: Record<string, number> = Object.fromEntries(
  ['gieng', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'chap']
    .map((word, index): [string, number] => [word, index + 1])
    .concat([
      ['mot', 1],
      ['bon', 4],
      ['muoi hai', 12],
    ]),
)

type Parts = Record<string, string | undefined>

export const dateFinders: Finder[] = [
  find(SPACED_BIRTHDAY, readDate, firstFigure),
  ...DATES.map(pattern => find(pattern, readDate)),
  ...BIRTH_YEARS.map(pattern => find(pattern, readBirthYear, firstFigure)),
  find(BIRTHDAY, () => () => maskOf('date', UNKNOWN_YEAR), firstFigure),
  find(MOON_DAY, parts => (isHoliday(parts) ? null : () => maskOf('date', UNKNOWN_YEAR))),
]

/** @param begins where the mask begins within the words found; at their beginning when left out */
function find(
  pattern: RegExp,
  read: (parts: Parts) => Finding['mask'],
  begins: (words: string) => number = () => 0,
): Finder {
  return ({ plain }: Reading) =>
    [...plain.matchAll(pattern)].flatMap(({ index, 0: words, groups = {} }) => {
      const mask = read(groups)
      return mask ? [{ from: index + begins(words), to: index + words.length, mask }] : []
    })
}

/** The words before it ("sinh năm") stay. */
function firstFigure(words: string): number {
  return Math.max(0, words.search(/\d/))
}

function readDate({ year, short, ...parts }: Parts): Finding['mask'] {
  const { day, month } = dayAndMonth(parts)
  return now => {
    const date = Date.UTC(year ? Number(year) : centuryOf(Number(short), now), month - 1, day)
    return maskOf('date', distance(new Date(date), today(now)))
  }
}

function readBirthYear({ year, short }: Parts): Finding['mask'] {
  return now => {
    const age = today(now).getUTCFullYear() - (year ? Number(year) : centuryOf(Number(short), now))
    return age < 0 ? maskOf('birth_year') : maskOf('birth_year', `${age} tuổi`)
  }
}

function dayAndMonth({ day, dayNamed = '', month, named = '' }: Parts): { day: number; month: number } {
  return { day: Number(day ?? NUMERALS[dayNamed] ?? 1), month: Number(month ?? NUMERALS[named] ?? 1) }
}

/** Two figures mean this year or an earlier one. */
function centuryOf(short: number, now: Date): number {
  const year = today(now).getUTCFullYear()
  const century = year - (year % 100)
  return short <= year % 100 ? century + short : century - 100 + short
}

function today(now: Date): Date {
  return new Date(now.getTime() + VIETNAM_MS)
}

function distance(date: Date, now: Date): string {
  const days = Math.floor((now.getTime() - date.getTime()) / DAY_MS)
  if (days === 0) return 'hôm nay'
  if (days < 0) return `${-days} ngày nữa`
  return days < MOST_DAYS ? `${days} ngày trước` : `${yearsBetween(date, now)} năm trước`
}

function yearsBetween(date: Date, now: Date): number {
  const monthAndDay = (moment: Date) => moment.getUTCMonth() * 31 + moment.getUTCDate()
  const years = now.getUTCFullYear() - date.getUTCFullYear()
  return monthAndDay(now) < monthAndDay(date) ? years - 1 : years
}

/** New Year's first days, the day of the Hùng kings and the public holidays: everybody's days. */
function isHoliday(parts: Parts): boolean {
  const { day, month } = dayAndMonth(parts)
  return HOLIDAYS.has(`${day}/${month}`) || (month === 1 && day <= 10)
}
