/** What a ward confirms of its guides, who keeps them and until when, and what makes them old: laws, changes, dead links. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Append-only: the newest word of an area about a fact holds, for exactly the words that were read.
    create table review_answers (
      id bigint generated always as identity primary key,
      request_key uuid not null unique,
      area_id uuid not null references areas (id),
      -- Null: of an office.
      topic_key text,
      item_key text not null,
      fact text not null,
      answer text not null check (answer in ('right', 'wrong', 'unknown')),
      correction text,
      by text not null,
      at timestamptz not null,
      check ((answer = 'wrong') = (correction is not null))
    );
    create index review_answers_newest on review_answers (area_id, topic_key, item_key, id desc);
    create function review_answers_stay() returns trigger language plpgsql as $$
      begin raise exception 'an answer is neither changed nor removed: a later one stands beside it'; end $$;
    create trigger review_answers_are_kept before update or delete or truncate on review_answers
      for each statement execute function review_answers_stay();

    create table guide_care (
      topic_key text primary key,
      owner_person uuid references persons (id) on delete set null,
      owner_name text,
      review_on date,
      withhold_on date,
      set_by text not null,
      set_at timestamptz not null,
      check (withhold_on is null or withhold_on > review_on)
    );

    create table review_tasks (
      id bigint generated always as identity primary key,
      kind text not null check (kind in ('law', 'date', 'change', 'wrong')),
      topic_key text,
      -- What set it going: the same once more opens no second task.
      cause text not null,
      text text not null,
      opened_by text not null,
      opened_at timestamptz not null,
      due_on date,
      owner_person uuid references persons (id) on delete set null,
      owner_name text,
      confirmed_by text,
      confirmed_at timestamptz,
      why text,
      check ((confirmed_by is null) = (confirmed_at is null))
    );
    create unique index one_task_a_cause on review_tasks (cause, coalesce(topic_key, ''));
    create index tasks_open on review_tasks (opened_at) where confirmed_at is null;

    create table known_laws (
      number text primary key,
      title text not null,
      url text,
      added_by text not null,
      added_at timestamptz not null
    );
    create table law_marks (
      id bigint generated always as identity primary key,
      number text not null,
      state text not null check (state in ('in_force', 'amended', 'expired', 'unknown')),
      since date not null,
      note text not null,
      by text not null,
      at timestamptz not null
    );
    create index law_marks_newest on law_marks (number, id desc);

    create table known_changes (
      id bigint generated always as identity primary key,
      day date not null,
      text text not null,
      topics text[] not null,
      remind_days integer not null check (remind_days between 0 and 365),
      added_by text not null,
      added_at timestamptz not null,
      removed_by text,
      removed_at timestamptz,
      check ((removed_by is null) = (removed_at is null))
    );
    create index known_changes_to_come on known_changes (day) where removed_at is null;

    -- One row an address; what a guide no longer links to goes.
    create table link_checks (
      url text primary key,
      outcome text check (outcome in ('alive', 'gone', 'failing', 'unreachable', 'refused')),
      status integer,
      detail text,
      checked_at timestamptz,
      failures integer not null default 0,
      next_at timestamptz not null
    );
    create index link_checks_due on link_checks (next_at);
  `.execute(db)
}
