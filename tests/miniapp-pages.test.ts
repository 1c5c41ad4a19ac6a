/** The app as people use it in a browser: finding a guide, reading it, and every trouble on the way. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { starterTopics } from '../shared/content/index.ts'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { asLocalhost, openApp } from './setup/phone.ts'
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

describe('finding a guide', () => {
  it.each(['127.0.0.1', 'localhost'])('works by typing without marks, on %s, and asks no other host', async host => {
    const address = host === 'localhost' ? asLocalhost(ward.url) : ward.url
    const { page, complaints, hosts } = await openApp(browser, address)
    await page.getByRole('textbox', { name: 'Tìm giấy tờ, thủ tục' }).fill('lam giay khai sanh cho chau')
    await page.getByRole('list', { name: 'Việc tìm thấy' }).getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: 'Khai sinh cho con' }).waitFor()
    await page.getByText('Giấy chứng sinh', { exact: true }).first().waitFor()
    expect(complaints).toEqual([])
    expect([...hosts]).toEqual([new URL(address).host])
    await page.close()
  })

  it('never puts what was typed into an address, and finds it again on the way back', async () => {
    const { page } = await openApp(browser, ward.url)
    const addresses: string[] = []
    page.on('request', request => addresses.push(request.url()))
    await page.getByRole('textbox').fill('trich luc')
    await page.getByRole('list', { name: 'Việc tìm thấy' }).getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: /Bản sao trích lục/ }).waitFor()
    await page.getByRole('button', { name: 'Trở lại' }).click()
    await page.getByRole('list', { name: 'Việc tìm thấy' }).waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('trich luc')
    expect(addresses.filter(address => address.includes('trich') && !address.includes('/trich-luc-ho-tich'))).toEqual(
      [],
    )
    expect(page.url()).toBe(`${ward.url}/app/tim`)
    await page.close()
  })

  it('offers what is asked most, a call and the ward’s Zalo when nothing is like the words', async () => {
    const { page } = await openApp(browser, ward.url, '/tim')
    await page.getByRole('textbox').fill('qqqq zzzz')
    await page.getByRole('heading', { name: /Chưa thấy việc nào/ }).waitFor()
    expect(await page.getByRole('list', { name: 'Hay hỏi nhất' }).getByRole('link').count()).toBeGreaterThan(4)
    expect(await page.getByRole('link', { name: /^Gọi 0200/ }).getAttribute('href')).toBe('tel:0200000001')
    await page.close()
  })

  it('works by keyboard alone', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.getByRole('textbox').waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Tới nội dung chính')
    for (let presses = 0; presses < 6 && (await focused()) !== 'Khai sinh cho con'; presses++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Khai sinh cho con' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.close()
  })

  it('leads from an event of life to its guides, and from the shelves', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.getByRole('link', { name: 'Người thân mất' }).click()
    await page.getByRole('link', { name: /^Khai tử/ }).waitFor()
    await page.getByRole('link', { name: 'Thủ tục', exact: true }).click()
    await page.getByText('Hộ tịch (').click()
    await page.getByRole('link', { name: /^Khai tử/ }).click()
    await page.getByRole('heading', { level: 1, name: /Khai tử/ }).waitFor()
    await page.close()
  })
})

describe('a guide', () => {
  it('opens cold from its address, with its head filled in for those who only preview it', async () => {
    const page = await (await fetch(`${ward.url}/app/thu-tuc/khai-sinh`)).text()
    expect(page).toContain('<title>Khai sinh cho con · Phường Mẫu</title>')
    expect(page).toMatch(/<meta property="og:description" content="Làm Giấy khai sinh/)
    const linked = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
    expect(JSON.stringify(JSON.parse(linked))).toContain('1.001193')
    const phone = await openApp(browser, ward.url, '/thu-tuc/khai-sinh')
    await phone.page.getByRole('heading', { name: 'Giấy tờ cần có' }).waitFor()
    expect(await phone.page.title()).toBe('Khai sinh cho con · Một Cửa')
    expect(phone.complaints).toEqual([])
    await phone.page.close()
  })

  it('is known to search engines by its own address, with a preview and linked data of its own, as every guide is', async () => {
    expect(await (await fetch(`${ward.url}/robots.txt`)).text()).toMatch(/^Sitemap: \S+\/sitemap\.xml$/m)
    const map = await (await fetch(`${ward.url}/sitemap.xml`)).text()
    const listed = [...map.matchAll(/<loc>\S+?\/app\/thu-tuc\/([\w-]+)<\/loc>/g)].map(([, key]) => key)
    expect(listed.sort()).toEqual(starterTopics.map(({ key }) => key).sort())
    for (const { key, title } of starterTopics) {
      const page = await (await fetch(`${ward.url}/app/thu-tuc/${key}`)).text()
      expect(page).toContain(`<meta property="og:title" content="${title} · Phường Mẫu">`)
      expect(page).toMatch(new RegExp(`<meta property="og:url" content="\\S+/app/thu-tuc/${key}">`))
      expect(page).toMatch(/<meta property="og:description" content="[^"]{10,}">/)
      const linked = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
      expect(JSON.stringify(JSON.parse(linked))).toContain(title)
    }
  })

  it('says that the ward has not checked it, whom to call, and where it comes from', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/khai-sinh')
    await page.getByText(/Phường chưa kiểm tra lại mục này; gọi 0200.000.001 trước khi đi/).waitFor()
    await page.getByText(/Phiên bản 1, phường đăng ngày/).waitFor()
    await page.getByText('Dự kiến; ngày chính thức ghi trên giấy hẹn.').waitFor()
    expect(await page.getByText(/miễn phí/i).count()).toBe(0)
    await page.close()
  })

  it('shows the papers of the case that was chosen', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/khai-sinh')
    await page.getByRole('button', { name: 'Chọn trường hợp khác' }).click()
    await page.getByRole('radio', { name: 'Mang thai hộ' }).check()
    await page.getByRole('button', { name: 'Xem giấy tờ' }).click()
    await page.getByText('Giấy xác nhận của cơ sở y tế đã làm kỹ thuật mang thai hộ').waitFor()
    await page.close()
  })

  it('is printed without the furniture of the screen, with everything unfolded', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/khai-sinh')
    await page.getByText('Căn cứ pháp lý').waitFor()
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    expect(await page.locator('details:not([open])').count()).toBe(0)
    expect(await page.getByText(`${ward.url}/app/thu-tuc/khai-sinh`).isVisible()).toBe(true)
    await page.close()
  })

  it('leads to its plain page and back, for browsers without script', async () => {
    const plain = await (await fetch(`${ward.url}/thu-tuc/khai-sinh`)).text()
    expect(plain).toContain('href="/app/thu-tuc/khai-sinh"')
    const app = await (await fetch(`${ward.url}/app/thu-tuc/khai-sinh`)).text()
    expect(app).toContain('<noscript><p><a href="/thu-tuc/khai-sinh">')
  })
})

describe('trouble', () => {
  it('with an unknown or old address ends in words and two ways on', async () => {
    expect((await fetch(`${ward.url}/app/thu-tuc/khong-co`)).status).toBe(404)
    for (const path of ['/thu-tuc/khong-co', '/khong-co-trang-nay']) {
      const { page } = await openApp(browser, ward.url, path)
      await page.getByRole('heading', { level: 1, name: /^Không có/ }).waitFor()
      await page.getByRole('link', { name: 'Xem tất cả thủ tục' }).waitFor()
      await page.close()
    }
  })

  it('with the network says so, offers to try again, and then works', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.route('**/api/**', route => route.abort())
    await page.getByRole('link', { name: 'Thẻ căn cước' }).click()
    await page.getByRole('heading', { name: 'Chưa nối được tới máy của phường' }).waitFor()
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await page.getByRole('heading', { level: 1, name: 'Thẻ căn cước' }).waitFor()
    await page.close()
  })

  it('with a part of the app that cannot be fetched says what to do, and opens it once the network is back', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.route('**/assets/guide-page*', route => route.abort())
    await page.getByRole('link', { name: 'Thẻ căn cước' }).click()
    await page.getByRole('heading', { level: 1, name: 'Chưa tải được trang này' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.unroute('**/assets/guide-page*')
    await page.getByRole('button', { name: 'Mở lại' }).click()
    await page.getByRole('heading', { level: 1, name: 'Thẻ căn cước' }).waitFor()
    await page.close()
  })

  it('with a busy server shows the guide that was read before, and says how old it is', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/khai-tu')
    await page.getByRole('heading', { level: 1, name: 'Khai tử' }).waitFor()
    await page.goto(`${ward.url}/app/`)
    await page.evaluate(() => {
      const name = 'mot-cua.answer.guide.khai-tu'
      const kept = JSON.parse(localStorage.getItem(name) ?? '{}')
      localStorage.setItem(name, JSON.stringify({ ...kept, at: kept.at - 86_400_000 }))
    })
    await page.reload()
    await page.route('**/api/procedures/**', route => route.fulfill({ status: 503 }))
    await page.getByRole('link', { name: 'Khai tử' }).click()
    await page.getByRole('heading', { level: 1, name: 'Khai tử' }).waitFor()
    await page.getByText(/bản lưu trên máy lúc/).waitFor()
    await page.close()
  })

  it('with a blocked or full storage changes nothing that can be read', async () => {
    for (const spoil of [
      () =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new Error('blocked')
          },
        }),
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      },
    ]) {
      const page = await browser.newPage()
      await page.addInitScript(spoil)
      await page.goto(`${ward.url}/app/`)
      await page.getByRole('link', { name: 'Khai sinh cho con' }).click()
      await page.getByRole('heading', { name: 'Giấy tờ cần có' }).waitFor()
      await page.close()
    }
  })

  it('with a clock that is a year wrong does not change when the office opens', async () => {
    const wrong = await browser.newPage()
    await wrong.clock.setFixedTime(Date.now() + 366 * 86_400_000)
    const right = await openApp(browser, ward.url)
    const heard = wrong.waitForResponse('**/api/ward')
    await wrong.goto(`${ward.url}/app/`)
    await heard
    const state = await right.page.locator('.office-line').first().textContent()
    await wrong
      .getByText(state ?? '')
      .first()
      .waitFor()
    expect(state).toMatch(/^Đang/)
    await wrong.close()
    await right.page.close()
  })
})
