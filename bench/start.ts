/**
 * `npm run bench -- start`: how long `npm start` takes until its `ready` line, the first time and the second, and how
 * much memory server and database hold when nobody writes.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, processesBelow, residentMb, whenExited } from './installation.ts'

const IDLE_MS = 5000

export async function benchStart(): Promise<object> {
  const dataDir = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'mot-cua-bench-'))
  await chmod(dataDir, 0o755)
  try {
    const first = await startOnce(dataDir)
    await stop(first.launcher)
    const second = await startOnce(dataDir)
    await new Promise(resolve => setTimeout(resolve, IDLE_MS))
    const idleMb = await memory(dataDir)
    await stop(second.launcher)
    console.log(
      `ready after ${first.seconds} s the first time, ${second.seconds} s the second; idle server + database ${idleMb} MB`,
    )
    return { firstSeconds: first.seconds, secondSeconds: second.seconds, residentMb: idleMb }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(dataDir: string): Promise<{ launcher: ChildProcess; seconds: number }> {
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    EMULATOR_PORT: String(await freePort()),
  }
  const began = performance.now()
  const launcher = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    launcher.stdout?.on('data', chunk => /^ready /m.test(String(chunk)) && resolve())
    launcher.once('exit', code => reject(new Error(`npm start ended with ${code}`)))
  })
  return { launcher, seconds: Math.round((performance.now() - began) / 100) / 10 }
}

async function stop(launcher: ChildProcess): Promise<void> {
  const gone = whenExited(launcher)
  // Ctrl-C reaches the whole foreground group.
  if (launcher.pid) process.kill(-launcher.pid, 'SIGINT')
  await gone
}

/** The server is the process that was started with our data folder as its own; the emulator is not counted. */
async function memory(dataDir: string): Promise<number> {
  const servers = await Promise.all(
    (await readdir('/proc')).map(async pid => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      const environment = command.includes('server/main.ts')
        ? await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
        : ''
      return environment.includes(`DATA_DIR=${dataDir}`) ? [Number(pid)] : []
    }),
  )
  const sizes = await Promise.all([...servers.flat(), ...(await processesBelow(dataDir))].map(residentMb))
  return Math.round(sizes.reduce((sum, size) => sum + size, 0))
}
