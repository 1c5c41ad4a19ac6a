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

/** On the screen. */
export const channelNames: Record<NoticeChannel, string> = {
  oa_message: 'Tin nhắn Zalo của phường',
  mini_app: 'Thông báo của ứng dụng',
  group: 'Nhóm Zalo của phường',
  article: 'Bài viết trên Zalo của phường',
  oa_paid: 'Tin nhắn Zalo có tính phí',
  template: 'Tin mẫu có tính phí',
}

export const noPushNames: Record<NoPushReason, string> = {
  muted: 'Đã chọn không nhận loại tin này',
  quiet_until_expiry: 'Giờ nghỉ của họ kéo dài quá hạn của tin',
  not_in_zalo: 'Chưa quan tâm Zalo của phường, chưa bật thông báo',
  window_charged: 'Hơn 48 giờ chưa nhắn cho Zalo của phường',
  window_closed: 'Hơn 7 ngày chưa nhắn cho Zalo của phường',
  cannot_send: 'Zalo của phường chưa gửi được theo cách này',
}
