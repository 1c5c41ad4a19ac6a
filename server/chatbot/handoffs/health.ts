/** How many wait for an officer, and what to do about it. */
import { sql } from 'kysely'
import type { HealthItem } from '../../../shared/health.ts'
import type { House } from '../../feature.ts'

interface Waiting {
  waiting: number
  late: number
  escalated: number
  oldest: Date | null
}

const VIETNAM_MOMENT = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
})

export function createHandoffHealth({ db, clock }: House): () => Promise<HealthItem[]> {
  return async () => {
    const { rows } = await sql<Waiting>`
      select count(*)::int as waiting, count(*) filter (where due_at <= ${clock.now()})::int as late,
        count(escalated_at)::int as escalated, min(opened_at) as oldest
      from handoffs where closed_at is null and officer_at is null
    `.execute(db)
    return rows.map(describe)
  }
}

function describe({ waiting, late, escalated, oldest }: Waiting): HealthItem {
  const since = oldest ? `, lâu nhất từ ${VIETNAM_MOMENT.format(oldest)}` : ''
  return {
    name: 'Chuyển cán bộ',
    colour: escalated > 0 ? 'red' : late > 0 ? 'amber' : 'green',
    finding: waiting > 0 ? `${waiting} người đang chờ cán bộ${since}.` : 'Không ai đang chờ cán bộ.',
    nextStep: nextStep(escalated, late),
  }
}

function nextStep(escalated: number, late: number): string | null {
  const how = 'mở khung chat của OA (oa.zalo.me) để trả lời, xong thì nhắn #xong.'
  if (escalated > 0) return `${escalated} người đã chờ quá một ngày làm việc. Phân công cán bộ ngay hôm nay: ${how}`
  return late > 0 ? `${late} người đã chờ quá giờ hẹn: ${how}` : null
}
