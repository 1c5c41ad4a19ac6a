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

export const OA = '4000000000000000001'
/** Short, so that a crash is noticed within a test; the order of the durations is that of the real ones. */
const QUICK: DeliveryTiming = { attemptMs: 500, leaseMs: 1500, secondLookMs: 600, echoMs: 2500, maxAttempts: 6 }
const AMPLE_RATE = 600_000
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
  clock: Clock & { advance(ms: number): void; set(moment: string): void }
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
  until(what: string, holds: () => Promise<boolean>): Promise<void>
  untilState(engine: Broadcasts, id: string, ...states: string[]): Promise<void>
  /** No push is claimed or on its way. */
  untilStill(): Promise<void>
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
  const clock = {
    now: () => new Date(Date.now() + offsetMs),
    advance: (ms: number) => {
      offsetMs += ms
    },
    set: (moment: string) => {
      offsetMs = new Date(moment).getTime() - Date.now()
    },
  }
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
      const engine = createBroadcasts({
        db,
        channels: Object.fromEntries(ALL.map(name => [name, channel])) as BroadcastChannels,
        readChannels: async () => new Set(channels),
        readGroupMembers: async (_oaId, groupId) => members[groupId] ?? null,
        clock,
        log: pino({ level: 'silent' }),
        timing,
        slots,
      })
      running.push(engine)
      engine.start()
      return engine
    },
    async create(engine, changes) {
      const { id } = await db.transaction().execute(tx => engine.create(tx, draft(changes)))
      engine.nudge()
      return id
    },
    async until(what, holds) {
      const giveUpAt = Date.now() + 20_000
      while (!(await holds())) {
        if (Date.now() > giveUpAt) throw new Error(`never came: ${what}`)
        await new Promise(resolve => setTimeout(resolve, 25))
      }
    },
    async untilState(engine, id, ...states) {
      await crier.until(states.join(' or '), async () => states.includes((await engine.report(id))?.state ?? ''))
    },
    async untilStill() {
      const underWay = () =>
        db
          .selectFrom('broadcast_recipients')
          .select('person_id')
          .where('state', 'in', ['claimed', 'sending'])
          .executeTakeFirst()
      await crier.until('nothing under way', async () => (await underWay()) === undefined)
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
