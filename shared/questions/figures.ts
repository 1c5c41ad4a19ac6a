/** What the ward shows to everybody: how often the machine is right, and how often it has no answer. */
import { z } from 'zod'
import { addDays, vietnamDay, weekdayOf } from '../vietnam-time.ts'

/** Below this a count could point at somebody: it is shown as "dưới 5". */
export const smallestShown = 5

const Shown = z.number().int().min(smallestShown).nullable()

export const PublicWeek = z.object({
  week: z.iso.date(),
  answered: Shown,
  unanswered: Shown,
  thumbsUp: Shown,
  thumbsDown: Shown,
})
export type PublicWeek = z.infer<typeof PublicWeek>

export const PublicFigures = z.object({
  since: z.date(),
  /** Full weeks only, newest first: what changes from day to day could point at somebody too. */
  weeks: z.array(PublicWeek),
  /** Every published question, put as if it were not known. Null: not worked out yet. */
  selfCheck: z
    .object({
      at: z.date(),
      questions: z.number().int(),
      right: z.number().int(),
      offered: z.number().int(),
      wrong: z.number().int(),
      refused: z.number().int(),
    })
    .nullable(),
})
export type PublicFigures = z.infer<typeof PublicFigures>

export const FiguresSetting = z.object({ isOn: z.boolean() })
export type FiguresSetting = z.infer<typeof FiguresSetting>

/** Null for what is too small to be shown. Totals are never shown beside it, so nothing can be worked out. */
export function showCount(count: number): number | null {
  return count >= smallestShown ? count : null
}

/** The Monday of the week of a day; both ISO days. */
export function weekOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

/** Mondays of the last full weeks before `now`, newest first. */
export function fullWeeks(now: Date, count: number): string[] {
  const running = weekOf(vietnamDay(now))
  return Array.from({ length: count }, (_, index) => addDays(running, -7 * (index + 1)))
}
