import type { HandoffOutcome, HandoffReason, HandoffState } from '../../../shared/handoffs.ts'
import type { Api } from '../../api/index.ts'

export const reasonNames: Record<HandoffReason, string> = {
  asked: 'Xin gặp cán bộ',
  failures: 'Máy chưa trả lời được',
  thumbs_down: 'Chê câu trả lời',
  distress: 'Lời lẽ cần để ý ngay',
}

export const stateNames: Record<HandoffState, string> = {
  waiting: 'Đang chờ',
  answering: 'Cán bộ đang trả lời',
  closed: 'Đã xong',
}

export const outcomeNames: Record<HandoffOutcome | 'unanswered', string> = {
  answered: 'Đã trả lời',
  visited: 'Đã gặp hoặc tới nhà',
  no_answer_needed: 'Không cần trả lời',
  unreachable: 'Không liên lạc được',
  unanswered: 'Quá hạn giữ tin, chưa ai trả lời',
}

/** One case as the server gives it. */
export type Case = Awaited<ReturnType<Api['handoffs']['get']>>

export const replyStates: Record<Case['replies'][number]['state'], string> = {
  waiting: 'đang gửi',
  sent: 'đã gửi',
  opened: 'đã mở',
  failed: 'chưa gửi được',
  unknown: 'chưa rõ đã tới chưa',
}
