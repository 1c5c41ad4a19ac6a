/**
 * Who is using a database folder, and which lock files outlived their owner. A lock's process id alone proves nothing:
 * after a crash it may be free, a zombie's, or another program's.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Folders, SOCKET_NAME } from './folders.ts'

/**
 * Living processes whose working directory is this folder, as every PostgreSQL process of the cluster has.
 * Compared by inode, so that a moved or bind-mounted folder is still recognised. A zombie has no directory any more.
 */
export function processesIn(folder: string): number[] {
  const wanted = identify(folder)
  if (!wanted) return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && identify(`/proc/${name}/cwd`) === wanted)
    .map(Number)
}

/** True while this process is alive in the folder. Its number alone may have passed to another program. */
export function isLivingIn(pid: number, folder: string): boolean {
  const wanted = identify(folder)
  return wanted !== undefined && identify(`/proc/${pid}/cwd`) === wanted
}

/** The process id that the cluster's lock file claims; undefined without a readable file. */
export function readPostmasterPid(cluster: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

/** Call only when nobody lives in the cluster and nobody answers on its socket. */
export async function removeStaleLocks(folders: Folders): Promise<void> {
  const stale = [
    join(folders.cluster, 'postmaster.pid'),
    join(folders.socket, SOCKET_NAME),
    join(folders.socket, `${SOCKET_NAME}.lock`),
  ]
  for (const file of stale) await rm(file, { force: true })
}

function identify(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path)
    return `${dev}:${ino}`
  } catch {
    return undefined
  }
}
