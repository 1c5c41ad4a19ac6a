/** Which question comes next, and how one goes back. */
import type { TableQuestion } from '../decision-table.ts'
import type { Topic } from '../procedures.ts'
import { remainderOf, type Term } from './condition.ts'
import { isSameOutcome } from './outcome.ts'
import { type Answers, type Given, isAsked, type ReadyTable, readAnswers, readyTable } from './table.ts'
import { type FindTopic, isEnded, weigh } from './weighing.ts'

export interface NextQuestion {
  question: TableQuestion
  /** Counts from one. */
  number: number
  /** How many there will be when the common answers follow. */
  total: number
}

/**
 * The first question that certainly concerns this person and whose answer still changes something; null: all is asked.
 * @throws Error when the topic has no checklist
 */
export function nextQuestion(topic: Topic, answers: Answers, findTopic: FindTopic): NextQuestion | null {
  const table = tableOf(topic)
  const given = readAnswers(table, answers)
  const place = findQuestion(table, given, findTopic)
  const question = place === null ? undefined : table.questions[place]
  if (place === null || !question) return null
  return {
    question,
    number: given.answered.size + 1,
    total: given.answered.size + countCommon(table, given, place, findTopic),
  }
}

/** These answers and one more, or another one to the same question. What is no longer asked because of it is forgotten. */
export function giveAnswer(topic: Topic, answers: Answers, question: string, option: string): Answers {
  return keepAsked(tableOf(topic), { ...answers, [question]: option })
}

/** The answers without the one that was asked for last. */
export function takeBack(topic: Topic, answers: Answers, findTopic: FindTopic): Answers {
  const table = tableOf(topic)
  const all = readAnswers(table, answers)
  let given: Given = { options: table.all.map(() => 0), answered: new Set() }
  let last: number | null = null
  for (;;) {
    const place = findQuestion(table, given, findTopic)
    if (place === null || !all.answered.has(place)) break
    given = withAnswer(given, place, all.options[place] ?? 0)
    last = place
  }
  const { [table.questions[last ?? -1]?.id ?? '']: _last, ...rest } = answers
  return last === null ? {} : keepAsked(table, rest)
}

function tableOf({ key, checklist }: Topic): ReadyTable {
  if (!checklist) throw new Error(`${key} has no checklist`)
  return readyTable(checklist)
}

function keepAsked(table: ReadyTable, answers: Answers): Answers {
  const { answered } = readAnswers(table, answers)
  const kept = table.questions.filter((_, place) => answered.has(place)).map(({ id }) => id)
  return Object.fromEntries(Object.entries(answers).filter(([id]) => kept.includes(id)))
}

/** The question at hand and those after it when the common answer, the first, is always given. */
function countCommon(table: ReadyTable, given: Given, first: number, findTopic: FindTopic): number {
  let count = 0
  let path = given
  for (let place: number | null = first; place !== null; place = findQuestion(table, path, findTopic)) {
    count += 1
    path = withAnswer(path, place, 1)
  }
  return count
}

function withAnswer({ options, answered }: Given, place: number, option: number): Given {
  return { options: options.with(place, option), answered: new Set([...answered, place]) }
}

function findQuestion(table: ReadyTable, { options, answered }: Given, findTopic: FindTopic): number | null {
  if (isEnded(table, options)) return null
  const place = table.questions.findIndex(
    (_, index) => !answered.has(index) && isAsked(table, index, options) && changes(table, options, index, findTopic),
  )
  return place < 0 ? null : place
}

/** Whether two of its answers would lead to different results, with everything not answered yet left open. */
function changes(table: ReadyTable, options: Term, place: number, findTopic: FindTopic): boolean {
  const isOpen = ({ when }: { when: Term }) => {
    const left = remainderOf(when, options, table.all)
    return left !== null && left[place] !== table.all[place]
  }
  if (!table.rules.some(isOpen)) return false
  const outcomeOf = (option: number) => weigh(table, options.with(place, 1 << option), findTopic)
  const first = outcomeOf(0)
  const others = table.questions[place]?.options.slice(1) ?? []
  return others.some((_, index) => !isSameOutcome(first, outcomeOf(index + 1)))
}
