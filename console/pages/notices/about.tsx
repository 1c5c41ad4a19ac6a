/** What a notice is, in short: whose, for whom, of which kind, when it goes and until when it holds. */
import { kindRules, sayExpiry, sayRecurrence } from '../../../shared/notices/index.ts'
import { sayMoment } from '../../ui/index.ts'
import { Facts } from './facts.tsx'
import type { Notice } from './wire.ts'

export const urgencyNames: Record<Notice['draft']['urgency'], string> = {
  ordinary: 'Bình thường, không gửi vào giờ nghỉ',
  urgent: 'Gấp, gửi trước các tin thường',
  emergency: 'Khẩn cấp, gửi cả ban đêm, cho tất cả mọi người',
}

export function About({ notice }: { notice: Notice }) {
  const { code, sender, areaNames, draft, isConfirmed } = notice
  const { kind, urgency, expiresAt, rsvp } = draft
  const { name, confirmation } = kindRules[kind]
  const facts = [
    ['Mã tin', code],
    ['Người gửi', sender],
    ['Gửi cho', areaNames.join(', ')],
    ['Loại tin', name],
    ['Mức gấp', urgencyNames[urgency]],
    ['Gửi lúc', sayTiming(draft.timing)],
    ['Hạn của tin', sayExpiry(new Date(expiresAt))],
    ...(rsvp === 'going' ? [['Hỏi lại', 'Bà con có đi được không']] : []),
    ...(confirmation ? [[isConfirmed ? 'Đã xác nhận' : 'Chưa xác nhận', confirmation]] : []),
  ]
  return <Facts facts={facts.map(([label = '', value = '']) => ({ field: label, label, value }))} />
}

function sayTiming(timing: Notice['draft']['timing']): string {
  if (timing.kind === 'now') return 'Ngay khi được duyệt'
  return timing.kind === 'at' ? sayMoment(timing.at) : sayRecurrence(timing.recurrence)
}
