/** By what people look for a place: other names, the streets and alleys that run through it, names of former days. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table area_names (
      area_id uuid not null references areas (id),
      kind text not null check (kind in ('name', 'street', 'alley', 'old')),
      name text not null check (name <> ''),
      primary key (area_id, kind, name)
    );
  `.execute(db)
}
