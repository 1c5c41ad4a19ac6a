/**
 * The rows that are being pushed. As in the outbox of replies: every transition names the state it leaves and, once leased,
 * its owner; leases use the database's clock, everything else the business clock handed in.
 */
import { sql, type Transaction } from 'kysely'
import type { PushChannel } from '../../../../shared/broadcasts.ts'
import type { Database, Tables } from '../../storage/index.ts'
import { lockBucket, takeFromBucket } from '../rate-bucket.ts'
import { POST_CHANNELS } from './broadcast.ts'
import type { Quota } from './policy.ts'
import { lockQuota, spendQuota } from './quotas.ts'

export interface RecipientKey {
  broadcastId: string
  personId: string
}

export interface ClaimedPush extends RecipientKey {
  channel: PushChannel
  recipientId: string
  isPost: boolean
  attempts: number
  memo: unknown
}

export interface PushSettlement extends RecipientKey {
  state: 'pending' | 'sending' | 'sent' | 'failed'
  /** Refused by this channel alone: the next one may be tried. */
  mayFallBack: boolean
  /** Only read for `pending`. */
  notBefore: Date
  messageId: string | null
  errorCode: number | null
  reason: string | null
  isCharged: boolean
  memo: unknown
}

const CLAIM_LEASE_MS = 5000

/** What has something to push now, the urgent first. */
export async function findDuePushes(
  db: Database,
  { oaId, now, channels }: { oaId: string; now: Date; channels: PushChannel[] },
): Promise<{ broadcastId: string; channel: PushChannel }[]> {
  const { rows } = await sql<{ broadcastId: string; channel: PushChannel }>`
    select b.id as "broadcastId", c.channel from broadcasts b cross join unnest(${channels}::text[]) with ordinality as c (channel, place)
    where b.oa_id = ${oaId} and b.state = 'sending' and exists (
      select 1 from broadcast_recipients r where r.broadcast_id = b.id and r.channel = c.channel and r.state = 'pending' and r.not_before <= ${now})
    order by b.lane, b.id, c.place
  `.execute(db)
  return rows
}

/**
 * Leases up to `most` pushes of one broadcast and channel, paying for them from the rate bucket and the quota in the same
 * transaction. Whoever is in quiet hours by now is put off; whoever's window closed meanwhile goes to the next channel.
 */
export async function claimPushes(
  db: Database,
  {
    oaId,
    broadcastId,
    channel,
    api,
    quota,
    most,
    owner,
    now,
  }: {
    oaId: string
    broadcastId: string
    channel: PushChannel
    /** The bucket that pays. */
    api: string
    quota: Quota | null
    most: number
    owner: string
    now: Date
  },
): Promise<ClaimedPush[]> {
  return db.transaction().execute(async tx => {
    const left = quota ? await lockQuota(tx, oaId, quota, now) : Number.POSITIVE_INFINITY
    const { forBroadcasts } = await lockBucket(tx, oaId, api)
    // A post is worth nothing tomorrow: whoever it was meant for is reached one by one.
    if (left <= 0 && POST_CHANNELS.has(channel)) await failPosts(tx, { broadcastId, channel, now })
    const limit = Math.min(most, left, forBroadcasts)
    if (limit <= 0) return []
    const { rows } = await sql<ClaimedPush & { state: string; isStale: boolean }>`
      with due as (
        select person_id from broadcast_recipients
        where broadcast_id = ${broadcastId} and channel = ${channel} and state = 'pending' and not_before <= ${now}
        order by not_before limit ${limit} for update skip locked)
      update broadcast_recipients r set
        state = case when after_quiet(${now}, r.quiet_from, r.quiet_until) > ${now} then 'pending' else 'claimed' end,
        not_before = after_quiet(greatest(${now}, r.not_before), r.quiet_from, r.quiet_until),
        lease_owner = ${owner}, lease_until = now() + ${CLAIM_LEASE_MS} * interval '1 millisecond'
      from due where r.broadcast_id = ${broadcastId} and r.person_id = due.person_id
      returning r.broadcast_id as "broadcastId", r.person_id as "personId", r.channel, r.is_post as "isPost", r.state, r.memo,
        coalesce(case when r.channel = 'mini_app' then r.app_user_id else r.oa_user_id end, '') as "recipientId", r.attempts + 1 as attempts,
        case r.channel when 'oa_message' then r.acted_at <= ${now}::timestamptz - interval '48 hours'
          when 'oa_paid' then r.acted_at <= ${now}::timestamptz - interval '7 days' else false end as "isStale"
    `.execute(tx)
    const claimed = rows.filter(({ state }) => state === 'claimed')
    const stale = claimed.filter(({ isStale }) => isStale)
    if (stale.length > 0) await moveOn(tx, stale, { oaId, now })
    const going = claimed.filter(({ isStale }) => !isStale)
    if (going.length > 0) await takeFromBucket(tx, oaId, going.length, api)
    if (going.length > 0 && quota) await spendQuota(tx, oaId, quota, going.length, now)
    return going
  })
}

/** Nobody else is tried by a channel that takes nothing more before `until`. */
export async function postpone(
  db: Database,
  { broadcastId, channel, until }: { broadcastId: string; channel: PushChannel; until: Date },
): Promise<void> {
  await sql`
    update broadcast_recipients set not_before = ${until}
    where broadcast_id = ${broadcastId} and channel = ${channel} and state = 'pending' and not_before < ${until}
  `.execute(db)
}

async function failPosts(
  tx: Transaction<Tables>,
  { broadcastId, channel, now }: { broadcastId: string; channel: PushChannel; now: Date },
): Promise<void> {
  await sql`
    update broadcast_recipients set state = 'failed', reason = 'quota: none left', finished_at = ${now}
    where broadcast_id = ${broadcastId} and channel = ${channel} and is_post and state = 'pending' and not_before <= ${now}
  `.execute(tx)
}

/** Their window closed while they waited: they have acted since, or the next channel is theirs, or they are not pushed. */
async function moveOn(
  tx: Transaction<Tables>,
  keys: RecipientKey[],
  { oaId, now }: { oaId: string; now: Date },
): Promise<void> {
  const people = keys.map(({ personId }) => personId)
  const isBack = sql`seen.acted_at > r.acted_at and seen.acted_at > ${now}::timestamptz - case r.channel when 'oa_message' then interval '48 hours' else interval '7 days' end`
  await sql`
    update broadcast_recipients r set
      acted_at = coalesce(seen.acted_at, r.acted_at), lease_owner = null, lease_until = null,
      channel = case when ${isBack} or r.next_channels is null then r.channel else r.next_channels[1] end,
      next_channels = case when ${isBack} then r.next_channels else nullif(r.next_channels[2:], '{}') end,
      state = case when ${isBack} or r.next_channels is not null then 'pending' else 'failed' end,
      reason = case when ${isBack} then r.reason else 'window: closed while waiting' end,
      finished_at = case when ${isBack} or r.next_channels is not null then null else ${now}::timestamptz end
    from broadcast_recipients self left join identities seen_identity
      on seen_identity.kind = 'oa' and seen_identity.issuer = ${oaId} and seen_identity.external_id = self.oa_user_id
    cross join lateral (select seen_identity.last_interaction_at as acted_at) seen
    where r.broadcast_id = ${keys[0]?.broadcastId ?? '0'} and r.person_id = any(${people}::uuid[])
      and self.broadcast_id = r.broadcast_id and self.person_id = r.person_id and r.state = 'claimed'
  `.execute(tx)
}

const keyOf = ({ broadcastId, personId }: RecipientKey): string => `${broadcastId} ${personId}`

/** Last commit before the first byte leaves. Answers the keys that may go out; the others are no longer ours to send. */
export async function markPushing(
  db: Database,
  keys: RecipientKey[],
  { owner, leaseMs, now }: { owner: string; leaseMs: number; now: Date },
): Promise<Set<string>> {
  const { rows } = await sql<RecipientKey & { state: string }>`
    update broadcast_recipients r
    set state = case when b.expires_at <= ${now} then 'cancelled' when b.state <> 'sending' or a.sending_paused_until > ${now} then 'pending' else 'sending' end,
        attempts = r.attempts + case when coalesce(b.expires_at > ${now}, true) and b.state = 'sending' and coalesce(a.sending_paused_until <= ${now}, true) then 1 else 0 end, sending_at = ${now}, history_misses = 0,
        reason = case when b.expires_at <= ${now} then 'expired' else r.reason end,
        finished_at = case when b.expires_at <= ${now} then ${now}::timestamptz end,
        lease_until = now() + ${leaseMs} * interval '1 millisecond'
    from unnest(${keys.map(key => key.broadcastId)}::bigint[], ${keys.map(key => key.personId)}::uuid[]) as k (broadcast_id, person_id),
      broadcasts b, official_accounts a
    where r.broadcast_id = k.broadcast_id and r.person_id = k.person_id and r.state = 'claimed' and r.lease_owner = ${owner}
      and b.id = k.broadcast_id and a.oa_id = b.oa_id
    returning r.broadcast_id as "broadcastId", r.person_id as "personId", r.state
  `.execute(db)
  return new Set(rows.filter(row => row.state === 'sending').map(keyOf))
}

/** Records what became of attempts; a row whose lease passed to somebody else, or that an echo settled, stays as it is. */
export async function settlePushes(
  db: Database,
  settlements: PushSettlement[],
  { owner, now }: { owner: string; now: Date },
): Promise<void> {
  const column = <T>(pick: (settlement: PushSettlement) => T): T[] => settlements.map(pick)
  const fallsBack = sql`(s.state = 'failed' and s.may_fall_back and r.next_channels is not null)`
  // Put off by Zalo, or until somebody has repaired the installation: that says nothing about this push.
  const isNoAttempt = sql`(s.state = 'pending' and s.reason is distinct from 'retry')`
  await sql`
    update broadcast_recipients r
    set state = case when ${fallsBack} then 'pending' else s.state end,
        channel = case when ${fallsBack} then r.next_channels[1] else r.channel end,
        next_channels = case when ${fallsBack} then nullif(r.next_channels[2:], '{}') else r.next_channels end,
        attempts = case when ${fallsBack} then 0 when ${isNoAttempt} then greatest(0, r.attempts - 1) else r.attempts end,
        not_before = case when s.state = 'pending' then s.not_before else r.not_before end,
        zalo_msg_id = coalesce(s.message_id, r.zalo_msg_id), error_code = s.error_code, reason = s.reason, is_charged = s.is_charged,
        memo = coalesce(s.memo, r.memo),
        resolved_by = case when s.state in ('sent', 'failed') then 'answer' end,
        lease_until = case when s.state = 'sending' then now() end,
        lease_owner = case when s.state = 'sending' then r.lease_owner end,
        finished_at = case when s.state in ('sent', 'failed') and not ${fallsBack} then ${now}::timestamptz end
    from unnest(
      ${column(s => s.broadcastId)}::bigint[], ${column(s => s.personId)}::uuid[], ${column(s => s.state)}::text[], ${column(s => s.mayFallBack)}::boolean[],
      ${column(s => s.notBefore)}::timestamptz[], ${column(s => s.messageId)}::text[], ${column(s => s.errorCode)}::int[], ${column(s => s.reason)}::text[],
      ${column(s => s.isCharged)}::boolean[], ${column(s => (s.memo === null ? null : JSON.stringify(s.memo)))}::jsonb[]
    ) as s (broadcast_id, person_id, state, may_fall_back, not_before, message_id, error_code, reason, is_charged, memo)
    where r.broadcast_id = s.broadcast_id and r.person_id = s.person_id and r.state = 'sending' and r.lease_owner = ${owner}
  `.execute(db)
}

/** Leases that ran out before any byte left go back: always safe. */
export async function releaseClaims(db: Database): Promise<void> {
  await sql`update broadcast_recipients set state = 'pending', lease_owner = null, lease_until = null where state = 'claimed' and lease_until < now()`.execute(
    db,
  )
}
