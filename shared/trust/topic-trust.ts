/** How far a guide may be trusted in the ward that shows it: what was confirmed there, and until when that is fresh. */
import { z } from 'zod'

const IsoDate = z.iso.date()

/** What a resident asks for that can be confirmed apart from the rest. */
export const ConfirmedPart = z.enum(['fee', 'time', 'papers', 'where'])
export type ConfirmedPart = z.infer<typeof ConfirmedPart>

/** `by`: the area whose officer said so, by its name; `on`: the oldest day that counts. */
const Confirmation = z.object({ by: z.string(), on: IsoDate })

export const TopicTrust = z.object({
  /** Everything in it; null: something is open still. */
  confirmed: Confirmation.nullable(),
  parts: z.array(Confirmation.extend({ part: ConfirmedPart })),
  /** An officer has said that something in it is wrong; the new words are on their way. */
  isBeingCorrected: z.boolean(),
  /** From this day on it waits to be looked at again; null: it needs no second look. */
  reviewOn: IsoDate.nullable(),
  /** From this day on it is not shown; null: it stays. */
  withholdOn: IsoDate.nullable(),
})
export type TopicTrust = z.infer<typeof TopicTrust>
