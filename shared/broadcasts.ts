/** One message to many people: the words that server and clients share about it. Counts only; no person is in any of them. */
import { z } from 'zod'

/**
 * `paused` waits for a person, with a reason. `cancelled` and `done` are over once nobody is `waiting`; a retry of the
 * failed opens `done` again.
 */
export const BroadcastState = z.enum(['scheduled', 'expanding', 'sending', 'paused', 'cancelled', 'done'])
export type BroadcastState = z.infer<typeof BroadcastState>

/**
 * How a person is pushed. Everybody finds the notice in the inbox besides. `oa_message`: free, within 48 hours of their
 * last act; `oa_paid`: the same, up to 7 days, charged; `group` and `article` reach many people with one call.
 */
export const PushChannel = z.enum(['oa_message', 'mini_app', 'group', 'article', 'oa_paid', 'template'])
export type PushChannel = z.infer<typeof PushChannel>

/** What a notice offers to fill the places of a paid template with. */
export const TEMPLATE_FACTS = ['title', 'when', 'place', 'sender', 'code', 'link'] as const
export const TemplateFact = z.enum(TEMPLATE_FACTS)
export type TemplateFact = z.infer<typeof TemplateFact>

/** Why a person is not pushed and only finds the notice in the inbox. */
export const NoPush = z.enum([
  /** They asked not to be pushed, or not for this kind. */
  'muted',
  /** Their quiet hours, or the ward's, last until the notice is over. */
  'quiet_until_expiry',
  /** Neither a Zalo account that met the OA, nor Mini App notifications allowed. */
  'not_in_zalo',
  /** Last act between 48 hours and 7 days ago, and the ward does not pay. */
  'window_charged',
  /** Last act more than 7 days ago. */
  'window_closed',
  /** The ward's OA may not send by any channel that would reach them. */
  'cannot_send',
])
export type NoPush = z.infer<typeof NoPush>

/** `at_least_once` may repeat a message whose fate is unknown: for emergencies, and said so on every page. */
export const BroadcastPolicy = z.enum(['at_most_once', 'at_least_once'])
export type BroadcastPolicy = z.infer<typeof BroadcastPolicy>

const Count = z.number().int().min(0)

/** Each person of the audience stands in exactly one of these. */
export const RecipientCounts = z.object({
  /** Still to be pushed, or being pushed. */
  waiting: Count,
  /** Taken by Zalo. */
  sent: Count,
  failed: Count,
  /** Sent or not: could not be decided. */
  unknown: Count,
  cancelled: Count,
  /** In the inbox only: nothing was to be pushed. */
  inbox: Count,
})
export type RecipientCounts = z.infer<typeof RecipientCounts>

/** A message that reaches many people at once. */
export const BroadcastPost = z.object({
  channel: PushChannel,
  /** Group or neighbourhood, as people call it. */
  name: z.string(),
  people: Count,
  state: z.enum(['pending', 'claimed', 'sending', 'sent', 'failed', 'unknown', 'cancelled']),
  reason: z.string().nullable(),
})
export type BroadcastPost = z.infer<typeof BroadcastPost>

/** What would happen, told before anything does. Made by the statement that afterwards writes the recipients down. */
export const BroadcastPlan = z.object({
  audience: Count,
  channels: z.array(z.object({ channel: PushChannel, people: Count, calls: Count, dong: Count })),
  inboxOnly: z.array(z.object({ reason: NoPush, people: Count })),
  /** How many of those pushed must wait for the end of quiet hours. */
  quiet: z.object({ people: Count, until: z.iso.datetime().nullable() }),
  /** When the last message would leave at the permitted pace; null: there is nothing to push, or never before the expiry. */
  finishesAt: z.iso.datetime().nullable(),
  /** Not all can be pushed before the expiry at the permitted pace. */
  tooSlow: z.boolean(),
  quotas: z.array(z.object({ channel: PushChannel, period: z.enum(['day', 'month']), limit: Count, left: Count })),
  /** Repeats are possible (`at_least_once`). */
  mayRepeat: z.boolean(),
})
export type BroadcastPlan = z.infer<typeof BroadcastPlan>

export const BroadcastReport = z.object({
  id: z.string(),
  state: BroadcastState,
  /** Why it is paused or cancelled. */
  reason: z.string().nullable(),
  policy: BroadcastPolicy,
  startsAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  audience: Count,
  counts: RecipientCounts,
  channels: z.array(z.object({ channel: PushChannel, counts: RecipientCounts, received: Count, seen: Count })),
  /** Of those sent: reached the phone, was looked at in the chat. */
  received: Count,
  seen: Count,
  /** Opened in the inbox. */
  opened: Count,
  charged: Count,
  failures: z.array(z.object({ reason: z.string(), code: z.number().int().nullable(), people: Count })),
  posts: z.array(BroadcastPost),
})
export type BroadcastReport = z.infer<typeof BroadcastReport>
