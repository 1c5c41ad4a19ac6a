/** Puts new questions beside what is like them. Replicas take turns; a second run changes nothing. */
import { sql, type Transaction } from 'kysely'
import { groupAlike, type Remembered, type Wording } from '../../shared/answering/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'

const AT_A_TIME = 200
/** Groups beyond these have been silent for long: what is asked again begins a new one. */
const MOST_GROUPS = 3000

/** By area, what the groups' wordings came to last time. */
type Memory = Map<string, Remembered>

export interface Grouping {
  /** All there are. @returns how many questions were put into groups */
  run(now: Date): Promise<number>
  /** As many as somebody can wait for who looks at the list. */
  next(now: Date): Promise<number>
}

export function createGrouping(db: Database): Grouping {
  const memory: Memory = new Map()
  const next = (now: Date) => db.transaction().execute(tx => groupSome(tx, now, memory))
  return {
    next,
    async run(now) {
      let grouped = 0
      for (;;) {
        const done = await next(now)
        grouped += done
        if (done < AT_A_TIME) return grouped
      }
    },
  }
}

interface Ungrouped {
  eventId: string
  kind: string
  areaId: string
  text: string
}

async function groupSome(tx: Transaction<Tables>, now: Date, memory: Memory): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('question groups', 0))`.execute(tx)
  const { rows } = await sql<Ungrouped>`
    select q.event_id as "eventId", q.kind, q.area_id as "areaId", e.payload ->> 'text' as text
    from questions q join events e on e.id = q.event_id
    where q.group_id is null and e.payload ->> 'text' is not null
    order by q.asked_at, q.event_id limit ${AT_A_TIME}
  `.execute(tx)
  for (const areaId of new Set(rows.map(row => row.areaId)))
    await groupArea(tx, {
      areaId,
      fresh: rows.filter(row => row.areaId === areaId),
      now,
      remembered: memory.get(areaId) ?? memory.set(areaId, new Map()).get(areaId),
    })
  return rows.length
}

async function groupArea(
  tx: Transaction<Tables>,
  {
    areaId,
    fresh,
    now,
    remembered,
  }: { areaId: string; fresh: Ungrouped[]; now: Date; remembered: Remembered | undefined },
): Promise<void> {
  const known = await readLeaders(tx, areaId)
  const wordings = new Map(fresh.map(({ eventId, text }) => [`event ${eventId}`, text]))
  const alike = groupAlike(
    known,
    Array.from(wordings, ([id, text]) => ({ id, text })),
    remembered,
  )
  const groupOf = new Map(known.map(({ id }) => [id, id]))
  for (const [id, leader] of alike) {
    if (id !== leader) continue
    const { id: groupId } = await tx
      .insertInto('question_groups')
      .values({ area_id: areaId, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    groupOf.set(id, groupId)
  }
  const groups = fresh.map(({ eventId }) => groupOf.get(alike.get(`event ${eventId}`) ?? '') ?? null)
  await sql`
    update questions q set group_id = f.group_id
    from unnest(${fresh.map(one => one.eventId)}::bigint[], ${fresh.map(one => one.kind)}::text[], ${groups}::bigint[])
      as f (event_id, kind, group_id)
    where q.event_id = f.event_id and q.kind = f.kind
  `.execute(tx)
}

/** Each group by its oldest wording that is still kept. */
async function readLeaders(tx: Transaction<Tables>, areaId: string): Promise<Wording[]> {
  const { rows } = await sql<Wording>`
    select g.id, e.payload ->> 'text' as text from question_groups g
    cross join lateral (select event_id from questions where group_id = g.id order by asked_at limit 1) q
    join events e on e.id = q.event_id
    where g.area_id = ${areaId} order by g.id desc limit ${MOST_GROUPS}
  `.execute(tx)
  return rows.map(({ id, text }) => ({ id, text: text ?? '' }))
}

/** Groups whose last question has gone; one that waits for its topic stays, it holds the officer's own words. */
export async function removeEmptyGroups(db: Database): Promise<void> {
  await sql`
    delete from question_groups g where not exists (select 1 from questions q where q.group_id = g.id)
      and (g.settled_as is null or g.settled_as <> 'new_topic')
      and not exists (select 1 from example_phrases p where p.group_id = g.id and p.state = 'proposed')
  `.execute(db)
}
