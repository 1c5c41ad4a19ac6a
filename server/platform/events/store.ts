/** The rows behind the inbox. Leases use the database's clock, `not_before` the business clock. */
import { sql, type Transaction } from 'kysely'
import type { Database, Tables } from '../storage/index.ts'
import type { EventPayload, IncomingEvent } from './incoming-event.ts'

export interface StoredEvent extends Omit<IncomingEvent, 'dedupeKey'> {
  id: string
  attempts: number
}

/** Work on one event takes milliseconds; whoever exceeds the lease is fenced off by `finishEvents`. */
export const EVENT_LEASE_MS = 5_000

/**
 * Leases the events that may be worked on now, without waiting for the disk: a lease that a power cut forgets is no loss,
 * the event is pending again and its effects were not committed either. Within a strand they come one at a time, in the order in which they
 * happened: a later one waits until the earlier one is done or given up.
 */
export async function claimEvents(
  db: Database,
  { owner, limit, now }: { owner: string; limit: number; now: Date },
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent & { payload: EventPayload }>`
    with due as (
      select e.id from events e
      where e.state = 'pending' and e.not_before <= ${now}
        and (
          -- Not "not exists": as an anti-join it may read every waiting row for each candidate. This is one look into an index.
          select earlier.id from events earlier
          where earlier.oa_id = e.oa_id and earlier.strand = e.strand and earlier.state in ('pending', 'claimed')
            and (earlier.state = 'claimed' or (earlier.occurred_at, earlier.id) < (e.occurred_at, e.id))
          order by earlier.occurred_at, earlier.id limit 1) is null
      order by e.not_before, e.id
      limit ${limit}
      for update skip locked)
    update events e
    set state = 'claimed', attempts = e.attempts + 1, lease_owner = ${owner}, lease_until = now() + ${EVENT_LEASE_MS} * interval '1 millisecond'
    from due, (select set_config('synchronous_commit', 'off', true)) unhurried where e.id = due.id
    returning e.id, e.oa_id as "oaId", e.event_name as "eventName", e.subject_id as "subjectId", e.payload, e.occurred_at as "occurredAt", e.attempts
  `.execute(db)
  return rows
}

/** Ends events in the transaction that holds their effects. @returns false when the lease was lost: roll back */
export async function finishEvents(tx: Transaction<Tables>, ids: string[], owner: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update events set state = 'done', lease_owner = null, lease_until = null, error = null
    where id = any(${ids}::bigint[]) and state = 'claimed' and lease_owner = ${owner}
  `.execute(tx)
  return Number(numAffectedRows ?? 0) === ids.length
}

/** Puts events back for a later try, or gives them up. */
export async function returnEvents(
  db: Database | Transaction<Tables>,
  {
    ids,
    owner,
    notBefore,
    error,
    final,
  }: { ids: string[]; owner: string; notBefore: Date; error: string | null; final: boolean },
): Promise<void> {
  await sql`
    update events set state = ${final ? 'failed' : 'pending'}, not_before = ${notBefore}, lease_owner = null, lease_until = null, error = ${error}
    where id = any(${ids}::bigint[]) and state = 'claimed' and lease_owner = ${owner}
  `.execute(db)
}

/** Leases that ran out: their process died, and nothing of its work was committed. */
export async function releaseExpiredEvents(db: Database): Promise<void> {
  await sql`update events set state = 'pending', lease_owner = null, lease_until = null where state = 'claimed' and lease_until < now()`.execute(
    db,
  )
}
