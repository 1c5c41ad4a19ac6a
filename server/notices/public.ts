/** A notice as everybody with the link may read it, and lists of those that are for everybody to see. */
import { sql } from 'kysely'
import { compareFields, kindRules, type LinkVia, noticePath, type PublicNotice } from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import { listCharge, requireAreas, senderOf } from './charge.ts'
import type { Desk } from './desk.ts'
import { type NoticeRow, readNotices } from './store.ts'

/** It has begun to reach people: one that was stopped before, or asks because its hour passed, was never said. */
const WENT_OUT = sql`n.state = 'released' and (b.state = 'expanding' or b.expand_cursor is not null or b.expanded_at is not null)`
/** Out, with its words still there. */
const IS_OUT = sql`${WENT_OUT} and n.erased_at is null`
/** As many as a page, a feed or a calendar shows. */
const MOST_LISTED = 50

export function toPublic(row: NoticeRow, { publicUrl, now }: { publicUrl: string; now: Date }): PublicNotice {
  const { draft, original } = row
  return {
    code: row.code,
    kind: draft.kind,
    urgency: draft.urgency,
    fields: draft.fields,
    files: draft.files,
    rsvp: draft.rsvp,
    sender: senderOf(row.area),
    wardName: row.wardName,
    areaNames: row.areaNames,
    sentAt: row.startsAt ?? row.created_at,
    expiresAt: row.expires_at,
    isExpired: row.expires_at <= now,
    isCancelled: row.shown === 'cancelled' && row.correctedBy === null,
    url: publicUrl + noticePath(row.code),
    corrects: original && { code: original.code, changes: compareFields(original.fields, draft.fields) },
    correctedBy: row.correctedBy && { code: row.correctedBy.code },
  }
}

const viewOf = ({ house: { config, clock } }: Desk) => ({ publicUrl: config.publicUrl, now: clock.now() })

/** @throws AppError `not_found`; for one that was erased too */
export async function readPublic(desk: Desk, code: string, via: LinkVia | null): Promise<PublicNotice> {
  const row = await findOut(desk, code)
  if (!row) throw new AppError('not_found', 'no such notice')
  if (via) await countOpening(desk, row.id, via)
  return toPublic(row, viewOf(desk))
}

export async function findOut(desk: Desk, code: string): Promise<NoticeRow | null> {
  const [row] = await readNotices(desk.house.db, sql`n.code = ${code} and ${IS_OUT}`)
  return row ?? null
}

/** What the register of codes says: it is ours, it was ours, or it never was. */
export async function lookUpCode(db: Parameters<typeof readNotices>[0], code: string): Promise<NoticeRow | 'unknown'> {
  const [row] = await readNotices(db, sql`n.code = ${code} and ${WENT_OUT}`)
  return row ?? 'unknown'
}

/** A number and nothing else: not when, not from where. */
async function countOpening({ house }: Desk, id: string, via: LinkVia): Promise<void> {
  await sql`
    insert into notice_openings as o (notice_id, via, total) values (${id}, ${via}, 1)
    on conflict (notice_id, via) do update set total = o.total + 1
  `.execute(house.db)
}

/** Of the area, of what lies below it and of the ward above it; newest first, without what has run out. */
export async function listPublic(desk: Desk, code: string): Promise<PublicNotice[]> {
  const { db, clock } = desk.house
  const [area] = await requireAreas(db, [code])
  if (!area) throw new AppError('not_found', 'no such area')
  const ids = [...new Set([...area.within, ...(await listCharge(db, [area.id]))])]
  const listed = Object.entries(kindRules).flatMap(([kind, { isListed }]) => (isListed ? [kind] : []))
  const rows = await readNotices(
    db,
    sql`${IS_OUT} and n.areas && ${ids}::uuid[] and n.expires_at > ${clock.now()} and b.state <> 'cancelled' and n.kind = any(${listed}::text[])
      and not exists (select 1 from notices c where c.corrects = n.id and c.state = 'released')`,
    sql`order by b.starts_at desc, n.id desc limit ${sql.lit(MOST_LISTED)}`,
  )
  return rows.map(row => toPublic(row, viewOf(desk)))
}
