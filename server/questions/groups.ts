/** What editors see of the groups, and what they make of them. */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { maskPersonalData } from '../../shared/privacy/index.ts'
import type {
  QuestionGroup,
  QuestionGroupDetail,
  QuestionKind,
  QuestionList,
  QuestionQuery,
  QuestionSettling,
} from '../../shared/questions/index.ts'
import { AppError } from '../errors.ts'
import { areasBelow } from '../platform/areas/index.ts'
import type { Principal } from '../platform/people/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'

const PAGE = 30
const MOST_WORDINGS = 50

type Db = Database | Transaction<Tables>
type Row = Omit<QuestionGroup, 'kinds'> & Record<QuestionKind, number> & { areaId: string }

export async function listGroups(db: Db, { areaIds }: Principal, query: QuestionQuery): Promise<QuestionList> {
  const { kind, state, page } = query
  const isWanted = sql`${state === 'open' ? sql`g.settled_as is null` : sql`g.settled_as is not null`}`
  const rows = await readGroups(db, areaIds, isWanted, { kind, offset: page * PAGE, limit: PAGE + 1 })
  return { groups: rows.slice(0, PAGE).map(toGroup), hasMore: rows.length > PAGE }
}

/** @throws AppError `not_found`, also for a group of another area */
export async function requireGroup(db: Db, { areaIds }: Principal, id: string): Promise<Row> {
  const [row] = await readGroups(db, areaIds, sql`g.id = ${id}`, { offset: 0, limit: 1 })
  if (!row) throw new AppError('not_found', 'no such group')
  return row
}

async function readGroups(
  db: Db,
  areaIds: readonly string[],
  isWanted: RawBuilder<unknown>,
  { kind, offset, limit }: { kind?: QuestionKind | undefined; offset: number; limit: number },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with within as materialized (${areasBelow(areaIds)}),
    counted as (
      select q.group_id, count(*)::int as total, min(q.asked_at) as first_at, max(q.asked_at) as last_at,
        max(q.event_id) as newest, mode() within group (order by q.topic_key) as topic,
        count(*) filter (where q.kind = 'unanswered')::int as unanswered,
        count(*) filter (where q.kind = 'asked_back')::int as asked_back,
        count(*) filter (where q.kind = 'thumbs_down')::int as thumbs_down,
        count(*) filter (where q.kind = 'handed_over')::int as handed_over
      from questions q join question_groups g on g.id = q.group_id
      where g.area_id in (select id from within) and ${isWanted} and ${kind ? sql`q.kind = ${kind}` : sql`true`}
      group by q.group_id order by total desc, last_at desc, q.group_id desc offset ${offset} limit ${limit})
    select g.id, g.area_id as "areaId", a.code as area, a.name as "areaName", coalesce(e.payload ->> 'text', '') as wording,
      c.total, c.topic, c.first_at as "firstAt", c.last_at as "lastAt", c.unanswered, c.asked_back, c.thumbs_down, c.handed_over,
      g.settled_as as "settledAs", g.settled_by as "settledBy", g.settled_at as "settledAt", g.note
    from counted c join question_groups g on g.id = c.group_id join areas a on a.id = g.area_id join events e on e.id = c.newest
    order by c.total desc, c.last_at desc, c.group_id desc
  `.execute(db)
  return rows
}

export function toGroup({ areaId: _, unanswered, asked_back, thumbs_down, handed_over, ...group }: Row): QuestionGroup {
  return { ...group, kinds: { unanswered, asked_back, thumbs_down, handed_over } }
}

export async function readWordings(db: Db, groupId: string): Promise<QuestionGroupDetail['wordings']> {
  const { rows } = await sql<QuestionGroupDetail['wordings'][number]>`
    select * from (
      select distinct on (lower(e.payload ->> 'text')) e.payload ->> 'text' as text, q.kind, q.asked_at as "askedAt"
      from questions q join events e on e.id = q.event_id where q.group_id = ${groupId}
      order by lower(e.payload ->> 'text'), q.asked_at desc) w
    order by "askedAt" desc limit ${MOST_WORDINGS}
  `.execute(db)
  return rows
}

/** @throws AppError `not_found` */
export async function settleGroup(
  tx: Transaction<Tables>,
  officer: Principal,
  { id, as, note, at }: { id: string; as: QuestionSettling | 'example'; note?: string | undefined; at: Date },
): Promise<void> {
  const { areaId } = await requireGroup(tx, officer, id)
  await tx
    .updateTable('question_groups')
    .set({
      settled_as: as,
      settled_by: officer.label,
      settled_at: at,
      note: note ? maskPersonalData(note, at) : null,
    })
    .where('id', '=', id)
    .execute()
  await noteInAudit(tx, officer, { action: 'questions settled', areaId, subject: id, detail: { as } })
}

/** @throws AppError `not_found` */
export async function reopenGroup(tx: Transaction<Tables>, officer: Principal, id: string): Promise<void> {
  const { areaId } = await requireGroup(tx, officer, id)
  await tx
    .updateTable('question_groups')
    .set({ settled_as: null, settled_by: null, settled_at: null, note: null })
    .where('id', '=', id)
    .execute()
  await noteInAudit(tx, officer, { action: 'questions reopened', areaId, subject: id, detail: {} })
}

export async function noteInAudit(
  tx: Transaction<Tables>,
  { label }: Pick<Principal, 'label'>,
  { action, areaId, subject, detail }: { action: string; areaId: string; subject: string; detail: object },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ actor: label, action, area_id: areaId, subject, detail: JSON.stringify(detail) })
    .execute()
}
