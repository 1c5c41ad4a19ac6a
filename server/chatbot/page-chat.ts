/**
 * The same conversation on a page of ours, for people without the ward's Zalo. Nothing is written down: the state goes to
 * the reader's device and comes back, and what a reply would do besides speaking is left to Zalo and the telephone.
 */
import { composeNothingStored, composeOfficerElsewhere, composePlacesElsewhere } from '../../shared/answers/index.ts'
import type { ChatReply, ChatTurn } from '../../shared/chat.ts'
import { maskPersonalData } from '../../shared/privacy/index.ts'
import type { Reply } from '../feature.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import { type Conversation, readState, toState } from './conversation.ts'
import type { Answered, Message } from './replier.ts'

export function createPageChat({
  answer,
  follow,
}: {
  answer: (message: Message) => Answered
  follow: (before: Conversation, answered: Answered, now: Date) => Conversation
}): (turn: ChatTurn, ward: ServedWard, now: Date) => ChatReply {
  return ({ text, state }, ward, now) => {
    // What is told of keeping messages is told in Zalo: here none are kept.
    const before = { ...readState(parse(state), now), isTold: true }
    const answered = answer({ text: maskPersonalData(text, now), isOnPage: true, before, ward, now })
    const reply = withoutActs(answered.reply, ward)
    return {
      messages: reply.messages,
      guides: guidesOf(reply),
      state: toState(follow(before, { ...answered, reply }, now), now),
    }
  }
}

function guidesOf({ source, sources = [] }: Reply): string[] {
  return [...new Set([source, ...sources].flatMap(one => one?.topic ?? []))]
}

function withoutActs({ act, compose, ...reply }: Reply, ward: ServedWard): Reply {
  if (reply.outcome === 'places' || reply.outcome === 'sign_in')
    return { ...reply, messages: composePlacesElsewhere(), choices: [], memory: null }
  const isAllSaid = reply.source !== null || (!act && !compose && reply.outcome !== 'handoff')
  if (isAllSaid) return reply
  if (reply.outcome === 'erasure') return { ...reply, messages: composeNothingStored(), choices: [] }
  const messages = composeOfficerElsewhere(ward.profile)
  // What was found goes on being offered below the words on the officer.
  const goesOn = reply.opens !== undefined && reply.outcome !== 'handoff'
  return goesOn
    ? { ...reply, messages: [...messages, ...reply.messages.slice(-1)] }
    : { ...reply, messages, choices: [] }
}

function parse(state: string | null): unknown {
  try {
    return state === null ? null : JSON.parse(state)
  } catch {
    return null
  }
}
