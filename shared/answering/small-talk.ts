/** What needs no topic: greetings and the like, and words of present danger. */
import {
  type Analysis,
  createPhrasebook,
  dangerWords,
  emergencyWords,
  keepWords,
  listed,
  namesLikeSmallTalk,
  smallTalk,
  type WeighedWord,
} from '../language/index.ts'

export type Chitchat = keyof typeof smallTalk
export type Emergency = keyof typeof emergencyWords

/** What is taken up when one message holds several. */
const PRECEDENCE: readonly Chitchat[] = ['identity', 'help', 'thanks', 'goodbye', 'greeting']

const EMERGENCIES = ['fire', 'medical', 'police'] as const

/** These are not part of the question beside them. */
const COURTESIES: readonly (Chitchat | null)[] = ['greeting', 'thanks', 'goodbye']

const phrases = createPhrasebook<Chitchat | null>([
  ...listed(namesLikeSmallTalk, null),
  ...PRECEDENCE.flatMap(kind => listed(smallTalk[kind], kind)),
])
const emergencies = createPhrasebook(EMERGENCIES.flatMap(kind => listed(emergencyWords[kind], kind)))
const dangers = createPhrasebook(EMERGENCIES.flatMap(kind => listed(dangerWords[kind], kind)))

export interface SmallTalk {
  kind: Chitchat | null
  /** How many words are left to be a question: neither small talk nor small words. */
  rest: number
  /** The message without its courtesies. */
  question: Analysis
}

export function findSmallTalk(message: Analysis): SmallTalk {
  const { words } = message
  const found = phrases.find(words)
  // A nod of one letter stands by itself: typed without marks, "ờ" is also "ở" of "ở đâu".
  const isPart = (start: number, end: number) =>
    end - start === 1 && words[start]?.folded.length === 1 && words.length > 1
  const kinds = new Set(found.filter(({ start, end }) => !isPart(start, end)).map(({ meaning }) => meaning))
  const kindAt = (index: number) => found.find(({ start, end }) => index >= start && index < end)?.meaning ?? null
  return {
    kind: PRECEDENCE.find(kind => kinds.has(kind)) ?? null,
    rest: words.filter((word, index) => word.role !== 'filler' && kindAt(index) === null).length,
    question: keepWords(message, index => !COURTESIES.includes(kindAt(index))),
  }
}

export function isCourtesy(kind: Chitchat | null): boolean {
  return kind !== null && COURTESIES.includes(kind)
}

/** Which number to call. Danger that may be the story behind a paper counts only where no topic is in sight. */
export function findEmergency(words: readonly WeighedWord[], hasTopic: boolean): Emergency | null {
  const found = emergencies.find(words)[0] ?? (hasTopic ? undefined : dangers.find(words)[0])
  return found?.meaning ?? null
}
