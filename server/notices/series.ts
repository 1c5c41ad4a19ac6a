/** Notices that come again: each time is a notice of its own, made at its hour, with the approval of the whole. */
import { sql, type Transaction } from 'kysely'
import { momentsOf, moveToDay, type NoticeDraft, nextOccurrence } from '../../shared/notices/index.ts'
import { momentAt } from '../../shared/vietnam-time.ts'
import { AppError } from '../errors.ts'
import { readPolicy } from '../platform/deliveries/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Run } from '../platform/schedules/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { actorOf, senderOf } from './charge.ts'
import { toBroadcast } from './content.ts'
import { type Desk, newCode } from './desk.ts'
import { type NoticeRow, readNotice, readNotices, writeAudit } from './store.ts'

export const SCHEDULE_KIND = 'notice'

const keyOf = (id: string, day: string): string => `notice:${id}:${day}`

/** Writes the next time down; the same one twice is one. @returns false when there is none any more */
export async function scheduleNext(desk: Desk, tx: Transaction<Tables>, row: NoticeRow, after: Date): Promise<boolean> {
  const { timing } = row.draft
  const next = timing.kind === 'recurring' ? nextOccurrence(timing.recurrence, after) : null
  if (!next) return false
  await desk.house.schedules.save(tx, {
    key: keyOf(row.id, next.day),
    kind: SCHEDULE_KIND,
    areaId: row.area_id,
    repeat: null,
    at: next.sendAt,
    catchUp: 'ask',
    detail: { notice: row.id, day: next.day },
  })
  return true
}

function hasMore({ draft: { timing } }: NoticeRow, after: Date): boolean {
  return timing.kind === 'recurring' && nextOccurrence(timing.recurrence, after) !== null
}

/** Its next time and those after it are left out until somebody lets it go on. */
export async function pauseSeries(desk: Desk, tx: Transaction<Tables>, row: NoticeRow): Promise<void> {
  const now = desk.house.clock.now()
  await sql`update notices set paused_at = ${now}, updated_at = ${now} where id = ${row.id}`.execute(tx)
}

/** From the next time on; what was left out meanwhile is not made up for. @throws AppError `conflict` when none is left */
export async function resumeSeries(desk: Desk, tx: Transaction<Tables>, row: NoticeRow): Promise<void> {
  const now = desk.house.clock.now()
  if (!(await scheduleNext(desk, tx, row, now))) throw new AppError('conflict', 'it has no time left')
  await sql`update notices set paused_at = null, updated_at = ${now} where id = ${row.id}`.execute(tx)
}

/** The words for one day, and until when they hold: to the end of the event. */
function draftFor(draft: NoticeDraft, day: string): NoticeDraft {
  const fields = moveToDay(draft.fields, day)
  const expiresAt = momentsOf(fields)?.end ?? momentAt(day, '23:59')
  return { ...draft, fields, expiresAt, timing: { kind: 'now' } }
}

/** Inside the transaction that notes the run. What is stopped or over meanwhile sends nothing. */
export async function runOccurrence(desk: Desk, tx: Transaction<Tables>, { detail }: Run): Promise<void> {
  const { clock, config, broadcasts } = desk.house
  const now = clock.now()
  const series = await readNotice(tx, String(detail.notice))
  const day = String(detail.day)
  if (series.state !== 'repeating' || series.paused_at) return
  await scheduleNext(desk, tx, series, now)
  const draft = draftFor(series.draft, day)
  if (draft.expiresAt <= now) return
  const { rows } = await sql<{ id: string }>`
    insert into notices (oa_id, area_id, code, request_key, author, last_editor, state, draft, areas, kind, urgency, expires_at, is_confirmed,
      approval_need, submitted_at, approved_by, approved_at, series_id, series_day, created_at, updated_at)
    select oa_id, area_id, ${await newCode(tx)}, ${keyOf(series.id, day)}, author, last_editor, 'waiting', ${JSON.stringify(draft)}, areas, kind, urgency,
      ${draft.expiresAt}, is_confirmed, approval_need, submitted_at, approved_by, approved_at, id, ${day}::date, ${now}, ${now}
    from notices where id = ${series.id} on conflict do nothing returning id
  `.execute(tx)
  const id = rows[0]?.id
  if (!id) return
  const row = await readNotice(tx, id)
  const carried = await create(desk, tx, row, { publicUrl: config.publicUrl, now })
  if (carried === null) {
    await sql`update notices set state = 'expired' where id = ${id}`.execute(tx)
    return
  }
  await sql`update notices set state = 'released', broadcast_id = ${carried} where id = ${id}`.execute(tx)
  broadcasts.nudge()
  await writeAudit(tx, {
    notice: id,
    areaId: row.area_id,
    actor: 'schedule',
    by: senderOf(row.area),
    action: 'released',
    detail: { code: row.code, series: series.id, day },
  })
}

/** Null where everybody has left since it was planned. */
async function create(
  desk: Desk,
  tx: Transaction<Tables>,
  row: NoticeRow,
  at: { publicUrl: string; now: Date },
): Promise<string | null> {
  try {
    const policy = await readPolicy(tx, row.area_id)
    return (await desk.house.broadcasts.create(tx, toBroadcast(row, { ...at, correctionOf: null, policy }))).id
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return null
    throw error
  }
}

/** Its hour passed while nobody was there: a person says that it still makes sense. */
export async function confirmLateRun(desk: Desk, caller: Principal, row: NoticeRow): Promise<void> {
  const { schedules } = desk.house
  const runs = (await schedules.listAsking()).filter(({ key }) => key.startsWith(`notice:${row.id}:`))
  const [run] = runs
  if (!run) throw new AppError('conflict', 'nothing asks any more')
  if (draftFor(row.draft, String(run.detail.day)).expiresAt <= desk.house.clock.now())
    throw new AppError('conflict', 'that day is over')
  if (!(await schedules.decide(run, true, actorOf(caller)))) throw new AppError('conflict', 'somebody decided first')
}

/** Sees to it that every live series has its next time, and ends those that have none. */
export async function keepSeries(desk: Desk): Promise<void> {
  const { db, clock } = desk.house
  const now = clock.now()
  for (const row of await readNotices(db, sql`n.state = 'repeating'`))
    await db.transaction().execute(async tx => {
      const goesOn = row.paused_at ? hasMore(row, now) : await scheduleNext(desk, tx, row, now)
      if (!goesOn && row.asksFor === null && row.nextRun === null)
        await sql`update notices set state = 'expired', updated_at = ${now} where id = ${row.id} and state = 'repeating'`.execute(
          tx,
        )
    })
}
