/** The notices of everything in a caller's charge. */
import { sql } from 'kysely'
import type { NoticeState } from '../../shared/notices/index.ts'
import type { Principal } from '../platform/people/index.ts'
import { listCharge, type SpokenArea, senderOf } from './charge.ts'
import type { Desk } from './desk.ts'
import { requireArea } from './doors.ts'
import { type NoticeRow, readNotices } from './store.ts'

const PAGE = 30
/** States are worked out from what carries a notice, so a filter looks through some more. */
const MOST_LOOKED_THROUGH = 600

export interface NoticeQuery {
  state?: NoticeState
  area?: string
  before?: string
  /** Only what is set for later or comes again. */
  planned?: boolean
}

export async function listInCharge(
  desk: Desk,
  caller: Principal,
  { state, area, before, planned = false }: NoticeQuery,
): Promise<{ rows: NoticeRow[]; hasMore: boolean }> {
  const { db } = desk.house
  const ids = await listCharge(db, caller.leads)
  const one = area ? await requireArea(desk, caller, area) : null
  const found: NoticeRow[] = []
  let last = before ?? null
  let hasMore = true
  for (let looked = 0; hasMore && found.length <= PAGE && looked < MOST_LOOKED_THROUGH; looked += PAGE + 1) {
    const rows = await readNotices(
      db,
      sql`n.areas <@ ${ids}::uuid[] and (${last}::bigint is null or n.id < ${last}::bigint) and (${one?.id ?? null}::uuid is null or ${one?.id ?? null}::uuid = any(n.areas))`,
      sql`order by n.id desc limit ${sql.lit(PAGE + 1)}`,
    )
    hasMore = rows.length > PAGE
    last = rows.at(-1)?.id ?? null
    found.push(...rows.filter(row => (state === undefined || row.shown === state) && (!planned || isPlanned(row))))
  }
  return { rows: found.slice(0, PAGE), hasMore: hasMore || found.length > PAGE }
}

function isPlanned({ shown, state }: NoticeRow): boolean {
  return shown === 'scheduled' || shown === 'asking' || state === 'repeating'
}

/** Everything that the caller may write to; the ward before its neighbourhoods, "tổ 2" before "tổ 10". */
export async function listSpokenFor(
  desk: Desk,
  caller: Principal,
): Promise<(Pick<SpokenArea, 'code' | 'name' | 'level'> & { sender: string })[]> {
  const ids = await listCharge(desk.house.db, caller.leads)
  const areas = await desk.house.db
    .selectFrom('areas')
    .select(['code', 'name', 'level'])
    .where('id', 'in', ids.length > 0 ? ids : [NOBODY])
    .where('retired_at', 'is', null)
    .execute()
  const order = ['city', 'ward', 'neighbourhood']
  return areas
    .sort(
      (a, b) =>
        order.indexOf(a.level) - order.indexOf(b.level) || a.name.localeCompare(b.name, 'vi', { numeric: true }),
    )
    .map(area => ({ ...area, sender: senderOf(area) }))
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
