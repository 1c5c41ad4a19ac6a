import { setTimeout as pause } from 'node:timers/promises'
import { StorageError } from '../storage-error.ts'
import type { StorageLog } from '../storage-log.ts'
import { closeSocketFolder, prepareFolders } from './folders.ts'
import { type Postmaster, type Settings, stopPostmaster } from './postmaster.ts'
import { showPresence } from './presence.ts'
import { raisePostmaster } from './raise-postmaster.ts'
import { serverUrl } from './sessions.ts'
import { takeTurn } from './turn.ts'

export interface PostgresOptions {
  /** The app's data folder; PostgreSQL keeps its own below it. */
  dataDir: string
  /** A folder with `initdb` and `postgres` ≥ 15 to use instead of the bundled ones. */
  bin?: string
  log: StorageLog
  /** PostgreSQL settings on top of ours. */
  settings?: Settings
}

export interface PostgresServer {
  /** For the app: an ordinary user who owns one database. */
  url: string
  /** For backups and tests: the superuser. */
  superuserUrl: string
  /** The superuser inside the app's own database: looks at what an ordinary user may not. */
  inspectorUrl: string
  /** True when a server that an earlier run left behind was taken over. */
  adopted: boolean
  /** The server's first process; changes when the server had to be started again. */
  readonly pid: number
  /** Stops the server, unless another process of the app still works on it. */
  stop(): Promise<void>
}

const LONGEST_DELAY_MS = 10_000
/** Longer than one start may take, which another app may be busy with. */
const START_LIMIT_MS = 330_000
const STOP_LIMIT_MS = 60_000

/**
 * Starts the bundled PostgreSQL (or takes over the one that an earlier run left behind) and keeps it running until `stop`.
 * It listens on a Unix socket only, in a folder closed to other users of the machine.
 * @throws StorageError in Vietnamese, with the next step to take
 */
export async function startPostgres({ dataDir, bin, log, settings = {} }: PostgresOptions): Promise<PostgresServer> {
  if (process.platform !== 'linux') {
    throw new StorageError('PostgreSQL đi kèm chỉ chạy trên Linux; trên máy này hãy đặt DATABASE_URL.')
  }
  const { folders, account } = await prepareFolders(dataDir)
  const stopped = new AbortController()
  const { signal } = stopped
  const presence = await showPresence(folders.home)
  const start = () =>
    takeTurn(folders.home, () => raisePostmaster({ folders, account, bin, settings, log, signal }), {
      signal,
      limitMs: START_LIMIT_MS,
    })
  let postmaster = await start().catch(async error => {
    await presence.end()
    throw error
  })
  const adopted = postmaster.adopted
  const keptAlive = keepAlive()

  async function keepAlive(): Promise<void> {
    const gone = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
    while (!signal.aborted) {
      const how = await Promise.race([postmaster.exited, gone])
      if (signal.aborted) return
      log.error({ how }, 'PostgreSQL dừng đột ngột; đang khởi động lại')
      await revive()
    }
  }

  async function revive(): Promise<void> {
    for (let delayMs = 100; !signal.aborted; delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS)) {
      try {
        await pause(delayMs, undefined, { signal, ref: false })
        postmaster = await start()
        return log.info({ pid: postmaster.pid }, 'PostgreSQL đã chạy lại')
      } catch (error) {
        if (!signal.aborted) log.error({ reason: String(error) }, 'Chưa khởi động lại được PostgreSQL; sẽ thử tiếp')
      }
    }
  }

  /** The last one out stops the server; a web process must not take it away from its worker. */
  async function leave({ pid }: Postmaster): Promise<void> {
    await presence.end()
    if (presence.isShared()) return log.info({ pid }, 'PostgreSQL chạy tiếp vì còn tiến trình khác của Một Cửa dùng')
    await stopPostmaster(pid, folders)
    await closeSocketFolder(folders)
    log.info({ pid }, 'PostgreSQL đã dừng')
  }

  return {
    url: serverUrl(folders.socket, 'app'),
    superuserUrl: serverUrl(folders.socket, 'supervisor'),
    inspectorUrl: serverUrl(folders.socket, 'supervisor', 'app'),
    adopted,
    get pid() {
      return postmaster.pid
    },
    async stop() {
      stopped.abort()
      await keptAlive
      await takeTurn(folders.home, () => leave(postmaster), { limitMs: STOP_LIMIT_MS })
    },
  }
}
