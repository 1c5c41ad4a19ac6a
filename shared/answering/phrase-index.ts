/** Cosine to every single phrase: how people ask for a topic. A raw cosine is the best untrained measure of confidence. */
import type { Phrase } from './phrases.ts'
import { normOf, OTHER_MARKS, type Term, type TopicIndex } from './topic-index.ts'

export interface PhraseIndex {
  /** One cosine per phrase, 0 to 1. */
  compare(question: readonly Term[]): Float64Array
}

/** Phrases that have a feature, and beside each the feature's share of the phrase's length. */
interface Postings {
  phrases: number[]
  shares: number[]
}

export function createPhraseIndex(phrases: readonly Phrase[], topics: TopicIndex): PhraseIndex {
  const entries = new Map<string, Postings>()
  phrases.forEach(({ features }, phrase) => {
    let squares = 0
    for (const [feature, { weight }] of features) squares += (weight * topics.rarityOf(feature)) ** 2
    const norm = Math.sqrt(squares) || 1
    for (const [feature, { weight }] of features) {
      const postings = entries.get(feature) ?? enter(entries, feature)
      postings.phrases.push(phrase)
      postings.shares.push((weight * topics.rarityOf(feature)) / norm)
    }
  })
  return {
    compare(question) {
      const cosines = new Float64Array(phrases.length)
      const norm = normOf(question)
      /** Which phrases have the form of the term at hand. */
      const hasForm = new Uint8Array(phrases.length)
      for (const { feature, exact, worth } of question) {
        const postings = entries.get(feature)
        if (!postings) continue
        const marked = exact === null ? postings : entries.get(exact)
        for (const phrase of marked?.phrases ?? []) hasForm[phrase] = 1
        // Thousands of phrases have a common word: nothing is worked out for each that holds for all.
        const { phrases: found, shares } = postings
        const met = [(OTHER_MARKS * worth) / norm, worth / norm]
        for (let index = 0; index < found.length; index++) {
          const phrase = found[index] as number
          cosines[phrase] =
            (cosines[phrase] as number) + (met[hasForm[phrase] as number] as number) * (shares[index] as number)
        }
        for (const phrase of marked?.phrases ?? []) hasForm[phrase] = 0
      }
      return cosines
    },
  }
}

function enter(entries: Map<string, Postings>, feature: string): Postings {
  const postings: Postings = { phrases: [], shares: [] }
  entries.set(feature, postings)
  return postings
}
