/** The second person: what waits for them, agreed to or given back. */
import { sql, type Transaction } from 'kysely'
import { mayApprove } from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'
import { actorOf, listCharge, mayReview, reviewedAreas, traceAreas } from './charge.ts'
import { adviseDraft, type Desk, refuseBlocked } from './desk.ts'
import { hand, requireMove, requireVersion } from './drafting.ts'
import { release } from './release.ts'
import { listHands, lockNotice, type NoticeRow, readNotice, readNotices, writeAudit } from './store.ts'

const MOST_LISTED = 200

export async function listWaiting(desk: Desk, caller: Principal): Promise<NoticeRow[]> {
  const { db } = desk.house
  const reviewed = await listCharge(db, reviewedAreas(caller))
  return readNotices(
    db,
    sql`n.state = 'waiting' and n.areas <@ ${reviewed}::uuid[]`,
    sql`order by n.submitted_at, n.id limit ${sql.lit(MOST_LISTED)}`,
  )
}

export async function readForReview(desk: Desk, caller: Principal, id: string): Promise<NoticeRow> {
  const row = await readNotice(desk.house.db, id)
  if (!mayReview(caller, await traceAreas(desk.house.db, row.areas)))
    throw new AppError('not_found', 'no such notice in your charge')
  return row
}

/** @throws AppError `forbidden` for a token and for one's own words, `conflict` when it was changed or decided meanwhile */
export async function approveNotice(
  desk: Desk,
  caller: Principal,
  { id, version }: { id: string; version: number },
): Promise<NoticeRow> {
  const row = await desk.house.db.transaction().execute(async tx => {
    const row = await lockForReview(tx, caller, id)
    const actor = actorOf(caller)
    if (row.approved_by === actor && row.version === version && row.state !== 'waiting') return row
    requireVersion(row, version)
    requireMove(row, 'approve')
    if (caller.personId === null)
      throw new AppError('forbidden', 'a person agrees, signed in; a token of the office is nobody')
    if (await hadAHand(tx, row, actor))
      throw new AppError('forbidden', 'nobody approves their own notice', 'own_notice')
    refuseBlocked(adviseDraft(desk, row.draft).filter(({ code }) => code !== 'past_schedule'))
    const now = desk.house.clock.now()
    await sql`update notices set approved_by = ${actor}, approved_at = ${now} where id = ${id}`.execute(tx)
    await writeAudit(tx, { ...hand(row, caller), action: 'approved', detail: { version } })
    return release(desk, tx, caller, await readNotice(tx, id))
  })
  desk.house.broadcasts.nudge()
  return row
}

/** Whoever wrote, changed or submitted it is no second person. */
export async function hadAHand(db: Database | Transaction<Tables>, row: NoticeRow, actor: string): Promise<boolean> {
  return (
    !mayApprove(actor, { author: row.author, lastEditor: row.last_editor }) ||
    (await listHands(db, row.id)).includes(actor)
  )
}

export async function giveBack(
  desk: Desk,
  caller: Principal,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<NoticeRow> {
  return desk.house.db.transaction().execute(async tx => {
    const row = await lockForReview(tx, caller, id)
    requireVersion(row, version)
    requireMove(row, 'give_back')
    await sql`
      update notices set state = 'draft', returned_because = ${reason}, approval_need = null, updated_at = ${desk.house.clock.now()} where id = ${id}
    `.execute(tx)
    await writeAudit(tx, { ...hand(row, caller), action: 'given back', detail: { version } })
    return readNotice(tx, id)
  })
}

async function lockForReview(tx: Transaction<Tables>, caller: Principal, id: string): Promise<NoticeRow> {
  const row = await lockNotice(tx, id)
  if (!mayReview(caller, await traceAreas(tx, row.areas)))
    throw new AppError('not_found', 'no such notice in your charge')
  return row
}
