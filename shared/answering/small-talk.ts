/** What needs no topic: greetings and the like, and words of present danger. */
import { createPhrasebook, emergencyWords, listed, smallTalk, type WeighedWord } from '../language/index.ts'

export type Chitchat = keyof typeof smallTalk
export type Emergency = keyof typeof emergencyWords

/** What is taken up when one message holds several. */
const PRECEDENCE: readonly Chitchat[] = ['identity', 'help', 'thanks', 'goodbye', 'greeting']

const phrases = createPhrasebook(PRECEDENCE.flatMap(kind => listed(smallTalk[kind], kind)))
const dangers = createPhrasebook(
  (['fire', 'medical', 'police'] as const).flatMap(kind => listed(emergencyWords[kind], kind)),
)

export interface SmallTalk {
  kind: Chitchat | null
  /** The words that are left to be a question: neither small talk nor small words. */
  rest: WeighedWord[]
}

export function findSmallTalk(words: readonly WeighedWord[]): SmallTalk {
  const found = phrases.find(words)
  const kinds = new Set(found.map(({ meaning }) => meaning))
  const rest = words.filter(
    (word, index) => word.role !== 'filler' && !found.some(({ start, end }) => index >= start && index < end),
  )
  return { kind: PRECEDENCE.find(kind => kinds.has(kind)) ?? null, rest }
}

/** Which number to call, when the words tell of present danger. */
export function findEmergency(words: readonly WeighedWord[]): Emergency | null {
  return dangers.find(words)[0]?.meaning ?? null
}
