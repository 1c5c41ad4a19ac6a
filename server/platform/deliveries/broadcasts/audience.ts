/**
 * The one statement that says who a broadcast is for, by which channel each person is pushed, or why not. The plan counts
 * its rows, the expansion writes them down: so the plan cannot say anything else than what happens.
 *
 * Windows: developers.zalo.me, Official Account → Tin tư vấn (48 hours free, 7 days charged), Mini App → Notification.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { PushChannel } from '../../../../shared/broadcasts.ts'
import type { Tables } from '../../storage/index.ts'
import { type Audience, POST_CHANNELS } from './broadcast.ts'
import type { Quiet } from './policy.ts'

export interface AudienceQuery extends Audience {
  /** When it would be pushed: windows and quiet hours are looked at from there. */
  at: Date
  /** What may be used at all, best first: the ward's order, what its OA can do, what the content has words for. */
  channels: readonly PushChannel[]
  /** The ward's quiet hours; null: none. */
  quiet: Quiet | null
  /** For the ids of posts. */
  broadcastId: string | null
  /** Everybody after this person, in the order of their ids, at most `limit`; null: from the beginning, all. */
  after: string | null
  limit: number | null
  /** Instead of the audience: those whose push by this broadcast failed. */
  failedOf?: { broadcastId: string; includePermanent: boolean }
}

/** Compiling the statement takes longer than running it. Holds until the transaction ends. */
export async function withoutCompiling(tx: Transaction<Tables>): Promise<void> {
  await sql`select set_config('jit', 'off', true)`.execute(tx)
}

const FREE = sql`interval '48 hours'`
const CHARGED = sql`interval '7 days'`
const NOTIFIABLE = sql`interval '7 days'`
const TEMPLATES = sql`interval '365 days'`

/** The areas meant, those below them, what was merged into them, and what came of them by merging or splitting. As `places (id)`. */
export function placesOf(areaIds: string[]): RawBuilder<unknown> {
  return sql`places (id) as (
    select id from areas where id = any(${areaIds}::uuid[])
    union
    select next.id from places p cross join lateral (
      select merged_into as id from areas where id = p.id and merged_into is not null
      union all select id from areas where parent_id = p.id or merged_into = p.id
      union all select id from areas where split_from = p.id) as next)`
}

/** An article goes to every follower, so only what concerns the whole ward may be one. */
const wholeWard = (query: AudienceQuery) =>
  sql`exists (select 1 from official_accounts a join places on places.id = a.area_id where a.oa_id = ${query.oaId})`

/** The number of a post, the same however often it is made. */
export function postId(
  broadcastId: RawBuilder<unknown> | string | null,
  channel: PushChannel,
  what: RawBuilder<unknown>,
): RawBuilder<string> {
  return sql<string>`md5(coalesce(${broadcastId}::text, '') || ${`:${channel}:`}::text || ${what})::uuid`
}

/**
 * Rows of `person_id, area_id, channels text[] (best first; empty: inbox only), no_push, oa_user_id, app_user_id, acted_at,
 * due, quiet_from, quiet_until, group_post, article_post`, one a person, in the order of `person_id`.
 * A `with recursive` list: write `with recursive ${audienceRows(query)} select … from audience_rows`.
 */
export function audienceRows(query: AudienceQuery): RawBuilder<unknown> {
  const { oaId, kind, at, expiresAt, quiet, ignoresQuiet } = query
  const uses = new Set(query.channels)
  // A post cannot leave anybody out, so whoever it reaches gets nothing else.
  const ordered = [...query.channels].sort((a, b) => Number(POST_CHANNELS.has(b)) - Number(POST_CHANNELS.has(a)))
  const open: Record<PushChannel, RawBuilder<unknown>> = {
    group: sql`grp.group_id is not null`,
    article: sql`oa.following and ${wholeWard(query)}`,
    oa_message: sql`oa.last_interaction_at > q.due - ${FREE}`,
    oa_paid: sql`oa.last_interaction_at > q.due - ${CHARGED}`,
    mini_app: sql`app.external_id is not null and pref.notifications_since is not null and greatest(app.last_interaction_at, pref.notifications_since) > q.due - ${NOTIFIABLE}`,
    template: sql`oa.last_interaction_at > q.due - ${TEMPLATES}`,
  }
  const list = ordered.map(channel => sql`case when ${open[channel]} then ${sql.lit(channel)} end`)
  const channels = list.length === 0 ? sql`'{}'::text[]` : sql`array_remove(array[${sql.join(list)}]::text[], null)`
  const mayPush = sql`coalesce(pref.push, true) and not ${kind}::text = any(coalesce(pref.muted_kinds, '{}'))`
  const inTime = sql`(${expiresAt}::timestamptz is null or q.due < ${expiresAt})`
  const wardFrom = ignoresQuiet || !quiet ? null : quiet.from
  const wardUntil = ignoresQuiet || !quiet ? null : quiet.until
  const quietOf = (own: RawBuilder<unknown>, wards: number | null) =>
    ignoresQuiet ? sql`null::smallint` : sql`coalesce(${own}, ${wards}::smallint)`
  const direct = uses.has('oa_message') || uses.has('oa_paid') || uses.has('mini_app') || uses.has('template')

  return sql`${placesOf(query.areaIds)}, audience_people as materialized (${peopleOf(query)}), audience_rows as (
    select p.person_id, p.area_id, oa.external_id as oa_user_id, app.external_id as app_user_id, oa.last_interaction_at as acted_at,
      q.due, q.quiet_from, q.quiet_until,
      case when ${mayPush} and ${inTime} then ${channels} else '{}'::text[] end as channels,
      case when not (${mayPush}) then 'muted'
        when not ${inTime} then 'quiet_until_expiry'
        when oa.external_id is null and (app.external_id is null or pref.notifications_since is null) then 'not_in_zalo'
        when not ${sql.lit(direct)}::boolean then 'cannot_send'
        when oa.last_interaction_at > q.due - ${CHARGED} then 'window_charged'
        else 'window_closed' end as no_push,
      ${postId(query.broadcastId, 'group', sql`grp.group_id`)} as group_post,
      ${postId(query.broadcastId, 'article', sql`''`)} as article_post
    from audience_people p
    left join lateral (select i.external_id, i.last_interaction_at, i.following from identities i
      where i.person_id = p.person_id and ${only(sql`i.kind`, 'oa')} and ${only(sql`i.issuer`, oaId)}
      order by i.last_interaction_at desc nulls last limit 1) oa on true
    left join lateral (${uses.has('mini_app') ? appOf : sql`select null::text as external_id, null::timestamptz as last_interaction_at`}) app on true
    left join broadcast_preferences pref on pref.person_id = p.person_id
    left join lateral (${uses.has('group') ? groupOf(oaId) : sql`select null::text as group_id`}) grp on true
    cross join lateral (select f as quiet_from, u as quiet_until, after_quiet(${at}::timestamptz, f, u) as due
      from (select ${quietOf(sql`pref.quiet_from`, wardFrom)} as f, ${quietOf(sql`pref.quiet_until`, wardUntil)} as u) as hours) q
    order by p.person_id)`
}

/** A comparison that no index serves: without statistics the planner would go through all of an OA's people for each one. */
function only(column: RawBuilder<unknown>, value: string): RawBuilder<unknown> {
  return sql`(${column} || '') = ${value}::text`
}

const appOf = sql`select i.external_id, i.last_interaction_at from identities i
  where i.person_id = p.person_id and ${only(sql`i.kind`, 'app')} order by i.last_interaction_at desc nulls last limit 1`

function groupOf(oaId: string): RawBuilder<unknown> {
  return sql`select g.group_id from oa_group_members m join oa_groups g on g.oa_id = m.oa_id and g.group_id = m.group_id
    where m.oa_id = ${oaId} and m.oa_user_id = oa.external_id and g.unlinked_at is null and g.area_id in (select id from places)
    order by g.group_id limit 1`
}

function peopleOf({ correctionOf, failedOf, after, limit }: AudienceQuery): RawBuilder<unknown> {
  const page = sql`order by 1, 2 limit ${limit}::bigint`
  const beyond = (column: RawBuilder<unknown>) => (after === null ? sql`true` : sql`${column} > ${after}::uuid`)
  if (failedOf)
    return sql`select r.person_id, r.area_id from broadcast_recipients r
      where r.broadcast_id = ${failedOf.broadcastId} and not r.is_post and r.state = 'failed' and coalesce(r.oa_user_id, r.app_user_id) is not null
        and (${failedOf.includePermanent}::boolean or r.reason not like 'permanent:%') and ${beyond(sql`r.person_id`)} ${page}`
  // Whoever was failed by the push still has the first version in the inbox.
  if (correctionOf)
    return sql`select r.person_id, r.area_id from broadcast_recipients r join persons on persons.id = r.person_id
      where r.broadcast_id = ${correctionOf} and not r.is_post and ${beyond(sql`r.person_id`)}
        and (r.state in ('sent', 'unknown', 'sending', 'inbox', 'failed') or r.opened_at is not null) ${page}`
  return sql`select distinct on (m.person_id) m.person_id, m.area_id from memberships m
    where m.area_id in (select id from places) and ${beyond(sql`m.person_id`)} ${page}`
}
