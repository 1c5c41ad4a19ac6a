/** What the trial of a draft came to, for whichever replica the second person's word reaches. The last one is kept. */
import { sql } from 'kysely'
import type { DraftCheck } from '../../../shared/guides/index.ts'
import type { Database } from '../../platform/storage/index.ts'

const KEY = 'guides.score'

/** How all questions fare before and after. */
export type Score = Omit<DraftCheck, 'changed' | 'examples'>

/** @param words fingerprints of what questions are found by, before and after; thresholds are no part of them */
export async function readScore(db: Database, words: string): Promise<Score | null> {
  const { rows } = await sql<{ score: Score }>`
    select value->'score' as score from settings where area_id is null and key = ${KEY} and value->>'words' = ${words}
  `.execute(db)
  return rows[0]?.score ?? null
}

export async function writeScore(db: Database, words: string, score: Score): Promise<void> {
  const value = JSON.stringify({ words, score })
  await sql`
    insert into settings (area_id, key, value) values (null, ${KEY}, ${value}::jsonb)
    on conflict (area_id, key) do update set value = excluded.value, updated_at = now()
  `.execute(db)
}
