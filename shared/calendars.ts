/**
 * When the office is open: weekly hours, seasons with hours of their own, public holidays, working Saturdays, closures.
 * Dated data that a city or ward keeps; a year nobody has entered is unknown, and whoever reckons with it says so.
 * `office-time.ts` reckons.
 */
import { z } from 'zod'
import { OpeningHours } from './areas.ts'

const IsoDate = z.iso.date()
const Words = z.string().min(1).max(200)

/** One week. On one day the stretches follow one another; a lunch break is the gap between two. */
export const WeeklyHours = z
  .array(OpeningHours)
  .max(50)
  .refine(hours => hours.every(({ opens, closes }) => opens < closes), 'an office closes after it opens')
  .refine(hours => !hours.some((one, index) => hours.slice(index + 1).some(other => overlap(one, other))), {
    message: 'two stretches of one day overlap',
  })

function overlap(one: OpeningHours, other: OpeningHours): boolean {
  return one.weekday === other.weekday && one.opens < other.closes && other.opens < one.closes
}

/** `off`: the office is closed. `working`: an ordinary day off that is worked instead, with the hours of `like` (1 Monday … 7). */
export const CalendarDay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off'), date: IsoDate, name: Words }),
  z.object({ kind: z.literal('working'), date: IsoDate, name: Words, like: z.number().int().min(1).max(7) }),
])
export type CalendarDay = z.infer<typeof CalendarDay>

/** The public holidays of one year as announced. `source`: the announcement, in words people can check. */
export const HolidayYear = z
  .object({
    year: z.number().int().min(2025).max(2100),
    source: Words,
    /** False while only some days are certain, such as those the law fixes by date. */
    complete: z.boolean(),
    days: z.array(CalendarDay).max(120),
  })
  .refine(({ year, days }) => days.every(({ date }) => date.startsWith(`${year}-`)), 'every day lies in its year')
  .refine(({ days }) => isUnique(days.map(({ date }) => date)), 'no day stands twice')
export type HolidayYear = z.infer<typeof HolidayYear>

/** From the first to the last day, both counted, these weekly hours hold instead of the usual ones. */
export const Season = z
  .object({ from: IsoDate, until: IsoDate, name: Words, hours: WeeklyHours })
  .refine(isInOrder, 'a season ends after it begins')
export type Season = z.infer<typeof Season>

/** The office is closed on these days for a reason of its own. */
export const Closure = z
  .object({ from: IsoDate, until: IsoDate, reason: Words })
  .refine(isInOrder, 'a closure ends after it begins')
export type Closure = z.infer<typeof Closure>

export const OfficeCalendar = z.object({
  years: z
    .array(HolidayYear)
    .max(50)
    .refine(years => isUnique(years.map(({ year }) => year)), 'no year stands twice'),
  seasons: z.array(Season).max(100),
  closures: z.array(Closure).max(300),
})
export type OfficeCalendar = z.infer<typeof OfficeCalendar>

export const emptyCalendar: OfficeCalendar = { years: [], seasons: [], closures: [] }

/** Which state of an office's time an editor has seen; says nothing by itself. */
export const ScheduleRevision = z.string().regex(/^[0-9a-f]{16}$/)

/** What an office goes by, for everybody to read. */
export const OfficeSchedule = z.object({
  area: z.string(),
  /** The usual week; none where the area has no office of its own. */
  hours: WeeklyHours,
  /** What holds here, inherited or entered. */
  calendar: OfficeCalendar,
  /** What the area entered itself: this is what an edit replaces. */
  own: OfficeCalendar,
  /** Of `hours` and `own`. Whoever edits sends it back: had somebody else edited meanwhile, it is another by then. */
  revision: ScheduleRevision,
})
export type OfficeSchedule = z.infer<typeof OfficeSchedule>

/**
 * What an area inherits, with its own beside it: a year it has entered itself replaces the inherited one, its seasons and
 * closures are added. Of two seasons for one day the own one holds.
 */
export function mergeCalendars(inherited: OfficeCalendar, own: OfficeCalendar): OfficeCalendar {
  const replaced = new Set(own.years.map(({ year }) => year))
  return {
    years: [...inherited.years.filter(({ year }) => !replaced.has(year)), ...own.years].sort((a, b) => a.year - b.year),
    seasons: [...inherited.seasons, ...own.seasons],
    closures: [...inherited.closures, ...own.closures],
  }
}

function isInOrder({ from, until }: { from: string; until: string }): boolean {
  return from <= until
}

function isUnique(values: readonly (string | number)[]): boolean {
  return new Set(values).size === values.length
}
