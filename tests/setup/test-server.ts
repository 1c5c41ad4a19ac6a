/** The PostgreSQL that all tests share: bundled, in a temporary folder, without waiting for the disk. */
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../server/platform/storage/index.ts'
import { processesIn } from '../../server/platform/storage/postgres/locks.ts'
import { runStatement } from './database.ts'

/** Root's own temporary folder may be closed to the user that PostgreSQL runs as. */
const BASE = process.getuid?.() === 0 ? '/tmp' : tmpdir()
const PREFIX = 'mot-cua-tests-'
const SETTINGS = { fsync: 'off', full_page_writes: 'off', max_connections: 120 }
const quietLog = { info: () => undefined, warn: () => undefined, error: console.error }

export interface TestServer {
  /** An ordinary user of the server, as in production, who may also make databases. */
  url: string
  remove(): Promise<void>
}

export async function startTestServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(BASE, `${PREFIX}${process.pid}-`))
  await chmod(dataDir, 0o755)
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
  for (const name of await readdir(BASE)) {
    const owner = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    if (!owner || isRunning(owner)) continue
    const folder = join(BASE, name)
    for (const pid of processesIn(join(folder, 'postgres', 'cluster'))) signal(pid, 'SIGKILL')
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  return signal(pid, 0)
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
