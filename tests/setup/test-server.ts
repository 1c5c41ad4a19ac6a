/** The PostgreSQL that all tests share: bundled, in a temporary folder, without waiting for the disk. */
import { readdirSync, readlinkSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startPostgres } from '../../server/platform/storage/index.ts'
import { BASE, makeTestFolder, TEST_FOLDER } from './data-folder.ts'
import { runStatement } from './database.ts'

const SETTINGS = { fsync: 'off', full_page_writes: 'off', max_connections: 120 }
const quietLog = { info: () => undefined, warn: () => undefined, error: console.error }

export interface TestServer {
  /** An ordinary user of the server, as in production, who may also make databases. */
  url: string
  remove(): Promise<void>
}

export async function startTestServer(): Promise<TestServer> {
  const dataDir = await makeTestFolder()
  const server = await startPostgres({ dataDir, settings: SETTINGS, log: quietLog })
  await runStatement(server.superuserUrl, 'alter role mot_cua createdb')
  return {
    url: server.url,
    async remove() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Removes what an interrupted run left behind: Jest has no tear-down after Ctrl-C. */
export async function sweepTestServers(): Promise<void> {
  for (const pid of readdirSync('/proc').map(Number).filter(Boolean)) {
    if (isAbandoned(workingFolder(pid))) signal(pid, 'SIGKILL')
  }
  for (const name of await readdir(BASE)) {
    const folder = join(BASE, name)
    if (isAbandoned(folder)) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** True for a test's folder, or a path in it, when the process that made it is gone. */
function isAbandoned(path: string): boolean {
  const maker = path.startsWith(TEST_FOLDER) ? Number.parseInt(path.slice(TEST_FOLDER.length), 10) : 0
  return maker > 0 && !signal(maker, 0)
}

function workingFolder(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
