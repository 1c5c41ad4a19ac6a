/** The answerer decides what a message asks for. It knows topics by key only; the words of answers live elsewhere. */
import type { Aspect } from '../procedures.ts'
import { calibrateFinder } from './calibration.ts'
import type { Calibration, Catalogue } from './catalogue.ts'
import { createFinder, type Finder } from './finder.ts'
import { findQuestions, type Reading, readQuestion } from './reading.ts'
import { remembered } from './remembered.ts'
import { createSearch, type SearchHit } from './search.ts'
import { type Chitchat, type Emergency, findEmergency, findSmallTalk, isCourtesy } from './small-talk.ts'
import { asksAsCalled, isVague, namesAnotherMatter, namesNothing, wordsNamed } from './vagueness.ts'
import { createVocabulary } from './vocabulary.ts'

const MOST_TOPICS = 3
/** A courtesy may carry a few words that mean nothing to us, such as a name. */
const MOST_WORDS_BESIDE_COURTESY = 3

export interface Decision {
  decision: 'answer' | 'clarify' | 'refer' | 'refuse' | 'chitchat'
  /**
   * Keys, best first, at most three; to `clarify` none where the words name nothing. To `refuse` they are what came
   * nearest: for the officers, not for the person.
   */
  topics: string[]
  /** In the order asked, never empty. */
  aspects: Aspect[]
  /** Several questions in one message, as they stand in it, each sure of its topic; empty when there is only one. */
  questions: { topic: string; aspects: Aspect[] }[]
  chitchat: Chitchat | null
  /** Words of present danger: the number to call comes first in the reply. */
  emergency: Emergency | null
  /** Probability that the first topic is right, 0 to 1; 0 where a rule decided. */
  confidence: number
  /** The catalogue phrase most like the question. */
  nearest: string | null
}

export interface Answerer {
  /** Any text; never throws; the same text always gets the same decision. */
  decide(question: string): Decision
  /** Whether every word that names something is one of this topic's own; so it is where none does. */
  isWithin(question: string, topic: string): boolean
  /** As-you-type search, best first; the last word may be half typed. */
  search(text: string, limit: number): SearchHit[]
  /** To be stored with the published catalogue. */
  calibration: Calibration
  /** The same words with other thresholds; no phrase is read a second time. */
  withCalibration(calibration: Calibration): Answerer
}

/** Builds the index; computes the calibration too when the catalogue carries none. */
export function createAnswerer(catalogue: Catalogue): Answerer {
  const finder = createFinder(catalogue)
  const index = { catalogue, finder, vocabulary: createVocabulary(catalogue), search: createSearch(catalogue, finder) }
  return answerFrom(index, catalogue.calibration ?? calibrateFinder(finder))
}

interface Index {
  catalogue: Catalogue
  finder: Finder
  vocabulary: ReturnType<typeof createVocabulary>
  search: Answerer['search']
}

function answerFrom(index: Index, calibration: Calibration): Answerer {
  const { catalogue, finder, vocabulary, search } = index
  const topicOf = (reading: Reading) => catalogue.topics[reading.ranking.topics[0]?.topic ?? -1]

  /** The first topic of every question, then whatever else the last one may mean. */
  const keysOf = (readings: readonly Reading[]) => {
    const ranked = [
      ...readings.map(({ ranking }) => ranking.topics.slice(0, 1)),
      readings.at(-1)?.ranking.topics ?? [],
    ].flat()
    return [...new Set(ranked.flatMap(({ topic }) => catalogue.topics[topic]?.key ?? []))].slice(0, MOST_TOPICS)
  }

  /** Of two questions the one that the whole message points to is offered first; the other may be its story. */
  const byWhole = ([first, ...others]: [Reading, ...Reading[]], whole: Reading): [Reading, ...Reading[]] => {
    const main = others.find(reading => topicOf(reading) === topicOf(whole))
    return main ? [main, first, ...others.filter(reading => reading !== main)] : [first, ...others]
  }

  const toQuestion = (reading: Reading) => {
    const topic = topicOf(reading)?.key
    return topic ? [{ topic, aspects: reading.analysis.aspects }] : []
  }

  const decideDirectly = (reading: Reading) => (topicOf(reading)?.kind === 'referral' ? 'refer' : 'answer')

  const isOfAnotherMatter = (reading: Reading): boolean => {
    const topic = topicOf(reading)
    return topic !== undefined && namesAnotherMatter(reading.analysis, reading.ranking.topics[0], vocabulary(topic.key))
  }

  const decideQuestions = (questions: readonly [Reading, ...Reading[]]): Decision['decision'] => {
    const [{ verdict }] = questions
    if (questions.length > 1) return 'clarify'
    if (verdict.zone !== 'answer') return verdict.zone === 'ask' ? 'clarify' : 'refuse'
    if (isOfAnotherMatter(questions[0])) return 'clarify'
    return decideDirectly(questions[0])
  }

  const decide = (message: string): Decision => {
    const analysis = finder.read(message)
    const { words, aspects } = analysis
    const smallTalk = findSmallTalk(analysis)
    const whole = readQuestion(smallTalk.question, finder, calibration)
    const emergency = findEmergency(words, false)
    const nearest = whole.ranking.topics[0]?.nearest?.text ?? null
    const askBack: Decision = {
      decision: 'clarify',
      topics: namesNothing(whole.analysis) ? [] : keysOf([whole]),
      aspects,
      questions: [],
      chitchat: null,
      emergency,
      confidence: 0,
      nearest,
    }
    const chat: Decision = { ...askBack, decision: 'chitchat', topics: [], chitchat: smallTalk.kind, nearest: null }
    const mayChat = smallTalk.kind !== null && emergency === null

    if (smallTalk.rest === 0) return mayChat ? chat : askBack
    if (asksAsCalled(whole.analysis, whole.ranking.topics[0]))
      return {
        ...askBack,
        topics: keysOf([whole]),
        decision: decideDirectly(whole),
        confidence: whole.verdict.confidence,
      }
    if (isVague(whole.analysis, finder)) return askBack
    const asked = findQuestions(whole, finder, calibration)
    const questions = byWhole(asked, whole)
    const decision = decideQuestions(questions)
    const isPolite = mayChat && isCourtesy(smallTalk.kind) && smallTalk.rest <= MOST_WORDS_BESIDE_COURTESY
    if (decision === 'refuse' && isPolite) return chat
    const { confidence } = questions[0].verdict
    return {
      ...askBack,
      decision,
      topics: keysOf(questions),
      questions: asked.length > 1 ? asked.flatMap(toQuestion) : [],
      emergency: findEmergency(words, decision !== 'refuse'),
      confidence,
    }
  }

  const isWithin = (question: string, topic: string) =>
    wordsNamed(finder.read(question).words).every(word => vocabulary(topic).has(word))

  return {
    ...{ decide: remembered(decide), isWithin, search, calibration },
    withCalibration: next => answerFrom(index, next),
  }
}
