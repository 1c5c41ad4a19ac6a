import { sql } from 'kysely'
import type { StoredAboutMe } from '../../shared/stored.ts'
import { listPlaces } from '../platform/people/index.ts'
import type { Database } from '../platform/storage/index.ts'

/** Kinds and counts only: an id of Zalo's never leaves. */
export async function readStored(db: Database, personId: string, keepMessagesDays: number): Promise<StoredAboutMe> {
  const [accounts, roles, counts, places] = await Promise.all([
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
    listPlaces(db, personId),
  ])
  return { accounts, roles, places, ...counts, keepMessagesDays }
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
