/** What a person finds in the Mini App: everything that was meant for them, whether or not it was pushed. */
import { sql } from 'kysely'
import type { Database } from '../../storage/index.ts'
import { BroadcastContent } from './broadcast.ts'

export interface InboxItem {
  broadcastId: string
  /** What the words rest on, as it was given when the broadcast was created. */
  source: Record<string, unknown> | null
  content: BroadcastContent
  areaId: string
  sentAt: Date
  expiresAt: Date | null
  openedAt: Date | null
  /** The broadcast that corrects this one. */
  correctedBy: string | null
}

/** Newest first. What was called back before it reached them is not there, unless they had opened it. */
export async function listInbox(
  db: Database,
  personId: string,
  { before = null, limit }: { before?: string | null; limit: number },
): Promise<InboxItem[]> {
  const { rows } = await sql<InboxItem>`
    select b.id as "broadcastId", b.source, b.content, r.area_id as "areaId", b.starts_at as "sentAt", b.expires_at as "expiresAt",
      r.opened_at as "openedAt", (select c.id from broadcasts c where c.correction_of = b.id order by c.id desc limit 1) as "correctedBy"
    from broadcast_recipients r join broadcasts b on b.id = r.broadcast_id
    where r.person_id = ${personId} and (r.state <> 'cancelled' or r.opened_at is not null or r.reason = 'expired')
      and (${before}::bigint is null or b.id < ${before}) order by b.id desc limit ${limit}
  `.execute(db)
  return rows.map(row => ({ ...row, content: BroadcastContent.parse(row.content) }))
}

export async function countUnread(db: Database, personId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from broadcast_recipients r join broadcasts b on b.id = r.broadcast_id
    where r.person_id = ${personId} and r.opened_at is null and r.state <> 'cancelled' and (b.expires_at is null or b.expires_at > ${now})
  `.execute(db)
  return rows[0]?.total ?? 0
}

/** @returns false when this person has no such broadcast */
export async function markOpened(db: Database, personId: string, broadcastId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update broadcast_recipients set opened_at = coalesce(opened_at, ${now})
    where broadcast_id = ${broadcastId} and person_id = ${personId} returning 1
  `.execute(db)
  return rows.length > 0
}
