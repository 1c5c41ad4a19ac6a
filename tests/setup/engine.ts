/** The parts of the house that carry notices, standing still, for tests of a single feature. */
import pino from 'pino'
import type { Clock } from '../../server/clock.ts'
import type { House } from '../../server/feature.ts'
import { createBroadcasts } from '../../server/platform/deliveries/index.ts'
import { createSchedules } from '../../server/platform/schedules/index.ts'
import type { Database } from '../../server/platform/storage/index.ts'

export function idleEngine(db: Database, clock: Clock): Pick<House, 'broadcasts' | 'schedules'> {
  const log = pino({ level: 'silent' })
  return {
    broadcasts: createBroadcasts({
      db,
      channels: {},
      readChannels: async () => new Set(),
      readGroupMembers: async () => null,
      clock,
      log,
    }),
    schedules: createSchedules({ db, clock, log }),
  }
}
