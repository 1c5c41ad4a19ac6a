/** Conditions in words, to stand after "Nếu". */
import type { Condition, Term } from './condition.ts'
import type { ReadyTable } from './table.ts'

/** More options than this are better said by those that are not meant. */
const mostNamed = 3

export function clauseOf(condition: Condition, table: ReadyTable): string {
  return condition.map(term => termClause(term, table)).join(', hoặc ')
}

/** The clause for when the condition does not hold. */
export function clauseOfNot(condition: Condition, table: ReadyTable): string {
  return condition.map(term => excluded(term, table)).join(' và ')
}

function termClause(term: Term, table: ReadyTable): string {
  const parts = limitedIn(term, table).map(place => optionsClause(place, term[place] ?? 0, table))
  return parts.join(parts.some(part => part.includes(' hoặc ')) ? ', và ' : ' và ')
}

function excluded(term: Term, table: ReadyTable): string {
  const [place, ...others] = limitedIn(term, table)
  if (place === undefined || others.length > 0) return `không phải trường hợp ${termClause(term, table)}`
  return optionsClause(place, (table.all[place] ?? 0) & ~(term[place] ?? 0), table)
}

/** The questions whose answer matters. */
function limitedIn(term: Term, { all }: ReadyTable): number[] {
  return term.flatMap((allowed, place) => (allowed === all[place] ? [] : [place]))
}

function optionsClause(place: number, allowed: number, { questions }: ReadyTable): string {
  const options = questions[place]?.options ?? []
  const named = options.filter((_, index) => allowed & (1 << index))
  const others = options.filter(option => !named.includes(option))
  const clauses = (some: typeof options) => some.map(({ clause }) => clause).join(' hoặc ')
  return named.length > mostNamed && others.length < named.length
    ? `không phải trường hợp ${clauses(others)}`
    : clauses(named)
}
