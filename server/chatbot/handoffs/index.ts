/**
 * Handoffs: a person of the office is asked to take over. The machine goes on answering until an officer writes in
 * Zalo's own tool; then it is silent for that person until the officer ends, the person asks for it, or time passes.
 */
import type { Transaction } from 'kysely'
import { isDistressed, readOfficerRequest } from '../../../shared/answering/index.ts'
import {
  type Addressing,
  composeHandoffOpened,
  composeResumed,
  composeSympathy,
} from '../../../shared/answers/index.ts'
import type { WardProfile } from '../../../shared/areas.ts'
import type { OfficeCalendar } from '../../../shared/calendars.ts'
import type { HandoffReason } from '../../../shared/handoffs.ts'
import type { HealthItem } from '../../../shared/health.ts'
import type { OutgoingMessage } from '../../../shared/messages.ts'
import type { HandOver, House, Line, Outcome, Reply, Skill, Speaker, Turn } from '../../feature.ts'
import type { Deliveries } from '../../platform/deliveries/index.ts'
import type { Tick } from '../../platform/jobs/index.ts'
import { createSecretBox } from '../../platform/secrets/index.ts'
import type { Tables } from '../../platform/storage/index.ts'
import { type Callback, createCallback } from './callback.ts'
import { handOverClaims } from './claims.ts'
import { escalateAt, findDue } from './due.ts'
import { createEscalationTick } from './escalation.ts'
import { createHandoffHealth } from './health.ts'
import { createOperations, type HandoffOperations, type Suggest } from './operations.ts'
import { giveBack, takeOver } from './silence.ts'
import { createHandoffSkill, told } from './skill.ts'
import {
  type Correspondent,
  closeCases,
  isAnsweredCaseOf,
  isEndedCaseOf,
  momentOf,
  type OpenedCase,
  openCase,
  stampCase,
} from './store.ts'
import { createUpkeepTick } from './upkeep.ts'

export type { HandoffOperations } from './operations.ts'

export interface Handoffs extends HandoffOperations, Pick<Callback, 'keepPhone'> {
  skill: Skill
  /** Opens a case inside `tx`, or finds the open one and brings its lines up to date. */
  open(
    tx: Transaction<Tables>,
    request: {
      speaker: Speaker
      reason: HandoffReason
      topic: string | null
      context: readonly Line[]
      ward: WardProfile
      calendar: OfficeCalendar
      now: Date
    },
  ): Promise<OpenedCase>
  composeOpened(about: Told & { reason: HandoffReason; isFollowed?: boolean }): OutgoingMessage[]
  composeResumed(about: Pick<Told, 'addressing'>): OutgoingMessage[]
  /** "Hỏi máy", and nothing else. */
  asksForMachine(text: string): boolean
  /**
   * A kind word before the answer to somebody in distress, and a case for an officer; a case alone where there is no
   * answer. Everybody else's reply stays as it is.
   */
  comfort(turn: Turn, reply: Reply): Reply
  /** An officer wrote to the person, or ended the talk. */
  noteOfficer(tx: Transaction<Tables>, word: Correspondent & { at: Date; ends: boolean }): Promise<void>
  /** The person gives the word back to the machine: the act of the reply that says so. */
  resume(tx: Transaction<Tables>, speaker: Speaker): Promise<void>
  ticks: Tick[]
  /** The cases of one officer go to the next. */
  handOver: HandOver
  health: () => Promise<HealthItem[]>
}

interface Told {
  ward: WardProfile
  calendar: OfficeCalendar
  addressing: Addressing | null
  now: Date
}

/** These have their own words, or an officer already. */
const NEEDS_NO_COMFORT: readonly Outcome[] = ['emergency', 'erasure', 'handoff', 'feedback']
/** Nothing in them helps. */
const NO_ANSWER: readonly Outcome[] = ['refuse', 'misfit', 'unclear', 'chitchat', 'apology']

export function createHandoffs({
  house,
  deliveries,
  suggest = async () => null,
}: {
  house: House
  deliveries: Deliveries
  suggest?: Suggest
}): Handoffs {
  const { db, clock, count, config } = house
  const callback = createCallback({ db, box: createSecretBox(config.secretKey, 'callback phones') })

  const open: Handoffs['open'] = async (tx, { speaker, reason, topic, context, ward, calendar, now }) => {
    // An officer has answered and left, and the person asks anew.
    await close(tx, isAnsweredCaseOf(speaker), { at: now, by: 'person', outcome: 'answered' })
    const openedAt = await momentOf(tx, speaker, now)
    const opened = await openCase(tx, {
      speaker,
      reason,
      topic,
      context,
      openedAt,
      dueAt: findDue(ward, calendar, now)?.at ?? null,
      escalateAt: escalateAt(ward, calendar, openedAt),
    })
    if (opened.isNew) count('handoff', reason)
    return opened
  }

  const resume: Handoffs['resume'] = async (tx, speaker) => {
    const at = await momentOf(tx, speaker, clock.now())
    await giveBack(tx, speaker, at)
    await close(tx, isAnsweredCaseOf(speaker), { at, by: 'person', outcome: 'answered' })
  }

  const noteOfficer: Handoffs['noteOfficer'] = async (tx, { at, ends, ...who }) => {
    if (ends) {
      await giveBack(tx, who, at)
      await close(tx, isEndedCaseOf(who, at), { at, by: '#xong', outcome: 'answered' })
    } else {
      await takeOver(tx, who, at)
      await stampCase(tx, who, at)
    }
  }

  async function close(...closing: Parameters<typeof closeCases>): Promise<void> {
    if ((await closeCases(...closing)) > 0) count('handoff', 'answered')
  }

  function openReply(turn: Turn, reason: HandoffReason): Reply & { act: NonNullable<Reply['act']> } {
    const { topic, recent, ward, calendar, now } = turn
    return {
      messages: composeHandoffOpened({ ...told(turn), reason }),
      source: null,
      outcome: 'handoff',
      opens: reason,
      act: async (tx, speaker) => {
        await open(tx, { speaker, reason, topic, context: recent, ward, calendar, now })
      },
    }
  }

  function comfort(turn: Turn, reply: Reply): Reply {
    if (NEEDS_NO_COMFORT.includes(reply.outcome) || !isDistressed(turn.text)) return reply
    const opened = openReply(turn, 'distress')
    if (NO_ANSWER.includes(reply.outcome)) return opened
    return {
      ...reply,
      messages: [...composeSympathy(told(turn)), ...reply.messages],
      opens: 'distress',
      async act(tx, speaker) {
        await reply.act?.(tx, speaker)
        await opened.act(tx, speaker)
      },
    }
  }

  return {
    ...createOperations({ house, deliveries, callback, suggest }),
    keepPhone: callback.keepPhone,
    skill: createHandoffSkill({ openReply, resume }),
    open,
    composeOpened: ({ reason, isFollowed, ...about }) => composeHandoffOpened({ ...told(about), reason, isFollowed }),
    composeResumed,
    asksForMachine: text => readOfficerRequest(text) === 'machine',
    comfort,
    noteOfficer,
    resume,
    ticks: [createEscalationTick({ house, deliveries }), createUpkeepTick(house)],
    handOver: handOverClaims,
    health: createHandoffHealth(house),
  }
}
