/** When a notice goes, as it is chosen on a screen: what each way begins with, and how it is called. Without a schema. */
import { addDays, momentAt, vietnamDay, weekdayOf } from '../vietnam-time.ts'
import type { Recurrence } from './fields.ts'
import { nextOccurrence, type Occurrence } from './recurrence.ts'
import type { WireDraft } from './writing.ts'

type Timing = WireDraft['timing']

export const everyNames: Record<Recurrence['every'], string> = {
  week: 'Hằng tuần',
  month: 'Hằng tháng, theo ngày',
  month_weekday: 'Hằng tháng, theo thứ',
}

/** 1 is Monday. */
export const weekdayNames = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'].map(
  (name, index) => ({ weekday: index + 1, name }),
)

/** Which of a month's; the last counts from the end. */
export const whichNames = [
  { which: 1, name: 'Đầu tiên' },
  { which: 2, name: 'Thứ hai' },
  { which: 3, name: 'Thứ ba' },
  { which: 4, name: 'Thứ tư' },
  { which: -1, name: 'Cuối cùng' },
]

export const daysBeforeNames = Array.from({ length: 8 }, (_, days) => ({
  days,
  name: days === 0 ? 'Ngay hôm đó' : `${days} ngày`,
}))

const MORNING = '07:30'
const USUAL_LENGTH_DAYS = 90

/** What a way of sending begins with: tomorrow morning, or every week on tomorrow's weekday. */
export function beginTiming(kind: Timing['kind'], now: Date): Timing {
  const today = vietnamDay(now)
  const tomorrow = addDays(today, 1)
  if (kind === 'now') return { kind }
  if (kind === 'at') return { kind, at: momentAt(tomorrow, MORNING).toISOString() }
  const rest = { at: MORNING, daysBefore: 0, until: addDays(today, USUAL_LENGTH_DAYS) }
  return { kind, recurrence: { every: 'week', weekday: weekdayOf(tomorrow), ...rest } }
}

/** The same hour, lead and end, by another rule. */
export function repeatEvery(recurrence: Recurrence, every: Recurrence['every']): Recurrence {
  const { at, daysBefore, until } = recurrence
  const rest = { at, daysBefore, until }
  const weekday = recurrence.every === 'month' ? 1 : recurrence.weekday
  if (every === 'month') return { every, day: 1, ...rest }
  return every === 'week' ? { every, weekday, ...rest } : { every, weekday, which: 1, ...rest }
}

/** The next few times, the nearest first. */
export function nextOccurrences(recurrence: Recurrence, after: Date, most: number): Occurrence[] {
  const found: Occurrence[] = []
  for (let moment = after; found.length < most; ) {
    const next = nextOccurrence(recurrence, moment)
    if (!next) break
    found.push(next)
    moment = next.sendAt
  }
  return found
}
