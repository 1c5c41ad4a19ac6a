/** Guides as officers read of them. */
import type { GuideState } from '../../../shared/guides/index.ts'
import type { api } from '../../api/index.ts'

export type GuideRow = Awaited<ReturnType<typeof api.guides.list>>['guides'][number]
export type Guide = Awaited<ReturnType<typeof api.guides.get>>
export type Draft = NonNullable<Guide['draft']>
export type Change = Awaited<ReturnType<typeof api.guides.compare>>[number]
export type LocalView = Awaited<ReturnType<typeof api.localParts.get>>
export type Table = NonNullable<Draft['content']['checklist']>

export const stateWords: Record<GuideState, string> = {
  draft: 'Đang soạn',
  submitted: 'Chờ duyệt',
  retiring: 'Chờ duyệt để ngừng',
  scheduled: 'Đã duyệt, chờ ngày',
  published: 'Đang dùng',
  retired: 'Đã ngừng',
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
  'retirement asked for': 'đề nghị ngừng dùng',
  retired: 'ngừng dùng',
  'ended on its day': 'hết hiệu lực',
  'seen afterwards': 'xem lại bản đăng một mình',
  'example kept': 'lưu một câu thử',
  'example removed': 'bỏ một câu thử',
}

export function sayAction(action: string): string {
  const restored = /^restored from (\d+)$/.exec(action)
  return restored ? `lấy lại bản ${restored[1]}` : (ACTIONS[action] ?? action)
}

/** Letters without marks and capitals. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase().trim()
}
