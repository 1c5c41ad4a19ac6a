/**
 * The rows behind the outbox. Every transition names the state it leaves and, once leased, its owner, and is checked
 * by the number of rows it changed: whoever lost the lease changes nothing.
 *
 * Leases use the database's clock. `not_before`, `sending_at` and `expires_at` use the business clock handed in.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database, Tables } from '../storage/index.ts'
import { type ClaimedDelivery, type DeliveryState, LANE, type NewDelivery } from './delivery.ts'
import { lockBucket, takeFromBucket } from './rate-bucket.ts'

export interface Settlement {
  id: string
  state: Exclude<DeliveryState, 'claimed'>
  /** When the row may be tried again; only read for `pending`. */
  notBefore: Date
  messageId: string | null
  errorCode: number | null
  reason: string | null
}

type Db = Database | Transaction<Tables>

/** A claim precedes the first byte by milliseconds, and giving it back is always safe. */
const CLAIM_LEASE_MS = 5000

const REPLIES = sql`d.lane = ${sql.lit(LANE.reply)}`
const NOTICES = sql`d.lane > ${sql.lit(LANE.reply)}`

/** Writes deliveries down. The same request key within one OA is one delivery, however often it is written. */
export async function insertDeliveries(
  db: Db,
  items: (NewDelivery & { textHash: string })[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return
  await db
    .insertInto('deliveries')
    .values(
      items.map(item => ({
        oa_id: item.oaId,
        area_id: item.areaId,
        request_key: item.requestKey,
        lane: LANE[item.lane],
        channel: item.channel,
        recipient_id: item.recipientId,
        message: JSON.stringify(item.message),
        text_hash: item.textHash,
        source: item.source && JSON.stringify(item.source),
        not_before: now,
        expires_at: item.expiresAt,
      })),
    )
    .onConflict(conflict => conflict.columns(['oa_id', 'request_key']).doNothing())
    .execute()
}

/** Cancels a person's replies that nobody has taken up yet; what an officer wrote stays where an officer is the reason. */
export async function withdrawReplies(
  tx: Transaction<Tables>,
  { oaId, recipientId, reason }: { oaId: string; recipientId: string; reason: string },
  now: Date,
): Promise<void> {
  await sql`
    update deliveries d set state = 'cancelled', reason = ${reason}, finished_at = ${now}
    where d.oa_id = ${oaId} and d.recipient_id = ${recipientId} and d.state = 'pending' and ${REPLIES}
      and (${reason} <> 'officer' or d.source ->> 'by' is distinct from 'officer')
  `.execute(tx)
}

export interface DueAccount {
  oaId: string
  replies: boolean
  notices: boolean
}

/** The OAs with something to send now, and not paused. */
export async function findDueAccounts(db: Database, now: Date): Promise<DueAccount[]> {
  const isDue = (lanes: RawBuilder<unknown>) => sql`exists (
    select 1 from deliveries d where d.oa_id = a.oa_id and d.state = 'pending' and d.not_before <= ${now} and ${lanes})`
  const { rows } = await sql<DueAccount>`
    select oa_id as "oaId", ${isDue(REPLIES)} as replies, ${isDue(NOTICES)} as notices
    from official_accounts a where a.sending_paused_until is null or a.sending_paused_until <= ${now}
  `.execute(db)
  return rows.filter(({ replies, notices }) => replies || notices)
}

/**
 * Leases up to `slots` deliveries of one OA, paying for them from its rate bucket in the same transaction.
 * A person's messages leave in the order they were written: a later one waits while an earlier one is on its way.
 */
export async function claimDeliveries(
  db: Database,
  {
    account,
    slots,
    owner,
    attemptMs,
    now,
  }: { account: DueAccount; slots: number; owner: string; attemptMs: number; now: Date },
): Promise<Omit<ClaimedDelivery, 'sendingAt'>[]> {
  const { oaId } = account
  return db.transaction().execute(async tx => {
    const left = await lockBucket(tx, oaId)
    const replies = account.replies ? await claimLane(tx, REPLIES, Math.min(slots, left.forReplies)) : []
    const notices = account.notices
      ? await claimLane(tx, NOTICES, Math.min(slots, left.forNotices) - replies.length)
      : []
    const claimed = [...replies, ...notices]
    if (claimed.length > 0) await takeFromBucket(tx, oaId, claimed.length)
    return claimed
  })

  async function claimLane(
    tx: Transaction<Tables>,
    lanes: RawBuilder<unknown>,
    most: number,
  ): Promise<Omit<ClaimedDelivery, 'sendingAt'>[]> {
    if (most <= 0) return []
    const { rows } = await sql<Omit<ClaimedDelivery, 'sendingAt'>>`
      with due as (
        select d.id from deliveries d
        where d.oa_id = ${oaId} and d.state = 'pending' and d.not_before <= ${now} and ${lanes}
          and (
            -- Not "not exists": as an anti-join it reads every open row for each candidate. This is one look into an index.
            select e.id from deliveries e
            where e.oa_id = d.oa_id and e.recipient_id = d.recipient_id and e.id < d.id and e.lane = d.lane
              and e.state in ('pending', 'claimed', 'sending')
              and case e.state
                when 'pending' then e.not_before <= ${now}
                when 'claimed' then e.lease_until > now()
                -- An attempt lasts so long at the most: a sender that died must not hold up the person's next answer.
                else e.sending_at > ${new Date(now.getTime() - attemptMs)} end
            order by e.id limit 1) is null
        order by d.lane, d.id
        limit ${most}
        for update skip locked)
      update deliveries d
      set state = 'claimed', lease_owner = ${owner}, lease_until = now() + ${CLAIM_LEASE_MS} * interval '1 millisecond'
      from due where d.id = due.id
      returning d.id, d.oa_id as "oaId", d.channel, d.recipient_id as "recipientId", d.message, d.text_hash as "textHash",
        d.attempts + 1 as attempts
    `.execute(tx)
    return rows.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)))
  }
}

/** Last commit before the first byte leaves. Answers the ids that may go out; the others are no longer ours to send. */
export async function markSending(
  db: Database,
  ids: string[],
  { owner, leaseMs, now }: { owner: string; leaseMs: number; now: Date },
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string; state: string }>`
    update deliveries d
    set state = case when d.expires_at <= ${now} then 'cancelled' when paused.yes then 'pending' else 'sending' end,
        attempts = case when d.expires_at <= ${now} or paused.yes then d.attempts else d.attempts + 1 end,
        reason = case when d.expires_at <= ${now} then 'expired' else d.reason end,
        finished_at = case when d.expires_at <= ${now} then ${now}::timestamptz end,
        sending_at = ${now}, lease_until = now() + ${leaseMs} * interval '1 millisecond', history_misses = 0
    from (select oa_id, coalesce(sending_paused_until > ${now}, false) as yes from official_accounts) paused
    where d.id = any(${ids}::bigint[]) and d.state = 'claimed' and d.lease_owner = ${owner} and paused.oa_id = d.oa_id
    returning d.id, d.state
  `.execute(db)
  return new Set(rows.filter(row => row.state === 'sending').map(row => row.id))
}

/** Records what became of attempts. A row whose lease passed to somebody else, or that an echo settled, stays as it is. */
export async function settleDeliveries(
  db: Database,
  settlements: Settlement[],
  owner: string,
  now: Date,
): Promise<void> {
  const column = <T>(pick: (settlement: Settlement) => T): T[] => settlements.map(pick)
  await sql`
    update deliveries d
    set state = s.state,
        not_before = case when s.state = 'pending' then s.not_before else d.not_before end,
        zalo_msg_id = coalesce(s.message_id, d.zalo_msg_id), error_code = s.error_code, reason = s.reason,
        resolved_by = case when s.state in ('sent', 'failed') then 'answer' end,
        lease_until = case when s.state = 'sending' then now() end,
        lease_owner = case when s.state = 'sending' then d.lease_owner end,
        finished_at = case when s.state in ('sent', 'failed', 'cancelled') then ${now}::timestamptz end
    from unnest(
      ${column(s => s.id)}::bigint[], ${column(s => s.state)}::text[], ${column(s => s.notBefore)}::timestamptz[],
      ${column(s => s.messageId)}::text[], ${column(s => s.errorCode)}::int[], ${column(s => s.reason)}::text[]
    ) as s (id, state, not_before, message_id, error_code, reason)
    where d.id = s.id and d.state = 'sending' and d.lease_owner = ${owner}
  `.execute(db)
}

/** Leases that ran out before any byte left go back in the queue: always safe. */
export async function releaseExpiredClaims(db: Database): Promise<void> {
  await sql`update deliveries set state = 'pending', lease_owner = null, lease_until = null where state = 'claimed' and lease_until < now()`.execute(
    db,
  )
}

/** Rests the sending of an OA until an operator has repaired what Zalo complained of. */
export async function pauseAccount(db: Database, oaId: string, until: Date, reason: string): Promise<void> {
  await db
    .updateTable('official_accounts')
    .set({ sending_paused_until: until, sending_paused_reason: reason })
    .where('oa_id', '=', oaId)
    .execute()
}
