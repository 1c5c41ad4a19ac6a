/** What a capability may offer to the house, and what the house hands to it. */
import type { Router } from 'express'
import type { Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { Addressing } from '../shared/answers/index.ts'
import type { Neighbourhood, WardProfile } from '../shared/areas.ts'
import type { OfficeCalendar } from '../shared/calendars.ts'
import type { HandoffReason } from '../shared/handoffs.ts'
import type { HealthItem } from '../shared/health.ts'
import type { OutgoingMessage } from '../shared/messages.ts'
import type { Aspect } from '../shared/procedures.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { FindWard } from './platform/areas/index.ts'
import type { Broadcasts } from './platform/deliveries/index.ts'
import type { ReadPrincipal } from './platform/http/index.ts'
import type { Tick } from './platform/jobs/index.ts'
import type { Schedules } from './platform/schedules/index.ts'
import type { Database, Tables } from './platform/storage/index.ts'

export interface House {
  config: Config
  db: Database
  clock: Clock
  log: Logger
  /** Who sends a request: another system, or somebody signed in. */
  readPrincipal: ReadPrincipal
  /** The ward that an OA speaks for. */
  findWard: FindWard
  /** Adds one to a daily count; no person is in it. */
  count(name: string, label?: string): void
  /** One message to many people. */
  broadcasts: Broadcasts
  /** What happens at its hour. */
  schedules: Schedules
}

/** One line of a conversation, masked: what an officer reads when a case is opened. `at`: ISO. */
export interface Line {
  from: 'person' | 'ward'
  text: string
  at: string
}

/** One message of one person, as skills see it. Personal data are masked. */
export interface Turn {
  /** What is asked: a number or a pressed button stands for the words it was offered with. */
  text: string
  /** What the conversation was about last; null when nothing, or too long ago. */
  topic: string | null
  /** The case of it that was spoken of; null: the common one. */
  caseId: string | null
  /** What was asked of it last, in the order asked. */
  aspects: readonly Aspect[]
  /** How the person calls themselves; null: not known, and no pronoun is used. */
  addressing: Addressing | null
  /** True for the first reply after a long silence: the moment to greet. */
  isOpening: boolean
  /** The last few lines, oldest first, this message among them. */
  recent: readonly Line[]
  /** What this skill asked to remember of this person; undefined when nothing, or too long ago. Parse it. */
  memory: unknown
  ward: WardProfile
  calendar: OfficeCalendar
  /** What this skill read beforehand; undefined when it reads nothing, or for whoever leads nobody. */
  prepared?: unknown
  /** Codes of the neighbourhoods that the person speaks for as a leader. */
  leads: readonly string[]
  /** Of the ward, by every name. */
  neighbourhoods: readonly Neighbourhood[]
  now: Date
}

/** Whose turn it is, for what a reply does besides speaking. */
export interface Speaker {
  oaId: string
  oaUserId: string
  personId: string
  areaId: string
  /** The event that is being answered. */
  eventId: string
}

/**
 * For the daily counts. `refuse`, `misfit` (none of the choices fitted what was asked before), `unclear` (an answer or a
 * number that could not be read; it says nothing of what was asked before) and a second `clarify` in a row are failures:
 * two of them open a case for an officer.
 */
export type Outcome =
  | 'answer'
  | 'refer'
  | 'clarify'
  | 'misfit'
  | 'unclear'
  | 'refuse'
  | 'chitchat'
  | 'emergency'
  | 'checklist'
  | 'office'
  | 'handoff'
  | 'feedback'
  | 'authenticity'
  | 'erasure'
  | 'media'
  | 'notice'
  | 'places'
  | 'sign_in'
  | 'welcome'
  | 'apology'

export interface Reply {
  messages: OutgoingMessage[]
  /** The record that the words rest on. */
  source: { topic: string; revision: number } | null
  /** When the messages rest on different records: one for each. */
  sources?: readonly Reply['source'][]
  /** What the conversation is about from here on; undefined: as before. */
  topic?: string | null
  /** Which case of it; undefined: the common one, or as before where the topic is. */
  caseId?: string | null
  /** What was asked of the topic; undefined: nothing in particular. */
  aspects?: readonly Aspect[]
  /** What "1", "2", "3" stand for when that is more than the `say` buttons of the last message, which is the default. */
  choices?: readonly string[]
  /** What the skill wants to find again in `turn.memory`; null: forget it; undefined: as before. JSON only. */
  memory?: { value: unknown; lastsMs: number } | null
  outcome: Outcome
  /** Why this reply opens a case for an officer; undefined: it opens none. */
  opens?: HandoffReason
  /** What the person thought of the answer before. */
  thumb?: 'up' | 'down'
  /** What happens besides the words, in the transaction that writes them down. Never another connection. */
  act?: (tx: Transaction<Tables>, speaker: Speaker) => Promise<void>
  /** In place of `messages` and `act` where only the database knows what to say. In the same transaction. */
  compose?: (tx: Transaction<Tables>, speaker: Speaker) => Promise<OutgoingMessage[]>
}

/** A skill offers to answer a turn; the highest bid speaks. */
export interface Skill {
  name: string
  /** What a turn of a leader needs of the database, found again in `turn.prepared`. In the conversation's transaction. */
  prepare?(tx: Transaction<Tables>, turn: Pick<Turn, 'text' | 'memory' | 'leads'>): Promise<unknown>
  bid(turn: Turn): { score: number; reply: () => Reply } | null
}

/** What became of one message in words. */
export interface Heard extends Pick<Reply, 'outcome' | 'opens' | 'thumb'> {
  speaker: Speaker
  turn: Turn
  /** The reply rests on a published record. */
  isAnswered: boolean
  at: Date
}

/** Takes note of a turn, in the transaction that writes the reply down. */
export type Hear = (tx: Transaction<Tables>, heard: Heard) => Promise<void>

/** What was assigned to one person goes to another, in the transaction that moves their roles. @returns how many things */
export type HandOver = (
  tx: Transaction<Tables>,
  duty: {
    from: string
    to: string
    /** What the next person is called where their name is shown. */
    toLabel: string
    /** Who decided it, for the audit. */
    by: string
    at: Date
  },
) => Promise<number>

export interface Feature {
  name: string
  routers?: Router[]
  skills?: Skill[]
  ticks?: Tick[]
  hear?: Hear
  handOver?: HandOver
  health?: () => Promise<HealthItem[]>
  /** Readies what must stand before the first request; called once the database is migrated. */
  start?: () => Promise<void>
  stop?: () => Promise<void>
}
