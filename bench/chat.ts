/**
 * `npm run bench -- chat [--people 50] [--seconds 30]`
 * A turn is measured twice: from the moment a signed message leaves for the webhook until the reply is written down (the
 * ward's own turn, database included: the bench hears of the commit), and until it has reached the phone (with sending, and
 * with Zalo's part, the emulator, on the same machine). Every person waits for the answer, reads for one to three seconds and goes on, as
 * people do. The baseline is one person after the other. At the end everybody writes in the same instant.
 */
import { parseArgs } from 'node:util'
import { type Observer, openDatabase } from './database.ts'
import { type Installation, openInstallation } from './installation.ts'
import { percentile } from './open-loop.ts'
import { signTextEvent } from './signed-event.ts'

const TALKS = [
  ['lam giay khai sinh can gi', 'mất bao lâu?', '1', 'thế còn khai tử?', 'cảm ơn'],
  ['Đăng ký tạm trú cần giấy tờ gì', 'le phi', 'nộp ở đâu', 'hôm nay phường có làm việc không?'],
  ['giấy tờ của tôi: làm khai sinh cho con', '1', '2', 'không rõ', 'lùi', 'thôi'],
  ['chứng thực bản sao bao nhiêu tiền', '2', 'giá vàng hôm nay', 'làm căn cước cho cháu 10 tuổi'],
  ['xin chào', 'nhập hộ khẩu cho vợ', 'cần gì, bao lâu, bao nhiêu tiền', 'Tin này có thật không?'],
]
const THINK_MS = { least: 1000, most: 3000 }
const PATIENCE_MS = 20_000

interface Person {
  key: string
  userId: string
}

interface Turn {
  messageId: string
  /** Epoch milliseconds. */
  began: number
  /** Until the answer was on the phone; null: none came. */
  phoneMs: number | null
}

export async function benchChat(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: { people: { type: 'string', default: '50' }, seconds: { type: 'string', default: '30' } },
  })
  const [people, seconds] = [Number(values.people), Number(values.seconds)]
  const house = await openInstallation()
  try {
    await house.startServer()
    const crowd = await introduce(house, people)
    const db = await openDatabase(house.dataDir)
    const written = new Map<string, number>()
    await db.watchDeliveries(requestKey => written.set(requestKey, Date.now()))
    const measure = (turns: Turn[]) => toFigures(db, written, turns)
    const alone = await measure(await talkInTurn(house, crowd))
    const together = await measure(await talkTogether(house, crowd, seconds))
    const burst = await measure(
      await Promise.all(crowd.map((person, index) => takeTurn(house, person, `burst-${index}`, lineOf(index, 0)))),
    )
    const unanswered = alone.unanswered + together.unanswered + burst.unanswered
    say(`${together.turns} turns of ${people} conversations at once`, together)
    say('one person after the other', alone)
    say(`all ${people} in the same instant`, burst)
    await db.close()
    console.log(`without an answer: ${unanswered}`)
    return { people, seconds, ...together, alone, burst, unanswered }
  } finally {
    await house.close()
  }
}

interface Figures {
  turns: number
  p50Ms: number
  p99Ms: number
  phoneP50Ms: number
  phoneP99Ms: number
  unanswered: number
}

/** @param written when each delivery had been committed, by its request key */
async function toFigures(db: Observer, written: ReadonlyMap<string, number>, turns: Turn[]): Promise<Figures> {
  const events = await db.all<{ id: string; key: string }>(
    `select id, split_part(dedupe_key, ':', 2) as key from events where dedupe_key like '%:chat-%'`,
  )
  const idOf = new Map(events.map(({ id, key }) => [key, id]))
  const own = turns.map(
    ({ messageId, began }) => (written.get(`reply:${idOf.get(messageId)}:0`) ?? Number.POSITIVE_INFINITY) - began,
  )
  const phone = turns.map(({ phoneMs }) => phoneMs ?? Number.POSITIVE_INFINITY)
  return {
    turns: turns.length,
    p50Ms: round(percentile(own, 0.5)),
    p99Ms: round(percentile(own, 0.99)),
    phoneP50Ms: round(percentile(phone, 0.5)),
    phoneP99Ms: round(percentile(phone, 0.99)),
    unanswered: turns.filter(({ phoneMs }) => phoneMs === null).length,
  }
}

function say(what: string, { p50Ms, p99Ms, phoneP50Ms, phoneP99Ms }: Figures): void {
  console.log(
    `${what}: written down after p50 ${p50Ms} ms, p99 ${p99Ms} ms; on the phone after p50 ${phoneP50Ms} ms, p99 ${phoneP99Ms} ms`,
  )
}

/** Zalo lets an OA write only to people who wrote first. */
async function introduce(house: Installation, people: number): Promise<Person[]> {
  const created = await house.emulate<Person[]>('POST', '/personas', { count: people })
  for (const { key } of created) await house.emulate('POST', `/personas/${key}/text`, { text: 'xin chào' })
  await house.emulate('GET', '/idle?quietMs=1500&timeoutMs=60000')
  return created
}

async function talkInTurn(house: Installation, crowd: Person[]): Promise<Turn[]> {
  const turns: Turn[] = []
  for (const [index, person] of crowd.entries())
    turns.push(await takeTurn(house, person, `alone-${index}`, lineOf(index, 0)))
  return turns
}

async function talkTogether(house: Installation, crowd: Person[], seconds: number): Promise<Turn[]> {
  const until = performance.now() + seconds * 1000
  const all = await Promise.all(
    crowd.map(async (person, index) => {
      const turns: Turn[] = []
      await pause(thinkingTime(index, 0))
      for (let turn = 0; performance.now() < until; turn++) {
        turns.push(await takeTurn(house, person, `talk-${index}-${turn}`, lineOf(index, turn)))
        await pause(thinkingTime(index, turn + 1))
      }
      return turns
    }),
  )
  return all.flat()
}

async function takeTurn(house: Installation, { key, userId }: Person, id: string, text: string): Promise<Turn> {
  const chat = await house.emulate<{ seq: number }[]>('GET', `/personas/${key}/messages?limit=1`)
  const after = chat.at(-1)?.seq ?? 0
  const messageId = `chat-${id}`
  const { body, headers } = signTextEvent({ userId, messageId, text, at: Date.now() })
  const answer = house.emulate<{ seq: number } | null>(
    'GET',
    `/personas/${key}/reply?after=${after}&timeoutMs=${PATIENCE_MS}`,
  )
  const began = Date.now()
  await fetch(`${house.serverUrl}/webhooks/zalo/oa`, { method: 'POST', body: new Uint8Array(body), headers })
  return { messageId, began, phoneMs: (await answer) ? Date.now() - began : null }
}

function lineOf(person: number, turn: number): string {
  const talk = TALKS[person % TALKS.length] ?? []
  return talk[turn % talk.length] ?? ''
}

/** Spread evenly and the same in every run. */
function thinkingTime(person: number, turn: number): number {
  const share = ((person * 7919 + turn * 104_729) % 1000) / 1000
  return THINK_MS.least + share * (THINK_MS.most - THINK_MS.least)
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
