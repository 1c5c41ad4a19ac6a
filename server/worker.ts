/**
 * A process that only sends: replies and broadcasts that others wrote down. It loads neither guides nor pages, so that it
 * stays small; whatever knows the ward's business is left to the others.
 */
import type { App, AppParts } from './app.ts'
import { createCounters } from './platform/counters/index.ts'
import { createZalo } from './platform/zalo/index.ts'
import { createRateKeeper } from './rate-keeper.ts'
import { createSending, settingsFor } from './sending.ts'

export async function createWorker({ config: wanted, db, clock, log }: AppParts): Promise<App> {
  const config = await settingsFor(db, wanted)
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
  const sending = createSending({ config, db, clock, log, zalo })
  await rate.start()
  await zalo.start()
  return {
    async listen() {
      counters.start()
      sending.start()
      return 0
    },
    async stop() {
      await sending.stop()
      await counters.stop()
    },
    printableLinks: async () => ({ healthUrl: '', consentUrl: null, consoleUrl: '', firstAdministratorUrl: null }),
  }
}
