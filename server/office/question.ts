/**
 * Whether a message asks for the office's own time, and for what. It has to be nothing but that: one word of anything
 * else ("thứ bảy có làm căn cước không") makes it a question about paperwork, which is not answered here.
 */
import type { Emergency } from '../../shared/answering/index.ts'
import type { DayPart } from '../../shared/answers/index.ts'
import { addressingWords, analysePhrase, createPhrasebook, listed, officeWords } from '../../shared/language/index.ts'
import { addDays, vietnamDay, weekdayOf } from '../../shared/vietnam-time.ts'
import { readDates } from './asked-dates.ts'

export type OfficeQuestion =
  | { kind: 'days'; days: string[]; part: DayPart | null }
  | { kind: 'week' }
  /** `holiday`: part of its entered name; null: all of them. */
  | { kind: 'holidays'; holiday: string | null }
  | { kind: 'numbers'; first: Emergency | null }

type Sense =
  | { is: 'small' | 'place' | 'hours' | 'hint' | 'daysOff' | 'other' | 'range' | 'nextWeek' | 'thisWeek' | 'weekend' }
  | { is: 'holiday'; name: string }
  | { is: 'relative'; days: number }
  | { is: 'weekday'; weekday: number }
  | { is: 'part'; part: DayPart }
  | { is: 'numbers'; first: Emergency | null }

const { small, places, hours, hints, daysOff, others, range, holidays, relativeDays, weekdays, weeks, parts, numbers } =
  officeWords
const MOST_DAYS = 3
const SATURDAY = 6

const senses = createPhrasebook<Sense>([
  ...listed(others, { is: 'other' } as const),
  ...listed(range, { is: 'range' } as const),
  ...holidays.flatMap(([name, said]) => listed(said, { is: 'holiday', name } as const)),
  ...relativeDays.flatMap(([days, said]) => listed(said, { is: 'relative', days } as const)),
  ...weekdays.flatMap(([weekday, said]) => listed(said, { is: 'weekday', weekday } as const)),
  ...listed(weeks.thisWeek, { is: 'thisWeek' } as const),
  ...listed(weeks.nextWeek, { is: 'nextWeek' } as const),
  ...listed(weeks.weekend, { is: 'weekend' } as const),
  ...(Object.keys(parts) as DayPart[]).flatMap(part => listed(parts[part], { is: 'part', part } as const)),
  ...listed(numbers.any, { is: 'numbers', first: null } as const),
  ...(['medical', 'fire', 'police'] as const).flatMap(first =>
    listed(numbers[first], { is: 'numbers', first } as const),
  ),
  ...listed(daysOff, { is: 'daysOff' } as const),
  ...listed(hours, { is: 'hours' } as const),
  ...listed(hints, { is: 'hint' } as const),
  ...listed(places, { is: 'place' } as const),
  ...listed([...small, ...addressingWords], { is: 'small' } as const),
])

/** @param isFollowUp the last reply was about hours: a day or a holiday alone ("còn mai?") asks on */
export function readOfficeQuestion(text: string, now: Date, isFollowUp: boolean): OfficeQuestion | null {
  const { dates, rest } = readDates(text, now)
  const words = analysePhrase(rest)
  const found = senses.find(words)
  const covered = found.reduce((sum, { start, end }) => sum + end - start, 0)
  const said = found.map(({ meaning }) => meaning)
  const has = (is: Sense['is']) => said.some(sense => sense.is === is)
  if (covered < words.length || has('other')) return null

  const asked = said.find(sense => sense.is === 'numbers')
  if (asked) return { kind: 'numbers', first: asked.first }
  const asksHours = has('hours') || has('hint')
  const holiday = said.find(sense => sense.is === 'holiday')
  if (holiday && (asksHours || has('daysOff') || isFollowUp)) return { kind: 'holidays', holiday: holiday.name }
  const days = [...new Set([...dates, ...resolveDays(said, vietnamDay(now))])].sort().slice(0, MOST_DAYS)
  const part = said.find(sense => sense.is === 'part')?.part ?? null
  const isRange = has('range') && said.filter(sense => sense.is === 'weekday').length > 1
  if (days.length > 0 && !isRange) {
    return asksHours || has('daysOff') || isFollowUp ? { kind: 'days', days, part } : null
  }
  if (has('daysOff')) return { kind: 'holidays', holiday: null }
  if (has('hours') || ((has('thisWeek') || isRange) && asksHours)) return { kind: 'week' }
  const isAboutNow = has('hint') && (has('place') || part !== null)
  return isAboutNow ? { kind: 'days', days: [vietnamDay(now)], part } : null
}

function resolveDays(said: readonly Sense[], today: string): string[] {
  const isNextWeek = said.some(({ is }) => is === 'nextWeek')
  const onWeekday = (weekday: number) => {
    const ahead = weekday - weekdayOf(today)
    return addDays(today, isNextWeek ? ahead + 7 : (ahead + 7) % 7)
  }
  return said.flatMap(sense => {
    if (sense.is === 'relative') return [addDays(today, sense.days)]
    if (sense.is === 'weekday') return [onWeekday(sense.weekday)]
    if (sense.is !== 'weekend') return []
    const saturday = onWeekday(SATURDAY)
    return [saturday, addDays(saturday, 1)]
  })
}
