/** Examples kept as tests: what is asked, what it came to when somebody agreed to it, and what a draft would make of it. */
import { z } from 'zod'

const Key = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A question put to the chat, or the answers given to a checklist. */
export const ExampleAsked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), text: z.string().trim().min(3).max(300) }),
  z.object({
    kind: z.literal('checklist'),
    name: z.string().trim().min(3).max(120),
    answers: z.record(Key, Key).refine(answers => Object.keys(answers).length <= 20, 'too many answers'),
  }),
])
export type ExampleAsked = z.infer<typeof ExampleAsked>

/** Where a question is meant to lead; a checklist leads to what it comes to on the day the example is kept. */
export const ExampleTarget = z.object({ topic: Key, caseId: Key.nullable() })
export type ExampleTarget = z.infer<typeof ExampleTarget>

export const NewGuideExample = z.object({ asked: ExampleAsked, target: ExampleTarget.nullable() })
export type NewGuideExample = z.infer<typeof NewGuideExample>

export const GuideExample = z.object({
  id: z.string(),
  asked: ExampleAsked,
  /** What is asked, in words. */
  words: z.string(),
  /** What it is to come to, in words. */
  expected: z.string(),
  /** What it comes to as published; null: the guide is not in force. */
  now: z.string().nullable(),
  /** What it would come to with the words being written; null: nobody writes. */
  withDraft: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.date(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.date().nullable(),
})
export type GuideExample = z.infer<typeof GuideExample>

/** The reviewer has seen that this example comes to this from now on. */
export const ConfirmedExample = z.object({ id: z.string().max(20), after: z.string().max(4000) })
export type ConfirmedExample = z.infer<typeof ConfirmedExample>

export const ExampleChange = z.object({
  id: z.string(),
  guide: z.string(),
  words: z.string(),
  expected: z.string(),
  before: z.string(),
  after: z.string(),
})
export type ExampleChange = z.infer<typeof ExampleChange>

/** How well the published questions are found, each put as if the machine had never had it. */
export const Score = z.object({
  questions: z.number().int(),
  right: z.number().int(),
  offered: z.number().int(),
  wrong: z.number().int(),
  refused: z.number().int(),
})
export type Score = z.infer<typeof Score>

export const LostQuestion = z.object({ text: z.string(), guide: z.string(), before: z.string(), after: z.string() })
export type LostQuestion = z.infer<typeof LostQuestion>

/** What publishing a draft would change of what was tried before. */
export const DraftCheck = z.object({
  changed: z.array(ExampleChange),
  examples: z.number().int(),
  /** Null: nothing that finding goes by was touched. */
  before: Score.nullable(),
  after: Score.nullable(),
  /** Found before, not any more. */
  lost: z.array(LostQuestion),
  lostCount: z.number().int(),
})
export type DraftCheck = z.infer<typeof DraftCheck>
