/** Builds the house: platform and features become one Express application and the work behind it. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import express from 'express'
import type { Logger } from 'pino'
import { sampleWard } from '../shared/content/index.ts'
import { contract } from '../shared/contract.ts'
import { implementAudit } from './audit-operations.ts'
import { createBackups } from './backups/index.ts'
import { implementCarrying } from './carrying-operations.ts'
import { type Chatbot, createChatbot } from './chatbot/index.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { AppError } from './errors.ts'
import type { House } from './feature.ts'
import { createFeatures, type Features, listFeatures } from './features.ts'
import { implementGuides } from './guide-operations.ts'
import { implementHandoffs } from './handoff-operations.ts'
import { createHealth, type HealthFeature, STAFF_LINK } from './health/index.ts'
import { createImplementer } from './implementer.ts'
import { createEventHandlers } from './incoming-events.ts'
import { implementLocalParts } from './local-part-operations.ts'
import { implementNotices } from './notice-operations.ts'
import { createWardDirectory, readWardFile, seedWard } from './platform/areas/index.ts'
import { createCounters } from './platform/counters/index.ts'
import { createEvents } from './platform/events/index.ts'
import { createFileRoutes, createFiles, openDisk } from './platform/files/index.ts'
import { createApiRouter, createHttpApp, createPrincipalReader, personOf, principalOf } from './platform/http/index.ts'
import { createTicker } from './platform/jobs/index.ts'
import { createSessions, issueCode, readToken, redeemCode } from './platform/people/index.ts'
import { createSchedules } from './platform/schedules/index.ts'
import type { Database } from './platform/storage/index.ts'
import { CONSENT_CODE, createZalo } from './platform/zalo/index.ts'
import { implementQuestions } from './question-operations.ts'
import { createRateKeeper } from './rate-keeper.ts'
import { createRetentionTick } from './retention.ts'
import { createSending, settingsFor } from './sending.ts'
import { createStaff, type StaffFeature } from './staff/index.ts'
import { implementAreas, implementStaff } from './staff-operations.ts'
import { createStorageHealth } from './storage-health.ts'
import { implementUpkeep } from './upkeep-operations.ts'

export interface AppParts {
  config: Config
  db: Database
  clock: Clock
  log: Logger
  /** Where the database is, for its backups; left out: none are made. `superuserUrl` null: an outside server. */
  storage?: { url: string; superuserUrl: string | null }
}

export interface App {
  /** @returns the port, also when 0 was asked for */
  listen(port: number): Promise<number>
  stop(): Promise<void>
  /** One-time links to show the operator at the start. */
  printableLinks(port: number): Promise<{
    healthUrl: string
    consentUrl: string | null
    consoleUrl: string
    /** Until there is an administrator. */
    firstAdministratorUrl: string | null
  }>
}

const LINK_LASTS_MS = 24 * 3600_000

export async function createApp({ config: wanted, db, clock, log, storage }: AppParts): Promise<App> {
  const config = await settingsFor(db, wanted)
  const counters = createCounters({ db, clock, log })
  const sessions = createSessions({ db, clock, secretKey: config.secretKey, oaId: config.zalo.oaId })
  const findWard = createWardDirectory(db)
  const files = createFiles({ db, disk: await openDisk(config) })
  const readPrincipal = createPrincipalReader({
    publicUrl: config.publicUrl,
    readToken: async token => (await readToken(db, token, clock.now())) ?? sessions.read(token),
    readSession: headers => staff.sessions.readPrincipal(headers),
  })
  const rate = createRateKeeper({ db, config, log })
  const zalo = createZalo({
    config,
    db,
    clock,
    log,
    count: counters.count,
    readCounts: counters.read,
    onRate: rate.adapt,
    accept: async (event, phoneGiven) =>
      events.accept(phoneGiven === null ? event : await chatbot.handoffs.keepPhone(event, phoneGiven)),
    mayStartConsent: async code => (await redeemCode(db, CONSENT_CODE, code, clock.now())) !== null,
  })
  const sending = createSending({ config, db, clock, log, zalo })
  const { deliveries, broadcasts } = sending
  const schedules = createSchedules({ db, clock, log })
  const house: House = {
    config,
    db,
    clock,
    log,
    readPrincipal,
    findWard,
    count: counters.count,
    broadcasts,
    schedules,
  }
  const features = createFeatures(house, {
    files,
    deliveries,
    zalo,
    sessions,
    readMiniAppUser: zalo.client.readMiniAppUser,
    readCounts: counters.read,
  })
  const staff = createStaff({
    house,
    handOvers: () => [chatbot.handoffs.handOver, ...list.flatMap(feature => feature.handOver ?? [])],
  })
  const list = [staff, ...listFeatures(features)]
  const chatbot = createChatbot({
    house,
    deliveries,
    skills: list.flatMap(feature => feature.skills ?? []),
    hears: list.flatMap(feature => feature.hear ?? []),
  })
  const handlers = createEventHandlers({ chatbot, deliveries, tokens: zalo.tokens, clock })
  const events = createEvents({ db, handlers, clock, log })
  const backups = storage && createBackups({ config, db, ...storage, now: () => clock.now() })
  const sources = [
    ...(backups ? [backups.health] : []),
    zalo.health,
    createStorageHealth({ db, config, events, deliveries, clock }),
    chatbot.handoffs.health,
    broadcasts.health,
    ...list.flatMap(feature => feature.health ?? []),
  ]
  const health = createHealth({ house, sources })
  const ticker = createTicker(
    [
      zalo.refreshTick,
      ...(backups ? [backups.nightly] : []),
      createRetentionTick({ db, clock, daysKept: config.keepMessagesDays }),
      ...chatbot.handoffs.ticks,
      ...broadcasts.ticks,
      schedules.tick,
      ...list.flatMap(feature => feature.ticks ?? []),
    ],
    log,
  )

  await seedWard(db, config.mode === 'practice' ? sampleWard : readWardFile(config.wardFile ?? ''), config.zalo)
  await rate.start()
  for (const feature of list) await feature.start?.()
  await zalo.start()

  const api = createApiRouter({
    contract,
    router: implementContract({ features, staff, chatbot, health, house }),
    readPrincipal,
    publicUrl: config.publicUrl,
  })
  const assets = express
    .Router()
    .use('/assets', express.static(fileURLToPath(new URL('./platform/http/assets', import.meta.url)), { maxAge: '1h' }))
  const app = createHttpApp({
    webhooks: [zalo.webhooks],
    // Features come before the contract: `/api/procedures/khai-sinh.jsonld` is a page of its own, not a key of the API.
    routers: [
      ...zalo.routers,
      assets,
      createFileRoutes(files),
      ...(health.routers ?? []),
      ...list.flatMap(feature => feature.routers ?? []),
      api,
    ],
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    log,
  })
  let server: Server | null = null

  return {
    async listen(port) {
      counters.start()
      if (config.role !== 'door') {
        events.start()
        ticker.start()
      }
      if (config.role === 'all') sending.start()
      server = await listenOn(app, port)
      return (server.address() as AddressInfo).port
    },
    async stop() {
      // First the door, then the work that came through it, then what the work wrote to.
      await closeServer(server)
      await ticker.stop()
      await events.stop()
      await sending.stop()
      for (const feature of list) await feature.stop?.()
      await counters.stop()
    },
    async printableLinks(port) {
      const expiresAt = new Date(clock.now().getTime() + LINK_LASTS_MS)
      const base = config.mode === 'practice' ? `http://localhost:${port}` : config.publicUrl
      const ward = await findWard(config.zalo.oaId)
      const staffCode = await issueCode(db, { purpose: STAFF_LINK, detail: { areaId: ward?.areaId ?? '' }, expiresAt })
      const { needsConsent } = await zalo.tokens.state(config.zalo.oaId)
      const consentCode =
        config.zalo.api && needsConsent ? await issueCode(db, { purpose: CONSENT_CODE, detail: {}, expiresAt }) : null
      const firstLink = ward && (await staff.firstLink(ward.areaId, expiresAt))
      return {
        healthUrl: `${base}/can-bo/vao/${staffCode}`,
        consentUrl: consentCode && `${base}/zalo/consent?code=${consentCode}`,
        consoleUrl: `${base}/console/`,
        firstAdministratorUrl: firstLink && base + firstLink,
      }
    },
  }
}

function implementContract({
  features: {
    areas,
    audit,
    carrying,
    notices,
    procedures,
    questions,
    recordings,
    links,
    office,
    places,
    privacy,
    signIn,
    ward,
  },
  staff,
  chatbot,
  health,
  house: { log, findWard, config },
}: {
  features: Features
  staff: StaffFeature
  chatbot: Chatbot
  health: HealthFeature
  house: House
}) {
  const { handoffs } = chatbot
  const os = createImplementer(log)
  return os.router({
    procedures: {
      list: os.procedures.list.handler(() => procedures.list()),
      get: os.procedures.get.handler(async ({ input }) => {
        const guide = procedures.get(input.key)
        return { ...guide, recordings: await recordings.ofGuide(guide.topic.key, guide.revision) }
      }),
    },
    recordings: {
      list: os.recordings.list.handler(({ context, input }) => recordings.list(principalOf(context), input)),
      attach: os.recordings.attach.handler(async ({ context, input: { area, file, ...recording } }) =>
        recordings.attach(principalOf(context), area, recording, new Uint8Array(await file.arrayBuffer())),
      ),
      remove: os.recordings.remove.handler(({ context, input }) =>
        recordings.remove(principalOf(context), input.area, input.id),
      ),
    },
    chat: {
      say: os.chat.say.handler(async ({ input }) => {
        const found = await findWard(config.zalo.oaId)
        if (!found) throw new AppError('unavailable', 'no ward speaks through this OA')
        return chatbot.say(input, found)
      }),
    },
    handoffs: implementHandoffs(os, handoffs),
    office: {
      readCalendar: os.office.readCalendar.handler(({ input }) => office.read(input.area)),
      writeCalendar: os.office.writeCalendar.handler(({ context, input }) =>
        office.writeCalendar(principalOf(context), input.area, input),
      ),
      writeHours: os.office.writeHours.handler(({ context, input }) =>
        office.writeHours(principalOf(context), input.area, input),
      ),
      desk: os.office.desk.handler(({ context, input }) => office.desk(principalOf(context), input.area)),
      concerns: os.office.concerns.handler(({ context }) => office.concerns(principalOf(context))),
    },
    session: { start: os.session.start.handler(({ input }) => signIn.signIn(input)) },
    places: {
      list: os.places.list.handler(({ context }) => places.list(personOf(context))),
      join: os.places.join.handler(({ context, input }) => places.join(personOf(context), input)),
      rename: os.places.rename.handler(({ context, input }) => places.rename(personOf(context), input)),
      leave: os.places.leave.handler(({ context, input }) => places.leave(personOf(context), input.area)),
    },
    privacy: {
      read: os.privacy.read.handler(({ context }) => privacy.read(personOf(context))),
      erase: os.privacy.erase.handler(({ context }) => privacy.erase(personOf(context))),
    },
    audit: implementAudit(os, audit),
    questions: implementQuestions(os, questions),
    notices: implementNotices(notices, log),
    carrying: implementCarrying(os, carrying),
    guides: implementGuides(os, procedures.guides),
    localParts: implementLocalParts(os, procedures.localParts),
    ...implementUpkeep(os, procedures),
    packs: {
      import: os.packs.import.handler(async ({ context, input: { file, ...asked } }) =>
        procedures.packs.import(principalOf(context), { ...asked, bytes: new Uint8Array(await file.arrayBuffer()) }),
      ),
    },
    areas: { list: os.areas.list.handler(() => ward.listNeighbourhoods()), ...implementAreas(os, areas) },
    staff: implementStaff(os, staff, procedures.guides),
    ward: { read: os.ward.read.handler(() => ward.read()) },
    links: {
      list: os.links.list.handler(({ context, input }) => links.listPage(principalOf(context), input)),
      get: os.links.get.handler(({ context, input }) => links.get(principalOf(context), input.code)),
      create: os.links.create.handler(({ context, input }) => links.create(principalOf(context), input)),
      move: os.links.move.handler(({ context, input }) => links.move(principalOf(context), input)),
      retire: os.links.retire.handler(({ context, input }) => links.retire(principalOf(context), input)),
      restore: os.links.restore.handler(({ context, input }) => links.restore(principalOf(context), input)),
      addPlace: os.links.addPlace.handler(({ context, input }) => links.addPlace(principalOf(context), input)),
      takeDownPlace: os.links.takeDownPlace.handler(({ context, input }) =>
        links.takeDownPlace(principalOf(context), input),
      ),
      ofGuide: os.links.ofGuide.handler(({ input }) => links.ofGuide(input.topic)),
    },
    health: { read: os.health.read.handler(() => health.read()) },
  })
}

function listenOn(app: express.Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, (error?: Error) => (error ? reject(error) : resolve(server)))
    server.keepAliveTimeout = 65_000
  })
}

async function closeServer(server: Server | null): Promise<void> {
  if (!server) return
  const closed = new Promise(resolve => server.close(resolve))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 3000).unref()
  await closed
}
