/** The pages as people see them, in a real browser: calm, large, readable by everybody. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { findBarriers, openBrowser, openPhone } from './setup/browser.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let browser: Browser
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await ward.close()
})

describe('the ward’s pages', () => {
  it.each(['/', '/thu-tuc/khai-sinh', '/thu-tuc/can-cuoc', '/thu-tuc/ho-kinh-doanh', '/khong-co'])(
    '%s has no barrier, at phone size and at 320 px with large text',
    async path => {
      for (const width of [390, 320]) {
        const { page, complaints } = await openPhone(browser, { width })
        await page.goto(`${ward.url}${path}`)
        await page.evaluate(
          size => document.documentElement.style.setProperty('font-size', size),
          width === 320 ? '200%' : '112.5%',
        )
        expect(await findBarriers(page)).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        ).toBeLessThanOrEqual(0)
        expect(complaints.filter(complaint => !complaint.includes('404'))).toEqual([])
        await page.close()
      }
    },
  )

  it('lead from the front page to the papers in one tap', async () => {
    const { page } = await openPhone(browser)
    await page.goto(ward.url)
    await page.getByRole('link', { name: /Khai sinh cho con/ }).click()
    await page.getByRole('heading', { name: 'Giấy tờ cần có' }).waitFor()
    expect(await page.getByText('Phường chưa kiểm tra lại mục này').count()).toBe(1)
    await page.close()
  })

  it('ask nothing of any other host', async () => {
    const { page } = await openPhone(browser)
    const hosts = new Set<string>()
    page.on('request', request => hosts.add(new URL(request.url()).host))
    await page.goto(`${ward.url}/thu-tuc/khai-sinh`)
    expect([...hosts]).toEqual([new URL(ward.url).host])
    await page.close()
  })

  it('let a volunteer see in colours what works, behind a link that works once', async () => {
    const { page, complaints } = await openPhone(browser, { width: 1280, height: 800 })
    const { healthUrl } = await ward.app.printableLinks(Number(new URL(ward.url).port))
    await page.goto(healthUrl.replace('localhost', '127.0.0.1'))
    await page.getByRole('button', { name: 'Vào xem tình trạng máy' }).click()
    await page.getByRole('heading', { name: 'Tình trạng máy' }).waitFor()
    expect(await page.getByRole('row').count()).toBeGreaterThan(5)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('link', { name: 'Văn bản dán vào Zalo OA' }).click()
    await page.getByRole('heading', { name: 'Tin trả lời tự động' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the practice chat', () => {
  it('lets somebody be a resident: write, press a button, and read the ward’s answers', async () => {
    const { page, complaints } = await openPhone(browser)
    await page.goto(ward.emulator.url)
    await page.getByRole('button', { name: /Nguyễn Thị Sáu/ }).click()
    await page.getByRole('textbox').fill('lam giay khai sinh can gi')
    await page.keyboard.press('Enter')
    await page.getByText('giấy chứng sinh').first().waitFor()
    await page.getByRole('button', { name: 'Lệ phí', exact: true }).last().click()
    await page.getByText('Lệ phí làm khai sinh cho con').last().waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})
