/** When the last backup and the last rehearsal were. */
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { vietnamDay } from '../../shared/vietnam-time.ts'
import type { Database, Tables } from '../platform/storage/index.ts'

const Last = z.object({ at: z.coerce.date(), isSealed: z.boolean().optional(), isPassed: z.boolean().optional() })
export type Last = z.infer<typeof Last>
type Kind = 'backup' | 'drill'

export async function readLast(db: Database, kind: Kind): Promise<Last | null> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', `${kind}.last`)
    .where('area_id', 'is', null)
    .executeTakeFirst()
  return row ? Last.parse(row.value) : null
}

export async function writeLast(db: Database | Transaction<Tables>, kind: Kind, last: Last): Promise<void> {
  await write(db, `${kind}.last`, last)
}

/** Every replica ticks; one of them makes tonight's. @returns true for that one */
export async function claimNight(db: Database, now: Date): Promise<boolean> {
  const night = vietnamDay(now)
  const { numAffectedRows } = await sql`
    insert into settings (key, value) values ('backup.night', ${JSON.stringify(night)}::jsonb)
    on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
    where settings.value <> excluded.value
  `.execute(db)
  return numAffectedRows === 1n
}

async function write(db: Database | Transaction<Tables>, key: string, value: object): Promise<void> {
  await db
    .insertInto('settings')
    .values({ key, value: JSON.stringify(value) })
    .onConflict(conflict =>
      conflict.columns(['area_id', 'key']).doUpdateSet({ value: sql`excluded.value`, updated_at: sql`now()` }),
    )
    .execute()
}
