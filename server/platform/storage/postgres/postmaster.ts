import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { CLEAN_ENVIRONMENT, runAs } from './command.ts'
import type { Folders } from './folders.ts'
import { isLivingIn } from './locks.ts'

/** The server's first process. */
export interface Postmaster {
  pid: number
  /** True: it was running when we came. */
  adopted: boolean
  /** Settles when the process is gone, with how it went. */
  exited: Promise<string>
}

export type Settings = Record<string, string | number>

const LOG_BYTES = 5 * 1024 * 1024

/**
 * Small enough for a 512 MB machine. The server's log keeps starts and stops but no statement and no failed one: these
 * may quote what a resident wrote.
 */
const SETTINGS: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '32MB',
  max_connections: 60,
  max_worker_processes: 1,
  max_parallel_workers: 0,
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  max_replication_slots: 0,
  autovacuum_max_workers: 2,
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  huge_pages: 'off',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/**
 * Starts the server in a session of its own, so that Ctrl-C reaches the app first, and so that it does not die with us
 * in the middle of a commit.
 */
export function spawnPostmaster(
  binaries: Binaries,
  folders: Folders,
  account: Account,
  extra: Settings,
): Promise<Postmaster> {
  const settings = { ...SETTINGS, unix_socket_directories: `"${folders.socket.replaceAll('"', '""')}"`, ...extra }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(folders.log)
  const child = spawn(binaries.postgres, ['-D', folders.cluster, '-p', '5432', ...words], {
    cwd: '/',
    env: CLEAN_ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: true,
    ...runAs(account),
  })
  closeSync(log)
  child.unref()
  const exited = new Promise<string>(resolve => child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => resolve({ pid: child.pid ?? 0, adopted: false, exited }))
  })
}

/** Watches over a server that outlived the app that started it. */
export function adoptPostmaster(pid: number, folders: Folders): Postmaster {
  const exited = new Promise<string>(resolve => {
    const timer = setInterval(() => {
      if (isLivingIn(pid, folders.cluster)) return
      clearInterval(timer)
      resolve('gone')
    }, 500)
    timer.unref()
  })
  return { pid, adopted: true, exited }
}

/**
 * Stops the server: sessions are closed and everything is written out. One that does not obey is made to quit, which
 * loses nothing that was acknowledged.
 */
export async function stopPostmaster(pid: number, folders: Folders): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isLivingIn(pid, folders.cluster)) return
    send(signal, pid)
    const end = performance.now() + patienceMs
    while (isLivingIn(pid, folders.cluster) && performance.now() < end) await pause(10)
  }
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}
