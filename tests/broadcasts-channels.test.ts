/** One person, one push: which channel, in whose order, and what happens when one is refused. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  linkGroup,
  listLinkedGroups,
  readPolicy,
  readPreferences,
  savePolicy,
  savePreferences,
  unlinkGroup,
} from '../server/platform/deliveries/index.ts'
import { type Crier, OA, openCrier } from './setup/broadcasts.ts'
import { until } from './setup/until.ts'

let crier: Crier
beforeEach(async () => {
  crier = await openCrier()
})
afterEach(() => crier.close())

const to = (channel: string) => crier.pushes.filter(push => push.channel === channel).map(push => push.recipientId)

describe('the channels', () => {
  it('are tried in the ward’s order', async () => {
    await crier.settle(1, 2, { app: true })
    await savePolicy(crier.db, crier.wardId, { channels: ['mini_app', 'oa_message'] })
    const engine = crier.open()
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect([to('mini_app').length, to('oa_message').length]).toEqual([2, 0])
  })

  it('come to the next one when Zalo refuses a person, and nobody is pushed twice', async () => {
    await crier.settle(1, 2, { app: true })
    await crier.settle(2, 1)
    const engine = crier.open({
      send: ({ channel, recipientId }) =>
        channel === 'oa_message'
          ? { kind: 'refused', class: 'window', code: -230, reason: 'no interaction' }
          : { kind: 'sent', messageId: recipientId },
    })
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    const report = await engine.report(id)
    expect(report?.counts).toMatchObject({ sent: 2, failed: 1 })
    expect(report?.failures).toEqual([{ reason: 'window: no interaction', code: -230, people: 1 }])
    expect(to('mini_app')).toHaveLength(2)
  })

  it('cost nothing unless the ward pays, and then no more than it pays for', async () => {
    await crier.settle(1, 5, { hoursAgo: 100 })
    const engine = crier.open({ send: () => ({ kind: 'sent', messageId: null, charged: true }) })
    expect((await engine.plan(crier.draft())).inboxOnly).toEqual([{ reason: 'window_charged', people: 5 }])

    await savePolicy(crier.db, crier.wardId, { channels: ['oa_message', 'oa_paid'], paidPerMonth: 3, dongPerPaid: 55 })
    const plan = await engine.plan(crier.draft())
    expect(plan.channels).toEqual([{ channel: 'oa_paid', people: 5, calls: 5, dong: 275 }])
    expect(plan.quotas).toEqual([{ channel: 'oa_paid', period: 'month', limit: 3, left: 3 }])
    const id = await crier.create(engine, { expiresAt: new Date(crier.clock.now().getTime() + 86_400_000) })
    await until('three paid', async () => (await engine.report(id))?.counts.sent === 3)
    await crier.untilLooked(engine)
    expect(crier.pushes).toHaveLength(3)
    expect(await engine.report(id)).toMatchObject({ charged: 3, counts: { waiting: 2 } })
    expect((await engine.plan(crier.draft())).quotas[0]?.left).toBe(0)
    // The month ends, and so does the notice: nothing is sent after it.
    crier.clock.set('2026-12-01T04:00:00Z')
    await crier.untilState(engine, id, 'done')
    expect((await engine.report(id))?.counts).toMatchObject({ sent: 3, cancelled: 2 })
  })

  it('go on with a new month’s quota, at the ward’s midnight', async () => {
    await crier.settle(1, 3, { hoursAgo: 100 })
    await savePolicy(crier.db, crier.wardId, { channels: ['oa_paid'], paidPerMonth: 2, quiet: null })
    const engine = crier.open()
    crier.clock.set('2026-11-30T16:58:00Z')
    const id = await crier.create(engine)
    await until('two paid', async () => (await engine.report(id))?.counts.sent === 2)
    crier.clock.set('2026-11-30T17:00:01Z')
    await crier.untilState(engine, id, 'done')
    expect((await engine.report(id))?.counts.sent).toBe(3)
  })

  it('believe Zalo when it says that the quota is used up, and do not ask again for everybody', async () => {
    await crier.settle(1, 300, { hoursAgo: 300, app: true })
    const tomorrow = new Date('2026-11-30T23:05:00Z')
    const engine = crier.open({
      slots: 8,
      send: () => ({ kind: 'defer', until: tomorrow, code: -109, reason: 'quota' }),
    })
    const id = await crier.create(engine)
    await until('the first refusals', async () => crier.pushes.length > 0)
    await crier.untilLooked(engine)
    expect(crier.pushes.length).toBeLessThan(50)
    expect((await engine.report(id))?.counts.waiting).toBe(300)
  })

  it('rest with a reason when the OA itself has no quota left', async () => {
    await crier.settle(1, 20)
    const engine = crier.open({
      slots: 2,
      // It goes on by itself when this hour is over, and not before.
      send: () => ({
        kind: 'defer',
        until: new Date(crier.clock.now().getTime() + 3600_000),
        code: -211,
        reason: 'hết hạn mức',
      }),
    })
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'paused')
    await crier.untilLooked(engine)
    expect((await engine.report(id))?.reason).toBe('quota')
    expect(crier.pushes.length).toBeLessThan(10)
  })

  it('are looked at again at the moment of sending: a window that closed meanwhile is not tried', async () => {
    const [gone, back] = [await crier.settle(1, 1, { hoursAgo: 47 }), await crier.settle(1, 1, { hoursAgo: 47 })]
    const early = crier.open()
    const id = await crier.create(early, { startsAt: new Date(crier.clock.now().getTime() + 5 * 60_000) })
    await crier.db.updateTable('broadcasts').set({ state: 'expanding' }).where('id', '=', id).execute()
    await crier.untilState(early, id, 'done')
    expect(to('oa_message')).toHaveLength(2)

    // Nothing leaves before the notice is at rest.
    const restUntil = (until: Date | null) =>
      crier.db.updateTable('official_accounts').set({ sending_paused_until: until }).execute()
    await restUntil(new Date(crier.clock.now().getTime() + 3600_000))
    const later = await crier.create(early)
    const written = () =>
      crier.db.selectFrom('broadcast_recipients').select('person_id').where('broadcast_id', '=', later).execute()
    await until('written down', async () => (await written()).length === 2)
    expect(await early.pause({ id: later, actor: 'leader' }, 'chờ')).toBe(true)
    // Whatever it looked up before belongs to the time before.
    await early.stop()
    await crier.untilStill()
    await restUntil(null)
    crier.pushes.length = 0
    crier.clock.advance(2 * 3600_000)
    await crier.db
      .updateTable('identities')
      .set({ last_interaction_at: crier.clock.now() })
      .where('external_id', '=', back[0]?.oaUserId ?? '')
      .execute()
    const engine = crier.open()
    await engine.resume({ id: later, actor: 'leader' })
    await crier.untilState(engine, later, 'done')
    expect(to('oa_message')).toEqual([back[0]?.oaUserId])
    expect(gone).toHaveLength(1)
    expect((await engine.report(later))?.failures[0]?.reason).toBe('window: closed while waiting')
  })
})

describe('a group of the OA', () => {
  it('gets one message, and the people in it count as reached by it', async () => {
    const inside = await crier.settle(1, 4)
    const outside = await crier.settle(1, 3)
    await linkGroup(crier.db, { oaId: OA, groupId: 'g1', areaId: crier.hoods[0] ?? '', name: 'Nhóm Tổ 1' })
    const engine = crier.open({ members: { g1: inside.map(({ oaUserId }) => oaUserId) } })
    await engine.ticks.find(({ name }) => name === 'group members')?.run()
    expect(await listLinkedGroups(crier.db, OA)).toMatchObject([{ groupId: 'g1', members: 4 }])
    expect((await engine.plan(crier.draft())).channels).toEqual(
      expect.arrayContaining([
        { channel: 'group', people: 4, calls: 1, dong: 0 },
        { channel: 'oa_message', people: 3, calls: 3, dong: 0 },
      ]),
    )
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect(to('group')).toEqual(['g1'])
    expect(to('oa_message').sort()).toEqual(outside.map(({ oaUserId }) => oaUserId).sort())
    expect(await engine.report(id)).toMatchObject({
      audience: 7,
      counts: { sent: 7 },
      posts: [{ channel: 'group', name: 'Nhóm Tổ 1', people: 4, state: 'sent' }],
    })
  })

  it('that refuses leaves its people to be reached one by one', async () => {
    const inside = await crier.settle(1, 3)
    await linkGroup(crier.db, { oaId: OA, groupId: 'g1', areaId: crier.hoods[0] ?? '', name: 'Nhóm Tổ 1' })
    const engine = crier.open({
      members: { g1: inside.map(({ oaUserId }) => oaUserId) },
      send: ({ channel, recipientId }) =>
        channel === 'group'
          ? { kind: 'refused', class: 'permanent', code: -403, reason: 'not in the group' }
          : { kind: 'sent', messageId: recipientId },
    })
    await engine.ticks.find(({ name }) => name === 'group members')?.run()
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect(to('oa_message')).toHaveLength(3)
    expect((await engine.report(id))?.counts.sent).toBe(3)
  })

  it('is not used for a notice to another place, nor once it is unlinked', async () => {
    const inside = await crier.settle(1, 2)
    await crier.settle(2, 1)
    await linkGroup(crier.db, { oaId: OA, groupId: 'g1', areaId: crier.hoods[0] ?? '', name: 'Nhóm Tổ 1' })
    const engine = crier.open({ members: { g1: inside.map(({ oaUserId }) => oaUserId) } })
    await engine.ticks.find(({ name }) => name === 'group members')?.run()
    const other = await crier.create(engine, { areaIds: [crier.hoods[1] ?? ''] })
    await crier.untilState(engine, other, 'done')
    expect(to('group')).toEqual([])
    await unlinkGroup(crier.db, OA, 'g1', crier.clock.now())
    const all = await crier.create(engine)
    await crier.untilState(engine, all, 'done')
    expect(to('group')).toEqual([])
    expect(to('oa_message')).toHaveLength(4)
  })
})

describe('a person', () => {
  it('who wants no push, or not of this kind, finds the notice in the inbox only', async () => {
    const [quiet, picky] = await crier.settle(1, 2)
    await savePreferences(crier.db, quiet?.personId ?? '', { push: false }, crier.clock.now())
    await savePreferences(crier.db, picky?.personId ?? '', { mutedKinds: ['meeting'] }, crier.clock.now())
    expect(await readPreferences(crier.db, picky?.personId ?? '')).toMatchObject({
      push: true,
      mutedKinds: ['meeting'],
    })
    const engine = crier.open()
    expect((await engine.plan(crier.draft())).inboxOnly).toEqual([{ reason: 'muted', people: 2 }])
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toEqual([])
    expect(await engine.countUnread(quiet?.personId ?? '')).toBe(1)
    expect(await engine.markOpened(quiet?.personId ?? '', id)).toBe(true)
    expect(await engine.countUnread(quiet?.personId ?? '')).toBe(0)
    expect((await engine.inbox(quiet?.personId ?? '', { limit: 10 })).map(item => item.broadcastId)).toEqual([id])
    expect((await engine.report(id))?.opened).toBe(1)
  })

  it('with two neighbourhoods in the audience gets one push', async () => {
    const [person] = await crier.settle(1, 1)
    await crier.db
      .insertInto('memberships')
      .values({ person_id: person?.personId ?? '', area_id: crier.hoods[1] ?? '' })
      .execute()
    const engine = crier.open()
    const id = await crier.create(engine, { areaIds: crier.hoods })
    await crier.untilState(engine, id, 'done')
    expect(crier.pushes).toHaveLength(1)
    expect((await engine.report(id))?.audience).toBe(1)
  })
})

describe('a ward’s policy', () => {
  it('is the nearest one on the way up, and has defaults', async () => {
    expect((await readPolicy(crier.db, crier.hoods[0] ?? '')).quiet).toEqual({ from: 1260, until: 390 })
    await savePolicy(crier.db, crier.wardId, { quiet: null })
    expect((await readPolicy(crier.db, crier.hoods[0] ?? '')).quiet).toBeNull()
  })
})
