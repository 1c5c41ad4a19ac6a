/** How right the decisions are, counted over labelled questions. Shares are per cent with one decimal; null: nothing to count. */
import type { Decision } from '../../../shared/answering/index.ts'
import { type Question, wantedTopics } from './question.ts'

/** What was decided on one question. `ms`: how long it took. */
export interface Outcome {
  question: Question
  decision: Pick<Decision, 'decision' | 'topics' | 'confidence'>
  ms: number
}

export interface Measures {
  /** Questions with a topic that an answer, or the way to another office, would be right for. */
  inScope: number
  /** The first topic is right. */
  recallAt1: number | null
  /** One of the first three is right. */
  recallAt3: number | null
  /** Answered or referred without asking back. */
  directShare: number | null
  /** Answered or referred directly, to the wrong topic; of all in scope. */
  wrongDirect: number | null
  /** Directly right, or asked back with the right topic on offer. */
  reached: number | null
  refer: number
  referRight: number | null
  refuse: number
  /** To be refused, but answered. */
  falseAnswer: number | null
  /** To be refused, but sent to another office. */
  referredInstead: number | null
  clarify: number
  clarifyRight: number | null
  chitchat: number
  chitchatRight: number | null
}

const MOST_TOPICS = 3
const WITH_TOPIC: Question['expect'][] = ['answer', 'answer/clarify', 'refer']

export function isInScope({ question }: Outcome): boolean {
  return WITH_TOPIC.includes(question.expect) && wantedTopics(question).length > 0
}

export function isFirstRight({ question, decision }: Outcome): boolean {
  const [first] = decision.topics
  return first !== undefined && wantedTopics(question).includes(first)
}

function isAmongThree({ question, decision }: Outcome): boolean {
  const wanted = wantedTopics(question)
  return decision.topics.slice(0, MOST_TOPICS).some(topic => wanted.includes(topic))
}

function isDirect({ decision }: Outcome): boolean {
  return decision.decision === 'answer' || decision.decision === 'refer'
}

const decided = (kind: Decision['decision']) => (outcome: Outcome) => outcome.decision.decision === kind
const expected = (kind: Question['expect']) => (outcome: Outcome) => outcome.question.expect === kind

export function measure(outcomes: readonly Outcome[]): Measures {
  const inScope = outcomes.filter(isInScope)
  const refer = outcomes.filter(expected('refer'))
  const refuse = outcomes.filter(expected('refuse'))
  const clarify = outcomes.filter(expected('clarify'))
  const chitchat = outcomes.filter(expected('chitchat'))
  return {
    inScope: inScope.length,
    recallAt1: shareOf(inScope, isFirstRight),
    recallAt3: shareOf(inScope, isAmongThree),
    directShare: shareOf(inScope, isDirect),
    wrongDirect: shareOf(inScope, outcome => isDirect(outcome) && !isFirstRight(outcome)),
    reached: shareOf(inScope, outcome =>
      isDirect(outcome) ? isFirstRight(outcome) : decided('clarify')(outcome) && isAmongThree(outcome),
    ),
    refer: refer.length,
    referRight: shareOf(refer, outcome => decided('refer')(outcome) && isFirstRight(outcome)),
    refuse: refuse.length,
    falseAnswer: shareOf(refuse, decided('answer')),
    referredInstead: shareOf(refuse, decided('refer')),
    clarify: clarify.length,
    clarifyRight: shareOf(clarify, decided('clarify')),
    chitchat: chitchat.length,
    chitchatRight: shareOf(chitchat, decided('chitchat')),
  }
}

function shareOf(outcomes: readonly Outcome[], test: (outcome: Outcome) => boolean): number | null {
  return outcomes.length === 0 ? null : Math.round((1000 * outcomes.filter(test).length) / outcomes.length) / 10
}
