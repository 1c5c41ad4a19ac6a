/** Codes, their history and the places where they hang. Nothing here is ever overwritten. */
import { sql, type Transaction } from 'kysely'
import type { LinkAction } from '../../../shared/links.ts'
import { AppError } from '../../errors.ts'
import type { Database, Tables } from '../storage/index.ts'
import { mintCode, neighboursOf } from './codes.ts'

type Tx = Transaction<Tables>

/** A code as it stands. `target` is understood by whoever wrote it. */
export interface StoredLink {
  code: string
  areaId: string
  areaCode: string
  createdAt: Date
  title: string
  isRetired: boolean
  target: unknown
  changedAt: Date
}

/** One change as it is written down; `title` and `target` are what holds from then on. */
export interface Change {
  at: Date
  actor: string
  action: LinkAction
  title: string
  target: unknown
  why: string
}

export interface StoredPlace {
  number: number
  name: string
  putUpAt: Date
  takenDownAt: Date | null
}

/** Before this many tries a free code is found, or something is wrong. */
const MOST_TRIES = 50

/**
 * Makes a code that no one-slip spelling of another one can be mistaken for.
 * @returns null when `madeFor` has a code already
 */
export async function createLink(
  tx: Tx,
  { areaId, madeFor = null, change }: { areaId: string; madeFor?: string | null; change: Omit<Change, 'action'> },
  mint: () => string = mintCode,
): Promise<string | null> {
  // Two codes made at the same moment must not be each other's neighbours.
  await sql`lock table links in share row exclusive mode`.execute(tx)
  if (madeFor !== null && (await findCodeMadeFor(tx, areaId, madeFor)) !== null) return null
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const code = mint()
    if ((await listCodes(tx, [code, ...neighboursOf(code)])).length > 0) continue
    await tx.insertInto('links').values({ code, area_id: areaId, made_for: madeFor, created_at: change.at }).execute()
    await writeChange(tx, { code, areaId, change: { ...change, action: 'created' } })
    return code
  }
  throw new Error('no free code was found')
}

/** Adds to the history, and to the audit. */
export async function changeLink(tx: Tx, { code, areaId }: StoredLink, change: Change): Promise<void> {
  await writeChange(tx, { code, areaId, change })
}

async function writeChange(
  tx: Tx,
  { code, areaId, change }: { code: string; areaId: string; change: Change },
): Promise<void> {
  const { at, actor, action, title, target, why } = change
  const written = target === null ? null : JSON.stringify(target)
  await tx.insertInto('link_changes').values({ code, at, actor, action, title, target: written, why }).execute()
  await writeAudit(tx, { actor, action: `link ${action}`, areaId, code, detail: { title, target, why } })
}

async function writeAudit(
  tx: Tx,
  line: { actor: string; action: string; areaId: string; code: string; detail: unknown },
): Promise<void> {
  const { actor, action, areaId, code, detail } = line
  await tx
    .insertInto('audit')
    .values({ actor, action, area_id: areaId, subject: code, detail: JSON.stringify(detail) })
    .execute()
}

/** Reads the database every time: what was changed holds at once, in every replica. */
export async function findLink(db: Database | Tx, code: string): Promise<StoredLink | null> {
  const [link] = await readLinks(db, [code])
  return link ?? null
}

/** Waits until nobody else changes this code. @returns null for an unknown one */
export async function holdLink(tx: Tx, code: string): Promise<StoredLink | null> {
  await tx.selectFrom('links').select('code').where('code', '=', code).forUpdate().execute()
  return findLink(tx, code)
}

export async function listLinks(db: Database, areaIds: readonly string[]): Promise<StoredLink[]> {
  if (areaIds.length === 0) return []
  const codes = await db.selectFrom('links').select('code').where('area_id', 'in', areaIds).execute()
  return readLinks(
    db,
    codes.map(({ code }) => code),
  )
}

/** Codes that somebody may have meant by what they spelled. */
export async function findNear(db: Database, folded: string): Promise<StoredLink[]> {
  const codes = await listCodes(db, neighboursOf(folded))
  return (await readLinks(db, codes)).filter(({ isRetired }) => !isRetired)
}

export async function findCodeMadeFor(db: Database | Tx, areaId: string, madeFor: string): Promise<string | null> {
  const row = await db
    .selectFrom('links')
    .select('code')
    .where('area_id', '=', areaId)
    .where('made_for', '=', madeFor)
    .executeTakeFirst()
  return row?.code ?? null
}

/** @returns what codes were made for, of an area */
export async function listMadeFor(db: Database, areaId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('links')
    .select('made_for')
    .where('area_id', '=', areaId)
    .where('made_for', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ made_for }) => made_for ?? []))
}

async function listCodes(db: Database | Tx, wanted: readonly string[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const rows = await db.selectFrom('links').select('code').where('code', 'in', wanted).execute()
  return rows.map(({ code }) => code)
}

async function readLinks(db: Database | Tx, codes: readonly string[]): Promise<StoredLink[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('links')
    .innerJoin('areas', 'areas.id', 'links.area_id')
    .innerJoin('link_changes as latest', 'latest.code', 'links.code')
    .where('links.code', 'in', codes)
    .distinctOn('links.code')
    .orderBy('links.code')
    .orderBy('latest.id', 'desc')
    .select([
      'links.code',
      'links.area_id',
      'areas.code as area_code',
      'links.created_at',
      'latest.title',
      'latest.action',
      'latest.target',
      'latest.at',
    ])
    .execute()
  return rows.map(row => ({
    code: row.code,
    areaId: row.area_id,
    areaCode: row.area_code,
    createdAt: row.created_at,
    title: row.title,
    isRetired: row.action === 'retired',
    target: row.target,
    changedAt: row.at,
  }))
}

/** Oldest first. */
export async function readHistory(db: Database | Tx, code: string): Promise<Change[]> {
  return db
    .selectFrom('link_changes')
    .select(['at', 'actor', 'action', 'title', 'target', 'why'])
    .where('code', '=', code)
    .orderBy('id')
    .execute()
}

/** By code, in the order of their numbers, also those taken down. */
export async function listPlaces(
  db: Database | Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StoredPlace[]>> {
  const places = new Map<string, StoredPlace[]>()
  if (codes.length === 0) return places
  const rows = await db
    .selectFrom('link_places')
    .selectAll()
    .where('code', 'in', codes)
    .orderBy('code')
    .orderBy('number')
    .execute()
  for (const row of rows) {
    const place = { number: row.number, name: row.name, putUpAt: row.put_up_at, takenDownAt: row.taken_down_at }
    places.set(row.code, [...(places.get(row.code) ?? []), place])
  }
  return places
}

/** @returns the number, which goes into the printed address @throws AppError `conflict` after 999 places */
export async function addPlace(
  tx: Tx,
  { code, areaId }: StoredLink,
  { name, at, actor }: { name: string; at: Date; actor: string },
): Promise<number> {
  const places = (await listPlaces(tx, [code])).get(code) ?? []
  const number = places.length + 1
  if (number > 999) throw new AppError('conflict', 'this code has 999 places; make another code')
  await tx.insertInto('link_places').values({ code, number, name, put_up_at: at }).execute()
  await writeAudit(tx, { actor, action: 'link place added', areaId, code, detail: { number, name } })
  return number
}

/** @returns false when there is no such place, or nothing hangs there any more */
export async function takeDownPlace(
  tx: Tx,
  { code, areaId }: StoredLink,
  { number, at, actor }: { number: number; at: Date; actor: string },
): Promise<boolean> {
  const taken = await tx
    .updateTable('link_places')
    .set({ taken_down_at: at })
    .where('code', '=', code)
    .where('number', '=', number)
    .where('taken_down_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (!taken) return false
  await writeAudit(tx, {
    actor,
    action: 'link place taken down',
    areaId,
    code,
    detail: { number, name: taken.name },
  })
  return true
}
