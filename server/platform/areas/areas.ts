/** The tree of places, and which OA speaks for which. */
import { createHash, randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { type Area, WardProfile } from '../../../shared/areas.ts'
import type { Database, Tables } from '../storage/index.ts'
import type { Ward } from './ward-file.ts'

/** A ward as replies need it. */
export interface ServedWard {
  areaId: string
  code: string
  profile: WardProfile
}

const HASH_KEY = 'ward.file'

/**
 * Brings the ward and its neighbourhoods into the database, and its OA. What an officer changed since stays:
 * the file is read again only when it changed itself.
 */
export async function seedWard(db: Database, ward: Ward, account: { oaId: string; appId: string }): Promise<void> {
  const fingerprint = createHash('sha256').update(JSON.stringify(ward)).digest('hex')
  await db.transaction().execute(async tx => {
    await sql`lock table areas in share row exclusive mode`.execute(tx)
    const areaId = await writeWard(tx, ward, fingerprint)
    await tx
      .insertInto('official_accounts')
      .values({ oa_id: account.oaId, area_id: areaId, app_id: account.appId })
      .onConflict(conflict => conflict.column('oa_id').doNothing())
      .execute()
  })
}

async function writeWard(tx: Transaction<Tables>, ward: Ward, fingerprint: string): Promise<string> {
  const known = await tx.selectFrom('areas').select('id').where('code', '=', ward.code).executeTakeFirst()
  const areaId = known?.id ?? randomUUID()
  const seen = await sql<{
    value: unknown
  }>`select value from settings where area_id = ${areaId} and key = ${HASH_KEY}`.execute(tx)
  if (seen.rows[0]?.value === fingerprint) return areaId
  const profile = JSON.stringify(ward.profile)
  await tx
    .insertInto('areas')
    .values({ id: areaId, level: 'ward', code: ward.code, name: ward.profile.wardName, profile })
    .onConflict(conflict => conflict.column('code').doUpdateSet({ name: ward.profile.wardName, profile }))
    .execute()
  for (const { code, name } of ward.neighbourhoods) {
    await tx
      .insertInto('areas')
      .values({ id: randomUUID(), parent_id: areaId, level: 'neighbourhood', code, name })
      .onConflict(conflict => conflict.column('code').doUpdateSet({ name }))
      .execute()
  }
  await sql`
    insert into settings (area_id, key, value) values (${areaId}, ${HASH_KEY}, ${JSON.stringify(fingerprint)}::jsonb)
    on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
  `.execute(tx)
  return areaId
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

/** How long a changed profile may go unnoticed, in milliseconds. */
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
  const row = await db
    .selectFrom('official_accounts')
    .innerJoin('areas', 'areas.id', 'official_accounts.area_id')
    .select(['areas.id', 'areas.code', 'areas.profile'])
    .where('official_accounts.oa_id', '=', oaId)
    .executeTakeFirst()
  return row ? { areaId: row.id, code: row.code, profile: WardProfile.parse(row.profile) } : null
}
