/** When a notice goes out: quiet hours of ward and person, its start, its end, and what happens when the house slept. */
import { afterEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { savePolicy, savePreferences } from '../server/platform/deliveries/index.ts'
import { type Crier, openCrier } from './setup/broadcasts.ts'
import { until } from './setup/until.ts'

let crier: Crier
afterEach(() => crier.close())

/** The ward's default: quiet from 21:00 to 06:30. */
describe('quiet hours', () => {
  it('put a notice of the evening off to the morning, and say so beforehand', async () => {
    crier = await openCrier({ now: '2026-11-30T15:00:00Z' })
    await crier.settle(1, 3)
    const engine = crier.open()
    expect((await engine.plan(crier.draft())).quiet).toEqual({ people: 3, until: '2026-11-30T23:30:00.000Z' })
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'sending')
    await crier.untilLooked(engine)
    expect(crier.pushes).toEqual([])
    crier.clock.stand('2026-11-30T23:29:00Z')
    await crier.untilLooked(engine)
    expect(crier.pushes).toEqual([])
    crier.clock.set('2026-11-30T23:30:01Z')
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(3)
  })

  it('stop a notice that is still going out when they begin, and let it go on in the morning', async () => {
    crier = await openCrier({ ratePerMinute: 120 })
    crier.clock.stand('2026-11-30T13:59:58Z')
    await crier.settle(1, 40)
    const engine = crier.open()
    const id = await crier.create(engine)
    await until('some pushes', async () => crier.pushes.length > 2)
    crier.clock.stand('2026-11-30T14:00:01Z')
    await crier.untilLooked(engine)
    const atNine = crier.pushes.length
    expect(atNine).toBeLessThan(40)
    await crier.allow(60_000)
    await crier.untilLooked(engine)
    expect(crier.pushes.length).toBe(atNine)
    expect((await engine.report(id))?.counts.waiting).toBe(40 - atNine)
    crier.clock.set('2026-11-30T23:31:00Z')
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(40)
  })

  it('are a person’s own where they chose some', async () => {
    crier = await openCrier({ now: '2026-11-30T12:30:00Z' })
    const [early] = await crier.settle(1, 2)
    await savePreferences(
      crier.db,
      early?.personId ?? '',
      { quiet: { from: 19 * 60, until: 7 * 60 } },
      crier.clock.now(),
    )
    const engine = crier.open()
    const id = await crier.create(engine)
    await until('one push', async () => crier.pushes.length === 1)
    await crier.untilLooked(engine)
    expect(crier.pushes).toHaveLength(1)
    crier.clock.set('2026-12-01T00:00:01Z')
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes.at(-1)?.recipientId).toBe(early?.oaUserId)
  })

  it('do not hold back an emergency', async () => {
    crier = await openCrier({ now: '2026-11-30T19:00:00Z' })
    await crier.settle(1, 2)
    const engine = crier.open()
    const id = await crier.create(engine, { lane: 'urgent', ignoresQuiet: true, policy: 'at_least_once' })
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(2)
  })

  it('that last until the notice is over leave it to the inbox', async () => {
    crier = await openCrier({ now: '2026-11-30T15:00:00Z' })
    await crier.settle(1, 2)
    const engine = crier.open()
    const expiresAt = new Date('2026-11-30T20:00:00Z')
    expect((await engine.plan(crier.draft({ expiresAt }))).inboxOnly).toEqual([
      { reason: 'quiet_until_expiry', people: 2 },
    ])
    const id = await crier.create(engine, { expiresAt })
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toEqual([])
    expect((await engine.report(id))?.counts.inbox).toBe(2)
  })
})

describe('the end of a notice', () => {
  it('stops what waits: nothing is sent from then on', async () => {
    crier = await openCrier({ ratePerMinute: 60 })
    await crier.settle(1, 30)
    const engine = crier.open()
    const expiresAt = new Date(crier.clock.now().getTime() + 3600_000)
    const id = await crier.create(engine, { expiresAt })
    await until('some pushes', async () => crier.pushes.length > 0)
    crier.clock.advance(3600_001)
    await crier.untilState(engine, id, 'done')
    const sent = crier.pushes.length
    expect(sent).toBeLessThan(30)
    await crier.allow(60_000)
    await crier.untilLooked(engine)
    expect(crier.pushes.length).toBe(sent)
    const report = await engine.report(id)
    expect(report).toMatchObject({ reason: 'expired', counts: { sent, cancelled: 30 - sent, waiting: 0 } })
  })

  it('is told beforehand when the permitted pace cannot reach everybody in time', async () => {
    crier = await openCrier({ ratePerMinute: 60 })
    await crier.settle(1, 130)
    crier.clock.stand('2026-11-30T03:00:00Z')
    const engine = crier.open()
    const soon = new Date(crier.clock.now().getTime() + 60_000)
    expect(await engine.plan(crier.draft({ expiresAt: soon }))).toMatchObject({ tooSlow: true, finishesAt: null })
    const plan = await engine.plan(crier.draft())
    const minutes = (Date.parse(plan.finishesAt ?? '') - crier.clock.now().getTime()) / 60_000
    expect(minutes).toBeGreaterThan(2)
    expect(minutes).toBeLessThan(2.3)
  })
})

describe('a start in the future', () => {
  it('comes at its hour, not before', async () => {
    crier = await openCrier()
    await crier.settle(1, 2)
    const engine = crier.open()
    const id = await crier.create(engine, { startsAt: new Date(crier.clock.now().getTime() + 3600_000) })
    await crier.untilLooked(engine)
    expect((await engine.report(id))?.state).toBe('scheduled')
    crier.clock.advance(3600_500)
    await until('pushes by themselves', () => crier.pushes.length === 2)
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(2)
  })

  it('that was slept through asks a person, and goes out at once when they say so', async () => {
    crier = await openCrier()
    await crier.settle(1, 2)
    const engine = crier.open()
    const id = await crier.create(engine, { startsAt: new Date(crier.clock.now().getTime() + 3600_000) })
    crier.clock.advance(2 * 3600_000)
    await crier.untilState(engine, id, 'paused')
    expect(await engine.report(id)).toMatchObject({ reason: 'late' })
    expect((await engine.health())[0]).toMatchObject({ colour: 'amber' })
    await crier.untilLooked(engine)
    expect(crier.pushes).toEqual([])
    expect(await engine.resume({ id, actor: 'leader 1' })).toBe(true)
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(2)
  })

  it('follows areas that were merged or split meanwhile', async () => {
    crier = await openCrier()
    const [first, second, third] = crier.hoods
    await crier.settle(1, 1)
    await crier.settle(2, 2)
    await crier.settle(3, 4)
    const engine = crier.open()
    const startsAt = new Date(crier.clock.now().getTime() + 3600_000)
    const id = await crier.create(engine, { startsAt, areaIds: [first ?? ''] })
    await crier.db
      .updateTable('areas')
      .set({ merged_into: second, retired_at: new Date() })
      .where('id', '=', first ?? '')
      .execute()
    await crier.db
      .updateTable('areas')
      .set({ split_from: second })
      .where('id', '=', third ?? '')
      .execute()
    crier.clock.advance(3600_500)
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(7)
  })

  it('written for a place reaches those who live in what was merged into it before', async () => {
    crier = await openCrier()
    const [first, second] = crier.hoods
    await crier.settle(1, 2)
    await crier.settle(2, 1)
    await crier.db
      .updateTable('areas')
      .set({ merged_into: second, retired_at: new Date() })
      .where('id', '=', first ?? '')
      .execute()
    const engine = crier.open()
    const id = await crier.create(engine, { areaIds: [second ?? ''] })
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(3)
  })
})

describe('a house that slept, or was restored from a backup', () => {
  it('sends nothing of what was under way before a person was asked', async () => {
    crier = await openCrier()
    await crier.settle(1, 5)
    await savePolicy(crier.db, crier.wardId, { quiet: null })
    const desk = crier.open({ channels: [] })
    const id = await crier.create(desk, { startsAt: new Date(crier.clock.now().getTime() + 1000) })
    await desk.stop()
    await sql`update broadcasts set state = 'expanding'`.execute(crier.db)
    await sql`update settings set value = to_jsonb(extract(epoch from now() - interval '2 hours')) where key = 'broadcasts.awake'`.execute(
      crier.db,
    )
    const engine = crier.open()
    await crier.untilState(engine, id, 'paused')
    await crier.untilLooked(engine)
    expect(crier.pushes).toEqual([])
    await engine.resume({ id, actor: 'leader 1' })
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(5)
  })
})
