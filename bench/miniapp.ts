/**
 * `npm run bench -- miniapp`: what the app costs a cheap phone. A real browser, slowed down to a quarter, on 1.6 Mbit/s with
 * 150 ms there and back; every visit with an empty cache. The figures are the worst of the pages.
 */
import type { Browser } from 'playwright-core'
import type { TopicIndex } from '../shared/topic-index.ts'
import { findBarriers, openBrowser } from '../tests/setup/browser.ts'
import { everyPage, openApp } from '../tests/setup/phone.ts'
import { everyState } from '../tests/setup/phone-states.ts'
import { openInsideZalo } from '../tests/setup/zalo-phone.ts'
import { openInstallation } from './installation.ts'
import { measureLaidBy } from './laid-by.ts'
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

/** `--no-axe`: the figures alone; `tests/miniapp-barriers.test.ts` walks the same pages and states. */
export async function benchMiniapp(args: readonly string[] = []) {
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
        `${path}: LCP ${visit.lcpMs} ms, CLS ${visit.cls}, JavaScript ${visit.jsGzipKb} KB gzip (trong đó bộ tìm chạy riêng ${visit.workerGzipKb} KB), ${visit.wireKb} KB qua mạng (trong đó danh mục để tìm ${visit.indexKb} KB)`,
      )
    }
    const laidBy = await measureLaidBy(
      installation.serverUrl,
      visits.flatMap(({ addresses }) => addresses),
    )
    console.log(
      `để dành cho ngày mất mạng, tải sau khi trang đã đứng yên: phần còn lại của ứng dụng ${laidBy.programKb} KB, mọi hướng dẫn ${laidBy.bookKb} KB`,
    )
    const index = (await (await fetch(`${installation.serverUrl}/api/topic-index`)).json()) as TopicIndex
    const typing = await measureTyping(browser, { address: `${address}/tim`, index, texts: TYPED })
    console.log(
      `gõ chữ: một nửa trong ${typing.keystrokeMs} ms, 95 % trong ${typing.keystroke95Ms} ms (đã cộng ${typing.workerAddedMs} ms cho bộ tìm chậm đi 4 lần); tìm được sau ${typing.readyMs} ms`,
    )
    const figures = { ...worst(visits), ...laidBy, ...typing }
    if (args.includes('--no-axe')) return figures
    const axeViolations = await countBarriers(browser, installation.serverUrl)
    console.log(
      `axe: ${axeViolations} lỗi trên ${everyPage.length} trang và ${everyState.length} trạng thái, ${SCREENS.length} cỡ`,
    )
    return { ...figures, axeViolations }
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

function worst(visits: Visit[]): Omit<Visit, 'addresses'> {
  const most = (name: keyof Omit<Visit, 'addresses'>): number => Math.max(...visits.map(visit => visit[name]))
  return {
    jsGzipKb: most('jsGzipKb'),
    workerGzipKb: most('workerGzipKb'),
    wireKb: most('wireKb'),
    indexKb: most('indexKb'),
    lcpMs: most('lcpMs'),
    cls: most('cls'),
  }
}

async function countBarriers(browser: Browser, site: string): Promise<number> {
  let count = 0
  const places = everyPage.map(path => ({ path, inside: undefined, reach: async () => undefined }))
  for (const { path, inside, reach } of [...places, ...everyState]) {
    const { page } = inside ? await openInsideZalo(browser, site, path, inside) : await openApp(browser, site, path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    await reach(page)
    for (const { width, size } of SCREENS) {
      await page.setViewportSize({ width, height: 844 })
      await page.evaluate(chosen => Object.assign(document.documentElement.dataset, { size: chosen }), size)
      count += (await findBarriers(page)).length
    }
    await page.close()
  }
  return count
}
