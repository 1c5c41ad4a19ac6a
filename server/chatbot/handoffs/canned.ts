/** Replies that an office keeps ready. An area without a list of its own uses the nearest one above it. */
import { sql } from 'kysely'
import { type CannedReplies, type CannedReply, starterReplies } from '../../../shared/handoffs.ts'
import { findPersonalData } from '../../../shared/privacy/index.ts'
import { AppError } from '../../errors.ts'
import { areasAbove, findArea } from '../../platform/areas/index.ts'
import { mayActIn, type Principal } from '../../platform/people/index.ts'
import type { Database } from '../../platform/storage/index.ts'

/** @throws AppError `not_found`, `forbidden` */
async function requireArea(db: Database, officer: Principal, code: string): Promise<{ id: string; above: string[] }> {
  const area = await findArea(db, code)
  if (!area) throw new AppError('not_found', 'no such area')
  const above = await areasAbove(db, area.id)
  if (!mayActIn(officer, above)) throw new AppError('forbidden', 'this area is not in your charge')
  return { id: area.id, above }
}

export async function readCanned(db: Database, officer: Principal, code: string): Promise<CannedReplies> {
  const { above } = await requireArea(db, officer, code)
  const { rows } = await sql<CannedReply & { from: string }>`
    with line as (select id, place from unnest(${above}::uuid[]) with ordinality as l (id, place)),
    nearest as (select l.id from line l where exists (select 1 from canned_replies c where c.area_id = l.id) order by l.place limit 1)
    select c.title, c.text, a.code as "from" from canned_replies c join nearest n on n.id = c.area_id
      join areas a on a.id = c.area_id order by c.position
  `.execute(db)
  const [first] = rows
  if (!first) return { replies: [...starterReplies], from: null }
  return { replies: rows.map(({ title, text }) => ({ title, text })), from: first.from }
}

/** An empty list gives the area back to what stands above it. Numbers of persons have no place in it. */
export async function writeCanned(
  db: Database,
  officer: Principal,
  { area: code, replies }: { area: string; replies: CannedReply[] },
): Promise<CannedReplies> {
  const { id } = await requireArea(db, officer, code)
  const withNumbers = replies.find(({ text }) => findPersonalData(text).includes('identity'))
  if (withNumbers) throw new AppError('invalid', 'a canned reply names nobody', 'personal_data')
  await db.transaction().execute(async tx => {
    await sql`select 1 from areas where id = ${id} for update`.execute(tx)
    await tx.deleteFrom('canned_replies').where('area_id', '=', id).execute()
    if (replies.length > 0)
      await tx
        .insertInto('canned_replies')
        .values(replies.map(({ title, text }, position) => ({ area_id: id, position, title, text })))
        .execute()
    await tx
      .insertInto('audit')
      .values({
        actor: officer.label,
        action: 'canned replies written',
        area_id: id,
        subject: code,
        detail: JSON.stringify({ replies: replies.length }),
      })
      .execute()
  })
  return readCanned(db, officer, code)
}
