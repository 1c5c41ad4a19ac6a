/** What the machine itself would have said, for the officer who answers in its place. Nothing of it is stored or sent. */
import type { Handoff } from '../../shared/handoffs.ts'
import type { Line } from '../feature.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import { NOTHING } from './conversation.ts'
import type { Answered, Message } from './replier.ts'

const LOOKED_BACK = 4
/** Shorter lines are a number, a yes, a sign. */
const SHORTEST_QUESTION = 5

/** The newest line of the person to which the published guides have an answer. */
export function suggestAnswer(
  answer: (message: Message) => Answered,
  { lines, topic, ward, now }: { lines: readonly Line[]; topic: string | null; ward: ServedWard; now: Date },
): Handoff['suggestion'] {
  const asked = lines.filter(({ from, text }) => from === 'person' && text.length >= SHORTEST_QUESTION)
  for (const line of asked.slice(-LOOKED_BACK).reverse()) {
    // In the middle of a talk: no greeting, no notice, no request for 👍.
    const before = { ...NOTHING, topic, isTold: true, feedback: true, recent: [line], answers: 1 }
    const { reply } = answer({ text: line.text, before, ward, now })
    if (reply.source && reply.outcome !== 'clarify') {
      const text = reply.messages.map(message => withoutChoices(message.text)).join('\n\n')
      return { ...reply.source, question: line.text, text }
    }
  }
  return null
}

/** Numbers stand for buttons, and there are none below what an officer writes. */
function withoutChoices(text: string): string {
  return text.replace(/\n?Nhắn số: .*$/u, '').trim()
}
