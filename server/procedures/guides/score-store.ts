/** What the trial of a draft came to, for whichever replica the second person's word reaches. The last one is kept. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Catalogue } from '../../../shared/answering/index.ts'
import type { DraftCheck } from '../../../shared/guides/index.ts'
import type { Database } from '../../platform/storage/index.ts'

const KEY = 'guides.score'

/** How all questions fare before and after. */
export type Score = Omit<DraftCheck, 'changed' | 'examples'>

/** By what questions are found, before and after; thresholds are no part of it. */
export function wordsOf(...catalogues: Catalogue[]): string {
  const hash = createHash('sha256')
  for (const { topics, negatives } of catalogues) hash.update(JSON.stringify({ topics, negatives }))
  return hash.digest('hex')
}

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
