/** The tree as administrators see it: names, members, staff, and what former areas became. */
import { type RawBuilder, sql } from 'kysely'
import { type AreaNode, mostAreasListed } from '../../shared/area-edits.ts'
import { areasBelow } from '../platform/areas/index.ts'
import type { Database } from '../platform/storage/index.ts'

/** One area, or an area with what lies directly below it. */
interface Branch {
  code?: string
  below?: string | undefined
}

/** Of a city with many areas its wards; their neighbourhoods are asked for ward by ward. */
export async function readTree(
  db: Database,
  areaIds: readonly string[],
  { code, below }: Branch = {},
): Promise<AreaNode[]> {
  const { rows } = await sql<AreaNode>`
    with within as materialized (select id, level from areas where id in (${areasBelow(areaIds)})),
    size as (select count(*) > ${mostAreasListed} and count(*) filter (where level = 'ward') > 1 as is_large from within)
    select a.code, a.name, a.level, p.code as parent, a.retired_at as "retiredAt", m.code as "mergedInto", s.code as "splitFrom",
      coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'name', n.name) order by n.kind, n.name)
        from area_names n where n.area_id = a.id), '[]') as "otherNames",
      (select count(*)::int from memberships b where b.area_id = a.id) as members,
      (select count(distinct r.person_id)::int from roles r
        where r.area_id = a.id and r.revoked_at is null and r.role <> 'resident') as staff,
      (select count(*)::int from areas c where c.parent_id = a.id and c.retired_at is null) as areas
    from areas a left join areas p on p.id = a.parent_id left join areas m on m.id = a.merged_into
      left join areas s on s.id = a.split_from
    where a.id in (select id from within) and ${choose({ code, below })}
  `.execute(db)
  const byName = new Intl.Collator('vi', { numeric: true })
  return rows.sort((a, b) => byName.compare(a.name, b.name))
}

function choose({ code, below }: Branch): RawBuilder<unknown> {
  if (code !== undefined) return sql`a.code = ${code}`
  if (below !== undefined) return sql`(a.code = ${below} or p.code = ${below})`
  return sql`(a.level <> 'neighbourhood' or not (select is_large from size))`
}
