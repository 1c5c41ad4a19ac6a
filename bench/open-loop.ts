/**
 * Sends requests at fixed moments, whether or not earlier ones were answered, and measures from the moment they were
 * due: a server that stalls cannot hide it.
 */
import { Agent, request } from 'node:http'

export interface Shot {
  dueMs: number
  tookMs: number
  status: number
}

export async function fireOpenLoop({
  url,
  ratePerSecond,
  seconds,
  make,
}: {
  url: string
  ratePerSecond: number
  seconds: number
  make: (index: number) => { body: Buffer; headers: Record<string, string> }
}): Promise<Shot[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const total = ratePerSecond * seconds
  const shots: Promise<Shot>[] = []
  const began = performance.now()
  for (let index = 0; index < total; index++) {
    const dueMs = (index * 1000) / ratePerSecond
    const early = dueMs - (performance.now() - began)
    if (early > 1) await new Promise(resolve => setTimeout(resolve, early))
    shots.push(fire(agent, url, make(index), began + dueMs))
  }
  const results = await Promise.all(shots)
  agent.destroy()
  return results
}

function fire(
  agent: Agent,
  url: string,
  { body, headers }: { body: Buffer; headers: Record<string, string> },
  due: number,
): Promise<Shot> {
  return new Promise(resolve => {
    const done = (status: number) => resolve({ dueMs: due, tookMs: performance.now() - due, status })
    const sent = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': String(body.length) }, timeout: 30_000 },
      response => {
        response.resume()
        response.once('end', () => done(response.statusCode ?? 0))
      },
    )
    sent.once('error', () => done(0))
    sent.once('timeout', () => sent.destroy())
    sent.end(body)
  })
}

/** @param share 0.5 for the median, 0.99 for p99 */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
