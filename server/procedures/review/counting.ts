/** How much of the guides each of many areas has settled: a city sees it of all its wards at once. */
import { sql } from 'kysely'
import type { ReviewItem } from '../../../shared/review/index.ts'
import type { Database } from '../../platform/storage/index.ts'
import type { Word } from './words.ts'

type OwnWord = Pick<Word, 'topic' | 'item' | 'fact'>

export interface AllWords {
  /** What each area itself has said is right or wrong. */
  byArea: ReadonlyMap<string, OwnWord[]>
  parentOf: ReadonlyMap<string, string | null>
}

/** The newest word of each area on each fact, where it settles something (words.ts says when). */
export async function readAllWords(db: Database): Promise<AllWords> {
  const { rows } = await sql<OwnWord & { areaId: string }>`
    select n.area_id as "areaId", n.topic_key as topic, n.item_key as item, n.fact from (
      select distinct on (area_id, topic_key, item_key) * from review_answers order by area_id, topic_key, item_key, id desc) n
    left join review_tasks t on t.cause = 'answer ' || n.id
    where n.answer <> 'unknown' and t.confirmed_at is null
  `.execute(db)
  const areas = await db.selectFrom('areas').select(['id', 'parent_id']).execute()
  return {
    byArea: Map.groupBy(rows, ({ areaId }) => areaId),
    parentOf: new Map(areas.map(({ id, parent_id }) => [id, parent_id])),
  }
}

/** @returns how many facts, of the guides and of an area's own office, are settled there by its word or by one above it */
export function createSettled(
  { byArea, parentOf }: AllWords,
  ofGuides: readonly ReviewItem[],
): (areaId: string, ofOffice: readonly ReviewItem[]) => number {
  const factsOf = (items: readonly ReviewItem[]) =>
    new Map(items.map(({ topic, key, fact }) => [keyOf({ topic, item: key }), fact]))
  const common = factsOf(ofGuides)
  return (areaId, ofOffice) => {
    const own = factsOf(ofOffice)
    const settled = new Set<string>()
    for (let id: string | null | undefined = areaId; id; id = parentOf.get(id))
      for (const word of byArea.get(id) ?? []) {
        const key = keyOf(word)
        if ((own.get(key) ?? common.get(key)) === word.fact) settled.add(key)
      }
    return settled.size
  }
}

function keyOf({ topic, item }: Pick<Word, 'topic' | 'item'>): string {
  return `${topic} ${item}`
}
