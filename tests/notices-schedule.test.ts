/** Notices and their hours: later, again and again, too late, in the night, over and past; and places that change meanwhile. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { findArea } from '../server/platform/areas/index.ts'
import type { Notice, NoticeDraft, NoticePlan } from '../shared/notices/index.ts'
import { HOOD, NOW, type NoticeWard, openNoticeWard } from './setup/notices.ts'

let ward: NoticeWard
beforeAll(async () => {
  ward = await openNoticeWard()
  await ward.member('ba-sau')
})
afterAll(() => ward.close())
afterEach(() => ward.setClock(NOW))

const heard = (key: string, code: string) =>
  ward
    .resident(key)
    .heard()
    .filter(text => text.includes(code))
const at = (moment: string) => ({ timing: { kind: 'at' as const, at: new Date(moment) } })

async function agreed(changes: Parameters<NoticeWard['compose']>[0]): Promise<Notice> {
  const notice = await ward.compose(changes)
  await ward.submit(notice)
  const { body, status } = await ward.approve(notice)
  if (status !== 200) throw new Error(`not approved: ${body.message}`)
  return body
}

describe('a notice for later', () => {
  it('goes at its hour', async () => {
    const notice = await agreed(at('2026-11-25T10:00:00+07:00'))
    expect(notice).toMatchObject({ state: 'scheduled' })
    expect((await ward.stranger.get(`/api/public-notices/${notice.code}`)).status).toBe(404)
    ward.setClock('2026-11-25T10:00:30+07:00')
    await ward.untilSent(notice.id)
    await ward.settle()
    expect(heard('ba-sau', notice.code)).toHaveLength(1)
  })

  it('whose hour passed unnoticed asks instead of firing, and goes when somebody says so', async () => {
    const notice = await agreed(at('2026-11-25T10:00:00+07:00'))
    ward.setClock('2026-11-25T13:00:00+07:00')
    await ward.until('the notice to ask', async () => (await ward.read(notice.id)).state === 'asking')
    await ward.settle()
    expect(heard('ba-sau', notice.code)).toEqual([])
    const { body } = await ward.leader.post<Notice>(`/api/notices/${notice.id}/send-late`, { version: 1 })
    expect(body.may).not.toContain('confirm_late')
    await ward.untilSent(notice.id)
  })

  it('may be taken back before its hour, and is then another version under another code', async () => {
    const notice = await agreed(at('2026-11-25T10:00:00+07:00'))
    const { body } = await ward.leader.post<Notice>(`/api/notices/${notice.id}/withdraw`, { version: 1 })
    expect(body).toMatchObject({ state: 'draft', version: 2, approval: { approvedAt: null } })
    expect(body.code).not.toBe(notice.code)
    // Another of the same hour shows that the hour came.
    const witness = await agreed(at('2026-11-25T10:00:00+07:00'))
    ward.setClock('2026-11-25T10:00:30+07:00')
    await ward.untilSent(witness.id)
    await ward.settle()
    expect(heard('ba-sau', witness.code)).toHaveLength(1)
    for (const code of [notice.code, body.code]) expect(heard('ba-sau', code)).toEqual([])
  })

  it('to a neighbourhood that is merged meanwhile follows its people', async () => {
    const audience = { areas: ['phuong-mau-to-7'] }
    await ward.member('nguoi-to-7', 'phuong-mau-to-7')
    const notice = await ward.compose({ ...at('2026-11-25T10:00:00+07:00'), audience }, ward.administrator)
    await ward.submit(notice, {}, ward.administrator)
    await ward.approve(notice)
    const [old, next] = [await findArea(ward.db, 'phuong-mau-to-7'), await findArea(ward.db, 'phuong-mau-to-8')]
    await sql`update areas set merged_into = ${next?.id}, retired_at = now() where id = ${old?.id}`.execute(ward.db)
    await sql`update memberships set area_id = ${next?.id} where area_id = ${old?.id}`.execute(ward.db)
    ward.setClock('2026-11-25T10:00:30+07:00')
    await ward.untilSent(notice.id)
    await ward.settle()
    expect(heard('nguoi-to-7', notice.code)).toHaveLength(1)
  })
})

describe('a notice that comes again', () => {
  const recurrence = { every: 'week' as const, weekday: 6, at: '08:00', daysBefore: 1, until: '2027-06-30' }
  const weekly: Partial<NoticeDraft> = {
    timing: { kind: 'recurring', recurrence },
    expiresAt: new Date('2027-07-01T00:00:00Z'),
  }

  async function occurrences(series: string) {
    const { rows } = await sql<{ code: string; day: string; state: string }>`
      select code, series_day::text as day, state from notices where series_id = ${series} order by series_day
    `.execute(ward.db)
    return rows
  }

  it('is agreed to once and goes each time for its own day, once however often the clock ticks', async () => {
    const series = await agreed({ ...weekly, fields: { day: '2026-11-28' } })
    expect(series).toMatchObject({ state: 'scheduled', sendsAt: '2026-11-27T01:00:00.000Z' })
    ward.setClock('2026-11-27T08:00:30+07:00')
    await Promise.all([ward.runSchedules(), ward.runSchedules(), ward.runSchedules()])
    const [first, second] = await occurrences(series.id)
    expect(first?.day).toBe('2026-11-28')
    expect(second).toBeUndefined()
    await ward.until('it to arrive', async () => heard('ba-sau', first?.code ?? '-').length > 0)
    await ward.settle()
    expect(heard('ba-sau', first?.code ?? '-')).toHaveLength(1)
    expect(heard('ba-sau', first?.code ?? '-')[0]).toContain('thứ Bảy 28/11/2026')
    await ward.keepNotices()
    expect((await ward.read(series.id)).sendsAt).toBe('2026-12-04T01:00:00.000Z')
    await ward.leader.post(`/api/notices/${series.id}/cancel`, { reason: 'Không họp nữa' })
    ward.setClock('2026-12-04T08:00:30+07:00')
    await ward.runSchedules()
    expect(await occurrences(series.id)).toHaveLength(1)
  })

  it('rests while it is paused, and goes on with its next time without making up for what was left out', async () => {
    const series = await agreed({ ...weekly, fields: { day: '2026-11-28' } })
    const { body: paused } = await ward.leader.post<Notice>(`/api/notices/${series.id}/pause`)
    expect(paused).toMatchObject({ state: 'paused', sendsAt: null })
    expect(paused.may).toEqual(expect.arrayContaining(['resume', 'cancel']))
    await ward.keepNotices()
    ward.setClock('2026-11-27T08:00:30+07:00')
    await ward.runSchedules()
    ward.setClock('2026-11-27T15:00:00+07:00')
    await ward.runSchedules()
    const { body: resumed } = await ward.leader.post<Notice>(`/api/notices/${series.id}/resume`)
    expect(resumed).toMatchObject({ state: 'scheduled', sendsAt: '2026-12-04T01:00:00.000Z' })
    expect(await occurrences(series.id)).toEqual([])
    ward.setClock('2026-12-04T08:00:30+07:00')
    await ward.runSchedules()
    expect((await occurrences(series.id)).map(({ day }) => day)).toEqual(['2026-12-05'])
    await ward.leader.post(`/api/notices/${series.id}/pause`)
    ward.setClock('2027-07-02T08:00:00+07:00')
    await ward.keepNotices()
    expect((await ward.read(series.id)).state).toBe('expired')
  })

  it('asks when it woke late, and goes on with the next one', async () => {
    const series = await agreed({ ...weekly, fields: { day: '2026-11-28' } })
    ward.setClock('2026-11-27T15:00:00+07:00')
    await ward.runSchedules()
    expect((await ward.read(series.id)).state).toBe('asking')
    expect(await occurrences(series.id)).toEqual([])
    await ward.keepNotices()
    const confirmed = await ward.leader.post<Notice>(`/api/notices/${series.id}/send-late`, { version: 1 })
    expect(confirmed.body.state).toBe('scheduled')
    expect(await occurrences(series.id)).toHaveLength(1)
    await ward.leader.post(`/api/notices/${series.id}/cancel`, { reason: 'Không họp nữa' })
  })
})

describe('in the night', () => {
  it('an ordinary notice waits for the morning, an emergency does not', async () => {
    ward.setClock('2026-11-25T22:00:00+07:00')
    const notice = await ward.compose()
    const { body: plan } = await ward.leader.get<NoticePlan>(`/api/notices/${notice.id}/plan`)
    expect(plan.quiet).toEqual({ people: 1, until: '2026-11-25T23:30:00.000Z' })
    await ward.submit(notice)
    await ward.approve(notice)
    const emergency = await ward.compose({
      urgency: 'emergency',
      kind: 'disaster',
      template: null,
      rsvp: 'none',
      fields: { title: 'Sơ tán ngay', what: 'Nước lên nhanh.' },
    })
    await ward.submit(emergency)
    await ward.approve(emergency)
    await ward.untilSent(emergency.id)
    await ward.settle()
    expect(heard('ba-sau', emergency.code)).toHaveLength(1)
    expect(heard('ba-sau', notice.code)).toEqual([])
    ward.setClock('2026-11-26T06:31:00+07:00')
    await ward.untilSent(notice.id)
    await ward.settle()
    expect(heard('ba-sau', notice.code)).toHaveLength(1)
  })
})

describe('what cannot go', () => {
  it.each<[string, Parameters<NoticeWard['compose']>[0], RegExp]>([
    ['is over', { expiresAt: new Date('2026-11-25T01:00:00Z') }, /expired/],
    ['is about a day that has passed', { fields: { day: '2026-11-20' } }, /past_day/],
    ['should have gone before now', at('2026-11-25T08:00:00+07:00'), /past_schedule/],
    ['would go after its end', at('2026-12-06T08:00:00+07:00'), /schedule_after_expiry/],
    ['has a link of strangers', { fields: { what: 'Đăng ký ở bit.ly/abc' } }, /strangers_link/],
    ['has a number of an identity card', { fields: { what: 'Gặp người có số 079123456789' } }, /personal_data/],
    ['still has a gap', { fields: { what: 'Họp bàn việc …' } }, /unfilled/],
    ['names another weekday', { fields: { what: 'Họp thứ Sáu 5/12' } }, /weekday_mismatch/],
  ])('a notice that %s', async (_, changes, reason) => {
    const notice = await ward.compose(changes)
    const refused = await ward.submit(notice)
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(reason)
    expect((await ward.read(notice.id)).state).toBe('draft')
  })

  it('a notice to nobody is refused at planning', async () => {
    const audience = { areas: ['phuong-mau-to-9'] }
    const notice = await ward.compose({ audience }, ward.administrator)
    const { body } = await ward.administrator.get<NoticePlan>(`/api/notices/${notice.id}/plan`)
    expect(body.audience).toBe(0)
    const refused = await ward.submit(notice, {}, ward.administrator)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({ data: { reason: 'nobody_there' } })
  })

  it('words that are too long, a day without sense, an area that is none', async () => {
    const post = (draft: unknown) => ward.leader.post('/api/notices', { requestKey: randomUUID(), draft })
    const good = ward.draft()
    expect((await post({ ...good, fields: { ...good.fields, title: 'x'.repeat(81) } })).status).toBe(400)
    expect((await post({ ...good, fields: { ...good.fields, what: 'x'.repeat(1501) } })).status).toBe(400)
    expect((await post({ ...good, fields: { ...good.fields, until: '18:00' } })).status).toBe(400)
    expect((await post({ ...good, audience: { areas: ['khong-co'] } })).status).toBe(404)
    expect((await post({ ...good, audience: { areas: [] } })).status).toBe(400)
  })

  it('mentions and invisible signs are gone from what is kept', async () => {
    const notice = await ward.compose({ fields: { what: 'Mời [@123] bà\u200b con \u202edự họp.' } })
    expect(notice.draft.fields.what).toBe('Mời bà con dự họp.')
  })

  it('a notice waiting for somebody when its time is over goes no more', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    ward.setClock('2026-12-06T09:00:00+07:00')
    expect((await ward.approve(notice)).status).toBe(400)
    await ward.keepNotices()
    expect((await ward.read(notice.id)).state).toBe('expired')
    expect((await ward.approve(notice)).status).toBe(409)
  })

  it('somebody who left between plan and sending is not written to', async () => {
    const gone = await ward.member('nguoi-di')
    const notice = await agreed(at('2026-11-25T10:00:00+07:00'))
    await gone.remove(`/api/places/${HOOD}`)
    ward.setClock('2026-11-25T10:00:30+07:00')
    await ward.untilSent(notice.id)
    await ward.settle()
    expect(heard('nguoi-di', notice.code)).toEqual([])
    expect((await ward.counts(notice.id)).inInbox).toBe(1)
  })
})
