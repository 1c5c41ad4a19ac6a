/** The day on which a result may be expected, where the record states a time in plain numbers. */
import { createOfficeTime, type OfficeTime } from '../../../shared/office-time.ts'
import type { Channel, TimeLimit } from '../../../shared/procedures.ts'
import { addDays, vietnamDay, weekdayOf, yearOf } from '../../../shared/vietnam-time.ts'
import type { Ward } from '../../api/index.ts'
import { formatDate } from '../procedures/figures.ts'

export interface ExpectedReturn {
  /** The day on which it is handed in: today, or the next day on which the office is open. */
  from: string
  day: string
  /** The first year passed through whose holidays nobody has entered; null: none. */
  unknownYear: number | null
}

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

/** What may be expected, in sentences. */
export function returnWords({ from, day, unknownYear }: ExpectedReturn, today: string): string[] {
  const handedIn = from === today ? 'hôm nay' : dayWords(from)
  return [
    `Nộp ${handedIn} thì dự kiến có kết quả ${dayWords(day)}.`,
    ...(unknownYear ? [`Chưa có đủ lịch nghỉ lễ năm ${unknownYear}, nên ngày này còn có thể lùi lại.`] : []),
  ]
}

function dayWords(day: string): string {
  return `${WEEKDAYS[weekdayOf(day)]}, ${formatDate(day)}`
}

/** @returns null where the record states no single time, or nobody knows when the office is open */
export function expectReturn(
  channels: readonly Channel[],
  { openingHours, calendar }: Pick<Ward, 'openingHours' | 'calendar'>,
  now: Date,
): ExpectedReturn | null {
  const limit = limitAtTheDesk(channels)
  const office = createOfficeTime(openingHours, calendar)
  const opening = office.openingAt(now)?.opens ?? office.nextOpening(now)
  if (!limit || !opening) return null
  const from = vietnamDay(opening)
  const due = dueDay(office, from, limit)
  return due && { from, day: due.day, unknownYear: due.unknownYear }
}

/** The one time that holds at the desk; null: none is stated, or several are. */
function limitAtTheDesk(channels: readonly Channel[]): TimeLimit | null {
  const limits = channels.filter(({ type }) => type === 'in_person').map(({ timeLimit }) => timeLimit)
  const [first] = limits
  const isOne = limits.every(limit => limit?.value === first?.value && limit?.unit === first?.unit)
  return first && isOne ? first : null
}

/** Working days as they are; other days and months end on a day that is worked (Bộ luật Dân sự, Điều 147 and 148). */
function dueDay(office: OfficeTime, from: string, { value, unit }: TimeLimit) {
  if (value === null || !Number.isInteger(value)) return null
  if (unit === 'working_day') return office.addWorkingDays(from, value)
  if (unit === 'day') return workedFrom(office, addDays(from, value), from)
  if (unit === 'month') return workedFrom(office, addMonths(from, value), from)
  return null
}

function workedFrom(office: OfficeTime, day: string, from: string) {
  const found = office.addWorkingDays(addDays(day, -1), 1)
  if (!found) return null
  const years = Array.from({ length: yearOf(found.day) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index)
  return { day: found.day, unknownYear: years.find(year => !office.isKnown(year)) ?? null }
}

/** The same day of a later month, or its last one. */
function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}
