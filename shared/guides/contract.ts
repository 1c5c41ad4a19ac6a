/** What officers do with guides. Finer rights, and who may agree to whose words, are in the service. */
import { z } from 'zod'
import { operation } from '../operation.ts'
import { TopicKind } from '../procedures.ts'
import {
  Change,
  DraftWords,
  Guide,
  GuideAsOf,
  GuideDraft,
  GuideList,
  GuideName,
  GuidePreview,
  GuideQuery,
  Presence,
  TryOut,
  Why,
} from './draft.ts'
import { ConfirmedExample, DraftCheck, GuideExample, NewGuideExample } from './examples.ts'

const GuideKey = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const DraftId = z.string().regex(/^\d{1,18}$/)
/** In addresses, where everything is text. */
const RevisionNumber = z.coerce.number().int().min(1).max(1_000_000)
const ofGuide = z.object({ key: GuideKey })
const ofDraft = z.object({ id: DraftId })
/** The version that the caller saw: what somebody else changed meanwhile is not overwritten. */
const atVersion = ofDraft.extend({ version: z.number().int().positive() })

export const NewGuide = z.object({
  key: GuideKey,
  kind: TopicKind,
  title: z.string().trim().min(3).max(120),
  category: z.string().max(60),
})
export type NewGuide = z.infer<typeof NewGuide>

export const Approval = atVersion.extend({
  why: Why.nullable(),
  /** The author publishes alone: an emergency, with a reason; everybody in charge is told. */
  isAlone: z.boolean(),
  /** Each example that will come to something else, with what it comes to. */
  confirmed: z.array(ConfirmedExample).max(500).default([]),
  /** Why questions that were found may be lost. */
  lossWhy: Why.nullable().default(null),
})
export type Approval = z.infer<typeof Approval>

/** The number of a revision, or the words being written. */
export const Version = z.union([z.literal('draft'), RevisionNumber])
export type Version = z.infer<typeof Version>

export const guidesContract = {
  list: operation('viewer')
    .route({ method: 'GET', path: '/guides', summary: 'Guides by name, with what is being done to them' })
    .input(GuideQuery)
    .output(GuideList),
  names: operation('viewer')
    .route({ method: 'GET', path: '/guide-names', summary: 'The names of all guides, to choose one from' })
    .output(z.array(GuideName)),
  get: operation('viewer')
    .route({ method: 'GET', path: '/guides/{key}', summary: 'One guide: in force, being written, and before' })
    .input(ofGuide)
    .output(Guide),
  readRevision: operation('viewer')
    .route({ method: 'GET', path: '/guides/{key}/revisions/{revision}', summary: 'One revision as it was published' })
    .input(ofGuide.extend({ revision: RevisionNumber }))
    .output(GuideAsOf.pick({ topic: true, revision: true })),
  readAsOf: operation('viewer')
    .route({ method: 'GET', path: '/guides/{key}/as-of', summary: 'What held, holds or will hold on a day' })
    .input(ofGuide.extend({ day: z.iso.date() }))
    .output(GuideAsOf),
  compare: operation('viewer')
    .route({ method: 'GET', path: '/guides/{key}/difference', summary: 'What differs between any two, in words' })
    .input(ofGuide.extend({ from: Version, to: Version }))
    .output(z.array(Change)),
  preview: operation('viewer')
    .route({ method: 'POST', path: '/guides/drafts/{id}/preview', summary: 'What the chat would say of a draft' })
    .input(ofDraft)
    .output(GuidePreview),
  tryOut: operation('viewer')
    .route({ method: 'POST', path: '/guides/drafts/{id}/try', summary: 'Asks the chat as if a draft were published' })
    .input(ofDraft.extend({ text: z.string().trim().min(1).max(500) }))
    .output(TryOut),
  create: operation('editor')
    .route({ method: 'POST', path: '/guides', summary: 'Begins a guide of the ward’s own' })
    .input(NewGuide)
    .output(GuideDraft),
  start: operation('editor')
    .route({ method: 'POST', path: '/guides/{key}/draft', summary: 'Begins a draft from what is in force, or earlier' })
    .input(ofGuide.extend({ from: RevisionNumber.nullable() }))
    .output(GuideDraft),
  save: operation('editor')
    .route({ method: 'PUT', path: '/guides/drafts/{id}', summary: 'Keeps what was typed' })
    .input(atVersion.extend(DraftWords.shape).extend({ baseRevision: z.number().int().positive().nullable() }))
    .output(GuideDraft),
  discard: operation('editor')
    .route({ method: 'POST', path: '/guides/drafts/{id}/discard', summary: 'Gives a draft up; it is kept' })
    .input(atVersion.extend({ why: Why }))
    .output(GuideDraft),
  submit: operation('editor')
    .route({ method: 'POST', path: '/guides/drafts/{id}/submit', summary: 'Hands a draft in for a second person' })
    .input(atVersion.extend({ why: Why }))
    .output(GuideDraft),
  giveBack: operation('reviewer')
    .route({ method: 'POST', path: '/guides/drafts/{id}/give-back', summary: 'Gives a draft back, with words' })
    .input(atVersion.extend({ why: Why }))
    .output(GuideDraft),
  approve: operation('reviewer')
    .route({
      method: 'POST',
      path: '/guides/drafts/{id}/approve',
      summary: 'Publishes, or schedules, what was handed in',
    })
    .input(Approval)
    .output(GuideDraft),
  present: operation('editor')
    .route({ method: 'POST', path: '/guides/{key}/presence', summary: 'Says that one writes here; who else does' })
    .input(ofGuide.extend({ isLeaving: z.boolean() }))
    .output(Presence),
  check: operation('viewer')
    .route({
      method: 'POST',
      path: '/guides/drafts/{id}/check',
      summary: 'What publishing would change of what was tried',
    })
    .input(ofDraft)
    .output(DraftCheck),
  listExamples: operation('viewer')
    .route({ method: 'GET', path: '/guides/{key}/examples', summary: 'The examples kept with a guide' })
    .input(ofGuide)
    .output(z.array(GuideExample)),
  addExample: operation('editor')
    .route({ method: 'POST', path: '/guides/{key}/examples', summary: 'Keeps an example with a guide' })
    .input(ofGuide.extend(NewGuideExample.shape))
    .output(z.array(GuideExample)),
  removeExample: operation('editor')
    .route({ method: 'POST', path: '/guides/{key}/examples/{id}/remove', summary: 'Keeps an example no longer' })
    .input(ofGuide.extend({ id: DraftId, why: Why }))
    .output(z.array(GuideExample)),
  retire: operation('editor')
    .route({
      method: 'POST',
      path: '/guides/{key}/retire',
      summary: 'Asks for a guide to be taken out of use; a second person agrees as to a draft',
    })
    .input(ofGuide.extend({ revision: z.number().int().positive(), why: Why }))
    .output(Guide),
  markSeen: operation('reviewer')
    .route({
      method: 'POST',
      path: '/guides/{key}/revisions/{revision}/seen',
      summary: 'A second person looks at what was published alone',
    })
    .input(ofGuide.extend({ revision: RevisionNumber, why: Why.nullable() }))
    .output(Guide),
}
