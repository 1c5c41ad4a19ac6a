/** What goes when. People are told that their messages are kept for thirty days; counts stay. */
import { type RawBuilder, sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Tick } from './platform/jobs/index.ts'
import type { Database } from './platform/storage/index.ts'

const DAYS_KEPT = 30
const AT_A_TIME = 5000

export function createRetentionTick({ db, clock }: { db: Database; clock: Clock }): Tick {
  return { name: 'retention', schedule: '0 17 * * * *', run: () => removeOldMessages(db, clock.now()) }
}

/** Removes what people wrote and what was answered, once it is older than thirty days at `now`. */
export async function removeOldMessages(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DAYS_KEPT * 86_400_000)
  await removeAll(
    sql`delete from events where id in (select id from events where state in ('done', 'failed') and received_at < ${before} limit ${AT_A_TIME})`,
  )
  await removeAll(
    sql`delete from deliveries where id in (select id from deliveries where lane = 0 and (finished_at < ${before} or (state = 'unknown' and created_at < ${before})) limit ${AT_A_TIME})`,
  )
  await removeAll(
    sql`delete from conversations where ctid in (select ctid from conversations where updated_at < ${before} limit ${AT_A_TIME})`,
  )
  await removeAll(sql`delete from one_time_codes where expires_at < ${now}`)

  async function removeAll(statement: RawBuilder<unknown>): Promise<void> {
    let removed = 0n
    do {
      removed = (await statement.execute(db)).numAffectedRows ?? 0n
    } while (removed >= BigInt(AT_A_TIME))
  }
}
