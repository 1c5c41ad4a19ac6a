/** A phone that lays the program and the guides by for a day without a network. */
import type { Page } from 'playwright-core'
import { until } from './until.ts'

/** The app begins when nobody waits for anything: a while after its page stands, and again a while after that. */
const A_WHILE_MS = 4000

/**
 * Lets one while after the other pass on a page whose clock was installed, until what is asked of the browser holds.
 */
export async function untilPrepared(page: Page, holds: () => Promise<boolean>): Promise<void> {
  await until(String(holds), async () => {
    if (await page.evaluate(holds)) return true
    await page.clock.fastForward(A_WHILE_MS)
    return false
  })
}
