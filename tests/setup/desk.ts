/** An officer's browser at the console: opens a page of it, and writes down whatever the browser complains about. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openPhone } from './browser.ts'
import { type Officer, totp } from './staff.ts'

export const DESK = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }

export interface Desk {
  page: Page
  /** Errors and warnings of the console, each break of the content security policy among them. */
  complaints: string[]
}

/** @param path of the console, with a slash at the start */
export async function openDesk(browser: Browser, address: string, path = '/', size = DESK): Promise<Desk> {
  if (!existsSync(join(process.cwd(), 'dist/console/index.html')))
    throw new Error('the console is not built; run: npm run build:web')
  const { page, complaints } = await openPhone(browser, size)
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', event =>
      console.error(`policy broken: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`),
    ),
  )
  await page.goto(`${address}/console${path}`)
  return { page, complaints }
}

export async function signInAtDesk(page: Page, { username, password, secret, waitForCode }: Officer): Promise<void> {
  await waitForCode()
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByLabel(/Sáu số/).fill(totp(secret))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Hôm nay' }).waitFor()
}

/**
 * As a link of the page does it: the program stays, another page of it is shown. Then nothing is waited for any more.
 * @param path of the console, with a slash at the start
 */
export async function goToPage(page: Page, path: string): Promise<void> {
  await page.evaluate(address => {
    if (location.pathname + location.search === address) return
    // Another part of the same page keeps its heading.
    if (location.pathname !== address.split('?')[0]) document.querySelector('h1')?.setAttribute('data-left', '')
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/console${path}`)
  await untilPageShown(page)
  // What asks for more only now, asks at once.
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 30))))
  await untilPageShown(page)
}

export async function untilPageShown(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1:not([data-left])') !== null && document.querySelector('.mantine-Loader-root') === null,
  )
}
