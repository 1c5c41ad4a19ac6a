/** The chatbot: knows no feature and invents no answer. Every skill may bid for a message; the highest bid speaks. */
import type { Transaction } from 'kysely'
import type { OutgoingMessage } from '../../shared/messages.ts'
import type { House, Reply, Skill } from '../feature.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import type { Deliveries } from '../platform/deliveries/index.ts'
import type { StoredEvent } from '../platform/events/index.ts'
import { notePerson } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { type Conversation, readConversation, writeConversation } from './conversation.ts'
import { composeApology, composeMediaReply, composeWelcome } from './replies.ts'

/** A reply that has waited longer than this would only confuse. */
const REPLY_LASTS_MS = 24 * 3600_000
/** The welcome comes once, however often somebody follows and unfollows. */
const WELCOME_AGAIN_MS = 24 * 3600_000

export interface Chatbot {
  /** Answers what a person did, inside the caller's transaction. @returns true when something was written to be sent */
  handle(tx: Transaction<Tables>, event: StoredEvent): Promise<boolean>
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

  async function handle(tx: Transaction<Tables>, event: StoredEvent): Promise<boolean> {
    const { payload, oaId, subjectId } = event
    const ward = await house.findWard(oaId, tx)
    if (!ward) return false
    const now = clock.now()
    const following = payload.kind === 'follow' ? true : payload.kind === 'unfollow' ? false : null
    const userIdByApp = 'userIdByApp' in payload ? payload.userIdByApp : null
    const { personId } = await notePerson(tx, {
      oaId,
      oaUserId: subjectId,
      userIdByApp,
      at: event.occurredAt,
      following,
    })
    if (payload.kind === 'unfollow') return false

    const before = await readConversation(tx, oaId, subjectId, now)
    const reply =
      payload.kind === 'message'
        ? replyTo(payload.type === 'text' ? payload.text : null, payload.type, before, ward, now)
        : welcome(before, ward, now)
    if (!reply) return false
    count('reply', reply.outcome)
    await send(tx, event, ward, reply)
    const isGreeted = payload.kind !== 'message' || reply.outcome === 'chitchat'
    await writeConversation(tx, {
      oaId,
      oaUserId: subjectId,
      personId,
      conversation: follow(before, reply, isGreeted, now),
      now,
    })
    return true
  }

  function welcome({ greetedAt }: Conversation, ward: ServedWard, now: Date): Reply | null {
    if (greetedAt && now.getTime() - greetedAt.getTime() < WELCOME_AGAIN_MS) return null
    return { messages: composeWelcome(ward.profile), source: null, outcome: 'welcome' }
  }

  function replyTo(text: string | null, type: string, before: Conversation, ward: ServedWard, now: Date): Reply {
    if (text === null) return { messages: composeMediaReply(type, ward.profile), source: null, outcome: 'media' }
    const turn = { text: chosen(text, before.choices) ?? text, topic: before.topic, ward: ward.profile, now }
    const bids = skills.flatMap(skill => skill.bid(turn) ?? []).sort((a, b) => b.score - a.score)
    return bids[0]?.reply() ?? { messages: composeApology(ward.profile), source: null, outcome: 'refuse' }
  }

  async function send(
    tx: Transaction<Tables>,
    event: StoredEvent,
    ward: ServedWard,
    { messages, source }: Reply,
  ): Promise<void> {
    await deliveries.enqueue(
      tx,
      messages.map((message, index) => ({
        oaId: event.oaId,
        areaId: ward.areaId,
        requestKey: `reply:${event.id}:${index}`,
        lane: 'reply',
        channel: 'oa_message',
        recipientId: event.subjectId,
        message,
        source,
        expiresAt: new Date(clock.now().getTime() + REPLY_LASTS_MS),
      })),
    )
  }

  async function apologise(tx: Transaction<Tables>, event: StoredEvent): Promise<void> {
    const ward = await house.findWard(event.oaId, tx)
    if (ward && event.payload.kind === 'message')
      await send(tx, event, ward, { messages: composeApology(ward.profile), source: null, outcome: 'apology' })
  }

  return { handle, apologise }
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
