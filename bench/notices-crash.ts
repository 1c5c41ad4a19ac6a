/**
 * A notice goes out by two senders while senders and database are killed at random moments, alone and together. Counts what
 * arrived twice, what was lost, what could not be decided, and whether the counters still add up to the audience.
 */
import { findMiscounted } from '../server/platform/deliveries/index.ts'
import { cry, openWardOf, settleCrowd, untilExpanded, type Ward } from './crowd.ts'
import { type Installation, openInstallation, processesBelow, whenExited } from './installation.ts'

const VICTIMS = ['worker', 'database', 'both'] as const
/** Attempt, lease, second look, echo: the order of the durations is that of the real ones. */
const QUICK_TIMING = '2000/4000/2000/10000'
const SETTLED_WITHIN_MS = 300_000

export interface NoticeCrashResult {
  recipients: number
  noticeKills: number
  noticeLost: number
  noticeRepeated: number
  noticeUnknown: number
  unknownWithoutReason: number
  addsUp: boolean
}

export async function crashNotice({
  recipients,
  kills,
  seconds,
  random,
}: {
  recipients: number
  kills: number
  seconds: number
  random: () => number
}): Promise<NoticeCrashResult> {
  const perMinute = Math.ceil((recipients / seconds) * 60)
  const env = { MOT_CUA_DELIVERY_TIMING: QUICK_TIMING, ZALO_RATE_PER_MINUTE: String(perMinute) }
  const house = await openInstallation({ env })
  try {
    await house.startServer({ ROLE: 'web' })
    let ward = await openWardOf(house)
    await settleCrowd(house, ward, recipients)
    // The emulator's history is complete, as the doctor would have found out on a real OA.
    await ward.db
      .updateTable('official_accounts')
      .set({ capabilities: JSON.stringify({ history: true }) })
      .execute()
    const workers = [await house.startWorker(), await house.startWorker()]
    await house.emulate('POST', '/webhook/register', { url: `${house.serverUrl}/webhooks/zalo/oa` })
    const id = await cry(ward)
    await untilExpanded(ward, id, 60_000)
    await ward.close()
    const done = await killAtRandom(house, workers, { kills, seconds, random })
    ward = await openWardOf(house)
    const report = await untilOver(ward, id)
    const tally = await house.emulate<{ arrived: number; repeated: number }>('GET', '/tally?text=BENCH')
    const counts = report?.counts
    const sum = Object.values(counts ?? {}).reduce((all, one) => all + one, 0)
    const addsUp =
      sum === report?.audience && sum === recipients && (await findMiscounted(ward.db, new Date(0))).length === 0
    const unknown = counts?.unknown ?? 0
    const notFinal = (counts?.waiting ?? 0) + (counts?.failed ?? 0) + (counts?.cancelled ?? 0)
    const result = {
      recipients,
      noticeKills: done,
      noticeLost: notFinal + Math.max(0, (counts?.sent ?? 0) - tally.arrived),
      noticeRepeated: tally.repeated,
      noticeUnknown: unknown,
      unknownWithoutReason: (report?.failures ?? []).filter(({ reason }) => reason === '').length,
      addsUp,
    }
    console.log(
      `a notice to ${recipients} people, two senders, ${done} kills: lost ${result.noticeLost}, repeated ${result.noticeRepeated}, unknown ${unknown}, sent ${counts?.sent}, on the phones ${tally.arrived}; the counts add up: ${addsUp}`,
    )
    await ward.close()
    return result
  } finally {
    await house.close()
  }
}

async function killAtRandom(
  house: Installation,
  workers: Awaited<ReturnType<Installation['startWorker']>>[],
  { kills, seconds, random }: { kills: number; seconds: number; random: () => number },
): Promise<number> {
  const betweenMs = (seconds * 1000) / (kills + 1)
  for (let kill = 0; kill < kills; kill++) {
    const began = performance.now()
    await pause(betweenMs * random())
    const victim = VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'worker'
    const place = kill % workers.length
    const worker = workers[place]
    if (victim !== 'database' && worker?.pid) {
      const gone = whenExited(worker)
      worker.kill('SIGKILL')
      if (victim === 'both') await killDatabase(house)
      await gone
      workers[place] = await startAgain(house)
    } else await killDatabase(house)
    await pause(Math.max(0, betweenMs - (performance.now() - began)))
  }
  return kills
}

async function killDatabase(house: Installation): Promise<void> {
  for (const pid of await processesBelow(house.dataDir)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself a moment ago.
    }
  }
}

/** The moment may fall into the database's own start. */
async function startAgain(house: Installation) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await house.startWorker()
    } catch (error) {
      if (attempt === 5) throw error
    }
  }
}

async function untilOver(ward: Ward, id: string) {
  const giveUpAt = performance.now() + SETTLED_WITHIN_MS
  for (;;) {
    const report = await ward.desk.report(id).catch(() => null)
    if (report?.finishedAt || performance.now() > giveUpAt) return report
    await pause(300)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
