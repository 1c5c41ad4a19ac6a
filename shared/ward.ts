/** The ward as everybody may see it: who it is, where, when, and how to reach it. */
import { z } from 'zod'
import { WardProfile } from './areas.ts'
import { OfficeCalendar } from './calendars.ts'

export const EmergencyNumber = z.object({ number: z.string(), name: z.string() })
export type EmergencyNumber = z.infer<typeof EmergencyNumber>

export const WardCard = WardProfile.extend({
  oaId: z.string(),
  /** Where the chat with the ward is opened; null when it has none. */
  chatUrl: z.url().nullable(),
  emergencyNumbers: z.array(EmergencyNumber),
  /** Holidays and closures, for working days and for "open now". */
  calendar: OfficeCalendar,
  /** True where nothing is real: names, numbers and addresses are made up. */
  isPractice: z.boolean(),
  /** The ward's clock: a phone that runs wrong is set right by it. */
  now: z.date(),
})
export type WardCard = z.infer<typeof WardCard>
