import type { Aspect } from '../../procedures.ts'
import type { Block, Context } from '../context.ts'
import { aspectTitle } from '../sayings.ts'

/** What a guide to another office leaves open: that office is the one to ask. */
export function referralBlock(aspect: Aspect, { topic }: Context): Block {
  return { lines: [openLine(aspect, topic.summary)], hasMore: false }
}

function openLine(aspect: Aspect, summary: string): string {
  if (aspect === 'overview' || aspect === 'where') return summary
  if (aspect === 'status') return `${aspectTitle(aspect)}: hỏi tại nơi đã nộp, mang theo giấy hẹn.`
  return `${aspectTitle(aspect)}: nguồn không ghi đủ; hỏi tại nơi làm.`
}
