/** The day and hour of a notice in words, for every output alike. */
import { formatLunarDay } from '../lunar-calendar.ts'
import { momentAt, weekdayOf } from '../vietnam-time.ts'
import type { NoticeFields } from './fields.ts'

type When = Pick<NoticeFields, 'day' | 'lastDay' | 'from' | 'until' | 'span'>

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']
const SHORT_WEEKDAYS = ['', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']

export function sayWeekday(day: string): string {
  return WEEKDAYS[weekdayOf(day)] ?? ''
}

/** `2026-12-05` as `05/12/2026`. */
export function formatDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** `19:00` as `19 giờ`, `07:30` as `7 giờ 30`. */
export function sayTime(time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return `${Number(hour)} giờ${minute === '00' ? '' : ` ${minute}`}`
}

/** Whether `from` to `until` is one stretch over several days. */
function isThrough({ day, lastDay, from, span }: When): boolean {
  return span === 'through' && from !== null && lastDay !== null && lastDay !== day
}

/** "thứ Bảy 05/12/2026 (26/10 âm lịch)"; null: no day. */
export function sayDays({ day, lastDay }: When): string | null {
  if (day === null) return null
  const name = (one: string) => `${sayWeekday(one)} ${formatDay(one)}`
  return lastDay === null || lastDay === day
    ? `${name(day)} (${formatLunarDay(day)})`
    : `từ ${name(day)} (${formatLunarDay(day)}) đến hết ${name(lastDay)} (${formatLunarDay(lastDay)})`
}

/** "19 giờ 30 đến 21 giờ"; null: no time. */
export function sayTimes(when: When): string | null {
  const { day, lastDay, from, until } = when
  if (from === null) return null
  if (isThrough(when) && lastDay !== null && day !== null)
    return until === null
      ? `từ ${sayTime(from)} ngày đầu`
      : `từ ${sayTime(from)} ngày ${formatDay(day).slice(0, 5)} đến ${sayTime(until)} ngày ${formatDay(lastDay).slice(0, 5)}`
  const times = until === null ? sayTime(from) : `${sayTime(from)} đến ${sayTime(until)}`
  return lastDay !== null && lastDay !== day ? `${times} mỗi ngày` : times
}

/** "T7 05/12 19h30-21h" for a line that has to be short; null: no day. */
export function shortWhen(when: When): string | null {
  const { day, lastDay, from, until } = when
  if (day === null) return null
  const short = (one: string) => formatDay(one).slice(0, 5)
  const time = (one: string | null) =>
    one === null ? '' : one.replace(/^0/, '').replace(':', 'h').replace(/h00$/, 'h')
  const isOneDay = lastDay === null || lastDay === day
  if (isThrough(when) && lastDay !== null)
    return [time(from), `${short(day)} den`, time(until), short(lastDay)].filter(part => part !== '').join(' ')
  const days = isOneDay ? `${SHORT_WEEKDAYS[weekdayOf(day)]} ${short(day)}` : `${short(day)}-${short(lastDay)}`
  const times = from === null ? '' : until === null ? time(from) : `${time(from)}-${time(until)}`
  return [days, times].filter(part => part !== '').join(' ')
}

/** First and last moment of the event; null where no day is given. A day without hours is a whole one. */
export function momentsOf(when: When): { start: Date; end: Date; isWholeDay: boolean } | null {
  const { day, lastDay, from, until } = when
  if (day === null) return null
  const last = lastDay ?? day
  if (from === null) return { start: momentAt(day, '00:00'), end: momentAt(last, '23:59'), isWholeDay: true }
  const start = momentAt(day, from)
  const end = until === null ? new Date(momentAt(last, from).getTime() + 2 * 3600_000) : momentAt(last, until)
  return { start, end, isWholeDay: false }
}
