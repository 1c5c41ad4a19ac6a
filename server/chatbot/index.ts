/**
 * The chatbot: knows no feature and invents no answer. Every skill may bid for a message; the highest bid speaks. While
 * an officer is writing with somebody, the chatbot is silent for that person.
 */
import type { Transaction } from 'kysely'
import type { ChatReply, ChatTurn } from '../../shared/chat.ts'
import type { Hear, House, Reply, Skill, Turn } from '../feature.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import type { Deliveries, NewDelivery } from '../platform/deliveries/index.ts'
import type { StoredEvent } from '../platform/events/index.ts'
import { listLeads, notePersons, type ZaloVisit } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { offeredChoices } from './choices.ts'
import { type Conversation, readConversations, toLine, writeConversations } from './conversation.ts'
import { createFeedbackSkill } from './feedback.ts'
import { createHandoffs, type Handoffs } from './handoffs/index.ts'
import { composeMediaReply } from './media.ts'
import { createPageChat } from './page-chat.ts'
import { type Answered, createReplier, isAnswer, isGrave, readTurn } from './replier.ts'
import { composeApology, composeWelcome } from './replies.ts'
import { suggestAnswer } from './suggestion.ts'

const HOUR_MS = 3600_000
/** A reply that has waited longer than this would only confuse. */
const REPLY_LASTS_MS = 24 * HOUR_MS
/** The welcome comes once, however often somebody follows and unfollows. */
const WELCOME_AGAIN_MS = 24 * HOUR_MS
/** An officer who has not written for so long has gone home: the machine answers again. */
const OFFICER_SPEAKS_FOR_MS = 12 * HOUR_MS
/** What is said even while an officer speaks: danger, and the right to be forgotten. */
const NEVER_SILENT: readonly Reply['outcome'][] = ['emergency', 'erasure']

export type { Handoffs } from './handoffs/index.ts'

export interface Chatbot {
  /**
   * Answers what people did, inside the caller's transaction.
   * @param events one a person
   * @returns true when something was written to be sent
   */
  handle(tx: Transaction<Tables>, events: StoredEvent[]): Promise<boolean>
  /** Tells the person that their message could not be worked on. */
  apologise(tx: Transaction<Tables>, event: StoredEvent): Promise<void>
  handoffs: Handoffs
  /** One turn on a page of ours; nothing of it is stored. */
  say(turn: ChatTurn, ward: ServedWard): ChatReply
}

interface Task {
  event: StoredEvent
  ward: ServedWard
  before: Conversation
  personId: string
  leads: readonly string[]
  prepared: Readonly<Record<string, unknown>>
}

export function createChatbot({
  house,
  deliveries,
  skills,
  hears = [],
}: {
  house: House
  deliveries: Deliveries
  skills: Skill[]
  /** Features that take note of what is asked. */
  hears?: Hear[]
}): Chatbot {
  const { clock, count, config } = house
  const handoffs = createHandoffs({
    house,
    deliveries,
    suggest: async (lines, { oaId, topic }) => {
      const ward = await house.findWard(oaId)
      return ward && suggestAnswer(answer, { lines, topic, ward, now: clock.now() })
    },
  })
  const answer = createReplier({
    skills: [...skills, handoffs.skill, createFeedbackSkill(house, turn => openCase(turn, 'thumbs_down'))],
    openCase: (turn, isFollowed) => openCase(turn, 'failures', isFollowed),
    comfort: handoffs.comfort,
    daysKept: config.keepMessagesDays,
  })

  async function handle(tx: Transaction<Tables>, events: StoredEvent[]): Promise<boolean> {
    const now = clock.now()
    for (const event of events) await noteOfficer(tx, event)
    for (const event of events) await noteLeaving(tx, event)
    const tasks = await readTasks(
      tx,
      events.filter(({ payload }) => payload.kind !== 'officer'),
      now,
    )
    const answered = tasks.flatMap(task => {
      const said = replyTo(task, now)
      return said ? [{ ...task, ...said }] : []
    })
    for (const one of answered) {
      const { event, ward, personId, reply } = one
      const speaker = { ...correspondentOf(event), personId, areaId: ward.areaId, eventId: event.id }
      count('reply', reply.outcome)
      await reply.act?.(tx, speaker)
      if (reply.compose) one.reply = { ...reply, messages: await reply.compose(tx, speaker) }
      if (one.turn)
        for (const hear of hears)
          await hear(tx, { ...reply, speaker, turn: one.turn, isAnswered: isAnswer(reply), at: event.occurredAt })
    }
    if (answered.length === 0) return false
    await deliveries.enqueue(tx, answered.flatMap(toDeliveries))
    await writeConversations(
      tx,
      answered
        .filter(({ reply }) => reply.outcome !== 'erasure' || !reply.act)
        .map(one => ({
          ...correspondentOf(one.event),
          personId: one.personId,
          conversation: follow(one.before, one, now),
        })),
      now,
    )
    return true
  }

  async function noteOfficer(tx: Transaction<Tables>, event: StoredEvent): Promise<void> {
    if (event.payload.kind !== 'officer') return
    const { ends } = event.payload
    await handoffs.noteOfficer(tx, { ...correspondentOf(event), at: event.occurredAt, ends })
    // Whoever is being answered by a person must not be interrupted by what the machine was about to say.
    if (!ends) await deliveries.withdraw(tx, { oaId: event.oaId, recipientId: event.subjectId, reason: 'officer' })
  }

  /** Nothing more is sent to somebody who has just left, not even what was about to be. */
  async function noteLeaving(tx: Transaction<Tables>, { oaId, subjectId, payload }: StoredEvent): Promise<void> {
    if (payload.kind === 'unfollow') await deliveries.withdraw(tx, { oaId, recipientId: subjectId, reason: 'left' })
  }

  async function readTasks(tx: Transaction<Tables>, events: StoredEvent[], now: Date): Promise<Task[]> {
    if (events.length === 0) return []
    const personIds = await notePersons(tx, events.map(readVisit))
    const before = await readConversations(tx, events.map(correspondentOf), now)
    const wards = await Promise.all(events.map(({ oaId }) => house.findWard(oaId, tx)))
    const leaders = await listLeads(tx, personIds)
    const tasks = events.flatMap((event, index) => {
      const personId = personIds[index]
      const leads = leaders.flatMap(one => (one.personId === personId ? [one.code] : []))
      const task = { ward: wards[index], before: before[index], personId, leads, prepared: {} }
      return task.ward && task.before && task.personId ? [{ event, ...task } as Task] : []
    })
    for (const task of tasks) if (task.leads.length > 0) task.prepared = await prepare(tx, task)
    return tasks
  }

  async function prepare(tx: Transaction<Tables>, { event, before, leads }: Task): Promise<Record<string, unknown>> {
    if (event.payload.kind !== 'message' || event.payload.text === null) return {}
    const { text } = event.payload
    const prepared: Record<string, unknown> = {}
    for (const skill of skills)
      if (skill.prepare)
        prepared[skill.name] = await skill.prepare(tx, { text, memory: before.memory[skill.name]?.value, leads })
    return prepared
  }

  function replyTo(task: Task, now: Date): Answered | null {
    const { event, before, ward, leads, prepared } = task
    const { payload } = event
    const isSilent = before.officerAt !== null && now.getTime() - before.officerAt.getTime() < OFFICER_SPEAKS_FOR_MS
    if (payload.kind === 'unfollow') return null
    if (payload.kind !== 'message') return isSilent ? null : welcome(task, now)
    if (payload.text === null) return isSilent ? null : alone(composeMediaReply(payload.type, task, now), 'media')
    const message = { text: payload.text, type: payload.type, before, ward, leads, prepared, now }
    if (handoffs.asksForMachine(payload.text)) return resume(readTurn(message))
    const answered = answer(message)
    return isSilent && !NEVER_SILENT.includes(answered.reply.outcome) ? null : answered
  }

  function welcome({ before: { greetedAt }, ward }: Task, now: Date): Answered | null {
    if (greetedAt && now.getTime() - greetedAt.getTime() < WELCOME_AGAIN_MS) return null
    return alone(composeWelcome(ward.profile, config.keepMessagesDays), 'welcome')
  }

  function resume(turn: Turn): Answered {
    const { reply, ...rest } = alone(handoffs.composeResumed(turn), 'handoff')
    return { ...rest, turn, reply: { ...reply, act: handoffs.resume } }
  }

  function openCase(turn: Turn, reason: 'failures' | 'thumbs_down', isFollowed = false): Reply {
    const { topic, recent, ward, calendar, now } = turn
    return {
      messages: handoffs.composeOpened({ ...turn, reason, isFollowed }),
      source: null,
      outcome: 'handoff',
      opens: reason,
      act: async (tx, speaker) => {
        await handoffs.open(tx, { speaker, reason, topic, context: [...recent], ward, calendar, now })
      },
    }
  }

  function toDeliveries({ event, ward, reply }: Pick<Task & Answered, 'event' | 'ward' | 'reply'>): NewDelivery[] {
    return reply.messages.map((message, index) => ({
      oaId: event.oaId,
      areaId: ward.areaId,
      requestKey: `reply:${event.id}:${index}`,
      lane: 'reply',
      channel: 'oa_message',
      recipientId: event.subjectId,
      message,
      source: reply.sources?.[index] ?? reply.source,
      expiresAt: new Date(clock.now().getTime() + REPLY_LASTS_MS),
    }))
  }

  async function apologise(tx: Transaction<Tables>, event: StoredEvent): Promise<void> {
    const ward = await house.findWard(event.oaId, tx)
    if (!ward || event.payload.kind !== 'message') return
    const { reply } = alone(composeApology(ward.profile), 'apology')
    await deliveries.enqueue(tx, toDeliveries({ event, ward, reply }))
  }

  const chatOnPage = createPageChat({ answer, follow })
  return { handle, apologise, handoffs, say: (turn, ward) => chatOnPage(turn, ward, clock.now()) }
}

/** What the chatbot says of its own accord. */
function alone(messages: Reply['messages'], outcome: Reply['outcome']): Answered {
  return { reply: { messages, source: null, outcome }, skill: null, turn: null, failures: 0, asksForFeedback: false }
}

function correspondentOf({ oaId, subjectId }: StoredEvent): { oaId: string; oaUserId: string } {
  return { oaId, oaUserId: subjectId }
}

function readVisit({ oaId, subjectId, payload, occurredAt }: StoredEvent): ZaloVisit {
  const following = payload.kind === 'follow' ? true : payload.kind === 'unfollow' ? false : null
  const userIdByApp = 'userIdByApp' in payload ? payload.userIdByApp : null
  return { oaId, oaUserId: subjectId, userIdByApp, at: occurredAt, following }
}

/** What is remembered after a reply. */
function follow(before: Conversation, answered: Answered, now: Date): Conversation {
  const { reply, skill, turn, failures, asksForFeedback } = answered
  const { outcome } = reply
  const offered = offeredChoices(reply)
  const said = reply.messages.map(({ text }) => toLine('ward', text, now))
  return {
    topic: reply.topic === undefined ? before.topic : reply.topic,
    caseId: reply.caseId ?? (reply.topic === undefined ? before.caseId : null),
    aspects: reply.aspects ?? (reply.topic === undefined ? before.aspects : []),
    choices: offered.length > 0 ? offered : before.choices,
    greetedAt: outcome === 'welcome' || outcome === 'chitchat' ? now : before.greetedAt,
    isTold: before.isTold || !isGrave(reply),
    addressing: turn?.addressing ? { word: turn.addressing, at: now } : before.addressing,
    memory: skill === null ? before.memory : rememberFor(skill, reply, before.memory, now),
    answers: before.answers + (isAnswer(reply) ? 1 : 0),
    failures,
    wasUnclear: outcome === 'clarify',
    feedback: before.feedback || asksForFeedback || outcome === 'feedback',
    recent: [...(turn?.recent ?? before.recent), ...said],
    officerAt: before.officerAt,
  }
}

function rememberFor(
  skill: string,
  { memory }: Reply,
  before: Conversation['memory'],
  now: Date,
): Conversation['memory'] {
  if (memory === undefined) return before
  const { [skill]: _old, ...others } = before
  if (memory === null) return others
  return { ...others, [skill]: { value: memory.value, until: new Date(now.getTime() + memory.lastsMs) } }
}
