/** A database of its own for every test that asks: a copy of the migrated template, thrown away afterwards. */
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { connect, type Database } from '../../server/platform/storage/index.ts'

/** Set by the global set-up; the workers inherit it. */
const SERVER = 'MOT_CUA_TEST_SERVER'
const TEMPLATE = 'MOT_CUA_TEST_TEMPLATE'
/** Behind the name of the template: the same with the starter guides published. */
const PUBLISHED = '_published'

export interface TestDatabase {
  db: Database
  /** For code that opens its own connections. */
  url: string
  /** Closes `db` and drops the database, whoever else is still connected. */
  close(): Promise<void>
}

/** Tells the test workers where databases are made from: the template, and beside it its twin with the starter guides. */
export function announceServer(url: string, template: string): void {
  process.env[SERVER] = url
  process.env[TEMPLATE] = template
}

export const twinOf = (template: string): string => template + PUBLISHED

/**
 * A migrated, empty database; with `empty` one without any table, with `published` one whose starter guides are published
 * already, as after the first start.
 */
export async function createTestDatabase({ empty = false, published = false } = {}): Promise<TestDatabase> {
  const server = process.env[SERVER]
  const migrated = process.env[TEMPLATE] ?? ''
  const template = empty ? 'template0' : published ? twinOf(migrated) : migrated
  if (!server || !migrated) throw new Error('run the tests through Jest: its global set-up starts the database')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runStatement(server, `create database ${name} template ${template}`)
  const url = withDatabase(server, name)
  const db = connect(url, { poolSize: 5 })
  return {
    db,
    url,
    async close() {
      await db.destroy()
      await dropDatabase(server, name)
    },
  }
}

/** PostgreSQL's own vacuum may be at work in it for a moment, and may not be ended by the role that tests use. */
const VACUUM = { code: '42501', tries: 50, waitMs: 200 }

async function dropDatabase(server: string, name: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await runStatement(server, `drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      const passing = error instanceof pg.DatabaseError && error.code === VACUUM.code
      if (!passing || tried === VACUUM.tries) throw error
      await setTimeout(VACUUM.waitMs)
    }
  }
}

/** Runs one statement outside any transaction. */
export async function runStatement(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`)
}
