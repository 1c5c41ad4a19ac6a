/** A code of the authenticator is good once (RFC 6238, section 5.2), whoever read it along. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { House } from '../feature.ts'

const PERIOD_MS = 30_000
/** better-auth takes the half minute before and the one after as well: phones go wrong. */
const ASTRAY = [-1, 0, 1]

/**
 * Writes down which half minute the code belongs to, before anything is opened by it.
 * @param secret as better-auth keeps it, unsealed
 * @returns false for a code that was used, or is older than one that was; true also for a wrong code, which is for others to refuse
 */
export async function spendCode(
  db: House['db'],
  { personId, secret, code, now }: { personId: string; secret: string; code: string; now: Date },
): Promise<boolean> {
  const current = Math.floor(now.getTime() / PERIOD_MS)
  const counter = ASTRAY.map(step => current + step).find(one => isSame(codeAt(secret, one), code))
  if (counter === undefined) return true
  const { numAffectedRows } = await sql`
    update staff_two_factors set last_counter = ${counter}
    where user_id = ${personId} and (last_counter is null or last_counter < ${counter})
  `.execute(db)
  return numAffectedRows === 1n
}

/** RFC 4226. */
function codeAt(secret: string, counter: number): string {
  const moment = Buffer.alloc(8)
  moment.writeBigUInt64BE(BigInt(counter))
  const digest = createHmac('sha1', secret).update(moment).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function isSame(expected: string, given: string): boolean {
  const [first, second] = [Buffer.from(expected), Buffer.from(given)]
  return first.length === second.length && timingSafeEqual(first, second)
}
