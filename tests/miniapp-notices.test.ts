/** A resident reads notices on the phone: inbox, one notice, answers, choices; signed in or not, with a network or not. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import type { Notice, NoticePlan } from '../shared/notices/index.ts'
import { openBrowser } from './setup/browser.ts'
import { barriersOf, goTo, keepPicture, openSignedIn } from './setup/notice-phones.ts'
import { type Caller, HOOD, type NoticeWard, openNoticeWard } from './setup/notices.ts'
import { openApp } from './setup/phone.ts'
import { buildPackage, openZapp, PUBLIC_URL } from './setup/zapp.ts'

let ward: NoticeWard
let browser: Browser
let remove = (): void => undefined
let meeting: Notice
let power: Notice
let member: Caller
beforeAll(async () => {
  const built = buildPackage()
  remove = built.remove
  ;[ward, browser] = await Promise.all([
    openNoticeWard({
      emulator: { settings: { oa: { plan: 'none' } }, miniAppFolder: built.folder },
      config: { publicUrl: PUBLIC_URL },
    }),
    openBrowser(),
  ])
  member = await ward.member('ba-sau')
  power = await ward.send({
    kind: 'utilities',
    urgency: 'urgent',
    rsvp: 'none',
    template: 'cat-dien',
    fields: { title: 'Tạm ngừng cấp điện', what: 'Điện lực sửa trạm biến áp.', who: null, phone: null, until: '22:00' },
  })
  meeting = await ward.send()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await ward?.close()
  remove()
})

const pathOf = ({ code }: { code: string }) => `/thong-bao/${code.slice(3).toLowerCase()}`
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const row = (page: Page, name: RegExp) => page.getByRole('link', { name })

async function correct(notice: Notice, place: string): Promise<Notice> {
  const { body } = await ward.leader.post<Notice>(`/api/notices/${notice.id}/correct`, { requestKey: randomUUID() })
  const draft = { ...body.draft, fields: { ...body.draft.fields, place } }
  const edited = await ward.leader.put<Notice>(`/api/notices/${body.id}`, { version: body.version, draft })
  await ward.submit(edited.body, { isConfirmed: true })
  await ward.approve(edited.body)
  return ward.untilSent(edited.body.id)
}

describe('the inbox', () => {
  it('shows what is new, finds without marks, and knows what was opened', async () => {
    const { page, complaints } = await openSignedIn(browser, ward, 'ba-sau', '/thong-bao')
    await row(page, /Mời họp tổ dân phố/).waitFor()
    expect(await row(page, /Mới.*(Mời họp|Tạm ngừng)/).count()).toBe(2)
    await page.getByRole('button', { name: 'Chưa đọc (2)' }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'inbox')
    await page.getByRole('textbox', { name: 'Tìm trong thông báo' }).fill('ngung cap dien')
    await row(page, /Mời họp/).waitFor({ state: 'detached' })
    await row(page, /TIN GẤP.*Tạm ngừng cấp điện/).click()
    await page.getByRole('heading', { level: 1, name: 'Tạm ngừng cấp điện' }).waitFor()
    await page.waitForLoadState('networkidle')
    await page.getByRole('link', { name: /Xem các thông báo khác/ }).click()
    await page.getByRole('button', { name: 'Chưa đọc (1)' }).click()
    await row(page, /Tạm ngừng/).waitFor({ state: 'detached' })
    await row(page, /Mới.*Mời họp/).waitFor()
    expect(await row(page, /Tạm ngừng/).count()).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('says so when nothing is found, and when the ward cannot be reached shows the last copy', async () => {
    const { page } = await openSignedIn(browser, ward, 'ba-sau', '/thong-bao')
    await row(page, /Mời họp/).waitFor()
    await page.getByRole('textbox', { name: 'Tìm trong thông báo' }).fill('xe cuu hoa')
    await page.getByText('Chưa thấy tin nào có “xe cuu hoa”').waitFor()
    expect(await barriersOf(page)).toEqual([])
    await page.route(`${PUBLIC_URL}/**`, route => route.abort())
    await goTo({ page } as never, ward, '/thong-bao')
    await page.getByText(/Đây là bản lưu trên máy/).waitFor()
    await row(page, /Mời họp/).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await row(page, /Mời họp/).click()
    await heading(page, 'Mời họp tổ dân phố').waitFor()
    await page.getByText(/Đây là bản lưu trên máy/).waitFor()
    await goTo({ page } as never, ward, '/thong-bao')
    await page.getByText(/Đây là bản lưu trên máy/).waitFor()
    await page.unroute(`${PUBLIC_URL}/**`)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.getByRole('button', { name: /^Chưa đọc/ }).waitFor()
    await page.getByText(/Đây là bản lưu trên máy/).waitFor({ state: 'detached' })
    await page.close()
  })
})

describe('one notice', () => {
  it('stands in large words with the lunar day, and leads to map, calendar and paper', async () => {
    const { page, complaints } = await openApp(browser, ward.url, pathOf(meeting))
    await page.getByRole('heading', { level: 1, name: 'Mời họp tổ dân phố' }).waitFor()
    await page.getByText('thứ Bảy 05/12/2026 (27/10 âm lịch)').waitFor()
    await page.getByText('19 giờ 30 đến 21 giờ').waitFor()
    await page.getByText(meeting.code).first().waitFor()
    expect(await page.getByRole('link', { name: 'Xem đường đi' }).getAttribute('href')).toContain('google.com/maps')
    const file = await page.getByRole('link', { name: 'Thêm vào lịch' }).getAttribute('href')
    expect(await (await fetch(ward.url + file)).text()).toContain('DTSTART:20261205T123000Z')
    await page.getByText(`“Tôi sẽ đi ${meeting.code}”`, { exact: false }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'notice')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('can be read again without a network once it was opened', async () => {
    const { page } = await openApp(browser, ward.url, pathOf(power))
    await page.getByRole('heading', { level: 1, name: 'Tạm ngừng cấp điện' }).waitFor()
    await page.getByRole('link', { name: /Xem các thông báo khác/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Thông báo của tổ, của phường' }).waitFor()
    await page.route('**/api/public-notices/**', route => route.abort())
    await page.clock.install()
    await page.clock.fastForward('10:00')
    await page.goBack()
    await page.getByText(/Đây là bản lưu trên máy/).waitFor()
    await page.getByRole('heading', { level: 1, name: 'Tạm ngừng cấp điện' }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await page.close()
  })

  it('of a family does not stay on the phone once it is over, and no other passes for valid', async () => {
    const funeral = await ward.send({ kind: 'funeral', rsvp: 'none', template: null, fields: { title: 'Báo tang' } })
    const { page } = await openApp(browser, ward.url, pathOf(funeral))
    await heading(page, 'Báo tang').waitFor()
    await page.goto(`${ward.url}/app${pathOf(meeting)}`)
    await heading(page, 'Mời họp tổ dân phố').waitFor()
    await page.route('**/api/public-notices/**', route => route.abort())
    await page.evaluate(() => {
      for (const [name, text] of Object.entries(localStorage))
        if (name.includes('answer.notice.'))
          localStorage.setItem(name, text.replace(/"expiresAt":"[^"]+"/, '"expiresAt":"2026-01-01T00:00:00Z"'))
    })
    await page.reload()
    await page.getByText('Tin này đã hết hạn; chỉ còn để xem lại.').waitFor()
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Báo tang')
    await page.goto(`${ward.url}/app${pathOf(funeral)}`)
    await page.getByText(/Chưa nối được/).waitFor()
    expect(await page.getByText('Báo tang').count()).toBe(0)
    await page.close()
  })

  it('takes an answer and a question, and shows what the leader replies', async () => {
    const { page, complaints } = await openSignedIn(browser, ward, 'ba-sau', pathOf(meeting))
    await page.getByRole('combobox', { name: 'Mấy người đi?' }).selectOption('3')
    await page.getByRole('button', { name: 'Tôi sẽ đi' }).click()
    await page.getByText('Đã báo tổ trưởng: sẽ đi.').waitFor()
    expect((await ward.counts(meeting.id)).answers).toMatchObject({ going: 1, goingPeople: 3 })
    await page.getByRole('button', { name: 'Không đi được' }).click()
    await page.getByText('Đã báo tổ trưởng: không đi được.').waitFor()
    expect((await ward.counts(meeting.id)).answers).toMatchObject({ going: 0, notGoing: 1 })
    await page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
    await page.getByText('Gõ câu hỏi rồi bấm Gửi.').waitFor()
    await page.getByRole('textbox', { name: 'Câu hỏi' }).fill('Có chỗ gửi xe không?')
    await page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
    await page.getByText('Chưa có trả lời.').waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'answers')
    const { body } = await ward.leader.get<{ questions: { id: string }[] }>(`/api/notices/${meeting.id}/answers`)
    await ward.leader.post(`/api/notices/${meeting.id}/answers/${body.questions[0]?.id}`, {
      text: 'Gửi xe ở sân trường.',
    })
    await page.reload()
    await page.getByText('Trả lời: Gửi xe ở sân trường.').waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('shows what a correction changed, and the old one leads to the new', async () => {
    const first = await ward.send({ fields: { title: 'Tổng vệ sinh tổ dân phố' } })
    const second = await correct(first, 'Sân trường tiểu học')
    const { page, complaints } = await openApp(browser, ward.url, pathOf(first))
    await page.getByRole('link', { name: `Xem bản mới, mã ${second.code}` }).click()
    await page.getByRole('heading', { level: 2, name: 'Đính chính' }).waitFor()
    expect(await page.locator('del').textContent()).toBe('Nhà văn hóa tổ 12')
    expect(await page.locator('ins').textContent()).toBe('Sân trường tiểu học')
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'correction')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('says when it was cancelled, when it ran out, and when no such code was ever given', async () => {
    const cancelled = await ward.send({ fields: { title: 'Vui Tết ở tổ' } })
    await ward.leader.post(`/api/notices/${cancelled.id}/correct`, { requestKey: randomUUID() })
    const { page } = await openApp(browser, ward.url, '/thong-bao/k7m2p')
    await page.getByRole('heading', { level: 1, name: 'Không có tin mang mã này' }).waitFor()
    await page.getByText(/hoặc đây là tin giả/).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await page.route('**/api/public-notices/**', async route => {
      const answer = await route.fetch()
      await route.fulfill({ json: { ...(await answer.json()), isExpired: true } })
    })
    await page.goto(`${ward.url}/app${pathOf(cancelled)}`)
    await page.getByText('Tin này đã hết hạn; chỉ còn để xem lại.').waitFor()
    expect(await page.getByRole('link', { name: 'Thêm vào lịch' }).count()).toBe(0)
    expect(await barriersOf(page)).toEqual([])
    await page.close()
  })
})

describe('what I want to be told', () => {
  it('keeps kinds and hours, and one press leaves a neighbourhood or takes it back', async () => {
    const { page, complaints } = await openSignedIn(browser, ward, 'ba-sau', '/thong-bao/cai-dat')
    await page.getByRole('checkbox', { name: 'Chó mèo, vật nuôi' }).uncheck()
    await page.getByRole('radio', { name: 'Giờ nghỉ của tôi' }).check()
    await page.getByLabel('Từ', { exact: true }).fill('20:00')
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'settings')
    await page.getByRole('button', { name: 'Lưu lựa chọn' }).click()
    await page.getByText('Đã lưu.', { exact: true }).waitFor()
    expect((await member.get('/api/inbox-preferences')).body).toMatchObject({
      mutedKinds: ['animals'],
      quiet: { from: '20:00', until: '06:30' },
    })
    await page.getByRole('button', { name: 'Rời Tổ dân phố 12' }).click()
    await page.getByText('Đã rời Tổ dân phố 12.').waitFor()
    expect((await member.get<unknown[]>('/api/places')).body).toEqual([])
    await page.getByRole('button', { name: 'Lấy lại' }).click()
    await page.getByRole('button', { name: 'Rời Tổ dân phố 12' }).waitFor()
    expect((await member.get('/api/places')).body).toMatchObject([{ area: HOOD }])
    expect(complaints).toEqual([])
    await page.close()
  })

  it('names the own door only where the register has it', async () => {
    await ward.administrator.put(`/api/areas/${HOOD}/houses`, { text: '12/1\n12/3' })
    const { page } = await openSignedIn(browser, ward, 'ba-sau', '/thong-bao/cai-dat')
    await page.getByRole('textbox', { name: 'Số nhà (không bắt buộc)' }).fill('99')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText(/Số nhà này chưa có trong danh sách của tổ/).waitFor()
    await page.getByRole('textbox', { name: 'Số nhà (không bắt buộc)' }).fill('12/3')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã lưu số nhà.').waitFor()
    expect((await member.get(`/api/areas/${HOOD}/own-house`)).body).toMatchObject({ house: '12/3' })
    await page.close()
  })
})

describe('notifications of the app', () => {
  const preferences = async () => (await member.get<{ notifications: boolean }>('/api/inbox-preferences')).body
  const persona = () => ward.emulator.control.people.find('ba-sau').miniApp

  it('are explained before Zalo asks, turned on, counted on by the plan, and turned off again', async () => {
    const { page, asked, complaints } = await openSignedIn(browser, ward, 'ba-sau', '/thong-bao/cai-dat')
    await row(page, /Báo qua ứng dụng này/).click()
    for (const name of ['Để làm gì', 'Phường biết gì', 'Bao lâu một tin', 'Muốn thôi'])
      await page.getByRole('heading', { level: 2, name }).waitFor()
    expect(await asked()).not.toContain('requestSendNotification')
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'notifications-off')
    await page.getByRole('button', { name: 'Bật báo tin' }).click()
    await page.getByText('Đã bật. Có tin mới thì điện thoại báo.').waitFor()
    expect(await asked()).toContain('requestSendNotification')
    expect([await preferences(), persona()]).toMatchObject([{ notifications: true }, { acceptsNotifications: true }])
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'notifications-on')

    // Long since they wrote to the ward's Zalo: only the app can tell them.
    await sql`update identities set last_interaction_at = null, following = false where kind = 'oa'`.execute(ward.db)
    const draft = await ward.compose()
    const plan = async () => (await ward.leader.get<NoticePlan>(`/api/notices/${draft.id}/plan`)).body
    expect(await plan()).toMatchObject({ channels: [{ channel: 'mini_app', people: 1 }], inboxOnly: [] })

    await page.getByRole('button', { name: 'Tắt báo tin' }).click()
    await page.getByText('Đã tắt. Tin vẫn nằm trong mục Thông báo.').waitFor()
    expect(await preferences()).toMatchObject({ notifications: false })
    expect(await plan()).toMatchObject({ channels: [], inboxOnly: [{ people: 1 }] })
    expect(complaints).toEqual([])
    await page.close()
  })

  it('stay off when Zalo is told no, and are not said to be on when the ward could not write it down', async () => {
    const { page } = await openSignedIn(browser, ward, 'ba-sau', '/cua-toi/bao-tin')
    const button = page.getByRole('button', { name: 'Bật báo tin' })
    await button.waitFor()
    await page.route('**/api/inbox-preferences', route =>
      route.request().method() === 'PUT' ? route.abort() : route.fallback(),
    )
    await button.click()
    await page.getByText(/máy của phường chưa ghi được/).waitFor()
    await page.evaluate(() => {
      const { motCuaBridge } = window as unknown as { motCuaBridge: { requestSendNotification(): Promise<void> } }
      motCuaBridge.requestSendNotification = () => Promise.reject({ code: -2002, message: 'User denied' })
    })
    await button.click()
    await page.getByText(/không đồng ý.*đổi ý thì bấm lại/).waitFor()
    expect(await preferences()).toMatchObject({ notifications: false })
    await page.close()
  })
})

describe('what was written back', () => {
  it('by an officer and by the leader lies in one place, marked until it was read', async () => {
    const resident = ward.resident('ba-sau')
    await resident.ask('gặp cán bộ')
    // Zalo lets the ward write no more: the officer's words go into the app.
    await sql`update identities set last_interaction_at = null where kind = 'oa'`.execute(ward.db)
    const [{ id } = { id: '' }] = (await ward.administrator.get<{ id: string }[]>('/api/handoffs')).body
    const text = 'Chào bà, hồ sơ đã xong.\nMời bà ghé nhận.'
    await ward.administrator.post(`/api/handoffs/${id}/replies`, { text, requestKey: randomUUID() })
    await member.post(`/api/inbox/${power.id}/answer`, { answer: { kind: 'question', text: 'Mấy giờ có điện lại?' } })
    const answers = `/api/notices/${power.id}/answers`
    const { body } = await ward.leader.get<{ questions: { id: string }[] }>(answers)
    await ward.leader.post(`${answers}/${body.questions.at(-1)?.id}`, { text: 'Chừng mười giờ đêm.' })

    const { page, complaints } = await openSignedIn(browser, ward, 'ba-sau', '/thong-bao')
    await row(page, /Trả lời của phường \(\d+ mới\)/).click()
    await heading(page, 'Trả lời của phường').waitFor()
    const item = (words: string) => page.getByRole('listitem').filter({ hasText: words })
    await item('Mời bà ghé nhận.').getByText('Mới', { exact: true }).waitFor()
    await item('Chừng mười giờ đêm.').getByText('Đã hỏi: Mấy giờ có điện lại?', { exact: false }).waitFor()
    await item('Chừng mười giờ đêm.').getByText('Mới', { exact: true }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'replies')
    // The ward knows by now that they were read; whoever reads them still sees which were new.
    await ward.until('the ward to know', async () =>
      (await member.get<{ isNew: boolean }[]>('/api/handoff-replies')).body.every(({ isNew }) => !isNew),
    )
    await item('Mời bà ghé nhận.').getByText('Mới', { exact: true }).waitFor()
    await row(page, /Xem các thông báo/).click()
    await row(page, /^Trả lời của phường/).waitFor()
    await row(page, /Trả lời của phường \(\d+ mới\)/).waitFor({ state: 'detached' })
    for (const path of ['/api/handoff-replies', '/api/notice-replies']) {
      const written = (await member.get<{ isNew: boolean }[]>(path)).body
      expect([path, written.length > 0, written.some(({ isNew }) => isNew)]).toEqual([path, true, false])
    }
    const { body: seen } = await ward.administrator.get<{ replies: { state: string }[] }>(`/api/handoffs/${id}`)
    expect(seen.replies).toMatchObject([{ state: 'opened' }])
    await row(page, /^Trả lời của phường/).click()
    await item('Mời bà ghé nhận.').waitFor()
    expect(await page.getByText('Mới', { exact: true }).count()).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('somebody who is not signed in', () => {
  it('joins by the code on the wall, reads what is for everybody, and nothing of theirs is sent', async () => {
    const zapp = await openZapp(browser, ward, `/thong-bao/to/${HOOD}`)
    const { page } = zapp
    await page.getByRole('button', { name: 'Nhận tin của Tổ dân phố 12' }).click()
    await page.getByText('Đã ghi Tổ dân phố 12 vào máy này.').waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'join')
    await page.getByRole('link', { name: /Xem tin của tổ/ }).click()
    await row(page, /Mời họp tổ dân phố/).waitFor()
    await page.getByRole('textbox', { name: 'Tìm trong thông báo' }).fill('cat dien')
    await page.getByText('Chưa thấy tin nào có “cat dien”.').waitFor()
    await page.getByRole('textbox', { name: 'Tìm trong thông báo' }).fill('ngung cap dien')
    await row(page, /Tạm ngừng cấp điện/).waitFor()
    expect(await barriersOf(page)).toEqual([])
    expect(zapp.calls.filter(({ authorization, cookie }) => authorization || cookie)).toEqual([])
    expect(zapp.calls.map(({ path }) => path)).toContain(`/api/areas/${HOOD}/notices`)
    expect(zapp.calls.filter(({ path }) => /inbox|places|session/.test(path))).toEqual([])
    await page.close()
  })

  it('finds the newest on the first page too', async () => {
    const { page, complaints } = await openApp(browser, ward.url, `/thong-bao/to/${HOOD}`)
    await page.getByRole('button', { name: 'Nhận tin của Tổ dân phố 12' }).click()
    await page.getByRole('link', { name: /Xem tin của tổ/ }).click()
    await page.getByRole('link', { name: 'Trang đầu' }).click()
    await page.getByRole('heading', { level: 2, name: 'Tin của tổ, của phường' }).waitFor()
    await row(page, /Mời họp tổ dân phố/).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'home')
    expect(complaints).toEqual([])
    await page.close()
  })
})
