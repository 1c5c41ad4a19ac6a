/**
 * One bucket of calls for an OA, shared by all replicas: a row, taken from under its lock.
 * Replies may empty it; notices leave 30 % of it to replies. A refusal by Zalo's own limit halves the rate, and it
 * climbs back by itself.
 */
import { sql, type Transaction } from 'kysely'
import type { Database, Tables } from '../storage/index.ts'

/** Share of the bucket that only replies may use. */
const RESERVED_FOR_REPLIES = 0.3
/**
 * Broadcasts leave all of the bucket to replies but what the last moment filled in: they go at the permitted pace to the
 * call, and never by bursts. Long enough that a sender which looks four times a second loses nothing.
 */
const BROADCAST_HEADROOM_SECONDS = 0.8
/** Fractions are added up in floating point: a whole call must not be lost to the last digit. */
const ROUNDING = 1e-6
/** How fast a halved rate recovers: share of the full rate a second (back to full in five minutes). */
const RECOVERY_PER_SECOND = 1 / 600

/** Calls to the OA's OpenAPI; other hosts have buckets of their own. */
export const OA_CALLS = 'oa'

/** Makes the bucket, or adopts a new limit. A burst of a quarter minute plus the refill stays below a limit of 1.25 × rate a minute. */
export async function setRate(db: Database, oaId: string, perMinute: number, api = OA_CALLS): Promise<void> {
  const perSecond = perMinute / 60
  const capacity = Math.max(1, perMinute / 4)
  await sql`
    insert into rate_buckets (oa_id, api, tokens, capacity, rate_per_second, full_rate_per_second)
    values (${oaId}, ${api}, ${capacity}, ${capacity}, ${perSecond}, ${perSecond})
    on conflict (oa_id, api) do update set capacity = excluded.capacity, rate_per_second = excluded.rate_per_second,
      full_rate_per_second = excluded.full_rate_per_second
    where rate_buckets.full_rate_per_second <> excluded.full_rate_per_second
  `.execute(db)
}

/**
 * Locks the bucket until the transaction ends and tells how many calls are left.
 * @returns whole calls: `forReplies` of all, `forNotices` above the reserve, `forBroadcasts` what has just been filled in
 */
export async function lockBucket(
  tx: Transaction<Tables>,
  oaId: string,
  api = OA_CALLS,
): Promise<{ forReplies: number; forNotices: number; forBroadcasts: number }> {
  const { rows } = await sql<{ tokens: number; capacity: number; rate: number }>`
    update rate_buckets set
      tokens = least(capacity, tokens + rate_per_second * extract(epoch from clock_timestamp() - refilled_at)),
      rate_per_second = least(full_rate_per_second,
        rate_per_second + full_rate_per_second * ${RECOVERY_PER_SECOND} * extract(epoch from clock_timestamp() - refilled_at)),
      refilled_at = clock_timestamp()
    where oa_id = ${oaId} and api = ${api}
    returning tokens, capacity, rate_per_second as rate
  `.execute(tx)
  const bucket = rows[0]
  if (!bucket) return { forReplies: 0, forNotices: 0, forBroadcasts: 0 }
  const headroom = Math.min(bucket.capacity, 1 + bucket.rate * BROADCAST_HEADROOM_SECONDS)
  return {
    forReplies: Math.max(0, Math.floor(bucket.tokens)),
    forNotices: Math.max(0, Math.floor(bucket.tokens - bucket.capacity * RESERVED_FOR_REPLIES)),
    forBroadcasts: Math.max(0, Math.floor(bucket.tokens - bucket.capacity + headroom + ROUNDING)),
  }
}

export async function takeFromBucket(
  tx: Transaction<Tables>,
  oaId: string,
  calls: number,
  api = OA_CALLS,
): Promise<void> {
  await sql`update rate_buckets set tokens = tokens - ${calls} where oa_id = ${oaId} and api = ${api}`.execute(tx)
}

/** Zalo said "too many": half the rate from now on, and nothing for a moment. */
export async function slowDown(db: Database, oaId: string, api = OA_CALLS): Promise<void> {
  await sql`
    update rate_buckets set tokens = least(tokens, 0), rate_per_second = greatest(full_rate_per_second / 16, rate_per_second / 2)
    where oa_id = ${oaId} and api = ${api}
  `.execute(db)
}
