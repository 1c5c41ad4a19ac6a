/** What needs no topic: greetings and the like, and words of present danger. */
import {
  createPhrasebook,
  dangerWords,
  emergencyWords,
  listed,
  smallTalk,
  type WeighedWord,
} from '../language/index.ts'

export type Chitchat = keyof typeof smallTalk
export type Emergency = keyof typeof emergencyWords

/** What is taken up when one message holds several. */
const PRECEDENCE: readonly Chitchat[] = ['identity', 'help', 'thanks', 'goodbye', 'greeting']

const phrases = createPhrasebook(PRECEDENCE.flatMap(kind => listed(smallTalk[kind], kind)))
const EMERGENCIES = ['fire', 'medical', 'police'] as const
const emergencies = createPhrasebook(EMERGENCIES.flatMap(kind => listed(emergencyWords[kind], kind)))
const dangers = createPhrasebook(EMERGENCIES.flatMap(kind => listed(dangerWords[kind], kind)))

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

/** Which number to call. Danger that may be the story behind a paper counts only where no topic is in sight. */
export function findEmergency(words: readonly WeighedWord[], hasTopic: boolean): Emergency | null {
  const found = emergencies.find(words)[0] ?? (hasTopic ? undefined : dangers.find(words)[0])
  return found?.meaning ?? null
}
