/** How officers keep the office's time: what they read, what holds at once, and what waits for a second person. */
import { z } from 'zod'
import { AreaLevel, WardProfile } from './areas.ts'
import { Closure, OfficeCalendar, OfficeSchedule, ScheduleRevision, WeeklyHours } from './calendars.ts'
import { operation } from './operation.ts'

const AreaCode = z.string().max(80)
const Why = z.string().trim().max(500).default('')

/** Words that are not in force: who proposed them, and what they are. */
const Waiting = z.object({
  by: z.string(),
  at: z.date(),
  /** By whoever reads this: sending again replaces them. */
  isMine: z.boolean(),
})

/** Everything about the time of one office, for whoever keeps it. */
export const OfficeDesk = z.object({
  name: z.string(),
  level: AreaLevel,
  now: z.date(),
  /** Null where the area has no office of its own. */
  ward: WardProfile.nullable(),
  schedule: OfficeSchedule,
  /** What the areas above have entered, the farthest first; null: what the program brings along. */
  inherited: z.array(z.object({ from: z.string().nullable(), calendar: OfficeCalendar })),
  waitingHours: Waiting.extend({ hours: WeeklyHours }).nullable(),
  waitingCalendar: Waiting.extend({ calendar: OfficeCalendar }).nullable(),
})
export type OfficeDesk = z.infer<typeof OfficeDesk>

/** What is to be done or known about an office, for the first page of the desk. */
export const OfficeConcern = z.object({
  area: z.string(),
  name: z.string(),
  /** Years that are or soon will be, and are not entered completely. */
  openYears: z.array(z.number().int()),
  /** Not over yet, and entered by one person alone. */
  published: z.array(z.object({ by: z.string(), at: z.date(), closure: Closure })),
})
export type OfficeConcern = z.infer<typeof OfficeConcern>

const Written = OfficeSchedule.extend({
  /** Something of it is not in force: a second person agrees first. */
  waits: z.boolean(),
})
export type WrittenSchedule = z.infer<typeof Written>

export const officeContract = {
  readCalendar: operation('public')
    .route({ method: 'GET', path: '/areas/{area}/office', summary: 'Opening hours, seasons, holidays and closures' })
    .input(z.object({ area: AreaCode }))
    .output(OfficeSchedule),
  writeCalendar: operation('editor')
    .route({
      method: 'PUT',
      path: '/areas/{area}/office/calendar',
      summary: 'The calendar of an area: short closures hold at once, everything else once a second person agrees',
    })
    .input(z.object({ area: AreaCode, calendar: OfficeCalendar, revision: ScheduleRevision, why: Why }))
    .output(Written),
  writeHours: operation('editor')
    .route({
      method: 'PUT',
      path: '/areas/{area}/office/hours',
      summary: 'The usual week of an office, once a second person agrees',
    })
    .input(z.object({ area: AreaCode, hours: WeeklyHours, revision: ScheduleRevision, why: Why }))
    .output(Written),
  desk: operation('editor')
    .route({
      method: 'GET',
      path: '/areas/{area}/office/desk',
      summary: 'The time of an office with whence each part comes, and what waits',
    })
    .input(z.object({ area: AreaCode }))
    .output(OfficeDesk),
  concerns: operation('editor')
    .route({
      method: 'GET',
      path: '/office/concerns',
      summary: 'Years to be entered, and closures published by one alone',
    })
    .output(z.array(OfficeConcern)),
}
