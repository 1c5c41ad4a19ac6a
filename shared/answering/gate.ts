/** The gate: how sure a ranking is, and what may be said on the strength of it. */
import type { Calibration } from './catalogue.ts'
import { predict } from './logistic.ts'
import type { Ranking } from './ranker.ts'

export type Zone = 'answer' | 'ask' | 'refuse'

export interface Verdict {
  zone: Zone
  /** Probability that the first topic is right, 0 to 1. */
  confidence: number
}

const SIGNAL_COUNT = 6

/**
 * Raw measures of a ranking: closeness, lead over the second, coverage, distance from what cannot be answered, whether
 * the words are of the field at all, how much the topic explains.
 */
export function signalsOf({ topics, refusal, belonging }: Ranking): number[] {
  const [first, second] = topics
  if (!first) return new Array<number>(SIGNAL_COUNT).fill(0)
  return [
    first.cosine,
    1 - (second?.score ?? 0) / first.score,
    first.covered,
    first.cosine - refusal,
    belonging,
    Math.log1p(first.explained),
  ]
}

export function judge(ranking: Ranking, calibration: Calibration): Verdict {
  const signals = signalsOf(ranking)
  if (ranking.topics.length === 0) return { zone: 'refuse', confidence: 0 }
  const confidence = predict(calibration.first, signals)
  if (confidence >= calibration.answerFrom) return { zone: 'answer', confidence }
  return { zone: predict(calibration.amongThree, signals) >= calibration.askFrom ? 'ask' : 'refuse', confidence }
}
