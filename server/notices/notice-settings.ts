/** What a ward has decided about its notices. */
import { sql, type Transaction } from 'kysely'
import { defaultNoticeSettings, NoticeSettings } from '../../shared/notices/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'
import { actorOf, type SpokenArea } from './charge.ts'
import type { Desk } from './desk.ts'

const SETTINGS_KEY = 'notices.settings'

/** What holds for an area: the nearest setting on the way up. */
export async function readSettings(db: Database | Transaction<Tables>, areaId: string): Promise<NoticeSettings> {
  const { rows } = await sql<{ value: unknown }>`
    with recursive line as (
      select id, parent_id, 0 as above from areas where id = ${areaId}
      union all select a.id, a.parent_id, above + 1 from areas a join line on a.id = line.parent_id)
    select s.value from line join settings s on s.area_id = line.id and s.key = ${SETTINGS_KEY} order by above limit 1
  `.execute(db)
  return rows[0] ? NoticeSettings.parse(rows[0].value) : defaultNoticeSettings
}

export async function saveSettings(
  desk: Desk,
  caller: Principal,
  area: SpokenArea,
  settings: NoticeSettings,
): Promise<void> {
  await desk.house.db.transaction().execute(async tx => {
    await sql`
      insert into settings (area_id, key, value) values (${area.id}, ${SETTINGS_KEY}, ${JSON.stringify(settings)}::jsonb)
      on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
    `.execute(tx)
    await tx
      .insertInto('audit')
      .values({
        actor: actorOf(caller),
        action: 'notice settings written',
        area_id: area.id,
        subject: area.code,
        detail: JSON.stringify(settings),
      })
      .execute()
  })
}
