/** Duyệt nhanh, Xem lại and Văn bản at the desk, in a real browser: by keys, on the phone, without a network. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { openDesk, PHONE, signInAtDesk } from './setup/desk.ts'
import { enrolFirst, inviteAndEnrol, type Officer } from './setup/staff.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const SHOTS = process.env.MOT_CUA_SHOTS

let ward: TestWard
let browser: Browser
let admin: Officer
let reviewer: Officer
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard({ config: { trustProxy: 1 } }), openBrowser()])
  // A year whose next one is among the days that everybody starts from.
  ward.emulator.control.clock.set('2026-12-01T09:00:00+07:00')
  admin = await enrolFirst(ward)
  reviewer = await inviteAndEnrol(ward, admin, {
    ...{ name: 'Mai Duyệt', role: 'reviewer', area: 'phuong-mau', username: 'mai.duyet' },
  })
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const shoot = (page: Page, name: string) =>
  SHOTS ? page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true }) : Promise.resolve()
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const countAnswers = async () => (await ward.db.selectFrom('review_answers').select('answer').execute()).length

async function atDesk(path: string, size?: { width: number; height: number }) {
  const desk = await openDesk(browser, ward.url, '/', size)
  await signInAtDesk(desk.page, reviewer)
  await desk.page.goto(`${ward.url}/console${path}`)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  return desk
}

describe('the review sprint', () => {
  it('puts an office right in its form, for a second person to agree to', async () => {
    const { page } = await atDesk('/duyet-nhanh', PHONE)
    await page.getByRole('heading', { name: 'Địa chỉ, điện thoại và giờ nhận này có đúng không?' }).waitFor()
    await page.getByRole('button', { name: '2 · Sửa' }).click()
    await page.getByLabel('Điện thoại').fill('0236 000 1111')
    await page.getByLabel('Thứ bảy').fill('sáng')
    await page.getByRole('button', { name: 'Gửi chỗ sửa' }).click()
    expect(await page.getByLabel('Thứ bảy').evaluate(box => box.matches(':invalid'))).toBe(true)
    await page.getByLabel('Thứ bảy').fill('7:30 - 11:30')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'duyet-nhanh-sua-noi')
    await page.getByRole('button', { name: 'Gửi chỗ sửa' }).click()
    await page.getByText('Chỗ sửa chờ người thứ hai duyệt').waitFor()
    await page.goto(`${ward.url}/console/xem-lai`)
    await page.getByText(/→ 0236 000 1111/).waitFor()
    await page.getByText(/→ .*7:30–11:30/).waitFor()
    await shoot(page, 'xem-lai-noi')
    expect(await findBarriers(page)).toEqual([])
    await page.close()
  })

  it('goes by the keys 1, 2, 3, keeps each answer at once, and tells how much is left', async () => {
    const { page, complaints } = await atDesk('/duyet-nhanh')
    await page.getByText('Mục 1 trong 10').waitFor()
    const left = Number(/Còn (\d+) mục/.exec((await page.getByText(/^Còn \d+ mục$/).textContent()) ?? '')?.[1])
    await shoot(page, 'duyet-nhanh')
    const before = await countAnswers()
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('1')
    await page.getByText('Mục 2 trong 10').waitFor()
    await page.getByText(`Còn ${left - 1} mục`).waitFor()
    await page.keyboard.press('3')
    await page.getByText('Mục 3 trong 10').waitFor()
    await page.keyboard.press('2')
    await page.getByLabel('Đúng ra là gì?').fill('Tại đây không thu khoản này')
    await shoot(page, 'duyet-nhanh-sua')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Gửi chỗ sửa' }).click()
    await page.getByText('Mục 4 trong 10').waitFor()
    await page.getByText('Lời sửa đã để bên chỗ ấy trong bản soạn').waitFor()
    expect(await countAnswers()).toBe(before + 3)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('puts a fee right in a small form, and leads to the very place in the editor with the words beside it', async () => {
    const { page, complaints } = await atDesk('/duyet-nhanh')
    const skipTo = async (question: string) => {
      for (let left = 30; left > 0; left--) {
        await page
          .getByText(/Mục \d+ trong|Đã xong \d+ mục$/)
          .first()
          .waitFor()
        if (await page.getByRole('heading', { name: question }).isVisible()) return
        const more = page.getByRole('button', { name: /^Làm tiếp/ })
        if (await more.isVisible()) await more.click()
        else await page.keyboard.press('3')
        await page.waitForLoadState('networkidle')
      }
      throw new Error(`never asked: ${question}`)
    }
    await skipTo('Lệ phí ghi như vậy có đúng tại đây không?')
    await page.keyboard.press('2')
    await page.getByLabel('Mức thu').first().fill('7000')
    await shoot(page, 'duyet-nhanh-sua-phi')
    expect(await findBarriers(page)).toEqual([])
    const answered = await countAnswers()
    await page.getByRole('button', { name: 'Gửi chỗ sửa' }).click()
    await page.getByText('Chỗ sửa đã vào bản nháp của hướng dẫn').waitFor()
    expect(await countAnswers()).toBe(answered + 1)
    const drafts = await ward.db.selectFrom('guide_drafts').select('content').execute()
    expect(
      drafts.flatMap(({ content }) => content.channels.flatMap(({ fees }) => fees.map(({ amount }) => amount))),
    ).toContain(7000)
    await page.keyboard.press('2')
    await page.getByLabel('Đúng ra là gì?').fill('Thu theo nghị quyết mới, hai mức')
    await page.getByRole('button', { name: 'Ghi lời, mở bản soạn tại chỗ này' }).click()
    await page.getByRole('heading', { name: /Cán bộ báo chưa đúng/ }).waitFor()
    await page
      .getByRole('region', { name: 'Soạn', exact: true })
      .getByText('Thu theo nghị quyết mới, hai mức')
      .waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('section')?.getAttribute('aria-label') === 'Soạn')
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'duyet-nhanh-mo-ban-soan')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('fits a phone, and loses no answer with the network or the page', async () => {
    const { page } = await atDesk('/duyet-nhanh', PHONE)
    await page.getByText('Mục 1 trong 10').waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'duyet-nhanh-dien-thoai')
    const before = await countAnswers()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '1 · Đúng' }).click()
    await page.getByText('Mục 2 trong 10').waitFor()
    await page.getByRole('button', { name: '1 · Đúng' }).click()
    await page.getByText('2 câu trả lời chưa gửi được').waitFor()
    await shoot(page, 'duyet-nhanh-mat-mang')
    expect(await countAnswers()).toBe(before)
    await page.context().setOffline(false)
    await page.reload()
    await page.getByText('Mục 1 trong').waitFor()
    await page.waitForFunction(() => Object.keys(localStorage).every(key => !key.startsWith('mot-cua.review.')))
    expect(await countAnswers()).toBe(before + 2)
    await page.close()
  })
})

describe('what grows old', () => {
  it('is seen on Hôm nay', async () => {
    const { page, complaints } = await atDesk('/van-ban')
    await page.getByLabel('Tìm theo số hoặc tên, không cần dấu').fill('luat ho tich')
    await page.getByRole('button', { name: 'Ghi tình trạng 60/2014/QH13' }).click()
    await page.getByRole('dialog').getByLabel('Tình trạng').selectOption('amended')
    await page.getByLabel('Từ ngày').fill('2026-12-01')
    await page.getByLabel('Theo văn bản nào, đọc ở đâu').fill('Luật 03/2026/QH16')
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'van-ban-ghi')
    await page.getByRole('button', { name: 'Ghi lại' }).click()
    await page.getByText(/Đã mở \d+ việc xem lại/).waitFor()
    await page.goto(`${ward.url}/console/`)
    await page.getByText(/việc chờ xem lại/).waitFor()
    await shoot(page, 'hom-nay')
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the office’s time', () => {
  const decide = async (isAgreed: boolean) => {
    const [change] = await (await admin.call('GET', '/api/review/office-changes')).json()
    const decision = { isAgreed, why: isAgreed ? null : 'chưa dọn nhà' }
    expect((await admin.call('POST', `/api/review/office-changes/${change.id}/decide`, decision)).status).toBe(200)
  }

  it('is entered without technical words, waits for a second person, and overwrites nobody', async () => {
    // Of the review sprint above.
    await decide(false)
    const { page, complaints } = await atDesk('/gio-lam-viec?phan=tuan')
    const submit = page.getByRole('button', { name: 'Gửi duyệt' })
    await page.getByLabel('Thứ Hai, buổi 1, đóng cửa').fill('14h')
    await page.getByText('Thứ Hai: hai buổi 07:30–14:00 và 13:30–17:00 chồng giờ nhau.').waitFor()
    await page.getByLabel('Thứ Hai, buổi 1, đóng cửa').fill('07:00')
    await page.getByText('Thứ Hai: giờ đóng cửa 07:00 phải sau giờ mở cửa 07:30.').waitFor()
    expect(await submit.isDisabled()).toBe(true)
    await page.getByLabel('Thứ Hai, buổi 1, đóng cửa').fill('11g00')
    await page.getByText('Chép giờ một ngày sang các ngày khác').click()
    await page.getByRole('button', { name: 'Chép', exact: true }).click()
    await page.getByText('Bà con sẽ đọc: Thứ 2 đến thứ 6: 7:30–11:00, 13:30–17:00.').waitFor()
    await shoot(page, 'gio-lam-viec-tuan')

    // Somebody else was first: told, the words are kept, nothing of theirs is lost.
    const office = '/api/areas/phuong-mau/office'
    const { own, revision } = await (await admin.call('GET', office)).json()
    const closures = [{ from: '2099-12-28', until: '2099-12-29', reason: 'kiểm kê (mẫu)' }]
    await admin.call('PUT', `${office}/calendar`, { calendar: { ...own, closures }, revision })
    await submit.click()
    await page.getByText('Trong lúc gõ, người khác vừa sửa giờ hoặc lịch của nơi này').waitFor()
    expect(await page.getByLabel('Thứ Sáu, buổi 1, đóng cửa').inputValue()).toBe('11:00')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Đã xem, giữ chữ tôi đang gõ' }).click()
    await submit.click()
    await page
      .getByRole('article', { name: /Phường Mẫu/ })
      .getByText(/→ Thứ 2 đến thứ 6: 7:30–11:00/)
      .waitFor()
    await decide(true)
    expect((await (await admin.call('GET', office)).json()).own.closures).toEqual(closures)

    await page.goto(`${ward.url}/console/`)
    await page.getByText(/tạm nghỉ .*29\/12\/2099: kiểm kê \(mẫu\)\. Trần Thị Hoa tự đăng/).waitFor()
    expect(complaints.filter(line => !line.includes('409'))).toEqual([])
    await page.close()
  })

  it('begins a year with the inherited days, asks for the announcement, and shows on the phone what people are told', async () => {
    const { page, complaints } = await atDesk('/gio-lam-viec?phan=le', PHONE)
    const year = 2027
    const card = page.getByRole('region', { name: `Năm ${year}` })
    await card.getByRole('button', { name: `Phường Mẫu tự nhập năm ${year}` }).click()
    await card.getByLabel('Ngày', { exact: true }).fill(`${year}-06-01`)
    await card.getByLabel('Đến hết ngày, nếu nghỉ liền').fill(`${year}-06-03`)
    await card.getByLabel('Tên ngày, bà con đọc được').fill('Ngày hội phường (mẫu)')
    await card.getByRole('button', { name: `Thêm vào năm ${year}` }).click()
    expect(await card.getByRole('button', { name: 'Gửi duyệt' }).isDisabled()).toBe(true)
    await card.getByLabel('Theo thông báo, văn bản nào').fill('Thông báo mẫu 01/TB')
    await card.getByLabel(/Đã đủ mọi ngày nghỉ/).check()
    await card.getByRole('button', { name: /^Bỏ .*Tết Dương lịch/ }).click()
    expect(await findBarriers(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, 'gio-lam-viec-nam')
    await card.getByRole('button', { name: 'Gửi duyệt' }).click()
    await page.getByText(`Năm ${year}, nay tự nhập: đã đủ ngày, theo Thông báo mẫu 01/TB`).waitFor()
    // Whoever agrees sees which of the inherited days go.
    await page.getByText(new RegExp(`^Bỏ lịch năm ${year}: .*Tết Dương lịch`)).waitFor()
    expect(await page.getByText(/^Thêm lịch năm/).count()).toBe(3)
    expect(await card.getByText('Chưa', { exact: false }).first().isVisible()).toBe(true)
    await decide(true)
    await page.reload()
    await card.getByText('Đã đủ ngày', { exact: true }).waitFor()
    await card.getByText(/Phường Mẫu tự nhập\./).waitFor()
    await page.goto(`${ward.url}/console/gio-lam-viec`)
    await page.getByText('Mai có làm việc không?').waitFor()
    await page.getByText(/Ngày mai, .*: phường (làm việc|nghỉ)/).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })
})
