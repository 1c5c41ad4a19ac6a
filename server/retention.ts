/** What goes when. People are told after how many days their messages are removed; counts stay. */
import { type RawBuilder, sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Tick } from './platform/jobs/index.ts'
import { removeTraces } from './platform/people/index.ts'
import type { Database } from './platform/storage/index.ts'

const DAY_MS = 86_400_000
const AT_A_TIME = 5000

/** @param daysKept `KEEP_MESSAGES_DAYS` */
export function createRetentionTick({ db, clock, daysKept }: { db: Database; clock: Clock; daysKept: number }): Tick {
  async function run(): Promise<void> {
    await removeOldMessages(db, { now: clock.now(), daysKept })
    await removeTraces(db, clock.now())
  }
  return { name: 'retention', schedule: '0 17 * * * *', run }
}

/**
 * Removes what people wrote and what was answered once it is older than `daysKept` at `now`, whatever became of it:
 * also what was never worked on or whose fate was never decided. Cases of officers have an upkeep of their own.
 */
export async function removeOldMessages(
  db: Database,
  { now, daysKept }: { now: Date; daysKept: number },
): Promise<void> {
  const before = new Date(now.getTime() - daysKept * DAY_MS)
  await removeAll(
    sql`delete from events where id in (select id from events where occurred_at < ${before} and state <> 'claimed' limit ${AT_A_TIME})`,
  )
  await removeAll(
    sql`delete from deliveries where id in (select id from deliveries where state not in ('claimed', 'sending') and coalesce(finished_at, sending_at, not_before) < ${before} limit ${AT_A_TIME})`,
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
