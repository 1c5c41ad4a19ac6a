/** The tree as administrators see it: names, members, staff, and what former areas became. */
import { sql } from 'kysely'
import type { AreaNode } from '../../shared/area-edits.ts'
import { areasBelow } from '../platform/areas/index.ts'
import type { Database } from '../platform/storage/index.ts'

/** @param code one area only, when given */
export async function readTree(
  db: Database,
  areaIds: readonly string[],
  code: string | null = null,
): Promise<AreaNode[]> {
  const { rows } = await sql<AreaNode>`
    select a.code, a.name, a.level, p.code as parent, a.retired_at as "retiredAt", m.code as "mergedInto", s.code as "splitFrom",
      coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'name', n.name) order by n.kind, n.name)
        from area_names n where n.area_id = a.id), '[]') as "otherNames",
      (select count(*)::int from memberships b where b.area_id = a.id) as members,
      (select count(distinct r.person_id)::int from roles r
        where r.area_id = a.id and r.revoked_at is null and r.role <> 'resident') as staff
    from areas a left join areas p on p.id = a.parent_id left join areas m on m.id = a.merged_into
      left join areas s on s.id = a.split_from
    where a.id in (${areasBelow(areaIds)}) and (${code}::text is null or a.code = ${code})
    order by a.code
  `.execute(db)
  const byName = new Intl.Collator('vi', { numeric: true })
  return rows.sort((a, b) => byName.compare(a.name, b.name))
}
