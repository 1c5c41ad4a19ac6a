/** "Gặp cán bộ", "gọi lại cho tôi", "hỏi máy", words of distress, and the talk about a telephone number. Pure but for `act`. */
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { isOnlyDistress, type OfficerRequest, readOfficerRequest } from '../../../shared/answering/index.ts'
import {
  composeCallbackRequest,
  composeOpenedForCallback,
  composePhoneDeclined,
  composePhoneForgotten,
  composePhoneKept,
  composePhoneUnreadable,
  composeResumed,
  handoffSayings,
  readKeptPhone,
} from '../../../shared/answers/index.ts'
import type { HandoffReason } from '../../../shared/handoffs.ts'
import type { Reply, Skill, Speaker, Turn } from '../../feature.ts'
import type { Tables } from '../../platform/storage/index.ts'
import { askForPhone, forgetPhone } from './callback.ts'
import { findDue } from './due.ts'
import { asksToForgetPhone, holdsPhone, readPhoneAnswer } from './phone-answer.ts'

/** What somebody says of their own number after we asked for it can mean nothing else. */
const BID_ON_PHONE = 0.97
const BID_ON_REQUEST = 0.9
/** Whoever knows what the trouble is about may help better. */
const BID_ON_DISTRESS = 0.85
/** A little longer than a number is taken for an answer, so that a late one is asked for again. */
const REMEMBERS_MS = 60 * 60_000

/** `phone`: asked for. `correction`: given; only another number is heard as an answer. */
const Memory = z.enum(['phone', 'correction'])

type Act = (tx: Transaction<Tables>, speaker: Speaker) => Promise<void>

export interface SkillParts {
  /** The reply that opens a case. */
  openReply(turn: Turn, reason: HandoffReason): Reply & { act: Act }
  resume: Act
}

export function createHandoffSkill({ openReply, resume }: SkillParts): Skill {
  function bid(turn: Turn): { score: number; reply: () => Reply } | null {
    if (asksToForgetPhone(turn.text)) return { score: BID_ON_PHONE, reply: () => forgotten(turn) }
    const awaited = Memory.safeParse(turn.memory).data
    const answer = awaited && readPhoneAnswer(turn.text)
    if (answer === 'kept') return { score: BID_ON_PHONE, reply: () => kept(turn) }
    if (answer === 'unreadable') return { score: BID_ON_PHONE, reply: () => unreadable(turn) }
    if (answer === 'declined' && awaited === 'phone') return { score: BID_ON_PHONE, reply: () => declined(turn) }
    const request = readOfficerRequest(turn.text)
    if (request) return { score: BID_ON_REQUEST, reply: () => answerRequest(request, turn) }
    if (isOnlyDistress(turn.text)) return { score: BID_ON_DISTRESS, reply: () => openReply(turn, 'distress') }
    return null
  }

  function answerRequest(request: OfficerRequest, turn: Turn): Reply {
    if (request === 'officer') return openReply(turn, 'asked')
    if (request === 'callback') return askPhone(turn)
    return { ...say(composeResumed(turn)), act: resume }
  }

  /** The button stands below the words that told of the case; whoever types it has not heard them. */
  function askPhone(turn: Turn): Reply {
    const { act, opens } = openReply(turn, 'asked')
    const isButton = turn.text === handoffSayings.callback
    const given = { isTooEarly: holdsPhone(turn.text) }
    return {
      ...say(isButton ? composeCallbackRequest(turn) : composeOpenedForCallback(told(turn), given)),
      memory: { value: 'phone', lastsMs: REMEMBERS_MS },
      ...(opens ? { opens } : {}),
      async act(tx, speaker) {
        await act(tx, speaker)
        await askForPhone(tx, speaker, turn.now)
      },
    }
  }

  return { name: 'handoff', bid }
}

/** What the words of a handoff rest on. */
export function told(turn: Pick<Turn, 'ward' | 'calendar' | 'addressing' | 'now'>) {
  return { ...turn, due: findDue(turn.ward, turn.calendar, turn.now) }
}

function kept(turn: Turn): Reply {
  return {
    ...say(composePhoneKept(turn, readKeptPhone(turn.text) ?? '')),
    memory: { value: 'correction', lastsMs: REMEMBERS_MS },
  }
}

function unreadable(turn: Turn): Reply {
  return {
    ...say(composePhoneUnreadable(turn)),
    memory: { value: 'phone', lastsMs: REMEMBERS_MS },
    act: (tx, speaker) => askForPhone(tx, speaker, turn.now),
  }
}

function declined(turn: Turn): Reply {
  return { ...say(composePhoneDeclined(told(turn))), memory: null, act: forgetPhone }
}

function forgotten(turn: Turn): Reply {
  return { ...say(composePhoneForgotten(told(turn))), memory: null, act: forgetPhone }
}

function say(messages: Reply['messages']): Pick<Reply, 'messages' | 'source' | 'outcome'> {
  return { messages, source: null, outcome: 'handoff' }
}
