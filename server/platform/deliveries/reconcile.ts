/**
 * Decides the rows whose sender died, or never heard the answer, between the call and its record.
 *
 * Zalo offers no idempotency key, so nothing is repeated on a guess. An echo (`receipts.ts`) or the conversation's
 * history may show that the message arrived; only a history that was proved complete on this OA, and that lacks the
 * message in two looks, sends a row back to the queue. Else the row is *unknown* and waits for a person.
 */
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { createLoop, type Loop } from '../jobs/index.ts'
import type { Database } from '../storage/index.ts'
import type { DeliveryChannel, DeliveryTiming } from './delivery.ts'
import { findInHistory } from './history.ts'

interface Undecided {
  id: string
  oaId: string
  channel: string
  recipientId: string
  textHash: string
  sendingAt: Date
  misses: number
  undecidedMs: number
}

export function createReconciler({
  db,
  channels,
  clock,
  log,
  timing,
}: {
  db: Database
  channels: Record<string, DeliveryChannel>
  clock: Clock
  log: Logger
  timing: DeliveryTiming
}): Loop {
  return createLoop({ name: 'reconciler', turn, pauseMs: 1000, log })

  async function turn(): Promise<boolean> {
    const rows = await leaseUndecided()
    for (const row of rows) {
      try {
        await decide(row)
      } catch (error) {
        log.warn({ err: error, delivery: row.id }, 'could not look into the history; the row waits')
      }
    }
    return rows.length === 20
  }

  /** Ours for a while; whoever finds the lease expired next looks again. Oldest first, so identical texts pair up in order. */
  async function leaseUndecided(): Promise<Undecided[]> {
    const { rows } = await sql<Undecided>`
      update deliveries d set lease_owner = null, lease_until = now() + ${timing.secondLookMs} * interval '1 millisecond'
      from (select id, lease_until from deliveries where state = 'sending' and lease_until < now() order by id limit 20 for update skip locked) as due
      where d.id = due.id
      returning d.id, d.oa_id as "oaId", d.channel, d.recipient_id as "recipientId", d.text_hash as "textHash", d.sending_at as "sendingAt",
        d.history_misses as misses, (extract(epoch from ${clock.now()}::timestamptz - d.sending_at) * 1000)::float8 as "undecidedMs"
    `.execute(db)
    return rows.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)))
  }

  async function decide(row: Undecided): Promise<void> {
    const channel = channels[row.channel]
    const found = channel ? await findInHistory(db, offset => channel.readHistory(row, offset), row) : 'no history'
    if (found === 'no history') {
      if (row.undecidedMs > timing.echoMs) await leave(row.id, 'unknown', null, 'no echo')
      return
    }
    if (found) return leave(row.id, 'sent', found.messageId, 'history')
    if (row.misses >= 1) return leave(row.id, 'pending', null, 'absent from history')
    await sql`update deliveries set history_misses = history_misses + 1 where id = ${row.id} and state = 'sending'`.execute(
      db,
    )
  }

  async function leave(
    id: string,
    state: 'sent' | 'unknown' | 'pending',
    messageId: string | null,
    by: string,
  ): Promise<void> {
    const now = clock.now()
    await sql`
      update deliveries set state = ${state}, zalo_msg_id = coalesce(${messageId}, zalo_msg_id), resolved_by = ${by}, lease_until = null,
        not_before = ${now}, finished_at = ${state === 'sent' ? now : null}
      where id = ${id} and state = 'sending'
    `.execute(db)
    log.info({ delivery: id, state, by }, 'decided the fate of a delivery')
  }
}
