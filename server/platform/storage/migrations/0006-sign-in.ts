/** Signing in from the phone: when a link was found to contradict itself, and by which way a place was named. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Since when nothing links this account by itself any more; null: undisputed.
    alter table identities add column disputed_at timestamptz;
    create index identities_disputed on identities (disputed_at) where disputed_at is not null;

    -- Should two accounts turn out not to be one person, each takes along what was named through it.
    alter table memberships add column joined_through text not null default 'app' check (joined_through in ('oa', 'app'));
    -- "Nhà mình" is one place.
    create unique index memberships_by_label on memberships (person_id, label) where label is not null;
  `.execute(db)
}
