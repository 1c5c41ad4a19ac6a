/** Back to the draft, before anybody got it. */
import { sql } from 'kysely'
import { AppError } from '../errors.ts'
import type { Principal } from '../platform/people/index.ts'
import { actorOf } from './charge.ts'
import { type Desk, lockInCharge, newCode } from './desk.ts'
import { hand, requireMove, requireVersion } from './drafting.ts'
import { lockUnchanged, type NoticeRow, readNotice, writeAudit } from './store.ts'

/** Back to the draft before anybody got it; what was printed meanwhile leads nowhere, so it gets another code. */
export async function withdrawNotice(
  desk: Desk,
  caller: Principal,
  { id, version }: { id: string; version: number },
): Promise<NoticeRow> {
  const { clock, broadcasts, schedules } = desk.house
  const before = await desk.house.db.transaction().execute(async tx => {
    const row = await lockInCharge(desk, tx, caller, id)
    requireVersion(row, version)
    requireMove(row, 'withdraw')
    return row
  })
  if (before.broadcast_id) {
    const isStopped = await broadcasts.cancel({ id: before.broadcast_id, actor: actorOf(caller) }, 'withdrawn')
    if (!isStopped) throw new AppError('conflict', 'it is being sent already')
  }
  if (before.state === 'repeating') await endSeries(desk, before, schedules)
  return desk.house.db.transaction().execute(async tx => {
    const row = await lockUnchanged(tx, before)
    await sql`
      update notices set state = 'draft', broadcast_id = null, code = ${row.broadcast_id ? await newCode(tx) : row.code}, version = version + 1,
        approval_need = null, approved_by = null, approved_at = null, updated_at = ${clock.now()} where id = ${id}
    `.execute(tx)
    await writeAudit(tx, { ...hand(row, caller), action: 'withdrawn', detail: { version: version + 1 } })
    return readNotice(tx, id)
  })
}

export async function endSeries(desk: Desk, row: NoticeRow, schedules = desk.house.schedules): Promise<void> {
  const open = await desk.house.db
    .selectFrom('schedules')
    .select('schedule_key')
    .where('schedule_key', 'like', `notice:${row.id}:%`)
    .where('ended_at', 'is', null)
    .execute()
  for (const { schedule_key } of open) await schedules.end(schedule_key)
}
