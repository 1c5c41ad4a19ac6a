/** The rows of the cases. One case a person is open at a time; closing one empties what was kept for it. */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { HandoffOutcome, HandoffReason } from '../../../shared/handoffs.ts'
import type { Line, Speaker } from '../../feature.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'

/** Whose conversation it is. */
export interface Correspondent {
  oaId: string
  oaUserId: string
}

export interface OpenedCase {
  id: string
  /** What the person was told first; null: no moment was named. */
  dueAt: Date | null
  isNew: boolean
}

export interface Closing {
  at: Date
  /** `#xong`, `person`, `system`, or the name on an officer's token. */
  by: string
  outcome: HandoffOutcome | 'unanswered'
  note?: string | null
}

type Db = Database | Transaction<Tables>

export interface NewCase {
  speaker: Speaker
  reason: HandoffReason
  topic: string | null
  context: readonly Line[]
  openedAt: Date
  dueAt: Date | null
  escalateAt: Date
}

/** Opens a case, or brings the open one up to date: its lines are the latest, its hours those of the first request. */
export async function openCase(
  tx: Transaction<Tables>,
  { speaker, reason, topic, context, openedAt, dueAt, escalateAt }: NewCase,
): Promise<OpenedCase> {
  const { rows } = await sql<OpenedCase>`
    insert into handoffs (oa_id, area_id, oa_user_id, person_id, reason, topic_key, context, opened_at, due_at, escalate_at)
    values (${speaker.oaId}, ${speaker.areaId}, ${speaker.oaUserId}, ${speaker.personId}, ${reason}, ${topic},
      ${JSON.stringify(context)}::jsonb, ${openedAt}, ${dueAt}, ${escalateAt})
    on conflict (oa_id, oa_user_id) where closed_at is null do update
      set context = excluded.context, topic_key = coalesce(excluded.topic_key, handoffs.topic_key),
        reason = case when excluded.reason = 'distress' then excluded.reason else handoffs.reason end
    -- A row that was there before carries the number of the transaction that just changed it.
    returning id, due_at as "dueAt", xmax = 0 as "isNew"
  `.execute(tx)
  const [opened] = rows
  if (!opened) throw new Error('a case was neither opened nor found')
  return opened
}

/** Notes that an officer has written to somebody whose case is open. */
export async function stampCase(tx: Transaction<Tables>, { oaId, oaUserId }: Correspondent, at: Date): Promise<void> {
  await sql`
    update handoffs set officer_at = greatest(officer_at, ${at}::timestamptz)
    where oa_id = ${oaId} and oa_user_id = ${oaUserId} and closed_at is null and opened_at <= ${at}
  `.execute(tx)
}

/** @returns how many were closed */
export async function closeCases(
  db: Db,
  which: RawBuilder<unknown>,
  { at, by, outcome, note = null }: Closing,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update handoffs set closed_at = ${at}, closed_by = ${by}, outcome = ${outcome}, note = ${note},
      context = '[]', callback_phone = null, callback_asked_at = null, callback_given_at = null
    where closed_at is null and ${which}
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}

export function isOf({ oaId, oaUserId }: Correspondent): RawBuilder<unknown> {
  return sql`oa_id = ${oaId} and oa_user_id = ${oaUserId}`
}

/** An officer has written to the person about it. */
export function isAnsweredCaseOf(who: Correspondent): RawBuilder<unknown> {
  return sql`${isOf(who)} and officer_at is not null`
}

/** What an officer ended at that moment: neither a case opened since, nor one they wrote to since. */
export function isEndedCaseOf(who: Correspondent, at: Date): RawBuilder<unknown> {
  return sql`${isOf(who)} and opened_at <= ${at} and (officer_at is null or officer_at <= ${at})`
}

/** When the person wrote what is being answered: events may have waited before they were worked on. */
export async function momentOf(tx: Transaction<Tables>, { eventId }: Speaker, now: Date): Promise<Date> {
  const event = await tx.selectFrom('events').select('occurred_at').where('id', '=', eventId).executeTakeFirst()
  return event && event.occurred_at < now ? event.occurred_at : now
}
