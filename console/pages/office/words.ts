/** Days, weeks and calendars as an office reads them. */
import { formatOpeningHours } from '../../../shared/answers/index.ts'
import type { CalendarDay, Closure, HolidayYear, OfficeCalendar, Season } from '../../../shared/calendars.ts'
import { weekdayOf } from '../../../shared/vietnam-time.ts'
import { sayDay } from '../../ui/index.ts'

/** Monday is 1. */
export const WEEKDAYS = ['', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

export function nameOf(weekday: number): string {
  return WEEKDAYS[weekday] ?? ''
}

export function sayDate(day: string): string {
  return `${nameOf(weekdayOf(day))} ${sayDay(day)}`
}

export function saySpan({ from, until }: { from: string; until: string }): string {
  return from === until ? sayDate(from) : `${sayDate(from)} đến hết ${sayDate(until)}`
}

export function sayClosure(closure: Closure): string {
  return `${saySpan(closure)}: ${closure.reason}`
}

export function sayCalendarDay(day: CalendarDay): string {
  const kind = day.kind === 'off' ? 'nghỉ' : `làm việc theo giờ ${nameOf(day.like).toLowerCase()}`
  return `${sayDate(day.date)}: ${kind} (${day.name})`
}

export function saySeason(season: Season): string {
  return `${season.name}, ${saySpan(season)}: ${formatOpeningHours(season.hours).join('; ') || 'nghỉ cả tuần'}`
}

/** What a second person agrees to, a line each. @param inherited what holds where the area entered nothing itself */
export function sayCalendarChange(before: OfficeCalendar, after: OfficeCalendar, inherited: OfficeCalendar): string[] {
  const years = [...new Set([...before.years, ...after.years].map(({ year }) => year))].sort()
  return [
    ...years.flatMap(year => sayYearChange(year, find(before, year), find(after, year), find(inherited, year))),
    ...apart(before.seasons.map(saySeason), after.seasons.map(saySeason), 'giờ theo mùa'),
    ...apart(before.closures.map(sayClosure), after.closures.map(sayClosure), 'tạm nghỉ'),
  ]
}

function find({ years }: OfficeCalendar, sought: number): HolidayYear | undefined {
  return years.find(({ year }) => year === sought)
}

function sayYearChange(
  year: number,
  before: HolidayYear | undefined,
  after: HolidayYear | undefined,
  inherited: HolidayYear | undefined,
): string[] {
  const head = (one: HolidayYear) => `${one.complete ? 'đã đủ ngày' : 'chưa đủ ngày'}, theo ${one.source}`
  const first = !after
    ? [`Năm ${year}: thôi tự nhập${inherited ? `, dùng lại lịch ${inherited.source}` : ''}`]
    : before && head(before) === head(after)
      ? []
      : [`Năm ${year}${before ? '' : ', nay tự nhập'}: ${head(after)}`]
  const days = (one: HolidayYear | undefined) => (one?.days ?? []).map(sayCalendarDay)
  return [...first, ...apart(days(before ?? inherited), days(after ?? inherited), `lịch năm ${year}`)]
}

function apart(before: readonly string[], after: readonly string[], what: string): string[] {
  return [
    ...before.filter(line => !after.includes(line)).map(line => `Bỏ ${what}: ${line}`),
    ...after.filter(line => !before.includes(line)).map(line => `Thêm ${what}: ${line}`),
  ]
}
