/**
 * What happens at its hour, as rows. Every replica ticks; a run is a row that exists once, and what it does shares the
 * row's transaction: a missed or double tick does no harm. A schedule that woke late goes by its catch-up rule.
 */
import { sql, type Transaction } from 'kysely'
import type { Logger } from 'pino'
import { nextMoment, Repeat } from '../../../shared/schedules.ts'
import type { Clock } from '../../clock.ts'
import type { Tick } from '../jobs/index.ts'
import type { Database, Tables } from '../storage/index.ts'

export interface Schedule {
  /** Unique: the same key again changes the schedule. */
  key: string
  /** Which handler it calls. */
  kind: string
  areaId: string | null
  /** Null: once, at `at`. */
  repeat: Repeat | null
  at: Date | null
  /** What becomes of a moment that was slept through: a person is asked, it is let go, or it happens late. */
  catchUp: 'ask' | 'skip' | 'fire'
  detail: Record<string, unknown>
}

export interface Run {
  scheduleId: string
  key: string
  areaId: string | null
  detail: Record<string, unknown>
  dueAt: Date
}

/** Does what the hour asks for, inside the transaction that notes the run. */
export type ScheduleHandler = (tx: Transaction<Tables>, run: Run) => Promise<void>

export interface Schedules {
  /** Names what a kind does; before the first tick. */
  handle(kind: string, handler: ScheduleHandler): void
  save(tx: Transaction<Tables> | Database, schedule: Schedule): Promise<string>
  /** It does not come again; runs that ask are declined. */
  end(key: string): Promise<void>
  /** Runs that wait for a person's word, oldest first. */
  listAsking(): Promise<Run[]>
  /** @returns false when somebody else decided first */
  decide(run: { scheduleId: string; dueAt: Date }, does: boolean, actor: string): Promise<boolean>
  /** For tests and the tick. */
  run(): Promise<void>
  tick: Tick
}

/** A tick may come so much late without anybody being asked. */
const GRACE_MS = 10 * 60_000
const AT_A_TIME = 50

export function createSchedules({ db, clock, log }: { db: Database; clock: Clock; log: Logger }): Schedules {
  const handlers = new Map<string, ScheduleHandler>()

  interface Due extends Run {
    kind: string
    repeat: unknown
    catchUp: Schedule['catchUp']
  }

  /** What fails leaves its moment due and stops nobody else's. @throws the first failure, when the others have run */
  async function run(): Promise<void> {
    const failed = new Map<string, unknown>()
    for (let round = 0; round < AT_A_TIME; round++) if (!(await runNext(failed))) break
    for (const failure of failed.values()) throw failure
  }

  /** One schedule, one transaction. @returns whether anything was due */
  async function runNext(failed: Map<string, unknown>): Promise<boolean> {
    let tried: string | null = null
    try {
      return await db.transaction().execute(async tx => {
        const due = await lockNext(tx, [...failed.keys()])
        if (!due) return false
        tried = due.scheduleId
        await runDue(tx, due)
        return true
      })
    } catch (error) {
      if (tried === null) throw error
      failed.set(tried, error)
      return true
    }
  }

  async function lockNext(tx: Transaction<Tables>, passedBy: string[]): Promise<Due | undefined> {
    const { rows } = await sql<Due>`
      select id as "scheduleId", schedule_key as key, kind, area_id as "areaId", repeat, next_due_at as "dueAt", catch_up as "catchUp", detail
      from schedules where next_due_at <= ${clock.now()} and ended_at is null and kind = any(${[...handlers.keys()]}) and id <> all(${passedBy}::bigint[])
      order by next_due_at limit 1 for update skip locked
    `.execute(tx)
    return rows[0]
  }

  async function runDue(tx: Transaction<Tables>, due: Due): Promise<void> {
    const now = clock.now()
    const repeat = due.repeat === null ? null : Repeat.parse(due.repeat)
    const dueAt = lastBefore(repeat, due.dueAt, now)
    const isLate = now.getTime() - dueAt.getTime() > GRACE_MS
    const state = !isLate || due.catchUp === 'fire' ? 'fired' : due.catchUp === 'ask' ? 'asks' : 'skipped'
    if (dueAt > due.dueAt) await note(tx, { ...due, state: 'skipped', now })
    if (await note(tx, { ...due, dueAt, state, now })) {
      if (state === 'fired') await handlers.get(due.kind)?.(tx, { ...due, dueAt })
      else log.warn({ schedule: due.key, dueAt, state }, 'a schedule woke late')
    }
    await sql`update schedules set next_due_at = ${repeat && nextMoment(repeat, now)} where id = ${due.scheduleId}`.execute(
      tx,
    )
  }

  async function note(
    tx: Transaction<Tables>,
    { scheduleId, dueAt, state, now }: { scheduleId: string; dueAt: Date; state: string; now: Date },
  ): Promise<boolean> {
    const { numAffectedRows } = await sql`
      insert into schedule_runs (schedule_id, due_at, state, decided_at) values (${scheduleId}, ${dueAt}, ${state}, ${now}) on conflict do nothing
    `.execute(tx)
    return Number(numAffectedRows ?? 0) > 0
  }

  return {
    run,
    tick: { name: 'schedules', schedule: '*/20 * * * * *', run },
    handle: (kind, handler) => void handlers.set(kind, handler),
    async save(tx, { key, kind, areaId, repeat, at, catchUp, detail }) {
      const nextDueAt = at ?? (repeat && nextMoment(repeat, clock.now()))
      const { rows } = await sql<{ id: string }>`
        insert into schedules (schedule_key, kind, area_id, repeat, next_due_at, catch_up, detail)
        values (${key}, ${kind}, ${areaId}, ${repeat && JSON.stringify(repeat)}, ${nextDueAt}, ${catchUp}, ${JSON.stringify(detail)})
        on conflict (schedule_key) do update set kind = excluded.kind, area_id = excluded.area_id, repeat = excluded.repeat,
          next_due_at = excluded.next_due_at, catch_up = excluded.catch_up, detail = excluded.detail, ended_at = null
        returning id
      `.execute(tx)
      return rows[0]?.id ?? ''
    },
    async end(key) {
      await db.transaction().execute(async tx => {
        await sql`update schedules set ended_at = ${clock.now()} where schedule_key = ${key}`.execute(tx)
        await sql`
          update schedule_runs set state = 'declined', decided_at = ${clock.now()}
          where state = 'asks' and schedule_id = (select id from schedules where schedule_key = ${key})
        `.execute(tx)
      })
    },
    async listAsking() {
      const { rows } = await sql<Run>`
        select s.id as "scheduleId", s.schedule_key as key, s.area_id as "areaId", s.detail, r.due_at as "dueAt"
        from schedule_runs r join schedules s on s.id = r.schedule_id where r.state = 'asks' order by r.due_at
      `.execute(db)
      return rows
    },
    decide: ({ scheduleId, dueAt }, does, actor) =>
      db.transaction().execute(async tx => {
        const { rows } = await sql<Run & { kind: string }>`
          update schedule_runs r set state = ${does ? 'fired' : 'declined'}, decided_at = ${clock.now()}, decided_by = ${actor}
          from schedules s where s.id = r.schedule_id and r.schedule_id = ${scheduleId} and r.due_at = ${dueAt} and r.state = 'asks'
          returning s.id as "scheduleId", s.schedule_key as key, s.kind, s.area_id as "areaId", s.detail, r.due_at as "dueAt"
        `.execute(tx)
        const [run] = rows
        if (run && does) await handlers.get(run.kind)?.(tx, run)
        return rows.length > 0
      }),
  }
}

/** Of the moments that have passed, the last: the others are gone. */
function lastBefore(repeat: Repeat | null, first: Date, now: Date): Date {
  let last = first
  while (repeat) {
    const next = nextMoment(repeat, last)
    if (next > now) break
    last = next
  }
  return last
}
