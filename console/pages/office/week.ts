/** A week while it is typed: what is still wrong with it, in words, and how one day is copied to others. */
import type { Hours } from './office.ts'
import { nameOf, WEEKDAYS } from './words.ts'

export type Stretch = Hours[number]

export const ALL_DAYS = WEEKDAYS.map((_, weekday) => weekday).slice(1)

/** "7:30", "7h30", "7g", "0730" as one types them. @returns `07:30`; null: no time of day */
export function readTime(text: string): string | null {
  const [, hour = '', minute = '00'] = /^\s*(\d{1,2})\s*(?:[:hg.]?\s*(\d{2})|[hg])?\s*$/i.exec(text) ?? []
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null
}

/** The week as it is sent; what cannot be read stays as typed. */
export function readWeek(hours: Hours): Hours {
  const read = (text: string) => readTime(text) ?? text
  return hours.map(({ weekday, opens, closes }) => ({ weekday, opens: read(opens), closes: read(closes) }))
}

export function ofDay(hours: Hours, weekday: number): Hours {
  return hours.filter(one => one.weekday === weekday)
}

/** @returns null: nothing is wrong with this day */
export function findTrouble(hours: Hours, weekday: number): string | null {
  const day = ofDay(readWeek(hours), weekday)
  const times = day.flatMap(({ opens, closes }) => [opens, closes])
  if (times.some(time => time.trim() === '')) return `${nameOf(weekday)}: còn ô giờ chưa điền.`
  const unread = times.find(time => readTime(time) === null)
  if (unread) return `${nameOf(weekday)}: không đọc được “${unread}”. Ghi như 7:30 hoặc 13h30.`
  const turned = day.find(({ opens, closes }) => closes <= opens)
  if (turned) return `${nameOf(weekday)}: giờ đóng cửa ${turned.closes} phải sau giờ mở cửa ${turned.opens}.`
  const [first, second] = findOverlap(day)
  return first && second
    ? `${nameOf(weekday)}: hai buổi ${first.opens}–${first.closes} và ${second.opens}–${second.closes} chồng giờ nhau.`
    : null
}

export function isSound(hours: Hours): boolean {
  return ALL_DAYS.every(weekday => findTrouble(hours, weekday) === null)
}

function findOverlap(day: Hours): Hours {
  const inOrder = [...day].sort((a, b) => a.opens.localeCompare(b.opens))
  const at = inOrder.findIndex((one, index) => (inOrder[index + 1]?.opens ?? '99:99') < one.closes)
  return at === -1 ? [] : inOrder.slice(at, at + 2)
}

export function withDay(hours: Hours, weekday: number, day: Hours): Hours {
  return ALL_DAYS.flatMap(one => (one === weekday ? day.map(stretch => ({ ...stretch, weekday })) : ofDay(hours, one)))
}

export function copyDay(hours: Hours, from: number, to: readonly number[]): Hours {
  return to.reduce((week, weekday) => withDay(week, weekday, ofDay(hours, from)), hours)
}

/** What usually comes next on a day: the morning, then the afternoon. */
export function nextStretch(hours: Hours, weekday: number): Stretch {
  return ofDay(hours, weekday).length === 0
    ? { weekday, opens: '07:30', closes: '11:30' }
    : { weekday, opens: '13:30', closes: '17:00' }
}
