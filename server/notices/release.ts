/** From the draft to what carries it: submitted, agreed to by a second person, released once. */
import { sql, type Transaction } from 'kysely'
import {
  approvalNeed,
  defaultNoticeSettings,
  kindRules,
  mayApprove,
  type NoticePlan,
  NoticeSettings,
  type Submission,
} from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'
import { tellApprovers } from './approvers.ts'
import { actorOf, findAreas, mayReview, type SpokenArea } from './charge.ts'
import { toBroadcast } from './content.ts'
import { adviseDraft, type Desk, lockInCharge, newCode, refuseBlocked } from './desk.ts'
import { hand, requireMove, requireVersion } from './drafting.ts'
import { scheduleNext } from './series.ts'
import { lockNotice, type NoticeRow, readNotice, readNotices, writeAudit } from './store.ts'

const SETTINGS_KEY = 'notices.settings'

/** What holds for an area: the nearest setting on the way up. */
export async function readSettings(db: Database | Transaction<Tables>, areaId: string): Promise<NoticeSettings> {
  const { rows } = await sql<{ value: unknown }>`
    with recursive line as (
      select id, parent_id, 0 as above from areas where id = ${areaId}
      union all select a.id, a.parent_id, above + 1 from areas a join line on a.id = line.parent_id)
    select s.value from line join settings s on s.area_id = line.id and s.key = ${SETTINGS_KEY} order by above limit 1
  `.execute(db)
  return rows[0] ? NoticeSettings.parse(rows[0].value) : defaultNoticeSettings
}

export async function saveSettings(
  desk: Desk,
  caller: Principal,
  area: SpokenArea,
  settings: NoticeSettings,
): Promise<void> {
  await desk.house.db.transaction().execute(async tx => {
    await sql`
      insert into settings (area_id, key, value) values (${area.id}, ${SETTINGS_KEY}, ${JSON.stringify(settings)}::jsonb)
      on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
    `.execute(tx)
    await tx
      .insertInto('audit')
      .values({
        actor: actorOf(caller),
        action: 'notice settings written',
        area_id: area.id,
        subject: area.code,
        detail: JSON.stringify(settings),
      })
      .execute()
  })
}

async function needOf(
  db: Database | Transaction<Tables>,
  caller: Principal,
  row: NoticeRow,
  isAlone: boolean,
): Promise<NoticePlan['approval']> {
  const { approval: policy } = await readSettings(db, row.area_id)
  return approvalNeed({
    policy,
    urgency: row.urgency,
    isOwnNeighbourhood: caller.role === 'leader' && row.area.level === 'neighbourhood',
    needsConfirmation: kindRules[row.draft.kind].confirmation !== null,
    isAlone,
  })
}

/** Who would get it how; nothing changes. */
export async function planNotice(desk: Desk, caller: Principal, row: NoticeRow): Promise<NoticePlan> {
  const { house } = desk
  const now = house.clock.now()
  const request = toBroadcast(row, {
    publicUrl: house.config.publicUrl,
    now,
    correctionOf: await firstBroadcast(house.db, row),
  })
  const plan = await house.broadcasts.plan(request)
  const moment = (iso: string | null) => (iso === null ? null : new Date(iso))
  return {
    audience: plan.audience,
    channels: plan.channels,
    inboxOnly: plan.inboxOnly,
    quiet: { people: plan.quiet.people, until: moment(plan.quiet.until) },
    finishesAt: moment(plan.finishesAt),
    isTooSlow: plan.tooSlow,
    quotas: plan.quotas,
    mayRepeat: plan.mayRepeat,
    houses: await countHouses(house.db, row.areas),
    approval: row.approval_need ?? (await needOf(house.db, caller, row, false)),
  }
}

export async function countHouses(
  db: Database | Transaction<Tables>,
  areaIds: readonly string[],
): Promise<{ known: number; joined: number }> {
  const { rows } = await sql<{ known: number; joined: number }>`
    with recursive below as (
      select id from areas where id = any(${[...areaIds]}::uuid[])
      union select a.id from areas a join below on a.parent_id = below.id or a.merged_into = below.id)
    select count(*)::int as known,
      (count(*) filter (where exists (select 1 from house_members m where m.area_id = h.area_id and m.code = h.code)))::int as joined
    from houses h where h.area_id in (select id from below)
  `.execute(db)
  return rows[0] ?? { known: 0, joined: 0 }
}

async function firstBroadcast(db: Database | Transaction<Tables>, row: NoticeRow): Promise<string | null> {
  if (!row.corrects) return null
  const first = await db.selectFrom('notices').select('broadcast_id').where('id', '=', row.corrects).executeTakeFirst()
  return first?.broadcast_id ?? null
}

/** @throws AppError `invalid` for what may not go out, `conflict` when it was changed or sent meanwhile */
export async function submitNotice(desk: Desk, caller: Principal, request: Submission): Promise<NoticeRow> {
  const row = await desk.house.db.transaction().execute(tx => submitWithin(desk, tx, caller, request))
  desk.house.broadcasts.nudge()
  desk.deliveries.nudge()
  return row
}

/** The same inside a transaction of the caller's, who nudges the broadcasts afterwards. */
export async function submitWithin(
  desk: Desk,
  tx: Transaction<Tables>,
  caller: Principal,
  request: Submission,
): Promise<NoticeRow> {
  const row = await lockInCharge(desk, tx, caller, request.id)
  // A second press of the same button.
  if (row.shown !== 'draft' && row.version === request.version && row.last_editor === actorOf(caller)) return row
  requireVersion(row, request.version)
  requireMove(row, 'submit')
  await requireReady(desk, tx, row, request)
  const need = await needOf(tx, caller, row, request.isAlone)
  const now = desk.house.clock.now()
  await sql`
    update notices set is_confirmed = ${request.isConfirmed}, approval_need = ${need}, submitted_at = ${now}, returned_because = null,
      state = 'waiting', updated_at = ${now} where id = ${row.id}
  `.execute(tx)
  await writeAudit(tx, { ...hand(row, caller), action: 'submitted', detail: { version: row.version, need } })
  if (need === 'second_person') {
    const waiting = await readNotice(tx, row.id)
    await tellApprovers(desk, tx, waiting, 'wanted')
    return waiting
  }
  if (need === 'alone_reported') {
    await writeAudit(tx, { ...hand(row, caller), action: 'sent alone', detail: { code: row.code } })
    await tellApprovers(desk, tx, row, 'sent_alone')
  }
  return release(desk, tx, caller, await readNotice(tx, row.id))
}

async function requireReady(
  desk: Desk,
  tx: Transaction<Tables>,
  row: NoticeRow,
  { isConfirmed }: Pick<Submission, 'isConfirmed'>,
): Promise<void> {
  refuseBlocked(adviseDraft(desk, row.draft))
  if (kindRules[row.draft.kind].confirmation !== null && !isConfirmed)
    throw new AppError('invalid', 'this kind of notice has to be confirmed first')
  if (changesNothing(row)) throw new AppError('invalid', 'the correction changes nothing')
  if ((await countAudience(tx, row)) === 0) throw new AppError('invalid', 'nobody is in the audience')
}

/** People of the areas, of those below them and of what became of them; of a correction: who got the first version. */
export async function countAudience(db: Database | Transaction<Tables>, row: NoticeRow): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    with recursive places as (
      select id from areas where id = any(${row.areas}::uuid[])
      union select a.id from areas a join places p on a.parent_id = p.id or a.split_from = p.id
        or a.id = (select merged_into from areas m where m.id = p.id))
    select case when ${row.corrects}::bigint is null
      then (select count(distinct person_id) from memberships where area_id in (select id from places))
      else (select count(*) from broadcast_recipients r join notices f on f.broadcast_id = r.broadcast_id where f.id = ${row.corrects} and not r.is_post)
      end::int as total
  `.execute(db)
  return rows[0]?.total ?? 0
}

function changesNothing({ original, draft }: NoticeRow): boolean {
  return original !== null && JSON.stringify(original.fields) === JSON.stringify(draft.fields)
}

/** Hands the frozen words to what carries them. Inside the transaction that decides it. */
export async function release(
  desk: Desk,
  tx: Transaction<Tables>,
  caller: Principal,
  row: NoticeRow,
): Promise<NoticeRow> {
  const { clock, config, broadcasts } = desk.house
  const now = clock.now()
  if (row.expires_at <= now) throw new AppError('conflict', 'the notice is over already')
  if (row.corrects && (await isCorrected(tx, row.corrects)))
    throw new AppError('conflict', 'this version was corrected already: correct the correction')
  if (row.draft.timing.kind === 'recurring') {
    await sql`update notices set state = 'repeating', updated_at = ${now} where id = ${row.id}`.execute(tx)
    await scheduleNext(desk, tx, row, now)
    return readNotice(tx, row.id)
  }
  const request = toBroadcast(row, { publicUrl: config.publicUrl, now, correctionOf: await firstBroadcast(tx, row) })
  const { id } = await broadcasts.create(tx, request)
  await sql`update notices set state = 'released', broadcast_id = ${id}, updated_at = ${now} where id = ${row.id}`.execute(
    tx,
  )
  await writeAudit(tx, {
    ...hand(row, caller),
    action: 'released',
    detail: { code: row.code, version: row.version, startsAt: request.startsAt },
  })
  return readNotice(tx, row.id)
}

async function isCorrected(tx: Transaction<Tables>, id: string): Promise<boolean> {
  // Two corrections at once take turns.
  await sql`select 1 from notices where id = ${id} for update`.execute(tx)
  const { rows } = await sql`select 1 from notices where corrects = ${id} and state = 'released'`.execute(tx)
  return rows.length > 0
}

export async function listWaiting(desk: Desk, caller: Principal): Promise<NoticeRow[]> {
  const rows = await readNotices(desk.house.db, sql`n.state = 'waiting'`, sql`order by n.submitted_at limit 200`)
  const seen = await Promise.all(rows.map(async row => ({ row, areas: await areasOf(desk, row) })))
  return seen.filter(({ areas }) => mayReview(caller, areas)).map(({ row }) => row)
}

function areasOf({ house }: Desk, row: NoticeRow): Promise<SpokenArea[]> {
  return findAreas(house.db, row.areaCodes)
}

export async function readForReview(desk: Desk, caller: Principal, id: string): Promise<NoticeRow> {
  const row = await readNotice(desk.house.db, id)
  if (!mayReview(caller, await areasOf(desk, row))) throw new AppError('not_found', 'no such notice in your charge')
  return row
}

/** @throws AppError `forbidden` for one's own, `conflict` when it was changed or decided meanwhile */
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
    if (!mayApprove(actor, { author: row.author, lastEditor: row.last_editor }))
      throw new AppError('forbidden', 'nobody approves their own notice')
    refuseBlocked(adviseDraft(desk, row.draft).filter(({ code }) => code !== 'past_schedule'))
    const now = desk.house.clock.now()
    await sql`update notices set approved_by = ${actor}, approved_at = ${now} where id = ${id}`.execute(tx)
    await writeAudit(tx, { ...hand(row, caller), action: 'approved', detail: { version } })
    return release(desk, tx, caller, await readNotice(tx, id))
  })
  desk.house.broadcasts.nudge()
  return row
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
  if (!mayReview(caller, await findAreas(tx, row.areaCodes)))
    throw new AppError('not_found', 'no such notice in your charge')
  return row
}

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
    const row = await lockNotice(tx, id)
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
