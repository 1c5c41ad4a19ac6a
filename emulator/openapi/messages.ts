/** Sending to one person: POST /v3.0/oa/message/cs, and /v2.0/oa/message for state OAs. */
import type { Answer } from '../http/answer.ts'
import { isFields } from '../http/body.ts'
import { FREE_WINDOW, type Payment, pay, quotaLeft, reach, WELCOMES } from '../talk/window.ts'
import type { ChatMessage } from '../world/chats.ts'
import { vietnamDate } from '../world/duration.ts'
import type { Persona } from '../world/personas.ts'
import type { World } from '../world/world.ts'
import { broadcast, isBroadcast } from './articles.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { readMessage } from './message-draft.ts'
import { reactToMessage } from './reactions.ts'
import { invalid, isRefusal, type Refusal, refuse, success } from './refusal.ts'

/** Answers sent in reply form to one message of a person. */
const MOST_REPLIES = 8

export const messageEndpoints: Endpoint[] = [
  {
    method: 'POST',
    path: '/v3.0/oa/message/cs',
    family: 'message',
    permission: 'message',
    refusesType: oa => (oa.type === 'enterprise' ? undefined : -235),
    handle: (call, house) => send(call, house, 'v3'),
  },
  {
    method: 'POST',
    path: '/v2.0/oa/message',
    family: 'message',
    permission: 'message',
    refusesType(oa, call) {
      if (oa.type === 'state_strict' || oa.type === 'personal') return -235
      return oa.type === 'enterprise' && !isReaction(call) && !isBroadcast(call) ? -240 : undefined
    },
    handle(call, house) {
      if (isBroadcast(call)) return broadcast(call, house)
      return isReaction(call) ? reactToMessage(call, house) : send(call, house, 'v2')
    },
  },
]

function isReaction(call: Call): boolean {
  return call.body !== undefined && 'sender_action' in call.body
}

async function send(call: Call, house: House, version: 'v2' | 'v3'): Promise<Answer | Refusal> {
  const { world, talk, webhook } = house
  if (!call.body) return invalid('body')
  const recipient = findRecipient(call.body.recipient, world)
  if (isRefusal(recipient)) return recipient
  const { person, repliedTo } = recipient
  const reached = reach(world, person)
  if ('code' in reached) return reached.code === -201 ? invalid('user_id') : refuse(reached.code)
  const draft = readMessage(call.body.message, { world, version, person: person.key })
  if (isRefusal(draft)) return draft

  pay(world, person, reached.paidBy)
  if (repliedTo) repliedTo.replies++
  const message = talk.fromOa(person, { ...draft, paidBy: reached.paidBy })
  if (world.settings.read().messages.echoBeforeAnswer) {
    talk.announce(person, message)
    await webhook.flushed(person.key)
  } else {
    const end = world.activity.begin()
    setImmediate(() => {
      talk.announce(person, message)
      end()
    })
  }
  return success({
    message_id: message.id,
    user_id: person.userId,
    sent_time: String(message.at),
    ...quotaPart(world, person, reached.paidBy),
  })
}

function findRecipient(value: unknown, world: World): { person: Persona; repliedTo?: ChatMessage } | Refusal {
  if (!isFields(value)) return invalid('recipient')
  const { user_id: userId, message_id: messageId } = value
  if (messageId !== undefined) return findReplied(messageId, world)
  const person = typeof userId === 'string' ? world.people.byUserId(userId) : undefined
  return person ? { person } : invalid('user_id')
}

function findReplied(messageId: unknown, world: World): { person: Persona; repliedTo: ChatMessage } | Refusal {
  const found = typeof messageId === 'string' ? world.chats.find(messageId) : undefined
  const person = found && world.people.find(found.person)
  if (!person || found.message.from !== 'person') return invalid('message_id')
  if (world.clock.now() - found.message.at > FREE_WINDOW) return refuse(-230)
  return found.message.replies < MOST_REPLIES ? { person, repliedTo: found.message } : refuse(-211)
}

/** What the answer says about who pays; a charged message says nothing. */
function quotaPart(world: World, person: Persona, paidBy: Payment): { quota?: Record<string, string> } {
  if (paidBy === 'charged') return {}
  if (paidBy === 'reply') return { quota: { quota_type: 'reply' } }
  if (paidBy === 'welcome_msg') {
    const remain = String(WELCOMES - person.relation.welcomesUsed)
    return { quota: { quota_type: 'welcome_msg', remain, total: String(WELCOMES) } }
  }
  return {
    quota: {
      quota_type: 'sub_quota',
      remain: String(quotaLeft(world)),
      total: String(world.settings.read().messages.monthlyQuota),
      expired_date: lastDayOfMonth(world.clock.now()),
      owner_type: 'OA',
      owner_id: world.secrets.oaId,
    },
  }
}

/** "30/11/2026" */
function lastDayOfMonth(now: number): string {
  const [year = '', month = ''] = vietnamDate(now).split('-')
  const day = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${day}/${month}/${year}`
}
