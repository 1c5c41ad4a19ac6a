/** What was answered to a notice goes some time after its end; how many there were stays. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notice_answer_totals (
      notice_id bigint primary key references notices (id) on delete cascade,
      going integer not null,
      going_people integer not null,
      not_going integer not null
    );
    alter table notice_answers add column reply_opened_at timestamptz;
  `.execute(db)
}
