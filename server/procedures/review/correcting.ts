/** What an officer says is wrong becomes a change in the guide's draft: a second person agrees, as to every other. */

import type { Topic } from '../../../shared/procedures.ts'
import type { NewReviewAnswer, ReviewItem } from '../../../shared/review/index.ts'
import { AppError } from '../../errors.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { Database } from '../../platform/storage/index.ts'
import { requireCharge, saveDraft, startDraft } from '../guides/index.ts'

type Correction = Pick<NewReviewAnswer, 'correction' | 'amount'>

/**
 * @returns `draft` when the guide's draft holds the change now, or was begun for it; `task` when whoever keeps the guide
 * has to take it from here: the officer is not in charge of it, or somebody's words wait for a second person
 */
export async function correctGuide(
  { db, officer, now }: { db: Database; officer: Principal; now: Date },
  item: ReviewItem,
  correction: Correction,
): Promise<'draft' | 'task'> {
  if (item.topic === null) return 'task'
  try {
    const pen = { db, hand: await requireCharge(db, officer), now }
    const draft = await openDraft(pen, item.topic)
    if (!draft) return 'task'
    const content = applyCorrection(draft.content, item, correction)
    if (content !== draft.content)
      await saveDraft(pen, {
        id: draft.id,
        version: draft.version,
        content,
        effectiveFrom: draft.effectiveFrom,
        effectiveUntil: draft.effectiveUntil,
        baseRevision: draft.baseRevision,
      })
    return 'draft'
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

/** Only what can be put in its place without a doubt; else the draft is as it was, and the words stand in the task. */
export function applyCorrection(
  topic: Topic,
  { kind }: Pick<ReviewItem, 'kind'>,
  { correction, amount }: Correction,
): Topic {
  const fees = topic.channels.flatMap(channel => channel.fees)
  if (kind === 'fee' && amount !== null && new Set(fees.map(({ name }) => name)).size === 1)
    return mapChannels(topic, channel => ({
      ...channel,
      fees: channel.fees.map(fee => ({
        ...fee,
        status: amount === 0 ? ('free_stated' as const) : ('stated' as const),
        amount,
        text: correction,
      })),
    }))
  const limits = topic.channels.flatMap(({ timeLimit }) => timeLimit ?? [])
  if (kind === 'time' && correction && new Set(limits.map(({ text }) => text)).size === 1)
    return mapChannels(topic, channel => ({
      ...channel,
      timeLimit: channel.timeLimit && { value: null, unit: null, text: correction },
    }))
  return topic
}

function mapChannels(topic: Topic, change: (channel: Topic['channels'][number]) => Topic['channels'][number]): Topic {
  return { ...topic, channels: topic.channels.map(change) }
}
