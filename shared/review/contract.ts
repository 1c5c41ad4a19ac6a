/** The review sprint: one fact at a time, each answer kept at once. */
import { z } from 'zod'
import { OfficeCalendar, WeeklyHours } from '../calendars.ts'
import { LocalFacts } from '../local-parts/index.ts'
import { operation } from '../operation.ts'
import { reviewKinds } from './items.ts'

const AreaCode = z.string().max(80)

/** `right`: it holds here; `wrong`: it is to be corrected; `unknown`: somebody else must say. */
export const ReviewAnswer = z.enum(['right', 'wrong', 'unknown'])
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

/** The area whose word is given; what it inherits from those above need not be said again. */
export const ReviewArea = z.object({ code: z.string(), name: z.string(), level: z.string(), left: z.number().int() })
export type ReviewArea = z.infer<typeof ReviewArea>

export const OpenItem = z.object({
  topic: z.string().nullable(),
  key: z.string(),
  kind: z.enum(reviewKinds),
  title: z.string(),
  question: z.string(),
  fact: z.string(),
  /** Somebody did not know. */
  wasUnknown: z.boolean(),
})
export type OpenItem = z.infer<typeof OpenItem>

export const ReviewBatch = z.object({
  area: ReviewArea.omit({ left: true }),
  /** What waits in all, this batch among it. */
  left: z.number().int(),
  confirmed: z.number().int(),
  /** Said to be wrong: the new words are on their way. */
  beingCorrected: z.number().int(),
  /** False: the guides speak for other areas too, and are kept by somebody else; what holds here only may be said. */
  mayChangeGuides: z.boolean(),
  items: z.array(OpenItem),
})
export type ReviewBatch = z.infer<typeof ReviewBatch>

/** The value has the shape of its place; the guide as a whole is weighed on arrival. */
export const NewCorrection = z.object({ place: z.string().max(80), value: z.unknown() })

export const NewReviewAnswer = z.object({
  /** From the page, so that an answer sent twice counts once. */
  requestKey: z.uuid(),
  topic: z.string().max(80).nullable(),
  item: z.string().max(160),
  /** The words that were read: the answer is about these and no others. */
  fact: z.string().max(20_000),
  answer: ReviewAnswer,
  /** With `wrong`: what is right, in words; null when `changes` say it all. */
  correction: z.string().trim().min(3).max(1000).nullable(),
  /** With `wrong`: what is to stand there instead, place by place: `channels.0.timeLimit`, or `phone` of an office. */
  changes: z.array(NewCorrection).max(40).default([]),
  /** With words alone: the place of the guide they are about. */
  place: z.string().max(80).nullable().default(null),
  /** With `wrong`: what holds in this area only; the guide stays as it is. */
  local: LocalFacts.nullable().default(null),
})
export type NewReviewAnswer = z.infer<typeof NewReviewAnswer>

/**
 * What became of a correction. `draft`: the change waits in the guide's draft · `editor`: a draft is open, the words stand
 * beside the place · `office`: a second person agrees to the address and hours · `local`: a second person agrees to what holds
 * in this area only · `local-draft`: it stands in the local part that somebody is writing · `task`: it waits for whoever keeps
 * the guide.
 */
export const ReviewOutcome = z.object({
  left: z.number().int(),
  correction: z.enum(['draft', 'editor', 'office', 'local', 'local-draft', 'task']).nullable(),
})
export type ReviewOutcome = z.infer<typeof ReviewOutcome>

/** What an office tells people of itself; the police have no hours of their own here. */
export const OfficeFacts = z.object({
  address: z.string().trim().min(3).max(200),
  phone: z.string().regex(/^[\d .+]{3,20}$/),
  openingHours: WeeklyHours.nullable(),
})
export type OfficeFacts = z.infer<typeof OfficeFacts>

/**
 * Address, telephone and hours that an officer has put right, or the calendar of an area; they hold once a second person
 * agrees. Of the two pairs one is there. Closures of a calendar: those that are added.
 */
export const OfficeChange = z.object({
  id: z.string(),
  areaCode: z.string(),
  area: z.string(),
  office: z.string(),
  facts: z.object({ before: OfficeFacts, after: OfficeFacts }).nullable(),
  /** `inherited`: what holds without anything of one's own. */
  calendar: z.object({ before: OfficeCalendar, after: OfficeCalendar, inherited: OfficeCalendar }).nullable(),
  words: z.string(),
  by: z.string(),
  at: z.date(),
  mayDecide: z.boolean(),
})
export type OfficeChange = z.infer<typeof OfficeChange>

/** An office as its form shows it. */
export const OfficeNow = OfficeFacts.extend({ item: z.string(), name: z.string() })
export type OfficeNow = z.infer<typeof OfficeNow>

export const reviewContract = {
  areas: operation('editor')
    .route({
      method: 'GET',
      path: '/review/areas',
      summary: 'The areas one may answer for, and how much is open there',
    })
    .output(z.array(ReviewArea)),
  next: operation('editor')
    .route({
      method: 'GET',
      path: '/review/{area}',
      summary: 'The next facts to confirm in an area, most urgent first',
    })
    .input(z.object({ area: AreaCode, size: z.coerce.number().int().min(1).max(50).default(10) }))
    .output(ReviewBatch),
  answer: operation('editor')
    .route({ method: 'POST', path: '/review/{area}', summary: 'Right, wrong, or not known; kept with who and when' })
    .input(NewReviewAnswer.extend({ area: AreaCode }))
    .output(ReviewOutcome),
  offices: operation('editor')
    .route({
      method: 'GET',
      path: '/review/{area}/offices',
      summary: 'The offices of an area, as they tell of themselves',
    })
    .input(z.object({ area: AreaCode }))
    .output(z.array(OfficeNow)),
  officeChanges: operation('editor')
    .route({
      method: 'GET',
      path: '/review/office-changes',
      summary: 'Addresses and hours that wait for a second person',
    })
    .output(z.array(OfficeChange)),
  decideOffice: operation('reviewer')
    .route({
      method: 'POST',
      path: '/review/office-changes/{id}/decide',
      summary: 'Agrees to an address, or gives it back',
    })
    .input(
      z.object({
        id: z.string().regex(/^\d{1,18}$/),
        isAgreed: z.boolean(),
        why: z.string().trim().max(500).nullable(),
      }),
    )
    .output(z.array(OfficeChange)),
}
