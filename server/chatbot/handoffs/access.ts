/** Which cases an officer sees, and whose a case is. */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { HandoffRefusal } from '../../../shared/handoffs.ts'
import { AppError } from '../../errors.ts'
import { areasBelow } from '../../platform/areas/index.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'

export interface HandoffRow {
  id: string
  oa_id: string
  area_id: string
  area_code: string
  area_name: string
  oa_user_id: string
  person_id: string
  reason: 'asked' | 'failures' | 'thumbs_down' | 'distress'
  topic_key: string | null
  context: unknown
  opened_at: Date
  due_at: Date | null
  officer_at: Date | null
  escalated_at: Date | null
  callback_phone: string | null
  claimed_by: string | null
  claimed_by_person: string | null
  closed_at: Date | null
  closed_by: string | null
  outcome: 'answered' | 'visited' | 'no_answer_needed' | 'unreachable' | 'unanswered' | null
  note: string | null
}

type Db = Database | Transaction<Tables>

/** An officer answers for their own areas and everything below them. Of rows called `h`. */
export function mayAnswerFor({ areaIds }: Principal): RawBuilder<unknown> {
  return sql`h.area_id in (${areasBelow(areaIds)})`
}

/** @throws AppError `not_found`, also for a case of another area */
export async function requireHandoff(db: Db, officer: Principal, id: string): Promise<HandoffRow> {
  const { rows } = await sql<HandoffRow>`
    select h.*, a.code as area_code, a.name as area_name from handoffs h join areas a on a.id = h.area_id
    where h.id = ${id} and ${mayAnswerFor(officer)}
  `.execute(db)
  const [row] = rows
  if (!row) throw new AppError('not_found', 'no such case')
  return row
}

/** The same, held until the transaction ends. */
export async function holdHandoff(tx: Transaction<Tables>, officer: Principal, id: string): Promise<HandoffRow> {
  await sql`select 1 from handoffs where id = ${id} for update`.execute(tx)
  return requireHandoff(tx, officer, id)
}

/** A token of the office is nobody's account: it is told by its name. */
export function isMine(
  { personId, label }: Pick<Principal, 'personId' | 'label'>,
  row: Pick<HandoffRow, 'claimed_by' | 'claimed_by_person'>,
): boolean {
  if (row.claimed_by === null) return false
  return row.claimed_by_person === null ? row.claimed_by === label : row.claimed_by_person === personId
}

export function refuse(reason: HandoffRefusal, message: string): AppError {
  return new AppError('conflict', message, reason)
}
