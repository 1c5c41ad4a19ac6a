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
/** In occurrences: a completion that makes a known pair goes before any that does not. */
const PAIR_WORTH = 1000

export function createSearch(catalogue: Catalogue, finder: Finder): (text: string, limit: number) => SearchHit[] {
  const syllables = [...finder.lexicon.syllables()].sort()

  /** What the unfinished word may become, each beside the word before it. */
  const complete = (before: readonly WeighedWord[], unfinished: string): WeighedWord[][] => {
    const previous = before.slice(-1)
    const worth = (syllable: string) =>
      finder.lexicon.count(syllable) +
      (previous.some(({ folded }) => finder.lexicon.hasPair(folded, syllable)) ? PAIR_WORTH : 0)
    return syllables
      .filter(syllable => syllable.startsWith(unfinished))
      .sort((a, b) => worth(b) - worth(a))
      .slice(0, MOST_COMPLETIONS)
      .map(syllable => [...previous, ...analysePhrase(syllable)])
  }

  const read = (text: string) => {
    const [, finished = '', rest = ''] = /^(.*?)([\p{L}\p{M}\p{N}]*)$/su.exec(text.slice(0, LONGEST_SEARCH)) ?? []
    const before = finder.read(finished)
    const completions = rest === '' ? [] : complete(before.words, splitWords(rest)[0]?.folded ?? '')
    return completions.length > 0
      ? { words: before.words, widened: [...before.widened, ...completions] }
      : finder.read(text)
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
