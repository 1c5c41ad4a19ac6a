/** The app inside Zalo: with a stand-in for Zalo's bridge, and as the package that Zalo serves. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser, openPhone } from './setup/browser.ts'
import { openWard, type TestWard } from './setup/ward.ts'
import { type Manner, openInsideZalo } from './setup/zalo-phone.ts'
import { buildPackage, PUBLIC_URL } from './setup/zapp.ts'

let ward: TestWard
let browser: Browser
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const openInside = (path: string, manner: Manner) => openInsideZalo(browser, ward.url, path, manner)

describe('inside Zalo', () => {
  it('asks nothing of anybody at the start', async () => {
    const { page, complaints, asked } = await openInside('/', 'kind')
    await page.waitForLoadState('networkidle')
    expect(await asked()).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })

  it('calls, shares and opens links through Zalo, with addresses that open anywhere', async () => {
    const { page, asked } = await openInside('/thu-tuc/khai-sinh', 'kind')
    await page.getByRole('link', { name: /^Gọi 0200/ }).click()
    await page.getByRole('button', { name: 'Gửi cho người thân' }).click()
    await page.getByRole('link', { name: 'Xem đường đi' }).click()
    const link = `${ward.url}/app/thu-tuc/khai-sinh`
    expect(await asked()).toEqual([
      { name: 'openPhone', args: { phoneNumber: '0200000001' } },
      {
        name: 'openShareSheet',
        args: { type: 'text', data: { text: expect.stringContaining(link), autoParseLink: true } },
      },
      { name: 'openOutApp', args: { url: expect.stringContaining('https://www.google.com/maps/') } },
    ])
    expect(page.url()).toBe(link)
    await page.close()
  })

  it('takes a refusal for an answer', async () => {
    const { page, complaints } = await openInside('/thu-tuc/khai-sinh', 'refusing')
    await page.getByRole('button', { name: 'Gửi cho người thân' }).click()
    expect(await page.locator('.said').textContent()).toBe('')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('goes another way when Zalo never answers', async () => {
    const { page } = await openInside('/thu-tuc/khai-sinh', 'silent')
    await page.getByRole('heading', { name: 'Giấy tờ cần có' }).waitFor()
    await page.clock.install()
    await page.getByRole('button', { name: 'Gửi cho người thân' }).click()
    await page.clock.fastForward(61_000)
    await page
      .getByText(/[Cc]hép/)
      .and(page.locator('.said'))
      .waitFor()
    await page.close()
  })
})

describe('the package for Zalo', () => {
  const MB = 1024 * 1024
  const HOME = 'https://h5.zdn.vn/zapps/3300000000000000001'
  let folder = ''
  let remove = (): void => undefined
  beforeAll(() => {
    ;({ folder, remove } = buildPackage())
  })
  afterAll(() => remove())

  const list = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.\w+$/.test(name))

  it('names its files for Zalo, fits its limits and fetches nothing from another host', () => {
    const { app, listCSS, listSyncJS } = JSON.parse(readFileSync(join(folder, 'app-config.json'), 'utf8'))
    expect(app.title).toBe('Một Cửa')
    expect(list()).toEqual(expect.arrayContaining([...listCSS, ...listSyncJS]))
    expect([listCSS.length, listSyncJS.length]).toEqual([expect.any(Number), 1])
    const sizes = list().map(name => statSync(join(folder, name)).size)
    expect(Math.max(...sizes)).toBeLessThan(3 * MB)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(10 * MB)
    const styles = list()
      .filter(name => name.endsWith('.css'))
      .map(name => readFileSync(join(folder, name), 'utf8'))
    expect(styles.join('')).not.toMatch(/https?:|@font-face/)
  })

  /** As Zalo serves it: the package at Zalo's address, our server behind its public one, nothing else reachable. */
  async function openPackage(path: string, hasNetwork: boolean) {
    const { page } = await openPhone(browser)
    await page.route('**/*', async route => {
      const url = new URL(route.request().url())
      if (url.href.startsWith(PUBLIC_URL) && hasNetwork) {
        const headers = { origin: 'https://h5.zdn.vn' }
        const answer = await fetch(ward.url + url.pathname + url.search, { headers })
        return route.fulfill({
          status: answer.status,
          headers: {
            'content-type': 'application/json',
            'access-control-allow-origin': answer.headers.get('access-control-allow-origin') ?? '',
          },
          body: await answer.text(),
        })
      }
      if (!url.href.startsWith(HOME)) return route.abort()
      const name = /assets\/.*$/.exec(url.pathname)?.[0]
      if (name) return route.fulfill({ path: join(folder, name) })
      const html = readFileSync(join(folder, 'index.html'), 'utf8').replaceAll('"./assets/', `"${HOME}/assets/`)
      return route.fulfill({ contentType: 'text/html', body: html })
    })
    await page.goto(HOME + path)
    return page
  }

  it('opens at Zalo’s address, without a bridge that answers, and speaks to the ward’s server', async () => {
    const page = await openPackage('/thu-tuc/khai-sinh', true)
    await page.getByText(/Phiên bản 1, phường đăng ngày/).waitFor()
    await page.getByText(/Phường chưa kiểm tra lại mục này/).waitFor()
    expect(page.url()).toBe(`${HOME}/thu-tuc/khai-sinh`)
    await page.close()
  })

  it('finds and shows guides with no network at all, and says that they came with the app', async () => {
    const page = await openPackage('/', false)
    await page.getByRole('textbox').fill('mat giay khai sinh')
    await page.getByRole('list', { name: 'Việc tìm thấy' }).getByRole('link').first().click()
    await page.getByText(/Bản kèm theo ứng dụng/).waitFor()
    await page.close()
  })

  it('is let in by our server from Zalo’s two addresses and from no other', async () => {
    const allowed = async (origin: string) =>
      (await fetch(`${ward.url}/api/ward`, { headers: { origin } })).headers.get('access-control-allow-origin')
    expect(await allowed('https://h5.zdn.vn')).toBe('https://h5.zdn.vn')
    expect(await allowed('zbrowser://h5.zdn.vn')).toBe('zbrowser://h5.zdn.vn')
    for (const origin of ['https://h5.zdn.vn.evil.example', 'http://h5.zdn.vn', 'https://zalo.me', 'null'])
      expect(await allowed(origin)).toBeNull()
    const preflight = await fetch(`${ward.url}/api/ward`, {
      method: 'OPTIONS',
      headers: { origin: 'https://h5.zdn.vn', 'access-control-request-headers': 'authorization' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
  })
})
