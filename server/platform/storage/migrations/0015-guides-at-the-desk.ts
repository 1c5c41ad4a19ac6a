/** Who has a guide open, guides taken out of use by two people, examples kept as tests, and what holds in one area only. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table guide_drafts
      add column is_retirement boolean not null default false,
      add column confirmed jsonb not null default '[]',
      add column loss_why text;

    -- A row a person, gone minutes after they have left; nothing hangs on it.
    create unlogged table guide_presence (
      topic_key text not null,
      actor text not null,
      label text not null,
      since timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      primary key (topic_key, actor)
    );

    create table guide_examples (
      id bigint generated always as identity primary key,
      topic_key text not null,
      asked jsonb not null,
      expected text not null,
      created_by text not null,
      created_at timestamptz not null,
      confirmed_by text,
      confirmed_at timestamptz,
      retired_by text,
      retired_at timestamptz,
      check ((retired_at is null) = (retired_by is null))
    );
    create index examples_of_guide on guide_examples (topic_key) where retired_at is null;
    create unique index one_example on guide_examples (topic_key, md5(asked::text)) where retired_at is null;

    create table local_parts (
      id bigint generated always as identity primary key,
      topic_key text not null,
      area_id uuid not null references areas (id),
      facts jsonb not null,
      version integer not null default 1,
      state text not null default 'draft' check (state in ('draft', 'submitted', 'published', 'retired', 'discarded')),
      authors text[] not null,
      edited_by text not null,
      edited_at timestamptz not null,
      submitted_by text,
      submitted_at timestamptz,
      why text,
      returned_because text,
      decided_by text,
      decided_actor text,
      decided_why text,
      decided_at timestamptz
    );
    create unique index one_open_part on local_parts (topic_key, area_id) where state in ('draft', 'submitted');
    create unique index one_part_in_force on local_parts (topic_key, area_id) where state = 'published';
    create index parts_of_area on local_parts (area_id) where state = 'published';
    create function handed_in_parts_never_change() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' then raise exception 'a local part is never removed'; end if;
        if new.topic_key <> old.topic_key or new.area_id <> old.area_id then raise exception 'a local part keeps its guide and its area'; end if;
        if old.state <> 'draft' and new.facts is distinct from old.facts then raise exception 'what was handed in is not edited'; end if;
        if old.state in ('retired', 'discarded') and new.state <> old.state then raise exception 'a local part that ended stays ended'; end if;
        return new;
      end $$;
    create trigger local_parts_are_frozen before update on local_parts
      for each row execute function handed_in_parts_never_change();
    create trigger local_parts_are_kept before delete or truncate on local_parts
      for each statement execute function handed_in_parts_never_change();
    create index audit_of_local_parts on audit (subject, id) where action like 'local part %';
  `.execute(db)
}
