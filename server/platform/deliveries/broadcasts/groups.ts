/** Group chats that the OA owns (GMF), linked to a place, and who is in them. */
import { sql, type Transaction } from 'kysely'
import type { Database, Tables } from '../../storage/index.ts'
import { postId } from './audience.ts'

export interface LinkedGroup {
  oaId: string
  groupId: string
  areaId: string
  name: string
}

/** Links a group to a place, or moves it to another. */
export async function linkGroup(
  db: Database | Transaction<Tables>,
  { oaId, groupId, areaId, name }: LinkedGroup,
): Promise<void> {
  const link = { area_id: areaId, name, unlinked_at: null, members_read_at: null }
  await db
    .insertInto('oa_groups')
    .values({ oa_id: oaId, group_id: groupId, ...link })
    .onConflict(conflict => conflict.columns(['oa_id', 'group_id']).doUpdateSet(link))
    .execute()
}

export async function unlinkGroup(
  db: Database | Transaction<Tables>,
  oaId: string,
  groupId: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('oa_groups')
    .set({ unlinked_at: now })
    .where('oa_id', '=', oaId)
    .where('group_id', '=', groupId)
    .execute()
}

/** What became of the newest post in a group. */
export interface GroupPost {
  at: Date
  state: 'waiting' | 'sent' | 'failed' | 'unknown'
  reason: string | null
}

/** The groups of an OA that are linked, by name, with how many of our people are in each. */
export async function listLinkedGroups(
  db: Database,
  oaId: string,
): Promise<(LinkedGroup & { members: number; lastPost: GroupPost | null })[]> {
  const { rows } = await sql<
    LinkedGroup & { members: number; lastPost: (Omit<GroupPost, 'at'> & { at: string }) | null }
  >`
    select oa_id as "oaId", group_id as "groupId", area_id as "areaId", name,
      (select count(*)::int from oa_group_members m where m.oa_id = g.oa_id and m.group_id = g.group_id) as members,
      (select json_build_object('at', coalesce(r.sending_at, b.starts_at), 'reason', r.reason,
          'state', case when r.state in ('sent', 'failed', 'unknown') then r.state else 'waiting' end)
        from broadcasts b join broadcast_recipients r on r.broadcast_id = b.id and r.person_id = ${postId(sql`b.id`, 'group', sql`g.group_id`)}
        where b.oa_id = g.oa_id order by b.id desc limit 1) as "lastPost"
    from oa_groups g where oa_id = ${oaId} and unlinked_at is null order by name
  `.execute(db)
  return rows.map(row => ({ ...row, lastPost: row.lastPost && { ...row.lastPost, at: new Date(row.lastPost.at) } }))
}

/** Ids at the OA of everybody in a group; null when Zalo could not be asked. */
export type ReadGroupMembers = (oaId: string, groupId: string) => Promise<string[] | null>

const READ_AGAIN_AFTER_MS = 6 * 3600_000

/** Brings the lists of members up to date that are older than six hours. */
export async function refreshGroupMembers(db: Database, readMembers: ReadGroupMembers, now: Date): Promise<void> {
  const stale = await db
    .selectFrom('oa_groups')
    .select(['oa_id', 'group_id'])
    .where('unlinked_at', 'is', null)
    .where(eb =>
      eb.or([
        eb('members_read_at', 'is', null),
        eb('members_read_at', '<', new Date(now.getTime() - READ_AGAIN_AFTER_MS)),
      ]),
    )
    .limit(50)
    .execute()
  for (const { oa_id: oaId, group_id: groupId } of stale) await readInGroup(db, readMembers, { oaId, groupId }, now)
}

/** Who is in one group now; what was known stays where Zalo does not tell. */
export async function readInGroup(
  db: Database,
  readMembers: ReadGroupMembers,
  { oaId, groupId }: Pick<LinkedGroup, 'oaId' | 'groupId'>,
  now: Date,
): Promise<void> {
  const members = await readMembers(oaId, groupId)
  if (members === null) return
  await db.transaction().execute(async tx => {
    await sql`delete from oa_group_members where oa_id = ${oaId} and group_id = ${groupId} and oa_user_id <> all(${members}::text[])`.execute(
      tx,
    )
    await sql`insert into oa_group_members (oa_id, group_id, oa_user_id) select ${oaId}, ${groupId}, unnest(${members}::text[]) on conflict do nothing`.execute(
      tx,
    )
    await sql`update oa_groups set members_read_at = ${now} where oa_id = ${oaId} and group_id = ${groupId}`.execute(tx)
  })
}
