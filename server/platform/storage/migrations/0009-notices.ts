/** Notices as they are written, approved and answered; the houses they are meant to reach. What carries them is in 0008. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notices (
      id bigint generated always as identity primary key,
      oa_id text not null references official_accounts (oa_id),
      -- In whose name it speaks: a neighbourhood or the ward.
      area_id uuid not null references areas (id),
      code text not null unique,
      -- Of the author's own making: a double click is one notice.
      request_key text not null,
      -- A person's id, or the name of an office's token.
      author text not null,
      last_editor text not null,
      version integer not null default 1,
      -- 'released': what carries it knows the rest.
      state text not null check (state in ('draft', 'waiting', 'released', 'repeating', 'cancelled', 'expired')),
      draft jsonb not null,
      areas uuid[] not null check (cardinality(areas) > 0),
      kind text not null,
      urgency text not null check (urgency in ('ordinary', 'urgent', 'emergency')),
      expires_at timestamptz not null,
      is_confirmed boolean not null default false,
      approval_need text check (approval_need in ('none', 'second_person', 'alone_reported')),
      submitted_at timestamptz,
      approved_by text,
      approved_at timestamptz,
      returned_because text,
      cancelled_because text,
      corrects bigint references notices (id),
      -- One time of a notice that comes again.
      series_id bigint references notices (id),
      series_day date,
      broadcast_id bigint references broadcasts (id),
      posted_times integer not null default 0,
      posted_at timestamptz,
      erased_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (author, request_key),
      unique (series_id, series_day),
      -- Nobody approves their own, nor what they changed last.
      check (approved_by is null or (approved_by <> author and approved_by <> last_editor)),
      check (state <> 'released' or broadcast_id is not null)
    );
    create index notices_by_area on notices using gin (areas);
    create index notices_waiting on notices (submitted_at) where state = 'waiting';
    create index notices_repeating on notices (id) where state = 'repeating';
    create index notices_running_out on notices (expires_at) where state in ('draft', 'waiting', 'repeating') or erased_at is null;
    create index notices_by_broadcast on notices (broadcast_id) where broadcast_id is not null;
    create index notices_by_correction on notices (corrects) where corrects is not null;

    -- Pictures and papers of notices: what was found in them, not what stands in them.
    create table notice_files (
      sha256 text primary key references files (sha256),
      kind text not null check (kind in ('picture', 'pdf')),
      bytes integer not null,
      found text[] not null,
      has_text boolean not null,
      added_at timestamptz not null
    );

    create table notice_answers (
      id bigint generated always as identity primary key,
      notice_id bigint not null references notices (id) on delete cascade,
      person_id uuid not null references persons (id) on delete cascade,
      kind text not null check (kind in ('going', 'not_going', 'question')),
      people smallint not null default 1 check (people between 1 and 20),
      -- Masked.
      question text,
      reply text,
      answered_at timestamptz not null,
      replied_at timestamptz,
      check ((kind = 'question') = (question is not null))
    );
    create unique index notice_attendance on notice_answers (notice_id, person_id) where kind <> 'question';
    create index notice_answers_by_notice on notice_answers (notice_id);
    create index notice_answers_by_person on notice_answers (person_id);

    -- How often the page was opened by its link, by where the link was found. Nothing about who.
    create table notice_openings (
      notice_id bigint not null references notices (id) on delete cascade,
      via text not null,
      total bigint not null,
      primary key (notice_id, via)
    );

    -- Doors, by their codes; no names.
    create table houses (
      area_id uuid not null references areas (id),
      code text not null,
      primary key (area_id, code)
    );
    -- Which door a member said is theirs. Goes with the membership.
    create table house_members (
      person_id uuid not null,
      area_id uuid not null,
      code text not null,
      primary key (person_id, area_id),
      foreign key (person_id, area_id) references memberships (person_id, area_id) on delete cascade on update cascade,
      foreign key (area_id, code) references houses (area_id, code) on delete cascade
    );
    create index house_members_of_house on house_members (area_id, code);
    create table door_marks (
      notice_id bigint not null references notices (id) on delete cascade,
      area_id uuid not null,
      code text not null,
      mark text not null check (mark in ('told', 'left_paper', 'absent')),
      marked_at timestamptz not null,
      primary key (notice_id, area_id, code),
      foreign key (area_id, code) references houses (area_id, code) on delete cascade
    );

    -- The words of a broadcast stay as they were, or are gone: what was personal is erased once it is over.
    create or replace function broadcast_words_never_change() returns trigger language plpgsql as $$
      begin
        if new.content ->> 'erased' = 'true' and old.expires_at is not null and old.finished_at is not null
          and new.marker = old.marker and new.text_hash = old.text_hash and new.policy = old.policy then
          return new;
        end if;
        if new.content is distinct from old.content or new.marker <> old.marker or new.text_hash <> old.text_hash
          or new.policy <> old.policy or new.source is distinct from old.source then
          raise exception 'the words of a broadcast are frozen';
        end if;
        return new;
      end $$;
  `.execute(db)
}
