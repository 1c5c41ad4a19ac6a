/** What an officer says is wrong becomes a change in the guide's draft: a second person agrees, as to every other. */

import { isDeepStrictEqual } from 'node:util'
import { valueAt } from '../../../shared/guide-form/index.ts'
import { compareGuides, WritableTopic, wordChange } from '../../../shared/guides/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { type Correction, correctTopic, type ReviewItem, settleItem } from '../../../shared/review/index.ts'
import { AppError } from '../../errors.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { Database } from '../../platform/storage/index.ts'
import { requireCharge, saveDraft, startDraft } from '../guides/index.ts'

const LONGEST_WORDS = 1000

/** The guide's own words, without what is added for one ward when it is read. */
export function wordsOfGuide({ local: _, trust: __, ...content }: Topic): Topic {
  return content
}

/**
 * The changes in words, for whoever reads the task.
 * @throws AppError `invalid` when they lie outside the fact, break the shape of a guide, or change nothing
 */
export function wordCorrection(topic: Topic, item: ReviewItem, changes: readonly Correction[]): string {
  const content = wordsOfGuide(topic)
  const next = correctTopic(content, item, changes)
  if (!next || !WritableTopic.safeParse(next).success)
    throw new AppError('invalid', 'this is no correction of this fact', 'incomplete')
  const differences = compareGuides(content, next)
  if (differences.length === 0) throw new AppError('invalid', 'nothing differs from what holds', 'nothing_new')
  return differences.map(wordChange).join('\n').slice(0, LONGEST_WORDS)
}

/**
 * @param changes none: the words are to stand beside the place in the editor
 * @returns `draft` when the guide's draft holds the change now; `editor` when a draft is open for it; `task` when whoever
 * keeps the guide has to take it from here: the officer is not in charge of it, or somebody's words wait or stand there
 */
export async function correctGuide(
  { db, officer, now }: { db: Database; officer: Principal; now: Date },
  item: ReviewItem,
  { topic, changes, place }: { topic: Topic; changes: readonly Correction[]; place: string | null },
): Promise<'draft' | 'editor' | 'task'> {
  try {
    const pen = { db, hand: await requireCharge(db, officer), now }
    const draft = await openDraft(pen, topic.key)
    if (!draft) return 'task'
    const content = applyCorrection(draft.content, topic, item, { changes, place })
    if (!content) return 'task'
    if (!isDeepStrictEqual(content, draft.content))
      await saveDraft(pen, {
        id: draft.id,
        version: draft.version,
        content,
        effectiveFrom: draft.effectiveFrom,
        effectiveUntil: draft.effectiveUntil,
        baseRevision: draft.baseRevision,
      })
    return changes.length > 0 ? 'draft' : 'editor'
  } catch (error) {
    // Somebody was faster, or keeps this guide: the answer stands, and the task says what is to be done.
    if (error instanceof AppError) return 'task'
    throw error
  }
}

async function openDraft(pen: Parameters<typeof startDraft>[0], key: string) {
  const open = await pen.db
    .selectFrom('guide_drafts')
    .selectAll()
    .where('topic_key', '=', key)
    .where('state', 'in', ['draft', 'submitted'])
    .executeTakeFirst()
  if (!open) return startDraft(pen, { key, from: null })
  if (open.state !== 'draft') return null
  return {
    id: open.id,
    version: open.version,
    content: open.content,
    effectiveFrom: open.effective_from,
    effectiveUntil: open.effective_until,
    baseRevision: open.base_revision,
  }
}

/**
 * What is in force is corrected; a draft takes it over where it still says the same.
 * @returns null when somebody has written something else in that place already: nothing is overwritten
 */
export function applyCorrection(
  draft: Topic,
  inForce: Topic,
  item: ReviewItem,
  { changes, place }: { changes: readonly Correction[]; place: string | null },
): Topic | null {
  const isUntouched = changes.every(at => isDeepStrictEqual(valueAt(draft, at.place), valueAt(inForce, at.place)))
  const next = isUntouched ? correctTopic(draft, item, changes) : null
  const places = changes.length > 0 ? changes.map(change => change.place) : place ? [place] : []
  return next && settleItem(next, item, places)
}
