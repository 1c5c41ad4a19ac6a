/** The houses of a neighbourhood by their codes, and the sheet to go from door to door with. */
import { sql, type Transaction } from 'kysely'
import {
  cleanWords,
  type Door,
  type DoorMark,
  type DoorSheet,
  type HouseImport,
  readHouses,
  sortDoors,
} from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import { mayActIn, type Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { actorOf, maySpeakTo, requireAreas, type SpokenArea } from './charge.ts'
import { type Desk, lockInCharge, readInCharge } from './desk.ts'
import { hand } from './drafting.ts'
import { type NoticeRow, writeAudit } from './store.ts'

/** @throws AppError `not_found`, `forbidden` */
export async function requireArea(desk: Desk, caller: Principal, code: string): Promise<SpokenArea> {
  const areas = await requireAreas(desk.house.db, [code])
  const [area] = areas
  if (!area || !maySpeakTo(caller, areas)) throw new AppError('forbidden', 'this area is not in your charge')
  return area
}

/** What holds for everybody there is decided by whoever administers it; to lead it is not enough. @throws AppError `not_found`, `forbidden` */
export async function requireAdministered(desk: Desk, caller: Principal, code: string): Promise<SpokenArea> {
  const area = await requireArea(desk, caller, code)
  if (!mayActIn(caller, area.within)) throw new AppError('forbidden', 'this area is not in your charge')
  return area
}

async function listDoors({ house }: Desk, areaId: string, noticeId: string | null): Promise<Door[]> {
  const { rows } = await sql<Door>`
    select h.code as house, exists (select 1 from house_members m where m.area_id = h.area_id and m.code = h.code) as "hasJoined", d.mark
    from houses h left join door_marks d on d.area_id = h.area_id and d.code = h.code and d.notice_id = ${noticeId}
    where h.area_id = ${areaId}
  `.execute(house.db)
  return sortDoors(rows)
}

export async function listHouses(desk: Desk, caller: Principal, code: string): Promise<Omit<Door, 'mark'>[]> {
  const area = await requireArea(desk, caller, code)
  return (await listDoors(desk, area.id, null)).map(({ house, hasJoined }) => ({ house, hasJoined }))
}

/** Replaces the register; doors that stay keep their members and marks. */
export async function importHouses(
  desk: Desk,
  caller: Principal,
  { area: code, text }: { area: string; text: string },
): Promise<HouseImport> {
  const area = await requireAdministered(desk, caller, code)
  if (area.level !== 'neighbourhood') throw new AppError('invalid', 'houses are entered by neighbourhood')
  const { houses, refused } = readHouses(cleanLines(text))
  if (houses.length === 0) throw new AppError('invalid', 'no house code was found')
  return desk.house.db.transaction().execute(async tx => {
    const { rows } = await sql<{ code: string }>`select code from houses where area_id = ${area.id} for update`.execute(
      tx,
    )
    const known = new Set(rows.map(row => row.code))
    const wanted = new Set(houses)
    const added = houses.filter(house => !known.has(house))
    const removed = [...known].filter(house => !wanted.has(house))
    if (removed.length > 0)
      await sql`delete from houses where area_id = ${area.id} and code = any(${removed}::text[])`.execute(tx)
    if (added.length > 0)
      await sql`insert into houses (area_id, code) select ${area.id}, unnest(${added}::text[])`.execute(tx)
    const result = { added: added.length, kept: known.size - removed.length, removed: removed.length, refused }
    await tx
      .insertInto('audit')
      .values({
        actor: actorOf(caller),
        action: 'houses imported',
        area_id: area.id,
        subject: area.code,
        detail: JSON.stringify({ ...result, refused: refused.length }),
      })
      .execute()
    return result
  })
}

/** Mentions and invisible signs have no place in a table either; its lines stay apart. */
function cleanLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map(line => line.split('\t').map(cleanWords).join('\t'))
    .join('\n')
}

export async function readDoorSheet(
  desk: Desk,
  caller: Principal,
  { id, area: code }: { id: string; area: string },
): Promise<DoorSheet> {
  const row = await readInCharge(desk, caller, id)
  const area = await requireDoorsOf(desk, caller, row, code)
  return {
    noticeId: row.id,
    code: row.code,
    title: row.draft.fields.title,
    areaName: area.name,
    doors: await listDoors(desk, area.id, row.id),
  }
}

/** A neighbourhood that the notice is for. */
async function requireDoorsOf(desk: Desk, caller: Principal, row: NoticeRow, code: string): Promise<SpokenArea> {
  const area = await requireArea(desk, caller, code)
  if (!row.areas.some(id => area.within.includes(id)))
    throw new AppError('not_found', 'the notice is not for this area')
  return area
}

export async function markDoors(
  desk: Desk,
  caller: Principal,
  { id, area: code, marks }: { id: string; area: string; marks: { house: string; mark: DoorMark | null }[] },
): Promise<DoorSheet> {
  const area = await requireDoorsOf(desk, caller, await readInCharge(desk, caller, id), code)
  await desk.house.db.transaction().execute(async tx => {
    const row = await lockInCharge(desk, tx, caller, id)
    for (const { house, mark } of marks)
      await markDoor(tx, { id, areaId: area.id, house, mark, at: desk.house.clock.now() })
    await writeAudit(tx, { ...hand(row, caller), action: 'doors marked', detail: { doors: marks.length } })
  })
  return readDoorSheet(desk, caller, { id, area: code })
}

async function markDoor(
  tx: Transaction<Tables>,
  { id, areaId, house, mark, at }: { id: string; areaId: string; house: string; mark: DoorMark | null; at: Date },
): Promise<void> {
  if (mark === null) {
    await sql`delete from door_marks where notice_id = ${id} and area_id = ${areaId} and code = ${house}`.execute(tx)
    return
  }
  const { numAffectedRows } = await sql`
    insert into door_marks (notice_id, area_id, code, mark, marked_at)
    select ${id}, area_id, code, ${mark}, ${at} from houses where area_id = ${areaId} and code = ${house}
    on conflict (notice_id, area_id, code) do update set mark = excluded.mark, marked_at = excluded.marked_at
  `.execute(tx)
  if (Number(numAffectedRows ?? 0) === 0) throw new AppError('not_found', 'no such house in the register')
}

/** The door that a member says is theirs; one of the register, or none. */
export async function writeOwnHouse(
  desk: Desk,
  personId: string,
  { area: code, house }: { area: string; house: string | null },
): Promise<void> {
  await desk.house.db.transaction().execute(async tx => {
    const { rows } = await sql<{ areaId: string }>`
      select a.id as "areaId" from areas a join memberships m on m.area_id = a.id and m.person_id = ${personId} where a.code = ${code}
    `.execute(tx)
    const areaId = rows[0]?.areaId
    if (!areaId) throw new AppError('not_found', 'this is none of your places')
    await sql`delete from house_members where person_id = ${personId} and area_id = ${areaId}`.execute(tx)
    if (house === null) return
    const { numAffectedRows } = await sql`
      insert into house_members (person_id, area_id, code)
      select ${personId}, area_id, code from houses where area_id = ${areaId} and lower(code) = lower(${house})
    `.execute(tx)
    if (Number(numAffectedRows ?? 0) === 0) throw new AppError('not_found', 'no such house in the register')
  })
}

export async function readOwnHouse(desk: Desk, personId: string, code: string): Promise<string | null> {
  const row = await desk.house.db
    .selectFrom('house_members')
    .innerJoin('areas', 'areas.id', 'house_members.area_id')
    .select('house_members.code')
    .where('person_id', '=', personId)
    .where('areas.code', '=', code)
    .executeTakeFirst()
  return row?.code ?? null
}
