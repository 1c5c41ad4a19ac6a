/** Before the first test: one PostgreSQL (the bundled one, or TEST_DATABASE_URL) and one migrated database to copy from. */
import { writeSync } from 'node:fs'
import pino from 'pino'
import { connect, type Database, migrate } from '../../server/platform/storage/index.ts'
import { createCatalogueKeeper } from '../../server/procedures/catalogue.ts'
import { publishStarter } from '../../server/procedures/store.ts'
import { starterTopics } from '../../shared/content/index.ts'
import { unpackBrowser } from './browser.ts'
import { announceServer, runStatement, twinOf, withDatabase } from './database.ts'
import { startTestServer, sweepTestServers } from './test-server.ts'

const leftToUndo: (() => Promise<void>)[] = []

export default async function setUp(): Promise<void> {
  try {
    unpackBrowser()
    await prepareTemplate(process.env.TEST_DATABASE_URL || (await startBundled()))
  } catch (error) {
    // Jest stops here without asking the reporters for the closing line.
    process.once('exit', () => writeSync(1, '0 passed, 1 failed\n'))
    await undoSetUp()
    throw error
  }
}

/** Stops and removes whatever the set-up made. */
export async function undoSetUp(): Promise<void> {
  for (const undo of leftToUndo.splice(0)) await undo()
}

async function prepareTemplate(server: string): Promise<void> {
  const template = `mot_cua_template_${process.pid}`
  await fill(template, 'template1', migrate)
  await fill(twinOf(template), template, publish)
  announceServer(server, template)

  async function fill(name: string, from: string, work: (db: Database) => Promise<unknown>): Promise<void> {
    leftToUndo.unshift(() => runStatement(server, `drop database if exists ${name}`))
    await runStatement(server, `create database ${name} template ${from}`)
    const db = connect(withDatabase(server, name))
    await work(db).finally(() => db.destroy())
    // A database that somebody is connected to cannot be copied, so nobody may connect to this one.
    await runStatement(server, `alter database ${name} allow_connections false`)
  }
}

/** What the first start does to the guides, once for all tests that do not watch a first start. */
async function publish(db: Database): Promise<void> {
  await publishStarter(db, starterTopics)
  const log = pino({ level: 'silent' })
  const clock = { now: () => new Date() }
  const nothing = { applyDue: async () => undefined, findWard: async () => null }
  await createCatalogueKeeper({ db, log, clock, ...nothing, reviewDays: 180, withholdDays: 90 }).refresh()
}

async function startBundled(): Promise<string> {
  await sweepTestServers()
  const { url, remove } = await startTestServer()
  leftToUndo.unshift(remove)
  return url
}
