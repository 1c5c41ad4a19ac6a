/** Every guide of the ward, as it is read, heard, printed and taken along. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findArea } from '../server/platform/areas/index.ts'
import { createToken } from '../server/platform/people/index.ts'
import { starterTopics } from '../shared/content/index.ts'
import type { Topic } from '../shared/procedures.ts'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { findBlemishes } from './setup/layout.ts'
import { openApp, overflowOf, smallTargets } from './setup/phone.ts'
import { tone } from './setup/sounds.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let browser: Browser
let editor = ''
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard(), openBrowser()])
  const areaId = (await findArea(ward.db, 'phuong-mau'))?.id ?? ''
  editor = await createToken(ward.db, {
    role: 'editor',
    areaId,
    label: 'editor',
    expiresAt: new Date(Date.now() + 3600_000),
  })
  await record('khai-sinh', 'whole', tone(30))
  await record('khai-sinh', 'steps', tone(30, 330))
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

async function record(topic: string, section: string, sound: Buffer): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ topic, section, revision: '1' })) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(sound)]), 'doc.wav')
  const headers = { authorization: `Bearer ${editor}` }
  const answer = await fetch(`${ward.url}/api/areas/phuong-mau/recordings`, { method: 'POST', headers, body: form })
  expect(answer.status).toBe(200)
}

/** The headings that the record of a topic has something to say under, in order. */
function headingsOf(topic: Topic): string[] {
  const { cases, steps, channels, authority } = topic
  const isElsewhere = authority.kind === 'elsewhere'
  const first = channels.filter(
    one => one.procedure === null || one.procedure === (cases[0]?.procedure ?? one.procedure),
  )
  const parts: [string, boolean][] = [
    ['Làm ở đâu, lúc nào', isElsewhere],
    ['Giấy tờ cần có', cases.length > 0],
    ['Các bước', steps.length > 0],
    ['Làm ở đâu, lúc nào', !isElsewhere],
    ['Bao lâu có kết quả', channels.length > 0],
    ['Lệ phí', channels.length > 0],
    ['Không cần đến quầy', first.some(({ type }) => type !== 'in_person')],
    ['Kết quả nhận được', topic.results.length > 0],
    ['Ai được làm, khi nào', topic.eligibility.length > 0],
    ['Nên biết', topic.advice.length > 0],
    ['Hay nhầm với', true],
    ['Mẫu tờ khai', (cases[0]?.documents ?? []).some(({ role }) => role === 'form')],
    ['Việc gần giống', topic.relatedProcedures.length > 0],
    ['Căn cứ pháp lý', topic.legalBases.length > 0],
    ['Nguồn', true],
  ]
  return parts.flatMap(([title, isThere]) => (isThere ? [title] : []))
}

/** Everything that the record says and the page must not leave out. */
function saidBy(topic: Topic): string[] {
  return [
    topic.summary,
    ...(topic.cases[0]?.documents ?? []).flatMap(({ name, note }) => [name, note ?? '']),
    ...topic.steps.flatMap(({ title, text }) => [title, text]),
    ...topic.results,
    ...topic.eligibility,
    ...topic.advice,
    ...topic.legalBases.flatMap(({ number, title }) => [number, title]),
    ...topic.confusableWith.map(({ difference }) => difference),
    ...topic.sources.map(({ name }) => name),
    ...topic.procedures.flatMap(({ code, name }) => [code, name]),
    ...topic.scheduledChanges.map(({ text }) => text),
  ]
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

async function openGuide(page: Page, key: string): Promise<void> {
  await page.goto(`${ward.url}/app/thu-tuc/${key}`)
  await page.getByRole('heading', { level: 2, name: 'Nguồn' }).waitFor()
  await page.getByRole('heading', { level: 2, name: 'Hay nhầm với' }).waitFor()
}

describe('every guide', () => {
  it('shows all that its record says, at the usual size and at the largest on the narrowest screen', async () => {
    const { page, complaints } = await openApp(browser, ward.url)
    const faults: Record<string, unknown> = {}
    for (const topic of starterTopics) {
      await page.setViewportSize({ width: 390, height: 844 })
      await openGuide(page, topic.key)
      const words = plain((await page.locator('main').textContent()) ?? '')
      const missing = saidBy(topic)
        .map(plain)
        .filter(text => !words.includes(text))
      const headings = (await page.locator('main h2').allTextContents()).filter(one => one !== 'Sắp thay đổi')
      const expected = headingsOf(topic)
      const blemishes = await findBlemishes(page)
      await page.setViewportSize({ width: 320, height: 700 })
      await page.evaluate(() => Object.assign(document.documentElement.dataset, { size: 'a2' }))
      blemishes.push(...(await findBlemishes(page)), ...(await smallTargets(page)))
      if ((await overflowOf(page)) > 0) blemishes.push('wider than the screen')
      const isWhole = JSON.stringify(headings) === JSON.stringify(expected)
      if (missing.length > 0 || !isWhole || blemishes.length > 0)
        faults[topic.key] = { missing, blemishes, ...(isWhole ? {} : { headings, expected }) }
    }
    expect(faults).toEqual({})
    expect(complaints).toEqual([])
    await page.close()
  }, 300_000)

  it('is told apart from what it is taken for, and names only guides that there are', () => {
    const keys = new Set(starterTopics.map(({ key }) => key))
    expect(starterTopics.filter(({ confusableWith }) => confusableWith.length === 0)).toEqual([])
    expect(
      starterTopics.flatMap(({ confusableWith }) => confusableWith).filter(({ topic }) => !keys.has(topic)),
    ).toEqual([])
  })

  it('names its sources in words that say something to a resident', () => {
    const names = new Set(starterTopics.flatMap(({ sources }) => sources.map(({ name }) => name)))
    expect([...names].filter(name => /người đọc thứ/i.test(name))).toEqual([])
  })
})

describe('on paper', () => {
  const MM = 72 / 25.4

  it.each(['khai-sinh', 'ket-hon-nuoc-ngoai', 'nuoi-con-nuoi', 'cap-so-do-lan-dau', 'ho-chieu', 'thong-tin-phuong'])(
    '%s takes one to three pages of A4',
    async key => {
      const { page } = await openApp(browser, ward.url)
      await openGuide(page, key)
      const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      const pages = [...file.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)]
      expect(pages.length).toBeGreaterThanOrEqual(1)
      expect(pages.length).toBeLessThanOrEqual(3)
      for (const [, width, height] of pages)
        expect([Math.round(Number(width) / MM), Math.round(Number(height) / MM)]).toEqual([210, 297])
      await page.emulateMedia({ media: 'print' })
      const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
      expect(size * 0.75).toBeGreaterThanOrEqual(13)
      await page.close()
    },
  )
})

describe('a recording of the ward', () => {
  interface Sound {
    src: string
    paused: boolean
    rate: number
    at: number
  }

  /** Notes every sound that the page makes, though none stands on it. */
  async function openWithEars(path = '/thu-tuc/khai-sinh') {
    const app = await openApp(browser, ward.url)
    await app.page.addInitScript(() => {
      const sounds: HTMLAudioElement[] = []
      const Whole = window.Audio
      Object.assign(window, {
        sounds,
        Audio: class extends Whole {
          constructor(src?: string) {
            super(src)
            sounds.push(this)
          }
        },
      })
    })
    await app.page.goto(`${ward.url}/app${path}`)
    await app.page.getByRole('heading', { level: 1 }).waitFor()
    return app
  }

  const heard = (page: Page): Promise<Sound[]> =>
    page.evaluate(() =>
      (window as unknown as { sounds: HTMLAudioElement[] }).sounds.map(one => ({
        src: one.getAttribute('src') ?? '',
        paused: one.paused,
        rate: one.playbackRate,
        at: one.currentTime,
      })),
    )
  const soundIsUnderWay = (page: Page, index = 0) =>
    page.waitForFunction(place => {
      const one = (window as unknown as { sounds: HTMLAudioElement[] }).sounds[place]
      return one && !one.paused && one.currentTime > 0.2
    }, index)
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const player = (page: Page) => page.getByRole('region', { name: 'Đang đọc' })

  it('is played, slowed down, heard again, paused and ended, by buttons that stay in sight', async () => {
    const { page, complaints, hosts } = await openWithEars()
    expect(await heard(page)).toEqual([])
    await button(page, 'Nghe đọc').click()
    await soundIsUnderWay(page)
    await player(page).getByText('Bản ghi âm của phường').waitFor()
    await player(page)
      .getByText(/^0:\d\d \/ 0:30$/)
      .waitFor()
    await button(page, 'Đọc chậm').click()
    expect((await heard(page))[0]?.rate).toBe(0.8)
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await button(page, 'Tạm dừng').click()
    expect((await heard(page))[0]?.paused).toBe(true)
    await button(page, 'Nghe lại').click()
    expect((await heard(page))[0]?.at).toBe(0)
    await button(page, 'Đọc tiếp').click()
    await soundIsUnderWay(page)
    await button(page, 'Tắt').click()
    expect(await player(page).count()).toBe(0)
    expect((await heard(page)).every(({ paused, src }) => paused && src === '')).toBe(true)
    expect(complaints).toEqual([])
    expect([...hosts]).toEqual([new URL(ward.url).host])
    await page.close()
  })

  it('of one part is heard at that part, and one sound at a time', async () => {
    const { page } = await openWithEars()
    await button(page, 'Nghe đọc').click()
    await soundIsUnderWay(page)
    await page.getByRole('button', { name: /^Nghe phần này\s+các bước$/ }).click()
    await soundIsUnderWay(page, 1)
    expect((await heard(page)).map(({ paused }) => paused)).toEqual([true, false])
    expect(await player(page).count()).toBe(1)
    await page.close()
  })

  it('falls silent when somebody leaves the page, or looks away', async () => {
    const { page } = await openWithEars()
    await button(page, 'Nghe đọc').click()
    await soundIsUnderWay(page)
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    expect((await heard(page))[0]?.paused).toBe(true)
    await button(page, 'Đọc tiếp').click()
    await soundIsUnderWay(page)
    await page.getByRole('link', { name: 'Tìm', exact: true }).click()
    await page.getByRole('textbox').waitFor()
    expect((await heard(page)).every(({ paused }) => paused)).toBe(true)
    await page.close()
  })

  it('of the common case is not played for another, and not for words of another revision', async () => {
    const { page } = await openWithEars('/thu-tuc/khai-sinh#truong-hop=mang-thai-ho')
    await page.getByRole('button', { name: /^Nghe phần này\s+các bước$/ }).waitFor()
    expect(await button(page, 'Nghe đọc').count()).toBe(0)
    await page.close()
    const { page: other } = await openWithEars('/thu-tuc/khai-tu')
    await button(other, 'Chép đường dẫn').waitFor()
    expect(await other.getByRole('button', { name: /^Nghe/ }).count()).toBe(0)
    await other.close()
  })

  it('that cannot be fetched says so, and works once the network is back', async () => {
    const { page } = await openWithEars()
    await page.route('**/tep/**', route => route.abort('internetdisconnected'))
    await button(page, 'Nghe đọc').click()
    await page.getByRole('alert').getByText('Chưa tải được bản ghi âm, có thể do mất mạng.').waitFor()
    expect(await player(page).count()).toBe(0)
    await page.unroute('**/tep/**')
    await button(page, 'Nghe đọc').click()
    await soundIsUnderWay(page, 1)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.close()
  })

  it('has buttons without a barrier, at every size of letters', async () => {
    const { page } = await openWithEars()
    await button(page, 'Nghe đọc').click()
    await soundIsUnderWay(page)
    for (const [width, size] of [
      [390, 'a'],
      [320, 'a2'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.evaluate(chosen => Object.assign(document.documentElement.dataset, { size: chosen }), size)
      expect(await findBarriers(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    }
    await page.close()
  })
})

describe('into one’s own Zalo', () => {
  it('the list goes through Zalo’s sheet, else into the chat with the ward, else as words to paste', async () => {
    for (const [works, asked] of [
      ['openShareSheet', ['openShareSheet']],
      ['openChat', ['openShareSheet', 'openChat']],
      ['nothing', ['openShareSheet', 'openChat']],
    ] as const) {
      const { page } = await openApp(browser, ward.url)
      await page.addInitScript(only => {
        const names: string[] = []
        const answer = (name: string) => () => {
          names.push(name)
          return name === only ? Promise.resolve({}) : Promise.reject({ code: -1403 })
        }
        const nativeStorage = { getItem: () => '', setItem: () => undefined, removeItem: () => undefined }
        const motCuaBridge = { openShareSheet: answer('openShareSheet'), openChat: answer('openChat'), nativeStorage }
        Object.assign(window, { names, motCuaBridge })
      }, works)
      await page.goto(`${ward.url}/app/thu-tuc/khai-tu`)
      await page.getByRole('button', { name: 'Gửi vào Zalo của tôi' }).click()
      const dialog = page.getByRole('dialog', { name: 'Gửi vào Zalo của tôi' })
      if (works === 'nothing') await dialog.getByText('Bấm giữ vào ô nhắn tin rồi chọn “Dán”.').waitFor()
      await page.waitForFunction(
        count => (window as unknown as { names: string[] }).names.length === count,
        asked.length,
      )
      expect(await page.evaluate(() => (window as unknown as { names: string[] }).names)).toEqual(asked)
      expect(await dialog.count()).toBe(works === 'nothing' ? 1 : 0)
      await page.close()
    }
  })

  it('shows the words to copy where the browser lets nobody copy for them', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await page.goto(`${ward.url}/app/thu-tuc/khai-tu`)
    await page.getByRole('button', { name: 'Gửi vào Zalo của tôi' }).click()
    const words = await page.getByRole('textbox', { name: 'Danh sách bằng chữ' }).inputValue()
    expect(words).toMatch(/^Giấy tờ cần mang để/)
    expect(words.endsWith(`${ward.url}/app/thu-tuc/khai-tu`)).toBe(true)
    expect(await findBarriers(page)).toEqual([])
    await page.close()
  })
})
