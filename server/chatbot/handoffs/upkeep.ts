/** Ends what nobody ended, and removes what has been closed for long. */
import { sql } from 'kysely'
import type { House } from '../../feature.ts'
import type { Tick } from '../../platform/jobs/index.ts'
import { closeCases } from './store.ts'

const DAY_MS = 24 * 3600_000
/** An officer who has not written for so long has answered, and forgot to say so: over a weekend and a day. */
const QUIET_DAYS = 3

export function createUpkeepTick({ db, clock, config, count }: House): Tick {
  async function run(): Promise<void> {
    const now = clock.now()
    const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
    const tooOld = daysAgo(config.keepMessagesDays)
    const system = { at: now, by: 'system' }
    const answered = await closeCases(db, sql`officer_at < ${daysAgo(QUIET_DAYS)}`, { ...system, outcome: 'answered' })
    // People are told how long their messages are kept; the lines of a case are some of them.
    const unanswered = await closeCases(db, sql`officer_at is null and opened_at < ${tooOld}`, {
      ...system,
      outcome: 'unanswered',
    })
    for (let left = answered; left > 0; left--) count('handoff', 'answered')
    for (let left = unanswered; left > 0; left--) count('handoff', 'unanswered')
    await db.deleteFrom('handoffs').where('closed_at', '<', tooOld).execute()
  }

  return { name: 'handoff upkeep', schedule: '0 23 * * * *', run }
}
