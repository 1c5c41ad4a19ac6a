/** What people ask in vain, and what officers make of it; cases that one officer at a time answers. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Questions that are alike. The words are those of its members: a group holds none.
    create table question_groups (
      id bigint generated always as identity primary key,
      area_id uuid not null references areas (id),
      created_at timestamptz not null,
      settled_as text check (settled_as in ('example', 'new_topic', 'out_of_scope', 'seen')),
      settled_by text,
      settled_at timestamptz,
      -- The officer's own words.
      note text,
      check ((settled_as is null) = (settled_at is null))
    );
    create index question_groups_by_area on question_groups (area_id);

    -- Only points at the message: its words go when the message goes, and with the person.
    create table questions (
      event_id bigint not null references events (id) on delete cascade,
      kind text not null check (kind in ('unanswered', 'asked_back', 'thumbs_down', 'handed_over')),
      area_id uuid not null references areas (id),
      -- What the conversation was about.
      topic_key text,
      asked_at timestamptz not null,
      group_id bigint references question_groups (id) on delete set null,
      primary key (event_id, kind)
    );
    create index questions_by_area on questions (area_id, group_id);
    create index questions_by_group on questions (group_id, asked_at);
    create index questions_ungrouped on questions (area_id, asked_at) where group_id is null;

    -- How people ask for a topic, in an officer's words; null topic: what the ward cannot answer.
    create table example_phrases (
      id bigint generated always as identity primary key,
      area_id uuid not null references areas (id),
      group_id bigint references question_groups (id) on delete set null,
      topic_key text,
      wording text not null,
      -- The wording in small letters, as this app makes them: a database may know no letters but English ones.
      wording_key text not null,
      state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'retired')),
      -- An officer has said that what looks like a name is none.
      names_confirmed boolean not null default false,
      proposed_by text not null,
      proposed_by_person uuid references persons (id) on delete set null,
      proposed_at timestamptz not null,
      decided_by text,
      decided_at timestamptz,
      why text
    );
    create unique index example_phrases_once on example_phrases (wording_key) where state in ('proposed', 'accepted');
    create index example_phrases_by_area on example_phrases (area_id, state);

    alter table handoffs add column claimed_by text;
    alter table handoffs add column claimed_by_person uuid references persons (id) on delete set null;
    alter table handoffs add column claimed_at timestamptz;

    create table handoff_notes (
      id bigint generated always as identity primary key,
      handoff_id bigint not null references handoffs (id) on delete cascade,
      at timestamptz not null,
      by text not null,
      -- Masked.
      text text not null
    );
    create index handoff_notes_by_handoff on handoff_notes (handoff_id, id);

    -- What an officer wrote to the person. Words that go through the chat are those of the delivery, and go with it.
    create table handoff_replies (
      id bigint generated always as identity primary key,
      handoff_id bigint not null references handoffs (id) on delete cascade,
      -- From the page: a double click is one reply.
      request_key text not null,
      at timestamptz not null,
      by text not null,
      way text not null check (way in ('oa', 'inbox')),
      text text,
      opened_at timestamptz,
      unique (handoff_id, request_key),
      check ((way = 'inbox') = (text is not null))
    );

    create table canned_replies (
      id bigint generated always as identity primary key,
      area_id uuid not null references areas (id),
      position integer not null,
      title text not null,
      text text not null,
      unique (area_id, position)
    );
  `.execute(db)
}
