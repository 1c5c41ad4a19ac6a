/** What waits to be looked at again. A task is done by publishing the guide, or by a word that it still holds. */
import { sql, type Transaction } from 'kysely'
import type { ReviewTask, TaskKind, TaskList, TaskQuery } from '../../../shared/freshness/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { listTopicItems, placesOfItem } from '../../../shared/review/index.ts'
import { AppError } from '../../errors.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'
import { listStanding } from '../guides/index.ts'

export interface NewTask {
  kind: TaskKind
  /** Null: it concerns no guide in particular. */
  topic: string | null
  /** What set it going: the same once more opens no second task. */
  cause: string
  text: string
  by: string
  now: Date
  dueOn?: string
}

/** Given to whoever keeps the guide. @returns false when there is one for this cause already */
export async function openTask(
  tx: Transaction<Tables>,
  { kind, topic, cause, text, by, now, dueOn }: NewTask,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into review_tasks (kind, topic_key, cause, text, opened_by, opened_at, due_on, owner_person, owner_name)
    select ${kind}, ${topic}::text, ${cause}, ${text}, ${by}, ${now}::timestamptz, ${dueOn ?? null}::date, c.owner_person, c.owner_name
    from (select 1) one left join guide_care c on c.topic_key = ${topic}
    on conflict (cause, coalesce(topic_key, '')) do nothing returning id
  `.execute(tx)
  return rows.length > 0
}

const PAGE = 50
/** What is done stays in sight so long. */
const DONE_SHOWN_DAYS = 14

/** Open ones first, mine before others'. */
export async function listTasks(
  db: Database,
  { personId }: Principal,
  { page, now, topics }: TaskQuery & { now: Date; topics: readonly Topic[] },
): Promise<TaskList> {
  // Another publication puts nothing right that is still there to be read.
  const standing = await listStanding(db, topics)
  const { rows } = await sql<
    Omit<ReviewTask, 'done'> & {
      confirmedAt: Date | null
      confirmedBy: string | null
      publishedAt: Date | null
      publishedBy: string | null
      open: number
      mine: number
      item: string | null
    }
  >`
    with listed as (
      select t.*, p.published_at, p.published_by, a.place, a.item_key, coalesce(t.owner_person::text = ${personId}::text, false) as is_mine,
        t.confirmed_at is null and p.published_at is null as is_open
      from review_tasks t left join lateral (
        select published_at, published_by from topic_revisions r
        where r.topic_key = t.topic_key and r.origin = 'officer' and r.published_at > t.opened_at
          and not (t.id = any(${standing}::bigint[])) order by revision limit 1) p on true
      left join review_answers a on t.kind = 'wrong' and t.cause = 'answer ' || a.id
      where coalesce(t.confirmed_at, p.published_at, ${now}::timestamptz) > ${now}::timestamptz - make_interval(days => ${DONE_SHOWN_DAYS}))
    select t.id, t.kind, t.topic_key as topic, coalesce(g.title, t.topic_key, 'Việc chung') as title, t.text,
      t.opened_at as "openedAt", t.opened_by as "openedBy", t.due_on as "dueOn", t.owner_name as owner, t.is_mine as "isMine",
      t.confirmed_at as "confirmedAt", t.confirmed_by as "confirmedBy", t.published_at as "publishedAt", t.published_by as "publishedBy",
      t.place, t.item_key as item,
      (select count(*)::int from listed where is_open) as open, (select count(*)::int from listed where is_open and is_mine) as mine
    from (select * from listed order by not is_open, is_mine desc, due_on nulls last, id offset ${page * PAGE} limit ${PAGE + 1}) t
    left join lateral (
      select title from topic_revisions r where r.topic_key = t.topic_key order by revision desc limit 1) g on true
    order by not t.is_open, t.is_mine desc, t.due_on nulls last, t.id
  `.execute(db)
  const tasks = rows
    .slice(0, PAGE)
    .map(({ confirmedAt, confirmedBy, publishedAt, publishedBy, item, open: _open, mine: _mine, ...task }) => ({
      ...task,
      place: task.place ?? placeOf(topics, task.topic, item),
      done: confirmedAt
        ? { at: confirmedAt, by: confirmedBy ?? '', how: 'confirmed' as const }
        : publishedAt
          ? { at: publishedAt, by: publishedBy ?? '', how: 'published' as const }
          : null,
    }))
  const [first] = rows
  return { tasks, open: first?.open ?? 0, mine: first?.mine ?? 0, hasMore: rows.length > PAGE }
}

/** Where in the guide the fact stands that was said to be wrong; null: nowhere, or nowhere any more. */
function placeOf(topics: readonly Topic[], key: string | null, item: string | null): string | null {
  const topic = topics.find(one => one.key === key)
  const fact = topic && listTopicItems(topic).find(one => one.key === item)
  return topic && fact ? (placesOfItem(fact, topic)[0] ?? null) : null
}

/** Looked at: it still holds. @returns the task @throws AppError `not_found`, `conflict` when it is done already */
export async function confirmTask(
  tx: Transaction<Tables>,
  { id, why, by, now }: { id: string; why: string; by: string; now: Date },
) {
  const task = await tx.selectFrom('review_tasks').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!task) throw new AppError('not_found', 'no such task')
  if (task.confirmed_at) throw new AppError('conflict', 'it is done', 'decided_already')
  await tx.updateTable('review_tasks').set({ confirmed_by: by, confirmed_at: now, why }).where('id', '=', id).execute()
  await tx
    .insertInto('audit')
    .values({
      actor: by,
      action: 'guide looked at again',
      subject: task.topic_key ?? 'guides',
      detail: JSON.stringify({ task: id, why }),
    })
    .execute()
  return task
}
