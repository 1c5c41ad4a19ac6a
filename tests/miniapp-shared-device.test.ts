/** A tablet at the ward's counter: nothing of one visitor is left for the next. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { openApp, overflowOf, smallTargets } from './setup/phone.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let browser: Browser
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const SWITCH = '/?may-dung-chung=1'
const ONLY_THE_SWITCH = { local: ['mot-cua.shared-device'], session: [] }
const done = (page: Page) => page.getByRole('complementary', { name: 'Máy dùng chung' }).getByRole('button')

async function openTablet() {
  const app = await openApp(browser, ward.url, SWITCH, { width: 820, height: 1180 })
  await done(app.page).waitFor()
  // What is stored when a page begins, before any program of it has run.
  await app.page.addInitScript(() =>
    Object.assign(window, { atStart: { local: Object.keys(localStorage), session: Object.keys(sessionStorage) } }),
  )
  return app
}

const atStart = (page: Page) => page.evaluate(() => (window as unknown as { atStart: object }).atStart)

/** A visit that leaves its traces in every place a browser has. */
async function leaveTraces(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cỡ chữ' }).click()
  await page.getByRole('radio', { name: /A\+\+/ }).check()
  await page.getByRole('button', { name: 'Đóng' }).click()
  await page.getByRole('textbox', { name: 'Tìm giấy tờ, thủ tục' }).fill('khai sinh')
  await page.getByRole('list', { name: 'Việc tìm thấy' }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Giấy tờ của tôi' }).click()
  for (const name of ['Trẻ chưa khai sinh, cha mẹ người Việt', 'Đã đăng ký kết hôn'])
    await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('heading', { name: 'Có Giấy chứng sinh của bệnh viện không?' }).waitFor()
  await page.evaluate(async () => {
    localStorage.setItem('of-another-page', 'x')
    await caches.open('answers').then(cache => cache.put('/x', new Response('x')))
    await caches.open('program-precache-v1')
    await new Promise(resolve => Object.assign(indexedDB.open('drafts'), { onsuccess: resolve }))
  })
}

async function expectNothingLeft(page: Page): Promise<void> {
  await page.getByText('Đã xóa hết. Mời người tiếp theo.').waitFor()
  expect(await atStart(page)).toEqual(ONLY_THE_SWITCH)
  expect(await page.evaluate(() => caches.keys())).toEqual(['program-precache-v1'])
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  expect(await page.evaluate(() => [location.pathname, location.hash])).toEqual(['/app/', '#da-xoa'])
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toMatch(/step|khai|usr":\{/)
  expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('a')
  expect(await page.getByRole('textbox', { name: 'Tìm giấy tờ, thủ tục' }).inputValue()).toBe('')
}

describe('a shared machine', () => {
  it('is known by its bar on every page, and any other machine has none', async () => {
    const { page } = await openTablet()
    await page.getByRole('link', { name: 'Khai sinh cho con' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Khai sinh cho con' }).waitFor()
    expect(await done(page).isVisible()).toBe(true)
    await page.reload()
    await done(page).waitFor()
    const { page: phone } = await openApp(browser, ward.url)
    await phone.getByRole('heading', { name: 'Hay hỏi nhất' }).waitFor()
    expect(await done(phone).count()).toBe(0)
    await page.goto(`${ward.url}/app/?may-dung-chung=0`)
    await page.getByRole('heading', { name: 'Hay hỏi nhất' }).waitFor()
    await page.goto(`${ward.url}/app/thu-tuc`)
    expect(await done(page).count()).toBe(0)
    await Promise.all([page.close(), phone.close()])
  })

  it('forgets everything when somebody presses “Xong, xóa hết”, and no way back leads to what they read', async () => {
    const { page, complaints } = await openTablet()
    await leaveTraces(page)
    await done(page).click()
    await expectNothingLeft(page)
    expect(complaints).toEqual([])
    const addresses = new Set<string>()
    for (let steps = 0; steps < 3; steps++) {
      await page.goForward({ timeout: 500 }).catch(() => null)
      addresses.add(new URL(page.url()).pathname)
    }
    for (let steps = 0; steps < 12 && page.url().startsWith(ward.url); steps++) {
      addresses.add(new URL(page.url()).pathname)
      await page.goBack({ timeout: 500 }).catch(() => null)
    }
    expect([...addresses]).toEqual(['/app/'])
    await page.goto(`${ward.url}/app/thu-tuc/khai-sinh/giay-to`)
    await page.getByText(/^Câu 1\//).waitFor()
    await page.close()
  })

  /** A page that settles late scrolls late, which is a sign of life: it is waited for in short steps, each far from the end. */
  async function untilWarned(page: Page): Promise<void> {
    const warning = page.getByRole('dialog', { name: 'Còn ai đang dùng không?' })
    for (let steps = 0; steps < 18 && !(await warning.isVisible()); steps++) {
      await page.clock.fastForward('00:10')
      await page.evaluate(() => new Promise(requestAnimationFrame))
    }
    await warning.waitFor()
  }

  it('warns after two and a half idle minutes, listens, and forgets everything after three', async () => {
    const { page } = await openTablet()
    await page.clock.install()
    await page.reload()
    await leaveTraces(page)
    const warning = page.getByRole('dialog', { name: 'Còn ai đang dùng không?' })
    // Its clock goes on by itself as well: as long as a busy machine takes, and no warning yet.
    await page.clock.fastForward('02:10')
    expect(await warning.count()).toBe(0)
    await untilWarned(page)
    await warning.getByText(/Còn \d\d giây/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await warning.getByRole('button', { name: 'Tôi còn dùng' }).click()
    await warning.waitFor({ state: 'hidden' })
    await page.clock.fastForward('02:00')
    expect(await warning.count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'Có Giấy chứng sinh của bệnh viện không?' }).count()).toBe(1)
    await untilWarned(page)
    await page.clock.fastForward('00:31')
    await expectNothingLeft(page)
    await page.close()
  })

  it('leaves nothing of a visit that ended with the browser', async () => {
    const { page } = await openTablet()
    await leaveTraces(page)
    await page.evaluate(() => sessionStorage.clear())
    await page.goto(`${ward.url}/app/thu-tuc`)
    await done(page).waitFor()
    await page.waitForFunction(() => sessionStorage.length > 0)
    const kept = await page.evaluate(() => Object.keys(localStorage).filter(name => !/answer/.test(name)))
    expect(kept).toEqual(ONLY_THE_SWITCH.local)
    expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('a')
    await page.close()
  })

  it('has no barrier, at any size of letters and on a narrow screen', async () => {
    const { page, complaints } = await openTablet()
    for (const [width, size] of [
      [820, 'a'],
      [390, 'a2'],
      [320, 'a2'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.evaluate(chosen => Object.assign(document.documentElement.dataset, { size: chosen }), size)
      expect(await findBarriers(page)).toEqual([])
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      expect(await smallTargets(page)).toEqual([])
    }
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is nobody’s phone inside Zalo', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.addInitScript(() => {
      const nativeStorage = { getItem: () => '', setItem: () => undefined, removeItem: () => undefined }
      Object.assign(window, { motCuaBridge: { nativeStorage } })
    })
    await page.goto(`${ward.url}/app${SWITCH}`)
    await page.getByRole('heading', { name: 'Hay hỏi nhất' }).waitFor()
    expect(await done(page).count()).toBe(0)
    await page.close()
  })
})
