/** The tree of places, and which OA speaks for which. */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Area, Neighbourhood, WardProfile } from '../../../shared/areas.ts'
import type { OfficeCalendar } from '../../../shared/calendars.ts'
import type { Database, Tables } from '../storage/index.ts'
import { findOfficeOfAccount } from './office-settings.ts'

/** A ward as replies need it. */
export interface ServedWard {
  areaId: string
  code: string
  profile: WardProfile
  /** What is entered for the ward and inherited from above it. */
  calendar: OfficeCalendar
  neighbourhoods: readonly Neighbourhood[]
}

export async function findArea(db: Database, code: string): Promise<Area | null> {
  const row = await db
    .selectFrom('areas')
    .selectAll()
    .where('code', '=', code)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return row
    ? { id: row.id, parentId: row.parent_id, level: row.level, code: row.code, name: row.name, profile: row.profile }
    : null
}

export async function listAreas(db: Database): Promise<Area[]> {
  const rows = await db.selectFrom('areas').selectAll().where('retired_at', 'is', null).orderBy('code').execute()
  return rows.map(row => ({
    id: row.id,
    parentId: row.parent_id,
    level: row.level,
    code: row.code,
    name: row.name,
    profile: row.profile,
  }))
}

/** @returns the ids of an area and of everything below it, retired ones too: what they made still stands */
export async function listWithin(db: Database | Transaction<Tables>, areaIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${areasBelow(areaIds)}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The neighbourhoods of a ward as people look for them, in the order of their names: Tổ 2 before Tổ 10. */
export async function listNeighbourhoods(db: Database | Transaction<Tables>, wardId: string): Promise<Neighbourhood[]> {
  const areas = await db
    .selectFrom('areas')
    .select(['id', 'code', 'name'])
    .where('parent_id', '=', wardId)
    .where('level', '=', 'neighbourhood')
    .where('retired_at', 'is', null)
    .execute()
  if (areas.length === 0) return []
  const names = await db
    .selectFrom('area_names')
    .selectAll()
    .where(
      'area_id',
      'in',
      areas.map(({ id }) => id),
    )
    .orderBy('name')
    .execute()
  return areas
    .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
    .map(({ id, code, name }) => ({
      code,
      name,
      otherNames: names.filter(one => one.area_id === id).map(one => ({ kind: one.kind, name: one.name })),
    }))
}

/**
 * The ids of these areas and of everything below them, what was merged into any of them too; a set to use inside a
 * statement: `where area_id in (${areasBelow(ids)})`.
 */
export function areasBelow(areaIds: readonly string[]): RawBuilder<unknown> {
  return sql`
    with recursive below as (
      select id from areas where id = any(${areaIds}::uuid[])
      union select a.id from areas a join below on a.parent_id = below.id or a.merged_into = below.id)
    select id from below
  `
}

/** The area and all above it, from itself upwards; empty when there is no such area. */
export async function areasAbove(db: Database | Transaction<Tables>, areaId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line as (
      select id, parent_id, 0 as above from areas where id = ${areaId}
      union all select a.id, a.parent_id, above + 1 from areas a join line on a.id = line.parent_id)
    select id from line order by above
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** How long a changed profile or calendar may go unnoticed, in milliseconds. */
const STALE_AFTER_MS = 2000

/**
 * Finds the ward that an OA speaks for; remembers it for two seconds, since every reply asks.
 * Inside a transaction hand in its `tx`: whoever holds a connection and waits for another one may wait for himself.
 */
export type FindWard = (oaId: string, tx?: Transaction<Tables>) => Promise<ServedWard | null>

export function createWardDirectory(db: Database): FindWard {
  const remembered = new Map<string, { ward: Promise<ServedWard | null>; until: number }>()
  return (oaId, tx) => {
    const known = remembered.get(oaId)
    if (known && known.until > performance.now()) return known.ward
    const ward = readWard(tx ?? db, oaId)
    remembered.set(oaId, { ward, until: performance.now() + STALE_AFTER_MS })
    ward.catch(() => remembered.delete(oaId))
    return ward
  }
}

async function readWard(db: Database | Transaction<Tables>, oaId: string): Promise<ServedWard | null> {
  const office = await findOfficeOfAccount(db, oaId)
  if (!office?.profile) return null
  const { id: areaId, code, profile, calendar } = office
  return { areaId, code, profile, calendar, neighbourhoods: await listNeighbourhoods(db, areaId) }
}
