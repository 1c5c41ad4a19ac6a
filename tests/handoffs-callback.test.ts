/** A telephone number to call back: asked for, sealed, corrected, gone with the case. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Handoff } from '../shared/handoffs.ts'
import {
  call,
  cases,
  dumpEverything,
  newToken,
  officerWrites,
  openCaseOf,
  openPinnedWard,
  openReplica,
  QUESTION,
} from './setup/handoffs.ts'
import type { Resident, TestWard } from './setup/ward.ts'

const PHONE = '0912 345 678'

let ward: TestWard
const control = () => ward.emulator.control

describe('a number to call back', () => {
  let key: string
  let resident: Resident
  beforeAll(async () => {
    ward = await openPinnedWard()
  })
  beforeEach(() => {
    key = control().people.create({ name: 'Người mới' }).key
    resident = ward.resident(key)
  })
  afterAll(() => ward.close())

  const phoneOf = async () => {
    const { id } = await openCaseOf(ward, resident)
    const { answer } = await call<Handoff>(ward, `/handoffs/${id}`, await newToken(ward, 'answerer'))
    return answer.phone
  }

  async function giveNumber(): Promise<void> {
    await resident.ask('gặp cán bộ')
    await resident.ask('1')
    await resident.ask(`số tôi ${PHONE}`)
  }

  it('is asked for with what it is for, who sees it and how long; giving it is the consent', async () => {
    await resident.ask('gặp cán bộ')
    const request = await resident.press('Nhờ gọi lại')
    expect(request.text).toMatch(/chỉ dùng để gọi về việc đang hỏi, chỉ cán bộ trả lời được xem, và xóa ngay/)
    expect((await resident.ask(PHONE)).text).toMatch(/đã ghi số/)
    expect(await phoneOf()).toBe('0912345678')
  })

  it('is asked for at once when somebody wants to be called, and the case is opened with it', async () => {
    const { text } = await resident.ask('goi lai cho toi')
    expect(text).toMatch(/Đã báo cán bộ[\s\S]*xin nhắn số điện thoại/)
    expect([...text].length).toBeLessThanOrEqual(600)
    expect((await resident.ask(`da so ${PHONE} a`)).text).toMatch(/đã ghi số/)
    expect(await phoneOf()).toBe('0912345678')
  })

  it('lies nowhere in the database in a form that could be read', async () => {
    await giveNumber()
    const dump = (await dumpEverything(ward)).replace(/[ .]/g, '')
    expect(dump).not.toContain('0912345678')
    expect(dump).toContain('⟨sốgọilại,đuôi678⟩')
  })

  it('is not kept when nobody asked, when it comes too late, or when it was given to no case', async () => {
    await resident.ask('gặp cán bộ')
    await resident.ask(`gọi cho tôi số ${PHONE}`)
    expect((await openCaseOf(ward, resident)).callback_phone).toBeNull()
    control().clock.advance('31m')
    expect((await resident.ask(PHONE)).text).toMatch(/chưa ghi được số/)
    expect((await openCaseOf(ward, resident)).callback_phone).toBeNull()
    expect((await resident.ask(PHONE)).text).toMatch(/đã ghi số/)
    await ward.resident('ba-sau').ask(PHONE)
    expect(await cases(ward, ward.resident('ba-sau'))).toEqual([])
  })

  it.each(['0912.345.678', '+84 912 345 678', '912345678', '0236 3 123 456', 'sđt của tôi là 0912345678 nhé'])(
    'is understood as "%s"',
    async written => {
      await resident.ask('gọi lại cho tôi')
      expect((await resident.ask(written)).text).toMatch(/đã ghi số/)
      expect(await phoneOf()).toMatch(/^0(912345678|2363123456)$/)
    },
  )

  it('is confirmed by its last digits, and by those alone', async () => {
    await resident.ask('gọi lại cho tôi')
    const { text } = await resident.ask(PHONE)
    expect(text).toContain('đã ghi số có đuôi 678')
    expect(text).toContain('Sai thì nhắn lại số đúng')
    expect(text).not.toMatch(/[2-5]678/)
  })

  it.each([
    'số 0912345678 đăng ký làm định danh VNeID được không',
    'con tôi tên An, số 0912345678, làm giấy khai sinh cho con cần gì?',
    '0912345678 lừa tiền mẹ tôi',
  ])('is not taken from "%s"', async question => {
    await resident.ask('gọi lại cho tôi')
    expect((await resident.ask(question)).text).not.toMatch(/đã ghi số/)
    expect(await phoneOf()).toBeNull()
    expect((await resident.ask(PHONE)).text).toMatch(/đã ghi số/)
  })

  it('that is too short is asked for again', async () => {
    await resident.ask('gọi lại cho tôi')
    expect((await resident.ask('0912 345')).text).toMatch(/chưa ghi được số/)
    expect((await resident.ask(PHONE)).text).toMatch(/đã ghi số/)
  })

  it('may be refused, and the case stays', async () => {
    await resident.ask('gọi lại cho tôi')
    expect((await resident.ask('dạ thôi không cần')).text).toMatch(/không cần cho số cũng được/)
    await resident.ask(PHONE)
    expect((await openCaseOf(ward, resident)).callback_phone).toBeNull()
  })

  it('does not hold up a question that comes instead', async () => {
    await resident.ask('gọi lại cho tôi')
    expect((await resident.ask(QUESTION)).text).toMatch(/giấy chứng sinh/i)
  })

  it('may be corrected, and taken back at once', async () => {
    await giveNumber()
    await resident.ask('nhầm, số đúng là 0987654321')
    expect(await phoneOf()).toBe('0987654321')
    expect((await resident.ask('1')).text).toMatch(/Đã xóa số điện thoại/)
    expect(await phoneOf()).toBeNull()
    await resident.ask('0987654321')
    expect(await phoneOf()).toBeNull()
  })

  it('is not put back by Zalo delivering an old message again', async () => {
    control().chaos.add({ target: 'webhook', effect: 'duplicate', times: 2, count: 3 })
    await giveNumber()
    expect(await phoneOf()).toBe('0912345678')
    const [first] = control()
      .webhook.log(20)
      .filter(({ body }) => body.includes(PHONE))
    control().clock.advance('1m')
    await resident.ask('à nhầm 0987654321')
    await control().webhook.replay(first?.id ?? 0)
    expect(await phoneOf()).toBe('0987654321')
    await resident.ask('xoa so cua toi di')
    await control().webhook.replay(first?.id ?? 0)
    expect(await phoneOf()).toBeNull()
  })

  it('is gone with the person, and the whole case with it', async () => {
    await giveNumber()
    control().act.withdraw(key)
    await ward.settle()
    expect(await cases(ward, resident)).toEqual([])
    expect(await dumpEverything(ward)).not.toContain(resident.oaUserId)
  })

  it('is not answered with a sealed text of another installation', async () => {
    await giveNumber()
    const { id } = await openCaseOf(ward, resident)
    await ward.db.updateTable('handoffs').set({ callback_phone: 'v1.00000000.AAAA' }).where('id', '=', id).execute()
    expect(await phoneOf()).toBeNull()
  })

  it.each(['#xong', 'the list of cases', 'time'])('is gone when the case is closed by %s', async how => {
    await giveNumber()
    const { id } = await openCaseOf(ward, resident)
    if (how === '#xong') await officerWrites(ward, key, '#xong')
    else if (how === 'time') {
      control().clock.advance('31d')
      await openReplica(ward).tidy()
    } else await call(ward, `/handoffs/${id}/close`, await newToken(ward, 'answerer'), { outcome: 'answered' })
    expect((await cases(ward, resident)).find(one => one.id === id)).toMatchObject({
      callback_phone: null,
      callback_asked_at: null,
      closed_at: expect.any(Date),
    })
  })
})
