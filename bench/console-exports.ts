/** The exports of the filled desk: how much they are, how fast, and what the server's process grows to while they run. */
import { get } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { watchMemory } from './watch-memory.ts'

const EXPORTS = {
  'everything as plain files': '/can-bo/noi-dung.zip',
  'the pack of guides': '/can-bo/goi-huong-dan.json',
  'the audit': '/can-bo/nhat-ky.csv',
}
/** Until what was measured before has been cleared away. */
const REST_MS = 4000

export interface Export {
  name: string
  mb: number
  seconds: number
  /** Resident before, and the largest while it ran. */
  idleRssMb: number
  peakRssMb: number
}

export async function measureExports({
  serverUrl,
  pid,
  headers,
}: {
  serverUrl: string
  pid: number
  headers: Record<string, string>
}): Promise<Export[]> {
  const measured: Export[] = []
  for (const [name, path] of Object.entries(EXPORTS)) {
    await setTimeout(REST_MS)
    const idle = await watchMemory(pid).stop()
    const memory = watchMemory(pid)
    const began = performance.now()
    const bytes = await download(serverUrl + path, headers)
    const seconds = Math.round((performance.now() - began) / 100) / 10
    const { rssMb } = await memory.stop()
    const one = { name, mb: Math.round(bytes / 1e5) / 10, seconds, idleRssMb: idle.rssMb, peakRssMb: rssMb }
    console.log(
      `${name}: ${one.mb} MB in ${seconds} s; server ${one.idleRssMb} MB resident before, ${one.peakRssMb} MB at most meanwhile`,
    )
    measured.push(one)
  }
  return measured
}

function download(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, response => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`))
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () => resolve(bytes))
      response.on('error', reject)
    }).on('error', reject)
  })
}
