/** The answerer decides what a message asks for. It knows topics by key only; the words of answers live elsewhere. */
import type { Aspect } from '../procedures.ts'
import { calibrateFinder } from './calibration.ts'
import type { Catalogue } from './catalogue.ts'
import { createFinder } from './finder.ts'
import type { Calibration } from './gate.ts'
import { findQuestions, type Reading, readWhole } from './reading.ts'
import { createSearch, type SearchHit } from './search.ts'
import { type Chitchat, type Emergency, findEmergency, findSmallTalk } from './small-talk.ts'
import { isVague } from './vagueness.ts'

const MOST_TOPICS = 3
/** A greeting may carry a few words that mean nothing to us, such as a name. */
const MOST_WORDS_BESIDE_GREETING = 3

export interface Decision {
  decision: 'answer' | 'clarify' | 'refer' | 'refuse' | 'chitchat'
  /** Keys, best first, at most three. To `refuse` they are what came nearest: for the officers, not for the person. */
  topics: string[]
  /** In the order asked, never empty. */
  aspects: Aspect[]
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
  /** As-you-type search, best first; the last word may be half typed. */
  search(text: string, limit: number): SearchHit[]
  /** To be stored with the published catalogue. */
  calibration: Calibration
}

/** Builds the index; computes the calibration too when the catalogue carries none. */
export function createAnswerer(catalogue: Catalogue): Answerer {
  const finder = createFinder(catalogue)
  const calibration = catalogue.calibration ?? calibrateFinder(finder)
  const topicOf = (reading: Reading) => catalogue.topics[reading.ranking.topics[0]?.topic ?? -1]

  /** The first topic of every question, then whatever else the last one may mean. */
  const keysOf = (readings: readonly Reading[]) => {
    const ranked = [
      ...readings.map(({ ranking }) => ranking.topics.slice(0, 1)),
      readings.at(-1)?.ranking.topics ?? [],
    ].flat()
    return [...new Set(ranked.flatMap(({ topic }) => catalogue.topics[topic]?.key ?? []))].slice(0, MOST_TOPICS)
  }

  const decideQuestions = (questions: readonly [Reading, ...Reading[]]): Decision['decision'] => {
    const [{ verdict }] = questions
    if (questions.length > 1) return 'clarify'
    if (verdict.zone !== 'answer') return verdict.zone === 'ask' ? 'clarify' : 'refuse'
    return topicOf(questions[0])?.kind === 'referral' ? 'refer' : 'answer'
  }

  const decide = (message: string): Decision => {
    const whole = readWhole(finder.read(message), finder, calibration)
    const { words, aspects } = whole.analysis
    const { kind: chitchat, rest } = findSmallTalk(words)
    const emergency = findEmergency(words, false)
    const nearest = whole.ranking.topics[0]?.nearest?.text ?? null
    const askBack: Decision = {
      decision: 'clarify',
      topics: keysOf([whole]),
      aspects,
      chitchat: null,
      emergency,
      confidence: 0,
      nearest,
    }
    const chat: Decision = { ...askBack, decision: 'chitchat', topics: [], chitchat, nearest: null }
    const mayChat = chitchat !== null && emergency === null

    if (rest.length === 0) return mayChat ? chat : askBack
    if (isVague(words)) return askBack
    const questions = findQuestions(whole, finder, calibration)
    const decision = decideQuestions(questions)
    if (decision === 'refuse' && mayChat && rest.length <= MOST_WORDS_BESIDE_GREETING) return chat
    const { confidence } = questions[0].verdict
    return {
      ...askBack,
      decision,
      topics: keysOf(questions),
      emergency: findEmergency(words, decision !== 'refuse'),
      confidence,
    }
  }

  return { decide, search: createSearch(catalogue, finder), calibration }
}
