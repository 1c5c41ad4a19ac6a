/**
 * Works through the inbox: each event at least once, its effects and its end in one transaction, so that its effects
 * happen once. What one person does is taken in order, one event at a time; different people share a commit.
 */
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { createLoop, type Loop } from '../jobs/index.ts'
import type { Database, Tables } from '../storage/index.ts'
import { claimEvents, finishEvents, releaseExpiredEvents, returnEvents, type StoredEvent } from './store.ts'

export interface EventHandlers {
  /**
   * What people did, one event a person. Everything it writes goes through `tx`, for all of them or for none.
   * The function it answers runs after the commit.
   */
  handlePersonal(tx: Transaction<Tables>, events: StoredEvent[]): Promise<(() => void) | undefined>
  /** Echoes and receipts, by the batch. Answers the ids of events to look at once more a little later. */
  handleReceipts(tx: Transaction<Tables>, events: StoredEvent[]): Promise<string[]>
  /** The event was given up after its last try; tell the person, if there is one to tell. */
  handleGivenUp(tx: Transaction<Tables>, event: StoredEvent): Promise<void>
}

const BATCH = 64
/** People whose events share a transaction. */
const GROUP = 24
const MAX_ATTEMPTS = 6
const RECEIPT_SECOND_LOOK_MS = 3000
const RELEASE_EVERY_MS = 1000

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
  let releasedAt = Number.NEGATIVE_INFINITY
  return createLoop({ name: 'events', turn, pauseMs: 500, log })

  async function turn(): Promise<boolean> {
    await releaseNowAndThen()
    const events = await claimEvents(db, { owner, limit: BATCH, now: clock.now() })
    const receipts = events.filter(isReceipt)
    const personal = events.filter(event => !isReceipt(event))
    const groups = Array.from({ length: Math.ceil(personal.length / GROUP) }, (_, i) =>
      personal.slice(i * GROUP, (i + 1) * GROUP),
    )
    await Promise.all([takeReceipts(receipts), ...groups.map(takePersonal)])
    return events.length > 0
  }

  async function releaseNowAndThen(): Promise<void> {
    if (performance.now() - releasedAt < RELEASE_EVERY_MS) return
    releasedAt = performance.now()
    await releaseExpiredEvents(db)
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

  /** One commit for many people; when one of them spoils it, everybody gets a commit of their own. */
  async function takePersonal(group: StoredEvent[]): Promise<void> {
    try {
      const afterCommit = await db.transaction().execute(async tx => {
        const then = await handlers.handlePersonal(tx, group)
        const ids = group.map(event => event.id)
        if (!(await finishEvents(tx, ids, owner))) throw new LeaseLost()
        return then
      })
      afterCommit?.()
    } catch (error) {
      const [only, ...others] = group
      if (only && others.length === 0) await handBack(only, error)
      else for (const event of group) await takePersonal([event])
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
