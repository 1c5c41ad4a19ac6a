/** What was last taken from whose pack: the base from which a later one is told apart from our own changes. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pack_bases (
      origin text not null,
      topic_key text not null,
      content jsonb not null,
      taken_at timestamptz not null,
      taken_by text not null,
      primary key (origin, topic_key)
    );
  `.execute(db)
}
