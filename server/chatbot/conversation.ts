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

/** Reads and locks a conversation until the transaction ends. What is too old is forgotten. */
export async function readConversation(
  tx: Transaction<Tables>,
  oaId: string,
  oaUserId: string,
  now: Date,
): Promise<Conversation> {
  const row = await tx
    .selectFrom('conversations')
    .select('state')
    .where('oa_id', '=', oaId)
    .where('oa_user_id', '=', oaUserId)
    .forUpdate()
    .executeTakeFirst()
  const state = State.safeParse(row?.state ?? {}).data ?? {}
  const isFresh = (at: Date, lastsMs: number): boolean => now.getTime() - at.getTime() < lastsMs
  return {
    topic: state.topic && isFresh(state.topic.at, TOPIC_LASTS_MS) ? state.topic.key : null,
    choices: state.choices && isFresh(state.choices.at, CHOICES_LAST_MS) ? state.choices.says : [],
    greetedAt: state.greetedAt ?? null,
  }
}

export async function writeConversation(
  tx: Transaction<Tables>,
  {
    oaId,
    oaUserId,
    personId,
    conversation,
    now,
  }: { oaId: string; oaUserId: string; personId: string; conversation: Conversation; now: Date },
): Promise<void> {
  const { topic, choices, greetedAt } = conversation
  const state = JSON.stringify({
    topic: topic && { key: topic, at: now },
    choices: choices.length > 0 ? { says: choices, at: now } : null,
    greetedAt,
  })
  await sql`
    insert into conversations (oa_id, oa_user_id, person_id, state, updated_at) values (${oaId}, ${oaUserId}, ${personId}, ${state}::jsonb, ${now})
    on conflict (oa_id, oa_user_id) do update set person_id = excluded.person_id, state = excluded.state, updated_at = excluded.updated_at
  `.execute(tx)
}
