/** What a leader does with a notice that is out: pause, go on, stop, try again, late after all, posted to the group. */
import { sql } from 'kysely'
import { AppError } from '../errors.ts'
import type { Principal } from '../platform/people/index.ts'
import { actorOf } from './charge.ts'
import { type Desk, lockInCharge, readInCharge } from './desk.ts'
import { hand, requireMove, requireVersion } from './drafting.ts'
import { confirmLateRun, pauseSeries, resumeSeries } from './series.ts'
import { lockUnchanged, type NoticeRow, readNotice, writeAudit } from './store.ts'
import { endSeries } from './withdrawal.ts'

async function note(desk: Desk, caller: Principal, row: NoticeRow, action: string, detail = {}): Promise<NoticeRow> {
  return desk.house.db.transaction().execute(async tx => {
    await writeAudit(tx, { ...hand(row, caller), action, detail })
    return readNotice(tx, row.id)
  })
}

/** What comes again has nothing under way between two of its times. */
async function steerSeries(
  desk: Desk,
  caller: Principal,
  before: NoticeRow,
  action: string,
  work: typeof pauseSeries,
): Promise<NoticeRow> {
  return desk.house.db.transaction().execute(async tx => {
    const row = await lockUnchanged(tx, before)
    await work(desk, tx, row)
    await writeAudit(tx, { ...hand(row, caller), action })
    return readNotice(tx, row.id)
  })
}

/** @throws AppError `conflict` when it is not under way */
function carrierOf(row: NoticeRow): string {
  if (!row.broadcast_id) throw new AppError('conflict', 'nothing is under way')
  return row.broadcast_id
}

export async function pauseNotice(desk: Desk, caller: Principal, { id }: { id: string }): Promise<NoticeRow> {
  const row = await readInCharge(desk, caller, id)
  if (row.shown === 'paused') return row
  requireMove(row, 'pause')
  if (row.state === 'repeating') {
    const paused = await steerSeries(desk, caller, row, 'paused', pauseSeries)
    await endSeries(desk, row)
    return paused
  }
  const isPaused = await desk.house.broadcasts.pause({ id: carrierOf(row), actor: actorOf(caller) }, 'by a person')
  if (!isPaused) throw new AppError('conflict', 'it is not being sent any more')
  return note(desk, caller, row, 'paused')
}

export async function resumeNotice(desk: Desk, caller: Principal, { id }: { id: string }): Promise<NoticeRow> {
  const row = await readInCharge(desk, caller, id)
  if (row.shown === 'sending') return row
  requireMove(row, 'resume')
  if (row.state === 'repeating') return steerSeries(desk, caller, row, 'resumed', resumeSeries)
  const goesOn = await desk.house.broadcasts.resume({ id: carrierOf(row), actor: actorOf(caller) })
  if (!goesOn) throw new AppError('conflict', 'it is over')
  return note(desk, caller, row, 'resumed')
}

export async function confirmLate(
  desk: Desk,
  caller: Principal,
  { id, version }: { id: string; version: number },
): Promise<NoticeRow> {
  const row = await readInCharge(desk, caller, id)
  requireVersion(row, version)
  requireMove(row, 'confirm_late')
  if (row.state === 'repeating') await confirmLateRun(desk, caller, row)
  else if (!(await desk.house.broadcasts.resume({ id: carrierOf(row), actor: actorOf(caller) })))
    throw new AppError('conflict', 'it is over')
  return note(desk, caller, row, 'sent late')
}

/** The page says so from then on; whoever has it keeps it. */
export async function cancelNotice(
  desk: Desk,
  caller: Principal,
  { id, reason }: { id: string; reason: string },
): Promise<NoticeRow> {
  const { db, clock, broadcasts } = desk.house
  const row = await readInCharge(desk, caller, id)
  if (row.shown === 'cancelled') return row
  requireMove(row, 'cancel')
  if (row.broadcast_id && !(await broadcasts.cancel({ id: row.broadcast_id, actor: actorOf(caller) }, 'by a person')))
    throw new AppError('conflict', 'it is over')
  if (row.state === 'repeating') await endSeries(desk, row)
  return db.transaction().execute(async tx => {
    const state = (await lockUnchanged(tx, row)).state === 'released' ? 'released' : 'cancelled'
    await sql`
      update notices set state = ${state}, cancelled_because = ${reason}, updated_at = ${clock.now()} where id = ${id}
    `.execute(tx)
    await writeAudit(tx, { ...hand(row, caller), action: 'cancelled' })
    return readNotice(tx, id)
  })
}

/** Those whose push failed, and nobody else. */
export async function retryNotice(desk: Desk, caller: Principal, { id }: { id: string }): Promise<NoticeRow> {
  const row = await readInCharge(desk, caller, id)
  if (row.expires_at <= desk.house.clock.now()) throw new AppError('conflict', 'the notice is over')
  const again = await desk.house.broadcasts.retryFailed({ id: carrierOf(row), actor: actorOf(caller) })
  return again === 0 ? readInCharge(desk, caller, id) : note(desk, caller, row, 'failed tried again', { people: again })
}

/** A person takes the risk that some get it twice: those of whom nobody knows whether they got it. */
export async function resendUnknown(desk: Desk, caller: Principal, { id }: { id: string }): Promise<NoticeRow> {
  const row = await readInCharge(desk, caller, id)
  if (row.expires_at <= desk.house.clock.now()) throw new AppError('conflict', 'the notice is over')
  const again = await desk.house.broadcasts.resendUnknown({ id: carrierOf(row), actor: actorOf(caller) })
  return again === 0 ? readInCharge(desk, caller, id) : note(desk, caller, row, 'unknown sent again', { people: again })
}

export async function markPosted(desk: Desk, caller: Principal, { id }: { id: string }): Promise<NoticeRow> {
  return desk.house.db.transaction().execute(async tx => {
    const row = await lockInCharge(desk, tx, caller, id)
    if (row.state !== 'released' || row.erased_at) throw new AppError('conflict', 'this notice is not out')
    await sql`update notices set posted_times = posted_times + 1, posted_at = ${desk.house.clock.now()} where id = ${id}`.execute(
      tx,
    )
    await writeAudit(tx, { ...hand(row, caller), action: 'posted to the own group' })
    return readNotice(tx, id)
  })
}
