/** What a capability may offer to the house, and what the house hands to it. */
import type { Router } from 'express'
import type { Logger } from 'pino'
import type { WardProfile } from '../shared/areas.ts'
import type { HealthItem } from '../shared/health.ts'
import type { OutgoingMessage } from '../shared/messages.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { FindWard } from './platform/areas/index.ts'
import type { ReadToken } from './platform/http/index.ts'
import type { Tick } from './platform/jobs/index.ts'
import type { Database } from './platform/storage/index.ts'

export interface House {
  config: Config
  db: Database
  clock: Clock
  log: Logger
  readToken: ReadToken
  /** The ward that an OA speaks for. */
  findWard: FindWard
  /** Adds one to a daily count; no person is in it. */
  count(name: string, label?: string): void
}

/** One message of one person, as skills see it. Personal data are masked. */
export interface Turn {
  text: string
  /** What the conversation was about last; null when nothing, or too long ago. */
  topic: string | null
  ward: WardProfile
  now: Date
}

export interface Reply {
  messages: OutgoingMessage[]
  /** The record that the words rest on. */
  source: { topic: string; revision: number } | null
  /** What the conversation is about from here on; undefined: as before. */
  topic?: string | null
  /** For the daily counts: answer, clarify, refer, refuse, chitchat. */
  outcome: string
}

/** A skill offers to answer a turn; the highest bid speaks. */
export interface Skill {
  name: string
  bid(turn: Turn): { score: number; reply: () => Reply } | null
}

export interface Feature {
  name: string
  routers?: Router[]
  skills?: Skill[]
  ticks?: Tick[]
  health?: () => Promise<HealthItem[]>
  /** Readies what must stand before the first request; called once the database is migrated. */
  start?: () => Promise<void>
  stop?: () => Promise<void>
}
