/**
 * Against guessing: five attempts in a row, then a quarter of an hour of rest. Counted before a password is looked at, so
 * that many tries at once are not more tries; by name, whether or not such an account exists. A PC that the account's
 * owner has trusted is counted apart: a stranger who locks the name does not lock the officer out.
 */
import { createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { lockMinutes } from '../../shared/staff.ts'
import type { House } from '../feature.ts'

export const MOST_ATTEMPTS = 5

export interface Attempts {
  /** @returns false while the name rests */
  begin(username: string, from: { trusted: string | null; secret: string }): Promise<boolean>
  /** The password was right. */
  clear(username: string): Promise<void>
}

export function createAttempts(db: House['db']): Attempts {
  async function isOwnPc(username: string, trusted: string, secret: string): Promise<boolean> {
    const account = await db
      .selectFrom('staff_accounts')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirst()
    const [proof, device] = trusted.split('!')
    if (!account || !proof || !device) return false
    return proof === createHmac('sha256', secret).update(`${account.id}!${device}`).digest('base64url')
  }

  return {
    async begin(name, { trusted, secret }) {
      const username = name.trim().toLowerCase()
      const place = trusted && (await isOwnPc(username, trusted, secret)) ? 'own pc' : 'anywhere'
      const { rows } = await sql<{ isLocked: boolean }>`
        insert into staff_attempts as a (key_hash, attempts) values (${keyOf(username, place)}, 1)
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
    },
    async clear(name) {
      const username = name.trim().toLowerCase()
      const places = ['own pc', 'anywhere'].map(place => keyOf(username, place))
      await db.deleteFrom('staff_attempts').where('key_hash', 'in', places).execute()
    },
  }
}

function keyOf(username: string, place: string): string {
  return createHash('sha256').update(`${place}\0${username}`).digest('hex')
}
