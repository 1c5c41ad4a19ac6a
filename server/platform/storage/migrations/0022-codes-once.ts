/** Which half minute of an authenticator was used last: a code that somebody saw over a shoulder is good for nothing. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table staff_two_factors add column last_counter bigint`.execute(db)
}
