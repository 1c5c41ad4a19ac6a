/**
 * Who speaks with a person, an officer or the machine: `conversations.officer_at`. Zalo may report an officer's words
 * late or out of order, so what was written before the machine was given the word back counts no more.
 */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../platform/storage/index.ts'
import type { Correspondent } from './store.ts'

/** An officer wrote. */
export async function takeOver(tx: Transaction<Tables>, { oaId, oaUserId }: Correspondent, at: Date): Promise<void> {
  await sql`
    insert into conversations (oa_id, oa_user_id, officer_at, updated_at) values (${oaId}, ${oaUserId}, ${at}, ${at})
    on conflict (oa_id, oa_user_id) do update set officer_at = greatest(conversations.officer_at, excluded.officer_at)
      where conversations.machine_since is null or conversations.machine_since < excluded.officer_at
  `.execute(tx)
}

/** The machine speaks again. */
export async function giveBack(tx: Transaction<Tables>, { oaId, oaUserId }: Correspondent, at: Date): Promise<void> {
  await sql`
    insert into conversations (oa_id, oa_user_id, machine_since, updated_at) values (${oaId}, ${oaUserId}, ${at}, ${at})
    on conflict (oa_id, oa_user_id) do update
      set officer_at = case when conversations.officer_at > excluded.machine_since then conversations.officer_at end,
        machine_since = greatest(conversations.machine_since, excluded.machine_since)
  `.execute(tx)
}
