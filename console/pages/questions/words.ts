import type { QuestionKind } from '../../../shared/questions/index.ts'

export const kindNames: Record<QuestionKind, string> = {
  unanswered: 'Chưa trả lời được',
  asked_back: 'Máy phải hỏi lại',
  thumbs_down: 'Bị chê',
  handed_over: 'Chuyển cán bộ',
}
export const KINDS = Object.keys(kindNames) as QuestionKind[]

export const settledNames: Record<string, string> = {
  example: 'Đã dạy máy',
  new_topic: 'Cần viết hướng dẫn mới',
  out_of_scope: 'Không phải việc của phường',
  seen: 'Đã xem, không cần làm gì',
}

/** @param counts by kind @returns "3 bị chê, 2 chuyển cán bộ" */
export function sayKinds(counts: Partial<Record<QuestionKind, number>>): string {
  return KINDS.flatMap(kind => (counts[kind] ? [`${counts[kind]} ${kindNames[kind].toLowerCase()}`] : [])).join(', ')
}
