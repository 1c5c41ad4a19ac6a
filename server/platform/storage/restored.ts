/**
 * A restored copy is a copy: the original may be alive, may have sent what waits here, and holds the same single-use
 * refresh token. Until an operator says that this is the ward's own from now on, it sends nothing and refreshes nothing.
 */
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Database } from './connection.ts'
import type { Tables } from './schema/index.ts'

const KEY = 'installation.restored'
const Mark = z.object({ backedUpAt: z.coerce.date(), restoredAt: z.coerce.date() })
export type RestoredMark = z.infer<typeof Mark>

/**
 * Marks the database as a copy. What waited to be sent when the backup was made may have been sent since: nobody can
 * tell, so it is called unknown and waits for a person. Broadcasts stand still until somebody resumes them.
 */
export async function holdBack(db: Database, { backedUpAt, now }: { backedUpAt: Date; now: Date }): Promise<void> {
  await db.transaction().execute(async tx => {
    await standStill(tx)
    await tx
      .insertInto('settings')
      .values({ key: KEY, value: JSON.stringify({ backedUpAt, restoredAt: now }) })
      .onConflict(conflict =>
        conflict.columns(['area_id', 'key']).doUpdateSet({ value: sql`excluded.value`, updated_at: now }),
      )
      .execute()
  })
}

async function standStill(tx: Transaction<Tables>): Promise<void> {
  await sql`
    update deliveries set state = 'unknown', reason = 'restored copy', lease_owner = null, lease_until = null
    where state in ('pending', 'claimed', 'sending')
  `.execute(tx)
  await sql`
    update broadcast_recipients set state = 'unknown', reason = 'restored copy', lease_owner = null, lease_until = null
    where state in ('pending', 'grouped', 'claimed', 'sending')
  `.execute(tx)
  await sql`
    update broadcasts set state = 'paused', reason = 'restored copy' where state in ('scheduled', 'expanding', 'sending')
  `.execute(tx)
}

/** @returns null: this is no copy, or it was made the ward's own */
export async function readRestored(db: Database): Promise<RestoredMark | null> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', KEY)
    .where('area_id', 'is', null)
    .executeTakeFirst()
  return row ? Mark.parse(row.value) : null
}

/** "This is the ward's own from now on." @returns false: it was no copy */
export async function releaseRestored(db: Database, { actor }: { actor: string }): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const { numDeletedRows } = await tx
      .deleteFrom('settings')
      .where('key', '=', KEY)
      .where('area_id', 'is', null)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    // What was tried out in the copy waits as well: nobody meant it for the residents.
    await standStill(tx)
    await tx.insertInto('audit').values({ actor, action: 'restored.confirmed', subject: 'installation' }).execute()
    return true
  })
}
