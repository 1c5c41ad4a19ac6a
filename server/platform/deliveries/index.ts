/** Outgoing messages: the only way out. Everything is written down before it is sent. */
import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Database, Tables } from '../storage/index.ts'
import { messageHash, messageText } from '../zalo/index.ts'
import {
  DEFAULT_TIMING,
  type DeliveryChannel,
  type DeliveryState,
  type DeliveryTiming,
  type NewDelivery,
} from './delivery.ts'
import { createReconciler } from './reconcile.ts'
import { createSender } from './sender.ts'
import { insertDeliveries, withdrawReplies } from './store.ts'

export type {
  Audience,
  BroadcastChannels,
  BroadcastContent,
  NewBroadcast,
  Push,
  PushOutcome,
} from './broadcasts/broadcast.ts'
export {
  type GroupPost,
  linkGroup,
  listLinkedGroups,
  readInGroup,
  unlinkGroup,
} from './broadcasts/groups.ts'
export type { InboxItem } from './broadcasts/inbox.ts'
export { type Broadcasts, createBroadcasts } from './broadcasts/index.ts'
export {
  CarryPolicy,
  dropPolicy,
  findPolicy,
  type NoticeTemplate,
  readPolicies,
  readPolicy,
  savePolicy,
  templatesOf,
} from './broadcasts/policy.ts'
export { type PushPreferences, readPreferences, savePreferences } from './broadcasts/preferences.ts'
export { readUsed } from './broadcasts/quotas.ts'
export { recordPushEchoes, recordPushReceipts } from './broadcasts/receipts.ts'
export { findMiscounted } from './broadcasts/report.ts'
export * from './delivery.ts'
export { setRate } from './rate-bucket.ts'
export { type Echo, type Receipt, recordEchoes, recordReceipts } from './receipts.ts'

export interface Deliveries {
  /** Writes messages down inside the caller's transaction; call `nudge` after its commit. */
  enqueue(tx: Database | Transaction<Tables>, items: NewDelivery[]): Promise<void>
  /** Takes back the replies to one person that wait to be sent; one that is being sent already goes out. */
  withdraw(tx: Transaction<Tables>, request: { oaId: string; recipientId: string; reason: string }): Promise<void>
  nudge(): void
  start(): void
  stop(): Promise<void>
  /** How many rows stand in each state that is not final, and since when the oldest waits. */
  queue(): Promise<{ states: Partial<Record<DeliveryState, number>>; oldestWaiting: Date | null }>
}

export function createDeliveries({
  db,
  channels,
  clock,
  log,
  slots = 16,
  timing = DEFAULT_TIMING,
}: {
  db: Database
  channels: Record<string, DeliveryChannel>
  clock: Clock
  log: Logger
  slots?: number
  timing?: DeliveryTiming
}): Deliveries {
  const sender = createSender({ db, channels, clock, log, timing, slots, owner: randomUUID() })
  const reconciler = createReconciler({ db, channels, clock, log, timing })
  return {
    enqueue: (tx, items) =>
      insertDeliveries(
        tx,
        items.map(item => ({ ...item, textHash: messageHash(messageText(item.message)) })),
        clock.now(),
      ),
    withdraw: (tx, request) => withdrawReplies(tx, request, clock.now()),
    nudge: sender.nudge,
    start() {
      sender.start()
      reconciler.start()
    },
    async stop() {
      await Promise.all([sender.stop(), reconciler.stop()])
    },
    async queue() {
      const { rows } = await sql<{ state: DeliveryState; total: number; oldest: Date }>`
        select state, count(*)::int as total, min(not_before) as oldest from deliveries
        where state in ('pending', 'claimed', 'sending', 'unknown') group by state
      `.execute(db)
      const waiting = rows.find(row => row.state === 'pending')
      return {
        states: Object.fromEntries(rows.map(row => [row.state, row.total])),
        oldestWaiting: waiting?.oldest ?? null,
      }
    },
  }
}
