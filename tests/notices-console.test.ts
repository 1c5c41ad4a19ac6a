/** Notices at the desk, in a real browser: read by a second person, agreed to or given back, heard by the neighbourhood. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { DESK, openDesk, PHONE, signInAtDesk } from './setup/desk.ts'
import { type NoticeWard, openNoticeWard } from './setup/notices.ts'
import type { Officer } from './setup/staff.ts'

const SHOTS = process.env.MOT_CUA_SHOTS

let ward: NoticeWard
let browser: Browser
let reviewer: Officer
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openNoticeWard({ config: { trustProxy: 1 } }), openBrowser()])
  reviewer = ward.officers.reviewer
  await ward.member('ba-sau')
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const heard = (code: string) =>
  ward
    .resident('ba-sau')
    .heard()
    .filter(text => text.includes(code))

async function atDesk(officer: Officer, path: string, size?: { width: number; height: number }) {
  const desk = await openDesk(browser, ward.url, '/', size)
  await signInAtDesk(desk.page, officer)
  await desk.page.goto(`${ward.url}/console${path}`)
  await heading(desk.page, /./).waitFor()
  return desk
}

/** On the PC and on the phone: no barrier, nothing beside the screen. */
async function expectOpenToAll(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? DESK
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${size.width}.png`, fullPage: true })
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect({ name, size, barriers: await findBarriers(page), beside: scrollWidth > clientWidth }).toEqual({
      name,
      size,
      barriers: [],
      beside: false,
    })
  }
  await page.setViewportSize(before)
}

describe('the second person', () => {
  it('finds on the phone what waits, reads it as residents will, agrees, and it goes', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    const { page, complaints } = await atDesk(reviewer, '/', PHONE)
    await page.getByRole('region', { name: 'Thông báo chờ duyệt' }).getByText('Mời họp tổ dân phố').waitFor()
    await page.getByRole('button', { name: 'Mở danh mục' }).click()
    await page.getByRole('navigation', { name: 'Danh mục' }).getByText('Thông báo chờ duyệt').click()
    await heading(page, 'Thông báo chờ duyệt').waitFor()
    await expectOpenToAll(page, 'cho-duyet')
    await page.getByRole('link', { name: 'Mời họp tổ dân phố' }).click()
    await heading(page, 'Mời họp tổ dân phố').waitFor()
    await page.getByRole('region', { name: 'Ai sẽ nhận' }).getByText('1 người').first().waitFor()
    await expectOpenToAll(page, 'duyet')
    for (const [tab, words] of [
      ['Trang tin', /sửa đường hẻm 45/],
      ['Áp phích', /Quét mã để xem tin/],
      ['Loa', /Đọc chậm hết khoảng/],
      ['SMS', /trong 160 chữ/],
    ] as const) {
      await page.getByText(tab, { exact: true }).click()
      await page
        .getByRole('region', { name: `Xem trước: ${tab}` })
        .getByText(words)
        .first()
        .waitFor()
      await expectOpenToAll(page, `duyet-${tab}`)
    }
    expect(heard(notice.code)).toEqual([])
    await page.getByRole('button', { name: 'Duyệt và gửi ngay' }).click()
    await page.getByText('Đã duyệt lúc', { exact: false }).waitFor()
    await ward.untilSent(notice.id)
    await ward.settle()
    expect(heard(notice.code)).toHaveLength(1)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('gives it back with words, which survive a reload; it does not go, and its author reads why', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    const { page } = await atDesk(reviewer, `/thong-bao-cho-duyet/${notice.id}`)
    await page.getByLabel('Cần sửa gì').fill('Ghi rõ họp ở tầng mấy')
    await page.reload()
    expect(await page.getByLabel('Cần sửa gì').inputValue()).toBe('Ghi rõ họp ở tầng mấy')
    await page.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await page.getByText('Đã trả lại').waitFor()
    expect(await ward.read(notice.id)).toMatchObject({
      state: 'draft',
      approval: { returnedBecause: 'Ghi rõ họp ở tầng mấy' },
    })
    expect(heard(notice.code)).toEqual([])
    await page.close()
  })

  it('is told when another was faster', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    const { page } = await atDesk(reviewer, `/thong-bao-cho-duyet/${notice.id}`)
    await page.getByRole('button', { name: 'Duyệt và gửi ngay' }).waitFor()
    await ward.reviewer.post(`/api/notice-approvals/${notice.id}/return`, { version: 1, reason: 'Sai ngày' })
    await page.getByRole('button', { name: 'Duyệt và gửi ngay' }).click()
    await page.getByText('tình trạng vừa thay đổi', { exact: false }).waitFor()
    await page.close()
  })
})
