/** What the ways of carrying are called on the screen; without a schema. */
import type { PushChannel, TemplateFact } from '../broadcasts.ts'
import type { GroupObstacle } from './groups.ts'
import type { OaTemplate } from './templates.ts'

export const obstacleWords: Record<GroupObstacle, string> = {
  gone: 'Zalo không còn nhóm này, hoặc Zalo của phường đã bị đưa ra khỏi nhóm. Thôi gắn, bà con được báo từng người.',
  over: 'Suất nhóm đã hết hạn: không đăng được. Gia hạn ở oa.zalo.me trước khi nhóm bị giải tán.',
  no_area: 'Địa bàn đã gộp, tách hoặc thôi dùng. Gắn nhóm cho địa bàn mới.',
  not_allowed: 'Zalo chưa cho phường đăng vào nhóm. Nhờ người cài máy chạy npm run doctor.',
  not_used: 'Cách gửi của địa bàn này đang không dùng nhóm.',
}

export const postStateWords = {
  waiting: 'đang chờ đăng',
  sent: 'đã đăng',
  failed: 'không đăng được, bà con được báo từng người',
  unknown: 'chưa rõ đã đăng chưa',
} as const

/** "gmf100": a group of up to a hundred people. */
export function sayProduct(product: string): string {
  const most = /^gmf(\d+)$/.exec(product)?.[1]
  return most ? `nhóm tối đa ${Number(most).toLocaleString('vi-VN')} người` : product
}

/** What each way of sending is, and what it costs. */
export const channelWords: Record<PushChannel, string> = {
  group: 'Nhóm của Zalo phường',
  article: 'Bài viết tới mọi người quan tâm, chỉ tin của cả phường có ảnh',
  oa_message: 'Tin trong khung chat, trong 48 giờ, không mất tiền',
  mini_app: 'Thông báo của ứng dụng',
  oa_paid: 'Tin trong khung chat, tới 7 ngày, phường trả tiền',
  template: 'Tin mẫu, phường trả tiền',
}

/** What a notice puts into a place of a template. */
export const factNames: Record<TemplateFact, string> = {
  title: 'Tên tin',
  when: 'Ngày, giờ',
  place: 'Nơi',
  sender: 'Người gửi',
  code: 'Mã tin',
  link: 'Đường dẫn tới tin',
}

export const templateStatusNames: Record<OaTemplate['status'], string> = {
  approved: 'Zalo đã duyệt',
  pending: 'Zalo đang duyệt',
  rejected: 'Zalo từ chối',
  off: 'Đã tắt',
  unknown: 'Chưa rõ',
}
