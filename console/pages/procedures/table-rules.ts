/** Changing a decision table without leaving anything that refers to what is gone. Pure. */
import type { Draft, Table } from './words.ts'

type Content = Draft['content']
export type Rule = Table['rules'][number]
export type Question = Table['questions'][number]
export type Condition = Rule['when'][number]

export interface Papers {
  need: string[]
  omit: string[]
}

export function newId(prefix: string): string {
  return `${prefix}-${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`
}

export function emptyTable({ key, cases }: Content): Table {
  return { start: { topic: key, case: cases[0]?.id ?? '' }, questions: [emptyQuestion()], rules: [] }
}

export function emptyQuestion(): Question {
  const option = (label: string) => ({ id: newId('tl'), label, clause: '' })
  return { id: newId('cau'), text: '', hint: null, options: [option('Có'), option('Không')], askWhen: [] }
}

/** A rule that says nothing but which papers one answer brings or spares. */
function isOfOneAnswer({ when, need, omit, useCase, goTo, also, stops, warning, note }: Rule): boolean {
  const [condition, ...others] = when
  const saysMore = useCase || goTo || also || stops || warning || note
  return (
    condition !== undefined && others.length === 0 && condition.in.length === 1 && !saysMore && Boolean(need || omit)
  )
}

/** The others, with their place in the table. */
export function furtherRules({ rules }: Table): { rule: Rule; place: number }[] {
  return rules.map((rule, place) => ({ rule, place })).filter(({ rule }) => !isOfOneAnswer(rule))
}

const isFor = (rule: Rule, question: string, option: string) =>
  isOfOneAnswer(rule) && rule.when[0]?.question === question && rule.when[0].in[0] === option

export function papersOf({ rules }: Table, question: string, option: string): Papers {
  const own = rules.filter(rule => isFor(rule, question, option))
  return { need: own.flatMap(({ need }) => need ?? []), omit: own.flatMap(({ omit }) => omit ?? []) }
}

export function withPapers(table: Table, question: string, option: string, { need, omit }: Papers): Table {
  const [first] = table.rules.filter(rule => isFor(rule, question, option))
  const rest = table.rules.filter(rule => rule === first || !isFor(rule, question, option))
  const rule: Rule = {
    ...(first ?? { id: newId('dieu'), when: [{ question, in: [option] }], basis: 'inferred' as const }),
    need: need.length > 0 ? need : undefined,
    omit: omit.length > 0 ? omit : undefined,
  }
  const isEmpty = need.length + omit.length === 0
  if (!first) return isEmpty ? table : { ...table, rules: [...rest, rule] }
  return { ...table, rules: rest.flatMap(one => (one === first ? (isEmpty ? [] : [rule]) : [one])) }
}

/** Without what refers to questions and answers that are not there any more. */
export function tidy(table: Table): Table {
  const keep = (conditions: Condition[]): Condition[] | null => {
    const kept = conditions.map(condition => {
      const question = table.questions.find(({ id }) => id === condition.question)
      return { ...condition, in: condition.in.filter(id => question?.options.some(option => option.id === id)) }
    })
    return kept.every(condition => condition.in.length > 0) ? kept : null
  }
  return {
    ...table,
    questions: table.questions.map(question => ({ ...question, askWhen: keep(question.askWhen) ?? [] })),
    rules: table.rules.flatMap(rule => {
      const when = keep(rule.when)
      return when ? [{ ...rule, when }] : []
    }),
  }
}

/** Every paper of the guide, each once. */
export function listPapers({ cases }: Content): { id: string; name: string }[] {
  const papers = new Map(cases.flatMap(({ documents }) => documents.map(({ id, name }) => [id, name] as const)))
  return [...papers].map(([id, name]) => ({ id, name: name || id }))
}
