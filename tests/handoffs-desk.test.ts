/** Cases at the officers' desk: taken on by one, answered from here, and the machine is silent as after Zalo's own tool. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CannedReplies, Handoff, HandoffSummary } from '../shared/handoffs.ts'
import { call, machineSays, newToken, officerWrites, openCaseOf, openPinnedWard, QUESTION } from './setup/handoffs.ts'
import type { TestWard } from './setup/ward.ts'

let ward: TestWard
let hanh: string
let dung: string
const control = () => ward.emulator.control

beforeAll(async () => {
  ward = await openPinnedWard()
  hanh = await newToken(ward, 'answerer', 'phuong-mau', 'Cô Hạnh')
  dung = await newToken(ward, 'answerer', 'phuong-mau', 'Anh Dũng')
})
afterAll(() => ward.close())

const write = (token: string, id: string, text: string, requestKey = randomUUID()) =>
  call<Handoff>(ward, `/handoffs/${id}/replies`, token, { text, requestKey })

describe('a case', () => {
  it('is taken on by one officer at a time, and changes hands only knowingly', async () => {
    const resident = ward.resident('ba-sau')
    await resident.ask('gặp cán bộ')
    const { id } = await openCaseOf(ward, resident)
    const claim = (token: string, body = {}) => call<HandoffSummary>(ward, `/handoffs/${id}/claim`, token, body)
    const both = await Promise.all([claim(hanh), claim(dung)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const [holder, other] = both[0].status === 200 ? [hanh, dung] : [dung, hanh]
    const holderName = holder === hanh ? 'Cô Hạnh' : 'Anh Dũng'
    expect((await claim(holder)).answer).toMatchObject({ claimedBy: holderName, isMine: true })
    expect((await write(other, id, 'Chào bác')).answer).toMatchObject({ data: { reason: 'claimed' } })
    expect((await call(ward, `/handoffs/${id}/close`, other, { outcome: 'answered' })).status).toBe(409)
    expect((await claim(other, { from: 'Chị Ai Đó' })).answer).toMatchObject({ data: { reason: 'moved' } })
    expect((await claim(other, { from: holderName })).answer).toMatchObject({ isMine: true })
    expect((await call(ward, `/handoffs/${id}/release`, holder, {})).status).toBe(409)
    expect((await call<HandoffSummary>(ward, `/handoffs/${id}/release`, other, {})).answer.claimedBy).toBeNull()
  })

  it('comes with what the published guides say to the last question', async () => {
    const resident = ward.resident('chi-lan')
    await resident.ask(QUESTION)
    await resident.ask('gặp cán bộ')
    const { id } = await openCaseOf(ward, resident)
    const { answer } = await call<Handoff>(ward, `/handoffs/${id}`, hanh)
    expect(answer.suggestion).toMatchObject({ topic: 'khai-sinh', question: QUESTION })
    expect(answer.suggestion?.text).toMatch(/giấy chứng sinh/)
    expect(answer.suggestion?.text).not.toMatch(/👍|Nhắn số/)
    expect(answer.replyWay).toBe('oa')
  })
})

describe('a reply from the desk', () => {
  it('is written down, reaches the person once, and silences the machine as words in Zalo’s own tool do', async () => {
    const resident = ward.resident('anh-nam')
    await resident.ask('gặp cán bộ')
    const { id } = await openCaseOf(ward, resident)
    const key = randomUUID()
    const [first, twice] = await Promise.all([
      write(hanh, id, 'Chào anh, phường đang xem.', key),
      write(hanh, id, 'Chào anh, phường đang xem.', key),
    ])
    expect([first.status, twice.status]).toEqual([200, 200])
    await write(hanh, id, 'Anh cần mang bản chính.')
    await ward.settle()
    expect(resident.heard().slice(-2)).toEqual(['Chào anh, phường đang xem.', 'Anh cần mang bản chính.'])
    expect(await machineSays(ward, resident, QUESTION)).toEqual([])
    const { answer } = await call<Handoff>(ward, `/handoffs/${id}`, hanh)
    expect(answer).toMatchObject({ state: 'answering', claimedBy: 'Cô Hạnh', waitingMinutes: null })
    expect(answer.replies.map(({ text, way }) => [text, way])).toEqual([
      ['Chào anh, phường đang xem.', 'oa'],
      ['Anh cần mang bản chính.', 'oa'],
    ])
    // The trail says that it was written, not what.
    const audit = await ward.db.selectFrom('audit').selectAll().where('action', '=', 'handoff replied').execute()
    expect(audit).toHaveLength(2)
    expect(JSON.stringify(audit)).not.toContain('bản chính')
    await call(ward, `/handoffs/${id}/close`, hanh, { outcome: 'answered' })
    expect(await machineSays(ward, resident, QUESTION)).not.toEqual([])
  })

  it('is not taken back when a colleague writes in Zalo’s own tool; what the machine was about to say is', async () => {
    const resident = ward.resident('ong-tu')
    await resident.ask('gặp cán bộ')
    const { id, oa_id } = await openCaseOf(ward, resident)
    const waiting = new Date('2026-11-20T02:00:00Z')
    const put = (request_key: string, text: string, source: object | null) =>
      ward.db
        .insertInto('deliveries')
        .values({
          oa_id,
          area_id: ward.db.selectFrom('areas').select('id').where('code', '=', 'phuong-mau'),
          request_key,
          lane: 0,
          channel: 'oa_message',
          recipient_id: resident.oaUserId,
          message: JSON.stringify({ text, buttons: [] }),
          text_hash: request_key,
          source: source && JSON.stringify(source),
          not_before: waiting,
        } as never)
        .execute()
    await put('the machine', 'máy nói', null)
    await put('the officer', 'cán bộ viết', { by: 'officer', handoff: id })
    await officerWrites(ward, 'ong-tu', 'Chào ông')
    const rows = await ward.db
      .selectFrom('deliveries')
      .select(['request_key', 'state'])
      .where('request_key', 'in', ['the machine', 'the officer'])
      .orderBy('request_key')
      .execute()
    expect(rows).toEqual([
      { request_key: 'the machine', state: 'cancelled' },
      { request_key: 'the officer', state: 'pending' },
    ])
    await ward.db.deleteFrom('deliveries').where('request_key', '=', 'the officer').execute()
  })

  it('goes into the Mini App when Zalo takes no more, and is refused where nothing would reach the person', async () => {
    const resident = ward.resident('co-huong')
    await resident.ask('gặp cán bộ')
    const { id, person_id } = await openCaseOf(ward, resident)
    control().clock.set('2026-11-23T02:00:00Z')
    const late = await newToken(ward, 'answerer', 'phuong-mau', 'Cô Hạnh')
    expect((await write(late, id, 'Chào cô')).answer).toMatchObject({ data: { reason: 'window_closed' } })
    await ward.db
      .insertInto('identities')
      .values({ person_id, kind: 'app', issuer: '3300000000000000001', external_id: 'co-huong-app' })
      .execute()
    const { answer } = await write(late, id, 'Chào cô, hồ sơ đã xong.')
    expect(answer.replies).toMatchObject([{ way: 'inbox', text: 'Chào cô, hồ sơ đã xong.', state: 'sent' }])
    expect(resident.heard()).not.toContain('Chào cô, hồ sơ đã xong.')
    // She has not read it: the machine goes on answering her.
    expect(await machineSays(ward, resident, QUESTION)).not.toEqual([])
  })
})

describe('remarks and canned replies', () => {
  it('are for the colleagues, and hold no numbers of people', async () => {
    const resident = ward.resident('ba-sau')
    const { id } = await openCaseOf(ward, resident)
    const token = await newToken(ward, 'answerer', 'phuong-mau', 'Anh Dũng')
    const { answer } = await call<Handoff>(ward, `/handoffs/${id}/notes`, token, {
      text: 'đã gọi 0912 345 678, hẹn thứ Hai',
    })
    expect(answer.notes).toMatchObject([{ by: 'Anh Dũng', text: 'đã gọi ⟨số điện thoại⟩, hẹn thứ Hai' }])
  })

  it('are an area’s own, or those of the nearest area above it', async () => {
    const token = await newToken(ward, 'answerer')
    const read = async (area: string) =>
      (await call<CannedReplies>(ward, `/areas/${area}/canned-replies`, token)).answer
    expect((await read('phuong-mau')).from).toBeNull()
    const put = (area: string, replies: object[]) =>
      fetch(`${ward.url}/api/areas/${area}/canned-replies`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ replies }),
      })
    await put('phuong-mau', [{ title: 'Chào', text: 'Phường xin chào.' }])
    expect(await read('phuong-mau-to-1')).toEqual({
      replies: [{ title: 'Chào', text: 'Phường xin chào.' }],
      from: 'phuong-mau',
    })
    expect((await put('phuong-khac', [])).status).toBe(404)
    await put('phuong-mau', [])
    expect((await read('phuong-mau')).from).toBeNull()
  })
})
