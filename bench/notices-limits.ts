/**
 * A notice under Zalo's limits: two senders share the permitted pace, use nearly all of it, never exceed Zalo's, and
 * residents who write meanwhile are answered as if nothing was going on.
 */
import { sql } from 'kysely'
import { cry, openWardOf, settleCrowd, untilExpanded } from './crowd.ts'
import { openInstallation } from './installation.ts'
import { percentile } from './open-loop.ts'

/** The largest plan: 2,000 calls a minute; the house permits itself four fifths. */
const ZALO_PER_MINUTE = 2000
const PERMITTED_PER_MINUTE = 1600
const QUESTION_EVERY_MS = 1500

export async function benchLimits(seconds: number) {
  const house = await openInstallation({ env: { ZALO_RATE_PER_MINUTE: String(PERMITTED_PER_MINUTE) } })
  try {
    await house.emulate('PATCH', '/settings', { oa: { plan: 'full' }, messages: { echoes: false, received: false } })
    await house.startServer({ ROLE: 'web' })
    const ward = await openWardOf(house)
    const crowd = await settleCrowd(house, ward, Math.ceil((PERMITTED_PER_MINUTE / 60) * seconds * 1.3))
    await house.startWorker()
    await house.startWorker()
    await house.emulate('POST', '/webhook/register', { url: `${house.serverUrl}/webhooks/zalo/oa` })
    const id = await cry(ward)
    await untilExpanded(ward, id, 60_000)
    const began = Date.now()
    const answers: number[] = []
    const asking: Promise<void>[] = []
    for (let turn = 0; Date.now() - began < seconds * 1000; turn++) {
      const person = crowd[turn * 7]
      if (person) asking.push(ask(person.key).then(ms => void answers.push(ms)))
      await new Promise(resolve => setTimeout(resolve, QUESTION_EVERY_MS))
    }
    const until = Date.now()
    await ward.desk.cancel({ id, actor: 'bench' }, 'measured')
    await Promise.all(asking)
    const calls = await sql<{ at: number; isPush: boolean }>`
      select extract(epoch from sending_at) * 1000 as at, true as "isPush" from broadcast_recipients where broadcast_id = ${id} and sending_at is not null
      union all select extract(epoch from sending_at) * 1000, false from deliveries where sending_at is not null
    `.execute(ward.db)
    const times = calls.rows.map(({ at }) => Number(at)).sort((a, b) => a - b)
    // The first second is left out: the sender was not at its pace yet, or took what had been filled in for it.
    const from = began + 1000
    const inTime = calls.rows.filter(({ at, isPush }) => isPush && Number(at) >= from && Number(at) <= until).length
    const permittedShare = round(inTime / ((PERMITTED_PER_MINUTE / 60_000) * (until - from)))
    const busiest = busiestMinute(times)
    const refused = await refusals(house)
    const p95 = Math.round(percentile(answers, 0.95))
    console.log(
      `two senders, ${PERMITTED_PER_MINUTE} calls a minute permitted (Zalo: ${ZALO_PER_MINUTE}): ${inTime} pushes in ${Math.round((until - from) / 1000)} s = ${Math.round(permittedShare * 100)} % of the permitted; busiest minute ${busiest} calls, replies among them; refused by Zalo's limit ${refused}; ${answers.length} residents answered, p95 ${p95} ms`,
    )
    await ward.close()
    return { permittedShare, busiestMinute: busiest, refused, replies: answers.length, replyP95Ms: p95 }
  } finally {
    await house.close()
  }

  async function ask(key: string): Promise<number> {
    const last = await house.emulate<{ seq: number }>('POST', `/personas/${key}/text`, {
      text: 'lệ phí chứng thực bản sao',
    })
    const began = performance.now()
    for (let after = last.seq; performance.now() - began < 30_000; ) {
      const reply = await house.emulate<{ seq: number; text: string } | null>(
        'GET',
        `/personas/${key}/reply?after=${after}&timeoutMs=10000`,
      )
      // The notice itself may come in between.
      if (reply && !reply.text.includes('BENCH')) return performance.now() - began
      after = reply?.seq ?? after
    }
    return Number.POSITIVE_INFINITY
  }
}

/** Most calls in any sixty seconds. */
function busiestMinute(times: number[]): number {
  let most = 0
  for (let end = 0, start = 0; end < times.length; end++) {
    while ((times[end] ?? 0) - (times[start] ?? 0) >= 60_000) start++
    most = Math.max(most, end - start + 1)
  }
  return most
}

async function refusals(house: Awaited<ReturnType<typeof openInstallation>>): Promise<number> {
  const calls = await house.emulate<{ error: number | null }[]>('GET', '/calls?limit=2000')
  return calls.filter(({ error }) => error === -32).length
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
