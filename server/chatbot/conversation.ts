/** What the ward remembers of a conversation: as little as needed to understand the next message. */
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { Addressing } from '../../shared/answers/index.ts'
import { Aspect } from '../../shared/procedures.ts'
import type { Line } from '../feature.ts'
import type { Tables } from '../platform/storage/index.ts'

const HOUR_MS = 3600_000
/** After this long a bare "mất bao lâu?" no longer means the last topic. */
const TOPIC_LASTS_MS = HOUR_MS
/** Buttons stay on the screen for long; numbers are answered for two days. */
const CHOICES_LAST_MS = 48 * HOUR_MS
/** A conversation is over after so long without a word: failures are forgiven, 👍 may be asked for again. */
const CONVERSATION_LASTS_MS = 12 * HOUR_MS
/** How people speak of themselves does not change from day to day. */
const ADDRESSING_LASTS_MS = 30 * 24 * HOUR_MS
const RECENT_LINES = 6
/** Enough for an officer to see what it was about. Code points: half an emoji would be no JSON. */
const LINE_LENGTH = 300

const StoredLine = z.object({ from: z.enum(['person', 'ward']), text: z.string(), at: z.string() })
const Choice = z.object({ title: z.string(), say: z.string() })
export type Choice = z.infer<typeof Choice>

const State = z.object({
  topic: z
    .object({
      key: z.string(),
      caseId: z.string().nullable().default(null),
      aspects: z.array(Aspect).default([]),
      at: z.coerce.date(),
    })
    .nullish(),
  /** What "1", "2", "3" stand for. */
  choices: z.object({ offered: z.array(Choice), at: z.coerce.date() }).nullish(),
  greetedAt: z.coerce.date().nullish(),
  /** The privacy notice has been said. */
  isTold: z.boolean().default(false),
  addressing: z.object({ word: Addressing, at: z.coerce.date() }).nullish(),
  /** What skills asked to remember, by their names. */
  memory: z.record(z.string(), z.object({ value: z.unknown(), until: z.coerce.date() })).default({}),
  talk: z
    .object({
      at: z.coerce.date(),
      answers: z.number(),
      failures: z.number(),
      wasUnclear: z.boolean(),
      feedback: z.boolean(),
      recent: z.array(StoredLine),
    })
    .nullish(),
})
type State = z.infer<typeof State>

export interface Conversation {
  topic: string | null
  caseId: string | null
  aspects: readonly Aspect[]
  choices: readonly Choice[]
  greetedAt: Date | null
  /** They have been told what becomes of their messages. */
  isTold: boolean
  addressing: { word: Addressing; at: Date } | null
  memory: State['memory']
  /** Answers given since the conversation began; none: the next reply opens it. */
  answers: number
  /** In a row. */
  failures: number
  /** The last reply asked back. */
  wasUnclear: boolean
  /** 👍 or 👎 has been asked for. */
  feedback: boolean
  recent: readonly Line[]
  /** When an officer last wrote; null: the machine speaks. */
  officerAt: Date | null
}

/** A conversation that begins. */
export const NOTHING: Conversation = {
  topic: null,
  caseId: null,
  aspects: [],
  choices: [],
  greetedAt: null,
  isTold: false,
  addressing: null,
  memory: {},
  answers: 0,
  failures: 0,
  wasUnclear: false,
  feedback: false,
  recent: [],
  officerAt: null,
}

export function toLine(from: Line['from'], text: string, at: Date): Line {
  const letters = [...text]
  const kept =
    letters.length > LINE_LENGTH
      ? `${letters
          .slice(0, LINE_LENGTH - 1)
          .join('')
          .trimEnd()}…`
      : text
  return { from, text: kept, at: at.toISOString() }
}

/** Whose conversation it is. */
export interface Correspondent {
  oaId: string
  oaUserId: string
}

/** Reads and locks conversations until the transaction ends, in the order asked. What is too old is forgotten. */
export async function readConversations(
  tx: Transaction<Tables>,
  people: Correspondent[],
  now: Date,
): Promise<Conversation[]> {
  const { rows } = await sql<{ oa_id: string; oa_user_id: string; state: unknown; officer_at: Date | null }>`
    select c.oa_id, c.oa_user_id, c.state, c.officer_at from conversations c
    join unnest(${people.map(p => p.oaId)}::text[], ${people.map(p => p.oaUserId)}::text[]) as p (oa_id, oa_user_id)
      on p.oa_id = c.oa_id and p.oa_user_id = c.oa_user_id
    for update of c
  `.execute(tx)
  const found = new Map(rows.map(row => [keyOf({ oaId: row.oa_id, oaUserId: row.oa_user_id }), row]))
  return people.map(person => {
    const row = found.get(keyOf(person))
    return row ? { ...readState(row.state, now), officerAt: row.officer_at } : NOTHING
  })
}

/** Old, foreign or broken state is a conversation that begins. */
export function readState(stored: unknown, now: Date): Conversation {
  const state = State.safeParse(stored).data
  if (!state) return NOTHING
  const isFresh = (at: Date, lastsMs: number): boolean => now.getTime() - at.getTime() < lastsMs
  const { topic, choices, addressing, talk } = state
  const hasTopic = topic && isFresh(topic.at, TOPIC_LASTS_MS)
  const goesOn = talk && isFresh(talk.at, CONVERSATION_LASTS_MS)
  return {
    ...NOTHING,
    ...(hasTopic ? { topic: topic.key, caseId: topic.caseId, aspects: topic.aspects } : {}),
    ...(goesOn ? talk : {}),
    choices: choices && isFresh(choices.at, CHOICES_LAST_MS) ? choices.offered : [],
    greetedAt: state.greetedAt ?? null,
    isTold: state.isTold,
    addressing: addressing && isFresh(addressing.at, ADDRESSING_LASTS_MS) ? addressing : null,
    memory: Object.fromEntries(Object.entries(state.memory).filter(([, slot]) => slot.until > now)),
  }
}

export async function writeConversations(
  tx: Transaction<Tables>,
  items: (Correspondent & { personId: string; conversation: Conversation })[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return
  await sql`
    insert into conversations (oa_id, oa_user_id, person_id, state, updated_at)
    select c.*, ${now}::timestamptz from unnest(${items.map(c => c.oaId)}::text[], ${items.map(c => c.oaUserId)}::text[],
      ${items.map(c => c.personId)}::uuid[], ${items.map(c => toState(c.conversation, now))}::jsonb[]) as c (oa_id, oa_user_id, person_id, state)
    on conflict (oa_id, oa_user_id) do update set person_id = excluded.person_id, state = excluded.state, updated_at = excluded.updated_at
  `.execute(tx)
}

export function toState(conversation: Conversation, now: Date): string {
  const { topic, caseId, aspects, choices, greetedAt, isTold, addressing, memory } = conversation
  const { answers, failures, wasUnclear, feedback, recent } = conversation
  return JSON.stringify({
    topic: topic && { key: topic, caseId, aspects, at: now },
    choices: choices.length > 0 ? { offered: choices, at: now } : null,
    greetedAt,
    isTold,
    addressing,
    memory,
    talk: { at: now, answers, failures, wasUnclear, feedback, recent: recent.slice(-RECENT_LINES) },
  })
}

function keyOf({ oaId, oaUserId }: Correspondent): string {
  return `${oaId} ${oaUserId}`
}
