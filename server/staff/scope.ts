/** How far an administrator reaches: their own areas with everything below them, and accounts that reach no further. */
import { sql } from 'kysely'
import type { Area } from '../../shared/areas.ts'
import { AppError } from '../errors.ts'
import { areasAbove, areasBelow, findArea } from '../platform/areas/index.ts'
import { mayActIn, type Principal } from '../platform/people/index.ts'
import type { Database } from '../platform/storage/index.ts'

export interface Account {
  id: string
  name: string
  username: string
  areaId: string
  deactivatedAt: Date | null
  isMine: boolean
}

/** @throws AppError `not_found`, `forbidden` for an area in somebody else's charge */
export async function requireArea(db: Database, administrator: Principal, code: string): Promise<Area> {
  const area = await findArea(db, code)
  if (!area) throw new AppError('not_found', 'no such area')
  if (!mayActIn(administrator, await areasAbove(db, area.id)))
    throw new AppError('forbidden', 'this area is not in your charge', 'other_area')
  return area
}

/**
 * The accounts that an administrator sees: made at one of their areas, or holding a role there. They may change those
 * that reach no further than they do themselves: else a ward could take over the city.
 */
export async function listAccounts(
  db: Database,
  { areaIds }: Pick<Principal, 'areaIds'>,
  personId: string | null = null,
): Promise<(Account & { hasTotp: boolean; createdAt: Date; lastSignInAt: Date | null })[]> {
  const { rows } = await sql<Account & { hasTotp: boolean; createdAt: Date; lastSignInAt: Date | null }>`
    with reach as (${areasBelow(areaIds)}),
    accounts as (
      select s.*, s.area_id in (select id from reach) as is_home,
        coalesce((select bool_or(r.area_id in (select id from reach)) from roles r
          where r.person_id = s.id and r.revoked_at is null), false) as is_seen,
        coalesce((select bool_and(r.area_id in (select id from reach)) from roles r
          where r.person_id = s.id and r.revoked_at is null), true) as is_within
      from staff_accounts s where ${personId}::uuid is null or s.id = ${personId}::uuid)
    select id, name, username, area_id as "areaId", two_factor_enabled as "hasTotp", created_at as "createdAt",
      last_sign_in_at as "lastSignInAt", deactivated_at as "deactivatedAt", is_home and is_within as "isMine"
    from accounts where is_home or is_seen order by deactivated_at is not null, lower(name), id
  `.execute(db)
  return rows
}

/** @throws AppError `not_found` for an account out of sight, `forbidden` for one that reaches further */
export async function requireAccount(db: Database, administrator: Principal, personId: string): Promise<Account> {
  const [account] = await listAccounts(db, administrator, personId)
  if (!account) throw new AppError('not_found', 'no such person', 'no_such_person')
  if (!account.isMine) throw new AppError('forbidden', 'this account reaches further than yours', 'other_area')
  return account
}
