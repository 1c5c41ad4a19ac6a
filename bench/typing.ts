/**
 * From a pressed key to the finds for what stands in the box, as they are painted. The browser cannot slow the searching
 * worker down; `answering` measures that code by itself.
 */
import type { Browser } from 'playwright-core'
import { openCheapPhone } from './cheap-phone.ts'

export interface Typing {
  /** Of every second keystroke; of 95 in a hundred. */
  keystrokeMs: number
  keystroke95Ms: number
  /** From opening the page to the first find. */
  readyMs: number
}

/** A person types slower than this. */
const BETWEEN_KEYS_MS = 140

export async function measureTyping(browser: Browser, address: string, texts: readonly string[]): Promise<Typing> {
  const { page } = await openCheapPhone(browser)
  await page.goto(address)
  const box = page.getByRole('textbox')
  const openedAt = Date.now()
  await box.fill('a')
  await page.getByRole('list', { name: 'Việc tìm thấy' }).waitFor()
  const readyMs = Date.now() - openedAt
  await page.evaluate(watchKeys)
  for (const text of texts) {
    await box.fill('')
    await box.pressSequentially(text, { delay: BETWEEN_KEYS_MS })
    await page.waitForTimeout(500)
  }
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  await page.close()
  const sorted = times.sort((a, b) => a - b)
  const share = (part: number): number => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)
  return { keystrokeMs: share(0.5), keystroke95Ms: share(0.95), readyMs }
}

/** Runs in the page: the finds name the text they are for. */
function watchKeys(): void {
  const keyTimes: number[] = []
  Object.assign(window, { keyTimes })
  let pressedAt = 0
  let text = ''
  window.addEventListener(
    'input',
    event => {
      pressedAt = performance.now()
      text = (event.target as HTMLInputElement).value.trim()
    },
    true,
  )
  new MutationObserver(() => {
    const shown = document.querySelector('.finds')?.textContent ?? ''
    if (pressedAt === 0 || text === '' || !shown.endsWith(`“${text}”`)) return
    const from = pressedAt
    pressedAt = 0
    requestAnimationFrame(() => keyTimes.push(performance.now() - from))
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}
