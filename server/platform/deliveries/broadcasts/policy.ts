/** How a ward wants its notices carried. Kept as a setting of an area; an area without one goes by what stands above it. */
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { PushChannel, TemplateFact } from '../../../../shared/broadcasts.ts'
import type { Database, Tables } from '../../storage/index.ts'

const Minute = z.number().int().min(0).max(1439)

/** Minutes of the day, Asia/Ho_Chi_Minh; `until` is the first minute that is not quiet. */
export const Quiet = z.object({ from: Minute, until: Minute })
export type Quiet = z.infer<typeof Quiet>

/** A template that Zalo approved for notices, and what stands in each of its parameters. */
const NoticeTemplate = z.object({
  id: z.string().min(1),
  /** As it was called when it was chosen. */
  name: z.string().default(''),
  /** What one message costs; null: `dongPerTemplate`. */
  dong: z.number().int().min(0).nullable().default(null),
  params: z.record(z.string(), z.object({ fact: TemplateFact, maxLength: z.number().int().min(1) })),
})

export const CarryPolicy = z.object({
  /** Best first; a channel that is not named is not used. */
  channels: z.array(PushChannel).default(['group', 'article', 'oa_message', 'mini_app']),
  /** Null: at any hour. */
  quiet: Quiet.nullable().default({ from: 21 * 60, until: 6 * 60 + 30 }),
  /** Messages between 48 hours and 7 days that the ward pays for in a month, and what one costs. */
  paidPerMonth: z.number().int().min(0).default(0),
  dongPerPaid: z.number().int().min(0).default(55),
  templatesPerMonth: z.number().int().min(0).default(0),
  dongPerTemplate: z.number().int().min(0).default(0),
  template: NoticeTemplate.nullable().default(null),
  /** For single kinds of notices, in place of the one above. */
  kindTemplates: z.record(z.string(), NoticeTemplate).default({}),
  notificationsPerDay: z.number().int().min(0).default(1000),
  notificationsPerMinute: z.number().int().min(1).default(600),
  articlesPerMonth: z.number().int().min(0).default(4),
  /** Names of people are in counts only; their rows go so many days after the broadcast ended. */
  keepDetailsDays: z.number().int().min(1).max(3650).default(180),
})
export type CarryPolicy = z.infer<typeof CarryPolicy>
export type NoticeTemplate = z.infer<typeof NoticeTemplate>

const KEY = 'broadcasts.policy'

/** Every template that notices may go by, each once. */
export function templatesOf({
  template,
  kindTemplates,
}: Pick<CarryPolicy, 'template' | 'kindTemplates'>): NoticeTemplate[] {
  const all = [...(template ? [template] : []), ...Object.values(kindTemplates)]
  return [...new Map(all.map(one => [one.id, one])).values()]
}

/** What holds for an area: the nearest setting on the way up, else the defaults. */
export async function readPolicy(db: Database | Transaction<Tables>, areaId: string): Promise<CarryPolicy> {
  return (await findPolicy(db, areaId)).policy
}

/** The same, and where it was set; null: nowhere. */
export async function findPolicy(
  db: Database | Transaction<Tables>,
  areaId: string,
): Promise<{ policy: CarryPolicy; setAt: string | null }> {
  const { rows } = await sql<{ value: unknown; id: string }>`
    with recursive line as (
      select id, parent_id, 0 as above from areas where id = ${areaId}
      union all select a.id, a.parent_id, above + 1 from areas a join line on a.id = line.parent_id)
    select s.value, line.id from line join settings s on s.area_id = line.id and s.key = ${KEY} order by above limit 1
  `.execute(db)
  return { policy: CarryPolicy.parse(rows[0]?.value ?? {}), setAt: rows[0]?.id ?? null }
}

/** From now on the area goes by what stands above it. */
export async function dropPolicy(tx: Database | Transaction<Tables>, areaId: string): Promise<void> {
  await sql`delete from settings where area_id = ${areaId} and key = ${KEY}`.execute(tx)
}

/** Of many areas at once; each is there. */
export async function readPolicies(
  db: Database | Transaction<Tables>,
  areaIds: readonly string[],
): Promise<ReadonlyMap<string, CarryPolicy>> {
  const { rows } = await sql<{ start: string; value: unknown }>`
    with recursive line as (
      select id as start, id, parent_id, 0 as above from areas where id = any(${[...areaIds]}::uuid[])
      union all select line.start, a.id, a.parent_id, above + 1 from areas a join line on a.id = line.parent_id)
    select distinct on (start) start, s.value from line join settings s on s.area_id = line.id and s.key = ${KEY} order by start, above
  `.execute(db)
  const written = new Map(rows.map(({ start, value }) => [start, value]))
  return new Map(areaIds.map(id => [id, CarryPolicy.parse(written.get(id) ?? {})]))
}

export async function savePolicy(
  tx: Database | Transaction<Tables>,
  areaId: string,
  policy: z.input<typeof CarryPolicy>,
): Promise<void> {
  await sql`
    insert into settings (area_id, key, value) values (${areaId}, ${KEY}, ${JSON.stringify(CarryPolicy.parse(policy))}::jsonb)
    on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
  `.execute(tx)
}

export interface Quota {
  channel: PushChannel
  period: 'day' | 'month'
  limit: number
}

/** What may be used of each channel that is counted. */
export function quotasOf(policy: CarryPolicy): Quota[] {
  return [
    { channel: 'oa_paid', period: 'month', limit: policy.paidPerMonth },
    { channel: 'template', period: 'month', limit: policy.templatesPerMonth },
    { channel: 'article', period: 'month', limit: policy.articlesPerMonth },
    { channel: 'mini_app', period: 'day', limit: policy.notificationsPerDay },
  ]
}
