/** What was used of the counted channels in a day or month at the ward: one row each, so that a look costs nothing. */
import { sql, type Transaction } from 'kysely'
import { vietnamDay } from '../../../../shared/vietnam-time.ts'
import type { Database, Tables } from '../../storage/index.ts'
import type { Quota } from './policy.ts'

type Db = Database | Transaction<Tables>

function periodAt({ period }: Pick<Quota, 'period'>, now: Date): string {
  return vietnamDay(now).slice(0, period === 'day' ? 10 : 7)
}

/** How much is left of a quota at `now`. */
export async function readLeft(db: Db, oaId: string, quota: Quota, now: Date): Promise<number> {
  return Math.max(0, quota.limit - (await readUsed(db, oaId, quota, now)))
}

/** How much of it was used in its period. */
export async function readUsed(db: Db, oaId: string, quota: Omit<Quota, 'limit'>, now: Date): Promise<number> {
  const { rows } = await sql<{ used: number }>`
    select used from broadcast_usage where oa_id = ${oaId} and channel = ${quota.channel} and period = ${periodAt(quota, now)}
  `.execute(db)
  return rows[0]?.used ?? 0
}

/** Locks the quota until the transaction ends and tells what is left. */
export async function lockQuota(tx: Transaction<Tables>, oaId: string, quota: Quota, now: Date): Promise<number> {
  const { rows } = await sql<{ used: number }>`
    insert into broadcast_usage (oa_id, channel, period, used) values (${oaId}, ${quota.channel}, ${periodAt(quota, now)}, 0)
    on conflict (oa_id, channel, period) do update set used = broadcast_usage.used returning used
  `.execute(tx)
  return Math.max(0, quota.limit - (rows[0]?.used ?? 0))
}

/** @param count negative gives back what was taken for messages that never left */
export async function spendQuota(db: Db, oaId: string, quota: Quota, count: number, now: Date): Promise<void> {
  await sql`
    update broadcast_usage set used = greatest(0, used + ${count})
    where oa_id = ${oaId} and channel = ${quota.channel} and period = ${periodAt(quota, now)}
  `.execute(db)
}

/** Zalo itself said that nothing is left: believe it for the rest of the period. */
export async function exhaustQuota(db: Db, oaId: string, quota: Quota, now: Date): Promise<void> {
  await sql`
    insert into broadcast_usage (oa_id, channel, period, used) values (${oaId}, ${quota.channel}, ${periodAt(quota, now)}, ${quota.limit})
    on conflict (oa_id, channel, period) do update set used = greatest(broadcast_usage.used, excluded.used)
  `.execute(db)
}
