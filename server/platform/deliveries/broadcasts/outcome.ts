/** What an answer means for the row it belongs to. */
import type { PushChannel } from '../../../../shared/broadcasts.ts'
import type { DeliveryTiming } from '../delivery.ts'
import { OPERATOR_REST_MS } from '../outgoing.ts'
import { POST_CHANNELS, type PushOutcome } from './broadcast.ts'
import type { ClaimedPush, PushSettlement } from './store.ts'

/** Out of quota: of the OA (−211), of the Mini App (−109), of templates (−144). */
export const QUOTA_CODES: readonly number[] = [-211, -109, -144]

/** Templates are refused for the rest of the day, whatever the month has left. */
export const DAY_IS_FULL = -144

export function isQuotaRefusal(outcome: PushOutcome): outcome is Extract<PushOutcome, { kind: 'defer' }> {
  return outcome.kind === 'defer' && QUOTA_CODES.includes(outcome.code)
}

/** Zalo takes offence at the words: no reason to stop what says something else. */
export const WORDS_REFUSED = -248
/** What only one way to people lacks: rights to the API, a group that ran out, an account that pays. */
const LACKED_BY_CHANNEL: readonly number[] = [-212, -223, -237, -320, -321]

/** What stops the replies and every other way too stays with the operator; what one way lacks sends its people to the next. */
export function confine(channel: PushChannel, outcome: PushOutcome): PushOutcome {
  // A post is worth nothing tomorrow.
  if (POST_CHANNELS.has(channel) && isQuotaRefusal(outcome))
    return { kind: 'refused', class: 'permanent', code: outcome.code, reason: 'quota: none left' }
  const isConfined = outcome.kind === 'operator' && channel !== 'oa_message' && LACKED_BY_CHANNEL.includes(outcome.code)
  return isConfined ? { kind: 'refused', class: 'permanent', code: outcome.code, reason: outcome.nextStep } : outcome
}

export function toPushSettlement(
  { broadcastId, personId, attempts }: ClaimedPush,
  outcome: PushOutcome,
  { timing, now }: { timing: DeliveryTiming; now: Date },
): PushSettlement {
  const after = (ms: number) => new Date(now.getTime() + ms)
  const base = {
    broadcastId,
    personId,
    mayFallBack: false,
    notBefore: now,
    messageId: null,
    errorCode: null,
    reason: null,
    isCharged: false,
    memo: null,
  }
  switch (outcome.kind) {
    case 'sent':
      return { ...base, state: 'sent', messageId: outcome.messageId, isCharged: outcome.charged ?? false }
    case 'step':
      return { ...base, state: 'pending', notBefore: after(outcome.afterMs), memo: outcome.memo, reason: 'step' }
    case 'retry': {
      const exhausted = attempts >= timing.maxAttempts
      const waitMs = Math.max(outcome.afterMs, 500 * 2 ** attempts) * (0.8 + 0.4 * Math.random())
      return {
        ...base,
        state: exhausted ? 'failed' : 'pending',
        mayFallBack: exhausted,
        notBefore: after(waitMs),
        errorCode: outcome.code,
        reason: exhausted ? 'too many attempts' : 'retry',
      }
    }
    case 'refused':
      return {
        ...base,
        state: 'failed',
        mayFallBack: true,
        errorCode: outcome.code,
        reason: `${outcome.class}: ${outcome.reason}`,
      }
    case 'cannot_reply':
      return { ...base, state: 'failed', mayFallBack: true, reason: 'cannot_send' }
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
    case 'unknown':
      return { ...base, state: 'sending', reason: outcome.cause }
  }
}
