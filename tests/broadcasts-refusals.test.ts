/** A refusal stops as little as it must: one person's way, one way for all, one notice, and only then the whole OA. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { linkGroup, savePolicy } from '../server/platform/deliveries/index.ts'
import { type Crier, OA, openCrier } from './setup/broadcasts.ts'

let crier: Crier
beforeEach(async () => {
  crier = await openCrier()
})
afterEach(() => crier.close())

const to = (channel: string) => crier.pushes.filter(push => push.channel === channel)
const rest = () =>
  crier.db
    .selectFrom('official_accounts')
    .select('sending_paused_until')
    .executeTakeFirstOrThrow()
    .then(({ sending_paused_until: until }) => until)

async function linkedGroup(): Promise<Record<string, string[]>> {
  const inside = await crier.settle(1, 3)
  await linkGroup(crier.db, { oaId: OA, groupId: 'g1', areaId: crier.hoods[0] ?? '', name: 'Nhóm Tổ 1' })
  return { g1: inside.map(({ oaUserId }) => oaUserId) }
}

describe('what one way to people lacks', () => {
  it.each([
    ['a group that ran out', -237],
    ['rights to the API of groups', -212],
    ['an account that pays', -321],
  ])('(%s) sends them by the next one, and stops nobody else', async (_, code) => {
    const members = await linkedGroup()
    const engine = crier.open({
      members,
      send: ({ channel, recipientId }) =>
        channel === 'group'
          ? { kind: 'operator', code, nextStep: 'Gia hạn gói nhóm.' }
          : { kind: 'sent', messageId: recipientId },
    })
    await engine.ticks.find(({ name }) => name === 'group members')?.run()
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect([to('group').length, to('oa_message').length]).toEqual([1, 3])
    expect((await engine.report(id))?.counts).toMatchObject({ sent: 3, failed: 0 })
    expect(await rest()).toBeNull()
  })
})

describe('words that Zalo refuses', () => {
  it('stop that notice, which says why, and no other', async () => {
    await crier.settle(1, 3)
    const engine = crier.open({
      slots: 1,
      send: ({ content, recipientId }) =>
        content.message.text.includes('M0001')
          ? { kind: 'operator', code: -248, nextStep: 'Xem thông báo của Zalo.' }
          : { kind: 'sent', messageId: `M0002 ${recipientId}` },
    })
    const refused = await crier.create(engine)
    await crier.untilState(engine, refused, 'paused')
    expect((await engine.report(refused))?.reason).toBe('Xem thông báo của Zalo.')
    expect(await rest()).toBeNull()
    const other = await crier.create(engine)
    await crier.untilState(engine, other, 'done')
    expect((await engine.report(other))?.counts.sent).toBe(3)
  })
})

describe('an article without quota', () => {
  it('does not keep the ward waiting for the next month: people are reached one by one', async () => {
    await crier.settle(1, 3, { following: true })
    await savePolicy(crier.db, crier.wardId, {
      channels: ['article', 'oa_message'],
      articlesPerMonth: 0,
      quiet: null,
    })
    const engine = crier.open()
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect([to('article').length, to('oa_message').length]).toEqual([0, 3])
    expect((await engine.report(id))?.counts).toMatchObject({ sent: 3, failed: 0 })
  })
})

describe('a post whose fate is not known', () => {
  it('is posted once more when a person says so, and its people wait for it instead of being written to beside', async () => {
    const members = await linkedGroup()
    let lost = true
    const engine = crier.open({
      members,
      send: ({ recipientId }) =>
        lost ? { kind: 'unknown', cause: 'timeout' } : { kind: 'sent', messageId: recipientId },
    })
    await engine.ticks.find(({ name }) => name === 'group members')?.run()
    const id = await crier.create(engine)
    await crier.untilState(engine, id, 'done')
    expect((await engine.report(id))?.counts.unknown).toBe(3)
    lost = false
    await engine.resendUnknown({ id, actor: 'leader 1' })
    await crier.untilState(engine, id, 'done')
    expect([to('group').length, to('oa_message').length]).toEqual([2, 0])
    expect((await engine.report(id))?.counts).toMatchObject({ sent: 3, unknown: 0 })
  })
})
