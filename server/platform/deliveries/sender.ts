/**
 * Takes what is due, marks it as being sent, calls the channel, records the outcome.
 * Between "being sent" and the recorded outcome lies the only moment whose fate a crash can hide; `reconcile.ts` closes it.
 */
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { createGroupWriter, createLoop, type Loop } from '../jobs/index.ts'
import type { Database } from '../storage/index.ts'
import type { ClaimedDelivery, DeliveryChannel, DeliveryTiming, SendOutcome } from './delivery.ts'
import { slowDown } from './rate-bucket.ts'
import {
  claimDeliveries,
  findDueAccounts,
  markSending,
  pauseAccount,
  releaseExpiredClaims,
  type Settlement,
  settleDeliveries,
} from './store.ts'

const RATE_REFUSED = -32
const OPERATOR_REST_MS = 5 * 60_000
const SETTLE_RETRY_MS = 250
const RELEASE_EVERY_MS = 1000
const NUDGE_AFTER_MS = 15

export interface SenderParts {
  db: Database
  channels: Record<string, DeliveryChannel>
  clock: Clock
  log: Logger
  timing: DeliveryTiming
  /** Messages under way at the same time. */
  slots: number
  owner: string
}

export function createSender({ db, channels, clock, log, timing, slots, owner }: SenderParts): Loop {
  const underWay = new Set<Promise<void>>()
  const leaseMs = timing.leaseMs

  const starts = createGroupWriter<string, { mayGo: boolean }>(
    async ids => {
      const going = await markSending(db, ids, { owner, leaseMs, now: clock.now() })
      return ids.map(id => ({ mayGo: going.has(id) }))
    },
    { atOnce: 2 },
  )
  const settlements = createGroupWriter<Settlement, true>(
    async items => {
      await settleDeliveries(db, items, owner, clock.now())
      return items.map(() => true)
    },
    { atOnce: 2 },
  )

  let releasedAt = Number.NEGATIVE_INFINITY
  let nudging: NodeJS.Timeout | null = null
  const loop = createLoop({ name: 'sender', turn, pauseMs: 500, log })

  async function turn(): Promise<boolean> {
    await releaseNowAndThen()
    let claimed = 0
    for (const account of await findDueAccounts(db, clock.now())) {
      const free = slots - underWay.size
      if (free <= 0) break
      const deliveries = await claimDeliveries(db, {
        account,
        slots: free,
        owner,
        attemptMs: timing.attemptMs,
        now: clock.now(),
      })
      for (const delivery of deliveries) track(deliver(delivery))
      claimed += deliveries.length
    }
    return claimed > 0 && underWay.size < slots
  }

  async function releaseNowAndThen(): Promise<void> {
    if (performance.now() - releasedAt < RELEASE_EVERY_MS) return
    releasedAt = performance.now()
    await releaseExpiredClaims(db)
  }

  function track(work: Promise<void>): void {
    const watched = work
      .catch(error => log.error({ err: error }, 'a delivery could not be recorded; it will be reconciled'))
      .finally(() => {
        underWay.delete(watched)
        nudgeSoon()
      })
    underWay.add(watched)
  }

  /** A free slot, or a person's next message: worth a look, but one look for all that end in the same moment. */
  function nudgeSoon(): void {
    if (nudging) return
    nudging = setTimeout(() => {
      nudging = null
      loop.nudge()
    }, NUDGE_AFTER_MS)
  }

  async function deliver(claimed: Omit<ClaimedDelivery, 'sendingAt'>): Promise<void> {
    const { mayGo } = await starts.write(claimed.id)
    if (!mayGo) return
    const outcome = await attempt({ ...claimed, sendingAt: clock.now() })
    // First what is known of this message; a hiccup in what follows must not make it unknown.
    await settle(toSettlement(claimed, outcome))
    if (outcome.kind === 'operator') await pauseAccount(db, claimed.oaId, after(OPERATOR_REST_MS), outcome.nextStep)
    if (outcome.kind === 'retry' && outcome.code === RATE_REFUSED) await slowDown(db, claimed.oaId)
  }

  async function attempt(delivery: ClaimedDelivery): Promise<SendOutcome> {
    const channel = channels[delivery.channel]
    if (!channel) return { kind: 'refused', class: 'permanent', code: 0, reason: `unknown channel ${delivery.channel}` }
    try {
      return await channel.send(delivery, AbortSignal.timeout(timing.attemptMs))
    } catch (error) {
      log.error({ err: error, delivery: delivery.id }, 'a channel broke its promise not to throw')
      return { kind: 'unknown', cause: 'internal' }
    }
  }

  /** While our lease holds, an outcome is worth writing down again and again: losing it makes the row ambiguous. */
  async function settle(settlement: Settlement): Promise<void> {
    const giveUpAt = Date.now() + leaseMs - timing.attemptMs
    for (;;) {
      try {
        await settlements.write(settlement)
        return
      } catch (error) {
        if (Date.now() > giveUpAt) throw error
        await new Promise(resolve => setTimeout(resolve, SETTLE_RETRY_MS))
      }
    }
  }

  function after(ms: number): Date {
    return new Date(clock.now().getTime() + ms)
  }

  function toSettlement({ id, attempts }: { id: string; attempts: number }, outcome: SendOutcome): Settlement {
    const base = { id, notBefore: clock.now(), messageId: null, errorCode: null, reason: null }
    switch (outcome.kind) {
      case 'sent':
        return { ...base, state: 'sent', messageId: outcome.messageId }
      case 'retry': {
        const exhausted = attempts >= timing.maxAttempts
        const waitMs = Math.max(outcome.afterMs, 500 * 2 ** attempts) * (0.8 + 0.4 * Math.random())
        return {
          ...base,
          state: exhausted ? 'failed' : 'pending',
          notBefore: after(waitMs),
          errorCode: outcome.code,
          reason: exhausted ? 'too many attempts' : 'retry',
        }
      }
      case 'refused':
        return { ...base, state: 'failed', errorCode: outcome.code, reason: `${outcome.class}: ${outcome.reason}` }
      case 'defer':
        return { ...base, state: 'pending', notBefore: outcome.until, errorCode: outcome.code, reason: outcome.reason }
      case 'operator':
        return {
          ...base,
          state: 'pending',
          notBefore: after(OPERATOR_REST_MS),
          errorCode: outcome.code,
          reason: outcome.nextStep,
        }
      case 'cannot_reply':
        return { ...base, state: 'failed', reason: 'cannot_reply' }
      case 'unknown':
        return { ...base, state: 'sending', reason: outcome.cause }
    }
  }

  return {
    start: loop.start,
    nudge: loop.nudge,
    async stop() {
      await loop.stop()
      await Promise.all(underWay)
    },
  }
}
