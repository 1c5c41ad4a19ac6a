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

/** Feature names start with the letter of their kind. */
export type Features = Map<string, number>

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
  const add = (name: string, weight: number) => {
    if (weight > (features.get(name) ?? 0)) features.set(name, weight)
  }
  for (const words of runs) {
    let previous: WeighedWord | null = null
    for (const word of words) {
      add(`f${word.folded}`, SYLLABLE * word.weight)
      add(`t${word.toned}`, TONED_SYLLABLE * word.weight)
      if (previous) {
        const weight = Math.sqrt(previous.weight * word.weight)
        add(`p${previous.folded} ${word.folded}`, PAIR * weight)
        add(`q${previous.toned} ${word.toned}`, TONED_PAIR * weight)
      }
      previous = word
    }
  }
  return features
}
