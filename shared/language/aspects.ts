/** Which parts of an answer a question asks for. */
import type { Aspect } from '../procedures.ts'
import { aspectWords, faintAspectWords, namesLikeAspects, plainTurns } from './data/index.ts'
import type { Spelling } from './letters.ts'
import { createPhrasebook, type Found, listed } from './phrasebook.ts'

interface Sense {
  strength: 'clear' | 'faint' | 'turn' | 'name'
  aspect: Aspect | null
}

const senses = createPhrasebook<Sense>([
  ...listed(namesLikeAspects, { strength: 'name', aspect: null } as const),
  ...listed(plainTurns, { strength: 'turn', aspect: null } as const),
  ...listSenses(aspectWords, 'clear'),
  ...listSenses(faintAspectWords, 'faint'),
])

function listSenses(words: Partial<Record<Aspect, readonly string[]>>, strength: Sense['strength']): [string, Sense][] {
  return Object.entries(words).flatMap(([aspect, phrases]) => listed(phrases, { strength, aspect: aspect as Aspect }))
}

/** Where the words stand that ask for a part, or for nothing, and so say little about the topic. */
export function findAspectWords(words: readonly Spelling[]): Found<Sense>[] {
  return senses.find(words).filter(({ meaning }) => meaning.strength !== 'name')
}

/** The aspects in the order asked; `overview` when none is named. */
export function detectAspects(words: readonly Spelling[]): Aspect[] {
  const found = senses.find(words).map(({ meaning }) => meaning)
  const named = (strength: Sense['strength']) => [
    ...new Set(found.flatMap(sense => (sense.strength === strength && sense.aspect ? [sense.aspect] : []))),
  ]
  const [clear, faint] = [named('clear'), named('faint')]
  if (clear.length > 0) return clear
  return faint.length > 0 ? faint : ['overview']
}
