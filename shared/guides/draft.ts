/** A guide on its way: written, handed in, agreed to by a second person, in force, taken out. */
import { z } from 'zod'
import { type Topic, TopicKind } from '../procedures.ts'
import { isWritable } from './writable.ts'

/**
 * `draft`: being written; `submitted`: waits for a second person, nobody changes it; `scheduled`: agreed to, takes effect
 * by itself on its day; `published`: became a revision; `discarded`: kept, but leads to nothing.
 */
export const DraftState = z.enum(['draft', 'submitted', 'scheduled', 'published', 'discarded'])
export type DraftState = z.infer<typeof DraftState>

/** Why something was refused, where a page has words of its own for it. */
export const GuideRefusal = z.enum([
  'changed_meanwhile',
  'draft_open',
  'wrong_state',
  'base_changed',
  'own_words',
  'incomplete',
  'day_passed',
  'examples_differ',
  'questions_lost',
  'table_broken',
  'ends_too_early',
  'scheduled_already',
  'nothing_new',
])
export type GuideRefusal = z.infer<typeof GuideRefusal>

/** A day at the ward, `2026-11-24`. Both days count. */
const Day = z.iso.date()
const Revision = z.number().int().positive()

export const longestWhy = 500
export const Why = z.string().trim().min(3).max(longestWhy)

/** A topic that may lack words still: its shape is whole. */
export const WritableTopic = z.custom<Topic>(isWritable, 'not the shape of a guide')

export const DraftWords = z.object({
  content: WritableTopic,
  /** Null: as soon as it is agreed to. */
  effectiveFrom: Day.nullable(),
  /** The last day; null: until further notice. */
  effectiveUntil: Day.nullable(),
})
export type DraftWords = z.infer<typeof DraftWords>

export const GuideDraft = DraftWords.extend({
  id: z.string(),
  topic: z.string(),
  state: DraftState,
  /** Grows with every save: whoever saves names the one they saw. */
  version: z.number().int().positive(),
  /** The revision it was written against; null: a guide that was never published. */
  baseRevision: Revision.nullable(),
  editedBy: z.string(),
  editedAt: z.date(),
  submittedBy: z.string().nullable(),
  submittedAt: z.date().nullable(),
  /** What the author said when handing it in. */
  why: z.string().nullable(),
  /** What the second person said when giving it back. */
  returnedBecause: z.string().nullable(),
  /** What waits for a second person is taking the guide out of use. */
  isRetirement: z.boolean(),
  /** False for whoever wrote or handed in these words. */
  mayApprove: z.boolean(),
})
export type GuideDraft = z.infer<typeof GuideDraft>

export const DraftSummary = GuideDraft.pick({
  id: true,
  state: true,
  version: true,
  effectiveFrom: true,
  editedBy: true,
  editedAt: true,
  isRetirement: true,
})
export type DraftSummary = z.infer<typeof DraftSummary>

/** One line of the list. */
export const GuideSummary = z.object({
  key: z.string(),
  kind: TopicKind,
  title: z.string(),
  category: z.string(),
  /** Null: not in force. */
  revision: Revision.nullable(),
  publishedAt: z.date().nullable(),
  /** True when something in it is still to be confirmed by the ward. */
  isFlagged: z.boolean(),
  draft: DraftSummary.nullable(),
  scheduled: DraftSummary.nullable(),
  /** A local part of it waits for a second person. */
  isLocalWaiting: z.boolean(),
  /** Something of it was published by its author alone, and no second person has looked since. */
  isUnseen: z.boolean(),
  /** Who keeps it, by name; null: nobody in particular. */
  owner: z.string().nullable(),
  /** When it is to be looked at again; null: the ward keeps it up to date itself, or it is not in force. */
  reviewOn: Day.nullable(),
  /** `due`: that day has come, readers are told; `withheld`: it is not shown. */
  freshness: z.enum(['fresh', 'due', 'withheld']),
})
export type GuideSummary = z.infer<typeof GuideSummary>

/**
 * What is being done to a guide; one at a time, the most pressing first. `retiring`: handed in to be taken out of use;
 * `scheduled`: agreed to, its day is to come.
 */
export const GuideState = z.enum(['retiring', 'submitted', 'draft', 'scheduled', 'published', 'retired'])
export type GuideState = z.infer<typeof GuideState>

export const GuideQuery = z.object({
  /** Part of the name, with or without its marks. */
  find: z.string().trim().max(120).optional(),
  category: z.string().max(60).optional(),
  /** `local`: a local part of it waits for a second person; `open`: somebody writes, or is to decide or to look afterwards. */
  state: z.enum([...GuideState.options, 'local', 'open']).optional(),
  isFlagged: z.stringbool().optional(),
  /** Name of who keeps it; `-`: nobody does. */
  owner: z.string().trim().max(120).optional(),
  /** `due`: its review date has passed, whether it is shown still or not. */
  freshness: z.enum(['due', 'withheld']).optional(),
  /** Key of the last guide seen: what stands behind it. */
  after: z.string().max(80).optional(),
})
export type GuideQuery = z.infer<typeof GuideQuery>

/** `total`: as many as there are, this page among them. `owners`: everybody who keeps one, whatever is asked for. */
export const GuideList = z.object({
  guides: z.array(GuideSummary),
  total: z.number().int(),
  hasMore: z.boolean(),
  owners: z.array(z.string()),
})
export type GuideList = z.infer<typeof GuideList>

/** `isInForce` false: only being written, or taken out of use. */
export const GuideName = z.object({ key: z.string(), title: z.string(), isInForce: z.boolean() })
export type GuideName = z.infer<typeof GuideName>

export const RevisionSummary = z.object({
  revision: Revision,
  origin: z.enum(['starter', 'officer']),
  publishedAt: z.date(),
  retiredAt: z.date().nullable(),
  effectiveUntil: Day.nullable(),
  writtenBy: z.string().nullable(),
  publishedBy: z.string().nullable(),
  why: z.string().nullable(),
  /** Published by its author alone, in an emergency. */
  isAlone: z.boolean(),
  /** The second person who looked afterwards. */
  seenBy: z.string().nullable(),
})
export type RevisionSummary = z.infer<typeof RevisionSummary>

/** Who did what to a guide, and why. */
export const GuideStep = z.object({ at: z.date(), by: z.string(), action: z.string(), why: z.string().nullable() })
export type GuideStep = z.infer<typeof GuideStep>

/** What an officer has said is wrong in a guide, until other words are in force. */
export const GuideCorrection = z.object({
  /** Of the review task. */
  id: z.string(),
  fact: z.string(),
  words: z.string(),
  /** `channels.0.fees.1` */
  place: z.string(),
  by: z.string(),
  at: z.date(),
})
export type GuideCorrection = z.infer<typeof GuideCorrection>

/** A guide as officers see it. */
export const Guide = z.object({
  key: z.string(),
  topic: z.custom<Topic>(isWritable).nullable(),
  revision: Revision.nullable(),
  publishedAt: z.date().nullable(),
  draft: GuideDraft.nullable(),
  scheduled: z.array(GuideDraft),
  corrections: z.array(GuideCorrection),
  /** Newest first. */
  revisions: z.array(RevisionSummary),
  steps: z.array(GuideStep),
  /** False: it speaks for other areas too, and is kept by somebody else; only what is in force is shown. */
  mayChange: z.boolean(),
})
export type Guide = z.infer<typeof Guide>

/** What holds on a day. `revision` null and `draft` set: agreed to, not in force yet. */
export const GuideAsOf = z.object({
  day: Day,
  topic: z.custom<Topic>(isWritable).nullable(),
  revision: Revision.nullable(),
  draft: z.string().nullable(),
})
export type GuideAsOf = z.infer<typeof GuideAsOf>

/** How a draft reads on the phone, and where words are missing still: `cases.0.label`. */
export const GuidePreview = z.object({
  texts: z.array(z.object({ asked: z.string(), messages: z.array(z.string()) })),
  missing: z.array(z.string()),
  /** What is wrong with the questions of its checklist, in words. */
  tableProblems: z.array(z.string()),
})
export type GuidePreview = z.infer<typeof GuidePreview>

/** `topic`: the guide that answered; null: none, or several to choose from. */
export const TryOut = z.object({
  messages: z.array(z.string()),
  buttons: z.array(z.string()),
  topic: z.string().nullable(),
})
export type TryOut = z.infer<typeof TryOut>

/** Who else has the guide open to write, and what was saved last. */
export const Presence = z.object({
  others: z.array(z.object({ name: z.string(), since: z.date() })),
  draft: DraftSummary.nullable(),
})
export type Presence = z.infer<typeof Presence>

/** One thing that differs, in words: "Lệ phí: 5.000 đồng → 8.000 đồng". Null: was not there, or is not there any more. */
export const Change = z.object({ where: z.string(), before: z.string().nullable(), after: z.string().nullable() })
export type Change = z.infer<typeof Change>
