/**
 * A practice installation as separate processes, as it runs at a ward: server (with its bundled PostgreSQL, fsync on)
 * and emulated Zalo. Everything on loopback, in a folder of its own; only processes started here are ended, by pid.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeOptions } from '../launch/node-options.mjs'

export const SECRETS = {
  ZALO_APP_ID: '3100000000000000001',
  ZALO_APP_SECRET: 'app-secret-of-the-bench',
  ZALO_OA_ID: '3200000000000000001',
  ZALO_OA_SECRET_KEY: 'oa-secret-key-of-the-bench',
  ZALO_MINIAPP_ID: '3300000000000000001',
  ZALO_MINIAPP_KEY: 'mini-app-key-of-the-bench',
}

const COMPILED = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))

/** Calls a minute without meaning: the bench measures the house, not Zalo's limits. */
const UNLIMITED = '1000000'

export interface Installation {
  serverUrl: string
  emulatorUrl: string
  dataDir: string
  server(): ChildProcess | null
  startServer(env?: Record<string, string>): Promise<void>
  /** Further processes that only send. */
  workers(): ChildProcess[]
  startWorker(env?: Record<string, string>): Promise<ChildProcess>
  /** kill -9 to the app, the database, or both, at once. */
  kill(whom: 'app' | 'database' | 'both'): Promise<void>
  emulate<T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<T>
  close(): Promise<void>
}

export async function openInstallation({
  env = {},
  quiet = true,
}: {
  env?: Record<string, string>
  quiet?: boolean
} = {}): Promise<Installation> {
  const dataDir = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'mot-cua-bench-'))
  await chmod(dataDir, 0o755)
  const [serverPort, emulatorPort] = [await freePort(), await freePort()]
  const serverUrl = `http://127.0.0.1:${serverPort}`
  const emulatorUrl = `http://127.0.0.1:${emulatorPort}`
  const emulator = await launch('emulator/main.ts', { ...SECRETS, EMULATOR_PORT: String(emulatorPort) }, quiet)
  const emulate: Installation['emulate'] = async (method, path, body) => {
    const response = await fetch(`${emulatorUrl}/__emu${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json() as never
  }
  await emulate('PATCH', '/settings', { oa: { plan: 'none' } })
  const { refreshToken } = await emulate<{ refreshToken: string }>('POST', '/tokens/grant', {})

  let server: ChildProcess | null = null
  const workers: ChildProcess[] = []
  function startProcess(own: Record<string, string>): Promise<ChildProcess> {
    return launch(
      'server/main.ts',
      {
        ...SECRETS,
        ZALO_REFRESH_TOKEN: refreshToken,
        ZALO_RATE_PER_MINUTE: UNLIMITED,
        MOT_CUA_PRACTICE: '1',
        EMULATOR_URL: emulatorUrl,
        DATA_DIR: dataDir,
        PORT: String(serverPort),
        LOG_LEVEL: quiet ? 'error' : 'info',
        ZALO_OAUTH_URL: `${emulatorUrl}/oauth`,
        ZALO_OPENAPI_URL: `${emulatorUrl}/openapi`,
        ZALO_GRAPH_URL: `${emulatorUrl}/graph`,
        ZALO_BUSINESS_URL: `${emulatorUrl}/business`,
        ZALO_MINIAPP_OPENAPI_URL: `${emulatorUrl}/mini`,
        ...env,
        ...own,
      },
      quiet,
    )
  }

  return {
    serverUrl,
    emulatorUrl,
    dataDir,
    server: () => server,
    async startServer(own = {}) {
      server = await startProcess(own)
    },
    workers: () => workers,
    async startWorker(own = {}) {
      const worker = await startProcess({ ROLE: 'worker', PORT: '0', ...own })
      workers.push(worker)
      worker.once('exit', () => workers.splice(workers.indexOf(worker), 1))
      return worker
    },
    emulate,
    async kill(whom) {
      const pids = [
        ...(whom !== 'database' && server?.pid ? [server.pid] : []),
        ...(whom !== 'app' ? await processesBelow(dataDir) : []),
      ]
      const gone = whom !== 'database' && server ? whenExited(server) : Promise.resolve()
      for (const pid of pids) killHard(pid)
      await gone
    },
    async close() {
      for (const child of [...workers, server, emulator]) {
        if (!child || child.exitCode !== null || child.signalCode !== null) continue
        const gone = whenExited(child)
        child.kill('SIGTERM')
        await gone
      }
      for (const pid of await processesBelow(dataDir)) killHard(pid)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(file: string, env: Record<string, string>, quiet: boolean): Promise<ChildProcess> {
  const options = nodeOptions(env.ROLE)
  const child = spawn(process.execPath, [...options.flags, file], {
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILED, ...options.env, ...env },
    stdio: ['ignore', quiet ? 'ignore' : 2, 2, 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.on('message', message => typeof message === 'object' && message !== null && 'ready' in message && resolve())
    child.once('exit', code => reject(new Error(`${file} ended with ${code} before it was ready`)))
  })
  return child
}

export function whenExited(child: ChildProcess): Promise<void> {
  return new Promise(resolve =>
    child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve()),
  )
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself a moment ago.
  }
}

/** The processes that work inside our own data folder: the bundled database and its children. */
export async function processesBelow(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async pid =>
      (await readlink(`/proc/${pid}/cwd`).catch(() => '')).startsWith(`${folder}/`) ? [Number(pid)] : [],
    ),
  )
  return found.flat()
}

/** Resident memory that a process does not share, in megabytes (proportional set size). */
export async function residentMb(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
