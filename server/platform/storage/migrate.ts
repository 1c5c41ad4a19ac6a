import { sql } from 'kysely'
import { type Migration, type MigrationResultSet, Migrator } from 'kysely/migration'
import type { Database } from './connection.ts'
import { up as foundation } from './migrations/0001-foundation.ts'
import { up as answering } from './migrations/0002-answering.ts'
import { up as conversations } from './migrations/0003-conversations.ts'
import { up as areaAliases } from './migrations/0004-area-aliases.ts'
import { up as links } from './migrations/0005-links.ts'
import { up as signIn } from './migrations/0006-sign-in.ts'
import { up as recordings } from './migrations/0007-recordings.ts'
import { up as broadcasts } from './migrations/0008-broadcasts.ts'
import { up as notices } from './migrations/0009-notices.ts'
import { up as staff } from './migrations/0010-staff.ts'
import { up as auditChain } from './migrations/0011-audit-chain.ts'
import { up as guides } from './migrations/0012-guides.ts'
import { up as questions } from './migrations/0013-questions.ts'
import { up as review } from './migrations/0014-review.ts'
import { up as guidesAtTheDesk } from './migrations/0015-guides-at-the-desk.ts'
import { up as packs } from './migrations/0016-packs.ts'
import { up as noticeAnswers } from './migrations/0017-notice-answers.ts'
import { up as groupPosts } from './migrations/0018-group-posts.ts'
import { up as lists } from './migrations/0019-lists.ts'
import { up as noticeStarters } from './migrations/0020-notice-starters.ts'
import { up as corrections } from './migrations/0021-corrections.ts'
import { up as codesOnce } from './migrations/0022-codes-once.ts'
import { up as saidOfOneArea } from './migrations/0023-said-of-one-area.ts'
import { StorageError } from './storage-error.ts'

/** In order, and only ever longer. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-foundation': { up: foundation },
  '0002-answering': { up: answering },
  '0003-conversations': { up: conversations },
  '0004-area-aliases': { up: areaAliases },
  '0005-links': { up: links },
  '0006-sign-in': { up: signIn },
  '0007-recordings': { up: recordings },
  '0008-broadcasts': { up: broadcasts },
  '0009-notices': { up: notices },
  '0010-staff': { up: staff },
  '0011-audit-chain': { up: auditChain },
  '0012-guides': { up: guides },
  '0013-questions': { up: questions },
  '0014-review': { up: review },
  '0015-guides-at-the-desk': { up: guidesAtTheDesk },
  '0016-packs': { up: packs },
  '0017-notice-answers': { up: noticeAnswers },
  '0018-group-posts': { up: groupPosts },
  '0019-lists': { up: lists },
  '0020-notice-starters': { up: noticeStarters },
  '0021-corrections': { up: corrections },
  '0022-codes-once': { up: codesOnce },
  '0023-said-of-one-area': { up: saidOfOneArea },
}

const OLDEST_SERVER = 150_000

/**
 * Brings the tables to this version of the app. Replicas that start together wait for each other; all changes of one
 * run happen, or none.
 * @returns the names of the migrations that this call carried out
 * @throws StorageError when the server is too old, or the tables were made by a newer app
 */
export function migrate(db: Database): Promise<string[]> {
  return runMigrations(db, migrator => migrator.migrateToLatest())
}

/**
 * Brings an empty database to where a backup stood; `migrate` then does the rest.
 * @throws StorageError when this app does not know that migration
 */
export async function migrateTo(db: Database, name: string): Promise<void> {
  if (!(name in MIGRATIONS)) throw newerThanWe(name)
  await runMigrations(db, migrator => migrator.migrateTo(name))
}

async function runMigrations(
  db: Database,
  run: (migrator: Migrator) => Promise<MigrationResultSet>,
): Promise<string[]> {
  await requireServer(db)
  await requireKnownMigrations(db)
  return db.connection().execute(async connection => {
    // Waiting for another replica's migration may take longer than an ordinary statement is allowed to.
    await sql`set statement_timeout = 0`.execute(connection)
    try {
      const migrator = new Migrator({ db: connection, provider: { getMigrations: async () => MIGRATIONS } })
      const { error, results } = await run(migrator)
      if (error) throw error
      return (results ?? []).map(result => result.migrationName)
    } finally {
      await sql`reset statement_timeout`.execute(connection)
    }
  })
}

async function requireServer(db: Database): Promise<void> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(db)
  const version = Number(rows[0]?.version)
  if (version >= OLDEST_SERVER) return
  throw new StorageError(
    `PostgreSQL ${Math.floor(version / 10_000)} quá cũ; dùng PostgreSQL 15 trở lên, hoặc bỏ DATABASE_URL để dùng bản đi kèm.`,
  )
}

async function requireKnownMigrations(db: Database): Promise<void> {
  const { rows: tables } = await sql<{
    name: string | null
  }>`select to_regclass('kysely_migration')::text as name`.execute(db)
  if (!tables[0]?.name) return
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const unknown = rows.map(row => row.name).filter(name => !(name in MIGRATIONS))
  if (unknown.length > 0) throw newerThanWe(unknown.join(', '))
}

function newerThanWe(names: string): StorageError {
  return new StorageError(
    `Cơ sở dữ liệu đã được một bản Một Cửa mới hơn nâng cấp (${names}); hãy chạy bản mới hơn đó, hoặc khôi phục bản sao lưu trước khi nâng cấp.`,
  )
}
