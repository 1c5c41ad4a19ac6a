/** From answers to the papers this person needs. */
import type { ProcedureCase, RequiredDocument, Topic } from '../procedures.ts'
import { clauseOf, clauseOfNot } from './clause.ts'
import { covers } from './condition.ts'
import { type Answers, readAnswers, readyTable } from './table.ts'
import { type FindTopic, type Saying, type Weighed, type WeighedPaper, weigh } from './weighing.ts'

/** What holds when `when` does, a clause to stand after "Nếu"; null: it holds. */
export type Perhaps<Thing> = Thing & { when: string | null }

export interface ChecklistResult {
  /** Whose papers these are; null: the ward has not published them, or there is nothing to bring. */
  theCase: { topic: Topic; case: ProcedureCase } | null
  /** Papers this person needs, in the order of the case. */
  needed: RequiredDocument[]
  /** Papers that depend on what is not known. */
  maybe: { document: RequiredDocument; when: string }[]
  /** Cases with other papers that an unknown answer leaves open. */
  others: { topic: string; case: string; when: string }[]
  /** Without heeding these the trip is in vain. */
  warnings: Perhaps<{ text: string }>[]
  notes: Perhaps<{ text: string }>[]
  /** Topics worth doing at the same time or afterwards. */
  also: Perhaps<{ topic: string }>[]
  /** Topics that answer this person instead, should it turn out so. */
  elsewhere: { topic: string; when: string }[]
  /** There is nothing to bring: the warning says why. */
  stops: boolean
  /** The topic that answers this person; null: this one does. */
  goTo: string | null
}

/**
 * The papers of the case that the answers lead to. A paper without a condition is needed, one with a condition may be,
 * unless a rule decides; what is left out outweighs what is needed. An unknown answer makes open what depends on it: what
 * is needed here is needed whatever the answer turns out to be, and what may come to be needed stands among `maybe`.
 * @throws Error when the topic has no checklist
 */
export function resolveChecklist(topic: Topic, answers: Answers, findTopic: FindTopic): ChecklistResult {
  if (!topic.checklist) throw new Error(`${topic.key} has no checklist`)
  const table = readyTable(topic.checklist)
  const weighed = weigh(table, readAnswers(table, answers).options, findTopic)
  if (weighed.end) return ended(weighed.end)
  const { going } = weighed
  const [shown, ...others] = weighed.cases
  const inCase = shown?.when ?? []
  const sayings = (kind: Saying) =>
    weighed.sayings
      .filter(one => one.kind === kind)
      .map(({ text, when }) => ({ text, when: covers(when, going) ? null : clauseOf(when, [table.all], table) }))
  return {
    theCase: weighed.theCase,
    needed: weighed.papers.flatMap(({ document, needed }) => (covers(needed, inCase) ? [document] : [])),
    maybe: weighed.papers.flatMap(paper => {
      const when = reasonOf(paper)
      return when === null ? [] : [{ document: paper.document, when }]
    }),
    others: others.map(({ at, when }) => ({ ...at, when: clauseOf(when, going, table) })),
    warnings: sayings('warning'),
    notes: sayings('note'),
    also: sayings('also').map(({ text, when }) => ({ topic: text, when })),
    elsewhere: sayings('goTo').map(({ text, when }) => ({ topic: text, when: when ?? '' })),
    stops: false,
    goTo: null,
  }

  /** Null: it is needed, or it is not, whatever the open answers. */
  function reasonOf({ document, needed, omitted }: WeighedPaper): string | null {
    if (covers(needed, inCase) || covers(omitted, inCase)) return null
    if (document.condition === null) return clauseOfNot(omitted, inCase, table)
    return covers([...needed, ...omitted], inCase) ? clauseOf(needed, inCase, table) : document.condition
  }
}

function ended({ warning, note, also, stops, goTo }: NonNullable<Weighed['end']>): ChecklistResult {
  const said = (text: string | undefined) => (text ? [{ text, when: null }] : [])
  return {
    theCase: null,
    needed: [],
    maybe: [],
    others: [],
    warnings: said(warning),
    notes: said(note),
    also: also ? [{ topic: also, when: null }] : [],
    elsewhere: [],
    stops: stops ?? false,
    goTo: stops ? null : (goTo ?? null),
  }
}
