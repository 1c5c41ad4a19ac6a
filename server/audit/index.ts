/** The audit on the screen and as a file. Administrators read what happened in their areas and below them. */

import type { Response } from 'express'
import { Router } from 'express'
import { type RawBuilder, sql } from 'kysely'
import { type AuditChain, type AuditChoices, type AuditLine, type AuditPage, AuditQuery } from '../../shared/audit.ts'
import { csvLine, csvMark } from '../../shared/csv.ts'
import { addDays, momentAt, vietnamDay, vietnamTime } from '../../shared/vietnam-time.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { areasAbove, areasBelow, findArea } from '../platform/areas/index.ts'
import { verifyAudit } from '../platform/audit/index.ts'
import { requireRole } from '../platform/http/index.ts'
import { mayActIn, type Principal } from '../platform/people/index.ts'

export interface AuditFeature extends Feature {
  /** @throws AppError `not_found`, `forbidden` for an area in somebody else's charge */
  list(administrator: Principal, query: AuditQuery & { before?: string | undefined }): Promise<AuditPage>
  choices(administrator: Principal): Promise<AuditChoices>
  verify(): Promise<AuditChain>
}

const PAGE = 50
const EXPORTED_AT_A_TIME = 1000
const MOST_CHOICES = 200

export function createAudit({ db, clock, readPrincipal }: House): AuditFeature {
  /** What concerns no area is for whoever has the whole tree in charge. */
  const isTheirs = ({ areaIds }: Principal): RawBuilder<unknown> => sql`(
    l.area_id in (${areasBelow(areaIds)}) or (l.area_id is null and exists (
      select 1 from areas where id = any(${areaIds}::uuid[]) and parent_id is null)))`

  async function condition(administrator: Principal, query: AuditQuery): Promise<RawBuilder<unknown>> {
    const { actor, action, area: code, from, until } = query
    const parts = [isTheirs(administrator)]
    if (code) {
      const area = await findArea(db, code)
      if (!area) throw new AppError('not_found', 'no such area')
      if (!mayActIn(administrator, await areasAbove(db, area.id)))
        throw new AppError('forbidden', 'this area is not in your charge', 'other_area')
      parts.push(sql`l.area_id in (${areasBelow([area.id])})`)
    }
    if (actor) parts.push(sql`l.actor = ${actor}`)
    if (action) parts.push(sql`l.action = ${action}`)
    if (from) parts.push(sql`l.at >= ${momentAt(from, '00:00')}`)
    if (until) parts.push(sql`l.at < ${momentAt(addDays(until, 1), '00:00')}`)
    return sql.join(parts, sql` and `)
  }

  async function read(which: RawBuilder<unknown>, before: string | null, limit: number): Promise<AuditLine[]> {
    const { rows } = await sql<AuditLine>`
      select l.id, l.at, l.actor, l.action, a.code as area, a.name as "areaName", l.subject, coalesce(l.detail, '{}'::jsonb) as detail
      from audit l left join areas a on a.id = l.area_id
      where ${which} and ${before === null ? sql`true` : sql`l.id < ${before}`}
      order by l.id desc limit ${limit}
    `.execute(db)
    return rows
  }

  async function exportAll(administrator: Principal, query: AuditQuery, response: Response): Promise<void> {
    const which = await condition(administrator, query)
    response.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="nhat-ky-${vietnamDay(clock.now())}.csv"`,
      'Cache-Control': 'no-store',
    })
    response.write(csvMark + csvLine(['số', 'ngày', 'giờ', 'người làm', 'việc', 'địa bàn', 'đối tượng', 'chi tiết']))
    let before: string | null = null
    for (;;) {
      const lines: AuditLine[] = await read(which, before, EXPORTED_AT_A_TIME)
      const text = lines.map(({ id, at, actor, action, areaName, subject, detail }) =>
        csvLine([
          Number(id),
          vietnamDay(at),
          vietnamTime(at),
          actor,
          action,
          areaName,
          subject,
          JSON.stringify(detail),
        ]),
      )
      if (!response.write(text.join(''))) await drained(response)
      before = lines.at(-1)?.id ?? null
      if (lines.length < EXPORTED_AT_A_TIME || response.destroyed) break
    }
    response.end()
  }

  const routes = Router()
  routes.get('/can-bo/nhat-ky.csv', async (request, response) => {
    const administrator = await requireRole(request, readPrincipal, 'administrator')
    const query = AuditQuery.safeParse(request.query)
    if (!query.success) throw new AppError('invalid', 'not a filter of the audit')
    await db
      .insertInto('audit')
      .values({
        actor: administrator.label,
        action: 'audit exported',
        area_id: administrator.areaId,
        subject: 'audit',
        detail: JSON.stringify(query.data),
      })
      .execute()
    await exportAll(administrator, query.data, response)
  })

  return {
    name: 'audit',
    routers: [routes],
    async list(administrator, { before, ...query }) {
      const lines = await read(await condition(administrator, query), before ?? null, PAGE + 1)
      return { lines: lines.slice(0, PAGE), hasMore: lines.length > PAGE }
    },
    async choices(administrator) {
      const of = async (column: 'actor' | 'action'): Promise<string[]> => {
        const { rows } = await sql<{ value: string }>`
          select distinct ${sql.ref(`l.${column}`)} as value from audit l where ${isTheirs(administrator)} order by 1 limit ${MOST_CHOICES}
        `.execute(db)
        return rows.map(({ value }) => value)
      }
      return { actors: await of('actor'), actions: await of('action') }
    },
    async verify() {
      const { entries, brokenAt, head } = await verifyAudit(db)
      return { isWhole: brokenAt === null, entries, brokenAt, head }
    },
  }
}

/** The reader goes away, or is ready for more. */
function drained(response: Response): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.once('drain', done).once('close', done)
  })
}
