/** At the counter, in a real browser: what to bring and what is missing, on paper, in three clicks; nothing is kept. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import jsQR from 'jsqr'
import type { Browser, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { findArea } from '../server/platform/areas/index.ts'
import { grantRole } from '../server/platform/people/index.ts'
import { bumpCatalogue, bumpTrust } from '../server/procedures/store.ts'
import { answersToFragment, resolveChecklist } from '../shared/checklists/index.ts'
import { findBarriers, openBrowser, openPhone } from './setup/browser.ts'
import { openDesk, PHONE, signInAtDesk } from './setup/desk.ts'
import { enrolFirst } from './setup/staff.ts'
import { until } from './setup/until.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const SHOTS = process.env.MOT_CUA_SHOTS
const PC = { width: 1366, height: 768 }
let ward: TestWard
let browser: Browser
let page: Page
let complaints: string[]
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard({ config: { trustProxy: 1 } }), openBrowser()])
  const admin = await enrolFirst(ward)
  ;({ page, complaints } = await openDesk(browser, ward.url))
  await signInAtDesk(page, admin)
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const shoot = (name: string) =>
  SHOTS ? page.screenshot({ path: `${SHOTS}/quay-${name}.png`, fullPage: true }) : Promise.resolve()
const open = async (path: string) => {
  await page.goto(`${ward.url}/console${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const pagesOf = async () => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return {
    count: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    width: Number(/\/MediaBox\s*\[0 0 (\d+)/.exec(pdf)?.[1]),
  }
}
const sheet = () => page.getByRole('article', { name: 'Tờ mang về' })

async function readCode(): Promise<string> {
  const picture = PNG.sync.read(await sheet().locator('svg').screenshot())
  return jsQR.default(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data ?? ''
}

async function fits(name: string) {
  for (const size of [PC, PHONE]) {
    await page.setViewportSize(size)
    await shoot(`${name}-${size.width}`)
    expect({ name, size, barriers: await findBarriers(page) }).toEqual({ name, size, barriers: [] })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize(PC)
}

describe('the counter', () => {
  it('finds a matter without marks, by keyboard alone, as the chat finds it', async () => {
    await open('/quay')
    await page.getByRole('list', { name: 'Hay hỏi nhất' }).waitFor()
    await fits('tim')
    await page.keyboard.type('lam giay khai sinh cho con')
    await page.getByRole('list', { name: 'Việc tìm thấy' }).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Khai sinh cho con')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Khai sinh cho con' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('gives the list in three clicks, with papers, place, hours, time, fee and how far to trust it', async () => {
    await open('/quay')
    await page.getByRole('link', { name: 'Khai sinh cho con', exact: true }).click()
    await page.getByRole('button', { name: 'Đăng ký quá hạn' }).or(page.locator('.cases button').nth(1)).first().click()
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await page.getByRole('button', { name: 'In tờ này' }).click()
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes')
    expect(new URL(page.url()).hash).toMatch(/^#truong-hop=/)
    const words = (await sheet().textContent()) ?? ''
    const { topic } = await (await fetch(`${ward.url}/api/procedures/khai-sinh`)).json()
    const card = await (await fetch(`${ward.url}/api/ward`)).json()
    for (const { name } of topic.cases[1].documents) expect(words).toContain(name)
    for (const wanted of [card.phone, card.address, 'Bao lâu', 'Lệ phí', 'Nguồn:', 'chưa kiểm tra lại'])
      expect(words).toContain(wanted)
    await fits('danh-sach')
  })

  it('carries a code that a phone reads: the permanent one, with the case behind the #', async () => {
    await open('/quay/khai-sinh')
    await page.locator('.cases button').nth(1).click()
    const read = await readCode()
    const { address } = await (await fetch(`${ward.url}/api/procedures/khai-sinh/link`)).json()
    expect(read).toBe(`${address}${new URL(page.url()).hash}`)
  })

  it('asks the guide’s own questions: the sheet is this person’s, and so is the list that its code opens on a phone', async () => {
    const sent: string[] = []
    page.on('request', request => sent.push(request.url()))
    // What the ward has of its own stands on paper and on the phone alike.
    const { id: area_id } = (await findArea(ward.db, 'phuong-mau')) ?? { id: '' }
    const facts = JSON.stringify({
      fee: { lines: [{ name: 'Lệ phí tại quầy mẫu', amount: 7321, per: null }], source: 'Nghị quyết mẫu' },
      hours: { text: 'Chỉ sáng thứ Ba', source: 'Thông báo mẫu' },
      place: { name: 'Nhà văn hóa mẫu', address: '5 đường Mẫu', source: 'Thông báo mẫu' },
      phone: { number: '0236 333 444', source: 'Thông báo mẫu' },
      form: { text: 'Mẫu riêng phát tại quầy', url: null, source: 'Thông báo mẫu' },
    })
    const part = { topic_key: 'ket-hon-nuoc-ngoai', area_id, facts, authors: ['thử'], edited_by: 'thử' }
    const now = new Date()
    await ward.db
      .insertInto('local_parts')
      .values({ ...part, state: 'published', edited_at: now, decided_at: now })
      .execute()
    await ward.db.transaction().execute(bumpCatalogue)
    const abroadNow = async () => (await fetch(`${ward.url}/api/procedures/ket-hon-nuoc-ngoai`)).json()
    await until('the local part', async () => Boolean((await abroadNow()).topic.local))
    const own = ['7.321 đồng', 'Chỉ sáng thứ Ba', 'Nhà văn hóa mẫu', '0236 333 444', 'Mẫu riêng phát tại quầy']
    await open('/quay/ket-hon')
    const { topic, revision } = await (await fetch(`${ward.url}/api/procedures/ket-hon`)).json()
    // Another guide holds the papers of this person.
    const abroad = await abroadNow()
    const questions = page.getByRole('region', { name: 'Hỏi để ra đúng giấy tờ' })
    const given: { question: string; option: string }[] = []
    for (const [question, option] of [
      ['hai-ben', 'nuoc-ngoai'],
      ['truoc-day', 'roi'],
      ['ly-hon-o-dau', 'co'],
    ]) {
      const asked = topic.checklist.questions.find(({ id }: { id: string }) => id === question)
      await questions.getByRole('heading', { name: asked.text }).waitFor()
      if (given.length === 1) await fits('cau-hoi')
      const { label } = asked.options.find(({ id }: { id: string }) => id === option)
      await questions.getByRole('button', { name: label, exact: true }).click()
      given.push({ question: question ?? '', option: option ?? '' })
    }
    while (await questions.getByRole('button', { name: 'Không rõ', exact: true }).isVisible()) {
      const name = await questions.getByRole('heading').textContent()
      const asked = topic.checklist.questions.find(({ text }: { text: string }) => text === name)
      given.push({ question: asked.id, option: asked.options[0].id })
      await questions.getByRole('button', { name: asked.options[0].label, exact: true }).click()
    }
    await questions.getByText('Đã hỏi đủ').waitFor()
    await fits('cau-hoi-xong')
    const { needed } = resolveChecklist(topic, Object.fromEntries(given.map(one => [one.question, one.option])), key =>
      key === 'ket-hon' ? topic : abroad.topic,
    )
    expect(needed.map(({ id }) => id)).toContain('trich-luc-ghi-chu-ly-hon')
    const words = (await sheet().textContent()) ?? ''
    for (const wanted of [...needed.map(({ name }) => name), ...own]) expect(words).toContain(wanted)
    expect(words).not.toContain('tra-loi')
    const read = await readCode()
    expect(read).toBe(`${ward.url}/app/thu-tuc/ket-hon/giay-to${answersToFragment(revision, given)}`)
    expect(sent.filter(url => url.includes('tra-loi') || url.includes('ly-hon-o-dau'))).toEqual([])
    const phone = await openPhone(browser)
    phone.page.on('request', request => sent.push(request.url()))
    await phone.page.goto(read)
    const list = phone.page.getByRole('article', { name: /^Giấy tờ cần mang/ })
    await list.waitFor()
    const shown = (await list.textContent()) ?? ''
    for (const wanted of [...needed.map(({ name }) => name), ...own]) expect(shown).toContain(wanted)
    expect(new URL(phone.page.url()).hash).toBe('')
    expect(sent.filter(url => url.includes('ly-hon-o-dau'))).toEqual([])
    await phone.page.close()
    await questions.getByRole('button', { name: 'Hỏi lại từ đầu' }).click()
    await questions.getByRole('heading', { name: topic.checklist.questions[0].text }).waitFor()
    expect(await readCode()).not.toContain('tra-loi')
  })

  it('leads on where another guide answers this person', async () => {
    await open('/quay/ket-hon')
    const { topic } = await (await fetch(`${ward.url}/api/procedures/ket-hon`)).json()
    const questions = page.getByRole('region', { name: 'Hỏi để ra đúng giấy tờ' })
    for (const label of [/^Hai người Việt/, /^Đã đăng ký với nhau/])
      await questions.getByRole('button', { name: label }).click()
    const { goTo, warning } = topic.checklist.rules.find(
      ({ when, goTo: to }: { goTo?: string; when: { in: string[] }[] }) =>
        to && when.some(one => one.in.includes('voi-nhau')),
    )
    expect(goTo).toBeTruthy()
    if (warning) await page.getByText(warning).waitFor()
    expect(await sheet().count()).toBe(0)
    await page.getByRole('link', { name: /^Việc này làm theo mục/ }).click()
    await page.waitForURL(`**/quay/${goTo}`)
  })

  it('tells of a guide that was not looked over in time only whom to ring, on the screen and on paper', async () => {
    const { db } = ward
    await db
      .insertInto('guide_care')
      .values({
        topic_key: 'khai-tu',
        review_on: '2020-01-01',
        withhold_on: '2020-02-01',
        set_by: 'thử',
        set_at: new Date(),
      })
      .execute()
    await db.transaction().execute(bumpTrust)
    const hidden = async () =>
      (await (await fetch(`${ward.url}/api/procedures/khai-tu`)).json()).topic.cases.length === 0
    await until('the guide to be withheld', hidden)
    await open('/quay/khai-tu')
    await page.getByText('quá hạn xem lại nên tạm không kể giấy tờ').waitFor()
    const words = (await sheet().textContent()) ?? ''
    const card = await (await fetch(`${ward.url}/api/ward`)).json()
    expect(words).toContain('đã quá hạn xem lại')
    expect(words).toContain(card.phone)
    expect(words).not.toMatch(/Giấy báo tử|Tờ khai/)
    expect(await page.getByRole('region', { name: 'Hỏi để ra đúng giấy tờ' }).count()).toBe(0)
    expect(await page.getByText('Giấy tờ còn thiếu').count()).toBe(0)
    await fits('tam-khong-hien')
    await db.deleteFrom('guide_care').where('topic_key', '=', 'khai-tu').execute()
    await db.transaction().execute(bumpTrust)
  })

  it('prints on one A4 sheet, and on few of A5', async () => {
    await open('/quay/khai-sinh')
    await sheet().waitFor()
    const small = await pagesOf()
    expect(small.width).toBeCloseTo(419, -1)
    expect(small.count).toBeLessThanOrEqual(3)
    await page.getByText('Giấy A4').click()
    const large = await pagesOf()
    expect(large.width).toBeCloseTo(595, -1)
    expect(large.count).toBeLessThanOrEqual(2)
  })
})

describe('the slip of what is missing', () => {
  it('says in large letters what, where, when to come back and whom to ring; on one sheet; kept nowhere', async () => {
    const asked: string[] = []
    await open('/quay/khai-sinh')
    page.on('request', request => request.method() !== 'GET' && asked.push(request.url()))
    await page.getByText('Giấy tờ còn thiếu').click()
    const boxes = page.getByRole('group', { name: 'Hồ sơ này còn thiếu giấy nào?' }).getByRole('checkbox')
    await boxes.nth(1).check()
    await page.getByLabel(/^Lấy ở đâu/).fill('Bệnh viện nơi sinh')
    await page.getByLabel('Ngày quay lại').fill('2027-01-03')
    await page.getByRole('alert').filter({ hasText: 'văn phòng nghỉ' }).waitFor()
    await page.getByLabel('Ngày quay lại').fill('2027-01-05')
    await fits('con-thieu')
    const slip = page.getByRole('article', { name: 'Phiếu giấy tờ còn thiếu' })
    const words = (await slip.textContent()) ?? ''
    const card = await (await fetch(`${ward.url}/api/ward`)).json()
    for (const wanted of ['Lấy ở: Bệnh viện nơi sinh', 'Thứ Ba, 05/01/2027', card.phone, 'chưa kiểm tra lại'])
      expect(words).toContain(wanted)
    expect(await slip.getByRole('listitem').count()).toBe(1)
    expect(await pagesOf()).toMatchObject({ count: 1 })
    expect(asked).toEqual([])
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
      'Bệnh viện',
    )
    await page.reload()
    await page.getByRole('article', { name: 'Tờ mang về' }).waitFor()
    expect(await page.getByText('Bệnh viện nơi sinh').count()).toBe(0)
    expect(complaints).toEqual([])
  })
})

describe('what the office keeps', () => {
  it('replies ready to be sent are written, survive a reload, and are saved', async () => {
    await open('/cho-tra-loi/cau-soan-san')
    await page.getByRole('button', { name: 'Thêm câu' }).click()
    await page
      .getByLabel(/^Tên câu/)
      .last()
      .fill('Hẹn chiều')
    await page
      .getByLabel(/^Lời câu/)
      .last()
      .fill('Mời bà con ghé chiều nay.')
    await page.reload()
    await page.getByText('Có thay đổi chưa lưu.').waitFor()
    await fits('cau-soan-san')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã lưu.').waitFor()
    const kept = await ward.db.selectFrom('canned_replies').select('title').execute()
    expect(kept.map(({ title }) => title)).toContain('Hẹn chiều')
  })

  it('the figures are shown to everybody only when the ward says so', async () => {
    expect((await fetch(`${ward.url}/api/figures`)).status).toBe(404)
    await open('/cau-hoi/so-lieu')
    await page.getByText('Đang tắt', { exact: false }).waitFor()
    await fits('so-lieu')
    await page.getByRole('switch').click()
    await page.getByText('Đang mở tại').waitFor()
    expect((await fetch(`${ward.url}/api/figures`)).status).toBe(200)
  })

  it('replies and figures are kept for that one of their areas which an officer with several chooses', async () => {
    const id = randomUUID()
    await ward.db.insertInto('areas').values({ id, level: 'ward', code: 'phuong-ben', name: 'Phường Bên' }).execute()
    const { person_id } = await ward.db.selectFrom('roles').select('person_id').executeTakeFirstOrThrow()
    await grantRole(ward.db, { personId: person_id, role: 'administrator', areaId: id, actor: 'thử' })
    await open('/cho-tra-loi/cau-soan-san')
    await page.getByLabel('Câu của').selectOption('Phường Bên')
    await page.getByText('Đang dùng câu có sẵn của máy.').waitFor()
    await page
      .getByLabel(/^Tên câu/)
      .first()
      .fill('Câu của phường bên')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã lưu.').waitFor()
    const kept = await ward.db.selectFrom('canned_replies').select(['area_id', 'title']).execute()
    expect(kept.filter(({ area_id }) => area_id === id).map(({ title }) => title)).toContain('Câu của phường bên')
    expect(kept.filter(({ area_id }) => area_id !== id).map(({ title }) => title)).toContain('Hẹn chiều')
    expect(await findBarriers(page)).toEqual([])
    await open('/cau-hoi/so-lieu')
    await page.getByRole('combobox', { name: 'Số liệu của' }).selectOption('Phường Bên')
    await page.getByRole('switch').click()
    await page.getByText('Đang mở tại').waitFor()
    await page.getByRole('combobox', { name: 'Số liệu của' }).selectOption('Phường Mẫu')
    await page.getByText('Đang mở tại').waitFor()
    await page.getByRole('switch').click()
    await page.getByText('Đang tắt', { exact: false }).waitFor()
    expect((await fetch(`${ward.url}/api/figures`)).status).toBe(404)
    await page.getByRole('combobox', { name: 'Số liệu của' }).selectOption('Phường Bên')
    await page.getByText('Đang mở tại').waitFor()
  })
})
