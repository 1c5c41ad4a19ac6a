/** The chat on a page of ours: the ward's answers for people without the ward's Zalo, and nothing kept of them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { toBlocks, withoutChoices } from '../miniapp/pages/chat/blocks.ts'
import { ChatReply } from '../shared/chat.ts'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { openApp, overflowOf, smallTargets } from './setup/phone.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let browser: Browser
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const QUESTION = 'lam khai sinh cho chau can giay to gi'

const log = (page: Page) => page.getByRole('log', { name: 'Cuộc trò chuyện' })
const field = (page: Page) => page.getByRole('textbox', { name: 'Câu muốn hỏi' })
const replies = (page: Page) => log(page).getByText('Phường trả lời:')
const choices = (page: Page) => page.getByRole('list', { name: 'Chọn để hỏi tiếp' })

async function openChat() {
  const phone = await openApp(browser, ward.url, '/hoi')
  await field(phone.page).waitFor()
  return phone
}

/** Types and presses Enter, then waits for the ward. */
async function ask(page: Page, text: string): Promise<void> {
  const before = await replies(page).count()
  await field(page).fill(text)
  await field(page).press('Enter')
  await replies(page).nth(before).waitFor()
}

function isInSight(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(wanted => {
    const { top, bottom } = document.querySelector(wanted)?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
    const view = window.visualViewport
    return top >= (view?.offsetTop ?? 0) && bottom <= (view?.offsetTop ?? 0) + (view?.height ?? window.innerHeight)
  }, selector)
}

describe('a conversation on the page', () => {
  it('after failures names the officers’ number, and leaves the choices at hand', async () => {
    let state: string | null = null
    const say = async (text: string) => {
      const response = await fetch(`${ward.url}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, state }),
      })
      const reply = ChatReply.parse(await response.json())
      state = reply.state
      return reply.messages.map(message => message.text)
    }
    await say('toi muon lam giay cho can nha')
    await say('so do')
    const [officer, choicesAgain] = await say('giay to nha dat')
    expect(officer).toContain('Trang này không nối được với cán bộ')
    expect(choicesAgain).toContain('hỏi việc nào dưới đây')
    expect((await say('1')).join()).toContain('Nguồn:')
  })

  it('answers in the ward’s own words, and goes on by a press or by a number', async () => {
    const { page, complaints } = await openChat()
    await page.getByRole('button', { name: 'Khai sinh cho con' }).waitFor()
    await ask(page, QUESTION)
    await log(page)
      .getByRole('listitem')
      .filter({ hasText: /giấy chứng sinh/ })
      .waitFor()
    await log(page).getByText('Nguồn: Cổng Dịch vụ công, 18/07/2026').waitFor()
    const number = await choices(page).getByRole('button', { name: 'Lệ phí' }).locator('b').textContent()
    await ask(page, number ?? '')
    await log(page)
      .getByText(/^Lệ phí làm khai sinh cho con/)
      .waitFor()
    await choices(page).getByRole('button', { name: 'Thời gian' }).click()
    await log(page)
      .getByText(/^Thời gian làm khai sinh cho con/)
      .last()
      .waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('leads from an answer to the whole guide, and only where the words rest on one', async () => {
    const { page, complaints } = await openChat()
    await ask(page, 'hom nay phuong lam viec may gio')
    const whole = log(page).getByRole('link', { name: 'Xem cả hướng dẫn' })
    expect(await whole.count()).toBe(0)
    await ask(page, QUESTION)
    expect(await whole.count()).toBe(1)
    expect(await findBarriers(page)).toEqual([])
    await page.reload()
    await whole.click()
    await page.waitForURL(/\/thu-tuc\/khai-sinh$/)
    await page.getByRole('heading', { level: 1, name: /khai sinh/i }).waitFor()
    await page.goBack()
    await log(page).getByText(QUESTION).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('lets one call and open what the ward names', async () => {
    const { page } = await openChat()
    await ask(page, 'so dien thoai cua phuong')
    expect(
      await log(page)
        .getByRole('link', { name: /^Gọi 0200/ })
        .first()
        .getAttribute('href'),
    ).toBe('tel:0200000001')
    await ask(page, 'đăng ký tạm trú online')
    const portal = log(page).getByRole('link', { name: 'Mở Cổng Dịch vụ công' })
    expect(await portal.getAttribute('href')).toBe('https://dichvucong.gov.vn')
    await page.close()
  })

  it('warns against sending numbers, never claims that something is stored, and stores nothing', async () => {
    const { page } = await openChat()
    await page.getByText('Trang này không lưu; đừng gửi số căn cước.').waitFor()
    const addresses: string[] = []
    page.on('request', request => addresses.push(request.url()))
    await ask(page, QUESTION)
    expect(await log(page).textContent()).not.toMatch(/tự xóa sau|trước khi lưu/)
    for (const table of ['events', 'deliveries', 'conversations', 'persons'] as const)
      expect(await ward.db.selectFrom(table).selectAll().execute()).toEqual([])
    expect(addresses.filter(address => /khai|sinh\b/.test(decodeURIComponent(address)))).toEqual([])
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(QUESTION)
    await page.close()
  })

  it('is still there after a reload, and gone for good once it is deleted', async () => {
    const { page } = await openChat()
    await ask(page, QUESTION)
    await page.reload()
    await log(page).getByText(QUESTION).waitFor()
    await ask(page, 'lệ phí')
    await log(page)
      .getByText(/^Lệ phí làm khai sinh/)
      .waitFor()
    await page.getByRole('button', { name: 'Xóa cuộc trò chuyện' }).click()
    await page.getByText('Đã xóa cuộc trò chuyện.').waitFor()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await page.reload()
    await page.getByRole('list', { name: 'Câu hay hỏi' }).waitFor()
    expect(await log(page).textContent()).toBe('')
    await page.close()
  })

  it('is read out politely, and works by keyboard: Enter sends and the field keeps the focus', async () => {
    const { page } = await openChat()
    const focused = () => page.evaluate(() => document.activeElement?.tagName ?? '')
    await field(page).focus()
    await page.keyboard.type(QUESTION)
    await page.keyboard.press('Enter')
    await replies(page).first().waitFor()
    expect([await focused(), await field(page).inputValue()]).toEqual(['TEXTAREA', ''])
    await choices(page).getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    await replies(page).nth(1).waitFor()
    // A press leads to what was said, from where the next choices follow.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Người hỏi: /)
    await page.close()
  })

  it('shows a long answer from its beginning', async () => {
    const { page } = await openChat()
    const text = Array.from({ length: 40 }, (_, index) => `Dòng ${index} ${'chữ '.repeat(10)}`)
      .join('\n')
      .slice(0, 2000)
    await page.route('**/api/chat', route =>
      route.fulfill({ json: { messages: [{ text, buttons: [] }], state: '{}' } }),
    )
    await ask(page, 'kể hết')
    await page.waitForFunction(() => (document.querySelector('.chat-mine')?.getBoundingClientRect().top ?? 999) < 120)
    expect([await isInSight(page, '.chat-mine'), await overflowOf(page)]).toEqual([true, 0])
    await page.close()
  })
})

describe('words brought along', () => {
  it('from a search that found nothing stand in the field, never in an address, and come only once', async () => {
    const { page } = await openApp(browser, ward.url, '/tim')
    await page.getByRole('textbox').fill('qqqq zzzz')
    await page.getByRole('heading', { name: /Chưa thấy việc nào/ }).waitFor()
    await page.getByRole('link', { name: 'Hỏi ngay ở đây' }).click()
    await field(page).waitFor()
    expect([await field(page).inputValue(), page.url()]).toEqual(['qqqq zzzz', `${ward.url}/app/hoi`])
    await page.reload()
    await field(page).waitFor()
    expect(await field(page).inputValue()).toBe('')
    await page.close()
  })

  it('from a guide name its topic, and the field is ready to go on', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/khai-sinh')
    await page.getByRole('link', { name: 'Hỏi thêm về việc này' }).click()
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
    await page.keyboard.type('lệ phí')
    await page.keyboard.press('Enter')
    await log(page)
      .getByText(/^Lệ phí làm khai sinh cho con/)
      .waitFor()
    await page.close()
  })
})

describe('trouble in the chat', () => {
  it('without a network keeps the words, offers guides that are on the phone, and sends the same words again', async () => {
    const { page } = await openChat()
    await page.route('**/api/chat', route => route.abort())
    await field(page).fill('mat can cuoc lam lai the nao')
    await page.getByRole('button', { name: 'Gửi' }).click()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.getByRole('alert').getByText('Chưa nối được tới máy của phường').waitFor()
    await log(page).getByText('Chưa gửi được').waitFor()
    await page
      .getByRole('list', { name: 'Hướng dẫn có trên máy này' })
      .getByRole('link', { name: /^Thẻ căn cước/ })
      .waitFor()
    expect(await page.getByRole('link', { name: /^Gọi 0200/ }).count()).toBe(1)
    await page.unroute('**/api/chat')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await replies(page).first().waitFor()
    expect(await page.getByText('Chưa gửi được').count()).toBe(0)
    await page.close()
  })

  it.each([
    [503, 'Máy của phường đang bận'],
    [429, 'Đang có quá nhiều lượt'],
  ])('says what %i means and what to do', async (status, words) => {
    const { page } = await openChat()
    await page.route('**/api/chat', route => route.fulfill({ status }))
    await field(page).fill('khai sinh')
    await field(page).press('Enter')
    await page.getByRole('alert').getByText(words).waitFor()
    await page.getByRole('button', { name: 'Thử lại' }).waitFor()
    await page.close()
  })

  it('waits no longer than twelve seconds', async () => {
    const { page } = await openChat()
    await page.clock.install()
    await page.route('**/api/chat', () => undefined)
    await field(page).fill('khai sinh')
    await field(page).press('Enter')
    await page.getByText('Máy đang trả lời…').waitFor()
    await page.clock.fastForward(13_000)
    await page.getByRole('alert').getByText('Mạng đang chậm').waitFor()
    await page.close()
  })

  it('names the number to call when somebody is in danger, even without a network', async () => {
    const { page } = await openChat()
    await page.route('**/api/chat', route => route.abort())
    await field(page).fill('cháy nhà rồi cứu với')
    await field(page).press('Enter')
    expect(await page.getByRole('link', { name: /^114/ }).getAttribute('href')).toBe('tel:114')
    await page.close()
  })

  it('begins anew when the server no longer knows what it handed out', async () => {
    const { page } = await openChat()
    await ask(page, QUESTION)
    await page.route('**/api/chat', route =>
      route.request().postDataJSON().state === null ? route.continue() : route.fulfill({ status: 400 }),
    )
    await ask(page, 'khai tử cần gì')
    await log(page)
      .getByText(/khai tử/)
      .last()
      .waitFor()
    await page.close()
  })

  it('asks again for what was still under way when the page was left', async () => {
    const { page } = await openChat()
    await page.route('**/api/chat', () => undefined, { times: 1 })
    await field(page).fill(QUESTION)
    await field(page).press('Enter')
    await page.getByText('Máy đang trả lời…').waitFor()
    await page.getByRole('link', { name: 'Trang đầu' }).click()
    await page.getByRole('link', { name: 'Hỏi', exact: true }).click()
    await replies(page).first().waitFor()
    await page.close()
  })
})

describe('the keyboard of a small phone', () => {
  it('never hides the field where it shrinks the page', async () => {
    const { page } = await openApp(browser, ward.url, '/hoi', { width: 320, height: 640, size: 'a2' })
    await ask(page, QUESTION)
    await page.setViewportSize({ width: 320, height: 340 })
    await page.waitForFunction(() => document.documentElement.classList.contains('keyboard-open'))
    expect(await isInSight(page, 'textarea')).toBe(true)
    expect(await page.getByRole('navigation', { name: 'Các phần chính' }).isVisible()).toBe(false)
    await page.close()
  })

  it('never hides the field where it is laid over the page', async () => {
    const { page } = await openChat()
    await ask(page, QUESTION)
    await page.evaluate(() => {
      const view = Object.assign(new EventTarget(), { height: 480, width: 390, scale: 1, offsetTop: 0 })
      Object.defineProperty(window, 'visualViewport', { value: view })
    })
    // The page listens to what it found at its beginning: open it again with the keyboard there.
    await page.getByRole('link', { name: 'Trang đầu' }).click()
    await page.getByRole('link', { name: 'Hỏi', exact: true }).click()
    await field(page).focus()
    await page.waitForFunction(() => document.documentElement.classList.contains('keyboard-open'))
    expect(await isInSight(page, 'textarea')).toBe(true)
    await page
      .getByRole('link', { name: 'Cỡ chữ' })
      .or(page.getByRole('button', { name: 'Cỡ chữ' }))
      .focus()
    expect(await page.getByRole('navigation', { name: 'Các phần chính' }).isVisible()).toBe(true)
    await page.close()
  })
})

describe('every state of the chat', () => {
  const states: Record<string, (page: Page) => Promise<void>> = {
    beginning: async () => undefined,
    answered: page => ask(page, QUESTION),
    troubled: async page => {
      await page.route('**/api/chat', route => route.abort())
      await field(page).fill('mat can cuoc')
      await field(page).press('Enter')
      await page.getByRole('list', { name: 'Hướng dẫn có trên máy này' }).getByRole('link').nth(1).waitFor()
    },
  }
  it.each(Object.keys(states))(
    '%s has no barrier at any size of letters, and nothing too small to press',
    async state => {
      const { page } = await openChat()
      await states[state]?.(page)
      for (const { width, size } of [
        { width: 390, size: 'a' },
        { width: 390, size: 'a1' },
        { width: 390, size: 'a2' },
        { width: 320, size: 'a2' },
      ]) {
        await page.setViewportSize({ width, height: 844 })
        await page.evaluate(chosen => Object.assign(document.documentElement.dataset, { size: chosen }), size)
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
        expect(await findBarriers(page)).toEqual([])
        expect(await overflowOf(page)).toBeLessThanOrEqual(0)
        expect(await smallTargets(page)).toEqual([])
      }
      await page.close()
    },
  )
})

describe('the ward’s words', () => {
  it('do not list again what stands on the choices below, and lose nothing else', () => {
    const titles = ['Lệ phí', 'Nơi làm']
    expect(withoutChoices('Việc nào?\n1 Lệ phí\n2 Nơi làm\nHoặc gọi.', titles)).toBe('Việc nào?\nHoặc gọi.')
    expect(withoutChoices('Xong.\nNhắn số: 1 Lệ phí · 2 Nơi làm', titles)).toBe('Xong.')
    expect(withoutChoices('Nhắn số: 1 Lệ phí · 2 Nơi nộp', titles)).toBe('Nhắn số: 1 Lệ phí · 2 Nơi nộp')
    expect(withoutChoices('2 bản chính\n1 Lệ phí', titles)).toBe('2 bản chính')
    expect(withoutChoices('1 Lệ phí', titles)).toBe('1 Lệ phí')
  })

  it('keep their lines, and • makes a list', () => {
    expect(toBlocks('Mang theo:\n• tờ khai\n• giấy chứng sinh\n\nNguồn: A.\nGọi trước.')).toEqual([
      { kind: 'words', text: 'Mang theo:' },
      { kind: 'list', items: ['tờ khai', 'giấy chứng sinh'] },
      { kind: 'words', text: 'Nguồn: A.' },
      { kind: 'words', text: 'Gọi trước.' },
    ])
  })
})
