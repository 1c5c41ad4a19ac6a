/** What becomes of each row: retried, corrected, unknown, taken over by another process; and that the counts agree. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { expandPage } from '../server/platform/deliveries/broadcasts/expansion.ts'
import { findMiscounted } from '../server/platform/deliveries/broadcasts/report.ts'
import { dropDetails } from '../server/platform/deliveries/broadcasts/upkeep.ts'
import { recordPushEchoes, recordPushReceipts } from '../server/platform/deliveries/index.ts'
import { erasePerson, mergePersons } from '../server/platform/people/index.ts'
import { messageHash } from '../server/platform/zalo/index.ts'
import { type Crier, HANGS, OA, openCrier, sentUpTo, words } from './setup/broadcasts.ts'
import { until } from './setup/until.ts'

let crier: Crier
beforeEach(async () => {
  crier = await openCrier()
})
afterEach(async () => {
  expect(await findMiscounted(crier.db, new Date(0))).toEqual([])
  await crier.close()
})

describe('the expansion', () => {
  it('goes on behind its cursor when its process died, and writes nobody down twice', async () => {
    await crier.settle(1, 25)
    const desk = crier.open({ channels: [] })
    await desk.stop()
    const id = await crier.create(desk)
    await sql`update broadcasts set state = 'expanding'`.execute(crier.db)
    const parts = { now: crier.clock.now(), readChannels: async () => new Set(['oa_message'] as const), page: 10 }
    expect(await expandPage(crier.db, parts)).toBe(true)
    expect(await desk.report(id)).toMatchObject({ state: 'expanding', audience: 10 })
    // Even a cursor that was lost writes nobody down a second time.
    await sql`update broadcasts set expand_cursor = null`.execute(crier.db)
    while (await expandPage(crier.db, parts));
    expect(await desk.report(id)).toMatchObject({ state: 'sending', audience: 25, counts: { waiting: 25 } })
  })
})

describe('those whose push failed', () => {
  it('are tried again on request, and nobody else is', async () => {
    await crier.settle(1, 10)
    let refusing = true
    const engine = crier.open({
      send: ({ recipientId }) =>
        refusing && Number(recipientId.at(-1)) % 2 === 0
          ? { kind: 'refused', class: 'window', code: -230, reason: 'no interaction' }
          : { kind: 'sent', messageId: `${recipientId} ${refusing}` },
    })
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect((await engine.report(id))?.counts).toMatchObject({ sent: 5, failed: 5 })
    refusing = false
    expect(await engine.retryFailed({ id, actor: 'leader 1' })).toBe(5)
    await crier.untilState(engine, id, 'done')
    expect((await engine.report(id))?.counts).toMatchObject({ sent: 10, failed: 0 })
    expect(crier.pushes).toHaveLength(15)
    expect(await engine.retryFailed({ id, actor: 'leader 1' })).toBe(0)
  })

  it('for good are only tried again when that is asked for', async () => {
    await crier.settle(1, 2)
    const engine = crier.open({
      send: () => ({ kind: 'refused', class: 'permanent', code: -201, reason: 'user_id is invalid!' }),
    })
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect(await engine.retryFailed({ id, actor: 'leader 1' })).toBe(0)
    expect(await engine.retryFailed({ id, actor: 'leader 1' }, { includePermanent: true })).toBe(2)
  })
})

describe('a correction', () => {
  it('goes exactly to those who got the first version, and stops what waits of it', async () => {
    const got = await crier.settle(1, 6)
    const only = await crier.settle(2, 2, { hoursAgo: null })
    const engine = crier.open({ slots: 1 })
    const id = await crier.create(engine, { areaIds: crier.hoods.slice(0, 2) })
    await crier.untilState(engine, id, 'done')
    // Somebody who joined afterwards never read the wrong words.
    await crier.settle(1, 3)
    crier.pushes.length = 0
    const correction = await crier.create(engine, { correctionOf: id, areaIds: [] })
    await crier.untilState(engine, correction, 'done')
    expect(crier.pushes.map(({ recipientId }) => recipientId).sort()).toEqual(got.map(one => one.oaUserId).sort())
    expect(await engine.report(correction)).toMatchObject({ audience: 8, counts: { sent: 6, inbox: 2 } })
    expect(
      (await engine.inbox(only[0]?.personId ?? '', { limit: 5 })).map(item => [item.broadcastId, item.correctedBy]),
    ).toEqual([
      [correction, null],
      [id, correction],
    ])
  })

  it('of a notice under way reaches nobody who had not got it', async () => {
    await crier.settle(1, 60)
    const { send, goOn } = sentUpTo(10)
    const engine = crier.open({ slots: 2, send })
    const id = await crier.create(engine)
    await until('some pushes', () => crier.pushes.length > 10)
    const correction = await crier.create(engine, { correctionOf: id })
    goOn()
    await crier.untilState(engine, correction, 'done')
    await until('the end of the first', async () => (await engine.report(id))?.finishedAt !== null)
    const first = await engine.report(id)
    const texts = (which: string) =>
      crier.pushes
        .filter(({ text }) => text.includes(which))
        .map(({ recipientId }) => recipientId)
        .sort()
    expect(first?.counts.cancelled).toBeGreaterThan(0)
    expect(texts('M0002')).toEqual(texts('M0001'))
  })
})

describe('a push whose fate is not known', () => {
  it('is unknown, with the reason, and is sent again only when a person says so', async () => {
    await crier.settle(1, 1)
    let lost = true
    const engine = crier.open({
      send: () => (lost ? { kind: 'unknown', cause: 'timeout' } : { kind: 'sent', messageId: 'x' }),
    })
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect(await engine.report(id)).toMatchObject({
      counts: { unknown: 1 },
      failures: [{ reason: 'timeout', code: null, people: 1 }],
    })
    await crier.untilLooked(engine)
    expect(crier.pushes).toHaveLength(1)
    lost = false
    expect(await engine.resendUnknown({ id, actor: 'leader 1' })).toBe(1)
    await crier.untilState(engine, id, 'done')
    expect((await engine.report(id))?.counts.sent).toBe(1)
  })

  it('is settled by its echo, and counted when it reached the phone and was read', async () => {
    const [person] = await crier.settle(1, 1)
    const engine = crier.open({ send: () => ({ kind: 'unknown', cause: 'timeout' }) })
    const id = await crier.create(engine)
    await until('an attempt', async () => crier.pushes.length === 1)
    const time = crier.clock.now()
    const echo = {
      oaId: OA,
      recipientId: person?.oaUserId ?? '',
      messageId: 'z1',
      textHash: messageHash(words('M0001').message.text),
      time,
    }
    await crier.db.transaction().execute(tx => recordPushEchoes(tx, [{ ...echo, textHash: messageHash('khác') }], time))
    await crier.db.transaction().execute(tx => recordPushEchoes(tx, [echo], time))
    await crier.untilState(engine, id, 'done')
    const strangers = await crier.db.transaction().execute(tx =>
      recordPushReceipts(tx, [
        { messageId: 'z1', kind: 'received', time },
        { messageId: 'z1', kind: 'seen', time },
        { messageId: 'typed by an officer', kind: 'received', time },
      ]),
    )
    expect([...strangers]).toEqual(['typed by an officer'])
    expect(await engine.report(id)).toMatchObject({ counts: { sent: 1 }, received: 1, seen: 1 })
  })

  it('goes out again only after two looks into a complete history', async () => {
    await crier.settle(1, 1)
    let looks = 0
    const engine = crier.open({
      send: ({ attempts }) =>
        attempts === 1 ? { kind: 'unknown', cause: 'timeout' } : { kind: 'sent', messageId: 'z2' },
      history: () => {
        looks += 1
        return []
      },
    })
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect([looks, crier.pushes.length]).toEqual([2, 2])
  })

  it('is repeated in an emergency, which says so beforehand', async () => {
    await crier.settle(1, 1)
    const engine = crier.open({
      send: ({ attempts }) =>
        attempts === 1 ? { kind: 'unknown', cause: 'timeout' } : { kind: 'sent', messageId: 'z3' },
    })
    expect((await engine.plan(crier.draft({ policy: 'at_least_once' }))).mayRepeat).toBe(true)
    const id = await crier.create(engine, { policy: 'at_least_once' })
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(2)
  })
})

describe('two processes', () => {
  it('share one broadcast and the permitted pace, and nobody is pushed twice', async () => {
    await crier.settle(1, 40)
    await sql`update rate_buckets set rate_per_second = 10, full_rate_per_second = 10, capacity = 150, tokens = 150`.execute(
      crier.db,
    )
    const [one, two] = [crier.open(), crier.open()]
    const began = performance.now()
    const id = await crier.create(one)
    await crier.untilState(two, id, 'done')
    const seconds = (performance.now() - began) / 1000
    expect(new Set(crier.pushes.map(({ recipientId }) => recipientId)).size).toBe(40)
    expect(crier.pushes).toHaveLength(40)
    // Nine of headroom, and ten a second: three seconds at the least.
    expect(seconds).toBeGreaterThan(2.9)
  })

  it('leave nothing behind when one of them hangs: its claims go back, its push is not repeated', async () => {
    await crier.settle(1, 5)
    const { send, goOn } = sentUpTo(0)
    const hanging = crier.open({ slots: 1, send, timing: HANGS })
    const id = await crier.create(hanging)
    await until('a push that hangs', () => crier.pushes.length === 1)
    const engine = crier.open()
    await crier.untilState(engine, id, 'done')
    expect((await engine.report(id))?.counts).toMatchObject({ sent: 4, unknown: 1, waiting: 0 })
    expect(crier.pushes).toHaveLength(5)
    goOn()
  })
})

describe('what is kept', () => {
  it('of people goes after the ward’s time, and the counts stay', async () => {
    await crier.settle(1, 4)
    const engine = crier.open()
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    await dropDetails(crier.db, OA, new Date(crier.clock.now().getTime() + 1000))
    const { rows } = await sql`select 1 from broadcast_recipients`.execute(crier.db)
    expect(rows).toEqual([])
    expect(await engine.report(id)).toMatchObject({ audience: 4, counts: { sent: 4 } })
  })

  it('of a person who is forgotten names nobody, and the counts still add up', async () => {
    const [gone] = await crier.settle(1, 1)
    await crier.settle(1, 2)
    const engine = crier.open()
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    await crier.db
      .transaction()
      .execute(tx =>
        erasePerson(
          tx,
          { oaId: OA, oaUserId: gone?.oaUserId ?? '' },
          { cause: 'user_withdraw', requestedAt: new Date() },
        ),
      )
    const { rows } = await sql<{ total: number }>`
      select count(*)::int as total from broadcast_recipients where oa_user_id = ${gone?.oaUserId} or person_id = ${gone?.personId}
    `.execute(crier.db)
    expect(rows[0]?.total).toBe(0)
    expect((await engine.report(id))?.counts.sent).toBe(3)
  })

  it('cannot be reworded: the words of a broadcast are frozen', async () => {
    await crier.settle(1, 1)
    const id = await crier.create(crier.open())
    await expect(
      crier.db.updateTable('broadcasts').set({ marker: 'OTHER' }).where('id', '=', id).execute(),
    ).rejects.toThrow(/frozen/)
  })
})

describe('two records that turn out to be one person', () => {
  it('leave one row that is theirs: the other is nobody’s, and is not pushed as well', async () => {
    const [first, second] = await crier.settle(1, 2)
    const desk = crier.open({ channels: [] })
    await desk.stop()
    const id = await crier.create(desk)
    await sql`update broadcasts set state = 'expanding'`.execute(crier.db)
    const parts = { now: crier.clock.now(), readChannels: async () => new Set(['oa_message'] as const), page: 10 }
    while (await expandPage(crier.db, parts));
    await crier.db.transaction().execute(tx => mergePersons(tx, second?.personId ?? '', first?.personId ?? ''))
    expect((await desk.report(id))?.counts).toMatchObject({ waiting: 1, cancelled: 1 })
    const { rows } = await sql<{ personId: string; oaUserId: string | null }>`
      select person_id as "personId", oa_user_id as "oaUserId" from broadcast_recipients where state = 'cancelled'
    `.execute(crier.db)
    expect(rows[0]?.oaUserId).toBeNull()
    expect([first?.personId, second?.personId]).not.toContain(rows[0]?.personId)
  })
})
