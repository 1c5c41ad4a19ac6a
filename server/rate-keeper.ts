/** Keeps the shared bucket at the configured rate, or below what Zalo's own headers say this OA is allowed. */
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { setRate } from './platform/deliveries/index.ts'
import type { Database } from './platform/storage/index.ts'

/** Room for calls that no bucket sees: the doctor, a second environment, Zalo's own counting. */
const SHARE_OF_LIMIT = 0.8

export interface RateKeeper {
  start(): Promise<void>
  /** Takes in the limit of one answer; changes the bucket only when it moved. */
  adapt(oaId: string, rate: { limit: number | null }): void
}

export function createRateKeeper({ db, config, log }: { db: Database; config: Config; log: Logger }): RateKeeper {
  const { oaId, ratePerMinute } = config.zalo
  let perMinute = ratePerMinute
  return {
    start: () => setRate(db, oaId, perMinute),
    adapt(forOa, { limit }) {
      const allowed =
        limit === null || limit <= 0
          ? ratePerMinute
          : Math.min(ratePerMinute, Math.max(1, Math.floor(limit * SHARE_OF_LIMIT)))
      if (forOa !== oaId || allowed === perMinute) return
      perMinute = allowed
      log.info({ oaId, perMinute }, 'Zalo named another rate limit')
      setRate(db, oaId, perMinute).catch(error => log.warn({ err: error }, 'the new rate could not be written'))
    },
  }
}
