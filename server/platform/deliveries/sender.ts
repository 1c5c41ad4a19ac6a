/**
 * Takes what is due, marks it as being sent, calls the channel, records the outcome.
 * Between "being sent" and the recorded outcome lies the only moment whose fate a crash can hide; `reconcile.ts` closes it.
 */
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { createGroupWriter, type Loop } from '../jobs/index.ts'
import type { Database } from '../storage/index.ts'
import type { ClaimedDelivery, DeliveryChannel, DeliveryTiming, SendOutcome } from './delivery.ts'
import { createOutgoing, isRateRefusal, OPERATOR_REST_MS, writeWhileLeased } from './outgoing.ts'
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

  const outgoing = createOutgoing({
    name: 'sender',
    turn,
    release: () => releaseExpiredClaims(db),
    pauseMs: 500,
    // A free slot, or a person's next message: worth a look, but one look for all that end in the same moment.
    nudgeAfterMs: NUDGE_AFTER_MS,
    log,
  })

  async function turn(): Promise<boolean> {
    let claimed = 0
    for (const account of await findDueAccounts(db, clock.now())) {
      const free = slots - outgoing.underWay()
      if (free <= 0) break
      const deliveries = await claimDeliveries(db, {
        account,
        slots: free,
        owner,
        attemptMs: timing.attemptMs,
        now: clock.now(),
      })
      for (const delivery of deliveries) outgoing.track(deliver(delivery))
      claimed += deliveries.length
    }
    return claimed > 0 && outgoing.underWay() < slots
  }

  async function deliver(claimed: Omit<ClaimedDelivery, 'sendingAt'>): Promise<void> {
    const { mayGo } = await starts.write(claimed.id)
    if (!mayGo) return
    const outcome = await attempt({ ...claimed, sendingAt: clock.now() })
    // First what is known of this message; a hiccup in what follows must not make it unknown.
    const settlement = toSettlement(claimed, outcome)
    await writeWhileLeased(() => settlements.write(settlement), leaseMs - timing.attemptMs)
    if (outcome.kind === 'operator') await pauseAccount(db, claimed.oaId, after(OPERATOR_REST_MS), outcome.nextStep)
    if (outcome.kind === 'retry' && isRateRefusal(outcome.code)) await slowDown(db, claimed.oaId)
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

  return outgoing
}
