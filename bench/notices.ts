/**
 * `npm run bench -- notices [--recipients 50000] [--expand 500000] [--seconds 90] [--only push,echo,expand,limits,load]`
 * A notice to everybody: how fast it is written down and pushed with exact states, alone and with every echo and receipt
 * coming back; how big the sender gets; how well the permitted pace is used by two senders, and what residents notice of it.
 * Server, sender, database and the emulated Zalo share the machine.
 */
import { parseArgs } from 'node:util'
import { cry, inventCrowd, openWardOf, settleCrowd, untilExpanded, type Ward } from './crowd.ts'
import { type Installation, openInstallation } from './installation.ts'
import { benchLimits } from './notices-limits.ts'
import { benchLoad } from './notices-load.ts'
import { watchMemory } from './watch-memory.ts'

const PARTS = ['push', 'echo', 'expand', 'limits', 'load']

export async function benchNotices(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      recipients: { type: 'string', default: '50000' },
      expand: { type: 'string', default: '500000' },
      seconds: { type: 'string', default: '90' },
      only: { type: 'string', default: PARTS.join(',') },
    },
  })
  const recipients = Number(values.recipients)
  const wanted = new Set(values.only.split(','))
  const push = wanted.has('push') ? await benchPush(recipients, false) : null
  const echo = wanted.has('echo') ? await benchPush(recipients, true) : null
  const expand = wanted.has('expand') ? await benchExpand(Number(values.expand)) : null
  const limits = wanted.has('limits') ? await benchLimits(Number(values.seconds)) : null
  const load = wanted.has('load') ? await benchLoad(Math.min(recipients, 30_000)) : null
  return {
    recipients,
    perSecond: push?.perSecond,
    echoes: echo?.perSecond,
    workerRssMb: push?.workerRssMb ?? echo?.workerRssMb,
    expandMs: expand?.expandMs,
    permittedShare: limits?.permittedShare,
    push,
    echo,
    expand,
    limits,
    load,
  }
}

async function benchPush(recipients: number, withEchoes: boolean) {
  const house = await openInstallation()
  try {
    await house.emulate('PATCH', '/settings', {
      messages: { echoes: withEchoes, received: withEchoes, seen: withEchoes ? 'open' : 'never' },
    })
    await house.startServer({ ROLE: 'web' })
    const ward = await openWardOf(house)
    await settleCrowd(house, ward, recipients)
    const worker = await house.startWorker()
    if (withEchoes) await house.emulate('POST', '/webhook/register', { url: `${house.serverUrl}/webhooks/zalo/oa` })
    const memory = watchMemory(worker.pid ?? 0)
    const id = await cry(ward)
    const expandMs = await untilExpanded(ward, id, 60_000)
    const began = performance.now()
    const report = await untilDone(ward, id)
    const seconds = (performance.now() - began) / 1000
    const { rssMb } = await memory.stop()
    const judged = await judge(house, ward, id, recipients, withEchoes)
    console.log(
      `${recipients} people, echoes and receipts ${withEchoes ? 'on' : 'off'}: written down in ${Math.round(expandMs)} ms, pushed in ${seconds.toFixed(1)} s = ${Math.round(recipients / seconds)}/s; ` +
        `sent ${report?.counts.sent}, unknown ${report?.counts.unknown}, failed ${report?.counts.failed}; on the phones ${judged.arrived}, twice ${judged.repeated}; received ${judged.received}; sender ${rssMb} MB resident`,
    )
    await ward.close()
    return { perSecond: Math.round(recipients / seconds), workerRssMb: rssMb, ...report?.counts, ...judged }
  } finally {
    await house.close()
  }
}

async function untilDone(ward: Ward, id: string) {
  for (;;) {
    const report = await ward.desk.report(id)
    if (report?.finishedAt) return report
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** What is on the phones, beside what was written down. */
async function judge(house: Installation, ward: Ward, id: string, recipients: number, withEchoes: boolean) {
  const { arrived, repeated } = await house.emulate<{ arrived: number; repeated: number }>('GET', `/tally?text=BENCH`)
  const giveUpAt = performance.now() + 60_000
  let received = 0
  while (withEchoes && received < recipients && performance.now() < giveUpAt) {
    received = (await ward.desk.report(id))?.received ?? 0
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  return { arrived, repeated, received }
}

async function benchExpand(people: number) {
  const house = await openInstallation()
  try {
    await house.startServer({ ROLE: 'web' })
    const ward = await openWardOf(house)
    await inventCrowd(ward, people)
    const worker = await house.startWorker()
    const memory = watchMemory(worker.pid ?? 0)
    const id = await cry(ward, { startsAt: new Date() })
    const expandMs = Math.round(await untilExpanded(ward, id, 120_000))
    await ward.desk.cancel({ id, actor: 'bench' }, 'measured')
    const began = performance.now()
    await untilDone(ward, id)
    const cancelMs = Math.round(performance.now() - began)
    const { rssMb } = await memory.stop()
    const report = await ward.desk.report(id)
    console.log(
      `${report?.audience} people written down in ${(expandMs / 1000).toFixed(1)} s, called back in ${(cancelMs / 1000).toFixed(1)} s; sender ${rssMb} MB resident`,
    )
    await ward.close()
    return { expandMs, cancelMs, audience: report?.audience, workerRssMb: rssMb }
  } finally {
    await house.close()
  }
}
