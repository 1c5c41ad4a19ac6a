/** Whatever anybody wrote is shown as words: markup and programs in it become part of no page. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { pages } from '../console/pages/index.ts'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { bumpCatalogue } from '../server/procedures/store.ts'
import { starterTopics } from '../shared/content/index.ts'
import { noFacts } from '../shared/local-parts/index.ts'
import { openBrowser } from './setup/browser.ts'
import { goToPage, openDesk, signInAtDesk } from './setup/desk.ts'
import { meetingFields } from './setup/notice-sheets.ts'
import { HOOD, WARD } from './setup/notices.ts'
import { everyPage, openApp } from './setup/phone.ts'
import { listAsks } from './setup/public-walk.ts'
import { until } from './setup/until.ts'
import { openWholeDesk, type WholeDesk } from './setup/whole-desk.ts'

const MARKUP = '<img src=x onerror="planted=1"><script>planted=1</script>'

let desk: WholeDesk
let browser: Browser
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([openWholeDesk(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await desk?.ward.close()
})

/** As if whoever wrote it had been an attacker: every word carries markup. */
function plantIn(value: unknown): unknown {
  if (typeof value === 'string') {
    // Words, in distinction from keys, codes, days and addresses.
    return /\s|[^\x20-\x7e]/.test(value) ? value + MARKUP : value
  }
  if (Array.isArray(value)) return value.map(plantIn)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plantIn(part)]))
}

/** From now on the server's answers to this page are planted. @returns waits until it has all that it asked for */
async function plantAnswers(page: Page): Promise<() => Promise<void>> {
  let asked = 0
  await page.route(/\/api\/(?!auth\/)/, async route => {
    asked += 1
    try {
      const response = await route.fetch()
      if (!response.headers()['content-type']?.includes('json')) return await route.fulfill({ response })
      await route.fulfill({ response, json: plantIn(await response.json()) })
    } finally {
      asked -= 1
    }
  })
  const drawn = () => page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 50))))
  return async () => {
    await drawn()
    await until('all that was asked for', async () => asked === 0)
    await drawn()
  }
}

/** What of it became more than words, and whether it was shown at all. */
async function lookFor(page: Page): Promise<{ alive: string[]; hasRun: boolean; isShown: boolean }> {
  const found = await page.evaluate(() => ({
    alive: [
      ...document.querySelectorAll('img[src="x"], [onerror]'),
      ...[...document.scripts].filter(({ textContent }) => textContent === 'planted=1'),
    ].map(element => element.outerHTML.slice(0, 200)),
    hasRun: 'planted' in window,
    typed: [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value).join(),
  }))
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen, without what scripts and sheets contain
  const words = (await page.locator('body').innerText()) + found.typed
  return { ...found, isShown: words.includes('<img src=x') }
}

describe('markup in what is shown', () => {
  it('stays words on every page of the desk', async () => {
    const { page } = await openDesk(browser, desk.ward.url)
    await signInAtDesk(page, desk.admin)
    await plantAnswers(page)
    const found: object[] = []
    let shown = 0
    for (const entry of pages) {
      const path = desk.addresses[entry.path] ?? entry.path
      await goToPage(page, path)
      const { alive, hasRun, isShown } = await lookFor(page)
      if (alive.length > 0 || hasRun) found.push({ path, alive, hasRun })
      if (isShown) shown += 1
    }
    expect(found).toEqual([])
    expect(shown).toBeGreaterThan(pages.length / 2)
    await page.close()
  })

  it('stays words on every page of the phone', async () => {
    const { page } = await openApp(browser, desk.ward.url)
    const untilAnswered = await plantAnswers(page)
    const found: object[] = []
    let shown = 0
    for (const path of everyPage) {
      await page.goto(`${desk.ward.url}/app${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await untilAnswered()
      const { alive, hasRun, isShown } = await lookFor(page)
      if (alive.length > 0 || hasRun) found.push({ path, alive, hasRun })
      if (isShown) shown += 1
    }
    expect(found).toEqual([])
    expect(shown).toBeGreaterThan(5)
    await page.close()
  })

  it('stays words on every page that the server writes itself, for residents and for staff', async () => {
    const { ward } = desk
    const model = starterTopics.find(({ kind }) => kind === 'information')
    const content = JSON.stringify({
      ...model,
      key: 'muon-loa',
      title: `Mượn loa ${MARKUP}`,
      task: `mượn loa ${MARKUP}`,
      summary: `Hỏi tổ trưởng. ${MARKUP}`,
      advice: [MARKUP],
      aliases: [`mượn loa ${MARKUP}`],
      exampleQuestions: [],
      confusableWith: [],
      facts: [],
      reviewFlags: [],
    })
    await ward.db
      .insertInto('topic_revisions')
      .values({ topic_key: 'muon-loa', revision: 1, content, origin: 'officer', retired_at: null })
      .execute()
    await ward.db.transaction().execute(bumpCatalogue)
    const areaId = (await findArea(ward.db, WARD))?.id ?? ''
    await ward.db
      .updateTable('areas')
      .set(({ eb }) => ({ name: eb('name', '||', MARKUP) as never }))
      .where('code', '=', HOOD)
      .execute()
    const fields = { ...meetingFields, title: `Mời họp ${MARKUP}`, what: `Bàn việc ${MARKUP}`, place: MARKUP }
    const notice = await ward.compose({ fields } as never)
    expect((await ward.submit(notice, { isConfirmed: true })).status).toBe(200)
    expect((await ward.approve(notice)).status).toBe(200)
    await until(
      'the guide is in force',
      async () => (await fetch(`${ward.url}/api/procedures/muon-loa`)).status === 200,
    )

    const expiresAt = new Date(Date.now() + 3600_000)
    const token = await createToken(ward.db, { role: 'administrator', areaId, label: 'kiểm tra', expiresAt })
    const asks = listAsks({ guides: ['muon-loa'], drafts: [], notices: [notice.code], areas: [WARD, HOOD] })
    const found: string[] = []
    let shown = 0
    let next = 0
    for (const { path } of asks.filter(({ method }) => method === 'GET'))
      for (const staff of [false, true]) {
        next += 1
        const response = await fetch(ward.url + path, {
          headers: { 'x-forwarded-for': `10.8.0.${next % 250}`, ...(staff && { authorization: `Bearer ${token}` }) },
        })
        const text = await response.text()
        if (!/html|xml/.test(response.headers.get('content-type') ?? '')) continue
        if (text.includes('<img src=x') || text.includes('<script>planted')) found.push(path)
        if (/&#60;img src=x/.test(text)) shown += 1
      }
    expect(found).toEqual([])
    expect(shown).toBeGreaterThan(8)
  })

  it('comes in by no address: what runs a program, or is no page of the web, is refused wherever an address is written', async () => {
    const { admin } = desk
    const add = (url: string) =>
      admin.call('POST', '/api/laws', { number: '98/2027/QH-MAU', title: 'Luật dùng để thử', url })
    const write = (url: string) => {
      const facts = { ...noFacts, form: { text: 'Mẫu của phường', url, source: 'Thông báo (mẫu)' } }
      return admin.call('PUT', `/api/guides/ly-hon/local/${WARD}`, { facts, version: null })
    }
    for (const url of [
      'javascript:planted=1//',
      'data:text/html,<script>planted=1</script>',
      ' javascript:planted=1',
    ]) {
      expect((await add(url)).status).toBe(400)
      expect((await write(url)).status).toBe(400)
    }
    expect((await add('https://phuong-mau.example/van-ban')).status).toBe(200)
    expect((await write('https://phuong-mau.example/to-khai')).status).toBe(200)
  })
})
