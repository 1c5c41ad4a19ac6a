/** Guides on their way to publication. What was handed in does not change any more; nothing is removed. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table topic_revisions
      add column effective_until date,
      add column draft_id bigint,
      add column written_by text,
      add column published_by text,
      add column published_actor text,
      add column why text,
      add column is_alone boolean not null default false,
      add column seen_by text,
      add column seen_at timestamptz;
    create index topics_ending on topic_revisions (effective_until) where retired_at is null and effective_until is not null;
    create index topics_alone on topic_revisions (topic_key) where is_alone and seen_by is null;

    -- "by" stands on the screen; "actor" tells two people of one name apart.
    create table guide_drafts (
      id bigint generated always as identity primary key,
      topic_key text not null,
      base_revision integer,
      content jsonb not null,
      version integer not null default 1,
      state text not null default 'draft' check (state in ('draft', 'submitted', 'scheduled', 'published', 'discarded')),
      effective_from date,
      effective_until date,
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
      decided_at timestamptz,
      is_alone boolean not null default false,
      check (effective_until is null or effective_from is null or effective_until >= effective_from)
    );
    create unique index one_open_draft on guide_drafts (topic_key) where state in ('draft', 'submitted');
    create index drafts_scheduled on guide_drafts (effective_from) where state = 'scheduled';
    create index drafts_of_topic on guide_drafts (topic_key, id);
    create function submitted_words_never_change() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' then raise exception 'a draft is never removed'; end if;
        if new.topic_key <> old.topic_key then raise exception 'a draft keeps its guide'; end if;
        if old.state <> 'draft' and (new.content is distinct from old.content
            or new.effective_from is distinct from old.effective_from or new.effective_until is distinct from old.effective_until) then
          raise exception 'what was handed in is not edited';
        end if;
        if old.state in ('published', 'discarded') and new.state <> old.state then raise exception 'a draft that ended stays ended'; end if;
        return new;
      end $$;
    create trigger guide_drafts_are_frozen before update on guide_drafts
      for each row execute function submitted_words_never_change();
    create trigger guide_drafts_are_kept before delete or truncate on guide_drafts
      for each statement execute function submitted_words_never_change();
    create index audit_of_guides on audit (subject, id) where action like 'guide %';
  `.execute(db)
}
