/** One message to many people: the plan says what happens, everybody gets one push or is known not to. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Crier, openCrier, sentUpTo } from './setup/broadcasts.ts'
import { until } from './setup/until.ts'

let crier: Crier
beforeEach(async () => {
  crier = await openCrier()
})
afterEach(() => crier.close())

describe('a broadcast', () => {
  it('reaches everybody of its places once, and the counts add up to the audience', async () => {
    await crier.settle(1, 30)
    await crier.settle(2, 20)
    const engine = crier.open()
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect(new Set(crier.pushes.map(({ recipientId }) => recipientId)).size).toBe(50)
    expect(crier.pushes).toHaveLength(50)
    expect(await engine.report(id)).toMatchObject({ audience: 50, counts: { sent: 50, waiting: 0 } })
  })

  it('is one broadcast, however often its request is written', async () => {
    await crier.settle(1, 3)
    const engine = crier.open()
    const draft = crier.draft()
    const [first, second] = [
      await crier.db.transaction().execute(tx => engine.create(tx, draft)),
      await crier.db.transaction().execute(tx => engine.create(tx, draft)),
    ]
    expect(second).toEqual({ id: first.id, isNew: false })
    await crier.untilState(engine, first.id, 'done')
    expect(crier.pushes).toHaveLength(3)
  })

  it('is planned by the statement that expands it: what the plan says is what happens', async () => {
    await crier.settle(1, 5)
    await crier.settle(1, 4, { hoursAgo: 100 })
    await crier.settle(2, 3, { hoursAgo: 300, app: true })
    await crier.settle(3, 2, { hoursAgo: null })
    const engine = crier.open()
    const plan = await engine.plan(crier.draft())
    expect(plan).toMatchObject({
      audience: 14,
      channels: [
        { channel: 'oa_message', people: 5, calls: 5, dong: 0 },
        { channel: 'mini_app', people: 3, calls: 3, dong: 0 },
      ],
      inboxOnly: [
        { reason: 'window_charged', people: 4 },
        { reason: 'not_in_zalo', people: 2 },
      ],
      tooSlow: false,
      mayRepeat: false,
    })
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    const report = await engine.report(id)
    expect(report?.counts).toEqual({ waiting: 0, sent: 8, failed: 0, unknown: 0, cancelled: 0, inbox: 6 })
    expect(crier.pushes.filter(({ channel }) => channel === 'mini_app')).toHaveLength(3)
  })

  it('refuses an audience without anybody, words without the marker, and what is over', async () => {
    const engine = crier.open()
    const create = (changes: object) => crier.db.transaction().execute(tx => engine.create(tx, crier.draft(changes)))
    await expect(create({})).rejects.toThrow(/nobody/)
    await crier.settle(1, 1)
    await expect(create({ marker: 'KHAC' })).rejects.toThrow(/marker/)
    await expect(create({ expiresAt: crier.clock.now() })).rejects.toThrow(/over/)
  })

  it('stops within one message a slot when it is paused, and goes on where it was', async () => {
    await crier.settle(1, 200)
    const { send, goOn } = sentUpTo(20)
    const engine = crier.open({ slots: 4, send })
    const id = await crier.create(engine)
    await until('some pushes', () => crier.pushes.length > 20)
    expect(await engine.pause({ id, actor: 'leader 1' }, 'nhầm giờ')).toBe(true)
    const atPause = crier.pushes.length
    goOn()
    await crier.untilLooked(engine)
    expect(crier.pushes.length - atPause).toBeLessThanOrEqual(4)
    expect(await engine.report(id)).toMatchObject({ state: 'paused', reason: 'nhầm giờ' })
    expect(await engine.resume({ id, actor: 'leader 1' })).toBe(true)
    await crier.untilState(engine, id, 'done')
    expect(new Set(crier.pushes.map(({ recipientId }) => recipientId)).size).toBe(200)
    expect(crier.pushes).toHaveLength(200)
  })

  it('sends nothing more when it is cancelled, and says how many were spared', async () => {
    await crier.settle(1, 200)
    const { send, goOn } = sentUpTo(20)
    const engine = crier.open({ slots: 4, send })
    const id = await crier.create(engine)
    await until('some pushes', () => crier.pushes.length > 20)
    expect(await engine.cancel({ id, actor: 'leader 1' }, 'hủy họp')).toBe(true)
    const atCancel = crier.pushes.length
    goOn()
    await until('the end', async () => (await engine.report(id))?.finishedAt !== null)
    expect(crier.pushes.length - atCancel).toBeLessThanOrEqual(4)
    const report = await engine.report(id)
    expect(report).toMatchObject({ state: 'cancelled', counts: { waiting: 0 } })
    expect((report?.counts.sent ?? 0) + (report?.counts.cancelled ?? 0)).toBe(200)
  })
})
