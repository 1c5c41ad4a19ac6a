/** Access tokens for other systems and for the pages of this issue's staff. Only their SHA-256 rests in the database. */
import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { StaffRole } from '../../../shared/people.ts'
import type { Database, Tables } from '../storage/index.ts'
import { createPrincipal, type Principal } from './principal.ts'

export interface TokenHolder {
  role: StaffRole
  areaId: string
  label: string
}

/** How exactly the list of tokens tells when one was used. */
const USE_NOTED_EVERY_MS = 3600_000

/** What rests in the database of a secret that the server made itself. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** @returns the token, shown this once */
export async function createToken(
  db: Database,
  { role, areaId, label, expiresAt, createdBy = 'operator' }: TokenHolder & { expiresAt: Date; createdBy?: string },
): Promise<string> {
  const token = `mc_${randomBytes(32).toString('base64url')}`
  await db.transaction().execute(async tx => {
    await tx
      .insertInto('api_tokens')
      .values({
        token_hash: hashSecret(token),
        label,
        role,
        area_id: areaId,
        expires_at: expiresAt,
        created_by: createdBy,
      })
      .execute()
    await tx
      .insertInto('audit')
      .values({
        actor: createdBy,
        action: 'token created',
        area_id: areaId,
        subject: label,
        detail: JSON.stringify({ role }),
      })
      .execute()
  })
  return token
}

/** @returns who holds the token, or null when it is unknown, expired or revoked */
export async function readToken(db: Database, token: string, now: Date): Promise<Principal | null> {
  if (!/^mc_[\w-]{43}$/.test(token)) return null
  const row = await db
    .selectFrom('api_tokens')
    .select(['id', 'role', 'area_id', 'label', 'last_used_at'])
    .where('token_hash', '=', hashSecret(token))
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > USE_NOTED_EVERY_MS)
    await db.updateTable('api_tokens').set({ last_used_at: now }).where('id', '=', row.id).execute()
  return createPrincipal({ label: row.label, personId: null, grants: [{ role: row.role, areaId: row.area_id }] })
}

/** Makes a code that works once: for a link printed at the start, or handed to a person in the chat. */
export async function issueCode(
  db: Database,
  { purpose, detail, expiresAt }: { purpose: string; detail: Record<string, string>; expiresAt: Date },
): Promise<string> {
  const code = makeCode()
  await keepCode(db, { code, purpose, detail, expiresAt })
  return code
}

/** A code that nobody can guess; it opens nothing until it is kept. */
export function makeCode(): string {
  return randomBytes(24).toString('base64url')
}

/** Keeps a code that was made before, such as one that already stands in a reply which is written down with it. */
export async function keepCode(
  db: Database | Transaction<Tables>,
  {
    code,
    purpose,
    detail,
    expiresAt,
  }: { code: string; purpose: string; detail: Record<string, string>; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('one_time_codes')
    .values({ code_hash: hashSecret(code), purpose, detail: JSON.stringify(detail), expires_at: expiresAt })
    .execute()
}

/** @returns what the code was made for, or null when it is wrong, used or too old. Afterwards it is gone. */
export async function redeemCode(
  db: Database | Transaction<Tables>,
  purpose: string,
  code: string,
  now: Date,
): Promise<Record<string, string> | null> {
  const row = await db
    .deleteFrom('one_time_codes')
    .where('code_hash', '=', hashSecret(code))
    .where('purpose', '=', purpose)
    .returning(['detail', 'expires_at'])
    .executeTakeFirst()
  if (!row || row.expires_at <= now) return null
  return row.detail as Record<string, string>
}
