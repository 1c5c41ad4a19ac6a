/** Who would get it how, and who has to agree: looked at before anything is sent. */
import { sql, type Transaction } from 'kysely'
import { approvalNeed, kindRules, type NoticePlan } from '../../shared/notices/index.ts'
import { readPolicy } from '../platform/deliveries/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'
import { toBroadcast } from './content.ts'
import type { Desk } from './desk.ts'
import { readSettings } from './notice-settings.ts'
import type { NoticeRow } from './store.ts'

export async function needOf(
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
    policy: await readPolicy(house.db, row.area_id),
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

export async function firstBroadcast(db: Database | Transaction<Tables>, row: NoticeRow): Promise<string | null> {
  if (!row.corrects) return null
  const first = await db.selectFrom('notices').select('broadcast_id').where('id', '=', row.corrects).executeTakeFirst()
  return first?.broadcast_id ?? null
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
