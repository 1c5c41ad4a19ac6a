/**
 * `npm run bench -- chat [--people 50] [--seconds 30]`
 * Whole turns through the whole house: from the moment a signed message leaves for the webhook until the answer has
 * reached the phone. Every person waits for the answer, reads for one to three seconds and goes on, as people do. The
 * baseline is the same turn by the same people one after the other. At the end everybody writes in the same instant.
 */
import { parseArgs } from 'node:util'
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
    const alone = await talkInTurn(house, crowd)
    const took = await talkTogether(house, crowd, seconds)
    const burst = await Promise.all(
      crowd.map((person, index) => takeTurn(house, person, `burst-${index}`, lineOf(index, 0))),
    )
    const missing = [...took, ...burst].filter(ms => ms === null).length
    const answered = took.filter(ms => ms !== null)
    const result = {
      people,
      seconds,
      turns: took.length,
      p50Ms: round(percentile(answered, 0.5)),
      p99Ms: round(percentile(answered, 0.99)),
      aloneP50Ms: round(percentile(alone, 0.5)),
      burstP99Ms: round(
        percentile(
          burst.filter(ms => ms !== null),
          0.99,
        ),
      ),
      unanswered: missing,
    }
    console.log(
      `${result.turns} turns of ${people} conversations at once: p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms; one person alone: p50 ${result.aloneP50Ms} ms`,
    )
    console.log(`all ${people} in the same instant: p99 ${result.burstP99Ms} ms; without an answer: ${missing}`)
    return result
  } finally {
    await house.close()
  }
}

/** Zalo lets an OA write only to people who wrote first. */
async function introduce(house: Installation, people: number): Promise<Person[]> {
  const created = await house.emulate<Person[]>('POST', '/personas', { count: people })
  for (const { key } of created) await house.emulate('POST', `/personas/${key}/text`, { text: 'xin chào' })
  await house.emulate('GET', '/idle?quietMs=1500&timeoutMs=60000')
  return created
}

async function talkInTurn(house: Installation, crowd: Person[]): Promise<number[]> {
  const took: number[] = []
  for (const [index, person] of crowd.entries()) {
    const ms = await takeTurn(house, person, `alone-${index}`, lineOf(index, 0))
    if (ms !== null) took.push(ms)
  }
  return took
}

async function talkTogether(house: Installation, crowd: Person[], seconds: number): Promise<(number | null)[]> {
  const until = performance.now() + seconds * 1000
  const all = await Promise.all(
    crowd.map(async (person, index) => {
      const took: (number | null)[] = []
      await pause(thinkingTime(index, 0))
      for (let turn = 0; performance.now() < until; turn++) {
        took.push(await takeTurn(house, person, `talk-${index}-${turn}`, lineOf(index, turn)))
        await pause(thinkingTime(index, turn + 1))
      }
      return took
    }),
  )
  return all.flat()
}

/** @returns milliseconds until the answer was on the phone; null when none came */
async function takeTurn(
  house: Installation,
  { key, userId }: Person,
  id: string,
  text: string,
): Promise<number | null> {
  const chat = await house.emulate<{ seq: number }[]>('GET', `/personas/${key}/messages?limit=1`)
  const after = chat.at(-1)?.seq ?? 0
  const { body, headers } = signTextEvent({ userId, messageId: `chat-${id}`, text, at: Date.now() })
  const answer = house.emulate<{ seq: number } | null>(
    'GET',
    `/personas/${key}/reply?after=${after}&timeoutMs=${PATIENCE_MS}`,
  )
  const began = performance.now()
  await fetch(`${house.serverUrl}/webhooks/zalo/oa`, { method: 'POST', body: new Uint8Array(body), headers })
  return (await answer) ? performance.now() - began : null
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
