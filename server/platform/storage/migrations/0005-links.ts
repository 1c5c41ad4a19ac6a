/**
 * Permanent codes: printed once, scanned for years. What a code leads to is its latest change, so that the history can
 * neither be left out nor disagree with what people see. Counts are in `counters`; no visitor is written down.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table links (
      code text primary key check (code ~ '^[2-9CFHJKMNPQRTVX]{6,12}$'),
      area_id uuid not null references areas (id),
      -- What the code was made for by itself, such as a guide; null: by a person.
      made_for text,
      created_at timestamptz not null,
      unique (area_id, made_for)
    );

    create table link_changes (
      id bigint generated always as identity primary key,
      code text not null references links (code),
      at timestamptz not null,
      actor text not null,
      action text not null check (action in ('created', 'moved', 'retired', 'restored')),
      -- What is printed beside the code.
      title text not null check (title <> ''),
      -- Where the code leads; of a retired one, where people are sent instead, if anywhere.
      target jsonb check (target is not null or action = 'retired'),
      why text not null check (why <> '')
    );
    create index link_changes_by_code on link_changes (code, id desc);

    create table link_places (
      code text not null references links (code),
      number smallint not null check (number between 1 and 999),
      name text not null check (name <> ''),
      put_up_at timestamptz not null,
      taken_down_at timestamptz,
      primary key (code, number)
    );

    create function link_is_permanent() returns trigger language plpgsql as $$
      begin raise exception 'a printed code is permanent: % is never changed or removed', tg_table_name; end $$;
    create trigger links_never_change before update or delete or truncate on links
      for each statement execute function link_is_permanent();
    create trigger link_changes_never_change before update or delete or truncate on link_changes
      for each statement execute function link_is_permanent();
    create trigger link_places_never_vanish before delete or truncate on link_places
      for each statement execute function link_is_permanent();
    create trigger link_places_keep_number before update of code, number, name, put_up_at on link_places
      for each statement execute function link_is_permanent();
  `.execute(db)
}
