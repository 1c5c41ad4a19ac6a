/** Local parts as they lie in the database, and what of them holds in an area. */
import { type Selectable, sql, type Transaction } from 'kysely'
import type { AreaLevel } from '../../../shared/areas.ts'
import {
  type AreaFacts,
  inheritFacts,
  type KeptPart,
  type LocalFacts,
  type WardPart,
} from '../../../shared/local-parts/index.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import type { Database, LocalPartsTable, Tables } from '../../platform/storage/index.ts'

type Db = Database | Transaction<Tables>
export type PartRow = Selectable<LocalPartsTable>

export interface LineArea {
  id: string
  code: string
  name: string
  level: AreaLevel
}

/** The area and all above it, from itself upwards; empty when there is none of that code in use. */
export async function readLine(db: Db, code: string): Promise<LineArea[]> {
  const { rows } = await sql<LineArea>`
    with recursive line as (
      select id, parent_id, code, name, level, 0 as above from areas where code = ${code} and retired_at is null
      union all select a.id, a.parent_id, a.code, a.name, a.level, above + 1 from areas a join line on a.id = line.parent_id)
    select id, code, name, level from line order by above
  `.execute(db)
  return rows
}

/** What each of these areas says of a guide, in their order. */
export async function readFacts(db: Db, key: string, line: readonly LineArea[]): Promise<AreaFacts[]> {
  const rows = await db
    .selectFrom('local_parts')
    .select(['area_id', 'facts', 'decided_at'])
    .where('topic_key', '=', key)
    .where('state', '=', 'published')
    .execute()
  return line.flatMap(({ id, name }) => {
    const row = rows.find(one => one.area_id === id)
    return row ? [toAreaFacts(name, row)] : []
  })
}

/** What holds in a ward and its neighbourhoods, for every guide of which something is said. */
export async function readLocal(db: Database, wardId: string): Promise<ReadonlyMap<string, WardPart>> {
  const { rows } = await sql<{
    key: string
    name: string
    /** 0: the ward; 1 and more: above it; -1: a neighbourhood. */
    above: number
    area: string
    facts: LocalFacts
    decided_at: Date
  }>`
    with recursive line as (
      select id, parent_id, name, 0 as above from areas where id = ${wardId}
      union all select a.id, a.parent_id, a.name, above + 1 from areas a join line on a.id = line.parent_id),
    near as (
      select id, name, above from line
      union all select id, name, -1 from areas where parent_id = ${wardId} and retired_at is null)
    select p.topic_key as key, near.name, near.above, p.area_id as area, p.facts, p.decided_at
    from local_parts p join near on near.id = p.area_id where p.state = 'published' order by near.above, near.name
  `.execute(db)
  const parts = new Map<string, WardPart>()
  for (const key of new Set(rows.map(row => row.key))) {
    const own = rows.filter(row => row.key === key)
    const inWard = inheritFacts(own.filter(({ above }) => above >= 0).map(row => toAreaFacts(row.name, row)))
    const below = own
      .filter(({ above }) => above < 0)
      .flatMap(row => {
        const part = inheritFacts([toAreaFacts(row.name, row)])
        return part ? [{ ...part, name: row.name }] : []
      })
    if (inWard || below.length > 0)
      parts.set(key, { ...(inWard ?? { fee: null, hours: null, place: null, phone: null, form: null }), below })
  }
  return parts
}

/** Another one when an area is renamed of which something is said: its new name holds from then on. */
export async function readAreaNames(db: Database): Promise<string> {
  const { rows } = await sql<{ names: string | null }>`
    select md5(string_agg(a.id || ' ' || a.name, ',' order by a.id)) as names from areas a
    where exists (select from local_parts p where p.area_id = a.id and p.state = 'published')
      or exists (select from review_answers r where r.area_id = a.id)
  `.execute(db)
  return rows[0]?.names ?? ''
}

function toAreaFacts(area: string, row: { facts: LocalFacts; decided_at: Date | null }): AreaFacts {
  return { area, asOf: vietnamDay(row.decided_at ?? new Date(0)), facts: row.facts }
}

export function toKept(row: PartRow, actor: string): KeptPart {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    facts: row.facts,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
    submittedBy: row.submitted_by,
    why: row.why,
    returnedBecause: row.returned_because,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    mayApprove: !row.authors.includes(actor),
  }
}
