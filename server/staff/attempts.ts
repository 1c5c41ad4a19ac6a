/**
 * Against guessing: five attempts in a row, then a quarter of an hour of rest. Counted before a password is looked at, so
 * that many tries at once are not more tries, and in the database, for all replicas; by name, whether or not such an account
 * exists. A PC where the account's owner has been before is counted apart: a stranger who locks the name does not lock them out.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { lockMinutes } from '../../shared/staff.ts'
import type { Database } from '../platform/storage/index.ts'

export const MOST_ATTEMPTS = 5

export interface Attempts {
  /**
   * @param mark of a PC where they have been before; null: anywhere
   * @returns false while the name rests
   */
  begin(username: string, mark: string | null): Promise<boolean>
  /** The password was right. */
  clear(username: string, mark: string | null): Promise<void>
  /** A password or code asked for again of somebody who is in: whoever found an open desk guesses no more than others. */
  beginInside(personId: string): Promise<boolean>
  clearInside(personId: string): Promise<void>
}

export function createAttempts(db: Database): Attempts {
  async function count(key: string): Promise<boolean> {
    const { rows } = await sql<{ isLocked: boolean }>`
      insert into staff_attempts as a (key_hash, attempts) values (${key}, 1)
      on conflict (key_hash) do update set
        attempts = case when a.locked_until > now() then a.attempts
          when a.locked_until is not null or a.last_at < now() - ${lockMinutes} * interval '1 minute' then 1
          else a.attempts + 1 end,
        locked_until = case when a.locked_until > now() then a.locked_until
          when a.locked_until is null and a.attempts >= ${MOST_ATTEMPTS} and a.last_at >= now() - ${lockMinutes} * interval '1 minute'
          then now() + ${lockMinutes} * interval '1 minute' end,
        last_at = now()
      returning coalesce(locked_until > now(), false) as "isLocked"
    `.execute(db)
    return !rows[0]?.isLocked
  }
  async function forget(...keys: string[]): Promise<void> {
    await db.deleteFrom('staff_attempts').where('key_hash', 'in', keys).execute()
  }

  return {
    begin: (username, mark) => count(keyOf(placeOf(mark), username)),
    clear: (username, mark) => forget(keyOf(placeOf(mark), username), keyOf(placeOf(null), username)),
    beginInside: personId => count(keyOf('inside', personId)),
    clearInside: personId => forget(keyOf('inside', personId)),
  }
}

const placeOf = (mark: string | null): string => (mark ? `own pc ${mark}` : 'anywhere')

function keyOf(place: string, name: string): string {
  return createHash('sha256').update(`${place}\0${name.trim().toLowerCase()}`).digest('hex')
}
