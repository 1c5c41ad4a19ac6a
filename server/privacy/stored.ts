import { sql } from 'kysely'
import type { StoredAboutMe, StoredThing } from '../../shared/stored.ts'
import { listPlaces } from '../platform/people/index.ts'
import type { Database } from '../platform/storage/index.ts'

/** Kinds and counts only: an id of Zalo's never leaves. */
export async function readStored(db: Database, personId: string, keepMessagesDays: number): Promise<StoredAboutMe> {
  const [accounts, roles, counts, things, places] = await Promise.all([
    db
      .selectFrom('identities')
      .select(['kind', 'created_at as since', 'last_interaction_at as lastUsedAt', 'following as isFollowing'])
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('roles')
      .innerJoin('areas', 'areas.id', 'roles.area_id')
      .select(['roles.role', 'areas.name as areaName'])
      .where('roles.person_id', '=', personId)
      .where('roles.revoked_at', 'is', null)
      .execute(),
    countMessages(db, personId),
    countThings(db, personId),
    listPlaces(db, personId),
  ])
  return { accounts, roles, places, ...counts, things, keepMessagesDays }
}

async function countMessages(db: Database, personId: string): Promise<{ messages: number; handoffs: number }> {
  const { rows } = await sql<{ messages: number; handoffs: number }>`
    with own as (select issuer, external_id from identities where person_id = ${personId} and kind = 'oa')
    select
      (select count(*) from events e join own on e.oa_id = own.issuer and e.subject_id = own.external_id
        where e.payload ->> 'kind' = 'message')::int
      + (select count(*) from deliveries d join own on d.oa_id = own.issuer and d.recipient_id = own.external_id)::int as messages,
      (select count(*) from handoffs where person_id = ${personId})::int as handoffs
  `.execute(db)
  return rows[0] ?? { messages: 0, handoffs: 0 }
}

async function countThings(db: Database, personId: string): Promise<{ thing: StoredThing; total: number }[]> {
  const id = sql`${personId}::uuid`
  const actor = sql`${personId}::text`
  const { rows } = await sql<{ thing: StoredThing; total: number }>`
    select thing, total::int from (values
      ('conversations', (select count(*) from conversations where person_id = ${id})),
      ('inbox', (select count(*) from broadcast_recipients where person_id = ${id} and not is_post)),
      ('notice_answers', (select count(*) from notice_answers where person_id = ${id})),
      ('houses', (select count(*) from house_members where person_id = ${id})),
      ('notice_choices', (select count(*) from broadcast_preferences where person_id = ${id})),
      ('groups', (select count(*) from oa_group_members g join identities i on i.kind = 'oa' and i.issuer = g.oa_id and i.external_id = g.oa_user_id
        where i.person_id = ${id})),
      ('notices_written', (select count(*) from notices where ${actor} in (author, last_editor, approved_by))
        + (select count(*) from schedule_runs where decided_by = ${actor})),
      ('guides_written', (select count(*) from guide_drafts where ${actor} = any(authors) or decided_actor = ${actor})
        + (select count(*) from local_parts where ${actor} = any(authors) or decided_actor = ${actor})
        + (select count(*) from office_changes where ${actor} = any(authors) or decided_actor = ${actor})
        + (select count(*) from guide_presence where actor = ${actor})
        + (select count(*) from guide_care where owner_person = ${id})
        + (select count(*) from review_tasks where owner_person = ${id})),
      ('cases_taken_on', (select count(*) from handoffs where claimed_by_person = ${id})),
      ('invitations', (select count(*) from staff_invitations where person_id = ${id})),
      ('phrases_proposed', (select count(*) from example_phrases where proposed_by_person = ${id}))
    ) as counted (thing, total) where total > 0
  `.execute(db)
  return rows
}
