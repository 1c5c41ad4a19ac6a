/** The supervisor's own short conversations with the server, as its superuser. */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** The app is an ordinary user of the server and owns one database; only the supervisor is its superuser. */
const APP = 'mot_cua'
const SUPERVISOR = 'postgres'

export type Answer =
  | { state: 'absent' }
  /** Somebody is there, but not ready: starting up, recovering after a crash, or shutting down. */
  | { state: 'busy' }
  | { state: 'ready'; dataDirectory: string; major: number }

/** `postgres://…` for a server on this socket; the folder may hold any letter. */
export function serverUrl(socket: string, as: 'app' | 'supervisor', inside: 'app' | 'supervisor' = as): string {
  const nameOf = (who: 'app' | 'supervisor') => (who === 'app' ? APP : SUPERVISOR)
  return `postgres://${nameOf(as)}@localhost:5432/${nameOf(inside)}?host=${encodeURIComponent(socket)}&sslmode=disable`
}

/** Asks whoever listens on this socket who they are. */
export async function askServer(socket: string): Promise<Answer> {
  try {
    return await withSession(socket, async session => {
      const { rows } = await session.query<{ folder: string; version: number }>(
        `select current_setting('data_directory') as folder, current_setting('server_version_num')::int as version`,
      )
      const [row] = rows
      if (!row) return { state: 'busy' }
      return { state: 'ready', dataDirectory: row.folder, major: Math.floor(row.version / 10_000) }
    })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { state: code === 'ENOENT' || code === 'ECONNREFUSED' ? 'absent' : 'busy' }
  }
}

/** Makes the app's user and database. Safe to repeat. */
export async function prepareDatabase(socket: string): Promise<void> {
  await withSession(socket, async session => {
    const roles = await session.query('select from pg_roles where rolname = $1', [APP])
    if (roles.rowCount === 0) await session.query(`create role ${APP} login`)
    const databases = await session.query('select from pg_database where datname = $1', [APP])
    if (databases.rowCount === 0) await session.query(`create database ${APP} owner ${APP}`)
  })
}

async function withSession<T>(socket: string, work: (session: pg.Client) => Promise<T>): Promise<T> {
  const session = new pg.Client({
    connectionString: serverUrl(socket, 'supervisor'),
    application_name: 'mot-cua',
    options: '-c synchronous_commit=on',
    connectionTimeoutMillis: 5_000,
    query_timeout: 60_000,
  })
  session.on('error', () => undefined)
  await session.connect()
  try {
    return await work(session)
  } finally {
    await Promise.race([session.end(), pause(1_000, undefined, { ref: false })])
  }
}
