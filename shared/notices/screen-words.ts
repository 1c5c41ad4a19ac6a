/** What states and ways are called on the screen; without a schema, so that pages can have the words alone. */
import type { NoPushReason, NoticeChannel } from './plan.ts'
import type { DoorMark } from './register.ts'
import type { NoticeState } from './states.ts'

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

export const stateNames: Record<NoticeState, string> = {
  draft: 'Bản nháp',
  waiting: 'Chờ duyệt',
  scheduled: 'Đã hẹn giờ',
  asking: 'Lỡ giờ hẹn, cần hỏi lại',
  sending: 'Đang gửi',
  paused: 'Tạm dừng',
  sent: 'Đã gửi xong',
  cancelled: 'Đã hủy',
  expired: 'Hết hạn',
}

export const doorMarkNames: Record<DoorMark, string> = {
  told: 'Đã báo',
  left_paper: 'Để giấy',
  absent: 'Vắng nhà',
}
