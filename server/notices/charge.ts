/** Who may speak to whom, and as whom they speak. */
import { sql, type Transaction } from 'kysely'
import type { AreaLevel } from '../../shared/areas.ts'
import { includesRole } from '../../shared/people.ts'
import { AppError } from '../errors.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'

export { actorOf } from '../platform/people/index.ts'

type Db = Database | Transaction<Tables>

/** An area of an audience, with everything above it. */
export interface SpokenArea {
  id: string
  code: string
  name: string
  level: AreaLevel
  within: string[]
}

export async function findAreas(db: Db, codes: readonly string[]): Promise<SpokenArea[]> {
  const { rows } = await sql<SpokenArea>`
    with recursive line as (
      select id as start, id, parent_id from areas where code = any(${[...codes]}::text[]) and retired_at is null
      union all select line.start, a.id, a.parent_id from areas a join line on a.id = line.parent_id)
    select a.id, a.code, a.name, a.level, array_agg(line.id::text) as within
    from line join areas a on a.id = line.start group by a.id order by a.code
  `.execute(db)
  return rows
}

/** The areas of a notice that was written before, whatever became of them: `within` also holds what they were merged into. */
export async function traceAreas(db: Db, ids: readonly string[]): Promise<SpokenArea[]> {
  const { rows } = await sql<SpokenArea>`
    with recursive line as (
      select id as start, id, parent_id, merged_into from areas where id = any(${[...ids]}::uuid[])
      union select line.start, a.id, a.parent_id, a.merged_into from areas a join line on a.id = line.parent_id or a.id = line.merged_into)
    select a.id, a.code, a.name, a.level, array_agg(line.id::text) as within
    from line join areas a on a.id = line.start group by a.id order by a.code
  `.execute(db)
  return rows
}

/** @throws AppError `not_found` when one of them is no area any more */
export async function requireAreas(db: Db, codes: readonly string[]): Promise<SpokenArea[]> {
  const areas = await findAreas(db, codes)
  if (areas.length < new Set(codes).size) throw new AppError('not_found', 'no such area')
  return areas
}

/** A leader speaks to the own neighbourhood, an administrator to all of the ward. */
export function maySpeakTo({ leads }: Principal, areas: readonly SpokenArea[]): boolean {
  return areas.length > 0 && areas.every(({ within }) => leads.some(id => within.includes(id)))
}

/** A reviewer agrees to what goes to the own ward. */
export function mayReview({ grants }: Pick<Principal, 'grants'>, areas: readonly SpokenArea[]): boolean {
  const reviewed = reviewedAreas({ grants })
  return areas.length > 0 && areas.every(({ within }) => reviewed.some(areaId => within.includes(areaId)))
}

export function reviewedAreas({ grants }: Pick<Principal, 'grants'>): string[] {
  return grants.filter(({ role }) => includesRole(role, 'reviewer')).map(({ areaId }) => areaId)
}

/** The ids of everything a caller is in charge of, also of what was merged into it. */
export async function listCharge(db: Db, roots: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from areas where id = any(${[...roots]}::uuid[])
      union select a.id from areas a join below on a.parent_id = below.id or a.merged_into = below.id)
    select id from below
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** "Tổ trưởng tổ dân phố 12", "Trưởng thôn Đông"; the ward speaks by its own name. */
export function senderOf({ name, level }: Pick<SpokenArea, 'name' | 'level'>): string {
  if (level !== 'neighbourhood') return name
  const own = name.charAt(0).toLowerCase() + name.slice(1)
  return /^tổ/iu.test(name) ? `Tổ trưởng ${own}` : `Trưởng ${own}`
}
