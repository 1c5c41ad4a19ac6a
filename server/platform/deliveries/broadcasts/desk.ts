/** What a person may do to a broadcast. Every step names the state it leaves, so that two people at once do it once. */
import { sql, type Transaction } from 'kysely'
import { AppError } from '../../../errors.ts'
import type { Database, Tables } from '../../storage/index.ts'
import { messageHash, messageText } from '../../zalo/index.ts'
import { LANE } from '../delivery.ts'
import { audienceRows } from './audience.ts'
import { BroadcastContent, type NewBroadcast, POST_CHANNELS } from './broadcast.ts'
import { QUOTA_CODES } from './outcome.ts'
import { type ReadChannels, readSetting } from './setting.ts'

/** Why a broadcast rests of which Zalo takes no more for now; it goes on by itself. */
export const OUT_OF_QUOTA = 'quota'

export interface Act {
  id: string
  /** Who does it: an id for the audit, no name. */
  actor: string
  now: Date
}

/**
 * Writes a broadcast down inside the caller's transaction. The same request key again is the same broadcast. A correction
 * stops what is still waiting of the first version.
 * @throws AppError invalid (over, without its marker, nobody to reach) or conflict (another broadcast has the marker)
 */
export async function createBroadcast(
  tx: Transaction<Tables>,
  draft: NewBroadcast,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const known = await findByRequest(tx, draft)
  if (known) return { id: known, isNew: false }
  const content = BroadcastContent.parse(draft.content)
  const words = messageText(content.message)
  if (draft.expiresAt && draft.expiresAt <= now) throw new AppError('invalid', 'the broadcast is over already')
  if (!carriesMarker(content, draft.marker)) throw new AppError('invalid', 'the words lack the marker of the broadcast')
  const startsAt = draft.startsAt > now ? draft.startsAt : now
  const areas = draft.correctionOf ? await stopFirstVersion(tx, draft.correctionOf, draft.author, now) : draft.areaIds
  if (!(await hasAudience(tx, { ...draft, areaIds: areas }))) throw new AppError('invalid', 'nobody is in the audience')
  const { rows } = await sql<{ id: string }>`
    insert into broadcasts (oa_id, area_id, request_key, marker, kind, lane, policy, content, text_hash, group_text_hash, source, areas, correction_of,
      ignores_quiet, state, starts_at, expires_at, author, created_at)
    values (${draft.oaId}, ${draft.areaId}, ${draft.requestKey}, ${draft.marker}, ${draft.kind}, ${LANE[draft.lane]}, ${draft.policy},
      ${JSON.stringify(content)}, ${messageHash(words)}, ${content.groupText && messageHash(content.groupText)},
      ${draft.source && JSON.stringify(draft.source)}, ${areas}::uuid[], ${draft.correctionOf}, ${draft.ignoresQuiet}, 'scheduled', ${startsAt}, ${draft.expiresAt}, ${draft.author}, ${now})
    on conflict do nothing returning id
  `.execute(tx)
  const id = rows[0]?.id ?? (await findByRequest(tx, draft))
  if (!id) throw new AppError('conflict', 'another broadcast has this marker')
  if (rows[0]) await audit(tx, 'created', { id, actor: draft.author, areaId: draft.areaId })
  return { id, isNew: rows.length > 0 }
}

export const pauseBroadcast = (db: Database, act: Act, reason: string): Promise<boolean> =>
  move(db, act, 'paused', { from: ['scheduled', 'expanding', 'sending'], to: sql`'paused'`, reason })

/** Goes on where it was paused. A broadcast that is over by then is not resumed. */
export async function resumeBroadcast(db: Database, act: Act): Promise<boolean> {
  const goesOn = await move(db, act, 'resumed', {
    from: ['paused'],
    // Whoever says "go on" means now, also where the hour is long past.
    to: sql`case when expanded_at is not null then 'sending' when starts_at > ${act.now} then 'scheduled' else 'expanding' end`,
    reason: null,
    only: sql`(expires_at is null or expires_at > ${act.now})`,
  })
  // Quota was bought meanwhile: those who met its end need not wait for the hour that was guessed.
  if (goesOn)
    await sql`
      update broadcast_recipients set not_before = ${act.now}
      where broadcast_id = ${act.id} and state = 'pending' and error_code = any(${[...QUOTA_CODES]}::int[])
    `.execute(db)
  return goesOn
}

/** Goes on with what rests for want of quota, as soon as the rest of those who met its end is over. */
export async function resumeWithQuota(db: Database, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from broadcasts b where state = 'paused' and reason = ${OUT_OF_QUOTA} and exists (
      select 1 from broadcast_recipients r where r.broadcast_id = b.id and r.state = 'pending' and r.not_before <= ${now}
        and r.error_code = any(${[...QUOTA_CODES]}::int[]))
  `.execute(db)
  for (const { id } of rows) await resumeBroadcast(db, { id, actor: 'system', now })
}

/** Nothing more is sent; at most one message for each slot is under way. What waits is cancelled by the next sweep. */
export const cancelBroadcast = (db: Database | Transaction<Tables>, act: Act, reason: string): Promise<boolean> =>
  move(db, act, 'cancelled', { from: ['scheduled', 'expanding', 'sending', 'paused'], to: sql`'cancelled'`, reason })

/**
 * Tries those once more whose push failed, by the channel that is open to them now; nobody else.
 * @param includePermanent also those whom Zalo refused for good
 * @returns how many are tried again
 */
export async function retryFailed(
  db: Database,
  act: Act,
  { includePermanent, readChannels }: { includePermanent: boolean; readChannels: ReadChannels },
): Promise<number> {
  return db.transaction().execute(async tx => {
    const broadcast = await tx
      .selectFrom('broadcasts')
      .selectAll()
      .where('id', '=', act.id)
      .forUpdate()
      .executeTakeFirst()
    if (!broadcast) throw new AppError('not_found', 'no such broadcast')
    if (broadcast.expires_at && broadcast.expires_at <= act.now) throw new AppError('conflict', 'the broadcast is over')
    if (broadcast.state !== 'done' && broadcast.state !== 'sending')
      throw new AppError('conflict', `a broadcast that is ${broadcast.state} cannot be tried again`)
    const content = BroadcastContent.parse(broadcast.content)
    const setting = await readSetting(tx, { areaId: broadcast.area_id, oaId: broadcast.oa_id, content }, readChannels)
    const query = {
      oaId: broadcast.oa_id,
      areaIds: broadcast.areas,
      kind: broadcast.kind,
      correctionOf: null,
      ignoresQuiet: broadcast.ignores_quiet,
      startsAt: act.now,
      expiresAt: broadcast.expires_at,
      at: act.now,
      // A group or an article was posted once; it is not posted again for the few who missed it.
      channels: setting.channels.filter(channel => channel !== 'group' && channel !== 'article'),
      quiet: setting.policy.quiet,
      broadcastId: act.id,
      after: null,
      limit: null,
      failedOf: { broadcastId: act.id, includePermanent },
    }
    const { rows } = await sql<{ total: number }>`
      with recursive ${audienceRows(query)},
      again as (
        update broadcast_recipients r set state = 'pending', channel = a.channels[1], next_channels = nullif(a.channels[2:], '{}'), attempts = 0,
          oa_user_id = a.oa_user_id, app_user_id = a.app_user_id, acted_at = a.acted_at, not_before = a.due, error_code = null, reason = 'retry', resolved_by = null, finished_at = null
        from audience_rows a
        where r.broadcast_id = ${act.id} and r.person_id = a.person_id and r.state = 'failed' and cardinality(a.channels) > 0
        returning 1)
      select count(*)::int as total from again
    `.execute(tx)
    const total = rows[0]?.total ?? 0
    if (total === 0) return 0
    await sql`update broadcasts set state = 'sending', finished_at = null where id = ${act.id}`.execute(tx)
    await audit(tx, 'failed tried again', { id: act.id, actor: act.actor, areaId: broadcast.area_id })
    return total
  })
}

/**
 * A person decided: what could not be decided is sent once more, and may arrive twice. Whoever was reached by a post waits for
 * the post. @returns how many rows
 */
export async function resendUnknown(db: Database, act: Act): Promise<number> {
  return db.transaction().execute(async tx => {
    const { rows } = await sql<{ area_id: string }>`
      update broadcasts set state = 'sending', finished_at = null
      where id = ${act.id} and state in ('sending', 'done') and (expires_at is null or expires_at > ${act.now}) returning area_id
    `.execute(tx)
    if (!rows[0]) throw new AppError('conflict', 'this broadcast cannot be sent again')
    const { numAffectedRows } = await sql`
      update broadcast_recipients set state = case when is_post or channel <> all(${[...POST_CHANNELS]}::text[]) then 'pending' else 'grouped' end,
        not_before = ${act.now}, attempts = 0, reason = 'sent again by a person', resolved_by = null
      where broadcast_id = ${act.id} and state = 'unknown' and case channel when 'mini_app' then app_user_id else oa_user_id end is not null
    `.execute(tx)
    await audit(tx, 'unknown sent again', { id: act.id, actor: act.actor, areaId: rows[0].area_id })
    return Number(numAffectedRows ?? 0)
  })
}

type Step = { from: string[]; to: ReturnType<typeof sql>; reason: string | null; only?: ReturnType<typeof sql> }

async function move(
  db: Database | Transaction<Tables>,
  { id, actor, now }: Act,
  what: string,
  { from, to, reason, only = sql`true` }: Step,
): Promise<boolean> {
  const run = async (tx: Transaction<Tables>) => {
    const { rows } = await sql<{ area_id: string }>`
      update broadcasts set state = ${to}, reason = ${reason} where id = ${id} and state = any(${from}) and ${only} returning area_id
    `.execute(tx)
    if (rows[0]) await audit(tx, what, { id, actor, areaId: rows[0].area_id, reason, now })
    return rows.length > 0
  }
  return db.isTransaction ? run(db as Transaction<Tables>) : db.transaction().execute(run)
}

async function audit(
  tx: Transaction<Tables>,
  what: string,
  {
    id,
    actor,
    areaId,
    reason = null,
  }: { id: string; actor: string; areaId: string; reason?: string | null; now?: Date },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      actor,
      action: `broadcast ${what}`,
      area_id: areaId,
      subject: id,
      detail: JSON.stringify(reason === null ? {} : { reason }),
    })
    .execute()
}

async function findByRequest(tx: Transaction<Tables>, { oaId, requestKey }: NewBroadcast): Promise<string | null> {
  const row = await tx
    .selectFrom('broadcasts')
    .select('id')
    .where('oa_id', '=', oaId)
    .where('request_key', '=', requestKey)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The marker stands in the words or in a link: by it echo and history tell this message from any other. */
function carriesMarker({ message, groupText }: BroadcastContent, marker: string): boolean {
  const chat = [message.text, ...message.buttons.map(button => (button.kind === 'open' ? button.url : ''))]
  return chat.some(words => words.includes(marker)) && (groupText === null || groupText.includes(marker))
}

async function stopFirstVersion(tx: Transaction<Tables>, id: string, actor: string, now: Date): Promise<string[]> {
  const first = await tx.selectFrom('broadcasts').select(['areas', 'state']).where('id', '=', id).executeTakeFirst()
  if (!first) throw new AppError('not_found', 'no such broadcast to correct')
  await cancelBroadcast(tx, { id, actor, now }, 'corrected')
  return first.areas
}

async function hasAudience(tx: Transaction<Tables>, draft: NewBroadcast): Promise<boolean> {
  const query = {
    ...draft,
    at: draft.startsAt,
    channels: [],
    quiet: null,
    broadcastId: null,
    after: null,
    limit: 1,
  }
  const { rows } = await sql`with recursive ${audienceRows(query)} select 1 from audience_rows limit 1`.execute(tx)
  return rows.length > 0
}
