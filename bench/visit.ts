/** One first visit, from nothing to a quiet page, without touching it. */
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openCheapPhone } from './cheap-phone.ts'

export interface Visit {
  /** All JavaScript loaded before anybody touched the page, the searching worker included. */
  jsGzipKb: number
  /** Of it the searching worker, which runs beside the page and begins once the first picture stands. */
  workerGzipKb: number
  /** Everything that came over the wire, headers included. */
  wireKb: number
  /** Of it the index of topics. */
  indexKb: number
  /** Every address that was asked for. */
  addresses: string[]
  lcpMs: number
  cls: number
}

const QUIET_MS = 2500
const WORKER = 'search-worker'

export async function measureVisit(browser: Browser, address: string): Promise<Visit> {
  const { page, session } = await openCheapPhone(browser)
  const asked = new Map<string, string>()
  const cameIn = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => void asked.set(requestId, request.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    cameIn.set(requestId, encodedDataLength)
  })
  const scripts: Promise<{ path: string; size: number }>[] = []
  page.on('response', response => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js'))
      scripts.push(response.body().then(body => ({ path: pathname, size: gzipSync(body, { level: 9 }).length })))
  })
  await page.addInitScript(watchPictures)
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(QUIET_MS)
  const { lcpMs, cls } = await page.evaluate(
    () => (window as unknown as { pictures: Pick<Visit, 'lcpMs' | 'cls'> }).pictures,
  )
  const loaded = await Promise.all(scripts)
  await page.close()
  const wireOf = (part: string): number =>
    sum([...cameIn].filter(([id]) => asked.get(id)?.includes(part)).map(([, size]) => size))
  return {
    jsGzipKb: kilobytes(sum(loaded.map(({ size }) => size))),
    workerGzipKb: kilobytes(sum(loaded.filter(({ path }) => path.includes(WORKER)).map(({ size }) => size))),
    wireKb: kilobytes(sum([...cameIn.values()])),
    indexKb: kilobytes(wireOf('/api/topic-index')),
    addresses: [...asked.values()],
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

export function kilobytes(bytes: number): number {
  return Math.round((bytes / 1024) * 10) / 10
}
