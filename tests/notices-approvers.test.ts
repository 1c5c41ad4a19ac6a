/** Those who agree to notices learn in the chat what waits for them; whom Zalo keeps from us finds it in the list. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findArea } from '../server/platform/areas/index.ts'
import { grantRole } from '../server/platform/people/index.ts'
import type { Notice } from '../shared/notices/index.ts'
import { HOOD, type NoticeWard, openNoticeWard, WARD } from './setup/notices.ts'

let ward: NoticeWard
beforeAll(async () => {
  ward = await openNoticeWard()
  await ward.member('ba-sau')
  await approver('co-thu', WARD)
  await approver('chu-ba', 'phuong-mau-to-5')
})
afterAll(() => ward.close())

async function approver(key: string, areaCode: string): Promise<void> {
  const { people } = ward.emulator.control
  if (!people.list().some(person => person.key === key)) people.create({ key, name: 'Cán bộ thử' })
  await ward.resident(key).ask('giờ làm việc')
  const { person_id: personId } = await ward.db
    .selectFrom('identities')
    .select('person_id')
    .where('external_id', '=', people.find(key).userId)
    .executeTakeFirstOrThrow()
  const area = await findArea(ward.db, areaCode)
  await grantRole(ward.db, { personId, role: 'reviewer', areaId: area?.id ?? '', actor: 'operator' })
}

const heard = (key: string, { code }: Notice) =>
  ward
    .resident(key)
    .heard()
    .filter(text => text.includes(code))
const lanes = () =>
  ward.db
    .selectFrom('deliveries')
    .select(['lane', 'source'])
    .where('request_key', 'like', 'notice:%')
    .orderBy('id')
    .execute()

describe('whoever may agree to a notice', () => {
  it('is told once that it waits, without its words; whose area it is not, is told nothing', async () => {
    const notice = await ward.compose()
    await Promise.all([1, 2].map(() => ward.submit(notice)))
    await ward.settle()
    const [said, ...more] = heard('co-thu', notice)
    expect(more).toEqual([])
    expect(said).toContain(`Có tin chờ duyệt: mã ${notice.code}`)
    expect(said).toContain('Tổ trưởng tổ dân phố 12')
    expect(said).not.toContain(notice.draft.fields.title)
    expect(heard('chu-ba', notice)).toEqual([])
    await ward.leader.post(`/api/notices/${notice.id}/withdraw`, { version: 1 })
    await ward.submit(await ward.read(notice.id))
    await ward.settle()
    expect(heard('co-thu', notice)).toHaveLength(1)
  })

  it('is told of an emergency that was sent alone, ahead of ordinary notices', async () => {
    const notice = await ward.compose({
      urgency: 'emergency',
      kind: 'disaster',
      template: 'so-tan',
      rsvp: 'none',
      fields: { title: 'Sơ tán ngay', what: 'Nước lên nhanh, bà con rời nhà ngay.' },
    })
    await ward.submit(notice, { isAlone: true })
    await ward.untilSent(notice.id)
    await ward.settle()
    const told = heard('co-thu', notice).filter(text => text.includes('chưa có người thứ hai duyệt'))
    expect(told).toHaveLength(1)
    const urgent = (await lanes()).filter(({ source }) => (source as { notice: string }).notice === notice.id)
    expect(urgent).toEqual([expect.objectContaining({ lane: 1 })])
  })

  it('is not written to when Zalo would not let us, and finds it in the list all the same', async () => {
    ward.setClock('2026-11-28T09:00:00+07:00')
    await ward.resident('ba-sau').ask('giờ làm việc')
    const before = (await lanes()).length
    const notice = await ward.compose()
    expect((await ward.submit(notice)).body.state).toBe('waiting')
    await ward.settle()
    expect((await lanes()).length).toBe(before)
    expect(heard('co-thu', notice)).toEqual([])
    const { body } = await ward.reviewer.get<Notice[]>('/api/notice-approvals')
    expect(body.map(({ id }) => id)).toContain(notice.id)
  })

  it('is not told of what they wrote themselves', async () => {
    const key = 'anh-nam'
    const own = await ward.makeLeader(key, HOOD)
    await approver(key, WARD)
    const notice = await ward.compose({}, own)
    await ward.submit(notice, {}, own)
    await ward.settle()
    expect(heard(key, notice)).toEqual([])
  })
})
