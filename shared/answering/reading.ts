/** Reading a message: which questions stand in it, and how sure the gate is of each. */
import { type Analysis, splitClauses } from '../language/index.ts'
import type { Calibration } from './catalogue.ts'
import type { Finder } from './finder.ts'
import { judge, type Verdict } from './gate.ts'
import type { RankedTopic, Ranking } from './ranker.ts'
import { isVague } from './vagueness.ts'

const MOST_CLAUSES = 6

export interface Reading {
  analysis: Analysis
  ranking: Ranking
  verdict: Verdict
}

export function readQuestion(analysis: Analysis, finder: Finder, calibration: Calibration): Reading {
  const ranking = finder.rank(analysis)
  return { analysis, ranking, verdict: judge(ranking, calibration) }
}

/**
 * The questions of a message; at least one. Two, when clauses are each sure of a different topic and no single phrase
 * covers the whole message as well as they are covered. A story is read by its one sure clause, if the whole points the
 * same way.
 */
export function findQuestions(whole: Reading, finder: Finder, calibration: Calibration): [Reading, ...Reading[]] {
  const clauses = splitClauses(whole.analysis)
  if (clauses.length < 2) return [whole]
  const sure = clauses
    .slice(-MOST_CLAUSES)
    .map(clause => readQuestion(clause, finder, calibration))
    .filter(reading => reading.verdict.zone === 'answer' && !isVague(reading.analysis, finder))
  const [first, ...others] = new Map(sure.map(reading => [firstOf(reading)?.topic, reading])).values()
  if (!first) return [whole]
  if (others.length > 0) {
    const isOnePhrase = closeness(whole) >= Math.max(...[first, ...others].map(closeness))
    return isOnePhrase ? [whole] : [first, ...others]
  }
  const isOneStory = whole.verdict.zone === 'ask' && firstOf(first)?.topic === firstOf(whole)?.topic
  return isOneStory ? [first] : [whole]
}

function firstOf({ ranking }: Reading): RankedTopic | undefined {
  return ranking.topics[0]
}

function closeness(reading: Reading): number {
  return firstOf(reading)?.cosine ?? 0
}
