/** The chatbot: knows no feature and invents no answer. Every skill may bid for a message; the highest bid speaks. */
import type { Transaction } from 'kysely'
import type { OutgoingMessage } from '../../shared/messages.ts'
import type { House, Reply, Skill } from '../feature.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import type { Deliveries, NewDelivery } from '../platform/deliveries/index.ts'
import type { StoredEvent } from '../platform/events/index.ts'
import { notePersons, type ZaloVisit } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { type Conversation, readConversations, writeConversations } from './conversation.ts'
import { composeApology, composeMediaReply, composeWelcome } from './replies.ts'

/** A reply that has waited longer than this would only confuse. */
const REPLY_LASTS_MS = 24 * 3600_000
/** The welcome comes once, however often somebody follows and unfollows. */
const WELCOME_AGAIN_MS = 24 * 3600_000

export interface Chatbot {
  /**
   * Answers what people did, inside the caller's transaction.
   * @param events one a person
   * @returns true when something was written to be sent
   */
  handle(tx: Transaction<Tables>, events: StoredEvent[]): Promise<boolean>
  /** Tells the person that their message could not be worked on. */
  apologise(tx: Transaction<Tables>, event: StoredEvent): Promise<void>
}

export function createChatbot({
  house,
  deliveries,
  skills,
}: {
  house: House
  deliveries: Deliveries
  skills: Skill[]
}): Chatbot {
  const { clock, count } = house

  async function handle(tx: Transaction<Tables>, events: StoredEvent[]): Promise<boolean> {
    const now = clock.now()
    const visits = events.map(readVisit)
    const personIds = await notePersons(tx, visits)
    const before = await readConversations(tx, visits, now)
    const turns = await Promise.all(
      events.map(async (event, index) => {
        const ward = await house.findWard(event.oaId, tx)
        const reply = ward && before[index] ? replyTo(event, before[index], ward, now) : null
        return { event, ward, reply, before: before[index], personId: personIds[index] }
      }),
    )
    const answered = turns.flatMap(({ event, ward, reply, before, personId }) =>
      ward && reply && before && personId ? [{ event, ward, reply, before, personId }] : [],
    )
    if (answered.length === 0) return false
    for (const { reply } of answered) count('reply', reply.outcome)
    await deliveries.enqueue(
      tx,
      answered.flatMap(({ event, ward, reply }) => toDeliveries(event, ward, reply)),
    )
    await writeConversations(
      tx,
      answered.map(({ event, reply, before, personId }) => ({
        oaId: event.oaId,
        oaUserId: event.subjectId,
        personId,
        conversation: follow(before, reply, event.payload.kind !== 'message' || reply.outcome === 'chitchat', now),
      })),
      now,
    )
    return true
  }

  function replyTo({ payload }: StoredEvent, before: Conversation, ward: ServedWard, now: Date): Reply | null {
    if (payload.kind === 'unfollow') return null
    if (payload.kind !== 'message') return welcome(before, ward, now)
    if (payload.type !== 'text' || payload.text === null)
      return { messages: composeMediaReply(payload.type, ward.profile), source: null, outcome: 'media' }
    const text = chosen(payload.text, before.choices) ?? payload.text
    const turn = { text, topic: before.topic, ward: ward.profile, now }
    const bids = skills.flatMap(skill => skill.bid(turn) ?? []).sort((a, b) => b.score - a.score)
    return bids[0]?.reply() ?? { messages: composeApology(ward.profile), source: null, outcome: 'refuse' }
  }

  function welcome({ greetedAt }: Conversation, ward: ServedWard, now: Date): Reply | null {
    if (greetedAt && now.getTime() - greetedAt.getTime() < WELCOME_AGAIN_MS) return null
    return { messages: composeWelcome(ward.profile), source: null, outcome: 'welcome' }
  }

  function toDeliveries(event: StoredEvent, ward: ServedWard, { messages, source }: Reply): NewDelivery[] {
    return messages.map((message, index) => ({
      oaId: event.oaId,
      areaId: ward.areaId,
      requestKey: `reply:${event.id}:${index}`,
      lane: 'reply',
      channel: 'oa_message',
      recipientId: event.subjectId,
      message,
      source,
      expiresAt: new Date(clock.now().getTime() + REPLY_LASTS_MS),
    }))
  }

  async function apologise(tx: Transaction<Tables>, event: StoredEvent): Promise<void> {
    const ward = await house.findWard(event.oaId, tx)
    if (!ward || event.payload.kind !== 'message') return
    const apology = { messages: composeApology(ward.profile), source: null, outcome: 'apology' }
    await deliveries.enqueue(tx, toDeliveries(event, ward, apology))
  }

  return { handle, apologise }
}

function readVisit({ oaId, subjectId, payload, occurredAt }: StoredEvent): ZaloVisit {
  const following = payload.kind === 'follow' ? true : payload.kind === 'unfollow' ? false : null
  const userIdByApp = 'userIdByApp' in payload ? payload.userIdByApp : null
  return { oaId, oaUserId: subjectId, userIdByApp, at: occurredAt, following }
}

/** "1", "1.", "số 1" after numbered choices. */
function chosen(text: string, choices: string[]): string | null {
  const number = /^(?:số|so|câu|cau)?\s*(\d)\s*[.)]?$/iu.exec(text.trim())?.[1]
  return number ? (choices[Number(number) - 1] ?? null) : null
}

function follow(before: Conversation, { messages, topic }: Reply, isGreeted: boolean, now: Date): Conversation {
  const choices = offeredChoices(messages)
  return {
    topic: topic === undefined ? before.topic : topic,
    choices: choices.length > 0 ? choices : before.choices,
    greetedAt: isGreeted ? now : before.greetedAt,
  }
}

/** The `say` buttons of the last message, in the order in which its text numbers them. */
function offeredChoices(messages: OutgoingMessage[]): string[] {
  return messages.at(-1)?.buttons.flatMap(button => (button.kind === 'say' ? [button.text] : [])) ?? []
}
