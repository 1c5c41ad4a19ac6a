/** The roles that people hold at places that still are. */
import { sql } from 'kysely'
import type { StaffRole } from '../../shared/people.ts'
import type { Database } from '../platform/storage/index.ts'

export interface HeldRoleRow {
  personId: string
  role: StaffRole
  areaId: string
  area: string
  areaName: string
}

/** In the order in which they were given. */
export async function listHeldRoles(db: Database, personIds: string[]): Promise<HeldRoleRow[]> {
  const { rows } = await sql<HeldRoleRow>`
    select r.person_id as "personId", r.role, a.id as "areaId", a.code as area, a.name as "areaName"
    from roles r join areas a on a.id = r.area_id
    where r.person_id = any(${personIds}::uuid[]) and r.role <> 'resident' and r.revoked_at is null and a.retired_at is null
    order by r.id
  `.execute(db)
  return rows
}
