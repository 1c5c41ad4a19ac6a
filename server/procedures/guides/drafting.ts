/** Writing: drafts begun, kept while typing, handed in, given back, given up. Nobody overwrites another silently. */
import type { Transaction } from 'kysely'
import { categories } from '../../../shared/content/index.ts'
import { type DraftWords, type GuideDraft, listIncomplete, type NewGuide } from '../../../shared/guides/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { AppError } from '../../errors.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'
import type { Hand } from './charge.ts'
import { emptyGuide } from './empty-guide.ts'
import { findLatest, holdDraft, OPEN, refuse, toDraft, writeStep } from './rows.ts'

export interface Pen {
  db: Database
  hand: Hand
  now: Date
}

type AtVersion = { id: string; version: number }

/** @throws AppError `conflict` when there is a guide or a draft of that key, `invalid` for an unknown category */
export function createGuide({ db, hand, now }: Pen, asked: NewGuide): Promise<GuideDraft> {
  if (!categories.some(({ key }) => key === asked.category)) throw new AppError('invalid', 'no such category')
  return db.transaction().execute(async tx => {
    if (await findLatest(tx, asked.key)) throw refuse('draft_open', 'there is a guide of this key already')
    return begin(tx, { hand, now }, { key: asked.key, base: null, content: emptyGuide(asked), action: 'created' })
  })
}

/** @param from an earlier revision that is to hold again; null: what is in force */
export function startDraft(
  { db, hand, now }: Pen,
  { key, from }: { key: string; from: number | null },
): Promise<GuideDraft> {
  return db.transaction().execute(async tx => {
    const latest = await findLatest(tx, key)
    const source = from === null ? latest : await findRevision(tx, key, from)
    if (!latest || !source) throw new AppError('not_found', 'no such guide, or no such revision')
    const action = from === null ? 'draft started' : `restored from ${from}`
    return begin(tx, { hand, now }, { key, base: latest.revision, content: source.content, action })
  })
}

async function begin(
  tx: Transaction<Tables>,
  { hand, now }: Pick<Pen, 'hand' | 'now'>,
  { key, base, content, action }: { key: string; base: number | null; content: Topic; action: string },
): Promise<GuideDraft> {
  const row = await tx
    .insertInto('guide_drafts')
    .values({
      topic_key: key,
      base_revision: base,
      content: JSON.stringify(content),
      authors: [hand.actor],
      edited_by: hand.label,
      edited_at: now,
    })
    .onConflict(conflict =>
      conflict
        .column('topic_key')
        .where('state', 'in', [...OPEN])
        .doNothing(),
    )
    .returningAll()
    .executeTakeFirst()
  if (!row) throw refuse('draft_open', 'somebody is writing this guide already')
  await writeStep(tx, hand, { action, topic: key, draft: row.id })
  return toDraft(row, hand)
}

/** Autosaves leave no line in the audit: what was handed in does. @throws AppError `conflict`, `invalid`, `not_found` */
export function saveDraft(
  { db, hand, now }: Pen,
  {
    content,
    effectiveFrom,
    effectiveUntil,
    baseRevision,
    ...at
  }: AtVersion & DraftWords & { baseRevision: number | null },
): Promise<GuideDraft> {
  if (effectiveFrom && effectiveUntil && effectiveUntil < effectiveFrom)
    throw refuse('ends_too_early', 'it would end before it begins')
  return db.transaction().execute(async tx => {
    const held = await holdDraft(tx, at, ['draft'])
    if (content.key !== held.topic_key) throw new AppError('invalid', 'a guide keeps its key')
    const row = await tx
      .updateTable('guide_drafts')
      .set({
        content: JSON.stringify(content),
        effective_from: effectiveFrom,
        effective_until: effectiveUntil,
        base_revision: baseRevision,
        version: held.version + 1,
        authors: [...new Set([...held.authors, hand.actor])],
        edited_by: hand.label,
        edited_at: now,
      })
      .where('id', '=', held.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return toDraft(row, hand)
  })
}

/** @throws AppError `invalid` when words are missing still, `conflict` */
export function submitDraft({ db, hand, now }: Pen, { why, ...at }: AtVersion & { why: string }): Promise<GuideDraft> {
  return db.transaction().execute(async tx => {
    const held = await holdDraft(tx, at, ['draft'])
    const missing = listIncomplete(held.content)
    if (missing.length > 0) throw refuse('incomplete', `still to be written: ${missing.slice(0, 10).join(', ')}`)
    const row = await tx
      .updateTable('guide_drafts')
      .set({
        state: 'submitted',
        version: held.version + 1,
        authors: [...new Set([...held.authors, hand.actor])],
        submitted_by: hand.label,
        submitted_at: now,
        why,
        returned_because: null,
      })
      .where('id', '=', held.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await writeStep(tx, hand, { action: 'submitted', topic: row.topic_key, draft: row.id, why })
    return toDraft(row, hand)
  })
}

/** Asks for a guide to be taken out of use: it waits for a second person as a draft does. */
export function askToRetire(
  { db, hand, now }: Pen,
  { key, revision, why }: { key: string; revision: number; why: string },
): Promise<void> {
  return db.transaction().execute(async tx => {
    const latest = await findLatest(tx, key)
    if (!latest) throw new AppError('not_found', 'no such guide')
    if (latest.retired_at || latest.revision !== revision)
      throw refuse('changed_meanwhile', `revision ${revision} is not in force`)
    const row = await tx
      .insertInto('guide_drafts')
      .values({
        topic_key: key,
        base_revision: revision,
        content: JSON.stringify(latest.content),
        state: 'submitted',
        authors: [hand.actor],
        edited_by: hand.label,
        edited_at: now,
        submitted_by: hand.label,
        submitted_at: now,
        why,
        is_retirement: true,
      })
      .onConflict(conflict =>
        conflict
          .column('topic_key')
          .where('state', 'in', [...OPEN])
          .doNothing(),
      )
      .returning('id')
      .executeTakeFirst()
    if (!row) throw refuse('draft_open', 'somebody is writing this guide')
    await writeStep(tx, hand, { action: 'retirement asked for', topic: key, draft: row.id, revision, why })
  })
}

/** The second person asks for more, or the author takes it back. A guide that was to be retired simply stays. */
export function giveBackDraft({ db, hand }: Pen, { why, ...at }: AtVersion & { why: string }): Promise<GuideDraft> {
  return db.transaction().execute(async tx => {
    const held = await holdDraft(tx, at, ['submitted'])
    const state = held.is_retirement ? 'discarded' : 'draft'
    const row = await tx
      .updateTable('guide_drafts')
      .set({ state, version: held.version + 1, returned_because: why })
      .where('id', '=', held.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await writeStep(tx, hand, { action: 'given back', topic: row.topic_key, draft: row.id, why })
    return toDraft(row, hand)
  })
}

/** A draft, or what was agreed to and has not begun yet. */
export function discardDraft({ db, hand, now }: Pen, { why, ...at }: AtVersion & { why: string }): Promise<GuideDraft> {
  return db.transaction().execute(async tx => {
    const held = await holdDraft(tx, at, ['draft', 'submitted', 'scheduled'])
    const row = await tx
      .updateTable('guide_drafts')
      .set({ state: 'discarded', version: held.version + 1, decided_by: hand.label, decided_why: why, decided_at: now })
      .where('id', '=', held.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await writeStep(tx, hand, { action: 'draft given up', topic: row.topic_key, draft: row.id, why })
    return toDraft(row, hand)
  })
}

function findRevision(tx: Transaction<Tables>, key: string, revision: number) {
  return tx
    .selectFrom('topic_revisions')
    .selectAll()
    .where('topic_key', '=', key)
    .where('revision', '=', revision)
    .executeTakeFirst()
}
