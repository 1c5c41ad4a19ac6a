/** What two texts are compared by: syllables and neighbouring pairs, with marks and without. */
import type { WeighedWord } from '../language/index.ts'

/**
 * Marks count, but less than letters: one person in ten types none. A kind that may be absent because of that is
 * never held against a question.
 */
const SYLLABLE = 1
const PAIR = 1
const TONED_SYLLABLE = 0.4
const TONED_PAIR = 0.4

export interface Feature {
  weight: number
  /** The feature with marks that has to come with it, where its words are meant with just these marks. */
  exact: string | null
}

/** By name; a name starts with the letter of its kind. */
export type Features = Map<string, Feature>

/** Whether a text without the feature differs in content, not only in the way it was typed. */
export function isContentFeature(name: string): boolean {
  return name.startsWith('f') || name.startsWith('p')
}

/** Whether it is a single syllable without marks: the unit in which coverage is counted. */
export function isSyllableFeature(name: string): boolean {
  return name.startsWith('f')
}

/** @param runs word sequences; pairs are formed inside a run only. A feature met twice keeps its greater weight. */
export function featuresOf(runs: readonly (readonly WeighedWord[])[]): Features {
  const features: Features = new Map()
  const add = (name: string, weight: number, exact: string | null = null) => {
    const known = features.get(name)
    if (!known) features.set(name, { weight, exact })
    else features.set(name, { weight: Math.max(weight, known.weight), exact: known.exact === exact ? exact : null })
  }
  for (const words of runs) {
    let previous: WeighedWord | null = null
    for (const word of words) {
      const toned = `t${word.toned}`
      add(`f${word.folded}`, SYLLABLE * word.weight, word.isExact ? toned : null)
      add(toned, TONED_SYLLABLE * word.weight)
      if (previous) {
        const weight = Math.sqrt(previous.weight * word.weight)
        const tonedPair = `q${previous.toned} ${word.toned}`
        add(`p${previous.folded} ${word.folded}`, PAIR * weight, previous.isExact && word.isExact ? tonedPair : null)
        add(tonedPair, TONED_PAIR * weight)
      }
      previous = word
    }
  }
  return features
}
