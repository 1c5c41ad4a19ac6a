/** Drafts as they lie in the database, and how they are read. */
import type { Selectable, Transaction } from 'kysely'
import type { DraftSummary, GuideDraft, GuideRefusal } from '../../../shared/guides/index.ts'
import { AppError } from '../../errors.ts'
import type { Database, GuideDraftsTable, Tables } from '../../platform/storage/index.ts'
import type { Hand } from './charge.ts'

export type Db = Database | Transaction<Tables>
export type DraftRow = Selectable<GuideDraftsTable>

export const OPEN = ['draft', 'submitted'] as const

const INVALID: readonly GuideRefusal[] = ['incomplete', 'table_broken', 'ends_too_early']

export function refuse(reason: GuideRefusal, message: string): AppError {
  return new AppError(INVALID.includes(reason) ? 'invalid' : 'conflict', message, reason)
}

export function toDraft(row: DraftRow, hand: Hand): GuideDraft {
  return {
    id: row.id,
    topic: row.topic_key,
    state: row.state,
    version: row.version,
    baseRevision: row.base_revision,
    content: row.content,
    effectiveFrom: row.effective_from,
    effectiveUntil: row.effective_until,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    why: row.why,
    returnedBecause: row.returned_because,
    isRetirement: row.is_retirement,
    mayApprove: !row.authors.includes(hand.actor),
  }
}

export const SUMMARY = [
  'id',
  'topic_key',
  'state',
  'version',
  'effective_from',
  'edited_by',
  'edited_at',
  'is_retirement',
] as const

export function toSummary(row: Pick<DraftRow, (typeof SUMMARY)[number]>): DraftSummary {
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    effectiveFrom: row.effective_from,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
    isRetirement: row.is_retirement,
  }
}

/** Nobody else changes it until this transaction ends. @throws AppError `not_found`, `conflict` */
export async function holdDraft(
  tx: Transaction<Tables>,
  { id, version }: { id: string; version: number },
  states: readonly DraftRow['state'][],
): Promise<DraftRow> {
  const row = await tx.selectFrom('guide_drafts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new AppError('not_found', 'no such draft')
  if (!states.includes(row.state)) throw refuse('wrong_state', `this draft is ${row.state}`)
  if (row.version !== version) throw refuse('changed_meanwhile', `${row.edited_by} saved version ${row.version}`)
  return row
}

/** The newest revision of a guide, in force or not. */
export function findLatest(db: Db, key: string) {
  return db
    .selectFrom('topic_revisions')
    .selectAll()
    .where('topic_key', '=', key)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function writeStep(
  tx: Transaction<Tables>,
  { label }: Hand,
  step: {
    action: string
    topic: string
    draft?: string
    revision?: number
    why?: string | null
    [detail: string]: unknown
  },
): Promise<void> {
  const { action, topic, ...detail } = step
  await tx
    .insertInto('audit')
    .values({ actor: label, action: `guide ${action}`, subject: topic, detail: JSON.stringify(detail) })
    .execute()
}
