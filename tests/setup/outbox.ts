/** A ward with an outbox over a scripted channel: what the channel says decides what becomes of each delivery. */
import { randomUUID } from 'node:crypto'
import pino from 'pino'
import type { Clock } from '../../server/clock.ts'
import {
  type ClaimedDelivery,
  createDeliveries,
  type Deliveries,
  type DeliveryChannel,
  type DeliveryTiming,
  type HistoryItem,
  type NewDelivery,
  type SendOutcome,
  setRate,
} from '../../server/platform/deliveries/index.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { until } from './until.ts'

export const OA = '4000000000000000001'
/** What is not known is decided within a test; a lease outlasts whatever a busy machine does meanwhile. */
export const QUICK: DeliveryTiming = {
  attemptMs: 10_000,
  leaseMs: 30_000,
  secondLookMs: 600,
  echoMs: 2500,
  maxAttempts: 6,
}
/** Calls a minute far above what a test sends. */
export const AMPLE_RATE = 60_000

export interface Outbox extends TestDatabase {
  areaId: string
  clock: Clock & { advance(ms: number): void }
  /** Every attempt that reached the channel, in order. */
  attempts: { text: string; recipientId: string }[]
  /** Starts a sender process with a channel of its own. */
  startSender(send?: Script, history?: HistoryScript): Deliveries
  write(...items: Partial<NewDelivery>[]): Promise<void>
  states(): Promise<
    { text: string; state: string; reason: string | null; resolvedBy: string | null; attempts: number }[]
  >
  /** Waits until every delivery has one of these states. */
  until(...states: string[]): Promise<void>
}

type Script = (delivery: ClaimedDelivery, signal: AbortSignal) => Promise<SendOutcome> | SendOutcome
type HistoryScript = (recipientId: string, offset: number) => HistoryItem[] | null

export async function openOutbox({ ratePerMinute = AMPLE_RATE } = {}): Promise<Outbox> {
  const database = await createTestDatabase()
  const { db } = database
  const areaId = randomUUID()
  await db.insertInto('areas').values({ id: areaId, level: 'ward', code: 'phuong-thu', name: 'Phường Thử' }).execute()
  await db
    .insertInto('official_accounts')
    .values({ oa_id: OA, area_id: areaId, app_id: '4000000000000000002' })
    .execute()
  await setRate(db, OA, ratePerMinute)

  let offsetMs = 0
  let written = 0
  let messages = 0
  const running: Deliveries[] = []
  const clock = {
    now: () => new Date(Date.now() + offsetMs),
    advance(ms: number) {
      offsetMs += ms
    },
  }
  const attempts: Outbox['attempts'] = []

  const states: Outbox['states'] = async () => {
    const rows = await db
      .selectFrom('deliveries')
      .select(['message', 'state', 'reason', 'resolved_by', 'attempts'])
      .orderBy('id')
      .execute()
    return rows.map(row => ({
      text: row.message.text,
      state: row.state,
      reason: row.reason,
      resolvedBy: row.resolved_by,
      attempts: row.attempts,
    }))
  }
  return {
    ...database,
    areaId,
    clock,
    attempts,
    states,
    startSender(send = () => ({ kind: 'sent', messageId: `m${++messages}` }), history = () => null) {
      const channel: DeliveryChannel = {
        send: async (delivery, signal) => {
          attempts.push({ text: delivery.message.text, recipientId: delivery.recipientId })
          return send(delivery, signal)
        },
        readHistory: async ({ recipientId }, offset) => history(recipientId, offset),
      }
      const deliveries = createDeliveries({
        db,
        channels: { test: channel },
        clock,
        log: pino({ level: 'silent' }),
        timing: QUICK,
      })
      running.push(deliveries)
      deliveries.start()
      return deliveries
    },
    async write(...items) {
      const deliveries = createDeliveries({ db, channels: {}, clock, log: pino({ level: 'silent' }) })
      await deliveries.enqueue(
        db,
        items.map(item => ({
          oaId: OA,
          areaId,
          requestKey: `request ${++written}`,
          lane: 'reply' as const,
          channel: 'test',
          recipientId: '5000000000000000001',
          message: { text: `tin ${written}`, buttons: [] },
          source: null,
          expiresAt: null,
          ...item,
        })),
      )
    },
    async until(...wanted) {
      await until(
        async () => `${wanted.join(' or ')}; they are ${JSON.stringify(await states())}`,
        async () => (await states()).every(({ state }) => wanted.includes(state)),
      )
    },
    async close() {
      await Promise.all(running.map(deliveries => deliveries.stop()))
      await database.close()
    },
  }
}
