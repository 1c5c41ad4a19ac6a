/**
 * Pushes what is due: claims ahead, marks as being sent, calls the channel, records the outcome. Replies have a sender and
 * slots of their own and go first at the shared bucket.
 */
import type { Logger } from 'pino'
import type { PushChannel } from '../../../../shared/broadcasts.ts'
import type { Clock } from '../../../clock.ts'
import { createGroupWriter, type Loop } from '../../jobs/index.ts'
import type { Database } from '../../storage/index.ts'
import type { DeliveryTiming } from '../delivery.ts'
import { createOutgoing, isRateRefusal, OPERATOR_REST_MS, writeWhileLeased } from '../outgoing.ts'
import { OA_CALLS, setRate, slowDown } from '../rate-bucket.ts'
import { pauseAccount } from '../store.ts'
import { type Account, createAccountBook } from './accounts.ts'
import type { BroadcastChannels, PushOutcome } from './broadcast.ts'
import { OUT_OF_QUOTA, pauseBroadcast } from './desk.ts'
import { confine, DAY_IS_FULL, isQuotaRefusal, toPushSettlement, WORDS_REFUSED } from './outcome.ts'
import { type Quota, quotasOf } from './policy.ts'
import { exhaustQuota, spendQuota } from './quotas.ts'
import {
  type ClaimedPush,
  claimPushes,
  findDuePushes,
  markPushing,
  type PushSettlement,
  postpone,
  type RecipientKey,
  releaseClaims,
  settlePushes,
} from './store.ts'

const NUDGE_AFTER_MS = 10
export const NOTIFICATION_CALLS = 'mini_app'

export interface PushSenderParts {
  db: Database
  channels: BroadcastChannels
  clock: Clock
  log: Logger
  timing: DeliveryTiming
  /** Messages under way at the same time. */
  slots: number
  owner: string
}

export function createPushSender({ db, channels, clock, log, timing, slots, owner }: PushSenderParts): Loop {
  const { leaseMs } = timing
  const book = createAccountBook(db)
  const names = Object.keys(channels) as PushChannel[]
  const starts = createGroupWriter<RecipientKey, { mayGo: boolean }>(
    async keys => {
      const going = await markPushing(db, keys, { owner, leaseMs, now: clock.now() })
      return keys.map(key => ({ mayGo: going.has(`${key.broadcastId} ${key.personId}`) }))
    },
    { atOnce: 2 },
  )
  const settlements = createGroupWriter<PushSettlement, true>(
    async items => {
      await settlePushes(db, items, { owner, now: clock.now() })
      return items.map(() => true)
    },
    { atOnce: 2 },
  )

  const outgoing = createOutgoing({
    name: 'push sender',
    turn,
    release,
    pauseMs: 250,
    nudgeAfterMs: NUDGE_AFTER_MS,
    log,
  })

  async function turn(): Promise<boolean> {
    let claimed = 0
    for (const account of await book.awake(clock.now())) {
      for (const { broadcastId, channel } of await findDuePushes(db, {
        oaId: account.oaId,
        now: clock.now(),
        channels: names,
      })) {
        // Claimed ahead, so that a slot that falls free need not wait for a claim.
        const most = 2 * slots - outgoing.underWay()
        if (most < slots / 4) return false
        claimed += await claim(account, broadcastId, channel, most)
      }
    }
    return claimed > 0 && outgoing.underWay() < 2 * slots
  }

  async function claim(account: Account, broadcastId: string, channel: PushChannel, most: number): Promise<number> {
    const pushes = await claimPushes(db, {
      oaId: account.oaId,
      broadcastId,
      channel,
      api: apiOf(channel),
      quota: quotaOf(account, channel),
      most,
      owner,
      now: clock.now(),
    })
    for (const push of pushes) outgoing.track(deliver(account, push))
    return pushes.length
  }

  async function release(): Promise<void> {
    await releaseClaims(db)
    for (const account of await book.awake(clock.now()))
      await setRate(db, account.oaId, account.policy.notificationsPerMinute, NOTIFICATION_CALLS)
  }

  /** At most `slots` calls at once; what was claimed ahead waits here. */
  let free = slots
  const waiting: (() => void)[] = []
  async function inSlot<T>(work: () => Promise<T>): Promise<T> {
    if (free > 0) free -= 1
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }

  async function deliver(account: Account, push: ClaimedPush): Promise<void> {
    const outcome = await inSlot(async () => {
      const { mayGo } = await starts.write({ broadcastId: push.broadcastId, personId: push.personId })
      return mayGo ? confine(push.channel, await attempt(account, push)) : null
    })
    const quota = quotaOf(account, push.channel)
    if (outcome) {
      const settlement = toPushSettlement(push, outcome, { timing, now: clock.now() })
      await writeWhileLeased(() => settlements.write(settlement), leaseMs - timing.attemptMs)
    }
    if (quota && (outcome === null || (outcome.kind !== 'sent' && outcome.kind !== 'unknown')))
      await spendQuota(db, account.oaId, quota, -1, clock.now())
    if (outcome) await followUp(account, push, outcome, quota)
  }

  async function attempt({ oaId }: Account, push: ClaimedPush): Promise<PushOutcome> {
    const channel = channels[push.channel]
    if (!channel) return { kind: 'refused', class: 'permanent', code: 0, reason: `unknown channel ${push.channel}` }
    // Not `AbortSignal.timeout`, which lives on for as long as it might have waited.
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), timing.attemptMs)
    try {
      const words = await book.words(push.broadcastId)
      return await channel.send({ ...push, ...words, oaId, sendingAt: clock.now() }, controller.signal)
    } catch (error) {
      log.error({ err: error, broadcast: push.broadcastId }, 'a channel broke its promise not to throw')
      return { kind: 'unknown', cause: 'internal' }
    } finally {
      clearTimeout(timer)
    }
  }

  /** What one answer means for all that follow. */
  async function followUp(
    account: Account,
    push: ClaimedPush,
    outcome: PushOutcome,
    quota: Quota | null,
  ): Promise<void> {
    const now = clock.now()
    if (outcome.kind === 'operator' && outcome.code === WORDS_REFUSED)
      await pauseBroadcast(db, { id: push.broadcastId, actor: 'system', now }, outcome.nextStep)
    else if (outcome.kind === 'operator')
      await pauseAccount(db, account.oaId, new Date(now.getTime() + OPERATOR_REST_MS), outcome.nextStep)
    if (outcome.kind === 'retry' && isRateRefusal(outcome.code)) await slowDown(db, account.oaId, apiOf(push.channel))
    if (!isQuotaRefusal(outcome)) return
    if (outcome.code === DAY_IS_FULL) await postpone(db, { ...push, until: outcome.until })
    else if (quota) await exhaustQuota(db, account.oaId, quota, now)
    else await pauseBroadcast(db, { id: push.broadcastId, actor: 'system', now }, OUT_OF_QUOTA)
  }

  return outgoing
}

function apiOf(channel: PushChannel): string {
  return channel === 'mini_app' ? NOTIFICATION_CALLS : OA_CALLS
}

function quotaOf({ policy }: Account, channel: PushChannel): Quota | null {
  return quotasOf(policy).find(quota => quota.channel === channel) ?? null
}
