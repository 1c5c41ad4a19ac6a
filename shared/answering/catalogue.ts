/** The part of the content that finding needs: light enough for the phone. */
import type { Topic, TopicKind } from '../procedures.ts'
import type { Logistic } from './logistic.ts'

export interface RankingTopic {
  key: string
  kind: TopicKind
  title: string
  officialNames: string[]
  aliases: string[]
  exampleQuestions: string[]
}

/**
 * Everything the gate needs, computed from a catalogue's own phrases by `calibrate`. Plain data, stored with the
 * published catalogue.
 */
export interface Calibration {
  /** Probability that the first topic is the right one. */
  first: Logistic
  /** Probability that the right one is among the first three. */
  amongThree: Logistic
  /** Answer when `first` reaches this. */
  answerFrom: number
  /** Ask back when `amongThree` reaches this; say no below. */
  askFrom: number
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
