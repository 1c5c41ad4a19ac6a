/** The app on a phone: opens a page of it and watches what it complains about and whom it asks. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openPhone, type PhoneOptions } from './browser.ts'

/** One address of every kind of page, and one that is none. */
export const everyPage: readonly string[] = [
  '/',
  '/tim',
  '/su-kien/sinh-con',
  '/thu-tuc',
  '/thu-tuc/khai-sinh',
  '/thu-tuc/ho-chieu',
  '/thu-tuc/thong-tin-phuong',
  '/thu-tuc/khai-sinh/giay-to',
  '/lam-giup',
  '/lam-giup/trich-luc-ho-tich',
  '/hoi',
  '/thong-bao',
  '/thong-bao/cai-dat',
  '/thong-bao/tra-loi',
  '/thong-bao/tham-gia',
  '/thong-bao/to/phuong-mau-to-5',
  '/thong-bao/to-truong',
  '/thong-bao/viet',
  '/thong-bao/tin/1',
  '/thong-bao/khong-co',
  '/cua-toi',
  '/cua-toi/noi',
  '/cua-toi/noi/them',
  '/cua-toi/quan-tam',
  '/cua-toi/nhan-tin',
  '/cua-toi/bao-tin',
  '/cua-toi/du-lieu',
  '/cua-toi/gioi-thieu',
  '/cua-toi/dang-nhap',
  '/so-lieu',
  '/khong-co',
]

/** Pages with nothing of their own for whoever is not a signed-in leader: `miniapp-notices-leader` looks at them. */
export const leadersPages: readonly string[] = [
  '/thong-bao/viet/:key',
  '/thong-bao/tin/:id/tra-loi',
  '/thong-bao/tin/:id/tung-nha/:area',
  '/thong-bao/tin/:id/ap-phich',
]

export interface AppPhone {
  page: Page
  /** Errors and warnings of the console. */
  complaints: string[]
  /** Every host that was asked for anything. */
  hosts: Set<string>
}

export interface AppOptions extends PhoneOptions {
  size?: 'a' | 'a1' | 'a2'
}

/** @param address of the server, without a path @param path of the app, with a slash at the start */
export async function openApp(
  browser: Browser,
  address: string,
  path = '/',
  { size, ...options }: AppOptions = {},
): Promise<AppPhone> {
  if (!existsSync(join(process.cwd(), 'dist/web/index.html')))
    throw new Error('the app is not built; run: npm run build:web')
  const { page, complaints } = await openPhone(browser, options)
  const hosts = new Set<string>()
  page.on('request', request => hosts.add(new URL(request.url()).host))
  if (size)
    await page.addInitScript(
      look => localStorage.setItem('mot-cua.look', look),
      JSON.stringify({ size, isStrong: false }),
    )
  await page.goto(`${address}/app${path}`)
  return { page, complaints, hosts }
}

/** Opens pages in turn, each of them while the one before is being looked at: pages settle meanwhile. */
export function pagesAhead<Key, Opened>(
  keys: readonly Key[],
  open: (key: Key) => Promise<Opened>,
): (key: Key) => Promise<Opened> {
  const opened = new Map<Key, Promise<Opened>>()
  const begin = (key: Key): Promise<Opened> => {
    const page = opened.get(key) ?? open(key)
    // Whoever asks for it hears what went wrong.
    page.catch(() => null)
    opened.set(key, page)
    return page
  }
  return key => {
    const page = begin(key)
    const next = keys[keys.indexOf(key) + 1]
    if (next !== undefined) begin(next)
    return page
  }
}

/** As `localhost`, where Zalo's SDK would pretend to be inside Zalo. */
export function asLocalhost(address: string): string {
  return address.replace('127.0.0.1', 'localhost')
}

/** Pixels by which the page, or a sheet over it, is wider than the screen; 0 is right. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('dialog[open]')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    ),
  )
}

/** What can be pressed and is lower or narrower than 48 pixels; words inside a sentence are left out. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, summary, input, label.choice')]
      .filter(element => !element.closest('p, li:not(.rows li, .tiles li), .skip-link, .choice input, .search-box'))
      .filter(element => !element.matches('.choice input, .skip-link'))
      .filter(element => {
        const { width, height } = element.getBoundingClientRect()
        return element.getClientRects().length > 0 && Math.min(width, height) < 48
      })
      .map(element => element.outerHTML.slice(0, 120)),
  )
}
