/** What an officer says holds in one area only, beside the answer it was given with. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- {"fee": {…}}: settled with the local part that holds it. Null: it is about the guide itself.
    alter table review_answers add column local jsonb;
    create index answers_of_one_area on review_answers (area_id, topic_key) where local is not null;
  `.execute(db)
}
