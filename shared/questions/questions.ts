/** Questions that the chatbot could not serve well, as officers see them: groups of what is alike, without people. */
import { z } from 'zod'

/**
 * Why a question is shown. `unanswered`: refused, or none of what was offered. `asked_back`: the machine was not sure.
 * `thumbs_down`: the answer before a 👎. `handed_over`: asked before an officer was called.
 */
export const QuestionKind = z.enum(['unanswered', 'asked_back', 'thumbs_down', 'handed_over'])
export type QuestionKind = z.infer<typeof QuestionKind>

/** `seen`: nothing needs to be done. */
export const QuestionSettling = z.enum(['new_topic', 'out_of_scope', 'seen'])
export type QuestionSettling = z.infer<typeof QuestionSettling>

export const QuestionGroup = z.object({
  id: z.string(),
  area: z.string(),
  areaName: z.string(),
  /** The newest of them, masked. */
  wording: z.string(),
  total: z.number().int(),
  kinds: z.record(QuestionKind, z.number().int()),
  /** What most of these conversations were about; null: nothing. */
  topic: z.string().nullable(),
  firstAt: z.date(),
  lastAt: z.date(),
  settledAs: z.enum(['example', ...QuestionSettling.options]).nullable(),
  settledBy: z.string().nullable(),
  settledAt: z.date().nullable(),
  note: z.string().nullable(),
})
export type QuestionGroup = z.infer<typeof QuestionGroup>

export const QuestionList = z.object({ groups: z.array(QuestionGroup), hasMore: z.boolean() })
export type QuestionList = z.infer<typeof QuestionList>

export const QuestionQuery = z.object({
  kind: QuestionKind.optional(),
  state: z.enum(['open', 'settled']).default('open'),
  page: z.coerce.number().int().min(0).max(200).default(0),
})
export type QuestionQuery = z.infer<typeof QuestionQuery>

export const QuestionGroupDetail = QuestionGroup.extend({
  /** Newest first, each wording once, at most fifty. */
  wordings: z.array(z.object({ text: z.string(), kind: QuestionKind, askedAt: z.date() })),
  /** What the published guides have that comes nearest. */
  nearest: z.array(z.object({ topic: z.string(), title: z.string() })),
})
export type QuestionGroupDetail = z.infer<typeof QuestionGroupDetail>

/** Monday (ISO day) and what happened in the seven days from it. Counts only. */
export const QuestionWeek = z.object({
  week: z.iso.date(),
  answered: z.number().int(),
  unanswered: z.number().int(),
  askedBack: z.number().int(),
  handedOver: z.number().int(),
  thumbsUp: z.number().int(),
  thumbsDown: z.number().int(),
})
export type QuestionWeek = z.infer<typeof QuestionWeek>

/** Refusals of this feature that pages have words for. */
export const QuestionRefusal = z.enum([
  'personal_data',
  'not_rewritten',
  'looks_like_name',
  'known_wording',
  'no_such_topic',
  'own_proposal',
  'decided_already',
])
export type QuestionRefusal = z.infer<typeof QuestionRefusal>

export const NewExample = z.object({
  /** Null: the ward cannot answer this, and the machine shall say so. */
  topic: z.string().max(80).nullable(),
  wording: z.string().trim().min(4).max(200),
  /** An officer has looked, and what looks like a name is none. */
  namesConfirmed: z.boolean().default(false),
})
export type NewExample = z.infer<typeof NewExample>

export const ExamplePhrase = z.object({
  id: z.string(),
  area: z.string(),
  topic: z.string().nullable(),
  topicTitle: z.string().nullable(),
  wording: z.string(),
  state: z.enum(['proposed', 'accepted', 'declined', 'retired']),
  namesConfirmed: z.boolean(),
  proposedBy: z.string(),
  proposedAt: z.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  why: z.string().nullable(),
  /** What the machine says to it today. */
  now: z.object({
    decision: z.enum(['answer', 'clarify', 'refer', 'refuse', 'chitchat']),
    topic: z.string().nullable(),
  }),
  /** The caller may decide: somebody else proposed it. */
  mayDecide: z.boolean(),
})
export type ExamplePhrase = z.infer<typeof ExamplePhrase>

export const ExampleList = z.object({ examples: z.array(ExamplePhrase), hasMore: z.boolean() })
export type ExampleList = z.infer<typeof ExampleList>
