/** What a phone holds to find a guide without a network: everything search needs, and a line to show for each find. */
import type { Calibration, RankingTopic } from './answering/index.ts'
import { toRankingCatalogue } from './answering/index.ts'
import type { Topic, TopicKind } from './procedures.ts'

/** A guide as a row of a list. */
export interface TopicRow {
  key: string
  kind: TopicKind
  title: string
  summary: string
  category: string
}

export interface TopicIndex {
  /** Changes with the content; null for the one that came with the app. */
  version: string | null
  /** In the order in which they are asked for. */
  topics: (RankingTopic & TopicRow)[]
  negatives: string[]
  calibration: Calibration
}

export function toTopicRow({ key, kind, title, summary, category }: Topic): TopicRow {
  return { key, kind, title, summary, category }
}

/** @param calibration the one computed from exactly these topics and negatives */
export function toTopicIndex(
  topics: readonly Topic[],
  { negatives, calibration }: { negatives: readonly string[]; calibration: Calibration },
): TopicIndex {
  const ranking = toRankingCatalogue(topics, negatives)
  return {
    version: null,
    topics: ranking.topics.map((entry, index) => {
      const topic = topics[index]
      return topic ? { ...entry, ...toTopicRow(topic) } : { ...entry, summary: '', category: '' }
    }),
    negatives: ranking.negatives,
    calibration,
  }
}
