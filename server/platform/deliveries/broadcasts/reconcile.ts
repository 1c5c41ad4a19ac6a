/**
 * Decides the pushes whose sender died, or never heard the answer: as for replies, an echo or the conversation's history
 * may show the message; a history proved complete that lacks it in two looks sends it back to the queue. Else *unknown*,
 * unless the broadcast said that a repeat is better than silence.
 */
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { PushChannel } from '../../../../shared/broadcasts.ts'
import type { Clock } from '../../../clock.ts'
import { createLoop, type Loop } from '../../jobs/index.ts'
import type { Database } from '../../storage/index.ts'
import type { DeliveryTiming } from '../delivery.ts'
import { findInHistory } from '../history.ts'
import type { BroadcastChannels } from './broadcast.ts'
import type { RecipientKey } from './store.ts'

const AT_A_TIME = 20
const AT_ONCE = 5

interface Undecided extends RecipientKey {
  oaId: string
  channel: PushChannel
  recipientId: string
  textHash: string
  sendingAt: Date
  misses: number
  undecidedMs: number
  mayRepeat: boolean
}

export function createPushReconciler({
  db,
  channels,
  clock,
  log,
  timing,
}: {
  db: Database
  channels: BroadcastChannels
  clock: Clock
  log: Logger
  timing: DeliveryTiming
}): Loop {
  return createLoop({ name: 'push reconciler', turn, pauseMs: 1000, log })

  async function turn(): Promise<boolean> {
    const rows = await leaseUndecided()
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await Promise.all(rows.slice(from, from + AT_ONCE).map(tryToDecide))
    return rows.length === AT_A_TIME
  }

  async function tryToDecide(row: Undecided): Promise<void> {
    try {
      await decide(row)
    } catch (error) {
      log.warn({ err: error, broadcast: row.broadcastId }, 'could not look into the history; the push waits')
    }
  }

  /** Ours for a while; whoever finds the lease expired next looks again. */
  async function leaseUndecided(): Promise<Undecided[]> {
    const { rows } = await sql<Undecided>`
      update broadcast_recipients r set lease_owner = null, lease_until = now() + ${timing.secondLookMs} * interval '1 millisecond'
      from (select broadcast_id, person_id from broadcast_recipients where state = 'sending' and lease_until < now()
        order by lease_until limit ${AT_A_TIME} for update skip locked) as due, broadcasts b
      where r.broadcast_id = due.broadcast_id and r.person_id = due.person_id and b.id = r.broadcast_id
      returning r.broadcast_id as "broadcastId", r.person_id as "personId", b.oa_id as "oaId", r.channel, coalesce(r.oa_user_id, '') as "recipientId",
        case r.channel when 'group' then coalesce(b.group_text_hash, b.text_hash) else b.text_hash end as "textHash", r.sending_at as "sendingAt", r.history_misses as misses, b.policy = 'at_least_once' as "mayRepeat",
        (extract(epoch from ${clock.now()}::timestamptz - r.sending_at) * 1000)::float8 as "undecidedMs"
    `.execute(db)
    return rows
  }

  async function decide(row: Undecided): Promise<void> {
    const channel = channels[row.channel]
    const found = channel?.readHistory
      ? await findInHistory(db, async offset => (await channel.readHistory?.(row, offset)) ?? null, row)
      : 'no history'
    if (found === 'no history') {
      if (row.undecidedMs <= timing.echoMs) return
      return row.mayRepeat ? leave(row, 'pending', null, 'repeated by policy') : leave(row, 'unknown', null, 'no echo')
    }
    if (found) return leave(row, 'sent', found.messageId, 'history')
    if (row.misses >= 1) return leave(row, 'pending', null, 'absent from history')
    await sql`
      update broadcast_recipients set history_misses = history_misses + 1
      where broadcast_id = ${row.broadcastId} and person_id = ${row.personId} and state = 'sending'
    `.execute(db)
  }

  async function leave(
    { broadcastId, personId }: RecipientKey,
    state: 'sent' | 'unknown' | 'pending',
    messageId: string | null,
    by: string,
  ): Promise<void> {
    const now = clock.now()
    await sql`
      update broadcast_recipients set state = ${state}, zalo_msg_id = coalesce(${messageId}, zalo_msg_id), resolved_by = ${by}, lease_until = null,
        reason = case when ${state} = 'unknown' then coalesce(reason, 'sender died') else reason end,
        not_before = ${now}, finished_at = ${state === 'sent' ? now : null}
      where broadcast_id = ${broadcastId} and person_id = ${personId} and state = 'sending'
    `.execute(db)
    log.info({ broadcast: broadcastId, state, by }, 'decided the fate of a push')
  }
}
