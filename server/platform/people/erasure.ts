/**
 * Forgets a person (Zalo: `user_withdraw`, `user.revoke.consent`; Law 91/2025/QH15). Everything that could name them
 * goes: identities, memberships, roles, conversation, what they wrote, what was written to them. The proof that stays
 * says when, why and how much; it does not say who.
 */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../storage/index.ts'

export type ErasureCause = 'user_withdraw' | 'user.revoke.consent' | 'person asked'

/** The person behind an OA-scoped or app-scoped Zalo id. */
export type ZaloId = { oaId: string; oaUserId: string } | { appUserId: string }

/** @returns the proof's number, or null when nobody is known by that id */
export async function erasePerson(
  tx: Transaction<Tables>,
  who: ZaloId,
  // The event that asks for the erasure is being worked on: it stays, without the person.
  { cause, requestedAt, keepEventId = null }: { cause: ErasureCause; requestedAt: Date; keepEventId?: string | null },
): Promise<string | null> {
  const { rows: identities } = await sql<{ person_id: string; issuer: string; external_id: string }>`
    select person_id, issuer, external_id from identities where person_id in (
      select person_id from identities
      where ${'oaUserId' in who ? sql`kind = 'oa' and issuer = ${who.oaId} and external_id = ${who.oaUserId}` : sql`(kind = 'app' and external_id = ${who.appUserId}) or user_id_by_app = ${who.appUserId}`})
    for update
  `.execute(tx)
  const people = [...new Set(identities.map(identity => identity.person_id))]
  const zaloIds = [
    ...new Set([...identities.map(identity => identity.external_id), ...('oaUserId' in who ? [who.oaUserId] : [])]),
  ]
  const counts = {
    identities: identities.length,
    events: await remove(
      sql`delete from events where subject_id = any(${zaloIds}::text[]) and id <> ${keepEventId ?? '0'}::bigint`,
    ),
    deliveries: await remove(sql`delete from deliveries where recipient_id = any(${zaloIds}::text[])`),
    conversations: await remove(sql`delete from conversations where oa_user_id = any(${zaloIds}::text[])`),
  }
  if (keepEventId)
    await remove(
      sql`update events set subject_id = 'erased', strand = 'erased', payload = '{"kind": "withdrawn", "userIdByApp": null}' where id = ${keepEventId}`,
    )
  await remove(sql`delete from persons where id = any(${people}::uuid[])`)
  if (Object.values(counts).every(count => count === 0)) return null

  const number = randomUUID()
  await tx
    .insertInto('erasures')
    .values({ proof: JSON.stringify({ number, ...counts }), cause, requested_at: requestedAt })
    .execute()
  await tx
    .insertInto('audit')
    .values({ actor: 'system', action: 'person erased', subject: number, detail: JSON.stringify({ cause, ...counts }) })
    .execute()
  return number

  async function remove(statement: ReturnType<typeof sql>): Promise<number> {
    const { numAffectedRows } = await statement.execute(tx)
    return Number(numAffectedRows ?? 0)
  }
}
