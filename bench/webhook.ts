/**
 * `npm run bench -- webhook [--rate 200] [--seconds 30] [--people 600]`
 * Signed questions at a fixed rate against the whole house: acknowledged within how long, none lost, each answered once.
 */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { openDatabase } from './database.ts'
import { type Installation, openInstallation, processesBelow, residentMb } from './installation.ts'
import { fireOpenLoop, percentile, type Shot } from './open-loop.ts'
import { signTextEvent } from './signed-event.ts'

const QUESTIONS = [
  'Làm giấy khai sinh cần gì?',
  'dang ky tam tru o dau',
  'chứng thực bản sao bao nhiêu tiền',
  'đăng ký kết hôn mất bao lâu',
  'thời tiết hôm nay thế nào',
]
const ANSWERED_WITHIN_MS = 120_000

export async function benchWebhook(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      rate: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '30' },
      people: { type: 'string', default: '600' },
    },
  })
  const [rate, seconds, people] = [Number(values.rate), Number(values.seconds), Number(values.people)]

  const bare = await measureBare(rate, Math.min(seconds, 10))
  console.log(`bare Express handler: p50 ${bare.p50} ms, p99 ${bare.p99} ms`)

  const house = await openInstallation()
  try {
    await house.startServer()
    const ids = await introduce(house, people)
    const idleMb = await memory(house)
    console.log(`${people} people have greeted the ward; ${idleMb.toFixed(0)} MB resident (server + database)`)

    const began = performance.now()
    const shots = await fireOpenLoop({
      url: `${house.serverUrl}/webhooks/zalo/oa`,
      ratePerSecond: rate,
      seconds,
      make: index =>
        signTextEvent({
          userId: ids[index % ids.length] ?? '',
          messageId: `bench-${index}`,
          text: QUESTIONS[index % QUESTIONS.length] ?? '',
          at: Date.now(),
        }),
    })
    const loadSeconds = (performance.now() - began) / 1000
    const { lost, answered, repeated, answeredAfterMs } = await countAnswers(house, rate * seconds)
    const took = shots.map(shot => shot.tookMs)
    const refused = shots.filter(shot => shot.status !== 200).length
    console.log(
      `${shots.length} signed events in ${loadSeconds.toFixed(1)} s: acknowledged p50 ${round(percentile(took, 0.5))} ms, p99 ${round(percentile(took, 0.99))} ms, slowest ${round(Math.max(...took))} ms`,
    )
    console.log(
      `not acknowledged ${refused}, lost ${lost}, answered once ${answered}, answered twice ${repeated}; the last answer ${(answeredAfterMs / 1000).toFixed(1)} s after the load; ${(await memory(house)).toFixed(0)} MB resident`,
    )
    return {
      rate,
      seconds,
      p50Ms: round(percentile(took, 0.5)),
      p99Ms: round(percentile(took, 0.99)),
      lost: lost + refused,
      answered,
      repeated,
      bareP50Ms: bare.p50,
      bareP99Ms: bare.p99,
      residentMb: Math.round(idleMb),
    }
  } finally {
    await house.close()
  }
}

async function measureBare(rate: number, seconds: number): Promise<{ p50: number; p99: number }> {
  const child = spawn(process.execPath, ['--no-warnings', 'bench/bare-express.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const url = await new Promise<string>(resolve =>
    child.once('message', message => resolve((message as { ready: string }).ready)),
  )
  const shots: Shot[] = await fireOpenLoop({
    url,
    ratePerSecond: rate,
    seconds,
    make: index => signTextEvent({ userId: '1', messageId: String(index), text: 'xin chào', at: Date.now() }),
  })
  child.kill('SIGTERM')
  const took = shots.map(shot => shot.tookMs)
  return { p50: round(percentile(took, 0.5)), p99: round(percentile(took, 0.99)) }
}

/** Zalo lets an OA write only to people who wrote first: everybody says hello once, before the measuring. */
async function introduce(house: Installation, people: number): Promise<string[]> {
  const created = await house.emulate<{ key: string; userId: string }[]>('POST', '/personas', { count: people })
  for (let from = 0; from < created.length; from += 20) {
    await Promise.all(
      created
        .slice(from, from + 20)
        .map(({ key }) => house.emulate('POST', `/personas/${key}/text`, { text: 'xin chào' })),
    )
  }
  await house.emulate('GET', '/idle?quietMs=1500&timeoutMs=60000')
  return created.map(({ userId }) => userId)
}

async function countAnswers(
  house: Installation,
  expected: number,
): Promise<{ lost: number; answered: number; repeated: number; answeredAfterMs: number }> {
  const began = performance.now()
  const db = await openDatabase(house.dataDir)
  try {
    for (;;) {
      const { waiting } = await db.one<{ waiting: number }>(`select
        (select count(*) from events where state in ('pending', 'claimed'))::int + (select count(*) from deliveries where state in ('pending', 'claimed', 'sending'))::int as waiting`)
      if (waiting === 0 || performance.now() - began > ANSWERED_WITHIN_MS) break
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    const answeredAfterMs = performance.now() - began
    const { stored } = await db.one<{ stored: number }>(
      `select count(*)::int as stored from events where dedupe_key like '%bench-%' and state = 'done'`,
    )
    const rows = await db.all<{ recipient_id: string; text: string; total: number }>(
      `select recipient_id, message->>'text' as text, count(*)::int as total from deliveries where state = 'sent' group by 1, 2`,
    )
    const { complete } = await db.one<{
      complete: number
    }>(`select count(*)::int as complete from events e where dedupe_key like '%bench-%'
      and exists (select 1 from deliveries d where d.request_key = 'reply:' || e.id || ':0' and d.state = 'sent')
      and not exists (select 1 from deliveries d where d.request_key like 'reply:' || e.id || ':%' and d.state <> 'sent')`)
    const repeated = await countRepeated(house, rows)
    return { lost: expected - stored, answered: complete, repeated, answeredAfterMs }
  } finally {
    await db.close()
  }
}

/** What arrived on the phones, beside what was written down: anything more is a repetition. */
export async function countRepeated(
  house: Installation,
  written: { recipient_id: string; text: string; total: number }[],
): Promise<number> {
  const people = await house.emulate<{ key: string; userId: string }[]>('GET', '/personas')
  const keyOf = new Map(people.map(({ key, userId }) => [key, userId]))
  const arrived = new Map<string, number>()
  for (const message of await house.emulate<{ person: string; from: string; text: string }[]>('GET', '/messages')) {
    if (message.from !== 'oa') continue
    const key = `${keyOf.get(message.person)} ${message.text}`
    arrived.set(key, (arrived.get(key) ?? 0) + 1)
  }
  const expected = new Map(written.map(row => [`${row.recipient_id} ${row.text}`, row.total]))
  return [...arrived].reduce((sum, [key, total]) => sum + Math.max(0, total - (expected.get(key) ?? 0)), 0)
}

async function memory(house: Installation): Promise<number> {
  const pids = [house.server()?.pid ?? 0, ...(await processesBelow(house.dataDir))]
  const sizes = await Promise.all(pids.map(residentMb))
  return sizes.reduce((sum, size) => sum + size, 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
