/** What happens to notices by themselves: they run out, what is personal is erased, and what comes again is kept going. */
import { sql, type Transaction } from 'kysely'
import { kindRules, type NoticeDraft } from '../../shared/notices/index.ts'
import type { Tick } from '../platform/jobs/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import type { Desk } from './desk.ts'
import { keepSeries } from './series.ts'
import { type NoticeRow, readNotices, writeAudit } from './store.ts'

const GONE = '(đã xóa)'
const AT_A_TIME = 100
const DAY_MS = 24 * 3600_000
/** Drafts that nobody went on with, and files that no notice uses. */
const FORGOTTEN_AFTER_MS = 30 * DAY_MS

export function createUpkeepTick(desk: Desk): Tick {
  return { name: 'notices', schedule: '15 * * * * *', run: () => keepNotices(desk) }
}

/** Does no harm when done twice, or by several replicas at once. */
export async function keepNotices(desk: Desk): Promise<void> {
  const { db, clock } = desk.house
  const now = clock.now()
  await sql`
    update notices set state = 'expired', updated_at = ${now} where expires_at <= ${now} and (state = 'waiting'
      or (state = 'draft' and updated_at < ${new Date(now.getTime() - FORGOTTEN_AFTER_MS)}))
  `.execute(db)
  await keepSeries(desk)
  await erasePersonal(desk, now)
  await forgetAnswers(desk, now)
  await dropUnusedFiles(desk, now)
}

const personalKinds = Object.entries(kindRules).flatMap(([kind, { isErasedAtExpiry }]) =>
  isErasedAtExpiry ? [kind] : [],
)

/** Also drafts that were never sent, and those that were called back. */
async function erasePersonal(desk: Desk, now: Date): Promise<void> {
  const { db } = desk.house
  const due = await readNotices(
    db,
    sql`n.erased_at is null and n.kind = any(${personalKinds}::text[]) and n.expires_at <= ${now} and n.state <> 'repeating'
      and (n.broadcast_id is null or b.finished_at is not null)`,
    sql`order by n.id limit ${sql.lit(AT_A_TIME)}`,
  )
  for (const row of due)
    await db.transaction().execute(async tx => {
      const { rows } =
        await sql`select 1 from notices where id = ${row.id} and erased_at is null for update skip locked`.execute(tx)
      if (rows.length > 0) await erase(desk, tx, row, now)
    })
}

async function erase({ files }: Desk, tx: Transaction<Tables>, row: NoticeRow, now: Date): Promise<void> {
  const draft: NoticeDraft = {
    ...row.draft,
    fields: { ...row.draft.fields, title: GONE, what: GONE, place: null, who: null, bring: null, phone: null },
    files: [],
  }
  await sql`
    update notices set draft = ${JSON.stringify(draft)}, erased_at = ${now}, returned_because = null, cancelled_because = null,
      state = case when state in ('draft', 'waiting') then 'expired' else state end where id = ${row.id}
  `.execute(tx)
  await sql`delete from notice_answers where notice_id = ${row.id}`.execute(tx)
  if (row.broadcast_id)
    await sql`update broadcasts set content = ${JSON.stringify(ERASED_WORDS)} where id = ${row.broadcast_id}`.execute(
      tx,
    )
  await writeAudit(tx, {
    notice: row.id,
    areaId: row.area_id,
    actor: 'system',
    by: 'Hệ thống',
    action: 'erased at expiry',
  })
  for (const { id } of row.draft.files) {
    const { rows } =
      await sql`select 1 from notices where draft @> ${JSON.stringify({ files: [{ id }] })}::jsonb limit 1`.execute(tx)
    if (rows.length > 0) continue
    await sql`delete from notice_files where sha256 = ${id}`.execute(tx)
    await files.release(tx, id)
  }
}

/** Who answered is forgotten as messages are, counted from the end of the notice; how many there were stays. */
async function forgetAnswers({ house: { db, config } }: Desk, now: Date): Promise<void> {
  const before = new Date(now.getTime() - config.keepMessagesDays * DAY_MS)
  await sql`
    with gone as (
      delete from notice_answers a using notices n where n.id = a.notice_id and n.expires_at < ${before} and a.answered_at < ${before}
        and coalesce(a.replied_at, a.answered_at) < ${before}
      returning a.notice_id, a.kind, a.people)
    insert into notice_answer_totals as t (notice_id, going, going_people, not_going)
    select notice_id, count(*) filter (where kind = 'going'), coalesce(sum(people) filter (where kind = 'going'), 0),
      count(*) filter (where kind = 'not_going') from gone group by notice_id
    on conflict (notice_id) do update set going = t.going + excluded.going, going_people = t.going_people + excluded.going_people,
      not_going = t.not_going + excluded.not_going
  `.execute(db)
}

const ERASED_WORDS = {
  message: { text: 'Tin đã hết hạn, nội dung đã xóa.', buttons: [] },
  groupText: null,
  notification: null,
  article: null,
  template: null,
  erased: true,
}

/** Taken in for a draft that was never kept. */
async function dropUnusedFiles({ house, files }: Desk, now: Date): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const { rows } = await sql<{ sha256: string }>`
      delete from notice_files f where added_at < ${new Date(now.getTime() - FORGOTTEN_AFTER_MS)}
        and not exists (select 1 from notices n where n.draft @> jsonb_build_object('files', jsonb_build_array(jsonb_build_object('id', f.sha256))))
      returning sha256
    `.execute(tx)
    for (const { sha256 } of rows) await files.release(tx, sha256)
  })
}
