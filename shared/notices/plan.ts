/** Told before anything is sent: who will get it by which way, who will not and why, how long it takes, what it costs. */
import { z } from 'zod'
import { ApprovalNeed } from './approval.ts'

const Count = z.number().int().min(0)

/** Ways to push; everybody of the audience finds the notice in the inbox besides. */
export const NoticeChannel = z.enum(['oa_message', 'mini_app', 'group', 'article', 'oa_paid', 'template'])
export type NoticeChannel = z.infer<typeof NoticeChannel>

/** Why somebody is not pushed and only finds the notice in the inbox. */
export const NoPushReason = z.enum([
  'muted',
  'quiet_until_expiry',
  'not_in_zalo',
  'window_charged',
  'window_closed',
  'cannot_send',
])
export type NoPushReason = z.infer<typeof NoPushReason>

export const NoticePlan = z.object({
  /** People in the list of the areas; one that is nobody's stops the notice. */
  audience: Count,
  channels: z.array(z.object({ channel: NoticeChannel, people: Count, calls: Count, dong: Count })),
  inboxOnly: z.array(z.object({ reason: NoPushReason, people: Count })),
  /** How many of those pushed wait for the end of quiet hours. */
  quiet: z.object({ people: Count, until: z.date().nullable() }),
  /** When the last message leaves at the permitted pace; null: nothing to push, or never before the expiry. */
  finishesAt: z.date().nullable(),
  isTooSlow: z.boolean(),
  quotas: z.array(z.object({ channel: NoticeChannel, period: z.enum(['day', 'month']), limit: Count, left: Count })),
  /** An emergency may repeat a message whose fate is unknown. */
  mayRepeat: z.boolean(),
  /** Houses of the register, and those of them where nobody has joined: these are not reached by any message. */
  houses: z.object({ known: Count, joined: Count }),
  approval: ApprovalNeed,
})
export type NoticePlan = z.infer<typeof NoticePlan>
