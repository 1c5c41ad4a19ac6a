/** One first visit, from nothing to a quiet page, without touching it. */
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openCheapPhone } from './cheap-phone.ts'

export interface Visit {
  /** All JavaScript loaded before anybody touched the page. */
  jsGzipKb: number
  /** Everything that came over the wire, headers included. */
  wireKb: number
  lcpMs: number
  cls: number
}

const QUIET_MS = 2500

export async function measureVisit(browser: Browser, address: string): Promise<Visit> {
  const { page, session } = await openCheapPhone(browser)
  let wireBytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wireBytes += encodedDataLength
  })
  const scripts: Promise<number>[] = []
  page.on('response', response => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      scripts.push(response.body().then(body => gzipSync(body, { level: 9 }).length))
  })
  await page.addInitScript(watchPictures)
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(QUIET_MS)
  const { lcpMs, cls } = await page.evaluate(
    () => (window as unknown as { pictures: Pick<Visit, 'lcpMs' | 'cls'> }).pictures,
  )
  const jsBytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0)
  await page.close()
  return {
    jsGzipKb: kilobytes(jsBytes),
    wireKb: kilobytes(wireBytes),
    lcpMs: Math.round(lcpMs),
    cls: Math.round(cls * 1e3) / 1e3,
  }
}

/** Runs in the page, before anything else. */
function watchPictures(): void {
  const pictures = { lcpMs: 0, cls: 0 }
  Object.assign(window, { pictures })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) pictures.lcpMs = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
      if (!hadRecentInput) pictures.cls += value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

function kilobytes(bytes: number): number {
  return Math.round((bytes / 1024) * 10) / 10
}
