/** When something comes again, at the ward's time. Months that are too short end it on their last day. */
import { z } from 'zod'
import { addDays, momentAt, vietnamDay, weekdayOf } from './vietnam-time.ts'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const Repeat = z.discriminatedUnion('every', [
  z.object({ every: z.literal('day'), time: Time }),
  /** Monday is 1, Sunday is 7. */
  z.object({ every: z.literal('week'), weekdays: z.array(z.number().int().min(1).max(7)).min(1), time: Time }),
  /** Day 31 is the last day of every month. */
  z.object({ every: z.literal('month'), day: z.number().int().min(1).max(31), time: Time }),
])
export type Repeat = z.infer<typeof Repeat>

/** Longer than any gap between two moments of a rule. */
const LOOK_AHEAD_DAYS = 63

/** The first moment of the rule after `after`. */
export function nextMoment(repeat: Repeat, after: Date): Date {
  for (let ahead = 0, day = vietnamDay(after); ahead <= LOOK_AHEAD_DAYS; ahead++, day = addDays(day, 1)) {
    const moment = momentAt(day, repeat.time)
    if (moment > after && isDayOf(repeat, day)) return moment
  }
  throw new Error('a rule without a next moment')
}

function isDayOf(repeat: Repeat, day: string): boolean {
  switch (repeat.every) {
    case 'day':
      return true
    case 'week':
      return repeat.weekdays.includes(weekdayOf(day))
    case 'month': {
      const ofMonth = Number(day.slice(8))
      const isLast = addDays(day, 1).slice(8) === '01'
      return ofMonth === repeat.day || (isLast && ofMonth < repeat.day)
    }
  }
}
