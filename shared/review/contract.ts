/** The review sprint: one fact at a time, each answer kept at once. */
import { z } from 'zod'
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
  items: z.array(OpenItem),
})
export type ReviewBatch = z.infer<typeof ReviewBatch>

export const NewReviewAnswer = z.object({
  /** From the page, so that an answer sent twice counts once. */
  requestKey: z.uuid(),
  topic: z.string().max(80).nullable(),
  item: z.string().max(160),
  /** The words that were read: the answer is about these and no others. */
  fact: z.string().max(20_000),
  answer: ReviewAnswer,
  /** What is right; needed with `wrong`. */
  correction: z.string().trim().min(3).max(1000).nullable(),
  /** With `wrong`, for a fee that is one amount: what is right, in đồng. */
  amount: z.number().int().min(0).max(1_000_000_000).nullable(),
})
export type NewReviewAnswer = z.infer<typeof NewReviewAnswer>

/** What became of an answer. `draft`: the change waits in the guide's draft; `task`: it waits for whoever keeps the guide. */
export const ReviewOutcome = z.object({
  left: z.number().int(),
  correction: z.enum(['draft', 'task']).nullable(),
})
export type ReviewOutcome = z.infer<typeof ReviewOutcome>

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
}
