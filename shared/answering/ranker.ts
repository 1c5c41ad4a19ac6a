/** The ranker adds up two views of a question: BM25 over whole topics and the cosine to the nearest single phrase. */
import type { Features } from './features.ts'
import { createField } from './field.ts'
import { createPhraseIndex } from './phrase-index.ts'
import type { Phrase } from './phrases.ts'
import { createTopicIndex } from './topic-index.ts'

/** Share of the nearest phrase in the sum. */
const PHRASE_SHARE = 0.5

export interface RankedTopic {
  /** Index in the catalogue. */
  topic: number
  /** Good for order only: 1 means best in both views, however poor. */
  score: number
  /** Cosine to the topic's nearest phrase, 0 to 1. */
  cosine: number
  /** Share of the question's topical words that the topic contains, by rarity, 0 to 1. */
  covered: number
  /** Worth of the question's words and pairs that the topic contains. */
  explained: number
  nearest: Phrase | null
}

export interface Ranking {
  /** Best first; only topics that share something with the question. */
  topics: RankedTopic[]
  /** Cosine to the nearest text the ward cannot answer. */
  refusal: number
  /** How far the question's words are those of the ward's field: above 0 they are, below 0 they are not. */
  belonging: number
}

export interface Ranker {
  /** @param leftOut a phrase to do without, as if the catalogue had never had it */
  rank(question: Features, leftOut?: Phrase): Ranking
  /** The ranking of the same question as if the catalogue had never had this topic. */
  withoutTopic(ranking: Ranking, question: Features, topic: number): Ranking
}

export function createRanker(phrases: readonly Phrase[], topicCount: number): Ranker {
  const topicIndex = createTopicIndex(phrases, topicCount)
  const field = createField(phrases)
  const phraseIndex = createPhraseIndex(phrases, topicIndex)
  /** The topic of each phrase; what the ward cannot answer stands behind the last one. */
  const placeOf = Int32Array.from(phrases, ({ topic }) => topic ?? topicCount)

  return {
    rank(question, leftOut) {
      const terms = topicIndex.weigh(question)
      const { relevance, covered, explained } = topicIndex.score(terms, leftOut ?? null)
      const cosines = phraseIndex.compare(terms)
      const closestOf = new Float64Array(topicCount + 1)
      const nearestOf = new Array<Phrase | null>(topicCount + 1).fill(null)
      for (let index = 0; index < cosines.length; index++) {
        const place = placeOf[index] as number
        const cosine = cosines[index] as number
        if (cosine <= (closestOf[place] as number) || phrases[index] === leftOut) continue
        closestOf[place] = cosine
        nearestOf[place] = phrases[index] ?? null
      }
      const topics = Array.from(
        relevance,
        (_, topic): RankedTopic => ({
          topic,
          score: 0,
          cosine: closestOf[topic] ?? 0,
          covered: covered[topic] ?? 0,
          explained: explained[topic] ?? 0,
          nearest: nearestOf[topic] ?? null,
        }),
      )
      const mostRelevant = Math.max(...relevance) || 1
      const closest = Math.max(...topics.map(({ cosine }) => cosine)) || 1
      for (const ranked of topics) {
        ranked.score =
          (PHRASE_SHARE * ranked.cosine) / closest +
          ((1 - PHRASE_SHARE) * (relevance[ranked.topic] ?? 0)) / mostRelevant
      }
      return {
        topics: topics.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.topic - b.topic),
        refusal: closestOf[topicCount] ?? 0,
        belonging: field.belonging(question, leftOut ? { phrase: leftOut } : null),
      }
    },
    withoutTopic: (ranking, question, topic) => ({
      topics: ranking.topics.filter(ranked => ranked.topic !== topic),
      refusal: ranking.refusal,
      belonging: field.belonging(question, { topic }),
    }),
  }
}
