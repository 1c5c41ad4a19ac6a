/** The syllables and neighbouring pairs a catalogue uses: what glued and misspelt words are repaired with. */
import type { Spelling } from './letters.ts'

/** A word whose part in its phrase may be known. */
export interface LexiconWord extends Spelling {
  role?: 'topic' | 'aspect' | 'filler'
}

export interface Lexicon {
  /** How often the syllable occurs; 0: unknown. */
  count(folded: string): number
  hasPair(left: string, right: string): boolean
  /** Whether a syllable occurs with just these marks. */
  hasForm(toned: string): boolean
  /** Syllables seen right after this one. */
  after(folded: string): Iterable<string>
  /** Syllables seen right before this one. */
  before(folded: string): Iterable<string>
  /** Whether the catalogue means the left (or the right) word of this pair more often as content than as a small word. */
  isContentIn(left: string, right: string, side: 'left' | 'right'): boolean
  /** All syllables, for completing a half-typed one. */
  syllables(): Iterable<string>
}

const NONE: ReadonlySet<string> = new Set()

/** @param phrases well-written phrases, split into words */
export function createLexicon(phrases: Iterable<readonly LexiconWord[]>): Lexicon {
  const counts = new Map<string, number>()
  const following = new Map<string, Set<string>>()
  const preceding = new Map<string, Set<string>>()
  const link = (map: Map<string, Set<string>>, from: string, to: string) => {
    const known = map.get(from)
    if (known) known.add(to)
    else map.set(from, new Set([to]))
  }
  const forms = new Set<string>()
  const content = { left: new Map<string, number>(), right: new Map<string, number>() }
  const tally = (side: 'left' | 'right', pair: string, role: LexiconWord['role']) => {
    if (role) content[side].set(pair, (content[side].get(pair) ?? 0) + (role === 'topic' ? 1 : -1))
  }
  for (const words of phrases) {
    let previous: LexiconWord | null = null
    for (const word of words) {
      const { folded, toned } = word
      forms.add(toned)
      counts.set(folded, (counts.get(folded) ?? 0) + 1)
      if (previous !== null) {
        link(following, previous.folded, folded)
        link(preceding, folded, previous.folded)
        const pair = pairOf(previous.folded, folded)
        tally('left', pair, previous.role)
        tally('right', pair, word.role)
      }
      previous = word
    }
  }
  return {
    count: folded => counts.get(folded) ?? 0,
    hasPair: (left, right) => following.get(left)?.has(right) ?? false,
    hasForm: toned => forms.has(toned),
    after: folded => following.get(folded) ?? NONE,
    before: folded => preceding.get(folded) ?? NONE,
    isContentIn: (left, right, side) => (content[side].get(pairOf(left, right)) ?? 0) > 0,
    syllables: () => counts.keys(),
  }
}

function pairOf(left: string, right: string): string {
  return `${left} ${right}`
}
