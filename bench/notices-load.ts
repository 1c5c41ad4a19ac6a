/** Seven times the usual thirty events a second while a notice goes out: how long the webhook takes to acknowledge. */
import { cry, openWardOf, settleCrowd, untilExpanded } from './crowd.ts'
import { openInstallation } from './installation.ts'
import { fireOpenLoop, percentile } from './open-loop.ts'
import { signTextEvent } from './signed-event.ts'

const RATE = 7 * 30
const SECONDS = 20

export async function benchLoad(recipients: number) {
  const house = await openInstallation()
  try {
    await house.emulate('PATCH', '/settings', { messages: { echoes: false, received: false, seen: 'never' } })
    await house.startServer({ ROLE: 'web' })
    const ward = await openWardOf(house)
    const crowd = await settleCrowd(house, ward, recipients)
    await house.startWorker()
    const id = await cry(ward)
    await untilExpanded(ward, id, 60_000)
    const before = await ward.desk.report(id)
    const shots = await fireOpenLoop({
      url: `${house.serverUrl}/webhooks/zalo/oa`,
      ratePerSecond: RATE,
      seconds: SECONDS,
      make: index =>
        signTextEvent({
          userId: crowd[(index * 13) % crowd.length]?.userId ?? '',
          messageId: `load-${index}`,
          text: 'đăng ký kết hôn mất bao lâu',
          at: Date.now(),
        }),
    })
    const after = await ward.desk.report(id)
    const took = shots.map(({ tookMs }) => tookMs)
    const refused = shots.filter(({ status }) => status !== 200).length
    const pushed = (after?.counts.sent ?? 0) - (before?.counts.sent ?? 0)
    const p99 = Math.round(percentile(took, 0.99))
    console.log(
      `${RATE} events/s for ${SECONDS} s while a notice goes out (${Math.round(pushed / SECONDS)}/s, finished: ${after?.state === 'done'}): acknowledged p50 ${Math.round(percentile(took, 0.5))} ms, p99 ${p99} ms, not acknowledged ${refused}`,
    )
    await ward.desk.cancel({ id, actor: 'bench' }, 'measured')
    await ward.close()
    return { rate: RATE, ackP99Ms: p99, refused, pushedPerSecond: Math.round(pushed / SECONDS) }
  } finally {
    await house.close()
  }
}
