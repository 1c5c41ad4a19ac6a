/**
 * From a pressed key to the finds for what stands in the box, as they are painted. The browser slows the page down and not
 * the searching worker beside it: what the worker would take longer is measured apart and added.
 */
import type { Browser } from 'playwright-core'
import { createAnswerer } from '../shared/answering/index.ts'
import type { TopicIndex } from '../shared/topic-index.ts'
import { CPU_SLOWDOWN, openCheapPhone } from './cheap-phone.ts'

export interface Typing {
  /** Of every second keystroke; of 95 in a hundred. */
  keystrokeMs: number
  keystroke95Ms: number
  /** What is added to each of both for the worker: of 95 in a hundred searches, how much longer a slow one takes. */
  workerAddedMs: number
  /** From opening the page to the first find. */
  readyMs: number
}

/** A person types slower than this. */
const BETWEEN_KEYS_MS = 140
/** As the page asks for. */
const MOST_FINDS = 8
/** As the worker does before anybody types. */
const WARM_UP = ['g', 'gi', 'giay', 'giay to', 'giấy tờ gì']

interface TypingOptions {
  /** Of the page with the search. */
  address: string
  index: TopicIndex
  texts: readonly string[]
}

export async function measureTyping(browser: Browser, { address, index, texts }: TypingOptions): Promise<Typing> {
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
  const added = (CPU_SLOWDOWN - 1) * share(timeSearches(index, texts), 0.95)
  const withWorker = (part: number): number => Math.round(share(times, part) + added)
  return {
    keystrokeMs: withWorker(0.5),
    keystroke95Ms: withWorker(0.95),
    workerAddedMs: Math.round(added * 10) / 10,
    readyMs,
  }
}

/** @param part from 0 to 1 */
function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * part)] ?? 0
}

/** The worker's own work, key by key, at full speed: what the processor spent on it, whoever else was at the machine. */
function timeSearches(index: TopicIndex, texts: readonly string[]): number[] {
  const answerer = createAnswerer(index)
  for (const text of WARM_UP) answerer.search(text, 1)
  const typed = texts.flatMap(text => Array.from(text, (_, at) => text.slice(0, at + 1).trim()))
  return typed.map(text => {
    const from = process.threadCpuUsage()
    answerer.search(text, MOST_FINDS)
    const { user, system } = process.threadCpuUsage(from)
    return (user + system) / 1000
  })
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
