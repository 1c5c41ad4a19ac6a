/** What was posted in a group is told by its own words, as what was said to one person is. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table broadcasts add column group_text_hash text`.execute(db)
}
