/**
 * The gate's thresholds are computed from the catalogue's own phrases, which takes a good part of a second: they are
 * stored beside the catalogue. What they were computed from is part of their name, the answering code included, so
 * that neither an edit nor an upgrade ever works with somebody else's thresholds.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Catalogue } from '../../shared/answering/index.ts'
import type { Database } from '../platform/storage/index.ts'

const KEY = 'catalogue.calibration'
type Calibration = NonNullable<Catalogue['calibration']>

export async function readCalibration(db: Database, catalogue: Catalogue): Promise<Calibration | undefined> {
  const { rows } = await sql<{ calibration: Calibration }>`
    select value->'calibration' as calibration from settings
    where area_id is null and key = ${KEY} and value->>'madeFrom' = ${fingerprint(catalogue)}
  `.execute(db)
  return rows[0]?.calibration
}

export async function writeCalibration(db: Database, catalogue: Catalogue, calibration: Calibration): Promise<void> {
  const value = JSON.stringify({ madeFrom: fingerprint(catalogue), calibration })
  await sql`
    insert into settings (area_id, key, value) values (null, ${KEY}, ${value}::jsonb)
    on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
  `.execute(db)
}

let engine: string | null = null

/** Of the words that questions are found by, and of the code that finds by them. */
export function fingerprint({ topics, negatives }: Catalogue): string {
  engine ??= hashFolders('answering', 'language')
  return createHash('sha256').update(engine).update(JSON.stringify({ topics, negatives })).digest('hex')
}

function hashFolders(...names: string[]): string {
  const hash = createHash('sha256')
  for (const name of names) {
    const folder = fileURLToPath(new URL(`../../shared/${name}/`, import.meta.url))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
    for (const file of files.sort()) hash.update(file).update(readFileSync(`${folder}${file}`))
  }
  return hash.digest('hex')
}
