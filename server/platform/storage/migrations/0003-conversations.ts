/** Conversations that a person of the office may take over, and the cases (handoffs) that wait for one. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- When an officer last wrote in Zalo's own tool; null: the bot speaks.
    alter table conversations add column officer_at timestamptz;
    -- When the machine was last given the word back: what an officer wrote before that may arrive late and is over.
    alter table conversations add column machine_since timestamptz;

    create table handoffs (
      id bigint generated always as identity primary key,
      oa_id text not null references official_accounts (oa_id),
      area_id uuid not null references areas (id),
      oa_user_id text not null,
      person_id uuid not null references persons (id) on delete cascade,
      reason text not null check (reason in ('asked', 'failures', 'thumbs_down', 'distress')),
      topic_key text,
      -- The last few masked messages; emptied when the case is closed.
      context jsonb not null default '[]',
      -- When the person wrote.
      opened_at timestamptz not null,
      -- What the person was told; null: no moment was named.
      due_at timestamptz,
      escalate_at timestamptz not null,
      -- When an officer last wrote.
      officer_at timestamptz,
      escalated_at timestamptz,
      callback_asked_at timestamptz,
      callback_given_at timestamptz,
      -- Sealed with SECRET_KEY, given for this case only, emptied when it is closed.
      callback_phone text,
      closed_at timestamptz,
      closed_by text,
      outcome text check (outcome in ('answered', 'visited', 'no_answer_needed', 'unreachable', 'unanswered')),
      -- The officer's own words, masked.
      note text,
      check (closed_at is null or (callback_phone is null and context = '[]' and outcome is not null))
    );
    create unique index handoffs_open on handoffs (oa_id, oa_user_id) where closed_at is null;
    create index handoffs_waiting on handoffs (escalate_at) where closed_at is null and officer_at is null and escalated_at is null;
    create index handoffs_by_area on handoffs (area_id, opened_at);
    create index handoffs_closed on handoffs (closed_at) where closed_at is not null;
    create index handoffs_by_person on handoffs (person_id);
    create index events_by_subject on events (subject_id);
    -- What is old is removed by when it happened, whatever became of it.
    create index events_by_time on events (occurred_at);
    drop index events_old;
    create index deliveries_by_recipient on deliveries (recipient_id);
  `.execute(db)
}
