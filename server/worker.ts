/**
 * A process that only sends: replies and broadcasts that others wrote down. It loads neither guides nor pages, so that it
 * stays small; whatever knows the ward's business is left to the others.
 */
import type { App, AppParts } from './app.ts'
import { createCounters } from './platform/counters/index.ts'
import { createBroadcasts, createDeliveries, DEFAULT_TIMING } from './platform/deliveries/index.ts'
import { readRestored } from './platform/storage/index.ts'
import { createZalo } from './platform/zalo/index.ts'
import { createRateKeeper } from './rate-keeper.ts'

export async function createWorker({ config: wanted, db, clock, log }: AppParts): Promise<App> {
  // A copy brought back from a backup sends nothing until it is told to.
  const isCopy = (await readRestored(db)) !== null
  const config = isCopy ? { ...wanted, zalo: { ...wanted.zalo, api: false } } : wanted
  const counters = createCounters({ db, clock, log })
  const rate = createRateKeeper({ db, config, log })
  const zalo = createZalo({
    config,
    db,
    clock,
    log,
    count: counters.count,
    readCounts: counters.read,
    onRate: rate.adapt,
    accept: async () => {
      throw new Error('this process takes nothing in')
    },
    mayStartConsent: async () => false,
  })
  const timing = { ...DEFAULT_TIMING, ...config.deliveryTiming }
  const deliveries = createDeliveries({ db, channels: { oa_message: zalo.channel }, clock, log, timing })
  const broadcasts = createBroadcasts({
    db,
    channels: zalo.broadcastChannels,
    readChannels: zalo.readChannels,
    readGroupMembers: zalo.client.readGroupMembers,
    clock,
    log,
    timing,
    pushes: config.zalo.api,
  })
  await rate.start()
  await zalo.start()
  return {
    async listen() {
      counters.start()
      if (config.zalo.api) deliveries.start()
      broadcasts.start()
      return 0
    },
    async stop() {
      await Promise.all([deliveries.stop(), broadcasts.stop()])
      await counters.stop()
    },
    printableLinks: async () => ({ healthUrl: '', consentUrl: null, consoleUrl: '', firstAdministratorUrl: null }),
  }
}
