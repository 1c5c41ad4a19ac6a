/** The ways out: the same in a process that does everything and in one that only sends. */
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import {
  type Broadcasts,
  createBroadcasts,
  createDeliveries,
  DEFAULT_TIMING,
  type Deliveries,
} from './platform/deliveries/index.ts'
import { type Database, readRestored } from './platform/storage/index.ts'
import type { Zalo } from './platform/zalo/index.ts'

export interface Sending {
  deliveries: Deliveries
  broadcasts: Broadcasts
  start(): void
  stop(): Promise<void>
}

/** A restored copy works as a ward without the API: it sends nothing and leaves the refresh token to the original. */
export async function settingsFor(db: Database, config: Config): Promise<Config> {
  return (await readRestored(db)) === null ? config : { ...config, zalo: { ...config.zalo, api: false } }
}

export function createSending({
  config,
  db,
  clock,
  log,
  zalo,
}: {
  config: Config
  db: Database
  clock: Clock
  log: Logger
  zalo: Zalo
}): Sending {
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
  return {
    deliveries,
    broadcasts,
    start() {
      if (config.zalo.api) deliveries.start()
      broadcasts.start()
    },
    async stop() {
      await Promise.all([deliveries.stop(), broadcasts.stop()])
    },
  }
}
