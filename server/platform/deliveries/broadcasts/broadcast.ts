/** One message to many people, written down once; every person of the audience is a small row beside it. */
import { z } from 'zod'
import type { BroadcastPolicy, PushChannel } from '../../../../shared/broadcasts.ts'
import { OutgoingMessage } from '../../../../shared/messages.ts'
import type { HistoryItem, SendOutcome } from '../delivery.ts'

/** What people read, frozen. A part that is null closes the channel it belongs to. */
export const BroadcastContent = z.object({
  /** In the chat with the OA. */
  message: OutgoingMessage,
  /** In a group of the OA: words alone, no buttons there. */
  groupText: z.string().min(1).max(2000).nullable(),
  /** On the phone of a Mini App user. */
  notification: z
    .object({
      title: z.string(),
      contentTitle: z.string(),
      contentDescription: z.string(),
      buttonText: z.string(),
      buttonUrl: z.url(),
    })
    .nullable(),
  /** An article of the OA, to all its followers: for what concerns the whole ward. */
  article: z
    .object({
      title: z.string().max(150),
      author: z.string().max(50),
      description: z.string().max(300),
      coverUrl: z.url(),
      html: z.string(),
    })
    .nullable(),
  /** A paid template that Zalo approved. */
  template: z.object({ templateId: z.string(), data: z.record(z.string(), z.string()) }).nullable(),
})
export type BroadcastContent = z.infer<typeof BroadcastContent>

/** Who is meant, and when. */
export interface Audience {
  oaId: string
  /** Areas with all below them; those merged or split meanwhile are followed. Ignored for a correction. */
  areaIds: string[]
  /** A kind that people may have muted, such as `meeting`. */
  kind: string
  /** A correction goes exactly to those who got this broadcast. */
  correctionOf: string | null
  /** Emergencies come at night too. */
  ignoresQuiet: boolean
  startsAt: Date
  /** Nothing is pushed from then on. */
  expiresAt: Date | null
}

export interface NewBroadcast extends Audience {
  /** The area in whose name it goes out. */
  areaId: string
  /** Unique within the OA: a double click is one broadcast. */
  requestKey: string
  /** Short code, unique within the OA, that the chat's words contain: by it the message is told from all others. */
  marker: string
  lane: 'urgent' | 'notice'
  policy: BroadcastPolicy
  content: BroadcastContent
  /** What the words rest on: notice, revision. */
  source: Record<string, unknown> | null
  /** Who sent it, for the audit; an id, no name. */
  author: string
}

/** One push, in the hands of one sender. */
export interface Push {
  oaId: string
  broadcastId: string
  channel: PushChannel
  /** The person's id at the OA or in the Mini App, or the group's. */
  recipientId: string
  content: BroadcastContent
  textHash: string
  attempts: number
  /** What an earlier step left behind. */
  memo: unknown
  /** Business time of the moment it was marked as being sent. */
  sendingAt: Date
}

export type PushOutcome =
  | Exclude<SendOutcome, { kind: 'sent' }>
  /** `charged`: Zalo asks money for it. */
  | { kind: 'sent'; messageId: string | null; charged?: boolean }
  /** A step of several is done and nobody has been reached yet: come back with the memo. */
  | { kind: 'step'; memo: unknown; afterMs: number }

/** A way to reach people. Never throws: a failure is an outcome. */
export interface BroadcastChannel {
  send(push: Push, signal: AbortSignal): Promise<PushOutcome>
  /** Newest first, ten a page; null where history has not been proved to be complete. */
  readHistory?(push: { oaId: string; recipientId: string }, offset: number): Promise<HistoryItem[] | null>
}

export type BroadcastChannels = Partial<Record<PushChannel, BroadcastChannel>>

export const POST_CHANNELS: ReadonlySet<string> = new Set<PushChannel>(['group', 'article'])
