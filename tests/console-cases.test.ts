/** An afternoon at the desk, in a real browser: a case answered, a wording taught by two, the audit; axe finds nothing. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { openDesk, PHONE, signInAtDesk } from './setup/desk.ts'
import { openCaseOf } from './setup/handoffs.ts'
import { openApp } from './setup/phone.ts'
import { enrolFirst, inviteAndEnrol, type Officer } from './setup/staff.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const SHOTS = process.env.MOT_CUA_SHOTS
let ward: TestWard
let browser: Browser
let admin: Officer
let second: Officer
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([
    openWard({
      config: { trustProxy: 1 },
      emulator: { settings: { oa: { plan: 'none' }, messages: { received: false } } },
    }),
    openBrowser(),
  ])
  admin = await enrolFirst(ward)
  second = await inviteAndEnrol(ward, admin, {
    name: 'Lê Văn Dũng',
    role: 'reviewer',
    area: 'phuong-mau',
    username: 'dung.lv',
  })
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const shoot = (page: Page, name: string) =>
  SHOTS ? page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true }) : Promise.resolve()

async function at(officer: Officer, path: string, size?: { width: number; height: number }) {
  const desk = await openDesk(browser, ward.url, '/', size)
  await signInAtDesk(desk.page, officer)
  await desk.page.goto(`${ward.url}/console${path}`)
  await heading(desk.page, /./).waitFor()
  return desk
}

describe('a case', () => {
  it('is taken on and answered from the desk, and what was typed survives a reload', async () => {
    const resident = ward.resident('chi-lan')
    await resident.ask('Làm giấy khai sinh cho con cần gì?')
    await resident.ask('gặp cán bộ')
    const { id } = await openCaseOf(ward, resident)
    const { page, complaints } = await at(admin, '/cho-tra-loi')
    await page.getByRole('link', { name: /Xin gặp cán bộ/ }).click()
    await heading(page, 'Một việc đang chờ').waitFor()
    await page.getByRole('button', { name: 'Nhận việc này' }).click()
    await page.getByText('Mình đã nhận việc này.').waitFor()
    await page.getByText(/Hướng dẫn đang có cho câu/).waitFor()
    await page.getByRole('textbox', { name: 'Lời nhắn', exact: true }).fill('Chị mang giấy chứng sinh tới là được.')
    await page.reload()
    expect(await page.getByRole('textbox', { name: 'Lời nhắn', exact: true }).inputValue()).toBe(
      'Chị mang giấy chứng sinh tới là được.',
    )
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'mot-viec')
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await page.getByText(/Trần Thị Hoa.*qua Zalo/).waitFor()
    await ward.settle()
    expect(resident.heard().at(-1)).toBe('Chị mang giấy chứng sinh tới là được.')
    await page.goto(`${ward.url}/console/`)
    await page.getByText(/Tôi đã nhận: việc từ .*, chưa đóng/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(complaints).toEqual([])
    expect(id).not.toBe('')
    await page.close()
  })
})

describe('a question without an answer', () => {
  it('becomes a wording of an officer, and the machine’s once another agrees', async () => {
    await ward.resident('ba-sau').ask('xin phép nuôi trăn gấm trong nhà phải làm sao')
    const { page, complaints } = await at(admin, '/cau-hoi')
    await page.getByRole('link', { name: /nuôi trăn gấm/ }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'cau-hoi')
    await page.getByRole('link', { name: /nuôi trăn gấm/ }).click()
    await heading(page, 'Những câu giống nhau').waitFor()
    await page.getByLabel('Viết lại bằng lời của cán bộ').fill('ông Nguyễn Văn Tám nuôi trăn')
    await page.getByLabel('Thuộc hướng dẫn').selectOption('khai-tu')
    await page.getByRole('button', { name: 'Gửi người thứ hai duyệt' }).click()
    await page.getByText(/trông như tên người\. Bỏ đi/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'mot-cau-hoi')
    await page.getByLabel('Viết lại bằng lời của cán bộ').fill('Nuôi trăn gấm tại nhà')
    await page.getByLabel('Thuộc hướng dẫn').selectOption('-')
    await page.getByRole('button', { name: 'Gửi người thứ hai duyệt' }).click()
    await heading(page, 'Câu máy chưa trả lời được').waitFor()
    await page.goto(`${ward.url}/console/cau-hoi/day-may`)
    await page.getByText('Người khác phải duyệt câu của mình.').waitFor()
    // A refusal of the server is told as one in the browser's console.
    expect(complaints.filter(complaint => !/400/.test(complaint))).toEqual([])
    await page.close()

    const other = await at(second, '/', PHONE)
    const card = other.page.getByRole('region', { name: 'Câu chưa trả lời được' })
    await card.getByText('1 câu dạy máy').waitFor()
    await shoot(other.page, 'hom-nay-cau-hoi')
    await card.getByRole('link', { name: 'chờ duyệt' }).click()
    await other.page.getByText('Nuôi trăn gấm tại nhà').waitFor()
    expect(await findBarriers(other.page)).toEqual([])
    await shoot(other.page, 'day-may')
    await other.page.getByRole('button', { name: 'Đồng ý, dạy máy' }).press('Enter')
    await other.page.getByText(/Máy đã học/).waitFor()
    expect(other.complaints).toEqual([])
    await other.page.close()
  })
})

describe('questions about a matter that no guide has', () => {
  it('become the draft of a new guide, and are done with', async () => {
    await ward.resident('co-huong').ask('mượn lồng bắt khỉ hoang ở đâu vậy')
    const { page, complaints } = await at(admin, '/cau-hoi')
    await page.getByRole('link', { name: /lồng bắt khỉ/ }).click()
    await page.getByRole('button', { name: 'Viết hướng dẫn mới cho việc này' }).click()
    await page.getByLabel('Tên, như bà con hay gọi').fill('Mượn lồng bắt khỉ hoang')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click()
    await heading(page, 'Mượn lồng bắt khỉ hoang').waitFor()
    expect(new URL(page.url()).pathname).toBe('/console/huong-dan/muon-long-bat-khi-hoang')
    const draft = await ward.db
      .selectFrom('guide_drafts')
      .select('state')
      .where('topic_key', '=', 'muon-long-bat-khi-hoang')
      .execute()
    expect(draft).toEqual([{ state: 'draft' }])
    const settled = await ward.db
      .selectFrom('question_groups')
      .select('settled_as')
      .where('settled_as', '=', 'new_topic')
      .execute()
    expect(settled).toHaveLength(1)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the audit', () => {
  it('is filtered, says that it is whole, and is handed out as a file', async () => {
    const { page, complaints } = await at(admin, '/nhat-ky')
    await page.getByText(/Nhật ký nguyên vẹn/).waitFor()
    await page.getByLabel('Việc').selectOption('handoff replied')
    await page.getByRole('cell', { name: 'Trả lời bà con' }).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'nhat-ky')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải tệp bảng tính' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^nhat-ky-.*\.csv$/)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the figures for everybody', () => {
  it('say that the ward has not opened them, then show them with what is small hidden', async () => {
    const closed = await openApp(browser, ward.url, '/so-lieu')
    await closed.page.getByRole('heading', { level: 1, name: 'Phường chưa mở trang số liệu' }).waitFor()
    expect(await findBarriers(closed.page)).toEqual([])
    await closed.page.close()
    const opened = await admin.call('PUT', '/api/areas/phuong-mau/figures-setting', { isOn: true })
    expect(opened.status).toBe(200)
    const { page, complaints } = await openApp(browser, ward.url, '/so-lieu')
    await page.getByRole('heading', { level: 1, name: 'Máy trả lời đúng tới đâu' }).waitFor()
    await page.getByText(/Mỗi câu được giấu đi/).waitFor()
    expect(await page.getByText(/^Quá ít lượt/).count()).toBe(8)
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'so-lieu')
    expect(complaints).toEqual([])
    await page.close()
  })
})
