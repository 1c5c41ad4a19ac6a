/** Brings what an installer wrote down into the database. */
import { createHash, randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { AreaNameKind, WardProfile } from '../../../shared/areas.ts'
import type { Database, Tables } from '../storage/index.ts'
import { saveCalendar } from './office-settings.ts'
import type { Ward, WardNeighbourhood } from './ward-file.ts'

const FILE_KEY = 'ward.file'
const PARTS = ['profile', 'hours', 'calendar', 'neighbourhoods'] as const
/** Fingerprints of what the file held when it was read last, part by part. */
const FileParts = z.partialRecord(z.enum(PARTS), z.string())

/**
 * Brings the ward and its neighbourhoods into the database, and its OA. What an officer changed since stays: a part of the
 * file is read again only when that part changed, so that a new address does not undo opening hours.
 */
export async function seedWard(db: Database, ward: Ward, account: { oaId: string; appId: string }): Promise<void> {
  await db.transaction().execute(async tx => {
    await sql`lock table areas in share row exclusive mode`.execute(tx)
    const areaId = await writeWard(tx, ward)
    await tx
      .insertInto('official_accounts')
      .values({ oa_id: account.oaId, area_id: areaId, app_id: account.appId })
      .onConflict(conflict => conflict.column('oa_id').doNothing())
      .execute()
  })
}

async function writeWard(tx: Transaction<Tables>, ward: Ward): Promise<string> {
  const known = await tx.selectFrom('areas').select(['id', 'profile']).where('code', '=', ward.code).executeTakeFirst()
  const areaId = known?.id ?? randomUUID()
  const { openingHours, ...profile } = ward.profile
  const file = fingerprints({
    profile,
    hours: openingHours,
    calendar: ward.calendar,
    neighbourhoods: ward.neighbourhoods,
  })
  const seen = known ? await readFileParts(tx, areaId) : {}
  const isNew = (part: (typeof PARTS)[number]): boolean => seen[part] !== file[part]
  if (!PARTS.some(isNew)) return areaId
  const hours = isNew('hours') ? openingHours : (known?.profile?.openingHours ?? openingHours)
  await writeArea(tx, { id: areaId, code: ward.code, profile: { ...profile, openingHours: hours } })
  if (isNew('neighbourhoods')) await writeNeighbourhoods(tx, areaId, ward)
  if (ward.calendar && isNew('calendar')) await saveCalendar(tx, areaId, ward.calendar)
  await sql`
    insert into settings (area_id, key, value) values (${areaId}, ${FILE_KEY}, ${JSON.stringify(file)}::jsonb)
    on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
  `.execute(tx)
  return areaId
}

async function writeArea(
  tx: Transaction<Tables>,
  { id, code, profile }: { id: string; code: string; profile: WardProfile },
): Promise<void> {
  const written = { name: profile.wardName, profile: JSON.stringify(profile) }
  await tx
    .insertInto('areas')
    .values({ id, level: 'ward', code, ...written })
    .onConflict(conflict => conflict.column('code').doUpdateSet(written))
    .execute()
}

async function writeNeighbourhoods(tx: Transaction<Tables>, parentId: string, ward: Ward): Promise<void> {
  for (const neighbourhood of ward.neighbourhoods) {
    const { code, name } = neighbourhood
    const known = await tx.selectFrom('areas').select(['id', 'name']).where('code', '=', code).executeTakeFirst()
    const id = known?.id ?? randomUUID()
    await tx
      .insertInto('areas')
      .values({ id, parent_id: parentId, level: 'neighbourhood', code, name })
      .onConflict(conflict => conflict.column('code').doUpdateSet({ name }))
      .execute()
    const renamedFrom = known && known.name !== name ? [known.name] : []
    await writeNames(tx, id, { ...neighbourhood, formerNames: [...(neighbourhood.formerNames ?? []), ...renamedFrom] })
  }
}

/** The file says which names there are; old ones are only ever added, since people go on using them. */
async function writeNames(tx: Transaction<Tables>, areaId: string, names: WardNeighbourhood): Promise<void> {
  const { alsoKnownAs = [], streets = [], alleys = [], formerNames = [] } = names
  const byKind: Record<AreaNameKind, string[]> = { name: alsoKnownAs, street: streets, alley: alleys, old: formerNames }
  const rows = Object.entries(byKind).flatMap(([kind, listed]) =>
    listed.map(name => ({ area_id: areaId, kind: kind as AreaNameKind, name })),
  )
  await tx.deleteFrom('area_names').where('area_id', '=', areaId).where('kind', '!=', 'old').execute()
  if (rows.length === 0) return
  await tx
    .insertInto('area_names')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

async function readFileParts(tx: Transaction<Tables>, areaId: string): Promise<z.infer<typeof FileParts>> {
  const row = await tx
    .selectFrom('settings')
    .select('value')
    .where('area_id', '=', areaId)
    .where('key', '=', FILE_KEY)
    .executeTakeFirst()
  return FileParts.safeParse(row?.value).data ?? {}
}

function fingerprints(parts: Record<(typeof PARTS)[number], unknown>): z.infer<typeof FileParts> {
  const hash = (part: unknown): string =>
    createHash('sha256')
      .update(JSON.stringify(part ?? null))
      .digest('hex')
  return Object.fromEntries(PARTS.map(part => [part, hash(parts[part])]))
}
