/**
 * Writes down who gets a broadcast: page by page, each page with its cursor in one transaction, so that a process that dies
 * in the middle leaves nothing half done and the next one goes on behind it.
 */
import { sql, type Transaction } from 'kysely'
import type { Database, Tables } from '../../storage/index.ts'
import { audienceRows, placesOf, postId, withoutCompiling } from './audience.ts'
import { BroadcastContent } from './broadcast.ts'
import { type ReadChannels, readSetting, type Setting } from './setting.ts'

export const PAGE = 50_000

interface OpenBroadcast {
  id: string
  oaId: string
  areaId: string
  kind: string
  areas: string[]
  correctionOf: string | null
  ignoresQuiet: boolean
  content: BroadcastContent
  startsAt: Date
  expiresAt: Date | null
  cursor: string | null
}

/**
 * Writes the next page of one broadcast that is being expanded.
 * @returns false when there was nothing to expand
 */
export async function expandPage(
  db: Database,
  { now, readChannels, page = PAGE }: { now: Date; readChannels: ReadChannels; page?: number },
): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const broadcast = await lockNext(tx, now)
    if (!broadcast) return false
    await withoutCompiling(tx)
    const setting = await readSetting(tx, broadcast, readChannels)
    if (broadcast.cursor === null) await writePosts(tx, broadcast, { ...setting, now })
    const written = await writePeople(tx, broadcast, { ...setting, now, page })
    const isLast = written.seen < page
    await sql`
      update broadcasts set expand_cursor = coalesce(${written.last}::uuid, expand_cursor), audience = audience + ${written.people},
        expanded_at = ${isLast ? now : null}, state = ${isLast ? 'sending' : 'expanding'}
      where id = ${broadcast.id}
    `.execute(tx)
    return true
  })
}

async function lockNext(tx: Transaction<Tables>, now: Date): Promise<OpenBroadcast | null> {
  const { rows } = await sql<OpenBroadcast>`
    select id, oa_id as "oaId", area_id as "areaId", kind, areas, correction_of as "correctionOf", ignores_quiet as "ignoresQuiet",
      content, starts_at as "startsAt", expires_at as "expiresAt", expand_cursor as cursor
    from broadcasts where state = 'expanding' and (expires_at is null or expires_at > ${now}) order by lane, id limit 1 for update skip locked
  `.execute(tx)
  const [row] = rows
  return row ? { ...row, content: BroadcastContent.parse(row.content) } : null
}

async function writePeople(
  tx: Transaction<Tables>,
  broadcast: OpenBroadcast,
  { policy, channels, now, page }: Setting & { now: Date; page: number },
): Promise<{ seen: number; people: number; last: string | null }> {
  const query = {
    ...broadcast,
    areaIds: broadcast.areas,
    at: now,
    channels,
    quiet: policy.quiet,
    broadcastId: broadcast.id,
    after: broadcast.cursor,
    limit: page,
  }
  const { rows } = await sql<{ seen: number; people: number; last: string | null }>`
    with recursive ${audienceRows(query)},
    written as (
      insert into broadcast_recipients (broadcast_id, person_id, area_id, channel, next_channels, oa_user_id, app_user_id, post_id, state,
        not_before, acted_at, quiet_from, quiet_until, reason, finished_at)
      select ${broadcast.id}::bigint, person_id, area_id, coalesce(channels[1], 'inbox'), nullif(channels[2:], '{}'), oa_user_id, app_user_id,
        case channels[1] when 'group' then group_post when 'article' then article_post end,
        case when cardinality(channels) = 0 then 'inbox' when channels[1] in ('group', 'article') then 'grouped' else 'pending' end,
        due, acted_at, quiet_from, quiet_until, case when cardinality(channels) = 0 then no_push end,
        case when cardinality(channels) = 0 then ${now}::timestamptz end
      from audience_rows
      on conflict (broadcast_id, person_id) do nothing
      returning 1)
    select (select count(*) from audience_people)::int as seen, (select count(*) from written)::int as people,
      (select person_id from audience_people order by person_id desc limit 1) as last
  `.execute(tx)
  return rows[0] ?? { seen: 0, people: 0, last: null }
}

/** One row for each message that reaches many: every linked group of the places meant, and the article. */
async function writePosts(
  tx: Transaction<Tables>,
  { id, oaId, areaId, areas, ignoresQuiet, correctionOf }: OpenBroadcast,
  { policy, channels, now }: Setting & { now: Date },
): Promise<void> {
  const [from, until] = ignoresQuiet || !policy.quiet ? [null, null] : [policy.quiet.from, policy.quiet.until]
  const columns = sql`broadcast_id, person_id, area_id, is_post, channel, oa_user_id, state, not_before, quiet_from, quiet_until`
  // A correction goes to those who got the first version: to the groups it was posted in.
  const isMeant = correctionOf
    ? sql`exists (select 1 from broadcast_recipients r where r.broadcast_id = ${correctionOf} and r.is_post and r.channel = 'group'
        and r.oa_user_id = g.group_id and r.state in ('sent', 'unknown', 'sending'))`
    : sql`g.area_id in (select id from places)`
  if (channels.includes('group'))
    await sql`
      insert into broadcast_recipients (${columns})
      with recursive ${placesOf(areas)}
      select ${id}::bigint, ${postId(id, 'group', sql`g.group_id`)}, g.area_id, true, 'group', g.group_id, 'pending',
        after_quiet(${now}::timestamptz, ${from}::smallint, ${until}::smallint), ${from}::smallint, ${until}::smallint
      from oa_groups g where g.oa_id = ${oaId} and g.unlinked_at is null and ${isMeant}
      on conflict do nothing
    `.execute(tx)
  if (channels.includes('article'))
    await sql`
      insert into broadcast_recipients (${columns})
      with recursive ${placesOf(areas)}
      select ${id}::bigint, ${postId(id, 'article', sql`''`)}, ${areaId}::uuid, true, 'article', 'article', 'pending',
        after_quiet(${now}::timestamptz, ${from}::smallint, ${until}::smallint), ${from}::smallint, ${until}::smallint
      where exists (select 1 from official_accounts a join places on places.id = a.area_id where a.oa_id = ${oaId})
      on conflict do nothing
    `.execute(tx)
}
