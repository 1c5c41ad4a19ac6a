/** Who belongs to which neighbourhood, by their own word: "Nhà mình", "Nhà ba mẹ". Several places a person. */
import { sql, type Transaction } from 'kysely'
import type { Place } from '../../../shared/places.ts'
import { mostPlaces } from '../../../shared/places.ts'
import { areasBelow } from '../areas/index.ts'
import type { Database, Tables } from '../storage/index.ts'

/** The person's places, in the order they were named; an area that was merged is shown as what it became. */
export async function listPlaces(db: Database | Transaction<Tables>, personId: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select a.code as area, coalesce(into_area.name, a.name) as name, coalesce(m.label, 'Nơi khác') as label,
      m.joined_at as "joinedAt", (a.retired_at is not null and into_area.id is null) as "isGone"
    from memberships m join areas a on a.id = m.area_id left join areas into_area on into_area.id = a.merged_into
    where m.person_id = ${personId} order by m.joined_at, a.code
  `.execute(db)
  return rows
}

export type Joining = 'joined' | 'renamed' | 'moved' | 'full' | 'no_such_area'

/**
 * Makes an area one of the person's places. A place of the same label gives way: "Nhà mình" is one place. The same area
 * under another label is renamed.
 * @param code of a neighbourhood of this ward that is not retired
 * @param label masked already
 */
export async function joinArea(
  tx: Transaction<Tables>,
  place: { personId: string; wardId: string; code: string; label: string; through: 'oa' | 'app'; at: Date },
): Promise<Joining> {
  const { personId, label, through, at } = place
  // Two phones of one person, or a phone and the chat, take turns.
  await sql`select 1 from persons where id = ${personId} for update`.execute(tx)
  const areaId = await findNeighbourhoodId(tx, place)
  if (!areaId) return 'no_such_area'
  const held = await tx.selectFrom('memberships').selectAll().where('person_id', '=', personId).execute()
  const ofArea = held.find(one => one.area_id === areaId)
  const ofLabel = held.find(one => one.label === label && one.area_id !== areaId)
  if (!ofArea && !ofLabel && held.length >= mostPlaces) return 'full'
  if (ofLabel) await leave(tx, personId, ofLabel.area_id)
  if (ofArea) {
    await tx
      .updateTable('memberships')
      .set({ label })
      .where('person_id', '=', personId)
      .where('area_id', '=', areaId)
      .execute()
  } else {
    await tx
      .insertInto('memberships')
      .values({ person_id: personId, area_id: areaId, label, joined_at: at, joined_through: through })
      .execute()
  }
  return ofLabel ? 'moved' : ofArea ? 'renamed' : 'joined'
}

/** @returns false when it was none of their places. Works for an area that is no more, too. */
export async function leaveArea(
  tx: Transaction<Tables>,
  { personId, code }: { personId: string; code: string },
): Promise<boolean> {
  const area = await tx.selectFrom('areas').select('id').where('code', '=', code).executeTakeFirst()
  return area !== undefined && leave(tx, personId, area.id)
}

async function leave(tx: Transaction<Tables>, personId: string, areaId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('memberships')
    .where('person_id', '=', personId)
    .where('area_id', '=', areaId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

async function findNeighbourhoodId(
  tx: Transaction<Tables>,
  { code, wardId }: { code: string; wardId: string },
): Promise<string | null> {
  const row = await tx
    .selectFrom('areas')
    .select('id')
    .where('code', '=', code)
    .where('parent_id', '=', wardId)
    .where('level', '=', 'neighbourhood')
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

export interface Member {
  personId: string
  /** Their area within the one asked for; of several the one they named first. */
  areaId: string
}

/** The people of an area and of everything below it, each once. */
export async function listMembers(db: Database | Transaction<Tables>, areaId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select distinct on (person_id) person_id as "personId", area_id as "areaId" from memberships
    where area_id in (${areasBelow([areaId])}) order by person_id, joined_at
  `.execute(db)
  return rows
}

export async function countMembers(db: Database | Transaction<Tables>, areaId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(distinct person_id)::int as total from memberships where area_id in (${areasBelow([areaId])})
  `.execute(db)
  return rows[0]?.total ?? 0
}
