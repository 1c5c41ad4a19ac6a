/** Two records that turn out to be one person become one. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../storage/index.ts'
import { forgetRecipients } from './recipients.ts'

/**
 * Everything `from` holds goes over to `into`; where both have the same, what `into` has stays. Conversations keep their
 * places: they belong to an id at Zalo. Written into the audit.
 */
export async function mergePersons(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  await mergePlaces(tx, from, into)
  await sql`
    update roles r set person_id = ${into} where r.person_id = ${from} and (r.revoked_at is not null or not exists (
      select 1 from roles k where k.person_id = ${into} and k.role = r.role and k.area_id = r.area_id and k.revoked_at is null))
  `.execute(tx)
  await sql`update identities set person_id = ${into} where person_id = ${from}`.execute(tx)
  await sql`update conversations set person_id = ${into} where person_id = ${from}`.execute(tx)
  await sql`update handoffs set person_id = ${into} where person_id = ${from}`.execute(tx)
  await sql`update handoffs set claimed_by_person = ${into} where claimed_by_person = ${from}`.execute(tx)
  await sql`update example_phrases set proposed_by_person = ${into} where proposed_by_person = ${from}`.execute(tx)
  await sql`update guide_care set owner_person = ${into} where owner_person = ${from}`.execute(tx)
  await sql`update review_tasks set owner_person = ${into} where owner_person = ${from}`.execute(tx)
  await mergeBroadcasts(tx, from, into)
  await mergeNotices(tx, from, into)
  await mergeStaff(tx, from, into)
  await mergeGuides(tx, from, into)
  await sql`delete from one_time_codes where detail ->> 'personId' = ${from}::text`.execute(tx)
  await sql`delete from persons where id = ${from}`.execute(tx)
  await tx
    .insertInto('audit')
    .values({ actor: 'system', action: 'persons merged', subject: into, detail: JSON.stringify({ from }) })
    .execute()
}

/** What they answered and wrote; of two answers to one notice that of `into` stays. */
async function mergeNotices(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  await sql`
    update notice_answers a set person_id = ${into} where a.person_id = ${from} and (a.kind = 'question' or not exists (
      select 1 from notice_answers k where k.notice_id = a.notice_id and k.person_id = ${into} and k.kind <> 'question'))
  `.execute(tx)
  await sql`
    update notices set author = case author when ${from}::text then ${into}::text else author end,
      last_editor = case last_editor when ${from}::text then ${into}::text else last_editor end
    where (author = ${from}::text or last_editor = ${from}::text) and approved_by is distinct from ${into}::text
  `.execute(tx)
  await sql`
    update notices set approved_by = ${into}::text where approved_by = ${from}::text and author <> ${into}::text and last_editor <> ${into}::text
  `.execute(tx)
  await sql`update broadcasts set author = ${into}::text where author = ${from}::text`.execute(tx)
  await sql`update schedule_runs set decided_by = ${into}::text where decided_by = ${from}::text`.execute(tx)
}

/** Whose words they are goes along: nobody may agree to their own because they were two records once. */
async function mergeGuides(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  for (const table of ['guide_drafts', 'local_parts', 'office_changes'])
    await sql`
      update ${sql.table(table)} set authors = array_replace(authors, ${from}::text, ${into}::text),
        decided_actor = case decided_actor when ${from}::text then ${into}::text else decided_actor end
      where ${from}::text = any(authors) or decided_actor = ${from}::text
    `.execute(tx)
  await sql`delete from guide_presence where actor = ${from}::text`.execute(tx)
  await sql`update topic_revisions set published_actor = ${into}::text where published_actor = ${from}::text`.execute(
    tx,
  )
}

/** Two places of the same label are told apart by a number: nobody knows which of them is the newer truth. */
async function mergePlaces(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  const held = await tx.selectFrom('memberships').selectAll().where('person_id', 'in', [from, into]).execute()
  const kept = held.filter(one => one.person_id === into)
  for (const place of held.filter(one => one.person_id === from)) {
    if (kept.some(one => one.area_id === place.area_id)) continue
    const label = freeLabel(place.label, new Set(kept.map(one => one.label)))
    kept.push({ ...place, label })
    await sql`update memberships set person_id = ${into}, label = ${label} where person_id = ${from} and area_id = ${place.area_id}`.execute(
      tx,
    )
  }
}

function freeLabel(label: string | null, taken: ReadonlySet<string | null>): string | null {
  if (label === null || !taken.has(label)) return label
  for (let number = 2; ; number++) if (!taken.has(`${label} (${number})`)) return `${label} (${number})`
}

/** What was sent to both stays known of both; what either of them forbade stays forbidden. */
async function mergeBroadcasts(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  await sql`
    update broadcast_recipients r set person_id = ${into} where r.person_id = ${from}
      and not exists (select 1 from broadcast_recipients k where k.broadcast_id = r.broadcast_id and k.person_id = ${into})
  `.execute(tx)
  // Of a broadcast that was for both, one row is theirs; the other is nobody's, and is not pushed as well.
  await forgetRecipients([from], 'merged').execute(tx)
  await sql`
    insert into broadcast_preferences as p (person_id, push, muted_kinds, quiet_from, quiet_until, notifications_since)
    select ${into}, push, muted_kinds, quiet_from, quiet_until, notifications_since from broadcast_preferences where person_id = ${from}
    on conflict (person_id) do update set push = p.push and excluded.push,
      muted_kinds = array(select distinct unnest(p.muted_kinds || excluded.muted_kinds)),
      quiet_from = coalesce(p.quiet_from, excluded.quiet_from),
      quiet_until = case when p.quiet_from is null then excluded.quiet_until else p.quiet_until end,
      notifications_since = coalesce(p.notifications_since, excluded.notifications_since)
  `.execute(tx)
}

/** Whoever signs in at the console goes on doing so; of two accounts the one that `into` has stays. */
async function mergeStaff(tx: Transaction<Tables>, from: string, into: string): Promise<void> {
  await sql`
    update staff_accounts set id = ${into} where id = ${from}
      and not exists (select 1 from staff_accounts k where k.id = ${into})
  `.execute(tx)
  await sql`update staff_credentials set account_id = user_id::text where user_id = ${into}`.execute(tx)
  await sql`update staff_invitations set person_id = ${into} where person_id = ${from}`.execute(tx)
  await sql`
    delete from identities i where kind = 'staff' and external_id = ${from}
      and exists (select 1 from identities k where k.kind = 'staff' and k.issuer = i.issuer and k.external_id = ${into})
  `.execute(tx)
  await sql`update identities set external_id = ${into} where kind = 'staff' and external_id = ${from}`.execute(tx)
}
