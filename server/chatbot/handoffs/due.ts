/** When an officer is expected, from the office's hours and holidays. */
import type { Due } from '../../../shared/answers/index.ts'
import type { WardProfile } from '../../../shared/areas.ts'
import type { OfficeCalendar } from '../../../shared/calendars.ts'
import { createOfficeTime } from '../../../shared/office-time.ts'
import { vietnamDay, yearOf } from '../../../shared/vietnam-time.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** How long the office takes to answer, while it is open. */
const OPEN_MINUTES_TO_ANSWER = 120

/**
 * When an officer will have answered.
 * @returns a full hour, or null where nobody can promise one: no hours, or nothing of the year's holidays is known
 */
export function findDue(ward: WardProfile, calendar: OfficeCalendar, now: Date): Due | null {
  const office = createOfficeTime(ward.openingHours, calendar)
  const open = office.addOpenTime(now, OPEN_MINUTES_TO_ANSWER)
  const years = [now, ...(open ? [open] : [])].map(moment => yearOf(vietnamDay(moment)))
  if (!open || !years.every(year => calendar.years.some(known => known.year === year))) return null
  const minute = Math.floor(open.getTime() / MINUTE_MS) * MINUTE_MS
  const at = new Date(Math.ceil(minute / HOUR_MS) * HOUR_MS)
  return { at, isCertain: vietnamDay(at) === vietnamDay(now) || years.every(office.isKnown) }
}

/** When one working day of the office has passed; a day where no hours are known, so that no case is forgotten. */
export function escalateAt(ward: WardProfile, calendar: OfficeCalendar, openedAt: Date): Date {
  const office = createOfficeTime(ward.openingHours, calendar)
  return office.addOpenTime(openedAt, longestDay(ward)) ?? new Date(openedAt.getTime() + DAY_MS)
}

/** Minutes of the longest day of a usual week. */
function longestDay({ openingHours }: WardProfile): number {
  const minutes = new Map<number, number>()
  for (const { weekday, opens, closes } of openingHours) {
    minutes.set(weekday, (minutes.get(weekday) ?? 0) + toMinutes(closes) - toMinutes(opens))
  }
  return Math.max(0, ...minutes.values())
}

function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
