/** When a notice that comes again is sent next, and for which day. Month ends count down: the 31st of April is the 30th. */
import { addDays, momentAt, vietnamDay, weekdayOf } from '../vietnam-time.ts'
import type { NoticeFields, Recurrence } from './fields.ts'

export interface Occurrence {
  /** The day the notice is about. */
  day: string
  sendAt: Date
}

const LONGEST_SEARCH_DAYS = 400

/** The first occurrence sent after a moment; null when its time is over. */
export function nextOccurrence(recurrence: Recurrence, after: Date): Occurrence | null {
  const from = addDays(vietnamDay(after), -1)
  for (let count = 0; count < LONGEST_SEARCH_DAYS; count++) {
    const day = addDays(from, count)
    if (!fallsOn(recurrence, day)) continue
    const sendDay = addDays(day, -recurrence.daysBefore)
    if (sendDay > recurrence.until) return null
    const sendAt = momentAt(sendDay, recurrence.at)
    if (sendAt > after) return { day, sendAt }
  }
  return null
}

function fallsOn(recurrence: Recurrence, day: string): boolean {
  if (recurrence.every === 'week') return weekdayOf(day) === recurrence.weekday
  const date = Number(day.slice(8))
  const last = lastDateOf(day)
  if (recurrence.every === 'month') return date === Math.min(recurrence.day, last)
  if (weekdayOf(day) !== recurrence.weekday) return false
  return recurrence.which === -1 ? date + 7 > last : Math.ceil(date / 7) === recurrence.which
}

function lastDateOf(day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The fields for one occurrence: a day of its own, the same length. */
export function moveToDay(fields: NoticeFields, day: string): NoticeFields {
  if (fields.day === null) return fields
  const length = fields.lastDay === null ? 0 : (Date.parse(fields.lastDay) - Date.parse(fields.day)) / 86_400_000
  return { ...fields, day, lastDay: fields.lastDay === null ? null : addDays(day, length) }
}

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

/** "thứ Bảy hằng tuần", "ngày 5 hằng tháng, báo trước 1 ngày", "Chủ nhật cuối của tháng". */
export function sayRecurrence(recurrence: Recurrence): string {
  const { daysBefore } = recurrence
  return daysBefore === 0 ? sayDaysOf(recurrence) : `${sayDaysOf(recurrence)}, báo trước ${daysBefore} ngày`
}

function sayDaysOf(recurrence: Recurrence): string {
  if (recurrence.every === 'week') return `${WEEKDAYS[recurrence.weekday]} hằng tuần`
  if (recurrence.every === 'month') return `ngày ${recurrence.day} hằng tháng`
  const which = recurrence.which === -1 ? 'cuối' : ['', 'đầu tiên', 'thứ hai', 'thứ ba', 'thứ tư'][recurrence.which]
  return `${WEEKDAYS[recurrence.weekday]} ${which} của tháng`
}
