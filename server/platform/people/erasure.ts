/**
 * Forgets a person (Zalo: `user_withdraw`, `user.revoke.consent`; Law 91/2025/QH15). Everything that could name them
 * goes: identities, memberships, roles, cases, conversation, what they wrote, what was written to them. The proof that
 * stays says when, why and how much; it does not say who.
 */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database, Tables } from '../storage/index.ts'
import { forgetRecipients } from './recipients.ts'

export type ErasureCause = 'user_withdraw' | 'user.revoke.consent' | 'person asked'

/** The person behind an OA-scoped or app-scoped Zalo id. */
export type ZaloId = { oaId: string; oaUserId: string } | { appUserId: string }
type Who = ZaloId | { personId: string }

/**
 * What is written in the same transaction after this call stays, such as the words that confirm it; see `removeTraces`.
 * @returns the proof's number, or null when nobody is known by that id
 */
export async function erasePerson(
  tx: Transaction<Tables>,
  who: Who,
  // The event that asks for the erasure is being worked on: it stays, without the person.
  { cause, requestedAt, keepEventId = null }: { cause: ErasureCause; requestedAt: Date; keepEventId?: string | null },
): Promise<string | null> {
  const known = await findIdentities(tx, who)
  const people = [...new Set(known.map(identity => identity.person_id))]
  const ids = sql`any(${[...zaloIdsOf(known, who)]}::text[])`
  const remove = async (statement: RawBuilder<unknown>): Promise<number> =>
    Number((await statement.execute(tx)).numAffectedRows ?? 0)
  const counts = {
    identities: known.length,
    events: await remove(sql`delete from events where subject_id = ${ids} and id <> ${keepEventId ?? '0'}::bigint`),
    deliveries: await remove(sql`delete from deliveries where recipient_id = ${ids}`),
    broadcasts: await remove(forgetRecipients(people, 'erased')),
    groups: await remove(sql`delete from oa_group_members where oa_user_id = ${ids}`),
    handoffs: await remove(sql`delete from handoffs where oa_user_id = ${ids} or person_id = any(${people}::uuid[])`),
    conversations: await remove(sql`delete from conversations where oa_user_id = ${ids}`),
  }
  if (keepEventId)
    await remove(
      sql`update events set subject_id = 'erased', strand = 'erased', payload = '{"kind": "withdrawn", "userIdByApp": null}' where id = ${keepEventId}`,
    )
  await remove(sql`delete from one_time_codes where detail ->> 'personId' = any(${people}::text[])`)
  // Notices speak for an office and stay; who wrote them is forgotten.
  await remove(sql`
    update notices set author = case when author = any(${people}::text[]) then 'erased author ' || id else author end,
      last_editor = case when last_editor = any(${people}::text[]) then 'erased author ' || id else last_editor end,
      approved_by = case when approved_by = any(${people}::text[]) then 'erased reviewer ' || id else approved_by end
    where author = any(${people}::text[]) or last_editor = any(${people}::text[]) or approved_by = any(${people}::text[])`)
  await remove(sql`update broadcasts set author = 'erased' where author = any(${people}::text[])`)
  await remove(sql`update schedule_runs set decided_by = 'erased' where decided_by = any(${people}::text[])`)
  // What they kept waits for somebody else.
  for (const table of ['guide_care', 'review_tasks'])
    await remove(
      sql`update ${sql.table(table)} set owner_person = null, owner_name = null where owner_person = any(${people}::uuid[])`,
    )
  for (const table of ['guide_drafts', 'local_parts', 'office_changes'])
    await remove(sql`
      update ${sql.table(table)} d set authors = array(select case when a = any(${people}::text[]) then 'erased author ' || d.id else a end from unnest(d.authors) a),
        decided_actor = case when decided_actor = any(${people}::text[]) then 'erased reviewer ' || id else decided_actor end
      where authors && ${people}::text[] or decided_actor = any(${people}::text[])`)
  await remove(sql`delete from guide_presence where actor = any(${people}::text[])`)
  await remove(
    sql`update topic_revisions set published_actor = 'erased' where published_actor = any(${people}::text[])`,
  )
  await remove(sql`delete from persons where id = any(${people}::uuid[])`)
  if (Object.values(counts).every(count => count === 0)) return null
  return writeProof(tx, { cause, requestedAt, counts })
}

interface KnownIdentity {
  person_id: string
  external_id: string
  user_id_by_app: string | null
}

async function findIdentities(tx: Transaction<Tables>, who: Who): Promise<KnownIdentity[]> {
  const isWho =
    'personId' in who
      ? sql`person_id = ${who.personId}`
      : 'oaUserId' in who
        ? sql`kind = 'oa' and issuer = ${who.oaId} and external_id = ${who.oaUserId}`
        : sql`(kind = 'app' and external_id = ${who.appUserId}) or user_id_by_app = ${who.appUserId}`
  const { rows } = await sql<KnownIdentity>`
    select person_id, external_id, user_id_by_app from identities
    where person_id in (select person_id from identities where ${isWho})
    for update
  `.execute(tx)
  return rows
}

function zaloIdsOf(known: KnownIdentity[], who: Who): Set<string> {
  const asked = 'personId' in who ? [] : ['oaUserId' in who ? who.oaUserId : who.appUserId]
  return new Set([...asked, ...known.flatMap(one => [one.external_id, one.user_id_by_app ?? one.external_id])])
}

async function writeProof(
  tx: Transaction<Tables>,
  { cause, requestedAt, counts }: { cause: ErasureCause; requestedAt: Date; counts: Record<string, number> },
): Promise<string> {
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
}

/** How long Zalo's reports about the confirmation may need to find it. */
const TRACES_LAST_MS = 3600_000

/**
 * Removes what still came and went for people who are not known any more: the words that confirmed an erasure, Zalo's
 * reports that they arrived and were read, and that the person left.
 */
export async function removeTraces(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - TRACES_LAST_MS)
  const isUnknown = (oaId: RawBuilder<unknown>, oaUserId: RawBuilder<unknown>) => sql`not exists (
    select 1 from identities i where i.kind = 'oa' and i.issuer = ${oaId} and i.external_id = ${oaUserId})`
  await sql`
    delete from deliveries d where d.channel = 'oa_message' and d.state not in ('claimed', 'sending')
      and coalesce(d.finished_at, d.sending_at, d.not_before) < ${before}
      and (d.state <> 'pending' or d.expires_at < ${before}) and ${isUnknown(sql`d.oa_id`, sql`d.recipient_id`)}
  `.execute(db)
  await sql`
    delete from events e where e.state in ('done', 'failed') and e.occurred_at < ${before}
      and e.payload ->> 'kind' in ('echo', 'received', 'seen', 'officer', 'unfollow') and ${isUnknown(sql`e.oa_id`, sql`e.subject_id`)}
  `.execute(db)
}
