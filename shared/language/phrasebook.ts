/** A phrasebook finds known phrases in a text, the longest first, and says what each of them means. */
import { mayStandFor, type Spelling } from './letters.ts'
import { splitWords } from './words.ts'

export interface Found<Meaning> {
  start: number
  /** Index after the last word. */
  end: number
  meaning: Meaning
}

export interface Phrasebook<Meaning> {
  /** Phrases that do not overlap, left to right, the longest at each place. */
  find(words: readonly Spelling[]): Found<Meaning>[]
}

/** Phrases that all mean the same. */
export function listed<Meaning>(phrases: Iterable<string>, meaning: Meaning): [phrase: string, meaning: Meaning][] {
  return Array.from(phrases, phrase => [phrase, meaning])
}

interface Entry<Meaning> {
  words: Spelling[]
  meaning: Meaning
}

/**
 * A phrase typed without marks matches its marked entry; one typed with other tones does not. A single word without
 * marks only matches where nothing else is marked either: "gia hạn" is not "giá"; and never where it is known to be
 * another word.
 */
export function createPhrasebook<Meaning>(
  phrases: Iterable<readonly [phrase: string, meaning: Meaning]>,
): Phrasebook<Meaning> {
  const byFirstWord = new Map<string, Entry<Meaning>[]>()
  for (const [phrase, meaning] of phrases) {
    const words = splitWords(phrase)
    const first = words[0]
    if (first) byFirstWord.set(first.folded, [...(byFirstWord.get(first.folded) ?? []), { words, meaning }])
  }
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length)

  const longestAt = (words: readonly Spelling[], start: number, isUnmarked: boolean) =>
    byFirstWord.get(words[start]?.folded ?? '')?.find(entry =>
      entry.words.every((expected, offset) => {
        const typed = words[start + offset]
        return (
          typed !== undefined &&
          mayStandFor(typed, expected, entry.words.length > 1 || (isUnmarked && !typed.isContent))
        )
      }),
    )

  return {
    find(words) {
      const found: Found<Meaning>[] = []
      const isUnmarked = words.every(({ bare }) => bare)
      for (let start = 0; start < words.length; ) {
        const entry = longestAt(words, start, isUnmarked)
        const end = start + (entry?.words.length ?? 1)
        if (entry) found.push({ start, end, meaning: entry.meaning })
        start = end
      }
      return found
    },
  }
}
