/**
 * What a table decides for the answers given so far, in three values: certain, impossible, or open on a condition.
 * A rule whose conditions are all answered holds or does not; on an unknown answer it holds on that condition.
 */
import type { TableCase, TableRule } from '../decision-table.ts'
import type { ProcedureCase, RequiredDocument, Topic } from '../procedures.ts'
import { type Condition, covers, intersect, remainderOf, type Term, without } from './condition.ts'
import type { ReadyTable } from './table.ts'

export type FindTopic = (key: string) => Topic | null | undefined

/** A paper, where its case holds; anywhere else in it the paper is left to its own condition. */
export interface WeighedPaper {
  document: RequiredDocument
  needed: Condition
  omitted: Condition
}

const sayings = ['warning', 'note', 'also', 'goTo', 'stops'] as const
export type Saying = (typeof sayings)[number]

export interface Weighed {
  /** The rule that ends the asking; null: none does. Nothing else matters then. */
  end: TableRule | null
  /** Where no rule ends the asking. */
  going: Condition
  /** The cases that are possible: the one to show, and those an unknown answer may turn out to mean. */
  cases: { at: TableCase; when: Condition }[]
  /** The one to show; null: the ward has not published it. */
  theCase: { topic: Topic; case: ProcedureCase } | null
  papers: WeighedPaper[]
  /** Texts, and topics by their key. */
  sayings: { kind: Saying; text: string; when: Condition }[]
}

interface OpenRule {
  rule: TableRule
  when: Term
}

interface WeighedRule {
  rule: TableRule
  when: Condition
}

/** @param options the option chosen of each question; 0: open */
export function weigh(table: ReadyTable, options: Term, findTopic: FindTopic): Weighed {
  const { all } = table
  const open = openRules(table, options)
  const { endings, going } = weighEndings(open, all)
  const end = findEnd(endings, all)
  if (end) return { end, going: [], cases: [], theCase: null, papers: [], sayings: [] }
  const others = open.filter(({ rule }) => !isEnding(rule)).map(({ rule, when }) => ({ rule, when: [when] }))
  const cases = weighCases(table, others, going)
  const [shown] = cases
  const topic = shown && findTopic(shown.at.topic)
  const found = topic?.cases.find(({ id }) => id === shown?.at.case)
  return {
    end: null,
    going,
    cases,
    theCase: topic && found ? { topic, case: found } : null,
    papers: (found?.documents ?? []).map(document => weighPaper(document, open, shown?.when ?? [], all)),
    sayings: gatherSayings([...endings, ...others.map(one => ({ ...one, when: intersect(one.when, going) }))]),
  }
}

/** Whether a rule ends the asking for certain. */
export function isEnded(table: ReadyTable, options: Term): boolean {
  const endings = { ...table, rules: table.rules.filter(({ rule }) => isEnding(rule)) }
  return findEnd(weighEndings(openRules(endings, options), table.all).endings, table.all) !== null
}

/** The rules that hold, or may come to hold. */
function openRules({ rules, all }: Pick<ReadyTable, 'rules' | 'all'>, options: Term): OpenRule[] {
  const open: OpenRule[] = []
  for (const { rule, when } of rules) {
    const left = remainderOf(when, options, all)
    if (left) open.push({ rule, when: left })
  }
  return open
}

function isEnding({ stops, goTo }: TableRule): boolean {
  return stops === true || goTo !== undefined
}

/** Where each rule ends the asking, the first of them where several would; and where none does. */
function weighEndings(open: readonly OpenRule[], all: Term): { endings: WeighedRule[]; going: Condition } {
  let going: Condition = [all]
  const endings = open.flatMap(({ rule, when }) => {
    if (!isEnding(rule)) return []
    const here = intersect(going, [when])
    going = without(going, [when])
    return here.length > 0 ? [{ rule, when: here }] : []
  })
  return { endings, going }
}

/** Whether two rules end it in the same way. */
export function isSameEnd(a: TableRule | null, b: TableRule | null): boolean {
  return (['stops', 'goTo', 'warning', 'note', 'also'] as const).every(effect => a?.[effect] === b?.[effect])
}

/** The rule that ends the asking for certain, together with those that end it in the same way. */
function findEnd(endings: readonly WeighedRule[], all: Term): TableRule | null {
  const alike = (rule: TableRule) => endings.filter(one => isSameEnd(one.rule, rule)).flatMap(({ when }) => when)
  return endings.find(({ rule }) => covers(alike(rule), [all]))?.rule ?? null
}

/** Where each case holds: of the rules that turn to one, the last that holds decides. The case that was begun with, or turned to for certain, comes first. */
function weighCases({ start }: ReadyTable, rules: readonly WeighedRule[], going: Condition): Weighed['cases'] {
  const turns = rules.flatMap(({ rule, when }) =>
    rule.useCase ? [{ at: rule.useCase, when: intersect(when, going) }] : [],
  )
  const decided = turns.findLastIndex(({ when }) => covers(when, going))
  const certain = turns[decided] ?? { at: start, when: going }
  const cases: { at: TableCase; when: Condition }[] = []
  for (const { at, when } of [certain, ...turns.slice(decided + 1)]) {
    for (const one of cases) one.when = without(one.when, when)
    const same = cases.find(one => isSame(one.at, at))
    if (same) same.when = [...same.when, ...when]
    else cases.push({ at, when })
  }
  return cases.filter(({ when }) => when.length > 0)
}

function isSame(a: TableCase, b: TableCase): boolean {
  return a.topic === b.topic && a.case === b.case
}

function weighPaper(document: RequiredDocument, open: readonly OpenRule[], inCase: Condition, all: Term): WeighedPaper {
  const naming = (effect: 'need' | 'omit') =>
    open.filter(({ rule }) => rule[effect]?.includes(document.id)).map(({ when }) => when)
  const omitted = intersect(inCase, naming('omit'))
  const needed = document.condition === null ? [all] : naming('need')
  return { document, needed: without(intersect(inCase, needed), omitted), omitted }
}

function gatherSayings(rules: readonly WeighedRule[]): Weighed['sayings'] {
  const gathered: { kind: Saying; text: string; when: Term[] }[] = []
  for (const { rule, when } of rules) {
    if (when.length === 0) continue
    for (const kind of sayings) {
      const text = kind === 'stops' ? rule.stops && 'stops' : rule[kind]
      if (!text) continue
      const same = gathered.find(one => one.text === text && one.kind === kind)
      if (same) same.when.push(...when)
      else gathered.push({ kind, text, when: [...when] })
    }
  }
  return gathered
}
