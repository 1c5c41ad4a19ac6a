import type { Session } from '../../shared/sessions.ts'
import type { Database } from '../platform/storage/index.ts'

export function listLedAreas(db: Database, personId: string): Promise<Session['leads']> {
  return db
    .selectFrom('roles')
    .innerJoin('areas', 'areas.id', 'roles.area_id')
    .select(['areas.code as area', 'areas.name'])
    .where('roles.person_id', '=', personId)
    .where('roles.role', '=', 'leader')
    .where('roles.revoked_at', 'is', null)
    .orderBy('areas.code')
    .execute()
}

/** How many accounts in the Mini App stand apart because what is known of them does not fit together. */
export async function countDisputed(db: Database): Promise<number> {
  const { total } = await db
    .selectFrom('identities')
    .select(eb => eb.fn.countAll<string>().as('total'))
    .where('disputed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** Whether somebody signed in with this account before, and was not forgotten since. */
export async function isAccount(
  db: Database,
  { appId, appUserId }: { appId: string; appUserId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('identities')
    .select('id')
    .where('kind', '=', 'app')
    .where('issuer', '=', appId)
    .where('external_id', '=', appUserId)
    .executeTakeFirst()
  return row !== undefined
}
