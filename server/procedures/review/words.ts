/** What the areas have said of facts, and what of it holds in one of them. */
import { sql } from 'kysely'
import type { ReviewItem } from '../../../shared/review/index.ts'
import { vietnamDay } from '../../../shared/vietnam-time.ts'
import type { Database } from '../../platform/storage/index.ts'

/** The newest word of one area on one fact. */
export interface Word {
  topic: string | null
  item: string
  fact: string
  answer: 'right' | 'wrong' | 'unknown'
  area: string
  /** 0: of the area that is asked about; 1 and more: above it. */
  above: number
  on: string
  /** What was said to be wrong turned out to hold: the fact is asked anew. */
  isSettled: boolean
}

export interface Verdict {
  state: 'right' | 'wrong' | 'open'
  /** By whose word, when it is not open. */
  word: Word | null
  /** Somebody of this area did not know. */
  wasUnknown: boolean
}

/** From the area itself upwards. */
export async function readWords(db: Database, areaId: string): Promise<Word[]> {
  const { rows } = await sql<Omit<Word, 'on'> & { at: Date }>`
    with recursive line as (
      select id, parent_id, name, 0 as above from areas where id = ${areaId}
      union all select a.id, a.parent_id, a.name, above + 1 from areas a join line on a.id = line.parent_id),
    newest as (
      select distinct on (r.area_id, r.topic_key, r.item_key) r.*, line.name, line.above
      from review_answers r join line on line.id = r.area_id
      order by r.area_id, r.topic_key, r.item_key, r.id desc)
    select n.topic_key as topic, n.item_key as item, n.fact, n.answer, n.name as area, n.above, n.at,
      coalesce(t.confirmed_at is not null, false) as "isSettled"
    from newest n left join review_tasks t on t.cause = 'answer ' || n.id order by n.above
  `.execute(db)
  return rows.map(({ at, ...word }) => ({ ...word, on: vietnamDay(at) }))
}

/** @returns for one fact after the other what holds: the nearest area's word, and only on exactly these words */
export function createJudge(words: readonly Word[]): (item: ReviewItem) => Verdict {
  const byFact = Map.groupBy(words, ({ topic, item }) => `${topic} ${item}`)
  return item => {
    const said = (byFact.get(`${item.topic} ${item.key}`) ?? []).filter(
      ({ fact, isSettled }) => fact === item.fact && !isSettled,
    )
    const word = said.find(({ answer }) => answer !== 'unknown') ?? null
    return {
      state: word === null || word.answer === 'unknown' ? 'open' : word.answer,
      word,
      wasUnknown: said.some(({ above, answer }) => above === 0 && answer === 'unknown'),
    }
  }
}
