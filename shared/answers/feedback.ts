/** Whether an answer helped: asked once, thanked once. */
import type { OutgoingMessage } from '../messages.ts'
import type { Addressing } from './addressing.ts'

/** On the buttons; the sign alone says the same. */
const words = { up: '👍 Có ích', down: '👎 Chưa đúng' }

/** Asks below an answer. */
export const feedbackRequest = {
  line: 'Hướng dẫn có ích không? Nhắn 👍 hoặc 👎.',
  buttons: Object.values(words).map(text => ({ kind: 'say' as const, title: text, text })),
}

export function composeThanksForFeedback({ addressing }: { addressing: Addressing | null }): OutgoingMessage[] {
  return [{ text: `Cảm ơn ${addressing ?? 'bà con'}. Cần việc gì nữa cứ nhắn.`, buttons: [] }]
}
