/** Guides as officers read of them. */
import type { api } from '../../api/index.ts'

export type GuideRow = Awaited<ReturnType<typeof api.guides.list>>[number]
export type Guide = Awaited<ReturnType<typeof api.guides.get>>
export type Draft = NonNullable<Guide['draft']>

export const stateWords = {
  draft: 'Đang soạn',
  submitted: 'Chờ duyệt',
  scheduled: 'Đã duyệt, chờ ngày',
  published: 'Đang dùng',
  retired: 'Đã ngừng',
} as const

export function stateOf({ draft, scheduled, revision }: GuideRow): keyof typeof stateWords {
  if (draft) return draft.state === 'submitted' ? 'submitted' : 'draft'
  if (scheduled) return 'scheduled'
  return revision === null ? 'retired' : 'published'
}

const ACTIONS: Record<string, string> = {
  created: 'bắt đầu hướng dẫn mới',
  'draft started': 'bắt đầu soạn',
  submitted: 'gửi duyệt',
  'given back': 'trả lại',
  'draft given up': 'bỏ bản nháp',
  'agreed to': 'duyệt',
  'agreed to alone': 'tự duyệt vì khẩn cấp',
  published: 'đăng',
  retired: 'ngừng dùng',
  'ended on its day': 'hết hiệu lực',
  'seen afterwards': 'xem lại bản đăng một mình',
}

export function sayAction(action: string): string {
  const restored = /^restored from (\d+)$/.exec(action)
  return restored ? `lấy lại bản ${restored[1]}` : (ACTIONS[action] ?? action)
}
