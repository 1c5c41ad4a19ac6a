/** What the ward publishes, and what it remembers of a conversation. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table topic_revisions (
      topic_key text not null,
      revision integer not null check (revision > 0),
      content jsonb not null,
      origin text not null check (origin in ('starter', 'officer')),
      published_at timestamptz not null default now(),
      retired_at timestamptz,
      primary key (topic_key, revision)
    );
    create unique index topic_in_force on topic_revisions (topic_key) where retired_at is null;
    create function published_words_never_change() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' then
          raise exception 'a published revision is never removed';
        end if;
        if new.content is distinct from old.content or new.topic_key <> old.topic_key or new.revision <> old.revision then
          raise exception 'a published revision is never edited';
        end if;
        return new;
      end $$;
    create trigger topic_revisions_are_frozen before update on topic_revisions
      for each row execute function published_words_never_change();
    create trigger topic_revisions_are_kept before delete or truncate on topic_revisions
      for each statement execute function published_words_never_change();

    create table conversations (
      oa_id text not null references official_accounts (oa_id),
      oa_user_id text not null,
      person_id uuid references persons (id) on delete cascade,
      state jsonb not null default '{}',
      updated_at timestamptz not null,
      primary key (oa_id, oa_user_id)
    );
  `.execute(db)
}
