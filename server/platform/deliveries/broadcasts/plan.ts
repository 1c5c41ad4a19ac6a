/** What would happen to a broadcast, told before it is approved. Counts the rows of the very statement that expands it. */
import { sql } from 'kysely'
import type { BroadcastPlan, NoPush, PushChannel } from '../../../../shared/broadcasts.ts'
import type { Database } from '../../storage/index.ts'
import { type AudienceQuery, audienceRows, withoutCompiling } from './audience.ts'
import { type NewBroadcast, POST_CHANNELS } from './broadcast.ts'
import { finishAt } from './pace.ts'
import { type CarryPolicy, quotasOf, templatesOf } from './policy.ts'
import { readLeft } from './quotas.ts'
import { type ReadChannels, readSetting } from './setting.ts'

export type PlannedBroadcast = Omit<NewBroadcast, 'requestKey' | 'marker' | 'author' | 'source' | 'lane'>

interface Line {
  channel: PushChannel | null
  no_push: NoPush
  people: number
  posts: number
  late: number
  until: Date | null
}

export async function planBroadcast(
  db: Database,
  request: PlannedBroadcast,
  { now, readChannels }: { now: Date; readChannels: ReadChannels },
): Promise<BroadcastPlan> {
  const { policy, channels } = await readSetting(db, request, readChannels)
  const at = request.startsAt > now ? request.startsAt : now
  const query = { ...request, at, channels, quiet: policy.quiet, broadcastId: null, after: null, limit: null }
  const rows = await countLines(db, query, at)
  const pushed = rows.filter((row): row is Line & { channel: PushChannel } => row.channel !== null)
  const calls = (row: Line & { channel: PushChannel }) => (POST_CHANNELS.has(row.channel) ? row.posts : row.people)
  const late = rows.reduce((sum, row) => sum + row.late, 0)
  const until = rows.reduce<Date | null>(
    (last, row) => (row.until && (!last || row.until > last) ? row.until : last),
    null,
  )
  const perSecond = await readPace(db, request.oaId)
  const inChat = pushed.filter(({ channel }) => channel !== 'mini_app').reduce((sum, row) => sum + calls(row), 0)
  const inApp = pushed.filter(({ channel }) => channel === 'mini_app').reduce((sum, row) => sum + calls(row), 0)
  const quiet = request.ignoresQuiet ? null : policy.quiet
  const ends = [
    finishAt({ at: until && late >= inChat ? until : at, calls: inChat, perSecond, quiet }),
    finishAt({ at, calls: inApp, perSecond: policy.notificationsPerMinute / 60, quiet }),
    ...(until ? [until] : []),
  ]
  const end = new Date(Math.max(...ends.map(Number)))
  const tooSlow = request.expiresAt !== null && end > request.expiresAt
  return {
    audience: rows.reduce((sum, row) => sum + row.people, 0),
    channels: pushed.map(row => ({
      channel: row.channel,
      people: row.people,
      calls: calls(row),
      dong: row.people * priceOf(row.channel, policy, request.content.template?.templateId),
    })),
    inboxOnly: rows.flatMap(row => (row.channel === null ? [{ reason: row.no_push, people: row.people }] : [])),
    quiet: { people: late, until: until?.toISOString() ?? null },
    finishesAt: pushed.length > 0 && !tooSlow ? end.toISOString() : null,
    tooSlow: pushed.length > 0 && tooSlow,
    quotas: await Promise.all(
      quotasOf(policy)
        .filter(({ channel }) => channels.includes(channel))
        .map(async quota => ({ ...quota, left: await readLeft(db, request.oaId, quota, at) })),
    ),
    mayRepeat: request.policy === 'at_least_once',
  }
}

async function countLines(db: Database, query: AudienceQuery, at: Date): Promise<Line[]> {
  return db.transaction().execute(async tx => {
    await withoutCompiling(tx)
    const { rows } = await sql<Line>`
    with recursive ${audienceRows(query)}
    select channels[1] as channel, case when cardinality(channels) = 0 then no_push end as no_push, count(*)::int as people,
      count(distinct case channels[1] when 'group' then group_post when 'article' then article_post end)::int as posts,
      count(*) filter (where due > ${at} and cardinality(channels) > 0)::int as late,
      max(due) filter (where due > ${at} and cardinality(channels) > 0) as until
    from audience_rows group by 1, 2 order by 3 desc
  `.execute(tx)
    return rows
  })
}

function priceOf(channel: PushChannel, policy: CarryPolicy, templateId: string | undefined): number {
  if (channel === 'oa_paid') return policy.dongPerPaid
  if (channel !== 'template') return 0
  return templatesOf(policy).find(({ id }) => id === templateId)?.dong ?? policy.dongPerTemplate
}

/** Calls a second that the bucket of the OA refills. */
async function readPace(db: Database, oaId: string): Promise<number> {
  const row = await db
    .selectFrom('rate_buckets')
    .select('rate_per_second')
    .where('oa_id', '=', oaId)
    .where('api', '=', 'oa')
    .executeTakeFirst()
  return row?.rate_per_second ?? 1
}
