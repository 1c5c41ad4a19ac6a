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
 * Notes that people were here, and makes their records at the first visit, unless all it says is that they left.
 * @param visits one a person
 * @returns their ids, in the order of the visits
 */
export async function notePersons(tx: Transaction<Tables>, visits: ZaloVisit[]): Promise<string[]> {
  const column = <T>(pick: (visit: ZaloVisit) => T): T[] => visits.map(pick)
  const { rows } = await sql<{ place: number; person_id: string | null }>`
    with v as (
      select * from unnest(${column(v => v.oaId)}::text[], ${column(v => v.oaUserId)}::text[], ${column(v => v.userIdByApp)}::text[],
        ${column(v => v.at)}::timestamptz[], ${column(v => v.following)}::boolean[]) with ordinality
        as t (oa_id, oa_user_id, user_id_by_app, at, following, place)),
    known as (
      update identities i set last_interaction_at = greatest(i.last_interaction_at, v.at), following = coalesce(v.following, i.following),
        user_id_by_app = coalesce(v.user_id_by_app, i.user_id_by_app)
      from v where i.kind = 'oa' and i.issuer = v.oa_id and i.external_id = v.oa_user_id
      returning i.person_id, v.place)
    select v.place::int, known.person_id from v left join known on known.place = v.place order by v.place
  `.execute(tx)
  const personIds = rows.map(({ person_id }) => person_id ?? randomUUID())
  // A stranger who leaves may be somebody who was forgotten: no record is made of that.
  const strangers = rows.flatMap(({ person_id }, index) =>
    person_id === null && visits[index]?.following !== false ? [index] : [],
  )
  if (strangers.length > 0)
    await writeStrangers(
      tx,
      strangers.flatMap(index => ({ visit: visits[index], personId: personIds[index] })),
    )
  return personIds
}

async function writeStrangers(
  tx: Transaction<Tables>,
  strangers: { visit?: ZaloVisit; personId?: string }[],
): Promise<void> {
  const known = strangers.flatMap(({ visit, personId }) => (visit && personId ? [{ visit, personId }] : []))
  await tx
    .insertInto('persons')
    .values(known.map(({ personId }) => ({ id: personId })))
    .execute()
  await tx
    .insertInto('identities')
    .values(
      known.map(({ visit, personId }) => ({
        person_id: personId,
        kind: 'oa' as const,
        issuer: visit.oaId,
        external_id: visit.oaUserId,
        user_id_by_app: visit.userIdByApp,
        following: visit.following,
        last_interaction_at: visit.at,
      })),
    )
    .execute()
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
