/** A ward with residents and a broadcast engine over scripted channels: what a channel says decides what becomes of a push. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pino from 'pino'
import type { Clock } from '../../server/clock.ts'
import {
  type BroadcastChannels,
  type Broadcasts,
  createBroadcasts,
  type DeliveryTiming,
  type HistoryItem,
  type NewBroadcast,
  type Push,
  type PushOutcome,
  setRate,
} from '../../server/platform/deliveries/index.ts'
import type { Database } from '../../server/platform/storage/index.ts'
import type { PushChannel } from '../../shared/broadcasts.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { until } from './until.ts'

export const OA = '4000000000000000001'
/** What is not known is decided within a test; a lease outlasts whatever a busy machine does meanwhile. */
const QUICK: DeliveryTiming = { attemptMs: 10_000, leaseMs: 30_000, secondLookMs: 300, echoMs: 1500, maxAttempts: 6 }
/** A process that hangs is noticed within a test. */
export const HANGS: DeliveryTiming = { ...QUICK, attemptMs: 300, leaseMs: 600 }
const AMPLE_RATE = 600_000
/** A round of the upkeep and of the sender asks for the time one to five times. */
const SEVERAL_LOOKS = 25
const ALL: PushChannel[] = ['oa_message', 'mini_app', 'group', 'article', 'oa_paid', 'template']

export type Script = (push: Push, signal: AbortSignal) => Promise<PushOutcome> | PushOutcome
type HistoryScript = (recipientId: string, offset: number) => HistoryItem[] | null

export interface Resident {
  personId: string
  oaUserId: string
  appUserId: string
}

export interface Crier extends TestDatabase {
  wardId: string
  /** Tổ 1, Tổ 2, Tổ 3. */
  hoods: string[]
  clock: Clock & {
    advance(ms: number): void
    set(moment: string): void
    /** From now on it is this moment, however long the machine takes. */
    stand(moment: string): void
  }
  /** Every push that reached a channel, in order. */
  pushes: { channel: PushChannel; recipientId: string; text: string }[]
  /** Adds residents of a neighbourhood who acted at the OA so many hours ago. */
  settle(
    hood: number,
    count: number,
    options?: { hoursAgo?: number | null; app?: boolean; following?: boolean },
  ): Promise<Resident[]>
  /** A process with an engine of its own. */
  open(options?: {
    send?: Script
    history?: HistoryScript
    channels?: PushChannel[]
    members?: Record<string, string[]>
    slots?: number
    timing?: DeliveryTiming
  }): Broadcasts
  create(engine: Broadcasts, draft?: Partial<NewBroadcast>): Promise<string>
  draft(changes?: Partial<NewBroadcast>): NewBroadcast
  /** What the OA may send a minute from now on, as after a long rest. */
  allow(perMinute: number): Promise<void>
  untilState(engine: Broadcasts, id: string, ...states: string[]): Promise<void>
  /** No push is claimed or on its way. */
  untilStill(): Promise<void>
  /** An engine has looked several times for what to do, and what it found has ended: what is not sent now is not sent. */
  untilLooked(engine: Broadcasts): Promise<void>
  close(): Promise<void>
}

export async function openCrier({
  ratePerMinute = AMPLE_RATE,
  now = '2026-11-30T03:00:00Z',
}: {
  ratePerMinute?: number
  /** 10 o'clock at the ward unless told otherwise. */
  now?: string
} = {}): Promise<Crier> {
  const database = await createTestDatabase()
  const { db } = database
  const wardId = randomUUID()
  await db.insertInto('areas').values({ id: wardId, level: 'ward', code: 'phuong-thu', name: 'Phường Thử' }).execute()
  const hoods: string[] = []
  for (const number of [1, 2, 3]) {
    const id = randomUUID()
    hoods.push(id)
    await db
      .insertInto('areas')
      .values({ id, parent_id: wardId, level: 'neighbourhood', code: `to-${number}`, name: `Tổ ${number}` })
      .execute()
  }
  await db
    .insertInto('official_accounts')
    .values({ oa_id: OA, area_id: wardId, app_id: '4000000000000000002' })
    .execute()
  await setRate(db, OA, ratePerMinute)

  let offsetMs = new Date(now).getTime() - Date.now()
  let numbers = 0
  let standsAt: number | null = null
  const clock = {
    now: () => new Date(standsAt ?? Date.now() + offsetMs),
    advance: (ms: number) => {
      offsetMs += ms
      standsAt &&= standsAt + ms
    },
    set: (moment: string) => {
      offsetMs = new Date(moment).getTime() - Date.now()
      standsAt = null
    },
    stand: (moment: string) => {
      standsAt = new Date(moment).getTime()
    },
  }
  /** Every round of an engine asks what time it is. */
  const looks = new Map<Broadcasts, () => number>()
  const pushes: Crier['pushes'] = []
  const running: Broadcasts[] = []

  const draft: Crier['draft'] = (changes = {}) => {
    const number = ++numbers
    const marker = `M${String(number).padStart(4, '0')}`
    return {
      oaId: OA,
      areaId: wardId,
      areaIds: [wardId],
      requestKey: `notice:${number}`,
      marker,
      kind: 'meeting',
      lane: 'notice',
      policy: 'at_most_once',
      content: words(marker),
      source: { notice: number },
      correctionOf: null,
      ignoresQuiet: false,
      startsAt: clock.now(),
      expiresAt: null,
      author: 'leader 1',
      ...changes,
    }
  }
  const crier: Crier = {
    ...database,
    wardId,
    hoods,
    clock,
    pushes,
    draft,
    settle: (hood, count, options) => addResidents(db, hoods[hood - 1] ?? '', count, { now: clock.now(), ...options }),
    open({ send = sentAlways(), history, channels = ALL, members = {}, slots, timing = QUICK } = {}) {
      const channel = {
        send: async (push: Push, signal: AbortSignal) => {
          pushes.push({ channel: push.channel, recipientId: push.recipientId, text: push.content.message.text })
          return send(push, signal)
        },
        ...(history
          ? {
              readHistory: async ({ recipientId }: { recipientId: string }, offset: number) =>
                history(recipientId, offset),
            }
          : {}),
      }
      let asked = 0
      const engineClock = {
        now: () => {
          asked += 1
          return clock.now()
        },
      }
      const engine = createBroadcasts({
        db,
        channels: Object.fromEntries(ALL.map(name => [name, channel])) as BroadcastChannels,
        readChannels: async () => new Set(channels),
        readGroupMembers: async (_oaId, groupId) => members[groupId] ?? null,
        clock: engineClock,
        log: pino({ level: 'silent' }),
        timing,
        slots,
      })
      looks.set(engine, () => asked)
      running.push(engine)
      engine.start()
      return engine
    },
    async create(engine, changes) {
      const { id } = await db.transaction().execute(tx => engine.create(tx, draft(changes)))
      engine.nudge()
      return id
    },
    async allow(perMinute) {
      await setRate(db, OA, perMinute)
      await sql`update rate_buckets set tokens = capacity`.execute(db)
    },
    async untilState(engine, id, ...states) {
      await until(states.join(' or '), async () => {
        if (states.includes((await engine.report(id))?.state ?? '')) return true
        // The end of a broadcast is nobody's hurry but the test's.
        engine.nudge()
        return false
      })
    },
    async untilStill() {
      const underWay = () =>
        db
          .selectFrom('broadcast_recipients')
          .select('person_id')
          .where('state', 'in', ['claimed', 'sending'])
          .executeTakeFirst()
      await until('nothing under way', async () => (await underWay()) === undefined)
    },
    async untilLooked(engine) {
      const asked = looks.get(engine) ?? (() => 0)
      const before = asked()
      await until('several looks', () => {
        engine.nudge()
        return asked() >= before + SEVERAL_LOOKS
      })
      await crier.untilStill()
    },
    async close() {
      await Promise.all(running.map(engine => engine.stop()))
      await database.close()
    },
  }
  return crier
}

export function words(marker: string): NewBroadcast['content'] {
  const text = `Họp tổ dân phố 19 giờ thứ Bảy. Mã tin ${marker}`
  return {
    message: { text, buttons: [] },
    groupText: text,
    notification: {
      title: 'Thông báo',
      contentTitle: 'Họp tổ dân phố',
      contentDescription: '19 giờ thứ Bảy',
      buttonText: 'Xem',
      buttonUrl: 'https://zalo.me/s/1/',
    },
    article: null,
    template: null,
  }
}

let messages = 0
export function sentAlways(): Script {
  return () => ({ kind: 'sent', messageId: `m${++messages}` })
}

/** Zalo takes so many messages, and then lets everybody wait until it may go on. */
export function sentUpTo(most: number): { send: Script; goOn: () => void } {
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>()
  let taken = 0
  return {
    goOn,
    async send() {
      taken += 1
      if (taken > most) await mayGoOn
      return { kind: 'sent', messageId: `m${++messages}` }
    },
  }
}

let people = 0
async function addResidents(
  db: Database,
  areaId: string,
  count: number,
  {
    now,
    hoursAgo = 1,
    app = false,
    following = true,
  }: { now: Date; hoursAgo?: number | null; app?: boolean; following?: boolean },
): Promise<Resident[]> {
  const residents = Array.from({ length: count }, () => {
    const number = String(++people).padStart(18, '0')
    return { personId: randomUUID(), oaUserId: `5${number}`, appUserId: `6${number}` }
  })
  const ids = residents.map(({ personId }) => personId)
  await sql`insert into persons (id) select unnest(${ids}::uuid[])`.execute(db)
  await sql`insert into memberships (person_id, area_id) select id, ${areaId} from unnest(${ids}::uuid[]) as id`.execute(
    db,
  )
  if (hoursAgo !== null)
    await sql`
      insert into identities (person_id, kind, issuer, external_id, following, last_interaction_at)
      select p, 'oa', ${OA}, o, ${following}, ${new Date(now.getTime() - hoursAgo * 3600_000)}
      from unnest(${ids}::uuid[], ${residents.map(({ oaUserId }) => oaUserId)}::text[]) as t (p, o)
    `.execute(db)
  if (app) {
    await sql`
      insert into identities (person_id, kind, issuer, external_id, last_interaction_at)
      select p, 'app', '4000000000000000002', a, ${now} from unnest(${ids}::uuid[], ${residents.map(({ appUserId }) => appUserId)}::text[]) as t (p, a)
    `.execute(db)
    await sql`insert into broadcast_preferences (person_id, notifications_since) select id, ${now} from unnest(${ids}::uuid[]) as id`.execute(
      db,
    )
  }
  return residents
}
