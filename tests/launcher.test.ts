/** `npm start` on a machine with nothing but Node and npm: everything comes up together and goes down together. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

/** The machine's own node, however old: the door finds a newer one by itself. */
const NODE = process.env.npm_node_execpath ?? process.execPath
const running: ChildProcess[] = []
let dataDir = ''
let ports: [number, number]

beforeEach(async () => {
  dataDir = mkdtempSync('/tmp/mot-cua phường mẫu ')
  chmodSync(dataDir, 0o755)
  ports = [await freePort(), await freePort()]
})
afterEach(() => {
  for (const child of running.splice(0)) if (child.pid && child.exitCode === null) killGroup(child.pid)
  for (const pid of processesIn(dataDir)) killProcess(pid)
  rmSync(dataDir, { recursive: true, force: true })
})

describe('npm start', () => {
  it('brings up the practice ward, says where everything is, and Ctrl-C stops everything', async () => {
    // A copied `.env.example` leaves blank settings behind: they are none.
    const start = launch({ ZALO_APP_ID: '', ZALO_REFRESH_TOKEN: ' ' })
    const output = await untilReady(start)
    expect(output).toMatch(new RegExp(`^ready http://localhost:${ports[0]}$`, 'm'))
    expect(output).toContain(`http://localhost:${ports[1]}`)
    expect(output).toMatch(/đóng vai một người dân/)

    expect(await fetch(`http://127.0.0.1:${ports[0]}/healthz`).then(response => response.json())).toEqual({
      status: 'ok',
    })
    expect(await (await fetch(`http://127.0.0.1:${ports[0]}/`)).text()).toContain('Phường Mẫu')
    expect((await fetch(`http://127.0.0.1:${ports[1]}/`)).status).toBe(200)
    expect(processesIn(dataDir).length).toBeGreaterThan(0)

    const ended = new Promise(resolve => start.once('exit', resolve))
    interrupt(start)
    expect(await ended).toBe(0)
    expect(processesIn(dataDir)).toEqual([])
    await expect(fetch(`http://127.0.0.1:${ports[0]}/healthz`)).rejects.toThrow()
  })

  it('answers a resident through the emulated Zalo, and again after it was killed without warning', async () => {
    await untilReady(launch())
    expect(await ask('Làm giấy khai sinh cần gì?')).toMatch(/khai sinh/i)
    const [first] = running
    if (first?.pid) killGroup(first.pid)
    await new Promise(resolve => setTimeout(resolve, 500))
    await untilReady(launch())
    expect(await ask('đăng ký tạm trú cần gì')).toMatch(/tạm trú/i)
  })

  it('with wrong settings lists them all and does not start', async () => {
    const start = launch({ ZALO_APP_ID: 'x' })
    const output = collect(start)
    expect(await new Promise(resolve => start.once('exit', resolve))).toBe(1)
    expect(output()).toMatch(/ZALO_APP_ID/)
    expect(output()).toMatch(/ZALO_OA_SECRET_KEY/)
    expect(output()).not.toMatch(/at .*\.ts:/)
  })

  it('says so when another program holds its port, and leaves nothing running', async () => {
    const blocker = createServer(socket => socket.destroy())
    await new Promise<void>(resolve => blocker.listen(ports[0], resolve))
    const start = launch()
    const output = collect(start)
    expect(await new Promise(resolve => start.once('exit', resolve))).toBe(1)
    expect(output()).toMatch(/Cổng này đang có chương trình khác dùng/)
    expect(processesIn(dataDir)).toEqual([])
    await new Promise(resolve => blocker.close(resolve))
  })

  it('keeps its secrets in files that only their owner can read', async () => {
    await untilReady(launch())
    expect(readdirSync(dataDir)).toContain('practice-account.json')
    expect(existsSync(join(dataDir, 'secret-key'))).toBe(true)
  })
})

function launch(settings: Record<string, string> = {}): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: dataDir,
    PORT: String(ports[0]),
    EMULATOR_PORT: String(ports[1]),
    ...settings,
  }
  const child = spawn(NODE, ['run.mjs', 'start'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  running.unshift(child)
  return child
}

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stdout?.on('data', chunk => {
    text += chunk
  })
  child.stderr?.on('data', chunk => {
    text += chunk
  })
  return () => text
}

function untilReady(child: ChildProcess): Promise<string> {
  const output = collect(child)
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => /^ready /m.test(output()) && resolve(output()))
    child.once('exit', code => reject(new Error(`ended with ${code}: ${output()}`)))
  })
}

async function ask(text: string): Promise<string> {
  const emulator = `http://127.0.0.1:${ports[1]}/__emu/personas/ba-sau`
  const written = await fetch(`${emulator}/text`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  })
  const { seq } = (await written.json()) as { seq: number }
  const reply = await fetch(`${emulator}/reply?after=${seq}&timeoutMs=15000`)
  return ((await reply.json()) as { text: string } | null)?.text ?? ''
}

/** Ctrl-C reaches every process of the foreground group. */
function interrupt(child: ChildProcess): void {
  if (child.pid) process.kill(-child.pid, 'SIGINT')
}

function killGroup(pid: number): void {
  killProcess(-pid)
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** Processes that work inside the folder, or that were started with it as their data folder. */
function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return false
        return (
          readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`) ||
          readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DATA_DIR=${folder}`)
        )
      } catch {
        return false
      }
    })
    .map(Number)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
