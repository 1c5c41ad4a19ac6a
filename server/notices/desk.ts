/** What every part of the notices works with. */
import { randomInt } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import {
  type Advice,
  adviseOn,
  isBlocked,
  makeNoticeCode,
  type NoticeDraft,
  type NoticeRefusal,
  type NoticeStarter,
} from '../../shared/notices/index.ts'
import { AppError } from '../errors.ts'
import type { House } from '../feature.ts'
import type { Deliveries } from '../platform/deliveries/index.ts'
import type { Files } from '../platform/files/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Tables } from '../platform/storage/index.ts'
import { actorOf, findAreas, maySpeakTo } from './charge.ts'
import { lockNotice, type NoticeRow, readNotice } from './store.ts'

export interface Desk {
  house: House
  files: Files
  deliveries: Deliveries
}

export function refuse(code: 'invalid' | 'conflict', message: string, reason: NoticeRefusal): AppError {
  return new AppError(code, message, reason)
}

/** Hosts whose links may stand in a notice. */
export function ownHosts({ house: { config } }: Desk): string[] {
  return [new URL(config.publicUrl).hostname]
}

/** A code that no notice has. */
export async function newCode(tx: Transaction<Tables>): Promise<string> {
  for (;;) {
    const code = makeNoticeCode(below => randomInt(below))
    const { rows } = await sql`select 1 from notices where code = ${code}`.execute(tx)
    if (rows.length === 0) return code
  }
}

/** @param starter that it began with, where the ward has written it itself */
export function adviseDraft(desk: Desk, draft: NoticeDraft, starter: NoticeStarter | null = null): Advice[] {
  const starters = starter ? [starter] : []
  return adviseOn({ draft, now: desk.house.clock.now(), ownHosts: ownHosts(desk), starters })
}

/** @throws AppError `invalid`, naming every reason */
export function refuseBlocked(advice: readonly Advice[]): void {
  if (!isBlocked(advice)) return
  const reasons = advice
    .filter(({ level }) => level === 'block')
    .map(({ code, field, words }) => `${code} (${field}): ${words}`)
  throw new AppError('invalid', reasons.join('; '))
}

/** @throws AppError `not_found`, also where it is not the caller's to see */
export async function readInCharge(desk: Desk, caller: Principal, id: string): Promise<NoticeRow> {
  const row = await readNotice(desk.house.db, id)
  await requireCharge(desk, caller, row)
  return row
}

export async function lockInCharge(
  desk: Desk,
  tx: Transaction<Tables>,
  caller: Principal,
  id: string,
): Promise<NoticeRow> {
  const row = await lockNotice(tx, id)
  await requireCharge(desk, caller, row, tx)
  return row
}

/** Whoever speaks for all areas of a notice has it in charge; so has its author while they still do. */
async function requireCharge(desk: Desk, caller: Principal, row: NoticeRow, tx?: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ isInCharge: boolean }>`
    with recursive line as (
      select id as start, id, parent_id, merged_into from areas where id = any(${row.areas}::uuid[])
      union select line.start, a.id, a.parent_id, a.merged_into from areas a join line on a.id = line.parent_id or a.id = line.merged_into)
    select bool_and(own) as "isInCharge" from (
      select bool_or(id = any(${[...caller.leads]}::uuid[])) as own from line group by start) as each
  `.execute(tx ?? desk.house.db)
  if (!rows[0]?.isInCharge) throw new AppError('not_found', 'no such notice in your charge')
}

/**
 * The audience of a draft, which has to be in the caller's charge. A try to speak to others is written down.
 * @throws AppError `forbidden`, `not_found`
 */
export async function requireAudience(desk: Desk, caller: Principal, draft: NoticeDraft) {
  const { db } = desk.house
  const areas = await findAreas(db, draft.audience.areas)
  if (areas.length < new Set(draft.audience.areas).size) throw new AppError('not_found', 'no such area')
  if (maySpeakTo(caller, areas)) return areas
  await db
    .insertInto('audit')
    .values({
      actor: actorOf(caller),
      action: 'notice refused',
      area_id: areas[0]?.id ?? null,
      subject: 'audience outside the own charge',
      detail: JSON.stringify({ areas: areas.map(({ code }) => code) }),
    })
    .execute()
  throw new AppError('forbidden', 'this area is not in your charge')
}
