/** One message to one person, written down before it is sent. */
import type { OutgoingMessage } from '../../../shared/messages.ts'

/** Replies go first, then urgent notices, then ordinary ones. */
export const LANE = { reply: 0, urgent: 1, notice: 2 } as const
export type Lane = keyof typeof LANE

export type DeliveryState = 'pending' | 'claimed' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled'

export interface NewDelivery {
  oaId: string
  areaId: string
  /** Unique within the OA: the same request written twice is one delivery. */
  requestKey: string
  lane: Lane
  channel: string
  recipientId: string
  message: OutgoingMessage
  /** What the words rest on: procedure, revision. Kept beside the frozen words. */
  source: Record<string, unknown> | null
  /** Not sent after this moment. */
  expiresAt: Date | null
}

/** A delivery in the hands of one sender. */
export interface ClaimedDelivery {
  id: string
  oaId: string
  channel: string
  recipientId: string
  message: OutgoingMessage
  textHash: string
  attempts: number
  /** Business time of the moment it was marked as being sent. */
  sendingAt: Date
}

/** What became of one attempt. An expected outcome is data, never an exception. */
export type SendOutcome =
  | { kind: 'sent'; messageId: string }
  /** Nothing reached the person; safe to try again. */
  | { kind: 'retry'; code: number | null; afterMs: number }
  /** Will never succeed. */
  | { kind: 'refused'; class: 'permanent' | 'window'; code: number; reason: string }
  /** Not now, but later. */
  | { kind: 'defer'; until: Date; code: number; reason: string }
  /** Somebody must repair the installation first; the OA's sending rests meanwhile. */
  | { kind: 'operator'; code: number; nextStep: string }
  /** This OA may not reply at all. */
  | { kind: 'cannot_reply' }
  /** The message may or may not have been delivered. */
  | { kind: 'unknown'; cause: string }

export interface HistoryItem {
  fromOa: boolean
  textHash: string | null
  time: Date
  messageId: string
}

/** A way to reach one person. */
export interface DeliveryChannel {
  send(delivery: ClaimedDelivery, signal: AbortSignal): Promise<SendOutcome>
  /** The conversation, newest first, ten a page; null where history has not been proved to be complete. */
  readHistory(delivery: { oaId: string; recipientId: string }, offset: number): Promise<HistoryItem[] | null>
}

/** How long an attempt may last, and how long after that its owner is presumed dead. Durations in milliseconds. */
export interface DeliveryTiming {
  attemptMs: number
  leaseMs: number
  /** Between two looks into the history before a message is taken as not delivered. */
  secondLookMs: number
  /** How long to wait for an echo where there is no history, before a row is called unknown. */
  echoMs: number
  maxAttempts: number
}

export const DEFAULT_TIMING: DeliveryTiming = {
  attemptMs: 10_000,
  leaseMs: 40_000,
  secondLookMs: 30_000,
  echoMs: 120_000,
  maxAttempts: 6,
}
