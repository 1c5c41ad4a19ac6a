/** A person of the office is asked to take over: what people are told, who speaks, how it ends, what is kept of it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import pino from 'pino'
import { createHandoffs } from '../server/chatbot/handoffs/index.ts'
import { createWardDirectory, findArea } from '../server/platform/areas/index.ts'
import { createDeliveries } from '../server/platform/deliveries/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { isDistressed, readOfficerRequest } from '../shared/answering/index.ts'
import { composeHandoffOpened } from '../shared/answers/index.ts'
import type { OfficeCalendar } from '../shared/calendars.ts'
import { sampleWard } from '../shared/content/index.ts'
import type { Handoff, HandoffSummary } from '../shared/handoffs.ts'
import { idleEngine } from './setup/engine.ts'
import { openWard, type Resident, type TestWard } from './setup/ward.ts'

const PHONE = '0912 345 678'
/** Answered, never asked back. */
const QUESTION = 'Làm giấy khai sinh cho con cần gì?'
const WARD_PHONE = sampleWard.profile.phone
/** Friday, ten past eight in the morning at the ward. */
const FRIDAY_MORNING = '2026-11-20T01:10:00Z'

let ward: TestWard
const control = () => ward.emulator.control
const now = () => new Date(control().clock.read().now)

async function openPinnedWard(): Promise<TestWard> {
  const opened = await openWard({
    // Receipts of what an officer wrote match no delivery, and are looked at twice.
    emulator: { settings: { oa: { plan: 'none' }, messages: { received: false } } },
    zalo: { ratePerMinute: 6000 },
  })
  opened.emulator.control.clock.set(FRIDAY_MORNING)
  return opened
}

/** Another process of the same ward: its duties, without its sender. */
function openReplica() {
  const clock = { now }
  const log = pino({ level: 'silent' })
  const counted: string[] = []
  const house = {
    config: ward.config,
    db: ward.db,
    clock,
    log,
    readToken: async () => null,
    findWard: createWardDirectory(ward.db),
    ...idleEngine(ward.db, clock),
    count: (name: string, label = '') => void counted.push(`${name} ${label}`),
  }
  const deliveries = createDeliveries({ db: ward.db, channels: {}, clock, log })
  const handoffs = createHandoffs({ house, deliveries })
  const tick = async (name: string) => handoffs.ticks.find(one => one.name === name)?.run()
  return {
    counted,
    health: handoffs.health,
    escalate: () => tick('handoff escalation'),
    tidy: () => tick('handoff upkeep'),
  }
}

async function officerWrites(key: string, text: string): Promise<void> {
  control().act.officer(key, text)
  await ward.settle()
}

/** What the machine says to a message; nothing when it is silent. */
async function machineSays(resident: Resident, text: string): Promise<string[]> {
  const before = resident.heard().length
  resident.write(text)
  await ward.settle()
  return resident.heard().slice(before)
}

function cases(resident: Resident) {
  return ward.db.selectFrom('handoffs').selectAll().where('oa_user_id', '=', resident.oaUserId).orderBy('id').execute()
}

async function openCaseOf(resident: Resident) {
  const open = (await cases(resident)).find(({ closed_at }) => closed_at === null)
  if (!open) throw new Error('no case is open')
  return open
}

async function newToken(role: 'answerer' | 'viewer', areaCode = 'phuong-mau', label = 'Cô Hạnh'): Promise<string> {
  const area = await findArea(ward.db, areaCode)
  const expiresAt = new Date(now().getTime() + 3600_000)
  return createToken(ward.db, { role, areaId: area?.id ?? '', label, expiresAt })
}

async function call<Answer>(path: string, token: string, body?: object): Promise<{ status: number; answer: Answer }> {
  const response = await fetch(`${ward.url}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, answer: (await response.json()) as Answer }
}

async function dumpEverything(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(ward.db)
  const tables = await Promise.all(
    rows.map(({ name }) => sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(ward.db)),
  )
  return JSON.stringify(tables.map(table => table.rows))
}

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
      const opened = await openCaseOf(resident)
      expect(opened).toMatchObject({ reason: 'asked', topic_key: 'khai-sinh', officer_at: null })
      expect(JSON.stringify(opened.context)).toContain('khai sinh cho con, căn cước của tôi ⟨số định danh⟩')
      expect(JSON.stringify(opened.context)).toContain('cho tôi gặp người thật')
    })

    it('has one case a person, however often they ask', async () => {
      const resident = ward.resident('chi-lan')
      for (const text of ['gặp cán bộ', 'gap nhan vien', 'Gặp cán bộ']) await resident.ask(text)
      expect(await cases(resident)).toHaveLength(1)
    })

    it('is offered after two failures in a row, and comes after 👎', async () => {
      const resident = ward.resident('co-huong')
      await resident.ask('thời tiết ngày mai')
      expect((await resident.ask('kết quả bóng đá tối qua')).text).toMatch(/Đã báo cán bộ/)
      expect(await openCaseOf(resident)).toMatchObject({ reason: 'failures' })
      const other = ward.resident('em-minh')
      await other.ask('chứng thực bản sao ở đâu')
      expect((await other.ask('👎')).text).toMatch(/Đã báo cán bộ xem lại/)
      expect(await openCaseOf(other)).toMatchObject({ reason: 'thumbs_down' })
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
      await officerWrites('ong-tu', 'Chào bác, bác cần việc gì ạ?')
      expect(await machineSays(resident, QUESTION)).toEqual([])
      expect((await ward.resident('ba-sau').ask(QUESTION)).text).toMatch(/giấy chứng sinh/i)
      expect((await openCaseOf(resident)).officer_at).not.toBeNull()
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
      await officerWrites('ong-tu', 'Bác còn đó không ạ?')
      expect(await lastVisit()).toEqual(before)
    })

    it('leaves no word of theirs with us', async () => {
      await officerWrites('ong-tu', 'Lời riêng của cán bộ')
      expect(await dumpEverything()).not.toContain('Lời riêng của cán bộ')
    })
  })

  describe('ends the talk', () => {
    let resident: Resident
    beforeEach(async () => {
      resident = ward.resident('ba-sau')
      await resident.ask('gặp cán bộ')
      await officerWrites('ba-sau', 'Dạ cháu nghe ạ')
      expect(await machineSays(resident, QUESTION)).toEqual([])
    })

    const speaksAgain = async () => expect((await resident.ask(QUESTION)).text).toMatch(/giấy chứng sinh/i)

    it.each(['#xong', '# XONG', 'Bác mang theo bản chính nhé #xong.'])('with "%s"', async text => {
      await officerWrites('ba-sau', text)
      await speaksAgain()
      const [last] = (await cases(resident)).slice(-1)
      expect(last).toMatchObject({ closed_by: '#xong', outcome: 'answered', context: [], callback_phone: null })
    })

    it('through the list of cases', async () => {
      const { id } = await openCaseOf(resident)
      const { status, answer } = await call<HandoffSummary>(`/handoffs/${id}/close`, await newToken('answerer'), {
        outcome: 'visited',
        note: 'đã tới, gọi lại số 0912345678',
      })
      expect(status).toBe(200)
      expect(answer).toMatchObject({ state: 'closed', outcome: 'visited', hasPhone: false })
      await speaksAgain()
      const closed = (await cases(resident)).find(one => one.id === id)
      expect(closed).toMatchObject({ closed_by: 'Cô Hạnh', note: 'đã tới, gọi lại số ⟨số điện thoại⟩' })
    })

    it('when the person turns to the machine', async () => {
      expect((await resident.ask('hỏi máy')).text).toMatch(/^Máy trả lời tiếp đây/)
      await speaksAgain()
      expect((await cases(resident)).at(-1)).toMatchObject({ closed_by: 'person', outcome: 'answered' })
    })

    it('by leaving: twelve hours after the last message, not after the first', async () => {
      control().clock.advance('11h')
      await officerWrites('ba-sau', 'Cháu đang hỏi giúp bác')
      control().clock.advance('11h')
      expect(await machineSays(resident, QUESTION)).toEqual([])
      control().clock.advance('2h')
      await speaksAgain()
      await officerWrites('ba-sau', '#xong')
    })

    it('for good: what they wrote before and Zalo reports late changes nothing', async () => {
      control().chaos.add({ target: 'webhook', effect: 'out_of_order', delayMs: 500, count: 1 })
      control().act.officer('ba-sau', 'Dạ chào bác')
      control().clock.advance('10s')
      await officerWrites('ba-sau', '#xong')
      await speaksAgain()
    })

    it('and no newer one: a late #xong leaves the officer who has written since in charge', async () => {
      control().chaos.add({ target: 'webhook', effect: 'out_of_order', delayMs: 500, count: 1 })
      control().act.officer('ba-sau', '#xong')
      control().clock.advance('10s')
      await officerWrites('ba-sau', 'Bác ơi, còn một giấy nữa')
      expect(await machineSays(resident, QUESTION)).toEqual([])
      expect((await openCaseOf(resident)).officer_at).not.toBeNull()
      await officerWrites('ba-sau', '#xong')
    })

    it('once, however often Zalo delivers it', async () => {
      control().chaos.add({ target: 'webhook', effect: 'duplicate', times: 3, count: 2 })
      await officerWrites('ba-sau', 'Dạ chào bác')
      await officerWrites('ba-sau', '#xong')
      await speaksAgain()
      expect((await cases(resident)).filter(({ closed_at }) => closed_at === null)).toEqual([])
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
    await holdSending(new Date(now().getTime() + 3600_000))
    resident.write(QUESTION)
    await ward.emulator.control.idle(60)
    await officerWrites('anh-nam', 'Chào anh')
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
    expect((await openCaseOf(resident)).officer_at).not.toBeNull()
  })
})

describe('a case nobody answers', () => {
  beforeEach(async () => {
    ward = await openPinnedWard()
  })
  afterEach(() => ward.close())

  it('is said aloud once after a working day, by whichever of two processes comes first', async () => {
    const resident = ward.resident('ba-sau')
    const [one, other] = [openReplica(), openReplica()]
    control().clock.set('2026-11-19T01:10:00Z')
    await resident.ask('gặp cán bộ')
    expect((await one.health())[0]).toMatchObject({ colour: 'green', finding: expect.stringMatching(/^1 người/) })
    const heard = resident.heard().length
    const seq = control().people.messages('ba-sau').at(-1)?.seq ?? 0

    control().clock.set('2026-11-20T01:00:00Z')
    await one.escalate()
    expect(resident.heard()).toHaveLength(heard)
    expect((await one.health())[0]).toMatchObject({ colour: 'amber' })

    control().clock.set('2026-11-20T01:11:00Z')
    await Promise.all([one.escalate(), other.escalate()])
    await one.escalate()
    await control().people.reply('ba-sau', seq, 10_000)
    await ward.settle()
    expect(resident.heard().slice(heard)).toEqual([expect.stringContaining(WARD_PHONE)])
    expect(resident.heard().at(-1)).toMatch(/cán bộ vẫn chưa trả lời được/)
    expect([...one.counted, ...other.counted]).toEqual(['handoff escalated'])
    expect((await one.health())[0]).toMatchObject({ colour: 'red', nextStep: expect.stringMatching(/#xong/) })
  })

  it('is said aloud without a word to the person once Zalo’s 48 hours are over, or they left', async () => {
    const [late, gone] = [ward.resident('ba-sau'), ward.resident('anh-nam')]
    control().clock.set('2026-11-20T08:00:00Z')
    await late.ask('gặp cán bộ')
    // Monday noon; Tuesday is a holiday, so a working day is over half an hour before the 48 hours.
    control().clock.set('2026-11-23T05:00:00Z')
    control().act.follow('anh-nam')
    await gone.ask('gặp cán bộ')
    control().act.unfollow('anh-nam')
    await ward.settle()
    control().clock.set('2026-11-25T04:40:00Z')
    await openReplica().escalate()
    await ward.settle()
    expect((await openCaseOf(late)).escalated_at).not.toBeNull()
    expect((await openCaseOf(gone)).escalated_at).not.toBeNull()
    const written = ward.db.selectFrom('deliveries').select('request_key').where('request_key', 'like', 'handoff:%')
    expect(await written.execute()).toEqual([])
  })

  it('is not said aloud when an officer has written', async () => {
    const resident = ward.resident('ba-sau')
    await resident.ask('gặp cán bộ')
    await officerWrites('ba-sau', 'Chào bác')
    control().clock.advance('96h')
    const replica = openReplica()
    await replica.escalate()
    await replica.tidy()
    expect(replica.counted).toEqual(['handoff answered'])
    expect((await cases(resident)).at(-1)).toMatchObject({ closed_by: 'system', outcome: 'answered' })
  })

  it('ends with the messages it was opened from, and is removed in its turn', async () => {
    const resident = ward.resident('ba-sau')
    await resident.ask('gặp cán bộ')
    control().clock.advance('31d')
    const replica = openReplica()
    await replica.tidy()
    expect((await cases(resident))[0]).toMatchObject({ outcome: 'unanswered', context: [] })
    expect(replica.counted).toEqual(['handoff unanswered'])
    control().clock.advance('31d')
    await replica.tidy()
    expect(await cases(resident)).toEqual([])
  })
})

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
    const { id } = await openCaseOf(resident)
    const { answer } = await call<Handoff>(`/handoffs/${id}`, await newToken('answerer'))
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
    const dump = (await dumpEverything()).replace(/[ .]/g, '')
    expect(dump).not.toContain('0912345678')
    expect(dump).toContain('⟨sốgọilại⟩')
  })

  it('is not kept when nobody asked, when it comes too late, or when it was given to no case', async () => {
    await resident.ask('gặp cán bộ')
    await resident.ask(`gọi cho tôi số ${PHONE}`)
    expect((await openCaseOf(resident)).callback_phone).toBeNull()
    control().clock.advance('31m')
    expect((await resident.ask(PHONE)).text).toMatch(/chưa ghi được số/)
    expect((await openCaseOf(resident)).callback_phone).toBeNull()
    expect((await resident.ask(PHONE)).text).toMatch(/đã ghi số/)
    await ward.resident('ba-sau').ask(PHONE)
    expect(await cases(ward.resident('ba-sau'))).toEqual([])
  })

  it.each(['0912.345.678', '+84 912 345 678', '912345678', '0236 3 123 456', 'sđt của tôi là 0912345678 nhé'])(
    'is understood as "%s"',
    async written => {
      await resident.ask('gọi lại cho tôi')
      expect((await resident.ask(written)).text).toMatch(/đã ghi số/)
      expect(await phoneOf()).toMatch(/^0(912345678|2363123456)$/)
    },
  )

  it('that is too short is asked for again', async () => {
    await resident.ask('gọi lại cho tôi')
    expect((await resident.ask('0912 345')).text).toMatch(/chưa ghi được số/)
    expect((await resident.ask(PHONE)).text).toMatch(/đã ghi số/)
  })

  it('may be refused, and the case stays', async () => {
    await resident.ask('gọi lại cho tôi')
    expect((await resident.ask('dạ thôi không cần')).text).toMatch(/không cần cho số cũng được/)
    await resident.ask(PHONE)
    expect((await openCaseOf(resident)).callback_phone).toBeNull()
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
    expect(await cases(resident)).toEqual([])
    expect(await dumpEverything()).not.toContain(resident.oaUserId)
  })

  it('is not answered with a sealed text of another installation', async () => {
    await giveNumber()
    const { id } = await openCaseOf(resident)
    await ward.db.updateTable('handoffs').set({ callback_phone: 'v1.00000000.AAAA' }).where('id', '=', id).execute()
    expect(await phoneOf()).toBeNull()
  })

  it.each(['#xong', 'the list of cases', 'time'])('is gone when the case is closed by %s', async how => {
    await giveNumber()
    const { id } = await openCaseOf(resident)
    if (how === '#xong') await officerWrites(key, '#xong')
    else if (how === 'time') {
      control().clock.advance('31d')
      await openReplica().tidy()
    } else await call(`/handoffs/${id}/close`, await newToken('answerer'), { outcome: 'answered' })
    expect((await cases(resident)).find(one => one.id === id)).toMatchObject({
      callback_phone: null,
      callback_asked_at: null,
      closed_at: expect.any(Date),
    })
  })
})

describe('the list of cases', () => {
  beforeAll(async () => {
    ward = await openPinnedWard()
  })
  afterAll(() => ward.close())

  it('shows the most urgent first: escalated, then the longest waiting, then the closed ones', async () => {
    control().clock.set('2026-11-18T01:00:00Z')
    await ward.resident('ba-sau').ask('gặp cán bộ')
    control().clock.set('2026-11-19T02:00:00Z')
    await openReplica().escalate()
    await ward.resident('anh-nam').ask('gặp cán bộ')
    await officerWrites('anh-nam', '#xong')
    await ward.resident('chi-lan').ask('gặp cán bộ')
    control().clock.set('2026-11-19T03:00:00Z')
    await ward.resident('ong-tu').ask('gặp cán bộ')
    await officerWrites('chi-lan', 'Chào chị')
    const { answer } = await call<HandoffSummary[]>('/handoffs', await newToken('answerer'))
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
    const { id } = await openCaseOf(ward.resident('ba-sau'))
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
    const city = await newToken('answerer', 'thanh-pho-mau')
    expect((await call<HandoffSummary[]>('/handoffs', city)).answer.length).toBeGreaterThan(0)
    for (const code of ['phuong-khac', 'phuong-mau-to-1']) {
      const token = await newToken('answerer', code)
      expect((await call<HandoffSummary[]>('/handoffs', token)).answer).toEqual([])
      expect((await call(`/handoffs/${id}`, token)).status).toBe(404)
      expect((await call(`/handoffs/${id}/close`, token, { outcome: 'answered' })).status).toBe(404)
    }
    expect((await call(`/handoffs/${id}`, await newToken('viewer'))).status).toBe(403)
  })

  it('writes down who read a telephone number, and not the number', async () => {
    const resident = ward.resident('co-huong')
    await resident.ask('gọi lại cho tôi')
    await resident.ask(PHONE)
    const { id } = await openCaseOf(resident)
    await call(`/handoffs/${id}`, await newToken('answerer', 'phuong-mau', 'Anh Dũng'))
    const lines = await ward.db.selectFrom('audit').selectAll().where('action', '=', 'handoff phone read').execute()
    expect(lines).toMatchObject([{ actor: 'Anh Dũng', subject: id, detail: {} }])
  })

  it('closes a case once', async () => {
    const { id } = await openCaseOf(ward.resident('ong-tu'))
    const token = await newToken('answerer')
    const close = () => call(`/handoffs/${id}/close`, token, { outcome: 'unreachable' })
    expect((await Promise.all([close(), close()])).map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await call(`/handoffs/${id}/close`, token, { outcome: 'maybe' })).status).toBe(400)
    expect((await call('/handoffs/999999', token)).status).toBe(404)
  })
})

describe('somebody at the end of their strength', () => {
  beforeAll(async () => {
    ward = await openPinnedWard()
  })
  afterAll(() => ward.close())

  it('hears a kind word, and an officer is told', async () => {
    const resident = ward.resident('ba-sau')
    const { text } = await resident.ask('khổ quá, không biết kêu ai nữa')
    expect(text).toMatch(/vất vả quá, phường xin chia sẻ[\s\S]*Đã báo cán bộ/)
    expect(text).toContain(WARD_PHONE)
    expect(await openCaseOf(resident)).toMatchObject({ reason: 'distress' })
  })

  it('is still answered what they asked', async () => {
    const resident = ward.resident('anh-nam')
    const { text } = await resident.ask('hành tôi đi lại mấy lần rồi, làm khai sinh cho con cần gì')
    expect(text).toMatch(/xin chia sẻ[\s\S]*giấy chứng sinh/i)
    expect(await openCaseOf(resident)).toMatchObject({ reason: 'distress' })
  })

  it.each([
    'khổ quá không biết kêu ai',
    'khong biet keu ai',
    'bế tắc quá rồi',
    'không ai giúp tôi',
    'tuyệt vọng',
    'tôi khóc',
    'hành tôi đi lại mấy lần',
    'tức quá',
  ])('sounds like "%s"', text => {
    expect(isDistressed(text)).toBe(true)
  })

  it.each([
    'thủ tục quá lâu',
    'thu tuc qua lau',
    'kho qua',
    'khổ giấy A4',
    'thi hành án dân sự',
    'phải đi lại mấy lần mới xong',
    'không biết làm sao để đăng ký',
  ])('does not sound like "%s"', text => {
    expect(isDistressed(text)).toBe(false)
  })
})

describe('the promised hour', () => {
  const known: OfficeCalendar = {
    years: [
      {
        year: 2026,
        source: 'thử',
        complete: true,
        days: [{ kind: 'off', date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' }],
      },
    ],
    seasons: [],
    closures: [],
  }
  const open: OfficeCalendar = { ...known, years: known.years.map(year => ({ ...year, complete: false })) }
  const told = async (at: string, calendar: OfficeCalendar) => {
    const { findDue } = await import('../server/chatbot/handoffs/due.ts')
    const moment = new Date(`${at}:00+07:00`)
    const about = { ward: sampleWard.profile, addressing: null, now: moment }
    const [message] = composeHandoffOpened({
      ...about,
      due: findDue(sampleWard.profile, calendar, moment),
      reason: 'asked',
    })
    return /tại đây (.*)\.$/m.exec(message?.text ?? '')?.[1]
  }

  it.each([
    ['2026-11-20T08:10', 'trước 11 giờ sáng nay'],
    ['2026-11-20T08:00', 'trước 10 giờ sáng nay'],
    ['2026-11-20T10:00', 'trước 14 giờ hôm nay'],
    ['2026-11-20T12:00', 'trước 16 giờ hôm nay'],
    ['2026-11-19T20:00', 'trước 10 giờ sáng mai'],
    ['2026-11-19T16:00', 'trước 9 giờ sáng mai'],
    ['2026-11-20T16:20', 'trước 9 giờ sáng thứ Hai (23/11)'],
    ['2026-11-21T09:00', 'trước 10 giờ sáng thứ Hai (23/11)'],
    ['2026-11-23T16:30', 'trước 9 giờ sáng thứ Tư (25/11)'],
  ])('at %s is "%s"', async (at, words) => {
    expect(await told(at, known)).toBe(words)
  })

  it('comes with its condition while the year’s holidays are not all known, and not for today', async () => {
    expect(await told('2026-11-20T16:20', open)).toBe('trước 9 giờ sáng thứ Hai (23/11), nếu hôm đó không nghỉ lễ')
    expect(await told('2026-11-20T08:00', open)).toBe('trước 10 giờ sáng nay')
  })

  it('is none where nothing of the year is known', async () => {
    expect(await told('2027-03-01T08:00', known)).toBe('trong giờ làm việc')
    expect(await told('2026-12-31T16:30', known)).toBe('trong giờ làm việc')
  })
})
