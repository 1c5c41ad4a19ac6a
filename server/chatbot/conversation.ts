/** What the ward remembers of a conversation: as little as needed to understand the next message. */
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../platform/storage/index.ts'

/** After this long a bare "mất bao lâu?" no longer means the last topic. */
const TOPIC_LASTS_MS = 60 * 60_000
/** Buttons stay on the screen for long; numbers are answered for two days. */
const CHOICES_LAST_MS = 48 * 3600_000

const State = z.object({
  topic: z.object({ key: z.string(), at: z.coerce.date() }).nullish(),
  /** What "1", "2", "3" stand for. */
  choices: z.object({ says: z.array(z.string()), at: z.coerce.date() }).nullish(),
  greetedAt: z.coerce.date().nullish(),
})

export interface Conversation {
  topic: string | null
  choices: string[]
  greetedAt: Date | null
}

/** Whose conversation it is. */
export interface Speaker {
  oaId: string
  oaUserId: string
}

const NOTHING: Conversation = { topic: null, choices: [], greetedAt: null }

/** Reads and locks conversations until the transaction ends, in the order asked. What is too old is forgotten. */
export async function readConversations(
  tx: Transaction<Tables>,
  speakers: Speaker[],
  now: Date,
): Promise<Conversation[]> {
  const { rows } = await sql<{ oa_id: string; oa_user_id: string; state: unknown }>`
    select c.oa_id, c.oa_user_id, c.state from conversations c
    join unnest(${speakers.map(s => s.oaId)}::text[], ${speakers.map(s => s.oaUserId)}::text[]) as s (oa_id, oa_user_id)
      on s.oa_id = c.oa_id and s.oa_user_id = c.oa_user_id
    for update of c
  `.execute(tx)
  const found = new Map(rows.map(row => [keyOf({ oaId: row.oa_id, oaUserId: row.oa_user_id }), row.state]))
  return speakers.map(speaker => readState(found.get(keyOf(speaker)), now))
}

function readState(stored: unknown, now: Date): Conversation {
  const state = State.safeParse(stored).data
  if (!state) return NOTHING
  const isFresh = (at: Date, lastsMs: number): boolean => now.getTime() - at.getTime() < lastsMs
  return {
    topic: state.topic && isFresh(state.topic.at, TOPIC_LASTS_MS) ? state.topic.key : null,
    choices: state.choices && isFresh(state.choices.at, CHOICES_LAST_MS) ? state.choices.says : [],
    greetedAt: state.greetedAt ?? null,
  }
}

export async function writeConversations(
  tx: Transaction<Tables>,
  items: (Speaker & { personId: string; conversation: Conversation })[],
  now: Date,
): Promise<void> {
  await sql`
    insert into conversations (oa_id, oa_user_id, person_id, state, updated_at)
    select c.*, ${now}::timestamptz from unnest(${items.map(c => c.oaId)}::text[], ${items.map(c => c.oaUserId)}::text[],
      ${items.map(c => c.personId)}::uuid[], ${items.map(c => toState(c.conversation, now))}::jsonb[]) as c (oa_id, oa_user_id, person_id, state)
    on conflict (oa_id, oa_user_id) do update set person_id = excluded.person_id, state = excluded.state, updated_at = excluded.updated_at
  `.execute(tx)
}

function toState({ topic, choices, greetedAt }: Conversation, now: Date): string {
  return JSON.stringify({
    topic: topic && { key: topic, at: now },
    choices: choices.length > 0 ? { says: choices, at: now } : null,
    greetedAt,
  })
}

function keyOf({ oaId, oaUserId }: Speaker): string {
  return `${oaId} ${oaUserId}`
}
