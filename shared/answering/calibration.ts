/**
 * Calibration: every alias and example question is put to the catalogue as if it had never had it, then as if it did not
 * even have the topic; so is every negative example. What comes out sets the gate's weights and thresholds; nothing is
 * set by hand but the promise.
 */
import type { Calibration, Catalogue } from './catalogue.ts'
import { createFinder, type Finder } from './finder.ts'
import { signalsOf } from './gate.ts'
import { fitLogistic, type Logistic, predict } from './logistic.ts'

/**
 * What the gate promises on phrases it has not seen, as shares: of questions answered with a wrong topic; of questions
 * answered although their topic is missing; of texts answered that should be refused; of findable questions that are at
 * least asked back. A phrase left out is harder than a resident's question, so real figures are better.
 */
const PROMISE = { wrong: 0.05, missing: 0.2, outside: 0.06, kept: 0.97 }

type Kind = 'own' | 'missing' | 'outside'

interface Trial {
  kind: Kind
  signals: number[]
  isFirst: boolean
  isAmongThree: boolean
}

/** Deterministic; the result is plain data. Takes about a quarter of a millisecond per phrase. */
export function calibrate(catalogue: Catalogue): Calibration {
  return calibrateFinder(createFinder(catalogue))
}

export function calibrateFinder(finder: Finder): Calibration {
  const trials = runTrials(finder)
  const realTrials = trials.filter(({ kind }) => kind !== 'missing')
  const first = fitLogistic(trials.map(({ signals, isFirst }) => ({ signals, isTrue: isFirst })))
  const amongThree = fitLogistic(realTrials.map(({ signals, isAmongThree }) => ({ signals, isTrue: isAmongThree })))
  return { first, amongThree, answerFrom: lowestSafe(trials, first), askFrom: highestKeeping(trials, amongThree) }
}

function runTrials(finder: Finder): Trial[] {
  return finder.phrases.flatMap((phrase): Trial[] => {
    if (!phrase.colloquial) return []
    const question = finder.read(phrase.text)
    const ranking = finder.rank(question, phrase)
    const signals = signalsOf(ranking)
    if (phrase.topic === null) return [{ kind: 'outside', signals, isFirst: false, isAmongThree: false }]
    const place = ranking.topics.findIndex(({ topic }) => topic === phrase.topic)
    const others = finder.withoutTopic(ranking, question, phrase.topic)
    return [
      { kind: 'own', signals, isFirst: place === 0, isAmongThree: place >= 0 && place < 3 },
      { kind: 'missing', signals: signalsOf(others), isFirst: false, isAmongThree: false },
    ]
  })
}

/** The lowest threshold that keeps every promise about answers. */
function lowestSafe(trials: readonly Trial[], model: Logistic): number {
  const count = (kind: Kind) => trials.filter(trial => trial.kind === kind).length
  const allowed = {
    own: PROMISE.wrong * count('own'),
    missing: PROMISE.missing * count('missing'),
    outside: PROMISE.outside * count('outside'),
  }
  const errors = { own: 0, missing: 0, outside: 0 }
  let threshold = 1
  for (const { probability, kind, isFirst } of byProbability(trials, model)) {
    if (!isFirst) errors[kind]++
    if (errors[kind] > allowed[kind]) break
    threshold = probability
  }
  return threshold
}

/** The highest threshold that keeps the promised share of findable questions. */
function highestKeeping(trials: readonly Trial[], model: Logistic): number {
  const findable = byProbability(
    trials.filter(({ isAmongThree }) => isAmongThree),
    model,
  )
  return findable[Math.ceil(PROMISE.kept * findable.length) - 1]?.probability ?? 1
}

function byProbability(trials: readonly Trial[], model: Logistic): (Trial & { probability: number })[] {
  return trials
    .map(trial => ({ ...trial, probability: predict(model, trial.signals) }))
    .sort((a, b) => b.probability - a.probability)
}
