/** What officers have said is wrong and has not been put right yet: beside the place in the editor, and in the tasks. */
import { sql } from 'kysely'
import type { GuideCorrection } from '../../../shared/guides/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { listTopicItems, placesOfItem } from '../../../shared/review/index.ts'
import type { Db } from './rows.ts'

/** @param inForce what readers have now: what does not stand there any more is put right */
export async function readCorrections(db: Db, inForce: Topic): Promise<GuideCorrection[]> {
  const { rows } = await sql<{
    id: string
    item: string
    fact: string
    correction: string
    place: string | null
    by: string
    at: Date
  }>`
    select t.id, a.item_key as item, a.fact, a.correction, a.place, a.by, a.at
    from review_tasks t join review_answers a on t.cause = 'answer ' || a.id
    where t.topic_key = ${inForce.key} and t.kind = 'wrong' and t.confirmed_at is null and a.local is null order by a.id
  `.execute(db)
  const items = listTopicItems(inForce)
  return rows.flatMap(({ item: key, fact, correction, place, ...row }) => {
    const item = items.find(one => one.key === key && one.fact === fact)
    if (!item) return []
    return [{ ...row, fact, words: correction, place: place ?? placesOfItem(item, inForce)[0] ?? 'summary' }]
  })
}

/** The tasks whose words are still in force: no publication since has put them right. @returns their ids */
export async function listStanding(db: Db, topics: readonly Topic[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; topic: string; item: string; fact: string }>`
    select t.id, t.topic_key as topic, a.item_key as item, a.fact
    from review_tasks t join review_answers a on t.cause = 'answer ' || a.id
    where t.kind = 'wrong' and t.topic_key is not null and t.confirmed_at is null
  `.execute(db)
  const wanted = new Set(rows.map(({ topic }) => topic))
  const items = new Map(
    topics.flatMap(topic => (wanted.has(topic.key) ? [[topic.key, listTopicItems(topic)] as const] : [])),
  )
  return rows.flatMap(({ id, topic, item, fact }) =>
    items.get(topic)?.some(one => one.key === item && one.fact === fact) ? [id] : [],
  )
}
