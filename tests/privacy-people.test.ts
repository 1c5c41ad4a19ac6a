/**
 * Wherever the schema can name a person: what stands there goes with them, goes along when two records become one, and is
 * in the list of what is stored about them. A column that nobody thought of fails the walk the day it is born.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { seedWard } from '../server/platform/areas/index.ts'
import { erasePerson, mergePersons } from '../server/platform/people/index.ts'
import { readStored } from '../server/privacy/stored.ts'
import { sampleWard } from '../shared/content/index.ts'
import type { StoredThing } from '../shared/stored.ts'
import { createTestDatabase, type TestDatabase } from './setup/database.ts'

const OA = '4318000000000000001'
type Listed = StoredThing | 'accounts' | 'places' | 'roles' | 'messages' | 'handoffs'

/** Columns that hold a person's number here, and under what they find it in their list. */
const PEOPLE: Record<string, Listed> = {
  'broadcast_preferences.person_id': 'notice_choices',
  'broadcast_recipients.person_id': 'inbox',
  'broadcasts.author': 'notices_written',
  'conversations.person_id': 'conversations',
  'example_phrases.proposed_by_person': 'phrases_proposed',
  'guide_care.owner_person': 'guides_written',
  'guide_drafts.authors': 'guides_written',
  'guide_drafts.decided_actor': 'guides_written',
  'guide_presence.actor': 'guides_written',
  'handoffs.claimed_by_person': 'cases_taken_on',
  'handoffs.person_id': 'handoffs',
  'house_members.person_id': 'houses',
  'identities.person_id': 'accounts',
  'local_parts.authors': 'guides_written',
  'local_parts.decided_actor': 'guides_written',
  'memberships.person_id': 'places',
  'notice_answers.person_id': 'notice_answers',
  'office_changes.authors': 'guides_written',
  'office_changes.decided_actor': 'guides_written',
  'notices.approved_by': 'notices_written',
  'notices.author': 'notices_written',
  'notices.last_editor': 'notices_written',
  'review_tasks.owner_person': 'guides_written',
  'roles.person_id': 'roles',
  'schedule_runs.decided_by': 'notices_written',
  'staff_accounts.id': 'accounts',
  'staff_credentials.account_id': 'accounts',
  'staff_credentials.user_id': 'accounts',
  'staff_invitations.person_id': 'invitations',
  'staff_sessions.user_id': 'accounts',
  'staff_two_factors.user_id': 'accounts',
  'topic_revisions.published_actor': 'guides_written',
}
/** Columns that hold somebody's id at Zalo. */
const ZALO_IDS: Record<string, Listed> = {
  'broadcast_recipients.app_user_id': 'inbox',
  'broadcast_recipients.oa_user_id': 'inbox',
  'conversations.oa_user_id': 'conversations',
  'deliveries.recipient_id': 'messages',
  'events.subject_id': 'messages',
  'handoffs.oa_user_id': 'handoffs',
  'identities.external_id': 'accounts',
  'identities.user_id_by_app': 'accounts',
  'oa_group_members.oa_user_id': 'groups',
}
/** What an officer is called beside what they did for the office, as on paper; or no person at all. */
const NAMES_OF_OFFICERS = [
  'pack_bases.taken_by',
  ...['guide_examples.confirmed_by', 'guide_examples.created_by', 'guide_examples.retired_by'],
  ...['guide_care.set_by', 'known_changes.added_by', 'known_changes.removed_by', 'known_laws.added_by'],
  ...['review_tasks.confirmed_by', 'review_tasks.opened_by', 'office_changes.decided_by', 'office_changes.proposed_by'],
  ...['local_parts.decided_by', 'local_parts.edited_by', 'local_parts.submitted_by'],
  ...['api_tokens.created_by', 'example_phrases.decided_by', 'example_phrases.proposed_by', 'guide_drafts.decided_by'],
  ...['guide_drafts.edited_by', 'guide_drafts.submitted_by', 'handoffs.claimed_by', 'handoffs.closed_by'],
  ...['link_changes.actor', 'question_groups.settled_by', 'recordings.attached_by', 'staff_accounts.deactivated_by'],
  ...['staff_invitations.created_by', 'topic_revisions.published_by', 'topic_revisions.seen_by'],
  ...['topic_revisions.written_by', 'broadcast_recipients.resolved_by', 'deliveries.resolved_by'],
]
/** Append-only, so that nobody can tidy up after themselves; a number that then stands for nobody. */
const TRAIL = ['audit.actor', 'audit.subject']

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedWard(database.db, sampleWard, { oaId: OA, appId: 'app' })
})
afterAll(() => database.close())

interface Known {
  id: string
  oaUser: string
  appUser: string
}
const somebody = (): Known => {
  const number = () => String(Math.floor(Math.random() * 1e15)).padStart(19, '7')
  return { id: randomUUID(), oaUser: number(), appUser: number() }
}

/** One row wherever a person can stand. */
async function plant({ id, oaUser, appUser }: Known): Promise<void> {
  const { db } = database
  const area = sql`(select id from areas where code = 'phuong-mau-to-12')`
  const key = randomUUID()
  await db.insertInto('persons').values({ id }).execute()
  await sql`
    insert into identities (person_id, kind, issuer, external_id, user_id_by_app) values
      (${id}, 'oa', ${OA}, ${oaUser}, ${appUser}), (${id}, 'app', 'app', ${appUser}, null), (${id}, 'staff', 'console', ${id}, null)
  `.execute(db)
  await sql`insert into memberships (person_id, area_id, label) values (${id}, ${area}, 'Nhà mình')`.execute(db)
  await sql`insert into roles (person_id, area_id, role) values (${id}, ${area}, 'leader')`.execute(db)
  await sql`insert into houses (area_id, code) values (${area}, '12/2') on conflict do nothing`.execute(db)
  await sql`insert into house_members (person_id, area_id, code) values (${id}, ${area}, '12/2')`.execute(db)
  await sql`insert into conversations (oa_id, oa_user_id, person_id, updated_at) values (${OA}, ${oaUser}, ${id}, now())`.execute(
    db,
  )
  await sql`
    insert into handoffs (oa_id, area_id, oa_user_id, person_id, reason, opened_at, escalate_at, claimed_by, claimed_by_person)
    values (${OA}, ${area}, ${oaUser}, ${id}, 'asked', now(), now(), 'Cô Hạnh', ${id})
  `.execute(db)
  await sql`
    insert into events (dedupe_key, oa_id, event_name, subject_id, strand, payload, occurred_at)
    values (${key}, ${OA}, 'user_send_text', ${oaUser}, ${oaUser}, '{"kind": "message", "text": "xin chào"}', now())
  `.execute(db)
  await sql`
    insert into deliveries (oa_id, area_id, request_key, lane, channel, recipient_id, message, text_hash, not_before)
    values (${OA}, ${area}, ${key}, 1, 'oa_message', ${oaUser}, '{"text": "chào"}', 'x', now())
  `.execute(db)
  await sql`insert into broadcast_preferences (person_id) values (${id})`.execute(db)
  await sql`insert into oa_groups (oa_id, group_id, area_id, name) values (${OA}, 'nhom', ${area}, 'Nhóm') on conflict do nothing`.execute(
    db,
  )
  await sql`insert into oa_group_members (oa_id, group_id, oa_user_id) values (${OA}, 'nhom', ${oaUser})`.execute(db)
  await sql`
    insert into staff_accounts (id, area_id, name, username, email) values (${id}, ${area}, 'Cán Bộ', ${`cb.${key.slice(0, 8)}`}, ${`${key}@can-bo.invalid`})
  `.execute(db)
  await sql`insert into staff_credentials (id, account_id, provider_id, user_id, password) values (${randomUUID()}, ${id}, 'credential', ${id}, 'x')`.execute(
    db,
  )
  await sql`insert into staff_sessions (id, expires_at, token, user_id) values (${randomUUID()}, now() + interval '1 day', ${key}, ${id})`.execute(
    db,
  )
  await sql`insert into staff_two_factors (id, secret, backup_codes, user_id) values (${randomUUID()}, 'x', 'x', ${id})`.execute(
    db,
  )
  await sql`
    insert into staff_invitations (code_hash, kind, name, role, area_id, person_id, created_by, created_at, expires_at)
    values (${key}, 'reset', 'Cán Bộ', 'viewer', ${area}, ${id}, 'Chị Hoa', now(), now())
  `.execute(db)
  await sql`
    insert into example_phrases (area_id, topic_key, wording, wording_key, proposed_by, proposed_by_person, proposed_at)
    values (${area}, 'khai-sinh', ${key}, ${key}, 'Cô Hạnh', ${id}, now())
  `.execute(db)
  await sql`
    insert into guide_drafts (topic_key, content, state, authors, edited_by, edited_at, decided_actor)
    values (${key}, '{}', 'discarded', array['token soạn một', ${id}], 'Cô Hạnh', now(), ${id})
  `.execute(db)
  await sql`
    insert into topic_revisions (topic_key, revision, content, origin, published_actor) values (${key}, 1, '{}', 'officer', ${id})
  `.execute(db)
  await sql`insert into guide_presence (topic_key, actor, label) values (${key}, ${id}, 'Cô Hạnh')`.execute(db)
  await sql`
    insert into local_parts (topic_key, area_id, facts, state, authors, edited_by, edited_at, decided_actor)
    values (${key}, ${area}, '{}', 'discarded', array[${id}], 'Cô Hạnh', now(), ${id})
  `.execute(db)
  await sql`
    insert into office_changes (area_id, item_key, cause, before, after, words, authors, proposed_by, proposed_at, state, decided_actor, decided_at)
    values (${area}, ${key}, ${key}, '{}', '{}', 'số mới', array[${id}], 'Cô Hạnh', now(), 'refused', ${id}, now())
  `.execute(db)
  await sql`
    insert into guide_care (topic_key, owner_person, owner_name, set_by, set_at) values (${key}, ${id}, 'Cô Hạnh', 'Cô Hạnh', now())
  `.execute(db)
  await sql`
    insert into review_tasks (kind, topic_key, cause, text, opened_by, opened_at, owner_person, owner_name)
    values ('date', ${key}, 'date', 'đến ngày', 'hệ thống', now(), ${id}, 'Cô Hạnh')
  `.execute(db)
  await plantNotices({ id, oaUser, appUser }, key)
  await sql`
    with s as (insert into schedules (schedule_key, kind, catch_up) values (${key}, 'notice', 'ask') returning id)
    insert into schedule_runs (schedule_id, due_at, state, decided_at, decided_by) select id, now(), 'fired', now(), ${id} from s
  `.execute(db)
  await sql`
    insert into one_time_codes (code_hash, purpose, detail, expires_at)
    values (${key}, 'link', ${JSON.stringify({ personId: id })}, now() + interval '1 hour')
  `.execute(db)
}

/** One that they wrote, and one that they agreed to: nobody does both. */
async function plantNotices({ id, oaUser, appUser }: Known, key: string): Promise<void> {
  const { db } = database
  const area = sql`(select id from areas where code = 'phuong-mau-to-12')`
  const { rows } = await sql<{ id: string }>`
    insert into broadcasts (oa_id, area_id, request_key, lane, kind, author, marker, text_hash, content, areas, policy, starts_at, expires_at, state, created_at)
    values (${OA}, ${area}, ${key}, 2, 'other', ${id}, ${key}, 'x', '{}', array[${area}], 'at_most_once', now(), now() + interval '1 day', 'sending', now()) returning id
  `.execute(db)
  const carrier = rows[0]?.id
  await sql`
    insert into broadcast_recipients (broadcast_id, person_id, area_id, channel, oa_user_id, app_user_id, state, not_before)
    values (${carrier}, ${id}, ${area}, 'oa_message', ${oaUser}, ${appUser}, 'pending', now())
  `.execute(db)
  const write = (request: string, author: string, approver: string | null) =>
    sql<{ id: string }>`
    insert into notices (oa_id, area_id, code, request_key, author, last_editor, state, draft, areas, kind, urgency, expires_at, approved_by, created_at, updated_at)
    values (${OA}, ${area}, ${request}, ${request}, ${author}, ${author}, 'cancelled', '{}', array[${area}], 'other', 'ordinary', now(), ${approver}, now(), now())
    returning id
  `.execute(db)
  const own = await write(`${key} own`, id, null)
  await write(`${key} other`, 'token tổ 12', id)
  await sql`
    insert into notice_answers (notice_id, person_id, kind, question, answered_at) values (${own.rows[0]?.id}, ${id}, 'question', 'mấy giờ?', now())
  `.execute(db)
}

async function listNamingColumns(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.table_name || '.' || c.column_name as name
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type <> 'boolean'
      and c.column_name ~ '(person|author|actor|editor|_by$|by_app$|user_id|subject|account_id|external_id|recipient)'
    union
    select r.conrelid::regclass || '.' || a.attname from pg_constraint r join pg_attribute a on a.attrelid = r.conrelid and a.attnum = any(r.conkey)
    where r.contype = 'f' and cardinality(r.conkey) = 1 and r.confrelid in ('persons'::regclass, 'staff_accounts'::regclass)
    order by 1
  `.execute(database.db)
  return rows.map(({ name }) => name)
}

/** Every column of every table, whatever its type. */
async function findEverywhere(needle: string): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
  `.execute(database.db)
  const found = await Promise.all(
    columns.map(async ({ table, column }) => {
      const { rows } = await sql`
        select 1 from ${sql.table(table)} where strpos(${sql.ref(column)}::text, ${needle}) > 0 limit 1
      `.execute(database.db)
      return rows.length > 0 ? [`${table}.${column}`] : []
    }),
  )
  return found.flat().sort()
}

const outsideTheTrail = (columns: string[]) => columns.filter(name => !/^audit\./.test(name))

describe('whatever can name a person', () => {
  it('is known to this walk', async () => {
    expect(await listNamingColumns()).toEqual(
      [...Object.keys(PEOPLE), ...Object.keys(ZALO_IDS), ...NAMES_OF_OFFICERS, ...TRAIL].sort(),
    )
  })

  it('is in the list that they can ask for', async () => {
    const person = somebody()
    await plant(person)
    const found = await findEverywhere(person.id)
    expect(found).toEqual(expect.arrayContaining(Object.keys(PEOPLE)))
    const stored = await readStored(database.db, person.id, 30)
    const things = new Map<string, number>(stored.things.map(({ thing, total }) => [thing, total]))
    const total = (listed: Listed): number => {
      if (listed === 'messages' || listed === 'handoffs') return stored[listed]
      if (listed === 'accounts' || listed === 'places' || listed === 'roles') return stored[listed].length
      return things.get(listed) ?? 0
    }
    const listed = [...new Set([...Object.values(PEOPLE), ...Object.values(ZALO_IDS)])]
    expect(listed.filter(one => total(one) === 0)).toEqual([])
    expect(JSON.stringify(stored)).not.toMatch(new RegExp(`${person.oaUser}|${person.appUser}|${person.id}`))
  })

  it('goes along when two records turn out to be one', async () => {
    const [from, into] = [somebody(), somebody()]
    await plant(from)
    await database.db.insertInto('persons').values({ id: into.id }).execute()
    await database.db.transaction().execute(tx => mergePersons(tx, from.id, into.id))
    expect(outsideTheTrail(await findEverywhere(from.id))).toEqual([])
    const moved = await findEverywhere(into.id)
    // Who has a page open is forgotten within minutes anyway.
    const kept = Object.keys(PEOPLE).filter(name => name !== 'guide_presence.actor')
    expect(moved).toEqual(expect.arrayContaining(kept))
  })

  it('goes along, too, when both have something of everything', async () => {
    const [from, into] = [somebody(), somebody()]
    await plant(from)
    await plant(into)
    await database.db.transaction().execute(tx => mergePersons(tx, from.id, into.id))
    expect(outsideTheTrail(await findEverywhere(from.id))).toEqual([])
  })

  it('goes with them, and nothing of theirs is left but the trail', async () => {
    const person = somebody()
    await plant(person)
    const who = { oaId: OA, oaUserId: person.oaUser }
    await database.db
      .transaction()
      .execute(tx => erasePerson(tx, who, { cause: 'person asked', requestedAt: new Date() }))
    for (const needle of [person.id, person.oaUser, person.appUser])
      expect(outsideTheTrail(await findEverywhere(needle))).toEqual([])
  })
})
