/**
 * What the buttons of a checklist send: words a person could type. They name the question as well, so that an old button
 * still means what it meant.
 */
import { unknown } from '../checklists/index.ts'
import type { TableQuestion } from '../decision-table.ts'
import { maskPersonalData } from '../privacy/index.ts'
import type { Topic } from '../procedures.ts'
import { type Choice, sayingKey } from './sayings.ts'

export const checklistTitle = 'Giấy tờ của tôi'
const unknownLabel = 'Không rõ'

/** Answers one question of a topic's checklist; `answer` null: begins it. */
export interface ChecklistSaying {
  topic: string
  answer: { question: string; option: string } | null
}

/** The way into a topic's checklist. */
export function checklistChoice({ task }: Topic): Choice {
  return { title: checklistTitle, say: `${checklistTitle}: ${task}` }
}

/** Every answer, in the order of the question; not to know is always the last. */
export function optionChoices({ text, options }: TableQuestion): (Choice & { option: string })[] {
  return [...options, { id: unknown, label: unknownLabel }].map(({ id, label }) => ({
    title: label,
    say: `${text} ${label}`,
    option: id,
  }))
}

/** Knows again every such saying of these topics. Two topics may ask the same question: both are found. */
export function createChecklistReader(topics: readonly Topic[]): (text: string) => readonly ChecklistSaying[] {
  const found = new Map<string, ChecklistSaying[]>()
  const add = (say: string, saying: ChecklistSaying) => {
    const key = maskedKey(say)
    found.set(key, [...(found.get(key) ?? []), saying])
  }
  for (const topic of topics) {
    if (!topic.checklist) continue
    add(checklistChoice(topic).say, { topic: topic.key, answer: null })
    for (const question of topic.checklist.questions)
      for (const { say, option } of optionChoices(question))
        add(say, { topic: topic.key, answer: { question: question.id, option } })
  }
  return text => found.get(maskedKey(text)) ?? []
}

/** What comes back has been masked: a date within a question is gone, however long ago it is. */
function maskedKey(text: string): string {
  return sayingKey(maskPersonalData(text, new Date(0)))
}
