/** A page of a browser that is as slow as a cheap phone on a poor network. */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { openPhone } from '../tests/setup/browser.ts'

export const CPU_SLOWDOWN = 4
const BYTES_PER_S = (1.6 * 1024 * 1024) / 8
const ROUND_TRIP_MS = 150

export async function openCheapPhone(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const { page } = await openPhone(browser)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: ROUND_TRIP_MS,
    downloadThroughput: BYTES_PER_S,
    uploadThroughput: BYTES_PER_S / 2,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  return { page, session }
}
