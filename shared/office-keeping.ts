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

/** Whether it may be published by one person. */
export function isUrgentClosure({ from, until }: Closure): boolean {
  return until < addDays(from, longestUrgentClosure)
}
