/** BM25 over whole topics: what each topic is about. */
import { type Features, isContentFeature, isSyllableFeature } from './features.ts'
import type { Phrase } from './phrases.ts'

const SATURATION = 1.2
const LENGTH_SHARE = 0.4

/** What a word of the same letters counts where the question means other marks. */
export const OTHER_MARKS = 0.4

export interface Term {
  feature: string
  /** The feature without which it counts only as a word with other marks. */
  exact: string | null
  /** Its weight times how rare it is among topics. */
  worth: number
  isKnown: boolean
  /** A word of full weight: neither aspect nor small word. Coverage is counted in these. */
  isTopical: boolean
}

export interface TopicScores {
  /** BM25 score of each topic. */
  relevance: Float64Array
  /** Share of the question's topical worth that each topic contains, 0 to 1. */
  covered: Float64Array
  /** Worth of the question's words and pairs that each topic contains. */
  explained: Float64Array
}

export interface TopicIndex {
  /** How rare a feature is among topics; most of all one that no topic has. */
  rarityOf(feature: string): number
  weigh(features: Features): Term[]
  /** @param leftOut a phrase to do without, as if its topic had never had it */
  score(question: readonly Term[], leftOut: Phrase | null): TopicScores
}

const NONE: ReadonlyMap<number, number> = new Map()

interface Entry {
  rarity: number
  /** Weight of the feature in each topic that has it. */
  topics: Map<number, number>
}

export function createTopicIndex(phrases: readonly Phrase[], topicCount: number): TopicIndex {
  const entries = new Map<string, Entry>()
  const lengths = new Float64Array(topicCount)
  for (const { topic, features } of phrases) {
    if (topic === null) continue
    for (const [feature, { weight }] of features) {
      const { topics } = entries.get(feature) ?? enter(entries, feature)
      topics.set(topic, (topics.get(topic) ?? 0) + weight)
      lengths[topic] = (lengths[topic] ?? 0) + weight
    }
  }
  const rarityAt = (frequency: number) => Math.log(1 + (topicCount - frequency + 0.5) / (frequency + 0.5))
  for (const entry of entries.values()) entry.rarity = rarityAt(entry.topics.size)
  const rarest = rarityAt(0)
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / topicCount || 1
  const damping = lengths.map(length => SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / meanLength))

  const rarityOf = (feature: string) => entries.get(feature)?.rarity ?? rarest

  return {
    rarityOf,
    weigh: features =>
      Array.from(features, ([feature, { weight, exact }]) => ({
        feature,
        exact,
        worth: weight * rarityOf(feature),
        isKnown: entries.has(feature),
        isTopical: isSyllableFeature(feature) && weight >= 1,
      })),
    score(question, leftOut) {
      const relevance = new Float64Array(topicCount)
      const covered = new Float64Array(topicCount)
      const explained = new Float64Array(topicCount)
      const total = question.reduce((sum, { isTopical, worth }) => sum + (isTopical ? worth : 0), 0) || 1
      for (const { feature, exact, worth, isTopical } of question) {
        const marked = exact === null ? null : (entries.get(exact)?.topics ?? NONE)
        const isContent = isContentFeature(feature)
        const lost = leftOut?.features.get(feature)?.weight ?? 0
        entries.get(feature)?.topics.forEach((weight, topic) => {
          const rest = leftOut?.topic === topic ? weight - lost : weight
          if (rest < 1e-9) return
          const met = marked === null || marked.has(topic) ? worth : OTHER_MARKS * worth
          relevance[topic] = (relevance[topic] ?? 0) + (met * rest * (SATURATION + 1)) / (rest + (damping[topic] ?? 0))
          if (isTopical) covered[topic] = (covered[topic] ?? 0) + met / total
          if (isContent) explained[topic] = (explained[topic] ?? 0) + met
        })
      }
      return { relevance, covered, explained }
    },
  }
}

function enter(entries: Map<string, Entry>, feature: string): Entry {
  const entry = { rarity: 0, topics: new Map<number, number>() }
  entries.set(feature, entry)
  return entry
}

/** Length of a question as a vector. Forms that are absent only for want of marks are not held against it. */
export function normOf(question: readonly Term[]): number {
  return (
    Math.sqrt(
      question.reduce(
        (sum, { feature, worth, isKnown }) => sum + (isKnown || isContentFeature(feature) ? worth ** 2 : 0),
        0,
      ),
    ) || 1
  )
}
