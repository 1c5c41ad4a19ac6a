/** Residents by the ten thousand, at the emulated Zalo and in the ward's database, and broadcasts to them. */
import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import pino from 'pino'
import { createBroadcasts, type NewBroadcast } from '../server/platform/deliveries/index.ts'
import { connect, type Database, startPostgres } from '../server/platform/storage/index.ts'
import { type Installation, SECRETS } from './installation.ts'

const OA = SECRETS.ZALO_OA_ID
const AT_A_TIME = 20_000
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

export interface Ward {
  db: Database
  areaId: string
  desk: ReturnType<typeof createBroadcasts>
  close(): Promise<void>
}

/** Takes part in the running installation, as an operator's command does; sends nothing itself. */
export async function openWardOf(house: Installation): Promise<Ward> {
  const server = await startPostgres({ dataDir: house.dataDir, log: quiet })
  const db = connect(server.url, { poolSize: 3, statementTimeoutMs: 120_000 })
  const { area_id: areaId } = await db.selectFrom('official_accounts').select('area_id').executeTakeFirstOrThrow()
  return {
    db,
    areaId,
    desk: createBroadcasts({
      db,
      channels: {},
      readChannels: async () => new Set(['oa_message']),
      readGroupMembers: async () => null,
      clock: { now: () => new Date() },
      log: pino({ level: 'silent' }),
    }),
    async close() {
      await db.destroy()
      await server.stop()
    },
  }
}

/** People who wrote an hour ago. @returns their keys at the emulator and their ids at the OA */
export async function settleCrowd(
  house: Installation,
  { db, areaId }: Pick<Ward, 'db' | 'areaId'>,
  count: number,
): Promise<{ key: string; userId: string }[]> {
  const crowd = await house.emulate<{ key: string; userId: string }[]>('POST', '/personas', {
    count,
    followed: true,
    interactedHoursAgo: 1,
  })
  await writeCrowd(
    db,
    areaId,
    crowd.map(({ userId }) => userId),
  )
  return crowd
}

/** People of the database only, whom no Zalo knows. */
export async function inventCrowd({ db, areaId }: Pick<Ward, 'db' | 'areaId'>, count: number): Promise<void> {
  for (let from = 0; from < count; from += AT_A_TIME)
    await writeCrowd(
      db,
      areaId,
      Array.from(
        { length: Math.min(AT_A_TIME, count - from) },
        (_, index) => `77${String(from + index).padStart(17, '0')}`,
      ),
    )
  await sql`analyze persons, identities, memberships`.execute(db)
}

async function writeCrowd(db: Kysely<never> | Database, areaId: string, userIds: string[]): Promise<void> {
  const hoods = await sql<{ id: string }>`select id from areas where parent_id = ${areaId} order by code`.execute(db)
  const places = hoods.rows.map(({ id }) => id)
  for (let from = 0; from < userIds.length; from += AT_A_TIME) {
    const users = userIds.slice(from, from + AT_A_TIME)
    const people = users.map(() => randomUUID())
    await sql`insert into persons (id) select unnest(${people}::uuid[])`.execute(db)
    await sql`
      insert into identities (person_id, kind, issuer, external_id, following, last_interaction_at)
      select p, 'oa', ${OA}, u, true, now() - interval '1 hour' from unnest(${people}::uuid[], ${users}::text[]) as t (p, u)
    `.execute(db)
    await sql`
      insert into memberships (person_id, area_id)
      select p, (${places}::uuid[])[1 + n % ${places.length}] from unnest(${people}::uuid[]) with ordinality as t (p, n)
    `.execute(db)
  }
}

let notices = 0

/** @returns its id */
export async function cry(ward: Ward, changes: Partial<NewBroadcast> = {}): Promise<string> {
  const number = ++notices
  const marker = `BENCH${number}`
  const draft: NewBroadcast = {
    oaId: OA,
    areaId: ward.areaId,
    areaIds: [ward.areaId],
    requestKey: `bench:${number}`,
    marker,
    kind: 'bench',
    lane: 'notice',
    policy: 'at_most_once',
    content: {
      message: {
        text: `Tổ dân phố họp lúc 19 giờ thứ Bảy tại nhà văn hóa. Mời bà con tới dự đông đủ. Mã tin ${marker}`,
        buttons: [{ kind: 'open', title: 'Xem thông báo', url: `https://zalo.me/s/1/t/${marker}` }],
      },
      groupText: null,
      notification: null,
      article: null,
      template: null,
    },
    source: null,
    correctionOf: null,
    ignoresQuiet: true,
    startsAt: new Date(),
    expiresAt: null,
    author: 'bench',
    ...changes,
  }
  return (await ward.db.transaction().execute(tx => ward.desk.create(tx, draft))).id
}

/** @returns milliseconds until everybody was written down */
export async function untilExpanded({ db }: Ward, id: string, patienceMs: number): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < patienceMs) {
    const row = await db.selectFrom('broadcasts').select('expanded_at').where('id', '=', id).executeTakeFirst()
    if (row?.expanded_at) return performance.now() - began
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('the broadcast was not expanded in time')
}
