/**
 * `npm run bench -- console [--rounds 30] [--only guides]`
 * The desk of a city after some years: every list of the contract over real HTTP, by an officer who signed in and holds no
 * more than the role it asks for, beside a bare Express handler that answers the same bytes; then the exports, with what the
 * server's process grows to meanwhile. A list beyond 300 ms ends the run with an error.
 */
import { Agent } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { measureExports } from './console-exports.ts'
import { fillConsole } from './console-fill.ts'
import { type Measured, measure, startBare } from './console-measure.ts'
import { signInAll } from './console-officers.ts'
import { type Known, listReads } from './console-reads.ts'
import { type Observer, openDatabase } from './database.ts'
import { type Installation, openInstallation, whenExited } from './installation.ts'

const LIMIT_MS = 300
/** What a start begins in the background is over by then. */
const REST_MS = 3000

export async function benchConsole(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: { rounds: { type: 'string', default: '30' }, only: { type: 'string', default: '' } },
  })
  const rounds = Number(values.rounds)
  const house = await openInstallation({ env: { TRUST_PROXY: '1' } })
  const bare = await startBare()
  const agent = new Agent({ keepAlive: true })
  let db: Observer | null = null
  try {
    await house.startServer()
    // Nobody reads half of it.
    await stopServer(house)
    db = await openDatabase(house.dataDir)
    console.log('filling the database …')
    const filled = await fillConsole(db)
    console.log(
      `filled: ${Object.entries(filled)
        .map(([table, n]) => `${table} ${n}`)
        .join(', ')}`,
    )
    const began = performance.now()
    await house.startServer()
    console.log(`ready again after ${((performance.now() - began) / 1000).toFixed(1)} s`)
    const cookies = await signInAll(house.serverUrl, db)
    const reads = listReads(await readKnown(db)).filter(({ name }) => name.includes(values.only))
    await setTimeout(REST_MS)
    const measured: Measured[] = []
    for (const read of reads) {
      const one = await measure({ serverUrl: house.serverUrl, bare, agent, cookies, rounds }, read)
      measured.push(one)
      console.log(say(one))
    }
    const exports = await measureExports({
      serverUrl: house.serverUrl,
      pid: house.server()?.pid ?? 0,
      headers: { cookie: cookies.get('administrator') ?? '' },
    })
    return judge(measured, { filled, exports, rounds })
  } finally {
    agent.destroy()
    bare.child.disconnect()
    await db?.close().catch(() => undefined)
    await house.close()
  }
}

function judge(measured: Measured[], rest: { filled: object; exports: object; rounds: number }): object {
  const slow = measured.filter(({ p95Ms }) => p95Ms > LIMIT_MS)
  const slowest = measured.toSorted((a, b) => b.p95Ms - a.p95Ms)[0]
  const largest = measured.toSorted((a, b) => b.kb - a.kb)[0]
  console.log(
    `${measured.length} lists; slowest ${slowest?.name}: p95 ${slowest?.p95Ms} ms; largest ${largest?.name}: ${largest?.kb} KB; beyond ${LIMIT_MS} ms: ${slow.map(({ name }) => name).join(', ') || 'none'}`,
  )
  if (slow.length > 0) process.exitCode = 1
  return {
    lists: measured.length,
    slowestListMs: slowest?.p95Ms,
    slowest: slowest?.name,
    largestKb: largest?.kb,
    slow: slow.length,
    ...rest,
  }
}

function say({ name, p50Ms, p95Ms, kb, bareP50Ms }: Measured): string {
  const ratio = (p50Ms / bareP50Ms).toFixed(0)
  return `${p95Ms > LIMIT_MS ? '!' : ' '} p50 ${p50Ms.toFixed(1).padStart(7)} ms  p95 ${p95Ms.toFixed(1).padStart(7)} ms  ${String(kb).padStart(6)} KB  bare ${bareP50Ms.toFixed(1).padStart(5)} ms = ${ratio.padStart(4)}×  ${name}`
}

async function readKnown(db: Observer): Promise<Known> {
  return db.one<Known>(`
    select (select min(id)::text from notices) as notice, (select min(id)::text from notices where state = 'waiting') as "waitingNotice",
      (select group_id::text from questions group by group_id order by count(*) desc limit 1) as "group",
      (select min(id)::text from handoffs where closed_at is null) as "case",
      (select code from link_places group by code order by count(*) desc limit 1) as code,
      (current_date - 10)::text as day`)
}

async function stopServer(house: Installation): Promise<void> {
  const server = house.server()
  if (!server) return
  const gone = whenExited(server)
  server.kill('SIGTERM')
  await gone
}
