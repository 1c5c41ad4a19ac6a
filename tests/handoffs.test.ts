/** A person of the office is asked to take over: what people are told, who speaks, how it ends. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { readOfficerRequest } from '../shared/answering/index.ts'
import { sampleWard } from '../shared/content/index.ts'
import type { HandoffSummary } from '../shared/handoffs.ts'
import {
  call,
  cases,
  dumpEverything,
  machineSays,
  momentAt,
  newToken,
  officerWrites,
  openCaseOf,
  openPinnedWard,
  QUESTION,
} from './setup/handoffs.ts'
import type { Resident, TestWard } from './setup/ward.ts'

const WARD_PHONE = sampleWard.profile.phone

let ward: TestWard
const control = () => ward.emulator.control

describe('an officer', () => {
  beforeAll(async () => {
    ward = await openPinnedWard()
  })
  afterAll(() => ward.close())

  describe('who is asked for', () => {
    it('is announced with the hour, a phone number, and the word that the machine goes on', async () => {
      const resident = ward.resident('ba-sau')
      await resident.ask('dang ky khai sinh can gi')
      const { text, buttons } = await resident.ask('gặp cán bộ')
      expect(text).toMatch(/trả lời ngay tại đây trước 11 giờ sáng nay\./)
      expect(text).toContain(WARD_PHONE)
      expect(text).toMatch(/máy vẫn trả lời/)
      expect(buttons).toEqual(['Nhờ gọi lại', `Gọi ${WARD_PHONE}`])
      expect([...text].length).toBeLessThanOrEqual(450)
    })

    it('finds the last lines of the conversation, masked, and what it was about', async () => {
      const resident = ward.resident('anh-nam')
      await resident.ask('khai sinh cho con, căn cước của tôi 001088012345')
      await resident.ask('cho tôi gặp người thật')
      const opened = await openCaseOf(ward, resident)
      expect(opened).toMatchObject({ reason: 'asked', topic_key: 'khai-sinh', officer_at: null })
      expect(JSON.stringify(opened.context)).toContain('khai sinh cho con, căn cước của tôi ⟨số định danh⟩')
      expect(JSON.stringify(opened.context)).toContain('cho tôi gặp người thật')
    })

    it('has one case a person, however often they ask', async () => {
      const resident = ward.resident('chi-lan')
      for (const text of ['gặp cán bộ', 'gap nhan vien', 'Gặp cán bộ']) await resident.ask(text)
      expect(await cases(ward, resident)).toHaveLength(1)
    })

    it('is offered after two failures in a row, and comes after 👎', async () => {
      const resident = ward.resident('co-huong')
      await resident.ask('thời tiết ngày mai')
      expect((await resident.ask('kết quả bóng đá tối qua')).text).toMatch(/Đã báo cán bộ/)
      expect(await openCaseOf(ward, resident)).toMatchObject({ reason: 'failures' })
      const other = ward.resident('em-minh')
      await other.ask('chứng thực bản sao ở đâu')
      expect((await other.ask('👎')).text).toMatch(/Đã báo cán bộ xem lại/)
      expect(await openCaseOf(ward, other)).toMatchObject({ reason: 'thumbs_down' })
    })

    it.each([
      'Gặp cán bộ',
      'gap can bo',
      'cho tôi gặp người thật',
      'cho bác gặp cán bộ tư pháp',
      'tôi muốn gặp cán bộ hỏi việc đất đai',
      'xin cho tôi nói chuyện với nhân viên',
      'cho mình gặp ai đó được không',
    ])('is asked for by "%s"', text => {
      expect(readOfficerRequest(text)).toBe('officer')
    })

    it.each([
      'làm khai sinh phải gặp cán bộ nào',
      'đăng ký kết hôn có cần gặp cán bộ không',
      'muốn gặp cán bộ thì đến đâu',
      'cho tôi gặp người nhà bị giữ',
      'giờ làm việc hôm nay',
      'hỏi cán bộ làm khai sinh cần gì',
    ])('is not asked for by "%s"', text => {
      expect(readOfficerRequest(text)).toBeNull()
    })
  })

  describe('who writes', () => {
    it('silences the machine for this person alone, and from the first message only', async () => {
      const resident = ward.resident('ong-tu')
      await resident.ask('gặp cán bộ')
      expect((await resident.ask(QUESTION)).text).toMatch(/giấy chứng sinh/i)
      await officerWrites(ward, 'ong-tu', 'Chào bác, bác cần việc gì ạ?')
      expect(await machineSays(ward, resident, QUESTION)).toEqual([])
      expect((await ward.resident('ba-sau').ask(QUESTION)).text).toMatch(/giấy chứng sinh/i)
      expect((await openCaseOf(ward, resident)).officer_at).not.toBeNull()
    })

    it('does not silence the numbers to call in danger', async () => {
      expect((await ward.resident('ong-tu').ask('nhà tôi đang cháy')).text).toMatch(/114/)
    })

    it('is no visit of the person: neither the window nor their last visit moves', async () => {
      const { oaUserId } = ward.resident('ong-tu')
      const lastVisit = () =>
        ward.db
          .selectFrom('identities')
          .select('last_interaction_at')
          .where('external_id', '=', oaUserId)
          .executeTakeFirstOrThrow()
      const before = await lastVisit()
      control().clock.advance('1m')
      await officerWrites(ward, 'ong-tu', 'Bác còn đó không ạ?')
      expect(await lastVisit()).toEqual(before)
    })

    it('leaves no word of theirs with us', async () => {
      await officerWrites(ward, 'ong-tu', 'Lời riêng của cán bộ')
      expect(await dumpEverything(ward)).not.toContain('Lời riêng của cán bộ')
    })
  })

  describe('ends the talk', () => {
    let resident: Resident
    beforeEach(async () => {
      resident = ward.resident('ba-sau')
      await resident.ask('gặp cán bộ')
      await officerWrites(ward, 'ba-sau', 'Dạ cháu nghe ạ')
      expect(await machineSays(ward, resident, QUESTION)).toEqual([])
    })

    const speaksAgain = async () => expect((await resident.ask(QUESTION)).text).toMatch(/giấy chứng sinh/i)

    it.each(['#xong', '# XONG', 'Bác mang theo bản chính nhé #xong.'])('with "%s"', async text => {
      await officerWrites(ward, 'ba-sau', text)
      await speaksAgain()
      const [last] = (await cases(ward, resident)).slice(-1)
      expect(last).toMatchObject({ closed_by: '#xong', outcome: 'answered', context: [], callback_phone: null })
    })

    it('through the list of cases', async () => {
      const { id } = await openCaseOf(ward, resident)
      const { status, answer } = await call<HandoffSummary>(
        ward,
        `/handoffs/${id}/close`,
        await newToken(ward, 'answerer'),
        {
          outcome: 'visited',
          note: 'đã tới, gọi lại số 0912345678',
        },
      )
      expect(status).toBe(200)
      expect(answer).toMatchObject({ state: 'closed', outcome: 'visited', hasPhone: false })
      await speaksAgain()
      const closed = (await cases(ward, resident)).find(one => one.id === id)
      expect(closed).toMatchObject({ closed_by: 'Cô Hạnh', note: 'đã tới, gọi lại số ⟨số điện thoại⟩' })
    })

    it('when the person turns to the machine', async () => {
      expect((await resident.ask('hỏi máy')).text).toMatch(/^Máy trả lời tiếp đây/)
      await speaksAgain()
      expect((await cases(ward, resident)).at(-1)).toMatchObject({ closed_by: 'person', outcome: 'answered' })
    })

    it('by leaving: twelve hours after the last message, not after the first', async () => {
      control().clock.advance('11h')
      await officerWrites(ward, 'ba-sau', 'Cháu đang hỏi giúp bác')
      control().clock.advance('11h')
      expect(await machineSays(ward, resident, QUESTION)).toEqual([])
      control().clock.advance('2h')
      await speaksAgain()
      await officerWrites(ward, 'ba-sau', '#xong')
    })

    it('for good: what they wrote before and Zalo reports late changes nothing', async () => {
      control().chaos.add({ target: 'webhook', effect: 'out_of_order', delayMs: 500, count: 1 })
      control().act.officer('ba-sau', 'Dạ chào bác')
      control().clock.advance('10s')
      await officerWrites(ward, 'ba-sau', '#xong')
      await speaksAgain()
    })

    it('and no newer one: a late #xong leaves the officer who has written since in charge', async () => {
      control().chaos.add({ target: 'webhook', effect: 'out_of_order', delayMs: 500, count: 1 })
      control().act.officer('ba-sau', '#xong')
      control().clock.advance('10s')
      await officerWrites(ward, 'ba-sau', 'Bác ơi, còn một giấy nữa')
      expect(await machineSays(ward, resident, QUESTION)).toEqual([])
      expect((await openCaseOf(ward, resident)).officer_at).not.toBeNull()
      await officerWrites(ward, 'ba-sau', '#xong')
    })

    it('once, however often Zalo delivers it', async () => {
      control().chaos.add({ target: 'webhook', effect: 'duplicate', times: 3, count: 2 })
      await officerWrites(ward, 'ba-sau', 'Dạ chào bác')
      await officerWrites(ward, 'ba-sau', '#xong')
      await speaksAgain()
      expect((await cases(ward, resident)).filter(({ closed_at }) => closed_at === null)).toEqual([])
    })
  })
})

describe('an officer and the machine writing at once', () => {
  beforeEach(async () => {
    ward = await openPinnedWard()
  })
  afterEach(() => ward.close())

  const holdSending = (until: Date | null) =>
    ward.db.updateTable('official_accounts').set({ sending_paused_until: until }).execute()

  it('do not talk over each other: what the machine was about to say is taken back', async () => {
    const resident = ward.resident('anh-nam')
    await resident.ask('gặp cán bộ')
    const heard = resident.heard().length
    await holdSending(new Date(momentAt(ward).getTime() + 3600_000))
    resident.write(QUESTION)
    await ward.emulator.control.idle(60)
    await officerWrites(ward, 'anh-nam', 'Chào anh')
    await holdSending(null)
    await ward.settle()
    expect(resident.heard().slice(heard)).toEqual(['Chào anh'])
    const withdrawn = await ward.db.selectFrom('deliveries').selectAll().where('state', '=', 'cancelled').execute()
    expect(withdrawn.map(({ reason }) => reason)).toEqual(['officer'])
  })

  it('keep their order: a question that follows the officer’s words is left to the officer', async () => {
    const resident = ward.resident('anh-nam')
    resident.write('gặp cán bộ')
    control().act.officer('anh-nam', 'Chào anh')
    resident.write(QUESTION)
    await ward.settle()
    expect(resident.heard().join()).not.toMatch(/giấy chứng sinh/i)
    expect((await openCaseOf(ward, resident)).officer_at).not.toBeNull()
  })
})
