/** Who may see and change guides, and as whom they do it. */
import { sql } from 'kysely'
import { AppError } from '../../errors.ts'
import { actorOf, mayActIn, type Principal } from '../../platform/people/index.ts'
import type { Database } from '../../platform/storage/index.ts'

/** `label` stands on the screen and in the audit; `actor` tells two people of one name apart. */
export interface Hand {
  label: string
  actor: string
  /** False for a token of the office: it is nobody, and agrees to nothing. */
  isPerson: boolean
}

/** Whether the officer keeps the guides: they speak for every ward of this installation. */
export async function hasCharge(db: Database, officer: Principal): Promise<boolean> {
  const { rows } = await sql<{ within: string[] }>`
    with recursive line as (
      select oa_id, a.id, a.parent_id from official_accounts join areas a on a.id = area_id
      union all select line.oa_id, a.id, a.parent_id from areas a join line on a.id = line.parent_id)
    select array_agg(id::text) as within from line group by oa_id
  `.execute(db)
  return rows.every(({ within }) => mayActIn(officer, within))
}

/**
 * A guide speaks for every ward of this installation: whoever keeps it is in charge of all of them. What holds for one
 * ward only is a local override.
 * @throws AppError `forbidden`
 */
export async function requireCharge(db: Database, officer: Principal): Promise<Hand> {
  if (!(await hasCharge(db, officer))) throw new AppError('forbidden', 'these guides are not in your charge')
  return handOf(officer)
}

export function handOf(officer: Principal): Hand {
  return { label: officer.label, actor: actorOf(officer), isPerson: officer.personId !== null }
}
