/**
 * The ward's field: whether a question speaks the words in which the ward's topics are asked for, or those of texts it
 * cannot answer. All its words together tell that better than the one phrase that is nearest.
 */
import { type Features, isContentFeature } from './features.ts'
import type { Phrase } from './phrases.ts'

/** A share of phrases, added on either side: a word met on one side alone says much, a word met on neither says nothing. */
const UNMET = 0.00015

export interface Without {
  /** A phrase to do without, as if the catalogue had never had it. */
  phrase: Phrase | null
  /** A topic to do without, by its index. */
  topic: number | null
}

export interface Field {
  /** Mean logarithm of the odds of its words and pairs, by their weight; 0 where nothing speaks for either side. */
  belonging(question: Features, without: Without): number
}

/** In how many phrases a feature stands. */
interface Use {
  byTopic: Map<number, number>
  inside: number
  outside: number
}

const UNUSED: Readonly<Use> = { byTopic: new Map(), inside: 0, outside: 0 }

export function createField(phrases: readonly Phrase[]): Field {
  const uses = new Map<string, Use>()
  const total = { inside: 0, outside: 0 }
  for (const { topic, features } of phrases) {
    total[topic === null ? 'outside' : 'inside']++
    for (const feature of features.keys()) {
      const use = uses.get(feature) ?? enter(uses, feature)
      if (topic === null) use.outside++
      else {
        use.inside++
        use.byTopic.set(topic, (use.byTopic.get(topic) ?? 0) + 1)
      }
    }
  }
  const share = (count: number, all: number) => count / Math.max(all, 1) + UNMET

  return {
    belonging(question, { phrase, topic }) {
      let sum = 0
      let weights = 0
      for (const [feature, { weight, exact }] of question) {
        if (!isContentFeature(feature)) continue
        const form = exact ?? feature
        const { inside, outside, byTopic } = uses.get(form) ?? UNUSED
        const isOfPhrase = phrase?.features.has(form) ?? false
        const goneInside = topic === null ? Number(isOfPhrase && phrase?.topic !== null) : (byTopic.get(topic) ?? 0)
        const goneOutside = Number(isOfPhrase && phrase?.topic === null)
        const odds = share(inside - goneInside, total.inside) / share(outside - goneOutside, total.outside)
        sum += weight * Math.log(odds)
        weights += weight
      }
      return weights > 0 ? sum / weights : 0
    },
  }
}

function enter(uses: Map<string, Use>, feature: string): Use {
  const use = { byTopic: new Map<number, number>(), inside: 0, outside: 0 }
  uses.set(feature, use)
  return use
}
