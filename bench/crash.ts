/**
 * `npm run bench -- crash [--messages 2000] [--kills 30] [--seconds 120] [--refreshers 8] [--rounds 20]
 *   [--recipients 10000] [--notice-kills 30] [--notice-seconds 120] [--only replies,notice] [--seed N]`
 * Residents write while app, database or both are killed at random moments. Counts what was lost, what was repeated,
 * and what could not be decided.
 */
import { parseArgs } from 'node:util'
import { openDatabase } from './database.ts'
import { type Installation, openInstallation } from './installation.ts'
import { crashNotice, type NoticeCrashResult } from './notices-crash.ts'
import { runRefreshers } from './refreshers.ts'
import { countRepeated } from './webhook.ts'

const PEOPLE = 100
const QUESTIONS = [
  'Làm giấy khai sinh cần gì?',
  'dang ky tam tru o dau',
  'lệ phí chứng thực bản sao',
  'đăng ký kết hôn mất bao lâu',
  'thẻ căn cước cho con dưới 14 tuổi',
  'mo tiem tap hoa can giay to gi',
]
const VICTIMS = ['app', 'database', 'both'] as const
/** Zalo's own ladder has five steps in an hour; here many short ones, so that the run fits minutes. */
const IMPATIENT_LADDER = Array.from({ length: 120 }, () => 1000)
/** Attempt, lease, second look, echo: the order of the durations is that of the real ones. */
const QUICK_TIMING = '2000/4000/2000/10000'
const SETTLED_WITHIN_MS = 240_000

export interface CrashResult {
  messages: number
  kills: number
  lost: number
  repeated: number
  unknown: number
  refreshes: number
  tokensSpentTwice: number
}

export async function benchCrash(args: string[]): Promise<Partial<CrashResult & NoticeCrashResult>> {
  const { values } = parseArgs({
    args,
    options: {
      messages: { type: 'string', default: '2000' },
      kills: { type: 'string', default: '30' },
      seconds: { type: 'string', default: '120' },
      refreshers: { type: 'string', default: '8' },
      rounds: { type: 'string', default: '20' },
      recipients: { type: 'string', default: '10000' },
      'notice-kills': { type: 'string', default: '30' },
      'notice-seconds': { type: 'string', default: '120' },
      only: { type: 'string', default: 'replies,notice' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  })
  const [messages, kills, seconds] = [Number(values.messages), Number(values.kills), Number(values.seconds)]
  console.log(`seed ${values.seed}`)
  const replies = values.only.includes('replies')
    ? await crashReplies({
        messages,
        kills,
        seconds,
        refreshers: Number(values.refreshers),
        rounds: Number(values.rounds),
        seed: Number(values.seed),
      })
    : {}
  const notice = values.only.includes('notice')
    ? await crashNotice({
        recipients: Number(values.recipients),
        kills: Number(values['notice-kills']),
        seconds: Number(values['notice-seconds']),
        random: createRandom(Number(values.seed)),
      })
    : {}
  return { ...replies, ...notice }
}

async function crashReplies({
  messages,
  kills,
  seconds,
  refreshers,
  rounds,
  seed,
}: {
  messages: number
  kills: number
  seconds: number
  refreshers: number
  rounds: number
  seed: number
}): Promise<CrashResult> {
  const house = await openInstallation({ env: { MOT_CUA_DELIVERY_TIMING: QUICK_TIMING } })
  try {
    await prepare(house)
    const random = createRandom(seed)
    const [written] = await Promise.all([write(house, messages, seconds), killAtRandom(house, kills, seconds, random)])
    const verdict = await judge(house, written)
    console.log(
      `${messages} messages, ${kills} kills: acknowledged events lost ${verdict.lost}, answers repeated ${verdict.repeated}, unknown ${verdict.unknown}, resolved by echo ${verdict.byEcho}, by history ${verdict.byHistory}`,
    )
    const tokens = await runRefreshers(house, { refreshers, rounds })
    console.log(
      `${refreshers} refreshers × ${rounds} rounds: ${tokens.refreshes} refreshes, ${tokens.spentTwice} tokens spent twice`,
    )
    return {
      messages,
      kills,
      lost: verdict.lost,
      repeated: verdict.repeated,
      unknown: verdict.unknown,
      refreshes: tokens.refreshes,
      tokensSpentTwice: tokens.spentTwice,
    }
  } finally {
    await house.close()
  }
}

async function prepare(house: Installation): Promise<void> {
  await house.emulate('PATCH', '/settings', { webhook: { retryLadderMs: IMPATIENT_LADDER } })
  await house.emulate('POST', '/personas', { count: PEOPLE })
  await house.startServer()
  const db = await openDatabase(house.dataDir)
  // The emulator's history is complete, as the doctor would have found out on a real OA.
  await db.all(`update official_accounts set capabilities = capabilities || '{"history": true}'`)
  await db.close()
  await house.emulate('POST', '/webhook/register', { url: `${house.serverUrl}/webhooks/zalo/oa` })
}

/** @returns the ids of what was written */
async function write(house: Installation, messages: number, seconds: number): Promise<string[]> {
  const people = (await house.emulate<{ key: string }[]>('GET', '/personas')).slice(-PEOPLE)
  const began = performance.now()
  const written: string[] = []
  for (let index = 0; index < messages; index++) {
    const early = (index * seconds * 1000) / messages - (performance.now() - began)
    if (early > 0) await new Promise(resolve => setTimeout(resolve, early))
    const person = people[index % people.length]
    if (!person) continue
    const { id } = await house.emulate<{ id: string }>('POST', `/personas/${person.key}/text`, {
      text: QUESTIONS[(index * 7 + Math.floor(index / people.length)) % QUESTIONS.length] ?? '',
    })
    written.push(id)
  }
  return written
}

async function killAtRandom(house: Installation, kills: number, seconds: number, random: () => number): Promise<void> {
  const betweenMs = (seconds * 1000) / (kills + 1)
  for (let kill = 0; kill < kills; kill++) {
    const began = performance.now()
    const victim = VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'app'
    await new Promise(resolve => setTimeout(resolve, betweenMs * random()))
    await house.kill(victim)
    if (victim !== 'database') await startAgain(house)
    await new Promise(resolve => setTimeout(resolve, Math.max(0, betweenMs - (performance.now() - began))))
  }
}

/** The moment may fall into a start, too: as at a ward, one starts again. */
async function startAgain(house: Installation): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await house.startServer()
      return
    } catch (error) {
      if (attempt === 5) throw error
    }
  }
}

async function judge(house: Installation, written: string[]) {
  const db = await openDatabase(house.dataDir)
  try {
    await untilSettled(house, db)
    const chats = await house.emulate<{ id: string; from: string; state: string }[]>('GET', '/messages')
    const acknowledged = new Set(
      chats.filter(({ from, state }) => from === 'person' && state !== 'sent').map(({ id }) => id),
    )
    const answered = new Set(
      (
        await db.all<{
          id: string
        }>(`select payload->>'messageId' as id from events e where state = 'done' and payload->>'kind' = 'message'
      and exists (select 1 from deliveries d where d.request_key = 'reply:' || e.id || ':0')`)
      ).map(({ id }) => id),
    )
    const lost =
      written.filter(id => acknowledged.has(id) && !answered.has(id)).length +
      written.filter(id => !acknowledged.has(id)).length
    const rows = await db.all<{ recipient_id: string; text: string; total: number }>(
      `select recipient_id, message->>'text' as text, count(*)::int as total from deliveries where state in ('sent', 'unknown') group by 1, 2`,
    )
    const counts = await db.one<{ unknown: number; unsent: number; byEcho: number; byHistory: number }>(`select
      count(*) filter (where state = 'unknown')::int as unknown, count(*) filter (where state not in ('sent', 'unknown'))::int as unsent,
      count(*) filter (where resolved_by = 'echo')::int as "byEcho", count(*) filter (where resolved_by = 'history')::int as "byHistory" from deliveries`)
    return { ...counts, lost: lost + counts.unsent, repeated: await countRepeated(house, rows) }
  } finally {
    await db.close()
  }
}

async function untilSettled(house: Installation, db: Awaited<ReturnType<typeof openDatabase>>): Promise<void> {
  const giveUpAt = performance.now() + SETTLED_WITHIN_MS
  for (;;) {
    const before = await countRetrying(house)
    await house.emulate('GET', '/idle?quietMs=300&timeoutMs=60000').catch(() => undefined)
    const { waiting } = await db.one<{ waiting: number }>(`select
      ((select count(*) from events where state in ('pending', 'claimed')) + (select count(*) from deliveries where state in ('pending', 'claimed', 'sending')))::int as waiting`)
    if (before + waiting + (await countRetrying(house)) === 0 || performance.now() > giveUpAt) return
    await new Promise(resolve => setTimeout(resolve, 300))
  }
}

/** What Zalo tries again later is not lost: a kill near the end leaves messages that come a second after it. */
async function countRetrying(house: Installation): Promise<number> {
  return (await house.emulate<{ retrying: number }>('GET', '/webhook')).retrying
}

/** Mulberry32: the same seed gives the same kills. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
