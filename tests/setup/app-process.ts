/** Runs `database-app.ts` as a process of its own, in a process group of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROGRAM = new URL('./database-app.ts', import.meta.url)

export interface AppOptions {
  dataDir: string
  /** The checkout to run from; ours when left out. */
  root?: string
  /** Run as this user and group. */
  uid?: number
}

export interface AppProcess {
  child: ChildProcess
  /** Rejects with what the app wrote to its error output when it ends before it is ready. */
  ready: Promise<{ pid: number; url: string; adopted: boolean }>
  /** Lets the app stop by itself and waits for its end. */
  leave(): Promise<void>
  /** kill -9, alone or with everything it started in its group. */
  kill(whom: 'app' | 'group'): Promise<void>
}

/** True when this user can read the checkout and run Node: one under root's home is closed to others. */
export function canRunAs(uid: number): boolean {
  const words = ['--check', fileURLToPath(PROGRAM)]
  return process.getuid?.() === 0 && spawnSync(process.execPath, words, { uid, gid: uid }).status === 0
}

export function startApp({ dataDir, root, uid }: AppOptions): AppProcess {
  const program = root ? join(root, 'tests/setup/database-app.ts') : fileURLToPath(PROGRAM)
  const child = spawn(process.execPath, [program, dataDir], {
    detached: true,
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const ended = once(child, 'exit')
  return {
    child,
    ready: readFirstLine(child, ended),
    async leave() {
      child.stdin.end()
      await ended
    },
    async kill(whom) {
      if (child.pid) process.kill(whom === 'group' ? -child.pid : child.pid, 'SIGKILL')
      await ended
    },
  }
}

async function readFirstLine(
  child: ChildProcess,
  ended: Promise<unknown>,
): Promise<{ pid: number; url: string; adopted: boolean }> {
  let complaint = ''
  child.stderr?.on('data', chunk => {
    complaint += chunk
  })
  if (!child.stdout) throw new Error('no output')
  const lines = createInterface({ input: child.stdout })
  const first = once(lines, 'line')
  const outcome = await Promise.race([first, ended.then(() => undefined)])
  if (!outcome) throw new Error(complaint)
  return JSON.parse(String(outcome[0]))
}
