/** Publication: a second person agrees, words take effect on their day, and end on it. */
import { sql, type Transaction } from 'kysely'
import type { Approval, DraftCheck, GuideDraft } from '../../../shared/guides/index.ts'
import { Topic } from '../../../shared/procedures.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import { AppError } from '../../errors.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'
import { bumpCatalogue } from '../store.ts'
import type { Hand } from './charge.ts'
import type { Pen } from './drafting.ts'
import { keepConfirmed } from './examples.ts'
import { type DraftRow, findLatest, holdDraft, refuse, toDraft, writeStep } from './rows.ts'

/** What was tried against exactly this draft and what is in force. */
export type Tried = Pick<DraftCheck, 'changed' | 'lostCount'>

const MACHINE: Hand = { label: 'hệ thống', actor: 'system', isPerson: false }

/**
 * Publishes now, or on the draft's day. Whoever wrote or handed in the words does not agree to them, except alone in an
 * emergency, with a reason.
 * @throws AppError `conflict`, `invalid`, `not_found`
 */
export function approveDraft(
  { db, hand, now }: Pen,
  { why, isAlone, confirmed, lossWhy, ...at }: Approval,
  tried: Tried,
): Promise<GuideDraft> {
  return db.transaction().execute(async tx => {
    await holdCatalogue(tx)
    const held = await holdDraft(tx, at, ['submitted'])
    if (!hand.isPerson) throw new AppError('forbidden', 'a person agrees, signed in; a token of the office is nobody')
    const isOwn = held.authors.includes(hand.actor)
    if (isOwn && !isAlone) throw refuse('own_words', 'a second person agrees to these words')
    if (isOwn && !why) throw new AppError('invalid', 'an emergency needs a reason')
    const today = vietnamDay(now)
    if (held.effective_until && held.effective_until < today) throw refuse('day_passed', 'its last day is over')
    const latest = await findLatest(tx, held.topic_key)
    if ((latest?.revision ?? null) !== held.base_revision)
      throw refuse('base_changed', `revision ${latest?.revision} was published meanwhile`)
    requireConfirmed(tried, { confirmed, lossWhy })
    const isLater = held.effective_from !== null && held.effective_from > today
    // Written from what is in force now, the second would take back what the first is going to change.
    if (isLater && (await isScheduled(tx, held.topic_key)))
      throw refuse('scheduled_already', 'another draft of it has its day already')
    const decided = await tx
      .updateTable('guide_drafts')
      .set({
        state: isLater ? 'scheduled' : 'published',
        version: held.version + 1,
        decided_by: hand.label,
        decided_actor: hand.actor,
        decided_why: why,
        decided_at: now,
        is_alone: isOwn,
        confirmed: JSON.stringify(tried.changed.map(({ id, after }) => ({ id, after }))),
        loss_why: tried.lostCount > 0 ? lossWhy : null,
      })
      .where('id', '=', held.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await writeStep(tx, hand, {
      action: isOwn ? 'agreed to alone' : 'agreed to',
      topic: held.topic_key,
      draft: held.id,
      why,
      ...(tried.changed.length > 0 ? { examplesChanged: tried.changed.length } : {}),
      ...(tried.lostCount > 0 ? { questionsLost: tried.lostCount, lossWhy } : {}),
    })
    if (!isLater) await publish(tx, decided, now, hand)
    return toDraft(decided, hand)
  })
}

async function isScheduled(tx: Transaction<Tables>, key: string): Promise<boolean> {
  const waiting = tx
    .selectFrom('guide_drafts')
    .select('id')
    .where('topic_key', '=', key)
    .where('state', '=', 'scheduled')
  return (await waiting.executeTakeFirst()) !== undefined
}

/** The second person, afterwards. @throws AppError `not_found`, `conflict` for whoever published or wrote it */
export function markSeen(
  { db, hand, now }: Pen,
  { key, revision, why }: { key: string; revision: number; why: string | null },
): Promise<void> {
  return db.transaction().execute(async tx => {
    const row = await tx
      .selectFrom('topic_revisions')
      .select(['published_actor', 'is_alone', 'seen_by', 'draft_id'])
      .where('topic_key', '=', key)
      .where('revision', '=', revision)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw new AppError('not_found', 'no such revision')
    if (!row.is_alone || row.seen_by) throw refuse('wrong_state', 'nothing waits for a second look')
    const authors = await listAuthors(tx, row.draft_id)
    if (!hand.isPerson || row.published_actor === hand.actor || authors.includes(hand.actor))
      throw refuse('own_words', 'a second person looks at these words')
    await tx
      .updateTable('topic_revisions')
      .set({ seen_by: hand.label, seen_at: now })
      .where('topic_key', '=', key)
      .where('revision', '=', revision)
      .execute()
    await writeStep(tx, hand, { action: 'seen afterwards', topic: key, revision, why })
  })
}

async function listAuthors(tx: Transaction<Tables>, draftId: string | null): Promise<string[]> {
  if (draftId === null) return []
  const draft = await tx.selectFrom('guide_drafts').select('authors').where('id', '=', draftId).executeTakeFirst()
  return draft?.authors ?? []
}

/**
 * A scheduled draft `d` that would undo what was decided after it was agreed to: another revision was published, or the
 * guide was taken out of use. It waits for a person.
 */
export const WOULD_UNDO = sql<boolean>`(
  d.base_revision is distinct from (select max(r.revision) from topic_revisions r where r.topic_key = d.topic_key)
  or exists (select 1 from topic_revisions r where r.topic_key = d.topic_key and r.revision = d.base_revision and r.retired_at > d.decided_at
    and (r.effective_until is null or r.effective_until >= (r.retired_at at time zone 'Asia/Ho_Chi_Minh')::date)))`

/**
 * What takes effect today and what ended yesterday. Rows decide: a missed or double call does no harm. What would undo a
 * newer decision stays where it is, see `readGuidesHealth`.
 */
export async function applyDue(db: Database, now: Date): Promise<void> {
  const today = vietnamDay(now)
  const { rows } = await sql<{ isDue: boolean }>`
    select exists (select 1 from guide_drafts d where d.state = 'scheduled' and d.effective_from <= ${today} and not ${WOULD_UNDO})
      or exists (select 1 from topic_revisions where retired_at is null and effective_until < ${today}) as "isDue"
  `.execute(db)
  if (!rows[0]?.isDue) return
  await db.transaction().execute(async tx => {
    await holdCatalogue(tx)
    const ended = await tx
      .updateTable('topic_revisions')
      .set({ retired_at: now })
      .where('retired_at', 'is', null)
      .where('effective_until', '<', today)
      .returning(['topic_key', 'revision'])
      .execute()
    for (const { topic_key: topic, revision } of ended)
      await writeStep(tx, MACHINE, { action: 'ended on its day', topic, revision })
    if (ended.length > 0) await bumpCatalogue(tx)
    for (let row = await holdDue(tx, today); row; row = await holdDue(tx, today)) {
      await tx.updateTable('guide_drafts').set({ state: 'published' }).where('id', '=', row.id).execute()
      await publish(tx, row, now, MACHINE)
    }
  })
}

/** What the second person agrees to besides the words: each example that changes, and why questions may be lost. */
function requireConfirmed(
  { changed, lostCount }: Tried,
  { confirmed, lossWhy }: Pick<Approval, 'confirmed' | 'lossWhy'>,
): void {
  const open = changed.filter(({ id, after }) => !confirmed.some(one => one.id === id && one.after === after))
  if (open.length > 0) throw refuse('examples_differ', `${open.length} examples would come to something else`)
  if (lostCount > 0 && !lossWhy) throw refuse('questions_lost', `${lostCount} questions would not be found any more`)
}

/** One at a time: what is published now may be newer than what another was written on. */
async function holdDue(tx: Transaction<Tables>, today: string): Promise<DraftRow | undefined> {
  return tx
    .selectFrom('guide_drafts as d')
    .selectAll()
    .where('d.state', '=', 'scheduled')
    .where('d.effective_from', '<=', today)
    .where(sql<boolean>`not ${WOULD_UNDO}`)
    .orderBy('d.effective_from')
    .orderBy('d.id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

async function publish(tx: Transaction<Tables>, draft: DraftRow, now: Date, hand: Hand): Promise<void> {
  await keepConfirmed(tx, draft, now)
  if (draft.is_retirement) {
    await retireInForce(tx, draft.topic_key, now)
    await bumpCatalogue(tx)
    return writeStep(tx, hand, { action: 'retired', topic: draft.topic_key, draft: draft.id, why: draft.why })
  }
  const latest = await findLatest(tx, draft.topic_key)
  const revision = (latest?.revision ?? 0) + 1
  await retireInForce(tx, draft.topic_key, now)
  await tx
    .insertInto('topic_revisions')
    .values({
      topic_key: draft.topic_key,
      revision,
      content: JSON.stringify(Topic.parse(draft.content)),
      origin: 'officer',
      published_at: now,
      effective_until: draft.effective_until,
      draft_id: draft.id,
      written_by: draft.submitted_by,
      published_by: draft.decided_by,
      published_actor: draft.decided_actor,
      why: draft.decided_why ?? draft.why,
      is_alone: draft.is_alone,
    })
    .execute()
  await bumpCatalogue(tx)
  await writeStep(tx, hand, { action: 'published', topic: draft.topic_key, draft: draft.id, revision })
}

async function retireInForce(tx: Transaction<Tables>, key: string, now: Date): Promise<void> {
  await tx
    .updateTable('topic_revisions')
    .set({ retired_at: now })
    .where('topic_key', '=', key)
    .where('retired_at', 'is', null)
    .execute()
}

/** One publication at a time, upgrades included. */
async function holdCatalogue(tx: Transaction<Tables>): Promise<void> {
  await sql`lock table topic_revisions in share row exclusive mode`.execute(tx)
}
