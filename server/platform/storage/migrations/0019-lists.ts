/**
 * What the lists of the desk go by, beside the words: of a guide its name, shelf and whether something in it is still to be
 * confirmed (worked out by the database itself when a revision is written), of the audit who, what, where and about what.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table topic_revisions
      add column title text generated always as (content ->> 'title') stored,
      add column kind text generated always as (content ->> 'kind') stored,
      add column category text generated always as (content ->> 'category') stored,
      add column is_flagged boolean generated always as (coalesce(jsonb_array_length(content -> 'reviewFlags') > 0, false)
        or (content -> 'verifiedOn' = 'null' and jsonb_path_exists(content, '$.sources[*] ? (@.asOf != null)'))) stored;

    create index audit_by_subject on audit (subject, id);
    drop index audit_of_guides;
    drop index audit_of_local_parts;
    create index audit_by_actor on audit (actor, id);
    create index audit_by_action on audit (action, id);
    create index audit_by_area on audit (area_id, id);
    create index audit_by_time on audit (at);

    create index counters_by_name on counters (name, day);
    create index counters_by_label on counters (name, label, day);
    create index roles_by_area on roles (area_id) where revoked_at is null;
    create index questions_by_time on questions (asked_at);
    create index local_parts_waiting on local_parts (topic_key) where state = 'submitted';
  `.execute(db)
}
