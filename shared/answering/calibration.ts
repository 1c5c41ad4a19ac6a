/**
 * Calibration: every alias and example question is put to the catalogue as if it had never had it, and so is every
 * negative example. What comes out sets the gate's weights and thresholds; nothing is set by hand but the promise.
 */
import type { Catalogue } from './catalogue.ts'
import { createFinder, type Finder } from './finder.ts'
import { type Calibration, signalsOf } from './gate.ts'
import { fitLogistic, type Logistic, predict, type Sample } from './logistic.ts'

/**
 * What the gate promises on phrases it has not seen: at most this share of questions answered wrongly, at most this
 * share of texts answered that should be refused, and at least this share of findable questions not refused.
 * A phrase left out is harder than a resident's question, so real figures are better.
 */
const PROMISE = { wrong: 0.05, falseAnswers: 0.06, kept: 0.99 }

interface Trial {
  signals: number[]
  isOwn: boolean
  isFirst: boolean
  isAmongThree: boolean
}

export function calibrate(catalogue: Catalogue): Calibration {
  return calibrateFinder(createFinder(catalogue))
}

export function calibrateFinder(finder: Finder): Calibration {
  const trials = runTrials(finder)
  const first = fitLogistic(samplesOf(trials, trial => trial.isFirst))
  const amongThree = fitLogistic(samplesOf(trials, trial => trial.isAmongThree))
  return { first, amongThree, answerFrom: lowestSafe(trials, first), askFrom: lowestKept(trials, amongThree) }
}

function runTrials(finder: Finder): Trial[] {
  return finder.phrases
    .filter(({ colloquial }) => colloquial)
    .map(phrase => {
      const ranking = finder.rank(finder.read(phrase.text), phrase)
      const place = phrase.topic === null ? -1 : ranking.topics.findIndex(({ topic }) => topic === phrase.topic)
      return {
        signals: signalsOf(ranking),
        isOwn: phrase.topic !== null,
        isFirst: place === 0,
        isAmongThree: place >= 0 && place < 3,
      }
    })
}

function samplesOf(trials: readonly Trial[], isTrue: (trial: Trial) => boolean): Sample[] {
  return trials.map(trial => ({ signals: trial.signals, isTrue: isTrue(trial) }))
}

/** The lowest threshold that keeps both promises of an answer. */
function lowestSafe(trials: readonly Trial[], model: Logistic): number {
  const sorted = trials.map(trial => ({ ...trial, p: predict(model, trial.signals) })).sort((a, b) => b.p - a.p)
  const mayBeWrong = PROMISE.wrong * trials.filter(({ isOwn }) => isOwn).length
  const mayBeFalse = PROMISE.falseAnswers * trials.filter(({ isOwn }) => !isOwn).length
  let wrong = 0
  let falsely = 0
  let threshold = 1
  for (const { p, isOwn, isFirst } of sorted) {
    if (!isOwn) falsely++
    else if (!isFirst) wrong++
    if (wrong > mayBeWrong || falsely > mayBeFalse) break
    threshold = p
  }
  return threshold
}

/** The highest threshold that still keeps the promised share of findable questions. */
function lowestKept(trials: readonly Trial[], model: Logistic): number {
  const findable = trials.filter(({ isAmongThree }) => isAmongThree).map(({ signals }) => predict(model, signals))
  findable.sort((a, b) => a - b)
  return findable[Math.floor((1 - PROMISE.kept) * findable.length)] ?? 1
}
