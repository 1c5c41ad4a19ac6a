/** Runs `database-app.ts` as a process of its own, in a process group of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface AppOptions {
  dataDir: string
  /** Another PostgreSQL than the bundled one. */
  bin?: string
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

export function startApp({ dataDir, bin, root, uid }: AppOptions): AppProcess {
  const program = new URL('database-app.ts', root ? `file://${encodeURI(root)}/tests/setup/` : import.meta.url).pathname
  const words = [decodeURI(program), dataDir, ...(bin ? [bin] : [])]
  const child = spawn(process.execPath, words, {
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
