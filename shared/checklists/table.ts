/** A decision table made ready to reckon with. */
import type { DecisionTable, TableCondition, TableRule } from '../decision-table.ts'
import { isAlways, meet, remainderOf, type Term } from './condition.ts'

/** The answer of who does not know. */
export const unknown = 'unknown'

/** What somebody has answered: the option chosen of each question, or `unknown`. */
export type Answers = Readonly<Record<string, string>>

export interface ReadyTable extends Pick<DecisionTable, 'start' | 'questions'> {
  /** Every option of every question. */
  all: Term
  /** When each question is asked; null: never. */
  asks: readonly (Term | null)[]
  rules: readonly { rule: TableRule; when: Term }[]
}

/** The answers that count, by the place of their question in the table. */
export interface Given {
  /** The option chosen; 0: unknown, or not answered yet. */
  options: Term
  /** Which questions need not be asked again. */
  answered: ReadonlySet<number>
}

export function readyTable({ start, questions, rules }: DecisionTable): ReadyTable {
  const all = questions.map(({ options }) => 2 ** options.length - 1)
  const asks: (Term | null)[] = []
  for (const { askWhen } of questions) asks.push(termOf(askWhen))
  return {
    start,
    questions,
    all,
    asks,
    rules: rules.flatMap(rule => {
      const when = termOf(rule.when)
      return when ? [{ rule, when }] : []
    }),
  }

  /** A condition holds only where its question is asked, and a question is asked only after those it depends on. */
  function termOf(conditions: readonly TableCondition[]): Term | null {
    let term: Term | null = all
    for (const { question, in: ids } of conditions) {
      const place = questions.findIndex(({ id }) => id === question)
      const ask = asks[place]
      const allowed = optionsOf(place, ids)
      if (!ask || allowed === 0 || !term) return null
      const here: Term | null = meet(
        ask,
        all.map((every, index) => (index === place ? allowed : every)),
      )
      term = here && meet(term, here)
    }
    return term
  }

  function optionsOf(place: number, ids: readonly string[]): number {
    const options = questions[place]?.options ?? []
    return options.reduce((mask, { id }, index) => (ids.includes(id) ? mask | (1 << index) : mask), 0)
  }
}

/** Reads answers in the order of the table. What is no longer asked, or names an option that is gone, does not count. */
export function readAnswers({ questions, asks, all }: ReadyTable, answers: Answers): Given {
  const options = all.map(() => 0)
  const answered = new Set<number>()
  for (const [place, question] of questions.entries()) {
    const answer = answers[question.id]
    const option = question.options.findIndex(({ id }) => id === answer)
    if ((answer !== unknown && option < 0) || !isAsked({ asks, all }, place, options)) continue
    answered.add(place)
    if (option >= 0) options[place] = 1 << option
  }
  return { options, answered }
}

/** Whether it is certain that the question concerns this person. */
export function isAsked({ asks, all }: Pick<ReadyTable, 'asks' | 'all'>, place: number, options: Term): boolean {
  const ask = asks[place]
  const left = ask ? remainderOf(ask, options, all) : null
  return left !== null && isAlways(left, all)
}
