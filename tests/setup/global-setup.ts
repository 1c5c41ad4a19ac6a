/** Before the first test: one PostgreSQL (the bundled one, or TEST_DATABASE_URL) and one migrated database to copy from. */
import { writeSync } from 'node:fs'
import { connect, migrate } from '../../server/platform/storage/index.ts'
import { announceServer, runStatement, withDatabase } from './database.ts'
import { startTestServer, sweepTestServers } from './test-server.ts'

const leftToUndo: (() => Promise<void>)[] = []

export default async function setUp(): Promise<void> {
  try {
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
  leftToUndo.unshift(() => runStatement(server, `drop database if exists ${template}`))
  await runStatement(server, `create database ${template}`)
  const db = connect(withDatabase(server, template))
  await migrate(db).finally(() => db.destroy())
  // A database that somebody is connected to cannot be copied, so nobody may connect to this one.
  await runStatement(server, `alter database ${template} allow_connections false`)
  announceServer(server, template)
}

async function startBundled(): Promise<string> {
  await sweepTestServers()
  const { url, remove } = await startTestServer()
  leftToUndo.unshift(remove)
  return url
}
