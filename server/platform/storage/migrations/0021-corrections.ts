/** Where in a guide an officer's correction belongs; addresses and hours of offices that wait for a second person. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Null: not said, or of an office.
    alter table review_answers add column place text;

    create table office_changes (
      id bigint generated always as identity primary key,
      area_id uuid not null references areas (id),
      -- The fact that was said to be wrong: "office-ward".
      item_key text not null,
      cause text not null unique,
      before jsonb not null,
      after jsonb not null,
      words text not null,
      authors text[] not null,
      proposed_by text not null,
      proposed_at timestamptz not null,
      state text not null default 'waiting' check (state in ('waiting', 'agreed', 'refused')),
      decided_by text,
      decided_actor text,
      decided_why text,
      decided_at timestamptz,
      check ((state = 'waiting') = (decided_at is null))
    );
    create unique index one_waiting_office_change on office_changes (area_id, item_key) where state = 'waiting';
    create function office_changes_stay() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' then raise exception 'a change of an office is never removed'; end if;
        if new.before is distinct from old.before or new.after is distinct from old.after or new.area_id <> old.area_id
        then raise exception 'what was proposed is not edited'; end if;
        if old.state <> 'waiting' and new.state <> old.state then raise exception 'it is decided'; end if;
        return new;
      end $$;
    create trigger office_changes_are_frozen before update on office_changes
      for each row execute function office_changes_stay();
    create trigger office_changes_are_kept before delete or truncate on office_changes
      for each statement execute function office_changes_stay();
  `.execute(db)
}
