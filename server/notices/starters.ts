/** What leaders begin with: shipped, written by a place for itself and all below it, left out where nobody needs it. */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import {
  adviseOnStarter,
  cleanWords,
  isBlocked,
  type ManagedStarter,
  type NoticeStarter,
  noticeTemplates,
  StarterWords,
} from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'
import { actorOf, findAreas, type SpokenArea } from './charge.ts'
import { type Desk, ownHosts } from './desk.ts'
import { requireArea } from './doors.ts'

type Db = Database | Transaction<Tables>
interface Written {
  key: string
  words: unknown
  replaces: string | null
  version: number
  retired: boolean
  code: string
  areaName: string
  isHere: boolean
}

/** A list that is longer helps nobody. */
const MOST_OF_A_PLACE = 100

/** @param areaIds the place and everything above it; what was merged into one of them counts as its own */
function lineOf(areaIds: readonly string[]): RawBuilder<unknown> {
  return sql`(select id from areas where coalesce(merged_into, id) = any(${[...areaIds]}::uuid[]))`
}

async function readWritten(db: Db, { id, within }: Pick<SpokenArea, 'id' | 'within'>): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select s.key, s.words, s.replaces, s.version, s.retired_at is not null as retired, p.code, p.name as "areaName",
      p.id = ${id} as "isHere"
    from notice_starters s join areas a on a.id = s.area_id join areas p on p.id = coalesce(a.merged_into, a.id)
    where s.area_id in ${lineOf(within)} order by s.words ->> 'name', s.key
  `.execute(db)
  return rows
}

/** Keys that are left out there, and whether the place itself decided it. */
async function readLeftOut(db: Db, { id, within }: Pick<SpokenArea, 'id' | 'within'>): Promise<Map<string, boolean>> {
  const { rows } = await sql<{ key: string; isHere: boolean }>`
    select l.key, bool_or(coalesce(a.merged_into, a.id) = ${id}) as "isHere"
    from notice_starters_left_out l join areas a on a.id = l.area_id
    where l.area_id in ${lineOf(within)} group by l.key
  `.execute(db)
  return new Map(rows.map(({ key, isHere }) => [key, isHere]))
}

const toStarter = ({ key, words }: Pick<Written, 'key' | 'words'>): NoticeStarter => ({
  ...StarterWords.parse(words),
  key,
})

async function listManaged(db: Db, area: SpokenArea): Promise<ManagedStarter[]> {
  const [written, leftOut] = [await readWritten(db, area), await readLeftOut(db, area)]
  const replaced = new Set(written.flatMap(({ replaces, retired }) => (retired || !replaces ? [] : [replaces])))
  const standing = (key: string): Pick<ManagedStarter, 'isRetired' | 'may'> => {
    if (replaced.has(key)) return { isRetired: true, may: [] }
    if (leftOut.has(key)) return { isRetired: true, may: leftOut.get(key) ? ['restore'] : [] }
    return { isRetired: false, may: ['replace', 'retire'] }
  }
  const own = written.map((row): ManagedStarter => {
    const { code, areaName: name, replaces, version, isHere, retired } = row
    const shown = { starter: toStarter(row), from: { code, name }, replaces }
    if (!isHere) return { ...shown, version: null, ...(retired ? { isRetired: true, may: [] } : standing(row.key)) }
    return { ...shown, version, isRetired: retired, may: retired ? ['restore'] : ['edit', 'retire'] }
  })
  const shipped = noticeTemplates.map(
    (starter): ManagedStarter => ({
      starter: { ...starter, asks: [...starter.asks] },
      from: null,
      version: null,
      replaces: null,
      ...standing(starter.key),
    }),
  )
  return [...own, ...shipped]
}

export async function manageStarters(desk: Desk, caller: Principal, code: string): Promise<ManagedStarter[]> {
  return listManaged(desk.house.db, await requireArea(desk, caller, code))
}

/** What may be begun with in one place, or in any that the caller speaks for; the places' own first. */
export async function listStarters(desk: Desk, caller: Principal, code: string | undefined): Promise<NoticeStarter[]> {
  const { db } = desk.house
  const areas = code === undefined ? await readLed(db, caller) : [await requireArea(desk, caller, code)]
  const starters = new Map<string, NoticeStarter>()
  for (const area of areas)
    for (const { starter, isRetired } of await listManaged(db, area)) if (!isRetired) starters.set(starter.key, starter)
  return [...starters.values()]
}

async function readLed(db: Db, { leads }: Principal): Promise<SpokenArea[]> {
  const { rows } = await sql<SpokenArea>`
    with recursive line as (
      select id as start, id, parent_id from areas where id = any(${[...leads]}::uuid[]) and retired_at is null
      union all select line.start, a.id, a.parent_id from areas a join line on a.id = line.parent_id)
    select a.id, a.code, a.name, a.level, array_agg(line.id::text) as within
    from line join areas a on a.id = line.start group by a.id order by a.code limit 50
  `.execute(db)
  return rows
}

/** What may be begun with in each of these places, by their codes; the places' own first. */
export async function readStartersOf(db: Db, codes: readonly string[]): Promise<Record<string, NoticeStarter[]>> {
  const starters: Record<string, NoticeStarter[]> = {}
  for (const area of await findAreas(db, codes))
    starters[area.code] = (await listManaged(db, area)).flatMap(({ starter, isRetired }) =>
      isRetired ? [] : [starter],
    )
  return starters
}

/** The own starter that a draft began with; null where it was shipped, or none. */
export async function findOwnStarter(db: Db, key: string | null): Promise<NoticeStarter | null> {
  if (key === null) return null
  const row = await db.selectFrom('notice_starters').select(['key', 'words']).where('key', '=', key).executeTakeFirst()
  return row ? toStarter(row) : null
}

/** As they are kept. @throws AppError `invalid` where nothing is left of them, or they may stand in no notice */
function tidy(desk: Desk, given: StarterWords): StarterWords {
  const clean = (text: string | null): string | null => (text === null ? null : cleanWords(text) || null)
  const parsed = StarterWords.safeParse({
    ...given,
    name: cleanWords(given.name),
    title: cleanWords(given.title),
    what: cleanWords(given.what),
    who: clean(given.who),
    bring: clean(given.bring),
    asks: [...new Set(given.asks)],
  })
  if (!parsed.success) throw new AppError('invalid', 'nothing is left of the words')
  const advice = adviseOnStarter(parsed.data, { now: desk.house.clock.now(), ownHosts: ownHosts(desk) })
  if (isBlocked(advice)) throw new AppError('invalid', 'these words may stand in no notice', 'starter_blocked')
  return parsed.data
}

interface Changed {
  area: string
  key: string
}

export async function addStarter(
  desk: Desk,
  caller: Principal,
  {
    area: code,
    requestKey,
    words: given,
    replaces,
  }: { area: string; requestKey: string; words: StarterWords; replaces: string | null },
): Promise<ManagedStarter> {
  const area = await requireArea(desk, caller, code)
  const words = tidy(desk, given)
  // The same wish twice is one.
  const key = `rieng-${requestKey}`
  return change(desk, caller, { area, key, action: 'added' }, async (tx, all) => {
    if (all.some(({ starter }) => starter.key === key)) return false
    if (replaces !== null && !all.find(({ starter }) => starter.key === replaces)?.may.includes('replace'))
      throw new AppError('conflict', 'that one cannot be replaced any more')
    if (all.filter(({ from }) => from?.code === area.code).length >= MOST_OF_A_PLACE)
      throw new AppError('conflict', 'enough starters of one place', 'too_many_starters')
    const now = desk.house.clock.now()
    await tx
      .insertInto('notice_starters')
      .values({ key, area_id: area.id, words: JSON.stringify(words), replaces, created_at: now, updated_at: now })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return true
  })
}

export async function editStarter(
  desk: Desk,
  caller: Principal,
  { area: code, key, version, words: given }: Changed & { version: number; words: StarterWords },
): Promise<ManagedStarter> {
  const area = await requireArea(desk, caller, code)
  const words = tidy(desk, given)
  return change(desk, caller, { area, key, action: 'changed' }, async (tx, all) => {
    const own = all.find(({ starter }) => starter.key === key)
    if (!own?.may.includes('edit') || own.version !== version) throw new AppError('conflict', 'somebody was faster')
    await sql`
      update notice_starters set words = ${JSON.stringify(words)}::jsonb, version = version + 1, updated_at = ${desk.house.clock.now()}
      where key = ${key}
    `.execute(tx)
    return true
  })
}

/** One of the place's own is given up for all below it; one from elsewhere is left out there. Twice is once. */
export async function retireStarter(
  desk: Desk,
  caller: Principal,
  { area: code, key }: Changed,
): Promise<ManagedStarter> {
  const area = await requireArea(desk, caller, code)
  return change(desk, caller, { area, key, action: 'retired' }, async (tx, all) => {
    const found = all.find(({ starter }) => starter.key === key)
    if (found?.isRetired !== false) return false
    if (found.version !== null)
      await sql`update notice_starters set retired_at = ${desk.house.clock.now()} where key = ${key}`.execute(tx)
    else await tx.insertInto('notice_starters_left_out').values({ area_id: area.id, key }).execute()
    return true
  })
}

export async function restoreStarter(
  desk: Desk,
  caller: Principal,
  { area: code, key }: Changed,
): Promise<ManagedStarter> {
  const area = await requireArea(desk, caller, code)
  return change(desk, caller, { area, key, action: 'restored' }, async (tx, all) => {
    const found = all.find(({ starter }) => starter.key === key)
    if (found?.isRetired !== true) return false
    if (!found.may.includes('restore')) throw new AppError('conflict', 'it was given up elsewhere')
    if (found.version !== null) {
      const { replaces } = found
      if (replaces !== null && !all.find(({ starter }) => starter.key === replaces)?.may.includes('replace'))
        throw new AppError('conflict', 'another stands in its place')
      await sql`update notice_starters set retired_at = null where key = ${key}`.execute(tx)
    } else
      await sql`delete from notice_starters_left_out where key = ${key} and area_id in ${lineOf([area.id])}`.execute(tx)
    return true
  })
}

/** Two who change the starters of one place take turns; what was changed is written into the audit. */
async function change(
  desk: Desk,
  caller: Principal,
  { area, key, action }: { area: SpokenArea; key: string; action: string },
  work: (tx: Transaction<Tables>, all: ManagedStarter[]) => Promise<boolean>,
): Promise<ManagedStarter> {
  return desk.house.db.transaction().execute(async tx => {
    await sql`select 1 from areas where id = ${area.id} for update`.execute(tx)
    if (await work(tx, await listManaged(tx, area)))
      await tx
        .insertInto('audit')
        .values({
          actor: actorOf(caller),
          action: `notice starter ${action}`,
          area_id: area.id,
          subject: area.code,
          detail: JSON.stringify({ key }),
        })
        .execute()
    const found = (await listManaged(tx, area)).find(({ starter }) => starter.key === key)
    if (!found) throw new AppError('not_found', 'no such starter')
    return found
  })
}
