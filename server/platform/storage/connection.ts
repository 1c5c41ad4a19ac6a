import { type Kysely as Connection, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './schema/index.ts'
import type { StorageLog } from './storage-log.ts'

/** The one handle on the ward's database; `db.destroy()` closes it. */
export type Database = Connection<Tables>

export interface ConnectOptions {
  /** Told when an idle connection breaks (the database was stopped). Silent when left out. */
  log?: Pick<StorageLog, 'warn'>
  /** Most connections at once. */
  poolSize?: number
  /** A statement that runs longer is cancelled by the server, in milliseconds. */
  statementTimeoutMs?: number
}

/** Every commit is on the disk before it is acknowledged; days are counted in UTC on every server alike. */
const SESSION = '-c synchronous_commit=on -c timezone=UTC'

/**
 * Opens a pool of connections. Nothing is contacted before the first query, and broken connections are replaced:
 * a database that went away and came back needs no restart of the app.
 * @param url `postgres://…`, an outside server's or the one `startPostgres` gives
 */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'mot-cua',
    options: SESSION,
    max: options.poolSize ?? 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    types: { getTypeParser },
  })
  pool.on('error', error =>
    options.log?.warn({ reason: error.message }, 'Mất kết nối tới cơ sở dữ liệu; sẽ tự nối lại'),
  )
  // A connection that breaks in use fails its query; unheard, it would also end the process.
  pool.on('connect', client => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** bigint stays a string (it may exceed 2^53), a day stays `YYYY-MM-DD` (a `Date` would shift it by the time zone). */
const asText = (value: string) => value
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.DATE) return asText
  return pg.types.getTypeParser(oid, format)
}
