/**
 * Works through the inbox: each event at least once, its effects and its end in one transaction, so that its effects
 * happen once. Receipts are taken by the batch; what a person does is taken one by one, in order.
 */
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { createLoop, type Loop } from '../jobs/index.ts'
import type { Database, Tables } from '../storage/index.ts'
import { claimEvents, finishEvents, releaseExpiredEvents, returnEvents, type StoredEvent } from './store.ts'

export interface EventHandlers {
  /** What a person did. Everything it writes goes through `tx`. The function it answers runs after the commit. */
  handlePersonal(tx: Transaction<Tables>, event: StoredEvent): Promise<(() => void) | undefined>
  /** Echoes and receipts, by the batch. Answers the ids of events to look at once more a little later. */
  handleReceipts(tx: Transaction<Tables>, events: StoredEvent[]): Promise<string[]>
  /** The event was given up after its last try; tell the person, if there is one to tell. */
  handleGivenUp(tx: Transaction<Tables>, event: StoredEvent): Promise<void>
}

const BATCH = 64
const AT_ONCE = 6
const MAX_ATTEMPTS = 6
const RECEIPT_SECOND_LOOK_MS = 3000

class LeaseLost extends Error {}

export function createWorker({
  db,
  handlers,
  clock,
  log,
}: {
  db: Database
  handlers: EventHandlers
  clock: Clock
  log: Logger
}): Loop {
  const owner = randomUUID()
  return createLoop({ name: 'events', turn, pauseMs: 500, log })

  async function turn(): Promise<boolean> {
    await releaseExpiredEvents(db)
    const events = await claimEvents(db, { owner, limit: BATCH, now: clock.now() })
    const receipts = events.filter(isReceipt)
    const personal = events.filter(event => !isReceipt(event))
    const lines = Array.from({ length: AT_ONCE }, async () => {
      for (let event = personal.shift(); event; event = personal.shift()) await workOn(event)
    })
    await Promise.all([takeReceipts(receipts), ...lines])
    return events.length > 0
  }

  async function takeReceipts(events: StoredEvent[]): Promise<void> {
    if (events.length === 0) return
    try {
      await db.transaction().execute(async tx => {
        const early = new Set(await handlers.handleReceipts(tx, events))
        const again = events.filter(event => early.has(event.id) && event.attempts < 2).map(event => event.id)
        const done = events.map(event => event.id).filter(id => !again.includes(id))
        if (again.length > 0)
          await returnEvents(tx, {
            ids: again,
            owner,
            notBefore: after(RECEIPT_SECOND_LOOK_MS),
            error: null,
            final: false,
          })
        if (!(await finishEvents(tx, done, owner))) throw new LeaseLost()
      })
    } catch (error) {
      for (const event of events) await handBack(event, error)
    }
  }

  async function workOn(event: StoredEvent): Promise<void> {
    try {
      const afterCommit = await db.transaction().execute(async tx => {
        const then = await handlers.handlePersonal(tx, event)
        if (!(await finishEvents(tx, [event.id], owner))) throw new LeaseLost()
        return then
      })
      afterCommit?.()
    } catch (error) {
      await handBack(event, error)
    }
  }

  async function handBack(event: StoredEvent, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return
    const final = event.attempts >= MAX_ATTEMPTS
    log.error(
      { err: error, event: event.id, name: event.eventName, attempts: event.attempts, final },
      'an event could not be worked on',
    )
    const waitMs = 500 * 2 ** event.attempts
    try {
      await db.transaction().execute(async tx => {
        await returnEvents(tx, { ids: [event.id], owner, notBefore: after(waitMs), error: describe(error), final })
        if (final) await handlers.handleGivenUp(tx, event)
      })
    } catch {
      // The database is away: the lease runs out by itself and the event comes back.
    }
  }

  function after(ms: number): Date {
    return new Date(clock.now().getTime() + ms)
  }
}

function isReceipt(event: StoredEvent): boolean {
  return event.payload.kind === 'echo' || event.payload.kind === 'received' || event.payload.kind === 'seen'
}

/** The kind of fault only: a message could quote what a person wrote. */
function describe(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
