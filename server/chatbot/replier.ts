/** Decides what is said to one message: pure but for the counts. What a reply does besides is left in `act`. */
import {
  composeNothingOffered,
  composeWithdrawAdvice,
  feedbackRequest,
  privacyNotice,
  readAddressing,
} from '../../shared/answers/index.ts'
import { classesInMasked } from '../../shared/privacy/index.ts'
import type { Outcome, Reply, Skill, Turn } from '../feature.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import { appendLines, offeredChoices, readChoice } from './choices.ts'
import { type Conversation, toLine } from './conversation.ts'
import { type MessageType, noteOnCaption } from './media.ts'
import { composeApology } from './replies.ts'

const FIRST_REPLY = 600
const LONG_REPLY = 2000
const MOST_BUTTONS = 5
/** Two in a row, and a person of the office is asked to help. */
const FAILURES_BEFORE_HANDOFF = 2
const GRAVE: readonly Outcome[] = ['emergency', 'erasure', 'handoff', 'feedback', 'apology']

/** A reply, and what the conversation remembers of how it came about. */
export interface Answered {
  reply: Reply
  /** The skill that spoke; null: the chatbot itself. */
  skill: string | null
  /** What was said to us; null: nothing in words. */
  turn: Turn | null
  failures: number
  asksForFeedback: boolean
}

export interface Message {
  text: string
  /** What the words came with; they stand alone when left out. */
  type?: MessageType
  /** On a page of ours nothing can be withdrawn, and nothing was kept. */
  isOnPage?: boolean
  before: Conversation
  ward: ServedWard
  /** Codes of the neighbourhoods that they lead. */
  leads?: readonly string[]
  /** By skill, what it read beforehand. */
  prepared?: Readonly<Record<string, unknown>>
  now: Date
}

/** @param openCase the reply that opens a case for an officer after failures */
export function createReplier({
  skills,
  openCase,
  comfort,
  daysKept,
}: {
  skills: Skill[]
  openCase: (turn: Turn, isFollowed: boolean) => Reply
  /** A kind word for somebody in distress; everybody else's reply stays as it is. */
  comfort: (turn: Turn, reply: Reply) => Reply
  /** How long messages are kept, as people are told. */
  daysKept: number
}): (message: Message) => Answered {
  return message => {
    const { before } = message
    const turn = readTurn(message)
    const chosen = readChoice(message.text, before.choices)
    const { reply, skill } =
      chosen.kind === 'none'
        ? { reply: nothingOffered(turn, chosen.offered, before), skill: null }
        : speak({ ...turn, text: chosen.text }, message)
    const failures = countFailures(reply.outcome, before)
    const isGivenUp = failures >= FAILURES_BEFORE_HANDOFF
    const final = isGivenUp ? handOver(reply, isFollowed => openCase(turn, isFollowed)) : comfort(turn, reply)
    return { ...decorate(final, message), skill, turn, failures: isGivenUp ? 0 : failures }
  }

  function speak(
    turn: Turn,
    { before: { memory }, prepared }: Pick<Message, 'before' | 'prepared'>,
  ): { reply: Reply; skill: string | null } {
    const bids = skills.flatMap(skill => {
      const bid = skill.bid({ ...turn, memory: memory[skill.name]?.value, prepared: prepared?.[skill.name] })
      return bid ? [{ ...bid, skill: skill.name }] : []
    })
    const [best] = bids.sort((a, b) => b.score - a.score)
    if (best) return { reply: best.reply(), skill: best.skill }
    return { reply: { messages: composeApology(turn.ward), source: null, outcome: 'refuse' }, skill: null }
  }

  /** Notices and requests that stand below an answer, each once. */
  function decorate(
    reply: Reply,
    { text, type, isOnPage, before }: Message,
  ): Pick<Answered, 'reply' | 'asksForFeedback'> {
    if (isGrave(reply) || reply.messages.length === 0) return { reply, asksForFeedback: false }
    const lines = [
      ...noteOnCaption(type),
      ...(isOnPage ? [] : composeWithdrawAdvice(classesInMasked(text))),
      ...(!before.isTold ? [privacyNotice(daysKept)] : []),
    ]
    const longest = Math.max(...reply.messages.map(message => [...message.text].length))
    const most = longest <= FIRST_REPLY ? FIRST_REPLY : LONG_REPLY
    const noticed = appendLines(reply.messages, lines, most)
    const withRequest = appendLines(noticed, [feedbackRequest.line], most)
    const offered = offeredChoices(reply).map(({ say }) => say)
    const isThanked = reply.outcome === 'chitchat' && offered.length === 0
    // Below an answer or nowhere: as a message of its own it would come before the answer it asks about.
    const asksForFeedback =
      !before.feedback && before.answers > 0 && (isThanked || isAnswer(reply)) && withRequest.length === noticed.length
    const messages = asksForFeedback ? withRequest : noticed
    return {
      // Numbers go on meaning what was offered: 👍 and 👎 are pressed, or sent as they are.
      reply: asksForFeedback
        ? { ...reply, messages: withFeedbackButtons(messages), choices: offered }
        : { ...reply, messages },
      asksForFeedback,
    }
  }
}

/** Not the moment to speak of ourselves. */
export function isGrave({ outcome }: Reply): boolean {
  return GRAVE.includes(outcome)
}

/** Words that rest on a record; a question of ours does not. */
export function isAnswer({ source }: Reply): boolean {
  return source !== null
}

/** The message as skills see it, before numbers are read. */
export function readTurn({ text, before, ward, leads = [], now }: Message): Turn {
  return {
    text,
    topic: before.topic,
    caseId: before.caseId,
    aspects: before.aspects,
    addressing: readAddressing(text) ?? before.addressing?.word ?? null,
    isOpening: before.recent.length === 0,
    recent: [...before.recent, toLine('person', text, now)],
    memory: undefined,
    ward: ward.profile,
    calendar: ward.calendar,
    leads,
    neighbourhoods: ward.neighbourhoods,
    now,
  }
}

function nothingOffered({ ward, addressing }: Turn, offered: number, { choices }: Conversation): Reply {
  return {
    messages: composeNothingOffered({ ward, addressing, offered }),
    source: null,
    choices: choices.map(({ say }) => say),
    outcome: offered > 0 ? 'chitchat' : 'unclear',
  }
}

function countFailures(outcome: Outcome, { failures, wasUnclear }: Conversation): number {
  if (outcome === 'refuse' || outcome === 'misfit' || outcome === 'unclear') return failures + 1
  if (outcome === 'clarify') return wasUnclear ? failures + 1 : failures
  return 0
}

/** Choices that were found, and a question that stays open, remain at hand; a refusal gives way to the officer. */
function handOver(reply: Reply, open: (isFollowed: boolean) => Reply): Reply {
  const isOpen = reply.outcome === 'misfit' || reply.outcome === 'unclear'
  const goesOn = reply.outcome === 'clarify' || (isOpen && (reply.choices?.length ?? 0) > 0)
  if (!goesOn) return open(false)
  const opened = open(true)
  const { act, opens } = opened
  return {
    ...reply,
    messages: [...opened.messages, ...reply.messages],
    ...(act ? { act } : {}),
    ...(opens ? { opens } : {}),
  }
}

function withFeedbackButtons(messages: Reply['messages']): Reply['messages'] {
  const last = messages.at(-1)
  if (!last || last.buttons.length + feedbackRequest.buttons.length > MOST_BUTTONS) return messages
  return [...messages.slice(0, -1), { ...last, buttons: [...last.buttons, ...feedbackRequest.buttons] }]
}
