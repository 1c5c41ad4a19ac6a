/** Reading on a day without a network, and after the ward installed a newer program. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser, openPhone } from './setup/browser.ts'
import { type Front, openFront } from './setup/front.ts'
import { untilPrepared } from './setup/offline.ts'
import { openApp } from './setup/phone.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let browser: Browser
let front: Front
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard(), openBrowser()])
  front = await openFront(ward.url)
})
afterEach(() => front.mend())
afterAll(async () => {
  await browser?.close()
  await front?.close()
  await ward?.close()
})

const box = (page: Page) => page.getByRole('textbox', { name: 'Tìm giấy tờ, thủ tục' })
const finds = (page: Page) => page.getByRole('list', { name: 'Việc tìm thấy' }).getByRole('link')

/** A first visit, until everything is laid by. */
async function visitOnce(path = '/') {
  const phone = await openPhone(browser, { keepsProgram: true })
  await phone.page.clock.install()
  await phone.page.goto(`${front.url}/app${path}`)
  await untilPrepared(phone.page, async () => navigator.serviceWorker.controller !== null)
  await untilPrepared(phone.page, async () => {
    const cache = await caches.open('precache-guides')
    return (await cache.match('/api/guide-book')) !== undefined
  })
  return phone
}

/** As if the visit had been yesterday. */
async function waitADay(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const cache = await caches.open('precache-guides')
    const book = await cache.match('/api/guide-book')
    const headers = new Headers(book?.headers)
    headers.set('x-saved-at', String(Date.now() - 86_400_000))
    await cache.put('/api/guide-book', new Response(await book?.blob(), { headers }))
    for (const name of Object.keys(localStorage).filter(one => one.startsWith('mot-cua.answer.'))) {
      const kept = JSON.parse(localStorage.getItem(name) ?? '{}')
      localStorage.setItem(name, JSON.stringify({ ...kept, at: kept.at - 86_400_000 }))
    }
  })
}

describe('without a network, after one visit', () => {
  it('opens the front page, finds, and shows every guide, and says of what day the words are', async () => {
    const { page } = await visitOnce()
    await waitADay(page)
    front.cut()
    await page.goto(`${front.url}/app/`)
    await page.getByText(/Đây là bản lưu trên máy lúc \d\d:\d\d/).waitFor()
    await page.getByRole('heading', { name: 'Hay hỏi nhất' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await box(page).fill('mat so ho khau')
    await finds(page).first().waitFor()
    await box(page).fill('lam giay khai tu')
    await finds(page).filter({ hasText: 'Khai tử' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Khai tử' }).waitFor()
    await page.getByRole('heading', { name: 'Giấy tờ cần có' }).waitFor()
    await page.getByText(/Đây là bản lưu trên máy lúc \d\d:\d\d/).waitFor()
    for (const path of ['/thu-tuc/tach-thua', '/thu-tuc/ho-chieu', '/thu-tuc/khai-sinh/giay-to', '/su-kien/sinh-con']) {
      await page.goto(`${front.url}/app${path}`)
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
      expect(await page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0)
    }
    await page.close()
  })

  it('goes on in the tab of the first visit, with pages never opened before', async () => {
    const { page, complaints } = await visitOnce()
    front.cut()
    await page.getByRole('link', { name: 'Thủ tục', exact: true }).click()
    await page.getByText('Hộ tịch (').click()
    await page.getByRole('link', { name: /^Khai tử/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Khai tử' }).waitFor()
    await page.getByRole('link', { name: 'Giấy tờ của tôi' }).click()
    await page.getByText(/^Câu 1\//).waitFor()
    expect(complaints.filter(complaint => !complaint.includes('ERR_'))).toEqual([])
    await page.close()
  })

  it('says where help is when something needs the network, and asks again by itself once it is back', async () => {
    const { page } = await visitOnce('/thu-tuc/khai-tu')
    await waitADay(page)
    front.cut()
    await page.goto(`${front.url}/app/hoi`)
    await page.getByRole('textbox', { name: 'Câu muốn hỏi' }).fill('lam khai sinh can gi')
    await page.keyboard.press('Enter')
    await page
      .getByText(/[Cc]hưa nối được|[Kk]iểm tra/)
      .first()
      .waitFor()
    await page.goto(`${front.url}/app/thu-tuc/khai-tu`)
    await page.getByText(/Đây là bản lưu trên máy/).waitFor()
    front.mend()
    await page.reload()
    await page.getByText(/Phiên bản 1, phường đăng ngày/).waitFor()
    expect(await page.getByText(/Đây là bản lưu trên máy/).count()).toBe(0)
    await page.close()
  })

  it('keeps only what is the same for everybody: no answer to a person, no token, nothing of the chat', async () => {
    const { page } = await visitOnce()
    await page.goto(`${front.url}/app/hoi`)
    await page.getByRole('textbox', { name: 'Câu muốn hỏi' }).fill('con tôi tên Bông cần khai sinh')
    await page.keyboard.press('Enter')
    await page.getByText('Phường trả lời:').first().waitFor()
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const all = await Promise.all(
        names.map(async name => {
          const cache = await caches.open(name)
          return Promise.all(
            (await cache.keys()).map(async one => ({
              path: new URL(one.url).pathname,
              text: await (await cache.match(one))?.text(),
            })),
          )
        }),
      )
      return all.flat()
    })
    for (const { path } of kept)
      expect(path).toMatch(/^\/app\/(assets\/|icon\.svg$|khung$)|^\/api\/(guide-book|topic-index)$/)
    expect(kept.filter(({ text }) => text?.includes('Bông'))).toEqual([])
    expect(kept.find(({ path }) => path.endsWith('khung'))?.text).not.toContain('0200')
    await page.close()
  })
})

describe('a server in trouble', () => {
  it('that is down behind its door leaves the saved program, which says so', async () => {
    const { page } = await visitOnce()
    front.spoil(/./, { status: 502 })
    await page.goto(`${front.url}/app/thu-tuc/khai-sinh`)
    await page.getByRole('heading', { level: 1, name: 'Khai sinh cho con' }).waitFor()
    await page.getByText(/Chưa nối được tới máy của phường\. Đây là bản lưu/).waitFor()
    await page.close()
  })

  it('that lets one wait is not waited for longer than people wait', async () => {
    const { page } = await visitOnce()
    await waitADay(page)
    front.spoil(/./, { afterMs: 60_000 })
    await page.goto(`${front.url}/app/thu-tuc/khai-sinh`)
    await page.getByRole('heading', { level: 1, name: 'Khai sinh cho con' }).waitFor()
    await page.getByText(/Đây là bản lưu trên máy/).waitFor()
    await page.close()
  })
})

describe('a newer program', () => {
  const version = (page: Page) =>
    page.evaluate(() => document.querySelector('script[type=module]')?.getAttribute('src'))

  it('is there after a reload, while a page that is open goes on with the old one', async () => {
    const { page } = await visitOnce()
    const before = await version(page)
    front.deploy()
    const other = await page.context().newPage()
    await other.clock.install()
    await other.goto(`${front.url}/app/`)
    expect(await version(other)).not.toBe(before)
    await untilPrepared(other, async () => (await caches.keys()).filter(name => name.includes('program')).length === 2)
    await untilPrepared(other, async () => {
      const registration = await navigator.serviceWorker.ready
      return !registration.installing && !registration.waiting
    })
    await page.getByRole('link', { name: 'Khai sinh cho con' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Khai sinh cho con' }).waitFor()
    await page.reload()
    expect(await version(page)).not.toBe(before)
    front.cut()
    await page.goto(`${front.url}/app/thu-tuc`)
    await page.getByRole('heading', { level: 1, name: 'Tất cả thủ tục' }).waitFor()
    expect(await version(page)).not.toBe(before)
    await page.close()
  })

  it('is never held back by a copy: what decides about the program is asked for each time', async () => {
    for (const path of ['/app/', '/app/sw.js', '/app/khung'])
      expect((await fetch(ward.url + path)).headers.get('cache-control')).toBe('no-cache')
    expect(await (await fetch(`${ward.url}/app/khung`)).text()).not.toContain('id="boot"')
  })

  it('whose parts are gone from the server says what to do on a phone that has laid nothing by', async () => {
    const { page } = await openApp(browser, front.url)
    await page.getByRole('heading', { name: 'Hay hỏi nhất' }).waitFor()
    front.deploy()
    await page.getByRole('link', { name: 'Thẻ căn cước' }).click()
    await page.getByRole('heading', { level: 1, name: 'Chưa tải được trang này' }).waitFor()
    await page.getByRole('button', { name: 'Mở lại' }).click()
    await page.getByRole('heading', { level: 1, name: 'Thẻ căn cước' }).waitFor()
    await page.close()
  })
})
