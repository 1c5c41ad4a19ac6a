/** Starters that a place has written for its leaders, which of those from elsewhere it leaves out; a series that rests. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notice_starters (
      -- Notices remember it.
      key text primary key,
      area_id uuid not null references areas (id),
      words jsonb not null,
      -- The starter it stands in place of.
      replaces text,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      retired_at timestamptz
    );
    create index notice_starters_of_area on notice_starters (area_id);

    create table notice_starters_left_out (
      area_id uuid not null references areas (id),
      key text not null,
      primary key (area_id, key)
    );

    -- A notice that comes again rests since then.
    alter table notices add column paused_at timestamptz;
  `.execute(db)
}
