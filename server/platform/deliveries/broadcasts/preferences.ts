/** What a person allows, in their own hand. */
import type { Transaction } from 'kysely'
import type { Database, Tables } from '../../storage/index.ts'
import type { Quiet } from './policy.ts'

export interface PushPreferences {
  /** False: nothing is pushed; the inbox goes on. */
  push: boolean
  mutedKinds: string[]
  /** Null: the ward's. */
  quiet: Quiet | null
  /** When they accepted notifications of the Mini App; null: they did not. */
  notificationsSince: Date | null
}

const USUAL: PushPreferences = { push: true, mutedKinds: [], quiet: null, notificationsSince: null }

export async function readPreferences(db: Database | Transaction<Tables>, personId: string): Promise<PushPreferences> {
  const row = await db
    .selectFrom('broadcast_preferences')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return USUAL
  const { quiet_from: from, quiet_until: until } = row
  return {
    push: row.push,
    mutedKinds: row.muted_kinds,
    quiet: from === null || until === null ? null : { from, until },
    notificationsSince: row.notifications_since,
  }
}

export async function savePreferences(
  db: Database | Transaction<Tables>,
  personId: string,
  change: Partial<PushPreferences>,
  now: Date,
): Promise<PushPreferences> {
  const next = { ...(await readPreferences(db, personId)), ...change }
  const row = {
    push: next.push,
    muted_kinds: next.mutedKinds,
    quiet_from: next.quiet?.from ?? null,
    quiet_until: next.quiet?.until ?? null,
    notifications_since: next.notificationsSince,
    updated_at: now,
  }
  await db
    .insertInto('broadcast_preferences')
    .values({ person_id: personId, ...row })
    .onConflict(conflict => conflict.column('person_id').doUpdateSet(row))
    .execute()
  return next
}
