/** Two people wrote at once: what each changed is told apart field by field, and where both did, a person chooses. Pure. */
import type { Topic } from '../procedures.ts'

type Fields = Record<string, unknown>

export interface Merge {
  /** Their words, with mine where they changed nothing. */
  merged: Topic
  /** Fields that both changed, and not to the same. */
  conflicts: string[]
}

/**
 * @param base what both began from @param mine what is typed here @param theirs what was saved meanwhile
 * @param keepMine fields for which, both having changed them, mine hold
 */
export function mergeGuides(base: Topic, mine: Topic, theirs: Topic, keepMine: readonly string[] = []): Merge {
  const [from, here, there] = [base, mine, theirs] as unknown as Fields[]
  const names = [...new Set([from, here, there].flatMap(fields => Object.keys(fields ?? {})))]
  const isMine = (name: string) => !isSame(here?.[name], from?.[name])
  const isTheirs = (name: string) => !isSame(there?.[name], from?.[name])
  const conflicts = names.filter(name => isMine(name) && isTheirs(name) && !isSame(here?.[name], there?.[name]))
  const kept = names.filter(name => isMine(name) && (!conflicts.includes(name) || keepMine.includes(name)))
  const merged = { ...there }
  for (const name of kept) {
    if (here?.[name] === undefined) delete merged[name]
    else merged[name] = here[name]
  }
  return { merged: merged as unknown as Topic, conflicts }
}

/** The order of keys means nothing: the database does not keep it. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder)
}

function inOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
