/** One read of the console, timed beside a bare Express handler that answers the same bytes. */
import { type ChildProcess, fork } from 'node:child_process'
import { type Agent, get } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { StaffRole } from '../shared/people.ts'
import type { Read } from './console-reads.ts'
import { percentile } from './open-loop.ts'

const WARM_UP = 3

export interface Measured {
  name: string
  p50Ms: number
  p95Ms: number
  kb: number
  bareP50Ms: number
}

export interface Desk {
  serverUrl: string
  bare: { url: string }
  agent: Agent
  cookies: ReadonlyMap<StaffRole, string>
  rounds: number
}

export async function measure(
  { serverUrl, bare, agent, cookies, rounds }: Desk,
  { name, address, as }: Read,
): Promise<Measured> {
  const ask = () => timed(agent, serverUrl + address, { cookie: cookies.get(as) ?? '' })
  const { body, status } = await ask()
  if (status !== 200) throw new Error(`${name} as ${as}: ${status} ${body.subarray(0, 300)}`)
  await fetch(`${bare.url}list`, { method: 'PUT', body: new Uint8Array(body) })
  const took = await repeat(ask, rounds)
  const bareTook = await repeat(() => timed(agent, `${bare.url}list`, {}), rounds)
  return {
    name,
    p50Ms: round(percentile(took, 0.5)),
    p95Ms: round(percentile(took, 0.95)),
    kb: Math.round(body.length / 1024),
    bareP50Ms: round(percentile(bareTook, 0.5)),
  }
}

async function repeat(ask: () => Promise<{ tookMs: number }>, rounds: number): Promise<number[]> {
  const took: number[] = []
  for (let turn = -WARM_UP; turn < rounds; turn++) {
    const { tookMs } = await ask()
    if (turn >= 0) took.push(tookMs)
  }
  return took
}

/** Until the last byte. Unpacked: what a browser has to read. */
function timed(
  agent: Agent,
  url: string,
  headers: Record<string, string>,
): Promise<{ tookMs: number; status: number; body: Buffer }> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { ...headers, 'x-forwarded-for': anyAddress() } }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          tookMs: performance.now() - began,
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts),
        }),
      )
    }).on('error', reject)
  })
}

/** One caller would soon have asked as often as one may. */
function anyAddress(): string {
  return `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 256)).join('.')}`
}

export function startBare(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(fileURLToPath(new URL('bare-lists.ts', import.meta.url)))
  return new Promise((resolve, reject) => {
    child.once('message', message => resolve({ child, url: (message as { ready: string }).ready }))
    child.once('exit', code => reject(new Error(`the baseline ended with ${code}`)))
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
