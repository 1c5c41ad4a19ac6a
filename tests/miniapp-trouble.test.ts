/** Whatever goes wrong on the way, the page ends in words that say what to do. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser, openPhone } from './setup/browser.ts'
import { type Front, openFront } from './setup/front.ts'
import { untilPrepared } from './setup/offline.ts'
import { everyPage, openApp, pagesAhead } from './setup/phone.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let browser: Browser
let front: Front
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard(), openBrowser()])
  front = await openFront(ward.url)
})
afterEach(() => front.mend())
afterAll(async () => {
  await browser?.close()
  await front?.close()
  await ward?.close()
})

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const askedMost = (page: Page) => page.getByRole('heading', { name: 'Hay hỏi nhất' })
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Thử lại' })

/** The front page stands; what is pressed from here on goes over a line in trouble. */
async function openHome() {
  const phone = await openApp(browser, front.url)
  await askedMost(phone.page).waitFor()
  return phone
}

/** From here on the page's time passes only when a test lets it, however long the machine takes. */
async function stopTheClock(page: Page): Promise<void> {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
}

async function openCard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Thẻ căn cước' }).click()
}

describe('an address', () => {
  it('of a checklist that the ward no longer has leads on', async () => {
    const { page } = await openApp(browser, front.url, '/thu-tuc/viec-da-bo/giay-to')
    await title(page, /^Không có/).waitFor()
    await page.getByText(/đường dẫn đã cũ/).waitFor()
    await page.getByRole('link', { name: 'Xem tất cả thủ tục' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.close()
  })

  it('with a case of long ago in it shows the common case', async () => {
    const { page } = await openApp(browser, front.url, '/thu-tuc/khai-sinh#truong-hop=da-bo-tu-lau')
    await page.getByRole('heading', { name: 'Giấy tờ cần có' }).waitFor()
    await page.getByText('Giấy chứng sinh', { exact: true }).first().waitFor()
    await page.close()
  })

  it('of a checklist whose answers are of another time asks what is still unknown', async () => {
    const stale = [
      { revision: 1, given: [{ question: 'cau-da-bo', option: 'x' }], preset: null },
      { revision: 1, given: [{ question: 'cau-da-bo' }], preset: { because: 1, answers: { la: 'gi' } } },
      { revision: 'x' },
    ]
    for (const progress of stale) {
      const { page, complaints } = await openApp(browser, front.url)
      await page.evaluate(text => sessionStorage.setItem('mot-cua.checklist.khai-sinh', text), JSON.stringify(progress))
      await page.goto(`${front.url}/app/thu-tuc/khai-sinh/giay-to`)
      await page.getByText(/^Câu 1\//).waitFor()
      expect(complaints).toEqual([])
      await page.close()
    }
  })
})

describe('a server', () => {
  it.each([
    ['that is busy', { status: 503 }, 'Máy của phường đang bận'],
    ['that answers with broken words', { body: '{"topic": {"ke' }, 'Máy của phường đang bận'],
    ['behind a door that shows a page of its own', { body: '<html>Đăng nhập Wi-Fi</html>' }, 'Máy của phường đang bận'],
    ['that is asked too often', { status: 429 }, 'Đang có quá nhiều lượt'],
  ])('%s says so, and works once it is well', async (_what, how, words) => {
    const { page } = await openHome()
    front.spoil(/\/api\/procedures/, how)
    await openCard(page)
    await title(page, words).waitFor()
    expect(await findBarriers(page)).toEqual([])
    front.mend()
    await tryAgain(page).click()
    await title(page, 'Thẻ căn cước').waitFor()
    await page.close()
  })

  it('that refuses a token names the way on, and offers no useless second try', async () => {
    const { page } = await openHome()
    front.spoil(/\/api\/procedures/, { status: 401 })
    await openCard(page)
    await title(page, 'Chưa được phép xem').waitFor()
    await page.getByText(/Về trang đầu rồi mở lại/).waitFor()
    expect(await tryAgain(page).count()).toBe(0)
    await page.close()
  })

  it('whose answer is nothing like a guide leaves no white page, and nothing that spoils the next visit', async () => {
    const { page } = await openHome()
    front.spoil(/\/api\/procedures/, { body: '{}' })
    await openCard(page)
    await title(page, 'Trang này gặp trục trặc').waitFor()
    expect(await findBarriers(page)).toEqual([])
    front.mend()
    await page.getByRole('button', { name: 'Mở lại' }).click()
    await title(page, 'Thẻ căn cước').waitFor()
    await page.close()
  })

  it('that takes ten seconds is waited for, with words meanwhile', async () => {
    const { page } = await openHome()
    const { promise: held, resolve: answer } = Promise.withResolvers<void>()
    front.spoil(/\/api\/procedures/, { until: held })
    await stopTheClock(page)
    await openCard(page)
    await page.getByText('Đang mở hướng dẫn…').waitFor()
    await page.clock.runFor(10_000)
    await page.getByText('Đang mở hướng dẫn…').waitFor()
    const answered = page.waitForResponse('**/api/procedures/**')
    answer()
    await (await answered).finished()
    await page.clock.resume()
    await title(page, 'Thẻ căn cước').waitFor()
    await page.close()
  })

  it('that never answers is given up, and asked again by a press', async () => {
    const { page } = await openHome()
    front.spoil(/\/api\/procedures/, { afterMs: 60_000 })
    await stopTheClock(page)
    await openCard(page)
    await page.getByText('Đang mở hướng dẫn…').waitFor()
    await page.clock.runFor(60_000)
    await page.clock.resume()
    await title(page, 'Mạng đang chậm').waitFor()
    front.mend()
    await tryAgain(page).click()
    await title(page, 'Thẻ căn cước').waitFor()
    await page.close()
  })

  it('that was never reached leaves a search that says so, with what is asked most and a way to ask', async () => {
    front.spoil(/\/api\/topic-index/, { status: 503 })
    const { page } = await openHome()
    await page.getByRole('textbox', { name: 'Tìm giấy tờ, thủ tục' }).fill('khai sinh')
    await page.getByRole('heading', { name: 'Chưa mở được danh mục để tìm' }).waitFor()
    await page.getByRole('list', { name: 'Hay hỏi nhất' }).getByRole('link').first().waitFor()
    await page.getByRole('link', { name: /^Gọi 0200/ }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.close()
  })
})

describe('a first visit that breaks off', () => {
  it('before the program came shows the ward’s words, and after a while what to do, with no program at all', async () => {
    front.spoil(/\/app\/assets\/.*\.js$/, { status: 503 })
    const { page } = await openPhone(browser)
    await page.goto(`${front.url}/app/`)
    await page.getByRole('link', { name: 'Khai sinh cho con' }).waitFor()
    const advice = page.getByText(/Trang chưa mở xong\. Kiểm tra Wi-Fi/)
    const afterSeconds = (seconds: number) =>
      page.evaluate(ms => {
        for (const animation of document.getAnimations()) animation.currentTime = ms
      }, seconds * 1000)
    await afterSeconds(11)
    expect(await advice.isVisible()).toBe(false)
    await afterSeconds(13)
    await advice.waitFor({ state: 'visible' })
    await page.getByText(/Hoặc gọi 0200/).waitFor()
    expect(await findBarriers(page)).toEqual([])
    front.mend()
    await page.getByRole('link', { name: 'tải lại' }).click()
    await page.getByRole('textbox', { name: 'Tìm giấy tờ, thủ tục' }).waitFor()
    expect(await advice.count()).toBe(0)
    await page.close()
  })

  it('after the front page came says so where something is missing, and goes on once the line is back', async () => {
    const { page } = await openHome()
    front.cut()
    await page.getByRole('link', { name: 'Người thân mất' }).click()
    await title(page, 'Chưa tải được trang này').waitFor()
    await page.getByText(/Kiểm tra Wi-Fi hoặc mạng di động/).waitFor()
    front.mend()
    await page.getByRole('button', { name: 'Mở lại' }).click()
    await page.getByRole('link', { name: /^Khai tử/ }).waitFor()
    await page.close()
  })
})

describe('a phone', () => {
  it('whose storage is full reads, asks and answers as any other', async () => {
    const page = (await openPhone(browser, { keepsProgram: true })).page
    await page.addInitScript(() => {
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      Storage.prototype.setItem = full
      Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    })
    const complaints: string[] = []
    page.on('pageerror', error => complaints.push(error.message))
    await page.clock.install()
    await page.goto(`${front.url}/app/`)
    await untilPrepared(page, async () => (await navigator.serviceWorker.getRegistration())?.active !== null)
    await page.getByRole('link', { name: 'Khai sinh cho con' }).first().click()
    await page.getByRole('link', { name: 'Giấy tờ của tôi' }).click()
    await page.getByText(/^Câu 1\//).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each([-366, 366])(
    'whose clock is %s days off dates nothing wrongly and still asks for what is new',
    async days => {
      const { page, complaints } = await openPhone(browser)
      await page.clock.setFixedTime(Date.now() + days * 86_400_000)
      await page.goto(`${front.url}/app/thu-tuc/khai-sinh`)
      await title(page, 'Khai sinh cho con').waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.getByText(/bản lưu trên máy/).count()).toBe(0)
      const heard = page.waitForRequest('**/api/procedures/can-cuoc')
      await page.getByRole('link', { name: 'Trang đầu', exact: true }).click()
      await openCard(page)
      await heard
      await title(page, 'Thẻ căn cước').waitFor()
      const returned = await page.getByText(/^Hẹn trả|trả kết quả/).allTextContents()
      expect(returned.join(' ')).not.toMatch(new RegExp(`/${new Date(Date.now() + days * 86_400_000).getFullYear()}`))
      expect(complaints).toEqual([])
      await page.close()
    },
  )

  it('whose clock was a year ahead when it kept something does not take that for new for a year', async () => {
    const { page } = await openHome()
    await page.evaluate(() => {
      const name = 'mot-cua.answer.ward'
      const kept = JSON.parse(localStorage.getItem(name) ?? '{}')
      localStorage.setItem(name, JSON.stringify({ ...kept, at: Date.now() + 366 * 86_400_000 }))
    })
    await page.route('**/app/', async route => {
      const answer = await route.fetch()
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace(/<script type="application\/json"[\s\S]*?<\/script>/, ''),
      })
    })
    const heard = page.waitForRequest('**/api/ward')
    await page.reload()
    await heard
    await page.close()
  })

  it('of 2020, which lacks newer methods, reads every page', async () => {
    const read = pagesAhead(everyPage, async path => {
      const { page, complaints } = await openPhone(browser)
      await page.addInitScript(forgetNewerMethods)
      await page.goto(`${front.url}/app${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      return { page, complaints }
    })
    for (const path of everyPage) {
      const { page, complaints } = await read(path)
      expect(await page.getByRole('heading', { name: 'Trang này gặp trục trặc' }).count()).toBe(0)
      // Figures that the ward does not show are answered 404, and the browser notes that by itself.
      expect(complaints.filter(complaint => !complaint.includes('404'))).toEqual([])
      await page.close()
    }
    const { page, complaints } = await openPhone(browser)
    await page.addInitScript(forgetNewerMethods)
    await page.goto(`${front.url}/app/tim`)
    await page.getByRole('textbox').fill('lam khai sinh')
    await page.getByRole('list', { name: 'Việc tìm thấy' }).getByRole('link').first().waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })
})

/** Runs in the page before it: what Chrome learned after version 80, as far as the language's own methods go. */
function forgetNewerMethods(): void {
  const forget = (owner: object, names: string[]): void => {
    for (const name of names) Reflect.deleteProperty(owner, name)
  }
  forget(Array.prototype, ['at', 'with', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced'])
  forget(String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'])
  forget(Object.getPrototypeOf(Int8Array.prototype), [
    'at',
    'with',
    'findLast',
    'findLastIndex',
    'toSorted',
    'toReversed',
  ])
  forget(Object, ['hasOwn', 'groupBy'])
  forget(Map, ['groupBy'])
  forget(Promise, ['any', 'withResolvers', 'try'])
  forget(Array, ['fromAsync'])
  forget(Set.prototype, [
    'union',
    'intersection',
    'difference',
    'isSubsetOf',
    'isSupersetOf',
    'symmetricDifference',
    'isDisjointFrom',
  ])
  forget(AbortSignal, ['timeout', 'any', 'abort'])
  forget(Crypto.prototype, ['randomUUID'])
  forget(Element.prototype, ['replaceChildren', 'checkVisibility'])
  forget(window, ['structuredClone', 'WeakRef', 'reportError', 'AggregateError', 'scheduler'])
  const iterators: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))
  forget(iterators, [
    'map',
    'filter',
    'flatMap',
    'toArray',
    'some',
    'every',
    'find',
    'reduce',
    'take',
    'drop',
    'forEach',
  ])
  forget(HTMLDialogElement.prototype, ['requestClose'])
}
