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
  /** The same once more: what an export leaves behind would pile up. */
  againRssMb: number
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
    const once = async () => {
      const memory = watchMemory(pid)
      const began = performance.now()
      const bytes = await download(serverUrl + path, headers)
      const seconds = Math.round((performance.now() - began) / 100) / 10
      return { bytes, seconds, ...(await memory.stop()) }
    }
    const { bytes, seconds, rssMb } = await once()
    const again = await once()
    const mb = Math.round(bytes / 1e5) / 10
    const one = { name, mb, seconds, idleRssMb: idle.rssMb, peakRssMb: rssMb, againRssMb: again.rssMb }
    console.log(
      `${name}: ${mb} MB in ${seconds} s; server ${idle.rssMb} MB resident before, ${rssMb} MB at most meanwhile, ${again.rssMb} MB at most when it is asked for once more`,
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
