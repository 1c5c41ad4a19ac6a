/** Throw-away data folders for tests that run a database of their own. */
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processesIn } from '../../server/platform/storage/postgres/locks.ts'

export const isRoot = process.getuid?.() === 0
/** Root's own temporary folder may be closed to the user that PostgreSQL runs as. */
export const BASE = isRoot ? '/tmp' : tmpdir()
/** Followed by the process id of its maker, so that what an interrupted run left can be told. */
export const TEST_FOLDER = join(BASE, 'mot-cua-tests-')

export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(`${TEST_FOLDER}${process.pid}-`)
  await chmod(folder, 0o755)
  return folder
}

export interface DataFolder {
  path: string
  /** The database's processes that live in it. */
  processes(): number[]
  /** kill -9 to all of them at once. */
  killDatabase(): void
  remove(): Promise<void>
}

/**
 * @param name what the folder is called, may hold any letter
 * @param owner the user who runs the app in it, when that is not us
 */
export async function createDataFolder(name = 'data', owner?: number): Promise<DataFolder> {
  const parent = await makeTestFolder()
  const path = join(parent, name)
  await mkdir(path, { recursive: true })
  if (owner !== undefined) await chown(path, owner, owner)
  const cluster = join(path, 'postgres', 'cluster')
  const processes = () => processesIn(cluster)
  const killDatabase = () => {
    for (const pid of processes()) kill(pid)
  }
  return {
    path,
    processes,
    killDatabase,
    async remove() {
      killDatabase()
      await rm(parent, { recursive: true, force: true })
    },
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone by itself: its postmaster was killed a moment ago.
  }
}
