/** Child processes that end with us: signals reach them, and their exit code becomes ours. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Compiled once and kept: the next start is quicker, and what translates TypeScript is not even loaded. */
const COMPILED = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)) }

const SIGNAL_NUMBERS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1, SIGKILL: 9 }

/** Runs one command to its end; resolves to its exit code. */
export function run(file, args, env = process.env) {
  const child = spawn(file, args, { stdio: 'inherit', env })
  const passOn = signal => child.kill(signal)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, passOn)
  // Ctrl-C reaches the whole foreground group by itself: stay until the child has tidied up.
  process.on('SIGINT', () => {})
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 128 + (SIGNAL_NUMBERS[signal] ?? 1) : (code ?? 1)))
  })
}

/** Starts a long-running child; its IPC channel closes when we die, however we die, and it stops itself then. */
export function startProcess(node, args, env) {
  return spawn(node, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...COMPILED, ...env } })
}

export function whenExited(child) {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode ?? 1)
    child.once('exit', code => resolve(code ?? 1))
  })
}

/** Resolves when the child says `{ ready: … }` over IPC; rejects when it exits first. */
export function whenReady(child) {
  return new Promise((resolve, reject) => {
    child.on('message', message => message?.ready && resolve(message.ready))
    child.once('exit', code => reject(Object.assign(new Error('stopped before it was ready'), { exitCode: code ?? 1 })))
  })
}
