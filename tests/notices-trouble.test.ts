/** A notice in trouble on its way, over the real house and the emulated Zalo: nobody gets it twice, and its leader is told. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import sharp from 'sharp'
import { erasePerson } from '../server/platform/people/index.ts'
import type { Notice, NoticeFile, NoticePlan } from '../shared/notices/index.ts'
import { HOOD, NOW, type NoticeWard, openNoticeWard, WARD } from './setup/notices.ts'

/** Messages under way at the same time, in the whole house. */
const SLOTS = 64
const AMPLE = 6000

let ward: NoticeWard
let morning = new Date(NOW)
beforeAll(async () => {
  // Zalo is slow here for as long as a test wants.
  const deliveryTiming = { attemptMs: 60_000, leaseMs: 120_000, secondLookMs: 30_000, echoMs: 240_000 }
  ward = await openNoticeWard({ config: { publicUrl: 'https://phuong-mau.example', deliveryTiming } })
  await sql`update official_accounts set capabilities = capabilities || '{"canBroadcastArticles": true}'`.execute(
    ward.db,
  )
  await ward.administrator.put(`/api/areas/${WARD}/notice-settings`, { settings: { approval: 'beyond_own' } })
})
afterAll(() => ward.close())
afterEach(async () => {
  ward.emulator.control.chaos.clear()
  await ward.settle()
  await ward.allow(AMPLE)
  await ward.db.deleteFrom('memberships').execute()
  // Whoever let hours go by leaves a new morning: nights are quiet.
  const now = new Date(ward.emulator.control.clock.read().now)
  if (now.getTime() - morning.getTime() > 3600_000) {
    morning = new Date(morning.getTime() + 86_400_000)
    ward.setClock(morning.toISOString())
  }
})

const chaos = () => ward.emulator.control.chaos
const tally = ({ code }: Notice) => ward.emulator.control.people.tally(code)

/** People of the neighbourhood who wrote to the ward an hour ago. @returns their keys */
async function settle(count: number, area = HOOD): Promise<string[]> {
  const crowd = ward.emulator.control.people.createMany(count, { followed: true, interactedHoursAgo: 1 })
  const at = new Date(new Date(ward.emulator.control.clock.read().now).getTime() - 3600_000)
  for (const { userId } of crowd)
    await sql`
      with person as (insert into persons (id) values (gen_random_uuid()) returning id),
      joined as (insert into memberships (person_id, area_id) select person.id, areas.id from person, areas where areas.code = ${area})
      insert into identities (person_id, kind, issuer, external_id, following, last_interaction_at)
      select id, 'oa', ${ward.config.zalo.oaId}, ${userId}, true, ${at} from person
    `.execute(ward.db)
  return crowd.map(({ key }) => key)
}

/** An ordinary notice that needs nobody else, on its way. */
async function sendAway(): Promise<Notice> {
  const notice = await ward.compose()
  const submitted = await ward.submit(notice)
  expect(submitted.status).toBe(200)
  return notice
}

const untilArrived = (notice: Notice, least: number) =>
  ward.until(`${least} arrived`, async () => tally(notice).arrived >= least)
const hold = () => chaos().add({ target: 'message', effect: 'slow', delayMs: 50_000 })
/** As many as may be under way at once, all of them held by Zalo. */
const untilHeld = () =>
  ward.until('every slot taken', async () => {
    const held = ward.db.selectFrom('broadcast_recipients').select('person_id').where('state', '=', 'sending')
    return (await held.execute()).length === SLOTS
  })

async function everybodyOnce(notice: Notice, people: number): Promise<void> {
  await ward.untilSent(notice.id)
  expect(tally(notice)).toEqual({ arrived: people, repeated: 0 })
  expect(await ward.counts(notice.id)).toMatchObject({
    inInbox: people,
    sent: people,
    failed: 0,
    unknown: 0,
    waiting: 0,
  })
}

describe('a notice that is paused', () => {
  it('stops within one message for each slot, and the rest get it when it goes on', async () => {
    await settle(200)
    hold()
    const notice = await sendAway()
    await untilHeld()
    expect((await ward.leader.post<Notice>(`/api/notices/${notice.id}/pause`)).body.state).toBe('paused')
    chaos().clear()
    await ward.settle()
    expect(tally(notice)).toEqual({ arrived: SLOTS, repeated: 0 })
    expect(await ward.counts(notice.id)).toMatchObject({ reason: 'Người gửi tạm dừng' })
    const resumed = await Promise.all([1, 2].map(() => ward.leader.post(`/api/notices/${notice.id}/resume`)))
    expect(resumed.map(({ status }) => status)).toContain(200)
    await everybodyOnce(notice, 200)
  })
})

describe('a notice that uses up the quota', () => {
  const outOfQuota = () => chaos().add({ target: 'message', effect: 'error', code: -211, message: 'Out of quota' })

  it('rests and says why, and goes on by itself when there is quota again', async () => {
    await settle(100)
    await ward.allow(120)
    const notice = await sendAway()
    await untilArrived(notice, 1)
    outOfQuota()
    await ward.until('a rest', async () => (await ward.read(notice.id)).state === 'paused')
    expect((await ward.counts(notice.id)).reason).toMatch(/Hết lượt gửi của Zalo.*tự gửi tiếp/)
    chaos().clear()
    await ward.allow(AMPLE)
    await ward.settle()
    expect((await ward.read(notice.id)).state).toBe('paused')
    ward.emulator.control.clock.advance('7h')
    await everybodyOnce(notice, 100)
  })

  it('goes on at once when a person says so, because quota was bought', async () => {
    await settle(10)
    outOfQuota()
    const notice = await sendAway()
    await ward.until('a rest', async () => (await ward.read(notice.id)).state === 'paused')
    chaos().clear()
    await ward.settle()
    expect((await ward.leader.post(`/api/notices/${notice.id}/resume`)).status).toBe(200)
    await everybodyOnce(notice, 10)
  })

  it('is not sent to anybody after its expiry, however much quota there is', async () => {
    await settle(5)
    outOfQuota()
    const now = new Date(ward.emulator.control.clock.read().now)
    const notice = await ward.compose({
      expiresAt: new Date(now.getTime() + 3 * 3600_000),
      fields: { day: null, lastDay: null, from: null, until: null },
    })
    expect((await ward.submit(notice)).status).toBe(200)
    await ward.until('a rest', async () => (await ward.read(notice.id)).state === 'paused')
    chaos().clear()
    ward.emulator.control.clock.advance('7h')
    await ward.until('its end', async () => (await ward.read(notice.id)).state === 'expired')
    expect(tally(notice)).toEqual({ arrived: 0, repeated: 0 })
    expect(await ward.counts(notice.id)).toMatchObject({ cancelled: 5, waiting: 0 })
  })
})

describe('a notice of which nobody knows whether some got it', () => {
  it('is sent to them once more when its leader says so, and to nobody else', async () => {
    await settle(6)
    chaos().add({ target: 'message', effect: 'drop_after', count: 2 })
    ward.emulator.control.settings.change({ messages: { echoes: false } })
    const notice = await sendAway()
    await ward.until('all but two', async () => (await ward.counts(notice.id)).sent === 4)
    await sql`update broadcast_recipients set lease_until = now() - interval '1 minute', sending_at = sending_at - interval '1 hour' where state = 'sending'`.execute(
      ward.db,
    )
    await ward.untilSent(notice.id)
    expect(await ward.counts(notice.id)).toMatchObject({ sent: 4, unknown: 2 })
    const again = await ward.leader.post<Notice>(`/api/notices/${notice.id}/resend-unknown`)
    expect([again.status, again.body.state]).toEqual([200, 'sending'])
    await ward.until('everybody', async () => (await ward.counts(notice.id)).sent === 6)
    ward.emulator.control.settings.change({ messages: { echoes: true } })
    expect(tally(notice)).toEqual({ arrived: 8, repeated: 2 })
  })
})

describe('a notice whose picture Zalo refuses', () => {
  it('still goes out in words, to each once, and its leader is told', async () => {
    await settle(8)
    const bytes = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#884422' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], 'anh.jpg'))
    form.append('name', 'anh.jpg')
    form.append('alt', 'Giấy mời')
    const { body } = await ward.upload<NoticeFile>('/api/notice-files', form)
    chaos().add({ target: 'article', effect: 'error', code: -201, message: 'file is invalid' })
    const notice = await ward.compose({ audience: { areas: [WARD] }, files: [body] }, ward.administrator)
    await ward.until('the article in the plan', async () => {
      const plan = await ward.administrator.get<NoticePlan>(`/api/notices/${notice.id}/plan`)
      return plan.body.channels.some(({ channel }) => channel === 'article')
    })
    expect((await ward.submit(notice, { isConfirmed: true }, ward.administrator)).status).toBe(200)
    expect((await ward.approve(notice)).status).toBe(200)
    await ward.untilSent(notice.id)
    expect(tally(notice)).toEqual({ arrived: 8, repeated: 0 })
    expect(await ward.counts(notice.id)).toMatchObject({
      sent: 8,
      failed: 0,
      failures: [{ people: 0, words: expect.stringContaining('Zalo không nhận ảnh') }],
    })
  })
})

describe('a notice while the ward loses its right to Zalo', () => {
  it('rests, tells what to do, and goes on after the right was given again', async () => {
    const { control } = ward.emulator
    control.settings.change({ oauth: { redirectUri: `${ward.config.publicUrl}/zalo/callback` } })
    await settle(150)
    await ward.allow(120)
    const notice = await sendAway()
    await untilArrived(notice, 1)
    control.tokens.revoke()
    await ward.until('a rest', async () => /cấp quyền/.test((await ward.counts(notice.id)).reason ?? ''))
    await ward.settle()
    const before = tally(notice)
    expect(before.arrived).toBeLessThan(150)
    expect(before.repeated).toBe(0)
    expect(await readHealth()).toMatch(/Mất quyền từ[\s\S]*mở đường dẫn cấp quyền/)
    await consentAgain()
    await ward.allow(AMPLE)
    control.clock.advance('6m')
    await everybodyOnce(notice, 150)
    expect((await ward.counts(notice.id)).reason).toBeNull()
  })

  async function readHealth(): Promise<string> {
    const { healthUrl } = await ward.app.printableLinks(Number(new URL(ward.url).port))
    const entered = await fetch(ward.url + new URL(healthUrl).pathname, { method: 'POST', redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    return (await fetch(`${ward.url}/can-bo/tinh-trang`, { headers: { cookie } })).text()
  }

  async function consentAgain(): Promise<void> {
    const { consentUrl } = await ward.app.printableLinks(Number(new URL(ward.url).port))
    if (!consentUrl) throw new Error('nobody is asked to consent')
    const here = (address: string) => ward.url + new URL(address).pathname + new URL(address).search
    const asked = await fetch(here(consentUrl), { method: 'POST', redirect: 'manual' })
    const agreed = await fetch(asked.headers.get('location') ?? '', { redirect: 'manual' })
    const done = await fetch(here(agreed.headers.get('location') ?? ''))
    expect(done.status).toBe(200)
  }
})

describe('those who are gone between plan and sending', () => {
  it('are not written to, and are told apart from those who got it', async () => {
    const [left, blocked, erased] = await settle(6)
    const { people, act } = ward.emulator.control
    const notice = await ward.compose()
    act.unfollow(left ?? '')
    people.change(left ?? '', { refuses: 'inactive' })
    people.change(blocked ?? '', { refuses: 'invitations' })
    const oaUserId = people.find(erased ?? '').userId
    await ward.db
      .transaction()
      .execute(tx =>
        erasePerson(tx, { oaId: ward.config.zalo.oaId, oaUserId }, { cause: 'user_withdraw', requestedAt: new Date() }),
      )
    await ward.submit(notice)
    await ward.untilSent(notice.id)
    expect(tally(notice)).toEqual({ arrived: 3, repeated: 0 })
    expect(people.messages(erased ?? '').filter(({ text }) => text?.includes(notice.code))).toEqual([])
    expect(await ward.counts(notice.id)).toMatchObject({
      inInbox: 5,
      sent: 3,
      failed: 2,
      failures: [{ people: 2, words: expect.stringContaining('bỏ quan tâm') }],
    })
  })

  it('and who is erased while it rests, is not written to when it goes on', async () => {
    const [erased] = await settle(3)
    chaos().add({ target: 'message', effect: 'error', code: -211 })
    const notice = await sendAway()
    await ward.until('a rest', async () => (await ward.read(notice.id)).state === 'paused')
    await ward.settle()
    const oaUserId = ward.emulator.control.people.find(erased ?? '').userId
    await ward.db
      .transaction()
      .execute(tx =>
        erasePerson(tx, { oaId: ward.config.zalo.oaId, oaUserId }, { cause: 'user_withdraw', requestedAt: new Date() }),
      )
    chaos().clear()
    await ward.leader.post(`/api/notices/${notice.id}/resume`)
    await ward.untilSent(notice.id)
    expect(tally(notice)).toEqual({ arrived: 2, repeated: 0 })
    expect(await ward.counts(notice.id)).toMatchObject({ inInbox: 3, sent: 2, cancelled: 1 })
  })
})

describe('several presses at once', () => {
  it('by two leaders and by one finger twice send it once', async () => {
    await settle(20)
    const other = await ward.token('leader', HOOD)
    const notice = await ward.compose()
    const pressed = await Promise.all([ward.leader, ward.leader, other, other].map(by => ward.submit(notice, {}, by)))
    expect(pressed.map(({ status }) => status)).toContain(200)
    expect(pressed.every(({ status }) => status === 200 || status === 409)).toBe(true)
    await everybodyOnce(notice, 20)
  })

  it('of "dừng" and "hủy" by two leaders end in one of the two, and nobody gets it afterwards', async () => {
    await settle(150)
    hold()
    const other = await ward.token('leader', HOOD)
    const notice = await sendAway()
    await untilHeld()
    const [, cancelled] = await Promise.all([
      ward.leader.post(`/api/notices/${notice.id}/pause`),
      other.post(`/api/notices/${notice.id}/cancel`, { reason: 'Nhầm ngày họp' }),
    ])
    expect(cancelled?.status).toBe(200)
    chaos().clear()
    await ward.settle()
    const { arrived } = tally(notice)
    expect(arrived).toBeLessThanOrEqual(SLOTS)
    expect((await ward.leader.post(`/api/notices/${notice.id}/resume`)).status).toBe(409)
    await ward.settle()
    expect(tally(notice)).toEqual({ arrived, repeated: 0 })
    // What waits is cancelled by the next sweep.
    await ward.until('nobody waits', async () => (await ward.counts(notice.id)).waiting === 0)
    expect(await ward.counts(notice.id)).toMatchObject({ state: 'cancelled', reason: 'Nhầm ngày họp' })
    expect(tally(notice)).toEqual({ arrived, repeated: 0 })
  })
})
