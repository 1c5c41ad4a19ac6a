/**
 * What must hold of the answers, as sets of options: one bit an option, one number a question. Tables are small, so that
 * this can be exact: what is certain is known to be certain, and two conditions are equal when they mean the same.
 */

/** The options allowed for each question; all must be met. */
export type Term = readonly number[]

/** Terms of which one must be met. None: never. */
export type Condition = readonly Term[]

/** Both at once; null: they exclude each other. */
export function meet(a: Term, b: Term): Term | null {
  if (!overlaps(a, b)) return null
  const both: number[] = []
  for (let index = 0; index < a.length; index++) both.push((a[index] ?? 0) & (b[index] ?? 0))
  return both
}

/** What is still open of a term once some questions are answered (0: not answered); null: it does not hold. */
export function remainderOf(term: Term, answered: Term, all: Term): Term | null {
  const left: number[] = []
  for (let index = 0; index < term.length; index++) {
    const allowed = term[index] ?? 0
    const given = answered[index] ?? 0
    if (given !== 0 && (allowed & given) === 0) return null
    left.push(given === 0 ? allowed : (all[index] ?? 0))
  }
  return left
}

export function isAlways(term: Term, all: Term): boolean {
  return term.every((allowed, index) => allowed === all[index])
}

/** Where both hold. */
export function intersect(a: Condition, b: Condition): Condition {
  const both: Term[] = []
  for (const term of a) {
    for (const other of b) {
      const met = meet(term, other)
      if (met) both.push(met)
    }
  }
  return both
}

/** Where the first holds and the second does not. */
export function without(condition: Condition, taken: Condition): Condition {
  let left = condition
  for (const hole of taken) {
    if (left.some(term => overlaps(term, hole))) left = left.flatMap(term => cut(term, hole))
  }
  return left
}

/** The parts of a term outside another; they do not overlap. */
function cut(term: Term, hole: Term): Term[] {
  if (!overlaps(term, hole)) return [term]
  const parts: Term[] = []
  const rest = [...term]
  for (let index = 0; index < rest.length; index++) {
    const allowed = rest[index] ?? 0
    const outside = allowed & ~(hole[index] ?? 0)
    if (outside === 0) continue
    parts.push(rest.with(index, outside))
    rest[index] = allowed & ~outside
  }
  return parts
}

function overlaps(a: Term, b: Term): boolean {
  for (let index = 0; index < a.length; index++) {
    if (((a[index] ?? 0) & (b[index] ?? 0)) === 0) return false
  }
  return true
}

/** Whether the first holds wherever the second does. */
export function covers(condition: Condition, other: Condition): boolean {
  return without(other, condition).length === 0
}

/**
 * The condition as briefly as it can be said to somebody for whom `given` holds: without what goes without saying, what
 * lies within another is dropped, what differs in one question is joined.
 */
export function simplify(condition: Condition, given: Condition, all: Term): Condition {
  const kept: Term[] = []
  for (const term of condition) include(kept, widen(term, condition, given, all))
  return kept
}

function widen(term: Term, condition: Condition, given: Condition, all: Term): Term {
  return all.reduce<Term>((wide, every, index) => {
    const wider = wide.with(index, every)
    return covers(condition, intersect([wider], given)) ? wider : wide
  }, term)
}

function include(kept: Term[], term: Term): void {
  for (let index = 0; index < kept.length; index++) {
    const joined = join(kept[index] ?? [], term)
    if (!joined) continue
    kept.splice(index, 1)
    include(kept, joined)
    return
  }
  kept.push(term)
}

/** One term that says the same as both; null: there is none. */
function join(a: Term, b: Term): Term | null {
  if (covers([a], [b])) return a
  if (covers([b], [a])) return b
  const differing = a.filter((allowed, index) => allowed !== b[index]).length
  return differing === 1 ? a.map((allowed, index) => allowed | (b[index] ?? 0)) : null
}
