/** Builds the house: platform and features become one Express application and the work behind it. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { implement } from '@orpc/server'
import express from 'express'
import type { Logger } from 'pino'
import { sampleWard } from '../shared/content/index.ts'
import { contract } from '../shared/contract.ts'
import { createChatbot } from './chatbot/index.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { House } from './feature.ts'
import { createFeatures, listFeatures } from './features.ts'
import { createHealth, STAFF_LINK } from './health/index.ts'
import { createEventHandlers } from './incoming-events.ts'
import { createWardDirectory, readWardFile, seedWard } from './platform/areas/index.ts'
import { createCounters } from './platform/counters/index.ts'
import { createDeliveries, type DeliveryTiming, setRate } from './platform/deliveries/index.ts'
import { createEvents } from './platform/events/index.ts'
import { type ApiContext, createApiRouter, createHttpApp, guardAccess, guardErrors } from './platform/http/index.ts'
import { createTicker } from './platform/jobs/index.ts'
import { issueCode, readToken, redeemCode } from './platform/people/index.ts'
import type { Database } from './platform/storage/index.ts'
import { createZalo } from './platform/zalo/index.ts'
import { createRetentionTick } from './retention.ts'

export interface AppParts {
  config: Config
  db: Database
  clock: Clock
  log: Logger
  /** Shorter leases for crash tests; the ordinary ones when left out. */
  timing?: DeliveryTiming
}

export interface App {
  /** @returns the port, also when 0 was asked for */
  listen(port: number): Promise<number>
  stop(): Promise<void>
  /** One-time links to show the operator at the start. */
  printableLinks(): Promise<{ healthUrl: string; consentUrl: string | null }>
}

const LINK_LASTS_MS = 24 * 3600_000
const CONSENT = 'zalo_consent'

export async function createApp({ config, db, clock, log, timing }: AppParts): Promise<App> {
  const counters = createCounters({ db, clock, log })
  const findToken = (token: string) => readToken(db, token, clock.now())
  const house: House = { config, db, clock, log, readToken: findToken, findWard: createWardDirectory(db), count: counters.count }

  const zalo = createZalo({
    config,
    db,
    clock,
    log,
    count: counters.count,
    accept: event => events.accept(event),
    mayStartConsent: async code => (await redeemCode(db, CONSENT, code, clock.now())) !== null,
  })
  const deliveries = createDeliveries({ db, channels: { oa_message: zalo.channel }, clock, log, timing })
  const features = createFeatures(house)
  const list = listFeatures(features)
  const chatbot = createChatbot({ house, deliveries, skills: list.flatMap(feature => feature.skills ?? []) })
  const events = createEvents({ db, handlers: createEventHandlers({ chatbot, deliveries, tokens: zalo.tokens, clock }), clock, log })
  const health = createHealth({ house, sources: () => [zalo.health, queueHealth, ...list.flatMap(feature => feature.health ?? [])] })
  const ticker = createTicker([zalo.refreshTick, createRetentionTick({ db, clock }), ...list.flatMap(feature => feature.ticks ?? [])], log)
}
