/** From the draft to what carries it: submitted, checked, released once. */
import { sql, type Transaction } from 'kysely'
import { kindRules, type Submission } from '../../shared/notices/index.ts'
import { readPolicy } from '../platform/deliveries/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { tellApprovers } from './approvers.ts'
import { actorOf } from './charge.ts'
import { toBroadcast } from './content.ts'
import { adviseDraft, type Desk, lockInCharge, refuse, refuseBlocked } from './desk.ts'
import { hand, requireMove, requireVersion } from './drafting.ts'
import { countAudience, firstBroadcast, needOf } from './planning.ts'
import { scheduleNext } from './series.ts'
import { type NoticeRow, readNotice, writeAudit } from './store.ts'

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
    throw refuse('invalid', 'this kind of notice has to be confirmed first', 'not_confirmed')
  if (changesNothing(row)) throw refuse('invalid', 'the correction changes nothing', 'same_words')
  if ((await countAudience(tx, row)) === 0) throw refuse('invalid', 'nobody is in the audience', 'nobody_there')
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
  if (row.expires_at <= now) throw refuse('conflict', 'the notice is over already', 'notice_over')
  if (row.corrects && (await isCorrected(tx, row.corrects)))
    throw refuse('conflict', 'this version was corrected already: correct the correction', 'corrected_already')
  if (row.draft.timing.kind === 'recurring') {
    await sql`update notices set state = 'repeating', updated_at = ${now} where id = ${row.id}`.execute(tx)
    await scheduleNext(desk, tx, row, now)
    return readNotice(tx, row.id)
  }
  const request = toBroadcast(row, {
    publicUrl: config.publicUrl,
    now,
    correctionOf: await firstBroadcast(tx, row),
    policy: await readPolicy(tx, row.area_id),
  })
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
