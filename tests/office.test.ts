/** The office's own answers: when it is open, which days it is closed, whom to call, and how officers keep all that. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { describeToday } from '../miniapp/content/office-hours.ts'
import { findArea, findOfficeOfArea, saveCalendar, seedWard } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { emptyCalendar, type OfficeCalendar, type OfficeSchedule } from '../shared/calendars.ts'
import { sampleWard } from '../shared/content/index.ts'
import type { OfficeDesk } from '../shared/office.ts'
import type { StaffRole } from '../shared/people.ts'
import type { OfficeChange } from '../shared/review/index.ts'
import type { WardCard } from '../shared/ward.ts'
import { createTestDatabase } from './setup/database.ts'
import { enrolFirst, type Officer } from './setup/staff.ts'
import { until } from './setup/until.ts'
import { openWard, type TestWard } from './setup/ward.ts'

/** A Wednesday morning. */
const NOW = '2026-11-25T09:00:00+07:00'
/** The ward is looked up again after two seconds. */
const SEEN_AFTER_MS = 2100

let ward: TestWard
/** The second person: only somebody who signed in agrees to another's words. */
let administrator: Officer
beforeAll(async () => {
  ward = await openWard({
    emulator: { settings: { oa: { plan: 'none' } } },
    zalo: { ratePerMinute: 6000 },
    config: { trustProxy: 1 },
  })
  administrator = await enrolFirst(ward)
})
afterAll(() => ward.close())
beforeEach(() => {
  ward.emulator.control.clock.set(NOW)
})

const ask = (text: string, key = 'ba-sau') => ward.resident(key).ask(text)

describe('a resident who asks when the office is open', () => {
  it.each([
    ['hôm nay phường có làm không', /Hôm nay, thứ Tư 25\/11\/2026: phường làm việc 7:30–11:30, 13:30–17:00/],
    ['bây giờ phường còn làm việc không ạ', /Bây giờ đang mở cửa, đến 11:30/],
    ['4h chiều nay phường còn làm không', /Hôm nay, thứ Tư 25\/11\/2026: phường làm việc/],
    ['mai co lam viec khong', /Ngày mai, thứ Năm 26\/11\/2026: phường làm việc/],
    ['mai ubnd co lam ko', /Ngày mai, thứ Năm 26\/11\/2026: phường làm việc/],
    ['chieu thu bay co lam khong', /Thứ Bảy 28\/11\/2026: phường nghỉ hằng tuần/],
    ['Sáng chủ nhật có ai trực ở phường không?', /Chủ nhật 29\/11\/2026: phường nghỉ hằng tuần/],
    ['thứ hai tuần sau phường mở cửa không', /Thứ Hai 30\/11\/2026: phường làm việc/],
    ['ngày 24 phường có làm không', /Thứ Năm 24\/12\/2026: phường làm việc/],
    ['24/12/2026 phường làm việc không', /Thứ Năm 24\/12\/2026: phường làm việc/],
    ['cuối tuần này phường có mở cửa không', /28\/11\/2026[\s\S]*29\/11\/2026/],
    ['may gio mo cua', /Thứ 2 đến thứ 6: 7:30–11:30, 13:30–17:00/],
    ['giờ làm việc của phường', /Giờ làm việc của Bộ phận Một cửa/],
  ])('"%s" hears it for the day that is meant', async (question, words) => {
    const answer = await ask(question)
    expect(answer.text).toMatch(words)
    expect(answer.text).toContain('Số 1 đường Ví Dụ')
    expect(answer.text).toContain('0200 000 001')
    expect(answer.buttons).toContain('Gọi 0200 000 001')
    expect([...(answer.messages[0] ?? '')].length).toBeLessThanOrEqual(600)
    expect(answer.text).not.toMatch(/\bbạn\b|quý khách/i)
  })

  it('outside the hours hears when it opens next, over weekend and holiday', async () => {
    ward.emulator.control.clock.set('2026-04-29T17:30:00+07:00')
    expect((await ask('bây giờ phường còn làm không')).text).toContain('mở lại 7:30 thứ Hai 04/05/2026')
    ward.emulator.control.clock.set('2026-11-25T12:00:00+07:00')
    expect((await ask('hôm nay phường có làm không')).text).toContain('Bây giờ đang đóng cửa, mở lúc 13:30')
  })

  it('of a holiday hears its name, of a working Saturday why it is worked', async () => {
    ward.emulator.control.clock.set('2026-08-20T09:00:00+07:00')
    expect((await ask('thứ bảy phường có làm việc không')).text).toMatch(
      /Thứ Bảy 22\/08\/2026: phường làm việc .*\(Làm bù ngày 31\/8\)/,
    )
    expect((await ask('2/9 phường có nghỉ không')).text).toMatch(/Thứ Tư 02\/09\/2026: phường nghỉ \(Quốc khánh 2\/9\)/)
  })

  it('may go on with another day for a while', async () => {
    await ask('mai phường có làm không', 'anh-nam')
    expect((await ask('còn chủ nhật?', 'anh-nam')).text).toContain('Chủ nhật 29/11/2026: phường nghỉ hằng tuần')
    ward.emulator.control.clock.advance('30m')
    expect((await ask('còn thứ năm?', 'anh-nam')).text).not.toContain('26/11/2026')
  })

  it('hears plainly that a year is not entered completely', async () => {
    expect((await ask('1/3/2027 phường có làm không')).text).toContain(
      'Lịch nghỉ năm 2027 phường chưa nhập đủ; gọi 0200 000 001 trước khi đi.',
    )
  })
})

describe('a resident who asks about days off', () => {
  it('hears from when to when, with the announcement it rests on', async () => {
    ward.emulator.control.clock.set('2026-02-01T09:00:00+07:00')
    const answer = await ask('tet nghi may ngay')
    expect(answer.text).toContain('từ thứ Bảy 14/02/2026 đến hết Chủ nhật 22/02/2026, 9 ngày')
    expect(answer.text).toContain('Mở lại 7:30 thứ Hai 23/02/2026')
    expect(answer.text).toContain('Thông báo 9441/TB-BNV')
  })

  it('hears of a holiday nobody has entered that it is not known', async () => {
    const answer = await ask('Tết này phường nghỉ từ ngày nào')
    expect(answer.text).toContain('Chưa có lịch nghỉ Tết Nguyên đán năm 2027')
    expect(answer.text).toContain('Lịch nghỉ năm 2027 phường chưa nhập đủ')
    expect(answer.text).not.toMatch(/\d\d\/02\/2027/)
  })

  it('sees what comes next, and which years are not complete', async () => {
    const answer = await ask('lịch nghỉ lễ của phường')
    expect(answer.text).toContain('Từ thứ Sáu 01/01/2027 đến hết Chủ nhật 03/01/2027: Tết Dương lịch')
    expect(answer.text).toContain('Lịch nghỉ năm 2026, 2027 phường chưa nhập đủ')
  })
})

describe('a question about paperwork', () => {
  it.each([
    'đăng ký kết hôn thứ bảy được không',
    'thứ bảy có làm căn cước không',
    'mai lam khai sinh duoc khong',
    'đăng ký kết hôn mất bao lâu',
    'nghỉ thai sản hưởng bảo hiểm xã hội thế nào',
  ])('"%s" is not taken for one about the office', async question => {
    const answer = await ask(question)
    expect(answer.text).not.toMatch(/phường (làm việc|nghỉ) |Giờ làm việc của|Sắp tới/)
  })
})

describe('a resident who asks for the numbers to call in need', () => {
  it.each([
    ['số cấp cứu là số mấy', '115'],
    ['so cuu hoa', '114'],
    ['số khẩn cấp', '115'],
  ])('"%s" hears all of them, the one asked for first', async (question, first) => {
    const { text, buttons } = await ask(question)
    expect(text.split('\n')[1]).toContain(first)
    for (const number of ['113', '114', '115', '0200 000 001']) {
      expect(text).toContain(number)
      expect(buttons.some(title => title.includes(number))).toBe(true)
    }
  })

  it('in danger hears the number before anything else', async () => {
    expect((await ask('nhà cháy rồi')).text).toMatch(/^Đang có cháy, có người mắc kẹt thì gọi ngay 114/)
  })
})

describe('a resident who wonders whether a message is genuine', () => {
  it.each([
    'Tin này có thật không?',
    'co phai phuong gui khong',
    'tin nhắn lừa đảo à',
    'có người gọi bảo cập nhật căn cước qua link',
    'ai đó tự xưng công an đòi mã otp',
  ])('"%s" hears how to tell, and whom to call', async question => {
    const { text, messages, buttons } = await ask(question, 'chi-lan')
    expect(text).toContain('Tin của phường chỉ gửi từ chính Zalo này')
    expect(text).toMatch(/không hỏi mật khẩu, mã OTP, không bảo chuyển tiền/)
    expect(text).toContain('0200 000 002 (Công an Phường Mẫu) hoặc 113')
    expect([...(messages[0] ?? '')].length).toBeLessThanOrEqual(600)
    expect(buttons).toEqual(expect.arrayContaining(['Gọi 0200 000 001', 'Gọi 0200 000 002', 'Gọi 113']))
  })

  it.each([
    'không nhận được tin nhắn otp của vneid',
    'quên mật khẩu dịch vụ công thì gọi điện cho ai',
    'tố cáo lừa đảo ở đâu',
  ])('"%s" is another question', async question => {
    expect((await ask(question, 'chi-lan')).text).not.toContain('chỉ gửi từ chính Zalo này')
  })
})

const SCHEDULE = '/api/areas/phuong-mau/office'
const closed: OfficeCalendar = {
  ...emptyCalendar,
  closures: [{ from: '2026-11-26', until: '2026-11-26', reason: 'diễn tập phòng cháy' }],
}

async function tokenFor(role: StaffRole, code: string): Promise<string> {
  const area = await findArea(ward.db, code)
  const expiresAt = new Date(Date.parse(NOW) + 365 * 24 * 3600_000)
  return createToken(ward.db, { role, areaId: area?.id ?? '', label: `${role} of ${code}`, expiresAt })
}

async function put(
  path: string,
  token: string,
  body: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${ward.url}${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

async function readSchedule(path = SCHEDULE): Promise<OfficeSchedule> {
  return (await fetch(`${ward.url}${path}`)).json()
}

/** As an editor does: reads, changes, and sends back what was read with the change. */
async function edit(path: string, token: string, change: object): ReturnType<typeof put> {
  const { revision = '0'.repeat(16) } = await readSchedule(path.replace(/\/(calendar|hours)$/, ''))
  return put(path, token, { ...change, revision })
}

async function readDesk(): Promise<OfficeDesk> {
  return (await administrator.call('GET', `${SCHEDULE}/desk`)).json()
}

async function listChanges(): Promise<string[]> {
  const changes: OfficeChange[] = await (await administrator.call('GET', '/api/review/office-changes')).json()
  return changes.map(({ id }) => id)
}

/** The second person, about the change that waits. */
async function decide(isAgreed = true, id?: string): Promise<Response> {
  const decided = id ?? (await listChanges())[0]
  const path = `/api/review/office-changes/${decided}/decide`
  return administrator.call('POST', path, { isAgreed, why: isAgreed ? null : 'chưa có thông báo' })
}

async function listActions(): Promise<string[]> {
  return (await ward.db.selectFrom('audit').select('action').execute()).map(({ action }) => action)
}

const settled = () => new Promise(resolve => setTimeout(resolve, SEEN_AFTER_MS))

describe('an officer', () => {
  it('enters a closure, and the chat and the front page tell it two seconds later', async () => {
    const editor = await tokenFor('editor', 'phuong-mau')
    expect((await edit(`${SCHEDULE}/calendar`, editor, { calendar: closed })).status).toBe(200)
    const front = async () => (await fetch(ward.url)).text()
    await until('the closure', async () => (await front()).includes('Thứ Năm 26/11/2026: diễn tập phòng cháy'))
    const { text } = await ask('mai phường có làm không')
    expect(text).toContain('Ngày mai, thứ Năm 26/11/2026: phường tạm nghỉ (diễn tập phòng cháy)')
    expect(text).toContain('Mở lại 7:30 thứ Sáu 27/11/2026')
    const audit = await ward.db
      .selectFrom('audit')
      .select(['actor', 'subject', 'detail'])
      .where('action', '=', 'office calendar written')
      .executeTakeFirst()
    expect(audit).toEqual({
      actor: 'editor of phuong-mau',
      subject: 'phuong-mau',
      detail: { before: emptyCalendar, after: closed },
    })
  })

  it('proposes another week: chat and Mini App tell it once a second person agrees, and not before', async () => {
    const hours = [...sampleWard.profile.openingHours, { weekday: 6, opens: '08:00', closes: '11:00' }]
    const proposed = await edit(`${SCHEDULE}/hours`, await tokenFor('editor', 'phuong-mau'), { hours, why: 'thử' })
    expect(proposed).toMatchObject({ status: 200, body: { waits: true, hours: sampleWard.profile.openingHours } })
    expect((await readDesk()).waitingHours).toMatchObject({ by: 'editor of phuong-mau', hours })
    await settled()
    expect((await ask('chiều thứ bảy phường có làm không')).text).toContain('28/11/2026: phường nghỉ hằng tuần')
    expect((await decide()).status).toBe(200)
    const readCard = async (): Promise<WardCard> => (await fetch(`${ward.url}/api/ward`)).json()
    await until('the new week', async () => (await readCard()).openingHours.some(({ weekday }) => weekday === 6))
    const { text } = await ask('chiều thứ bảy phường có làm không')
    expect(text).toContain('Thứ Bảy 28/11/2026: phường làm việc 8:00–11:00.')
    expect(text).toContain('Buổi chiều nghỉ.')
    const card = await readCard()
    expect(describeToday(card, new Date('2026-11-28T09:00:00+07:00')).state).toBe('Đang làm việc, đến 11:00')
    expect(await listActions()).toEqual(expect.arrayContaining(['office change proposed', 'office changed']))
  })

  it('may send other words in place of their own that wait; nobody else may', async () => {
    const [mine, theirs] = [await tokenFor('editor', 'phuong-mau'), await tokenFor('administrator', 'phuong-mau')]
    const evening = { weekday: 5, opens: '17:30', closes: '19:30' }
    const { hours } = await readSchedule()
    await edit(`${SCHEDULE}/hours`, mine, { hours: [...hours, evening] })
    const [first] = await listChanges()
    const foreign = await edit(`${SCHEDULE}/hours`, theirs, { hours: [] })
    expect(foreign).toMatchObject({ status: 409, body: { data: { reason: 'change_waiting' } } })
    await edit(`${SCHEDULE}/hours`, mine, { hours: [...hours, { ...evening, closes: '20:00' }] })
    // Whoever has the old words before their eyes agrees to nothing else.
    expect((await decide(true, first)).status).toBe(409)
    expect(await listChanges()).toHaveLength(1)
    expect((await decide(false)).status).toBe(200)
    await edit(`${SCHEDULE}/hours`, mine, { hours: [...hours, evening] })
    expect((await edit(`${SCHEDULE}/hours`, mine, { hours })).body).toMatchObject({ waits: false, hours })
    expect(await listChanges()).toEqual([])
  })

  it('finds no way around the second person: a season, a year, and a long closure wait as well', async () => {
    const editor = await tokenFor('editor', 'phuong-mau')
    const { own } = await readSchedule()
    const closure = (until: string) => ({ from: '2026-12-01', until, reason: 'sửa trụ sở' })
    const short = closure('2026-12-14')
    const long = { from: '2027-03-01', until: '2027-03-15', reason: 'sửa trụ sở' }
    const telling = { ...short, reason: 'nghỉ, hỏi anh số 0905 123 456' }
    const refused = await edit(`${SCHEDULE}/calendar`, editor, {
      calendar: { ...own, closures: [...own.closures, telling] },
    })
    expect(refused).toMatchObject({ status: 400, body: { data: { reason: 'personal_data' } } })
    const whole = {
      years: [{ year: 2027, source: 'Thông báo mẫu', complete: true, days: [] }],
      seasons: [{ from: '2026-11-01', until: '2027-03-31', name: 'giờ mùa đông', hours: [] }],
      closures: [...own.closures, short, long],
    }
    const written = await edit(`${SCHEDULE}/calendar`, editor, { calendar: whole })
    const alone = { ...own, closures: [...own.closures, short] }
    expect(written).toMatchObject({ status: 200, body: { waits: true, own: alone } })
    const concerns = await (await administrator.call('GET', '/api/office/concerns')).json()
    expect(concerns).toMatchObject([
      {
        openYears: [2026, 2027],
        published: expect.arrayContaining([expect.objectContaining({ by: 'editor of phuong-mau' })]),
      },
    ])
    expect((await decide()).status).toBe(200)
    expect((await readSchedule()).own).toEqual({ ...whole })
    expect(
      (await edit(`${SCHEDULE}/calendar`, editor, { calendar: { ...whole, closures: own.closures } })).status,
    ).toBe(200)
    await edit(`${SCHEDULE}/calendar`, editor, { calendar: own })
    expect((await decide()).status).toBe(200)
    expect((await readSchedule()).own).toEqual(own)
    // Two short closures, one after the other, are a long one.
    const rows = [closure('2026-12-10'), { ...closure('2026-12-20'), from: '2026-12-11' }]
    const joined = await edit(`${SCHEDULE}/calendar`, editor, {
      calendar: { ...own, closures: [...own.closures, ...rows] },
    })
    expect(joined).toMatchObject({ status: 200, body: { waits: true, own } })
    expect((await edit(`${SCHEDULE}/calendar`, editor, { calendar: own })).body).toMatchObject({ waits: false })
    expect(await listChanges()).toEqual([])
  })

  it('never overwrites what somebody else has entered meanwhile', async () => {
    const [mine, theirs] = [await tokenFor('editor', 'phuong-mau'), await tokenFor('administrator', 'phuong-mau')]
    const { revision, own } = await readSchedule()
    const renamed = { ...closed, closures: closed.closures.map(one => ({ ...one, reason: 'kiểm kê' })) }
    const edits = [
      [mine, { ...renamed, seasons: [] }],
      [theirs, { ...renamed, closures: [] }],
    ] as const
    const both = await Promise.all(
      edits.map(([token, calendar]) => put(`${SCHEDULE}/calendar`, token, { calendar, revision })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'CONFLICT' })
    const winner = edits[both.findIndex(({ status }) => status === 200)]?.[1]
    expect((await readSchedule()).own).toEqual(winner)
    const late = await put(`${SCHEDULE}/hours`, mine, { hours: [], revision })
    expect(late.status).toBe(409)
    expect((await edit(`${SCHEDULE}/calendar`, theirs, { calendar: own })).status).toBe(200)
    expect((await readSchedule()).revision).toBe(revision)
    expect((await put(`${SCHEDULE}/calendar`, mine, { calendar: own })).status).toBe(400)
  })

  it('is refused what cannot be: a day that does not exist, hours that overlap, an office where there is none', async () => {
    const editor = await tokenFor('editor', 'phuong-mau')
    const before = await readSchedule()
    const wrong = { ...emptyCalendar, closures: [{ from: '2026-02-30', until: '2026-02-30', reason: 'x' }] }
    const overlapping = [
      { weekday: 1, opens: '07:30', closes: '11:30' },
      { weekday: 1, opens: '11:00', closes: '17:00' },
    ]
    for (const refused of [
      await edit(`${SCHEDULE}/calendar`, editor, { calendar: wrong }),
      await edit(`${SCHEDULE}/hours`, editor, { hours: overlapping }),
      await edit('/api/areas/phuong-mau-to-1/office/calendar', editor, { calendar: emptyCalendar }),
    ]) {
      expect(refused).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } })
    }
    expect((await edit('/api/areas/khong-co/office/calendar', editor, { calendar: emptyCalendar })).status).toBe(404)
    expect(await readSchedule()).toEqual(before)
  })

  it('keeps only offices of their own area; what the city enters, its wards inherit', async () => {
    const cityId = randomUUID()
    await ward.db
      .insertInto('areas')
      .values({ id: cityId, level: 'city', code: 'thanh-pho', name: 'Thành phố' })
      .execute()
    await ward.db
      .insertInto('areas')
      .values({ id: randomUUID(), level: 'ward', code: 'phuong-khac', name: 'Phường Khác', parent_id: cityId })
      .execute()
    await ward.db.updateTable('areas').set({ parent_id: cityId }).where('code', '=', 'phuong-mau').execute()
    const [ofCity, ofWard, ofOther] = await Promise.all([
      tokenFor('editor', 'thanh-pho'),
      tokenFor('editor', 'phuong-mau'),
      tokenFor('editor', 'phuong-khac'),
    ])
    const day = (name: string) => ({ kind: 'off' as const, date: '2027-02-08', name })
    const of2027 = (name: string): OfficeCalendar => ({
      ...emptyCalendar,
      years: [{ year: 2027, source: 'Thông báo của thành phố', complete: true, days: [day(name)] }],
    })
    expect((await edit(`${SCHEDULE}/calendar`, ofOther, { calendar: emptyCalendar })).status).toBe(403)
    expect((await edit('/api/areas/thanh-pho/office/calendar', ofWard, { calendar: emptyCalendar })).status).toBe(403)

    const ofCityYear = await edit('/api/areas/thanh-pho/office/calendar', ofCity, { calendar: of2027('Tết') })
    expect(ofCityYear).toMatchObject({ status: 200, body: { waits: true } })
    const save = (id: string, calendar: OfficeCalendar) =>
      ward.db.transaction().execute(tx => saveCalendar(tx, id, calendar))
    await save(cityId, of2027('Tết'))
    expect((await edit(`${SCHEDULE}/calendar`, ofWard, { calendar: closed })).status).toBe(200)
    const inherited = await readSchedule()
    expect(inherited.own).toEqual(closed)
    expect(inherited.calendar.years.map(({ year, complete }) => [year, complete])).toEqual([
      [2026, false],
      [2027, true],
    ])
    expect((await readDesk()).inherited.map(({ from, calendar }) => [from, calendar.years.length])).toEqual([
      [null, 2],
      ['Thành phố', 1],
    ])
    expect((await edit(`${SCHEDULE}/calendar`, ofCity, { calendar: of2027('Của phường') })).status).toBe(200)
    expect((await decide()).status).toBe(200)
    expect((await readSchedule()).calendar.years.at(-1)?.days).toEqual([day('Của phường')])
  })
})

describe('the ward file', () => {
  it('does not undo what an officer changed, unless that part of the file changed itself', async () => {
    const { db, close } = await createTestDatabase()
    try {
      const account = { oaId: '1', appId: '2' }
      const hours = [{ weekday: 1, opens: '08:00', closes: '11:00' }]
      const moved = { ...sampleWard.profile, address: 'Số 3 đường Khác' }
      const shorter = [{ weekday: 2, opens: '09:00', closes: '10:00' }]
      const entered = { ...closed, closures: [] }
      await seedWard(db, { ...sampleWard, calendar: closed }, account)
      expect((await findOfficeOfArea(db, sampleWard.code))?.own).toEqual(closed)
      const area = await findArea(db, sampleWard.code)
      await db.transaction().execute(async tx => {
        const profile = JSON.stringify({ ...sampleWard.profile, openingHours: hours })
        await tx.updateTable('areas').set({ profile }).where('code', '=', sampleWard.code).execute()
        await saveCalendar(tx, area?.id ?? '', entered)
      })

      await seedWard(db, { ...sampleWard, calendar: closed, profile: moved }, account)
      const kept = await findOfficeOfArea(db, sampleWard.code)
      expect(kept?.profile).toMatchObject({ address: 'Số 3 đường Khác', openingHours: hours })
      expect(kept?.own).toEqual(entered)

      await seedWard(db, { ...sampleWard, profile: { ...moved, openingHours: shorter } }, account)
      const changed = await findOfficeOfArea(db, sampleWard.code)
      expect(changed?.profile?.openingHours).toEqual(shorter)
      expect(changed?.own).toEqual(entered)
    } finally {
      await close()
    }
  })
})
