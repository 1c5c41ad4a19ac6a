/** Persons and the Zalo identities by which they are known. Least data: no name, no phone, no picture is kept. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database, Tables } from '../storage/index.ts'

export interface ZaloVisit {
  oaId: string
  /** The person's id at this OA. */
  oaUserId: string
  userIdByApp: string | null
  at: Date
  /** What the visit says about following; null: nothing. */
  following: boolean | null
}

/**
 * Notes that a person was here, and makes their record at the first visit.
 * @returns the person's id, and whether they had never been here before
 */
export async function notePerson(
  tx: Transaction<Tables>,
  visit: ZaloVisit,
): Promise<{ personId: string; isNew: boolean }> {
  const { rows } = await sql<{ person_id: string }>`
    update identities set last_interaction_at = greatest(last_interaction_at, ${visit.at}), following = coalesce(${visit.following}, following),
      user_id_by_app = coalesce(${visit.userIdByApp}, user_id_by_app)
    where kind = 'oa' and issuer = ${visit.oaId} and external_id = ${visit.oaUserId}
    returning person_id
  `.execute(tx)
  if (rows[0]) return { personId: rows[0].person_id, isNew: false }
  const personId = randomUUID()
  await tx.insertInto('persons').values({ id: personId }).execute()
  await tx
    .insertInto('identities')
    .values({
      person_id: personId,
      kind: 'oa',
      issuer: visit.oaId,
      external_id: visit.oaUserId,
      user_id_by_app: visit.userIdByApp,
      following: visit.following,
      last_interaction_at: visit.at,
    })
    .execute()
  return { personId, isNew: true }
}

export async function findPersonByZaloId(db: Database, oaUserId: string): Promise<string | null> {
  const row = await db
    .selectFrom('identities')
    .select('person_id')
    .where('kind', '=', 'oa')
    .where('external_id', '=', oaUserId)
    .executeTakeFirst()
  return row?.person_id ?? null
}
