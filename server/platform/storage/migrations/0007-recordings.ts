/** Files that the ward gives out, and the recordings that read a published revision aloud. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table files (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      kind text not null check (kind in ('audio', 'picture', 'document')),
      media_type text not null,
      extension text not null check (extension ~ '^[a-z0-9]{2,4}$'),
      bytes integer not null check (bytes > 0),
      created_at timestamptz not null default now()
    );

    create table recordings (
      id bigint generated always as identity primary key,
      area_id uuid not null references areas (id),
      topic_key text not null,
      revision integer not null,
      section text not null check (section in ('whole', 'summary', 'papers', 'steps', 'where', 'time', 'fee')),
      file_sha256 text not null references files (sha256),
      attached_by text not null,
      attached_at timestamptz not null
    );
    create unique index one_recording_for_the_words on recordings (topic_key, revision, area_id, section);
    create index recordings_of_a_file on recordings (file_sha256);
  `.execute(db)
}
