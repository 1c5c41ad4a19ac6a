/** When offices are open, as kept in the database: the ward's weekly hours, and calendars that areas inherit downwards. */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type AreaLevel, WardProfile } from '../../../shared/areas.ts'
import { emptyCalendar, mergeCalendars, OfficeCalendar } from '../../../shared/calendars.ts'
import { publicHolidays } from '../../../shared/content/index.ts'
import type { Database, Tables } from '../storage/index.ts'

export const CALENDAR_KEY = 'office.calendar'

/** An area with what its office goes by. */
export interface AreaOffice {
  id: string
  code: string
  name: string
  level: AreaLevel
  /** Null for an area without an office of its own. */
  profile: WardProfile | null
  /** What holds here: the national holidays, overridden by every area above and by the own calendar. */
  calendar: OfficeCalendar
  /** What this area entered itself. */
  own: OfficeCalendar
  /** What the areas above entered, the farthest first; null: what the program brings along. */
  inherited: { from: string | null; calendar: OfficeCalendar }[]
  /** The area and all above it. */
  within: string[]
}

interface Row {
  id: string
  code: string
  name: string
  level: AreaLevel
  profile: unknown
  calendar: unknown
}

export function findOfficeOfAccount(db: Database | Transaction<Tables>, oaId: string): Promise<AreaOffice | null> {
  return readOffice(db, sql`select area_id from official_accounts where oa_id = ${oaId}`)
}

export function findOfficeById(db: Database | Transaction<Tables>, id: string): Promise<AreaOffice | null> {
  return readOffice(db, sql`select id from areas where id = ${id} and retired_at is null`)
}

/** @param code of an area that is not retired */
export function findOfficeOfArea(db: Database | Transaction<Tables>, code: string): Promise<AreaOffice | null> {
  return readOffice(db, sql`select id from areas where code = ${code} and retired_at is null`)
}

async function readOffice(db: Database | Transaction<Tables>, start: RawBuilder<unknown>): Promise<AreaOffice | null> {
  const { rows } = await sql<Row>`
    with recursive line as (
      select id, parent_id, code, name, level, profile, 0 as above from areas where id = (${start})
      union all
      select a.id, a.parent_id, a.code, a.name, a.level, a.profile, above + 1 from areas a join line on a.id = line.parent_id
    )
    select line.id, code, name, level, profile, s.value as calendar from line
    left join settings s on s.area_id = line.id and s.key = ${CALENDAR_KEY}
    order by above
  `.execute(db)
  const [area] = rows
  if (!area) return null
  const calendars = rows.map(({ calendar }) => (calendar === null ? emptyCalendar : OfficeCalendar.parse(calendar)))
  return {
    id: area.id,
    code: area.code,
    name: area.name,
    level: area.level,
    profile: area.profile === null ? null : WardProfile.parse(area.profile),
    calendar: calendars.reduceRight(mergeCalendars, publicHolidays),
    own: calendars[0] ?? emptyCalendar,
    inherited: [
      { from: null, calendar: publicHolidays },
      ...rows
        .map(({ name }, above) => ({ from: name, calendar: calendars[above] ?? emptyCalendar }))
        .slice(1)
        .reverse(),
    ],
    within: rows.map(({ id }) => id),
  }
}

/** Two editors of one office come one after the other until the transaction ends. */
export async function lockArea(tx: Transaction<Tables>, code: string): Promise<void> {
  await sql`select id from areas where code = ${code} and retired_at is null for update`.execute(tx)
}

/** @param calendar parsed */
export async function saveCalendar(tx: Transaction<Tables>, areaId: string, calendar: OfficeCalendar): Promise<void> {
  await sql`
    insert into settings (area_id, key, value) values (${areaId}, ${CALENDAR_KEY}, ${JSON.stringify(calendar)}::jsonb)
    on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
  `.execute(tx)
}
