/** What goes wrong around a conversation: haste, old buttons, an officer at the same moment, people who leave, broken memory. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { sampleWard } from '../shared/content/index.ts'
import { until } from './setup/until.ts'
import { openWard, type TestWard, type WardOptions } from './setup/ward.ts'

/** Monday, half past eight in the morning at the ward. */
const MONDAY = '2026-11-23T01:30:00Z'
const HOUSEHOLD = 'tách hộ cần gì'
const THREE = [HOUSEHOLD, 'mất bao lâu', 'lệ phí']
const PAPERS = /^Giấy tờ tách hộ/
const TIME = /^Thời gian tách hộ/
const FEE = /^Lệ phí tách hộ/
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

let ward: TestWard
const control = () => ward.emulator.control
const now = () => new Date(control().clock.read().now)

async function open(options: WardOptions = {}): Promise<void> {
  ward = await openWard({
    emulator: { settings: { oa: { plan: 'none' } } },
    zalo: { ratePerMinute: 600_000 },
    ...options,
  })
  control().clock.set(MONDAY)
}

function newPerson() {
  const { key } = control().people.create({ name: 'Người hỏi' })
  return { key, ...ward.resident(key) }
}

/** What the machine said, without what an officer typed. */
function machineSaid(key: string): string[] {
  return control()
    .people.messages(key)
    .flatMap(({ from, adminId, text }) => (from === 'oa' && !adminId ? [text] : []))
}

/** The words of the answers alone: the notice at first contact may stand in a message of its own. */
const answersOf = (key: string) => machineSaid(key).filter(text => /\nNguồn: /.test(text))

const holdSending = (until: Date | null) =>
  ward.db.updateTable('official_accounts').set({ sending_paused_until: until }).execute()

const inAnHour = () => new Date(now().getTime() + 3600_000)

async function stateOf(oaUserId: string): Promise<unknown> {
  const row = await ward.db
    .selectFrom('conversations')
    .select('state')
    .where('oa_user_id', '=', oaUserId)
    .executeTakeFirst()
  return row?.state
}

describe('somebody in a hurry', () => {
  beforeAll(() => open())
  afterAll(() => ward.close())

  it('who writes three messages in the same second hears three answers, in order, each once', async () => {
    const people = Array.from({ length: 12 }, newPerson)
    // Nobody is answered before everybody has written: the messages of each wait side by side.
    await ward.db.transaction().execute(async tx => {
      await sql`lock table conversations`.execute(tx)
      for (const { key } of people) for (const text of THREE) control().act.text(key, text)
      await control().idle(60)
    })
    await ward.settle()
    for (const { key } of people)
      expect(answersOf(key)).toEqual([PAPERS, TIME, FEE].map(start => expect.stringMatching(start)))
  })

  it('who presses one button twice hears its answer twice, and the conversation goes on', async () => {
    const person = newPerson()
    await person.ask(HOUSEHOLD)
    control().act.press(person.key, 'Lệ phí')
    control().act.press(person.key, 'Lệ phí')
    await ward.settle()
    expect(answersOf(person.key).slice(1)).toEqual([expect.stringMatching(FEE), expect.stringMatching(FEE)])
    expect((await person.ask('mất bao lâu')).text).toMatch(TIME)
  })

  it('is answered once, however often and however late Zalo delivers a message again', async () => {
    const person = newPerson()
    await person.ask(HOUSEHOLD)
    const [event] = control()
      .webhook.log()
      .filter(one => one.event === 'user_send_text')
    await person.ask('đăng ký kết hôn ở đâu')
    const heard = machineSaid(person.key)
    for (const wait of ['1s', '1h', '1h']) {
      control().clock.advance(wait)
      await control().webhook.replay(event?.id ?? 0)
    }
    await ward.settle()
    expect(machineSaid(person.key)).toEqual(heard)
  })

  it('is not erased twice, nor asked again, when Zalo delivers the yes again', async () => {
    const person = newPerson()
    await person.ask('xóa dữ liệu của tôi')
    await person.ask('1')
    const [yes] = control()
      .webhook.log()
      .filter(one => one.event === 'user_send_text')
    const heard = machineSaid(person.key)
    await control().webhook.replay(yes?.id ?? 0)
    await ward.settle()
    expect(machineSaid(person.key)).toEqual(heard)
    expect(await ward.db.selectFrom('erasures').selectAll().execute()).toHaveLength(1)
  })
})

describe('a button of an old message', () => {
  beforeAll(() => open())
  afterAll(() => ward.close())

  const newest = (key: string) => control().people.messages(key).at(-1)?.id ?? ''

  async function pressOld(key: string, button: string | number, messageId: string): Promise<string> {
    const heard = machineSaid(key).length
    control().act.press(key, button, messageId)
    await ward.settle()
    return machineSaid(key).slice(heard).join('\n')
  }

  it('means what it meant, after other talk and after a month', async () => {
    const person = newPerson()
    await person.ask(HOUSEHOLD)
    const old = newest(person.key)
    await person.ask('đăng ký kết hôn cần gì')
    expect(await pressOld(person.key, 'Lệ phí', old)).toMatch(FEE)
    control().clock.advance('30d')
    expect(await pressOld(person.key, 'Lệ phí', old)).toMatch(FEE)
  })

  it('of a checklist that has been stopped begins that checklist anew, and says so', async () => {
    const person = newPerson()
    await person.ask('làm giấy khai sinh cần gì')
    await person.press('Giấy tờ của tôi')
    const first = newest(person.key)
    await person.press(0)
    const second = newest(person.key)
    expect((await person.ask('thôi')).text).toMatch(/Đã dừng/)
    expect(await pressOld(person.key, 0, second)).toMatch(/không còn được giữ.*Câu 1\//s)
    expect(await pressOld(person.key, 0, first)).toMatch(/Câu 2\//)
  })

  it('of a guide that is no longer published gets the office’s phone, not silence', async () => {
    const person = newPerson()
    await person.ask(HOUSEHOLD)
    const old = newest(person.key)
    await ward.db.updateTable('topic_revisions').set({ retired_at: now() }).where('topic_key', '=', 'tach-ho').execute()
    await sql`update settings set value = to_jsonb((value::text)::int + 1) where key = 'catalogue.revision'`.execute(
      ward.db,
    )
    await untilUnpublished('tach-ho')
    expect(await pressOld(person.key, 'Lệ phí', old)).toContain(sampleWard.profile.phone)
    expect((await person.ask('mất bao lâu')).text).not.toMatch(/tách hộ: 5 ngày/i)
  })

  async function untilUnpublished(key: string): Promise<void> {
    await until(`${key} withdrawn`, async () => !(await fetch(`${ward.url}/api/procedures/${key}`)).ok)
  }
})

describe('an officer and the machine', () => {
  const ROUNDS = 24
  const OTHER = 'đăng ký kết hôn ở đâu'

  beforeAll(() => open())
  afterAll(() => ward.close())

  /** What had left, or was in a sender's hands, in the moment in which the officer's message was noted. */
  async function goneWhenNoted(oaUserId: string): Promise<string[]> {
    const giveUpAt = Date.now() + 45_000
    for (;;) {
      const { rows } = await sql<{ officer_at: Date | null; gone: string[] }>`
        select officer_at, array(select d.id::text from deliveries d
          where d.recipient_id = c.oa_user_id and d.state in ('claimed', 'sending', 'sent')) as gone
        from conversations c where oa_user_id = ${oaUserId}
      `.execute(ward.db)
      if (rows[0]?.officer_at) return rows[0].gone
      if (Date.now() > giveUpAt) throw new Error('the officer was not noted')
    }
  }

  const sentTo = async (oaUserId: string) =>
    (
      await ward.db
        .selectFrom('deliveries')
        .select('id')
        .where('recipient_id', '=', oaUserId)
        .where('state', '=', 'sent')
        .execute()
    ).map(({ id }) => id)

  async function withdrawn(): Promise<number> {
    const rows = await ward.db.selectFrom('deliveries').select('id').where('reason', '=', 'officer').execute()
    return rows.length
  }

  it('never talk at once: in many rounds nothing leaves after the officer was noted', async () => {
    // Zalo takes its time, so that answers wait behind one another.
    control().chaos.add({ target: 'message', effect: 'slow', delayMs: 120 })
    const rounds = Array.from({ length: ROUNDS }, async (_, round) => {
      const person = newPerson()
      for (const text of THREE) person.write(text)
      await pause(round * 15)
      control().act.officer(person.key, 'Chào bác')
      const gone = await goneWhenNoted(person.oaUserId)
      person.write(OTHER)
      return { person, gone }
    })
    const ended = await Promise.all(rounds)
    control().chaos.clear()
    await ward.settle()
    expect(await withdrawn()).toBeGreaterThan(0)
    for (const { person, gone } of ended) {
      const sent = await sentTo(person.oaUserId)
      expect(sent.filter(id => !gone.includes(id))).toEqual([])
      expect(machineSaid(person.key)).toHaveLength(sent.length)
      expect(machineSaid(person.key).join()).not.toMatch(/kết hôn/)
    }
  })

  it('give way to each other again and again, and each question is answered by one of them', async () => {
    const person = newPerson()
    for (let round = 0; round < 3; round++) {
      expect((await person.ask(HOUSEHOLD)).text).toMatch(PAPERS)
      const heard = machineSaid(person.key).length
      control().act.officer(person.key, 'Dạ em trả lời ạ')
      person.write(HOUSEHOLD)
      control().act.officer(person.key, '#xong')
      await ward.settle()
      expect(machineSaid(person.key)).toHaveLength(heard)
    }
  })
})

describe('somebody who leaves in the middle of a talk', () => {
  beforeAll(() => open())
  afterAll(() => ward.close())

  it('is sent nothing more, not even the answer that was on its way', async () => {
    const person = newPerson()
    control().act.follow(person.key)
    await ward.settle()
    const heard = machineSaid(person.key)
    await holdSending(inAnHour())
    person.write(HOUSEHOLD)
    await control().idle(60)
    control().act.unfollow(person.key)
    await ward.settle()
    await holdSending(null)
    await ward.settle()
    expect(machineSaid(person.key)).toEqual(heard)
    const withdrawn = await ward.db.selectFrom('deliveries').select('reason').where('state', '=', 'cancelled').execute()
    expect(new Set(withdrawn.map(({ reason }) => reason))).toEqual(new Set(['left']))
  })

  it('is answered when they write again, and finds the checklist where it was', async () => {
    const person = newPerson()
    control().act.follow(person.key)
    await ward.settle()
    await person.ask('làm giấy khai sinh cần gì')
    await person.press('Giấy tờ của tôi')
    expect((await person.press(0)).text).toMatch(/Câu 2\//)
    const before = await stateOf(person.oaUserId)
    control().act.unfollow(person.key)
    await ward.settle()
    expect(await stateOf(person.oaUserId)).toEqual(before)
    expect((await person.ask('1')).text).toMatch(/Câu 3\//)
  })
})

describe('what is remembered of a conversation', () => {
  beforeAll(() => open())
  afterAll(() => ward.close())

  const remember = (oaUserId: string, state: unknown) =>
    sql`update conversations set state = ${JSON.stringify(state)}::jsonb where oa_user_id = ${oaUserId}`.execute(
      ward.db,
    )

  it.each([
    ['an empty record', {}],
    ['a word', 'tach-ho'],
    ['a list', [1, 2, 3]],
    ['nothing', null],
    ['another program’s', { version: 7, step: 'ask_name', slots: { name: 'An' } }],
    ['choices of another shape', { choices: { offered: [{ label: 1 }], at: 'hôm qua' } }],
    ['a moment that never was', { topic: { key: 'tach-ho', at: '2026-02-31T99:00:00Z' } }],
    ['lines that are no lines', { talk: { at: MONDAY, recent: [42] } }],
  ])('is forgotten when it is %s', async (_, state) => {
    const person = newPerson()
    await person.ask(HOUSEHOLD)
    await remember(person.oaUserId, state)
    expect((await person.ask('đăng ký kết hôn ở đâu')).text).toMatch(/^Nơi đăng ký kết hôn/m)
    expect((await person.ask('mất bao lâu')).text).toMatch(/^Thời gian đăng ký kết hôn/)
  })

  it('of a guide that does not exist is passed over', async () => {
    const person = newPerson()
    await person.ask(HOUSEHOLD)
    const state = JSON.parse(JSON.stringify(await stateOf(person.oaUserId)).replaceAll('tach-ho', 'khong-co'))
    const checklist = { topic: 'khong-co', revision: 1, answers: { a: 'b' }, from: null }
    const until = inAnHour().toISOString()
    await remember(person.oaUserId, {
      ...state,
      memory: { checklists: { value: checklist, until }, la: { value: 1, until } },
    })
    expect((await person.ask('mất bao lâu')).text).toContain(sampleWard.profile.phone)
    expect((await person.ask('tách hộ mất bao lâu')).text).toMatch(TIME)
  })
})
