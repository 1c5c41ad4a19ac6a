/** The list of cases, for officers. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { HandoffSummary } from '../shared/handoffs.ts'
import { call, newToken, officerWrites, openCaseOf, openPinnedWard, openReplica } from './setup/handoffs.ts'
import type { TestWard } from './setup/ward.ts'

const PHONE = '0912 345 678'

let ward: TestWard
const control = () => ward.emulator.control

describe('the list of cases', () => {
  beforeAll(async () => {
    ward = await openPinnedWard()
  })
  afterAll(() => ward.close())

  it('shows the most urgent first: escalated, then the longest waiting, then the closed ones', async () => {
    control().clock.set('2026-11-18T01:00:00Z')
    await ward.resident('ba-sau').ask('gặp cán bộ')
    control().clock.set('2026-11-19T02:00:00Z')
    await openReplica(ward).escalate()
    await ward.resident('anh-nam').ask('gặp cán bộ')
    await officerWrites(ward, 'anh-nam', '#xong')
    await ward.resident('chi-lan').ask('gặp cán bộ')
    control().clock.set('2026-11-19T03:00:00Z')
    await ward.resident('ong-tu').ask('gặp cán bộ')
    await officerWrites(ward, 'chi-lan', 'Chào chị')
    const { answer } = await call<HandoffSummary[]>(ward, '/handoffs', await newToken(ward, 'answerer'))
    expect(answer.map(({ state, escalatedAt }) => (escalatedAt ? 'escalated' : state))).toEqual([
      'escalated',
      'waiting',
      'answering',
      'closed',
    ])
    expect(answer[0]).toMatchObject({ reason: 'asked', waitingMinutes: 26 * 60, hasPhone: false })
    expect(JSON.stringify(answer)).not.toContain(ward.resident('ba-sau').oaUserId)
  })

  it('is for officers of the area and above it, and nobody else learns that a case exists', async () => {
    const { id } = await openCaseOf(ward, ward.resident('ba-sau'))
    await ward.db
      .insertInto('areas')
      .values([
        { id: '00000000-0000-4000-8000-000000000001', level: 'city', code: 'thanh-pho-mau', name: 'Thành phố Mẫu' },
        { id: '00000000-0000-4000-8000-000000000002', level: 'ward', code: 'phuong-khac', name: 'Phường Khác' },
      ])
      .execute()
    await ward.db
      .updateTable('areas')
      .set({ parent_id: '00000000-0000-4000-8000-000000000001' })
      .where('code', '=', 'phuong-mau')
      .execute()
    const city = await newToken(ward, 'answerer', 'thanh-pho-mau')
    expect((await call<HandoffSummary[]>(ward, '/handoffs', city)).answer.length).toBeGreaterThan(0)
    for (const code of ['phuong-khac', 'phuong-mau-to-1']) {
      const token = await newToken(ward, 'answerer', code)
      expect((await call<HandoffSummary[]>(ward, '/handoffs', token)).answer).toEqual([])
      expect((await call(ward, `/handoffs/${id}`, token)).status).toBe(404)
      expect((await call(ward, `/handoffs/${id}/close`, token, { outcome: 'answered' })).status).toBe(404)
    }
    expect((await call(ward, `/handoffs/${id}`, await newToken(ward, 'viewer'))).status).toBe(403)
  })

  it('writes down who read a telephone number, and not the number', async () => {
    const resident = ward.resident('co-huong')
    await resident.ask('gọi lại cho tôi')
    await resident.ask(PHONE)
    const { id } = await openCaseOf(ward, resident)
    await call(ward, `/handoffs/${id}`, await newToken(ward, 'answerer', 'phuong-mau', 'Anh Dũng'))
    const lines = await ward.db.selectFrom('audit').selectAll().where('action', '=', 'handoff phone read').execute()
    expect(lines).toMatchObject([{ actor: 'Anh Dũng', subject: id, detail: {} }])
  })

  it('closes a case once', async () => {
    const { id } = await openCaseOf(ward, ward.resident('ong-tu'))
    const token = await newToken(ward, 'answerer')
    const close = () => call(ward, `/handoffs/${id}/close`, token, { outcome: 'unreachable' })
    expect((await Promise.all([close(), close()])).map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await call(ward, `/handoffs/${id}/close`, token, { outcome: 'maybe' })).status).toBe(400)
    expect((await call(ward, '/handoffs/999999', token)).status).toBe(404)
  })
})
