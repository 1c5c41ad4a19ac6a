/** What officers are asked to enter and may publish alone. Without zod: the desk's program reckons with it too. */
import type { Closure, OfficeCalendar } from './calendars.ts'
import { addDays, yearOf } from './vietnam-time.ts'

/** Days. A storm does not wait for a second person; a closure that lasts longer does. */
export const longestUrgentClosure = 14
/** Where a change of the calendar waits: no office's address bears this name. */
export const calendarItem = 'office-calendar'
const ASKED_BEFORE_DAYS = 60

/** @param today ISO @returns this year, and from 60 days before it the next, where not entered completely */
export function listOpenYears(calendar: OfficeCalendar, today: string): number[] {
  const near = [...new Set([yearOf(today), yearOf(addDays(today, ASKED_BEFORE_DAYS))])]
  return near.filter(year => !calendar.years.some(one => one.year === year && one.complete))
}

/** Whether it may be published by one person: with the closures that it joins on to, it is short. @param beside all of them */
export function isUrgentClosure(closure: Closure, beside: readonly Closure[]): boolean {
  let { from, until } = closure
  for (let isGrowing = true; isGrowing; ) {
    const joined = beside.filter(one => one.from <= addDays(until, 1) && one.until >= addDays(from, -1))
    const [first = from] = [from, ...joined.map(one => one.from)].sort()
    const last = [until, ...joined.map(one => one.until)].sort().at(-1) ?? until
    isGrowing = first < from || last > until
    ;[from, until] = [first, last]
  }
  return until < addDays(from, longestUrgentClosure)
}
