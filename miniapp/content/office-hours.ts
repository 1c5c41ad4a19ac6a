/** Today at the office, in words. */
import type { OpeningHours } from '../../shared/areas.ts'
import { createOfficeTime } from '../../shared/office-time.ts'
import { addDays, vietnamDay, vietnamTime, weekdayOf } from '../../shared/vietnam-time.ts'
import type { Ward } from '../api/index.ts'

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

export interface Today {
  state: string
  /** Today's hours; null when it is closed all day. */
  hours: string | null
}

export function describeToday({ openingHours, calendar }: Pick<Ward, 'openingHours' | 'calendar'>, now: Date): Today {
  const office = createOfficeTime(openingHours, calendar)
  const day = vietnamDay(now)
  const { openings, closed } = office.stretchesOn(day)
  const open = office.openingAt(now)
  const next = office.nextOpening(now)
  const times = openings.map(({ opens, closes }) => `${shortTime(opens)}–${shortTime(closes)}`).join(', ')
  const hours = times === '' ? null : `Hôm nay: ${times}`
  if (openingHours.length === 0) return { state: 'Gọi để hỏi giờ làm việc', hours: null }
  if (open) return { state: `Đang làm việc, đến ${shortTime(open.closes)}`, hours }
  const why = closed?.kind === 'holiday' ? ` (${closed.name})` : closed?.kind === 'closure' ? ` (${closed.reason})` : ''
  const when = next ? `, mở lại lúc ${shortTime(next)} ${dayName(vietnamDay(next), day)}` : ''
  return { state: `Đang nghỉ${why}${when}`, hours }
}

function dayName(day: string, today: string): string {
  if (day === today) return 'hôm nay'
  const [, month, date] = day.split('-')
  const weekday = WEEKDAYS[weekdayOf(day)] ?? ''
  return day === addDays(today, 1) ? `sáng mai, ${weekday}` : `${weekday} ${date}/${month}`
}

function shortTime(moment: Date): string {
  return trimTime(vietnamTime(moment))
}

function trimTime(time: string): string {
  return time.replace(/^0/, '')
}

/** One line for each run of days with the same hours. */
export function describeHours(openingHours: readonly OpeningHours[]): string[] {
  const runs: { from: number; to: number; times: string }[] = []
  for (let day = 1; day <= 7; day++) {
    const times = openingHours
      .filter(({ weekday }) => weekday === day)
      .map(({ opens, closes }) => `${trimTime(opens)}–${trimTime(closes)}`)
      .join(', ')
    const last = runs.at(-1)
    if (last?.times === times) last.to = day
    else runs.push({ from: day, to: day, times })
  }
  return runs.map(({ from, to, times }) => `${daysOf(from, to)}: ${times || 'nghỉ'}`)
}

function daysOf(from: number, to: number): string {
  const first = WEEKDAYS[from] ?? ''
  const words = from === to ? first : `${first} đến ${WEEKDAYS[to] ?? ''}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}
