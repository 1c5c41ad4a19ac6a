/** How a broadcast stands: counts, never who. */
import { sql } from 'kysely'
import type { BroadcastPost, BroadcastReport, PushChannel, RecipientCounts } from '../../../../shared/broadcasts.ts'
import type { Database } from '../../storage/index.ts'

const NONE: RecipientCounts = { waiting: 0, sent: 0, failed: 0, unknown: 0, cancelled: 0, inbox: 0 }

/** @returns null when there is no such broadcast */
export async function reportBroadcast(db: Database, id: string): Promise<BroadcastReport | null> {
  const row = await db.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const totals = await readTotals(db, id)
  const sum = (measure: string, of = totals) =>
    of.reduce((all, line) => (line.measure === measure ? all + line.total : all), 0)
  const countsOf = (of: Total[]): RecipientCounts =>
    Object.fromEntries(Object.keys(NONE).map(measure => [measure, sum(measure, of)])) as RecipientCounts
  const channels = [...new Set(totals.map(({ channel }) => channel))].filter(channel => channel !== 'inbox')
  return {
    id,
    state: row.state,
    reason: row.reason,
    policy: row.policy,
    startsAt: row.starts_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    audience: row.audience,
    counts: countsOf(totals),
    channels: channels.map(channel => {
      const own = totals.filter(line => line.channel === channel)
      return {
        channel: channel as PushChannel,
        counts: countsOf(own),
        received: sum('received', own),
        seen: sum('seen', own),
      }
    }),
    received: sum('received'),
    seen: sum('seen'),
    opened: sum('opened'),
    charged: sum('charged'),
    failures: await readFailures(db, id),
    posts: await readPosts(db, id),
  }
}

interface Total {
  channel: string
  measure: string
  total: number
}

async function readTotals(db: Database, id: string): Promise<Total[]> {
  const { rows } = await sql<Total>`
    select channel, measure, sum(total)::int as total from broadcast_counts where broadcast_id = ${id} group by 1, 2 having sum(total) <> 0
  `.execute(db)
  return rows
}

async function readFailures(db: Database, id: string): Promise<BroadcastReport['failures']> {
  const { rows } = await sql<BroadcastReport['failures'][number]>`
    select coalesce(reason, '') as reason, error_code as code, count(*)::int as people from broadcast_recipients
    where broadcast_id = ${id} and not is_post and state in ('failed', 'unknown') group by 1, 2 order by 3 desc limit 20
  `.execute(db)
  return rows
}

async function readPosts(db: Database, id: string): Promise<BroadcastPost[]> {
  const { rows } = await sql<BroadcastPost>`
    select r.channel, coalesce(g.name, areas.name) as name, r.state, r.reason,
      (select count(*)::int from broadcast_recipients p where p.broadcast_id = r.broadcast_id and p.post_id = r.person_id) as people
    from broadcast_recipients r join areas on areas.id = r.area_id join broadcasts b on b.id = r.broadcast_id
    left join oa_groups g on g.oa_id = b.oa_id and g.group_id = r.oa_user_id
    where r.broadcast_id = ${id} and r.is_post order by 2
  `.execute(db)
  return rows
}

/** How many of each neighbourhood stand where; for those who may see that place. */
export async function countByArea(
  db: Database,
  id: string,
): Promise<{ areaId: string; counts: RecipientCounts; opened: number }[]> {
  const { rows } = await sql<{ areaId: string; measure: keyof RecipientCounts; total: number; opened: number }>`
    select area_id as "areaId", broadcast_measure(state) as measure, count(*)::int as total, count(opened_at)::int as opened
    from broadcast_recipients where broadcast_id = ${id} and not is_post group by 1, 2
  `.execute(db)
  const areas = new Map<string, { areaId: string; counts: RecipientCounts; opened: number }>()
  for (const { areaId, measure, total, opened } of rows) {
    const area = areas.get(areaId) ?? { areaId, counts: { ...NONE }, opened: 0 }
    area.counts[measure] = total
    area.opened += opened
    areas.set(areaId, area)
  }
  return [...areas.values()]
}

/**
 * Broadcasts whose counters do not add up to their audience, or do not agree with the rows where those are still kept.
 * @returns ids; always none, or something is broken
 */
export async function findMiscounted(db: Database, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from broadcasts b
    cross join lateral (select coalesce(sum(total), 0) as counted from broadcast_counts c
      where c.broadcast_id = b.id and c.measure in ('waiting', 'sent', 'failed', 'unknown', 'cancelled', 'inbox')) as c
    where b.created_at >= ${since} and (c.counted <> b.audience or (b.details_dropped_at is null and exists (
      select 1 from (select broadcast_measure(state) as measure, count(*) as n from broadcast_recipients r
        where r.broadcast_id = b.id and not is_post group by 1) as kept
      full join (select measure, sum(total) as n from broadcast_counts c where c.broadcast_id = b.id
        and measure in ('waiting', 'sent', 'failed', 'unknown', 'cancelled', 'inbox') group by 1) as counted using (measure)
      where coalesce(kept.n, 0) <> coalesce(counted.n, 0))))
  `.execute(db)
  return rows.map(({ id }) => id)
}
