/** Search as it is typed: the last syllable may be unfinished, so every syllable it can become counts. */
import { analysePhrase, splitWords, type WeighedWord } from '../language/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Finder } from './finder.ts'

export interface SearchHit {
  topic: string
  title: string
  /** The phrase that matched best. */
  matched: string
}

const LONGEST_SEARCH = 200
const MOST_COMPLETIONS = 8
const COMPLETION_WEIGHT = 0.6
/** In occurrences: a completion that makes a known pair goes before any that does not. */
const PAIR_WORTH = 1000

export function createSearch(catalogue: Catalogue, finder: Finder): (text: string, limit: number) => SearchHit[] {
  const syllables = [...finder.lexicon.syllables()].sort()

  /** What the unfinished word may become, each beside the word before it, worth less than what was typed in full. */
  const complete = (before: readonly WeighedWord[], unfinished: string): WeighedWord[][] => {
    const previous = before.slice(-1)
    const worth = (syllable: string) =>
      finder.lexicon.count(syllable) +
      (previous.some(({ folded }) => finder.lexicon.hasPair(folded, syllable)) ? PAIR_WORTH : 0)
    return syllables
      .filter(syllable => syllable.startsWith(unfinished))
      .sort((a, b) => worth(b) - worth(a))
      .slice(0, MOST_COMPLETIONS)
      .map(syllable =>
        [...previous, ...analysePhrase(syllable)].map(word => ({ ...word, weight: COMPLETION_WEIGHT * word.weight })),
      )
  }

  const read = (text: string) => {
    const [, finished = '', rest = ''] = /^(.*?)([\p{L}\p{M}\p{N}]*)$/su.exec(text.slice(0, LONGEST_SEARCH)) ?? []
    const last = splitWords(rest)[0]?.folded ?? ''
    const before = finder.read(finished)
    const completions = last === '' ? [] : complete(before.words, last)
    if (completions.length === 0) return finder.read(text)
    const words = finder.lexicon.count(last) > 0 ? finder.read(text).words : before.words
    return { words, widened: [...before.widened, ...completions] }
  }

  return (text, limit) =>
    finder
      .rank(read(text))
      .topics.slice(0, limit)
      .flatMap(({ topic, nearest }) => {
        const found = catalogue.topics[topic]
        return found ? [{ topic: found.key, title: found.title, matched: nearest?.text ?? found.title }] : []
      })
}
