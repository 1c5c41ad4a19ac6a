/** Incoming events: stored once before they are acknowledged, worked through afterwards. */
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Database } from '../storage/index.ts'
import { createInbox } from './inbox.ts'
import type { IncomingEvent } from './incoming-event.ts'
import { createWorker, type EventHandlers } from './worker.ts'

export type { EventPayload, IncomingEvent } from './incoming-event.ts'
export type { StoredEvent } from './store.ts'
export type { EventHandlers } from './worker.ts'

export interface Events {
  /** Resolves once the event lies on the disk. The same event again changes nothing. */
  accept(event: IncomingEvent): Promise<void>
  start(): void
  stop(): Promise<void>
  queue(): Promise<{ waiting: number; failed: number; oldestWaiting: Date | null }>
}

export function createEvents({
  db,
  handlers,
  clock,
  log,
}: {
  db: Database
  handlers: EventHandlers
  clock: Clock
  log: Logger
}): Events {
  const insert = createInbox(db)
  const worker = createWorker({ db, handlers, clock, log })
  return {
    async accept(event) {
      const { isNew } = await insert(event)
      if (isNew) worker.nudge()
    },
    start: worker.start,
    stop: worker.stop,
    async queue() {
      const { rows } = await sql<{ waiting: number; failed: number; oldest: Date | null }>`
        select count(*) filter (where state in ('pending', 'claimed'))::int as waiting, count(*) filter (where state = 'failed')::int as failed,
          min(received_at) filter (where state in ('pending', 'claimed')) as oldest
        from events where state in ('pending', 'claimed', 'failed')
      `.execute(db)
      return { waiting: rows[0]?.waiting ?? 0, failed: rows[0]?.failed ?? 0, oldestWaiting: rows[0]?.oldest ?? null }
    },
  }
}
