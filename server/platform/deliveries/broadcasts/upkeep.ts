/** What happens to broadcasts by themselves: they start, they run out, what was called back is cancelled, they are done. */
import { sql } from 'kysely'
import type { Database } from '../../storage/index.ts'

const AT_A_TIME = 10_000
/** A broadcast that could not start for so long asks a person instead. */
const LATE_AFTER_MS = 10 * 60_000

export const WOKE_LATE = 'late'

/** Starts what is due. What should have started long ago waits for a person to say whether it still makes sense. */
export async function startDue(db: Database, now: Date): Promise<void> {
  await sql`
    update broadcasts set state = case when starts_at < ${new Date(now.getTime() - LATE_AFTER_MS)} then 'paused' else 'expanding' end,
      reason = case when starts_at < ${new Date(now.getTime() - LATE_AFTER_MS)} then ${WOKE_LATE} end
    where state = 'scheduled' and starts_at <= ${now}
  `.execute(db)
}

/** Cancels what will not be pushed any more: of broadcasts that were called back, and of those that are over. */
export async function sweep(db: Database, now: Date): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await sql`
      update broadcast_recipients r set state = 'cancelled', reason = due.reason, finished_at = ${now}
      from (
        select w.broadcast_id, w.person_id, case when o.state = 'cancelled' then 'cancelled' else 'expired' end as reason
        from broadcasts o join broadcast_recipients w on w.broadcast_id = o.id
        where o.finished_at is null and (o.state = 'cancelled' or o.expires_at <= ${now}) and w.state = 'pending'
        limit ${AT_A_TIME} for update of w skip locked) as due
      where r.broadcast_id = due.broadcast_id and r.person_id = due.person_id
    `.execute(db)
    if (Number(numAffectedRows ?? 0) < AT_A_TIME) break
  }
}

/** The people of a group or an article stand where their post stands; if it cannot be posted, they are reached one by one. */
export async function settleGrouped(db: Database, now: Date): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await settleSomeGrouped(db, now)
    if (Number(numAffectedRows ?? 0) < AT_A_TIME) break
  }
}

function settleSomeGrouped(db: Database, now: Date) {
  return sql`
    update broadcast_recipients r set
      state = case when p.state <> 'failed' then p.state when r.next_channels is not null then 'pending' else 'failed' end,
      channel = case when p.state = 'failed' and r.next_channels is not null then r.next_channels[1] else r.channel end,
      next_channels = case when p.state = 'failed' then nullif(r.next_channels[2:], '{}') else r.next_channels end,
      reason = p.reason, error_code = p.error_code, resolved_by = 'post', sending_at = p.sending_at,
      finished_at = case when p.state in ('sent', 'failed') then ${now}::timestamptz end
    from broadcast_recipients p, (
      select w.broadcast_id, w.person_id, w.post_id
      from broadcasts o join broadcast_recipients w on w.broadcast_id = o.id
        join broadcast_recipients post on post.broadcast_id = w.broadcast_id and post.person_id = w.post_id and post.is_post
      where o.finished_at is null and w.state = 'grouped' and post.state in ('sent', 'failed', 'unknown', 'cancelled')
      limit ${AT_A_TIME} for update of w skip locked) as due
    where r.broadcast_id = due.broadcast_id and r.person_id = due.person_id and r.state = 'grouped'
      and p.broadcast_id = due.broadcast_id and p.person_id = due.post_id and p.is_post
  `.execute(db)
}

/** Nobody waits any more: done. A broadcast with a row that is not final is never called done. */
export async function finish(db: Database, now: Date): Promise<void> {
  await sql`
    update broadcasts b set state = case when state = 'cancelled' then state else 'done' end, finished_at = ${now},
      reason = case when state <> 'cancelled' and expires_at <= ${now} then 'expired' else reason end
    where finished_at is null and ((state = 'sending' and expanded_at is not null) or state = 'cancelled' or expires_at <= ${now})
      and not exists (select 1 from broadcast_counts c where c.broadcast_id = b.id and c.measure = 'waiting' having sum(c.total) <> 0)
      and not exists (select 1 from broadcast_recipients r where r.broadcast_id = b.id and r.state = 'pending')
      and not exists (select 1 from broadcast_recipients r where r.broadcast_id = b.id and r.state in ('claimed', 'sending'))
  `.execute(db)
}

/** How long the whole house may have slept before it asks rather than goes on. */
const SLEPT_MS = 30 * 60_000
const AWAKE_KEY = 'broadcasts.awake'

/**
 * Notes that somebody is at work. After a long sleep, or in a copy restored from a backup, nothing goes on by itself: what
 * was being sent may be over by now, or was sent by the house that the copy was made of.
 * @returns how many broadcasts were stopped to ask
 */
export async function noteAwake(db: Database): Promise<number> {
  return db.transaction().execute(async tx => {
    await sql`insert into settings (key, value) values (${AWAKE_KEY}, to_jsonb(extract(epoch from now()))) on conflict do nothing`.execute(
      tx,
    )
    const { rows } = await sql<{ sleptMs: number }>`
      update settings s set value = to_jsonb(extract(epoch from now()))
      from (select value from settings where area_id is null and key = ${AWAKE_KEY} for update) as before
      where s.area_id is null and s.key = ${AWAKE_KEY}
      returning ((extract(epoch from now()) - before.value::float8) * 1000)::float8 as "sleptMs"
    `.execute(tx)
    if ((rows[0]?.sleptMs ?? 0) < SLEPT_MS) return 0
    const { numAffectedRows } = await sql`
      update broadcasts set state = 'paused', reason = ${WOKE_LATE} where state in ('expanding', 'sending')
    `.execute(tx)
    return Number(numAffectedRows ?? 0)
  })
}

/** The rows of people go some time after the end; the counters stay. */
export async function dropDetails(db: Database, oaId: string, before: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from broadcasts b where oa_id = ${oaId} and finished_at < ${before}
      and (details_dropped_at is null or exists (select 1 from broadcast_recipients r where r.broadcast_id = b.id)) order by id limit 20
  `.execute(db)
  for (const { id } of rows) {
    await sql`update broadcasts set details_dropped_at = coalesce(details_dropped_at, now()) where id = ${id}`.execute(
      db,
    )
    for (;;) {
      const { numAffectedRows } = await sql`
        delete from broadcast_recipients where (broadcast_id, person_id) in (
          select broadcast_id, person_id from broadcast_recipients where broadcast_id = ${id} limit ${AT_A_TIME})
      `.execute(db)
      if (Number(numAffectedRows ?? 0) < AT_A_TIME) break
    }
  }
}
