/** From answers to the papers this person needs. */
import type { ProcedureCase, RequiredDocument, Topic } from '../procedures.ts'
import { clauseOf, clauseOfNot } from './clause.ts'
import { type Condition, covers, simplify } from './condition.ts'
import { type Answers, isAsked, readAnswers, readyTable } from './table.ts'
import { type FindTopic, type Saying, type Weighed, type WeighedPaper, weigh } from './weighing.ts'

/** What holds when `when` does, a clause to stand after "Nếu"; null: it holds. */
export type Perhaps<Thing> = Thing & { when: string | null }

export interface ChecklistResult {
  /** Whose papers these are; null: the ward has not published them, or there is nothing to bring. */
  theCase: { topic: Topic; case: ProcedureCase } | null
  /** Papers this person needs, in the order of the case. */
  needed: RequiredDocument[]
  /** Papers that may be needed; `when` null: it depends on what there was no point in asking, so better take it along. */
  maybe: Perhaps<{ document: RequiredDocument }>[]
  /** Cases with other papers that an unknown answer leaves open. */
  others: { topic: string; case: string; when: string }[]
  /** Without heeding these the trip is in vain. */
  warnings: Perhaps<{ text: string }>[]
  notes: Perhaps<{ text: string }>[]
  /** Topics worth doing at the same time or afterwards. */
  also: Perhaps<{ topic: string }>[]
  /** Topics that answer this person instead, should it turn out so. */
  elsewhere: { topic: string; when: string }[]
  /** An unknown answer kept other questions from being asked: there may be cases and warnings besides these. */
  isVague: boolean
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
  const { options } = readAnswers(table, answers)
  const { end, going, cases, theCase, papers, sayings } = weigh(table, options, findTopic)
  if (end) return ended(end)
  const always: Condition = [table.all]
  const [shown, ...others] = cases
  const inCase = shown?.when ?? []
  const otherCases = others.map(({ at, when }) => ({ ...at, ...say(when, going) }))
  const [warnings, notes, also, elsewhere] = [gather('warning'), gather('note'), gather('also'), gather('goTo')]
  return {
    theCase,
    needed: papers.flatMap(({ document, needed }) => (covers(needed, inCase) ? [document] : [])),
    maybe: papers.flatMap(paper => {
      const isOpen = !covers(paper.needed, inCase) && !covers(paper.omitted, inCase)
      return isOpen ? [{ document: paper.document, when: reasonOf(paper) }] : []
    }),
    others: otherCases.flatMap(({ topic, case: id, clause }) => (clause ? [{ topic, case: id, when: clause }] : [])),
    warnings: warnings.told,
    notes: notes.told,
    also: also.told.map(({ text, when }) => ({ topic: text, when })),
    elsewhere: elsewhere.told.map(({ text, when }) => ({ topic: text, when: when ?? '' })),
    isVague: otherCases.some(({ isCut }) => isCut) || warnings.isCut || elsewhere.isCut,
    stops: false,
    goTo: null,
  }

  /** Leaves out, and says so, what depends on a question that may not even concern this person. */
  function say(condition: Condition, given: Condition, inWords = clauseOf): { clause: string; isCut: boolean } {
    const terms = simplify(condition, given, table.all)
    const plain = terms.filter(term =>
      term.every((allowed, place) => allowed === table.all[place] || isAsked(table, place, options)),
    )
    return { clause: inWords(plain, table), isCut: plain.length < terms.length }
  }

  function reasonOf({ document, needed, omitted }: WeighedPaper): string | null {
    const isDecided = document.condition === null || covers([...needed, ...omitted], inCase)
    const { clause, isCut } = document.condition === null ? say(omitted, inCase, clauseOfNot) : say(needed, inCase)
    return isDecided && !isCut ? clause : document.condition
  }

  function gather(kind: Saying): { told: Perhaps<{ text: string }>[]; isCut: boolean } {
    const told: Perhaps<{ text: string }>[] = []
    let anyCut = false
    for (const { text, when } of sayings.filter(one => one.kind === kind)) {
      const isCertain = going.length > 0 && covers(when, going)
      const { clause, isCut } = say(when, always)
      if (isCertain) told.push({ text, when: null })
      else if (clause) told.push({ text, when: clause })
      anyCut ||= isCut && !isCertain
    }
    return { told, isCut: anyCut }
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
    isVague: false,
    stops: stops ?? false,
    goTo: stops ? null : (goTo ?? null),
  }
}
