/** The part of the content that finding needs: light enough for the phone. */
import type { Topic, TopicKind } from '../procedures.ts'
import type { Calibration } from './gate.ts'

export interface RankingTopic {
  key: string
  kind: TopicKind
  title: string
  officialNames: string[]
  aliases: string[]
  exampleQuestions: string[]
}

export interface Catalogue {
  topics: RankingTopic[]
  /** Texts the ward cannot answer. */
  negatives: string[]
  /** Stored with a published catalogue so that nobody computes it twice; computed when absent. */
  calibration?: Calibration
}

/** @param topics the published topics @param negatives texts the ward cannot answer */
export function toRankingCatalogue(topics: readonly Topic[], negatives: readonly string[]): Catalogue {
  return {
    topics: topics.map(({ key, kind, title, procedures, aliases, exampleQuestions }) => ({
      key,
      kind,
      title,
      officialNames: procedures.map(({ name }) => name),
      aliases: [...aliases],
      exampleQuestions: [...exampleQuestions],
    })),
    negatives: [...negatives],
  }
}
