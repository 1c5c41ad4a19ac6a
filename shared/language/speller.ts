/**
 * A conservative speller. Vietnamese syllables are so short that nearly every one is one letter away from another word,
 * so an unknown syllable is only replaced by one that makes a known pair with its neighbour.
 */
import type { Lexicon } from './lexicon.ts'
import { soundOf, withoutTypingMarks } from './syllables.ts'

/** The syllable meant, or null when nothing fits. All arguments and the result are without marks. */
export function correctSyllable(
  folded: string,
  left: string | null,
  right: string | null,
  lexicon: Lexicon,
): string | null {
  const plain = withoutTypingMarks(folded)
  if (plain !== folded && lexicon.count(plain) > 0) return plain
  const fits = new Map<string, number>()
  const consider = (candidates: Iterable<string>, worth: number) => {
    for (const candidate of candidates) {
      const near = isOneSlipAway(folded, candidate) || soundOf(folded) === soundOf(candidate)
      if (near) fits.set(candidate, (fits.get(candidate) ?? 0) + worth)
    }
  }
  if (left !== null) consider(lexicon.after(left), 1)
  if (right !== null) consider(lexicon.before(right), 1)
  let best: string | null = null
  let bestWorth = 0
  for (const [candidate, neighbours] of fits) {
    const worth =
      neighbours + Math.log(lexicon.count(candidate) + 1) / 100 + (isTransposition(folded, candidate) ? 0.5 : 0)
    if (worth > bestWorth) [best, bestWorth] = [candidate, worth]
  }
  return best
}

/** One letter added, dropped, changed, or two neighbours swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const restOfA = a.slice(start)
  const restOfB = b.slice(start)
  return (
    restOfA.slice(1) === restOfB.slice(1) ||
    restOfA.slice(1) === restOfB ||
    restOfA === restOfB.slice(1) ||
    isTransposition(a, b)
  )
}

function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  return (
    a[start] === b[start + 1] &&
    a[start + 1] === b[start] &&
    a.slice(start + 2) === b.slice(start + 2) &&
    start + 1 < a.length
  )
}
