/** Every page of the app for every eye and hand: sizes of letters, narrow screens, strong colours, nothing foreign. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { everyPage, openApp, overflowOf, smallTargets } from './setup/phone.ts'
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

const search = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Tìm giấy tờ, thủ tục' }).fill(words)
}
/** What a page looks like after something was done on it. */
const STATES: { name: string; path: string; reach(page: Page): Promise<void> }[] = [
  {
    name: 'finds',
    path: '/tim',
    async reach(page) {
      await search(page, 'khai sinh')
      await page.getByRole('list', { name: 'Việc tìm thấy' }).waitFor()
    },
  },
  {
    name: 'no finds',
    path: '/tim',
    async reach(page) {
      await search(page, 'qqqq zzzz')
      await page.getByRole('heading', { name: /Chưa thấy việc nào/ }).waitFor()
    },
  },
  {
    name: 'a search that could not be opened',
    path: '/thu-tuc',
    async reach(page) {
      await page.evaluate(() => localStorage.clear())
      await page.route('**/api/topic-index*', route => route.abort())
      await page.goto(page.url().replace('/thu-tuc', '/tim'))
      await search(page, 'khai sinh')
      await page.getByRole('heading', { name: 'Chưa mở được danh mục để tìm' }).waitFor()
    },
  },
  {
    name: 'a guide that could not be fetched',
    path: '/',
    async reach(page) {
      await page.route('**/api/procedures/**', route => route.abort())
      await page.getByRole('link', { name: 'Thẻ căn cước' }).click()
      await page.getByRole('button', { name: 'Thử lại' }).waitFor()
    },
  },
  {
    name: 'words kept from another day',
    path: '/thu-tuc/khai-tu',
    async reach(page) {
      await page.goto(page.url().replace('/thu-tuc/khai-tu', '/'))
      await page.route('**/api/procedures/**', route => route.fulfill({ status: 503 }))
      await page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem('mot-cua.answer.guide.khai-tu') ?? '{}')
        localStorage.setItem('mot-cua.answer.guide.khai-tu', JSON.stringify({ ...kept, at: kept.at - 86_400_000 }))
      })
      await page.reload()
      await page.getByRole('link', { name: 'Khai tử' }).click()
      await page.getByText(/bản lưu trên máy lúc/).waitFor()
    },
  },
  {
    name: 'the sheet of the letters',
    path: '/',
    async reach(page) {
      await page.getByRole('button', { name: 'Cỡ chữ' }).click()
      await page.getByRole('dialog', { name: 'Cỡ chữ' }).waitFor()
    },
  },
  {
    name: 'a conversation with choices',
    path: '/hoi',
    async reach(page) {
      await page.getByRole('textbox', { name: 'Câu muốn hỏi' }).fill('lam khai sinh cho chau can giay to gi')
      await page.keyboard.press('Enter')
      await page.getByRole('list', { name: 'Chọn để hỏi tiếp' }).waitFor()
    },
  },
]
const SCREENS = [
  { width: 390, size: 'a', contrast: 'calm' },
  { width: 390, size: 'a1', contrast: 'strong' },
  { width: 390, size: 'a2', contrast: 'calm' },
  { width: 320, size: 'a2', contrast: 'calm' },
  // A desk of 1366 points at twice the size.
  { width: 683, size: 'a', contrast: 'strong' },
]

async function expectNoBarrier(page: Page): Promise<void> {
  for (const { width, ...look } of SCREENS) {
    await page.setViewportSize({ width, height: 844 })
    await page.evaluate(chosen => Object.assign(document.documentElement.dataset, chosen), look)
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await smallTargets(page)).toEqual([])
  }
}

describe('every page', () => {
  it.each(everyPage)('%s has no barrier at any size of letters, and nothing too small to press', async path => {
    const { page, complaints } = await openApp(browser, ward.url, path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await expectNoBarrier(page)
    expect(complaints.filter(complaint => !complaint.includes('404'))).toEqual([])
    await page.close()
  })

  it.each(STATES)('has no barrier with $name either', async ({ path, reach }) => {
    const { page } = await openApp(browser, ward.url, path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await reach(page)
    await expectNoBarrier(page)
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    await page.close()
  })

  it('keeps the size of letters that was chosen', async () => {
    const { page } = await openApp(browser, ward.url)
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
    expect(await size()).toBe('18px')
    await page.getByRole('button', { name: 'Cỡ chữ' }).click()
    await page.getByRole('radio', { name: /A\+\+/ }).check()
    expect(await findBarriers(page)).toEqual([])
    expect(await size()).toBe('23px')
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await size()).toBe('23px')
    await page.close()
  })

  it('runs no program but ours, and is kept by nobody else', async () => {
    const response = await fetch(`${ward.url}/app/`)
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const file = /src="(\/app\/assets\/[^"]+\.js)"/.exec(await response.text())?.[1]
    const script = await fetch(ward.url + file, { headers: { 'accept-encoding': 'br' } })
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-encoding')).toBe('br')
    for (const path of ['/app/assets/../index.html', '/app/assets/nothing.js', '/app/index.html'])
      expect((await fetch(ward.url + path)).headers.get('cache-control') ?? '').not.toContain('immutable')
  })
})
