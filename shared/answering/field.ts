/**
 * The ward's field: whether a question speaks the words in which the ward's topics are asked for, or those of texts it
 * cannot answer. All its words together tell that better than the one phrase that is nearest.
 */
import { type Features, isContentFeature } from './features.ts'
import type { Phrase } from './phrases.ts'

/** A share of phrases, added on either side: a word met on one side alone says much, a word met on neither says nothing. */
const UNMET = 0.00015

/** A phrase, or a topic by its index with all its phrases, to do without, as if the catalogue had never had it. */
export type Without = { phrase: Phrase } | { topic: number } | null

export interface Field {
  /** Mean logarithm of the odds of its words and pairs, by their weight; 0 where nothing speaks for either side. */
  belonging(question: Features, without: Without): number
}

/** In how many phrases a feature stands. */
interface Use {
  inside: number
  outside: number
}

const UNUSED: Readonly<Use> = { inside: 0, outside: 0 }

export function createField(phrases: readonly Phrase[]): Field {
  const uses = new Map<string, Use>()
  const phrasesOf = new Map<number | null, Phrase[]>()
  for (const phrase of phrases) {
    const side = phrase.topic === null ? 'outside' : 'inside'
    for (const feature of phrase.features.keys()) {
      const use = uses.get(feature) ?? enter(uses, feature)
      use[side]++
    }
    const alike = phrasesOf.get(phrase.topic)
    if (alike) alike.push(phrase)
    else phrasesOf.set(phrase.topic, [phrase])
  }
  const outsideCount = phrasesOf.get(null)?.length ?? 0
  const share = (count: number, all: number) => count / Math.max(all, 1) + UNMET

  return {
    belonging(question, without) {
      const gone = without === null ? [] : 'phrase' in without ? [without.phrase] : (phrasesOf.get(without.topic) ?? [])
      let sum = 0
      let weights = 0
      for (const [feature, { weight, exact }] of question) {
        if (!isContentFeature(feature)) continue
        const form = exact ?? feature
        const use = { ...(uses.get(form) ?? UNUSED) }
        for (const { topic, features } of gone) if (features.has(form)) use[topic === null ? 'outside' : 'inside']--
        const odds = share(use.inside, phrases.length - outsideCount) / share(use.outside, outsideCount)
        sum += weight * Math.log(odds)
        weights += weight
      }
      return weights > 0 ? sum / weights : 0
    },
  }
}

function enter(uses: Map<string, Use>, feature: string): Use {
  const use = { inside: 0, outside: 0 }
  uses.set(feature, use)
  return use
}
