/** A labelled question: what somebody wrote, and what a registrar says is right. */
import { z } from 'zod'

const Expectation = z.enum(['answer', 'answer/clarify', 'clarify', 'refer', 'refuse', 'chitchat'])

export const Question = z.object({
  id: z.string().min(1),
  question: z.string(),
  /** Topic keys: `a/b` either is right, `a+b` both are asked. Without a topic: `oos-…`, `clarify`, `chitchat`. */
  label: z.string().min(1),
  /** What it is after; empty: the whole matter. */
  specific: z.string(),
  /** How it is written: short, keyword, long, formal, no-diacritics, typo … */
  kind: z.string(),
  expect: Expectation,
  origin: z.string(),
  source: z.string(),
  note: z.string(),
})
export type Question = z.infer<typeof Question>

const WITHOUT_TOPIC = /^(oos|clarify|chitchat)/

/** Topic keys that are right for a question; empty when it has none. */
export function wantedTopics({ label }: Pick<Question, 'label'>): string[] {
  return WITHOUT_TOPIC.test(label) ? [] : label.split(/[/+]/)
}

/**
 * Reads tab-separated text with a line of column names.
 * @throws Error naming the line that does not fit
 */
export function readQuestions(text: string): Question[] {
  const [header = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
  const columns = header.split('\t')
  return lines.map((line, index) => {
    const cells = line.split('\t')
    const row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
    const read = Question.safeParse(row)
    if (!read.success) throw new Error(`dòng ${index + 2}: ${z.prettifyError(read.error)}`)
    return read.data
  })
}
