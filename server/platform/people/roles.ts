/** Who may do what, where. A role held for a ward holds for its neighbourhoods too. */

import type { Transaction } from 'kysely'
import type { Role } from '../../../shared/people.ts'
import type { Database, Tables } from '../storage/index.ts'

export interface HeldRole {
  role: Role
  areaCode: string
  personId: string
  grantedAt: Date
}

/** Gives a role; giving it twice changes nothing. Written into the audit. */
export async function grantRole(
  db: Database,
  { personId, role, areaId, actor }: { personId: string; role: Role; areaId: string; actor: string },
): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('roles')
      .values({ person_id: personId, role, area_id: areaId })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirstOrThrow()
    const isNew = Number(numInsertedOrUpdatedRows ?? 0) > 0
    if (isNew)
      await tx
        .insertInto('audit')
        .values({ actor, action: `role ${role} granted`, area_id: areaId, subject: personId })
        .execute()
    return isNew
  })
}

export async function revokeRole(
  db: Database,
  { personId, role, areaId, actor, now }: { personId: string; role: Role; areaId: string; actor: string; now: Date },
): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const { numUpdatedRows } = await tx
      .updateTable('roles')
      .set({ revoked_at: now })
      .where('person_id', '=', personId)
      .where('role', '=', role)
      .where('area_id', '=', areaId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    const wasHeld = Number(numUpdatedRows) > 0
    if (wasHeld)
      await tx
        .insertInto('audit')
        .values({ actor, action: `role ${role} revoked`, area_id: areaId, subject: personId })
        .execute()
    return wasHeld
  })
}

export async function listRoles(db: Database): Promise<HeldRole[]> {
  const rows = await db
    .selectFrom('roles')
    .innerJoin('areas', 'areas.id', 'roles.area_id')
    .select(['roles.role', 'areas.code', 'roles.person_id', 'roles.granted_at'])
    .where('roles.revoked_at', 'is', null)
    .orderBy('areas.code')
    .execute()
  return rows.map(row => ({ role: row.role, areaCode: row.code, personId: row.person_id, grantedAt: row.granted_at }))
}

/** The neighbourhoods, by their codes, that people speak for. */
export async function listLeads(
  tx: Transaction<Tables>,
  personIds: readonly string[],
): Promise<{ personId: string; code: string }[]> {
  if (personIds.length === 0) return []
  return tx
    .selectFrom('roles')
    .innerJoin('areas', 'areas.id', 'roles.area_id')
    .select(['roles.person_id as personId', 'areas.code'])
    .where('roles.person_id', 'in', personIds)
    .where('roles.role', '=', 'leader')
    .where('roles.revoked_at', 'is', null)
    .execute()
}
