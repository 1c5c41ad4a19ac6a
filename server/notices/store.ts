/** Notices in the database. What becomes of one that was released is known to what carries it; both are read together. */
import { type Selectable, sql, type Transaction } from 'kysely'
import { NoticeDraft, type NoticeState } from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import type { Database, NoticesTable, Tables } from '../platform/storage/index.ts'

type Db = Database | Transaction<Tables>

export interface NoticeRow extends Omit<Selectable<NoticesTable>, 'draft' | 'state'> {
  draft: NoticeDraft
  state: NoticesTable['state']
  shown: NoticeState
  /** Why it rests; null: it does not. */
  reason: string | null
  area: { id: string; name: string; level: 'city' | 'ward' | 'neighbourhood' }
  areaNames: string[]
  areaCodes: string[]
  wardName: string
  startsAt: Date | null
  finishedAt: Date | null
  original: { id: string; code: string; fields: NoticeDraft['fields'] } | null
  correctedBy: { id: string; code: string } | null
  asksFor: Date | null
  nextRun: Date | null
}

/** What the engine says when nobody was there at the hour. */
const WOKE_LATE = 'late'

interface Raw extends Omit<NoticeRow, 'draft' | 'shown' | 'original'> {
  draft: unknown
  broadcastState: string | null
  original: { id: string; code: string; draft: unknown } | null
}

/** @param where a condition on `n` @param tail order, limit, locks */
export async function readNotices(
  db: Db,
  where: ReturnType<typeof sql>,
  tail: ReturnType<typeof sql> = sql`order by n.id desc`,
): Promise<NoticeRow[]> {
  const { rows } = await sql<Raw>`
    select n.*, n.series_day::text as series_day, b.state as "broadcastState", b.reason, b.starts_at as "startsAt", b.finished_at as "finishedAt",
      json_build_object('id', a.id, 'name', a.name, 'level', a.level) as area,
      array(select x.name from areas x where x.id = any(n.areas) order by x.name) as "areaNames",
      array(select x.code from areas x where x.id = any(n.areas) order by x.name) as "areaCodes",
      (select w.name from official_accounts o join areas w on w.id = o.area_id where o.oa_id = n.oa_id) as "wardName",
      (select json_build_object('id', o.id::text, 'code', o.code, 'draft', o.draft) from notices o where o.id = n.corrects) as original,
      (select json_build_object('id', c.id::text, 'code', c.code) from notices c
        where c.corrects = n.id and c.state = 'released' order by c.id desc limit 1) as "correctedBy",
      (select min(r.due_at) from schedules s join schedule_runs r on r.schedule_id = s.id
        where n.state = 'repeating' and n.paused_at is null and s.schedule_key like 'notice:' || n.id || ':%' and r.state = 'asks') as "asksFor",
      (select min(s.next_due_at) from schedules s
        where n.state = 'repeating' and n.paused_at is null and s.schedule_key like 'notice:' || n.id || ':%' and s.ended_at is null) as "nextRun"
    from notices n join areas a on a.id = n.area_id left join broadcasts b on b.id = n.broadcast_id
    where ${where} ${tail}
  `.execute(db)
  return rows.map(toRow)
}

function toRow({ broadcastState, ...raw }: Raw): NoticeRow {
  const draft = NoticeDraft.parse(raw.draft)
  const original = raw.original && {
    id: raw.original.id,
    code: raw.original.code,
    fields: NoticeDraft.parse(raw.original.draft).fields,
  }
  return { ...raw, draft, original, shown: shownState(raw, broadcastState) }
}

function shownState(
  { state, reason, asksFor, paused_at }: Omit<Raw, 'broadcastState'>,
  broadcast: string | null,
): NoticeState {
  if (state === 'repeating') return paused_at ? 'paused' : asksFor ? 'asking' : 'scheduled'
  if (state !== 'released') return state
  if (broadcast === 'expanding' || broadcast === 'sending') return 'sending'
  if (broadcast === 'paused') return reason === WOKE_LATE ? 'asking' : 'paused'
  if (broadcast === 'done') return reason === 'expired' ? 'expired' : 'sent'
  return broadcast === 'cancelled' ? 'cancelled' : 'scheduled'
}

/** @throws AppError `not_found` */
export async function readNotice(db: Db, id: string): Promise<NoticeRow> {
  const [row] = await readNotices(db, sql`n.id = ${id}`)
  if (!row) throw new AppError('not_found', 'no such notice')
  return row
}

/** The same, kept from everybody else until the transaction ends. */
export async function lockNotice(tx: Transaction<Tables>, id: string): Promise<NoticeRow> {
  await sql`select 1 from notices where id = ${id} for update`.execute(tx)
  return readNotice(tx, id)
}

/** Whose words these are: everybody who ever changed them or handed them in, also as the record they were before a merge. */
export async function listHands(tx: Database | Transaction<Tables>, id: string): Promise<string[]> {
  const { rows } = await sql<{ actor: string }>`
    with recursive hands as (
      select actor from audit where subject = ${`notice:${id}`} and action in ('notice changed', 'notice submitted')
      union select m.subject from audit m join hands h on m.action = 'persons merged' and m.detail ->> 'from' = h.actor)
    select actor from hands
  `.execute(tx)
  return rows.map(({ actor }) => actor)
}

/**
 * What was looked at in a transaction before is locked again, and must be what it was.
 * @throws AppError `conflict`
 */
export async function lockUnchanged(tx: Transaction<Tables>, before: NoticeRow): Promise<NoticeRow> {
  const row = await lockNotice(tx, before.id)
  const isSame =
    row.version === before.version && row.state === before.state && row.broadcast_id === before.broadcast_id
  if (!isSame) throw new AppError('conflict', 'somebody decided meanwhile')
  return row
}

export async function writeAudit(
  tx: Transaction<Tables>,
  line: {
    notice: string
    areaId: string
    actor: string
    action: string
    /** Whom the others see: "Tổ trưởng tổ dân phố 12". */
    by: string
    /** No words of the notice: they may have to be erased, and this line cannot be. */
    detail?: Record<string, unknown>
  },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      actor: line.actor,
      action: `notice ${line.action}`,
      area_id: line.areaId,
      subject: `notice:${line.notice}`,
      detail: JSON.stringify({ by: line.by, ...line.detail }),
    })
    .execute()
}
