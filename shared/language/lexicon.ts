/** The syllables and neighbouring pairs a catalogue uses: what glued and misspelt words are repaired with. */
import type { Spelling } from './letters.ts'

export interface Lexicon {
  /** How often the syllable occurs; 0: unknown. */
  count(folded: string): number
  hasPair(left: string, right: string): boolean
  /** Syllables seen right after this one. */
  after(folded: string): Iterable<string>
  /** Syllables seen right before this one. */
  before(folded: string): Iterable<string>
  /** All syllables, for completing a half-typed one. */
  syllables(): Iterable<string>
}

const NONE: ReadonlySet<string> = new Set()

/** @param phrases well-written phrases, split into words */
export function createLexicon(phrases: Iterable<readonly Spelling[]>): Lexicon {
  const counts = new Map<string, number>()
  const following = new Map<string, Set<string>>()
  const preceding = new Map<string, Set<string>>()
  const link = (map: Map<string, Set<string>>, from: string, to: string) => {
    const known = map.get(from)
    if (known) known.add(to)
    else map.set(from, new Set([to]))
  }
  for (const words of phrases) {
    let previous: string | null = null
    for (const { folded } of words) {
      counts.set(folded, (counts.get(folded) ?? 0) + 1)
      if (previous !== null) {
        link(following, previous, folded)
        link(preceding, folded, previous)
      }
      previous = folded
    }
  }
  return {
    count: folded => counts.get(folded) ?? 0,
    hasPair: (left, right) => following.get(left)?.has(right) ?? false,
    after: folded => following.get(folded) ?? NONE,
    before: folded => preceding.get(folded) ?? NONE,
    syllables: () => counts.keys(),
  }
}
