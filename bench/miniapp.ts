/**
 * `npm run bench -- miniapp`: what the app costs a cheap phone. A real browser, slowed down to a quarter, on 1.6 Mbit/s with
 * 150 ms there and back; every visit with an empty cache. The figures are the worst of the pages.
 */
import type { Browser } from 'playwright-core'
import { findBarriers, openBrowser, openPhone } from '../tests/setup/browser.ts'
import { everyPage } from '../tests/setup/phone.ts'
import { openInstallation } from './installation.ts'
import { measureTyping } from './typing.ts'
import { measureVisit, type Visit } from './visit.ts'

const PAGES = ['/', '/thu-tuc/khai-sinh', '/thu-tuc']
const VISITS = 3
const TYPED = ['lam giay khai sinh cho chau', 'mất sổ đỏ thì làm sao', 'tam tru cho nguoi thue']
const SCREENS = [
  { width: 390, size: 'a' },
  { width: 390, size: 'a1' },
  { width: 390, size: 'a2' },
  { width: 320, size: 'a2' },
]

export async function benchMiniapp() {
  const installation = await openInstallation()
  const browser = await openBrowser()
  try {
    await installation.startServer()
    const address = `${installation.serverUrl}/app`
    const visits: Visit[] = []
    for (const path of PAGES) {
      const some: Visit[] = []
      for (let count = 0; count < VISITS; count++) some.push(await measureVisit(browser, address + path))
      const visit = middle(some)
      visits.push(visit)
      console.log(
        `${path}: LCP ${visit.lcpMs} ms, CLS ${visit.cls}, JavaScript ${visit.jsGzipKb} KB gzip, ${visit.wireKb} KB qua mạng`,
      )
    }
    const typing = await measureTyping(browser, `${address}/tim`, TYPED)
    console.log(
      `gõ chữ: một nửa trong ${typing.keystrokeMs} ms, 95 % trong ${typing.keystroke95Ms} ms; tìm được sau ${typing.readyMs} ms`,
    )
    const axeViolations = await countBarriers(browser, address)
    console.log(`axe: ${axeViolations} lỗi trên ${everyPage.length} trang, ${SCREENS.length} cỡ`)
    return { ...worst(visits), ...typing, axeViolations }
  } finally {
    await browser.close()
    await installation.close()
  }
}

/** By the time of the largest picture. */
function middle(visits: Visit[]): Visit {
  const sorted = [...visits].sort((a, b) => a.lcpMs - b.lcpMs)
  const found = sorted[Math.floor(sorted.length / 2)]
  if (!found) throw new Error('no visit was made')
  return found
}

function worst(visits: Visit[]): Visit {
  const most = (name: keyof Visit): number => Math.max(...visits.map(visit => visit[name]))
  return { jsGzipKb: most('jsGzipKb'), wireKb: most('wireKb'), lcpMs: most('lcpMs'), cls: most('cls') }
}

async function countBarriers(browser: Browser, address: string): Promise<number> {
  let count = 0
  for (const path of everyPage) {
    const { page } = await openPhone(browser)
    await page.goto(address + path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    for (const { width, size } of SCREENS) {
      await page.setViewportSize({ width, height: 844 })
      await page.evaluate(chosen => Object.assign(document.documentElement.dataset, { size: chosen }), size)
      count += (await findBarriers(page)).length
    }
    await page.close()
  }
  return count
}
