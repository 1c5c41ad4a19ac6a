/** A person's own list of papers on the phone: a question a screen, then one card to bring, show, send and print. */
import { readFile } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { openApp, overflowOf, smallTargets } from './setup/phone.ts'
import { openWard, type TestWard } from './setup/ward.ts'

let ward: TestWard
let browser: Browser
const logged: string[] = []
beforeAll(async () => {
  const log = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  })
  ;[ward, browser] = await Promise.all([openWard({ log, config: { logLevel: 'debug' } }), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const BIRTH = '/thu-tuc/khai-sinh/giay-to'
const BIRTH_BY_OUTSIDER = [
  'Trẻ chưa khai sinh, cha mẹ người Việt',
  'Đã đăng ký kết hôn',
  'Có giấy chứng sinh',
  'Nhờ người ngoài đi thay',
]

async function answer(page: Page, ...options: string[]): Promise<void> {
  for (const name of options) await page.getByRole('button', { name, exact: true }).click()
}

const headingOf = (page: Page) => page.getByRole('heading', { level: 1 })
const count = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor()

async function openList(path = BIRTH, options = BIRTH_BY_OUTSIDER) {
  const app = await openApp(browser, ward.url, path)
  await answer(app.page, ...options)
  await app.page.getByRole('heading', { level: 1, name: /^Giấy tờ cần mang/ }).waitFor()
  return app
}

describe('a personal checklist', () => {
  it('asks one question a screen, by keyboard alone, and moves the focus to the next question', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/khai-sinh')
    await page.getByRole('link', { name: 'Giấy tờ của tôi' }).focus()
    await page.keyboard.press('Enter')
    await count(page, 'Câu 1/4')
    const question = page.getByRole('group', { name: 'Làm khai sinh cho ai?' })
    expect(await question.getByRole('button').allTextContents()).toEqual([
      'Trẻ chưa khai sinh, cha mẹ người Việt',
      'Cha, mẹ hoặc nơi sinh là nước ngoài',
      'Người lớn chưa từng khai sinh',
      'Đã khai sinh rồi, cần lại giấy',
      'Không rõ',
    ])
    await question.getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    await count(page, 'Câu 2/4')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Cha mẹ của trẻ đã đăng ký kết hôn chưa?',
    )
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await count(page, 'Câu 3/4')
    await page.close()
  })

  it('lists exactly what this person brings, the warning first, in one card', async () => {
    const { page, complaints } = await openList()
    const card = page.getByRole('article', { name: 'Giấy tờ cần mang để làm khai sinh cho con' })
    const words = (await card.allInnerTexts()).join(' ').replace(/\s+/g, ' ')
    const order = [
      'Giấy ủy quyền phải chứng thực trước',
      'Điền theo mẫu Tờ khai đăng ký khai sinh',
      'Nộp lại Giấy chứng sinh 1 bản chính',
      'Giấy ủy quyền 1 bản chính',
      'Mang bản chính để đối chiếu, được mang về Căn cước',
      'Chỉ khi đúng trường hợp Nếu cán bộ không tra được nơi cư trú trên hệ thống, mang thêm bản chính',
      'Nơi nộp Bộ phận Một cửa UBND Phường Mẫu',
      'Bao lâu có kết quả 1 ngày làm việc',
      'thì dự kiến có kết quả thứ',
      'Dự kiến; ngày chính thức ghi trên giấy hẹn.',
      'Lệ phí',
      'Nguồn: Cổng Dịch vụ công quốc gia, mã 1.001193',
      'Phường chưa kiểm tra lại mục này; gọi 0200 000 001 trước khi đi.',
    ].map(part => words.indexOf(part))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(await card.getByRole('checkbox').count()).toBe(5)
    expect(words).not.toMatch(/cam đoan|người làm chứng/)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.emulateMedia({ media: 'print' })
    expect(await card.getByText(`${ward.url}/app/thu-tuc/khai-sinh`).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'In ra giấy' }).isVisible()).toBe(false)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('goes back a question by its button and by the phone’s own way back, and starts over', async () => {
    const { page } = await openApp(browser, ward.url, BIRTH)
    await answer(page, ...BIRTH_BY_OUTSIDER.slice(0, 3))
    await count(page, 'Câu 4/4')
    await page.getByRole('button', { name: 'Câu trước' }).click()
    await count(page, 'Câu 3/4')
    await page.goBack()
    await count(page, 'Câu 2/4')
    await answer(page, 'Chưa, chỉ ghi tên mẹ', 'Không rõ')
    await page.getByRole('heading', { name: 'Ai sẽ đi khai sinh cho trẻ?' }).waitFor()
    await page.getByRole('button', { name: 'Làm lại từ đầu' }).click()
    await count(page, 'Câu 1/4')
    await answer(page, 'Người lớn chưa từng khai sinh')
    await page.getByRole('button', { name: 'Câu trước' }).click()
    await count(page, 'Câu 1/4')
    await page.close()
  })

  it('keeps the place through a reload, and asks politely anew when the guide was changed', async () => {
    const { page } = await openApp(browser, ward.url, BIRTH)
    await answer(page, ...BIRTH_BY_OUTSIDER.slice(0, 2))
    await count(page, 'Câu 3/4')
    await page.reload()
    await count(page, 'Câu 3/4')
    await page.getByRole('button', { name: 'Câu trước' }).click()
    await count(page, 'Câu 2/4')
    await page.route('**/api/procedures/khai-sinh', async route => {
      const guide = await (await route.fetch()).json()
      await route.fulfill({ json: { ...guide, revision: guide.revision + 1 } })
    })
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await page.getByRole('status').filter({ hasText: 'vừa được phường sửa' }).waitFor()
    await count(page, 'Câu 1/4')
    await page.close()
  })

  it('sends no answer to anybody, writes none into an address and leaves none in the log', async () => {
    const { page } = await openApp(browser, ward.url, BIRTH)
    await count(page, 'Câu 1/4')
    await page.waitForLoadState('networkidle')
    logged.length = 0
    const asked: string[] = []
    page.on('request', request => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
    page.on('websocket', socket => asked.push(socket.url()))
    const addresses = new Set<string>()
    page.on('framenavigated', () => addresses.add(page.url()))
    await answer(page, ...BIRTH_BY_OUTSIDER)
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Ảnh, mã QR' }).click()
    await page.getByRole('button', { name: 'Hiện mã QR' }).click()
    await page.getByRole('img', { name: /^Mã QR/ }).waitFor()
    await page.waitForLoadState('networkidle')
    const isOfTheApp = /^GET http:\/\/127\.0\.0\.1:\d+(\/app\/assets\/[^?]+|\/api\/procedures\/khai-sinh\/link) $/
    expect(asked.filter(one => !isOfTheApp.test(one))).toEqual([])
    expect([...addresses].every(address => address === `${ward.url}/app${BIRTH}`)).toBe(true)
    const states = await page.evaluate(() => JSON.stringify(history.state))
    expect(states).not.toMatch(/nguoi-|tre|chung-sinh|cha-me/)
    const kept = await page.evaluate(() => Object.keys(localStorage).filter(name => !name.startsWith('mot-cua.answer')))
    expect(kept).toEqual(['mot-cua.ticks.khai-sinh.tre-moi-sinh'])
    expect(logged.join('\n')).not.toMatch(/nguoi-ngoai|checklist|giay-to"/)
    await page.close()
  })

  it('sends the result and never the answers: words and a link that names the case alone', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/can-cuoc/giay-to')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await answer(page, 'Mất thẻ, hỏng thẻ', 'Từ đủ 14 tuổi', 'Đúng hết')
    await page.getByRole('button', { name: 'Chép đường dẫn' }).click()
    await page.getByText('Đã chép đường dẫn.').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(`${ward.url}/app/thu-tuc/can-cuoc#truong-hop=mat-the`)
    await page.getByRole('button', { name: 'Gửi vào Zalo của tôi' }).click()
    await page.getByText('Đã chép danh sách.').waitFor()
    const message = await page.evaluate(() => navigator.clipboard.readText())
    expect(message).toContain('Giấy tờ cần mang để')
    expect(message.endsWith(link)).toBe(true)
    expect(message).not.toMatch(/Từ đủ 14 tuổi|Đúng hết/)
    expect(await page.getByRole('link', { name: 'Mở Zalo của phường' }).getAttribute('href')).toBe(ward.emulator.url)
    await page.goto(link)
    await page.getByText('Trường hợp: ').getByText(/^Mất/).waitFor()
    await page.close()
  })

  it('goes through Zalo’s own sheet as words inside Zalo, and to a browser for the calendar', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.addInitScript(() => {
      const asked: unknown[] = []
      const note = (args: unknown) => Promise.resolve(void asked.push(args))
      const nativeStorage = { getItem: () => '', setItem: () => undefined, removeItem: () => undefined }
      Object.assign(window, { asked, motCuaBridge: { openShareSheet: note, openOutApp: note, nativeStorage } })
    })
    await page.goto(`${ward.url}/app${BIRTH}`)
    await answer(page, ...BIRTH_BY_OUTSIDER)
    await page.getByRole('link', { name: 'Mở bằng trình duyệt để thêm vào lịch' }).click()
    await page.getByRole('button', { name: 'Gửi vào Zalo của tôi' }).click()
    const link = `${ward.url}/app/thu-tuc/khai-sinh`
    expect(await page.evaluate(() => (window as unknown as { asked: unknown[] }).asked)).toEqual([
      { url: link },
      {
        type: 'text',
        data: { text: expect.stringMatching(new RegExp(`☐ Giấy chứng sinh[^]*${link}$`)), autoParseLink: true },
      },
    ])
    expect(await page.getByRole('button', { name: 'In ra giấy' }).count()).toBe(0)
    await page.close()
  })

  it('says why there is nothing to bring, whom to ring, and which guide to follow instead', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/ket-hon/giay-to')
    await answer(page, 'Hai người Việt, đang ở trong nước', 'Có người chưa ly hôn xong')
    await page.getByText(/Phải ly hôn xong/).waitFor()
    expect(await page.getByRole('link', { name: /^Gọi 0200/ }).getAttribute('href')).toBe('tel:0200000001')
    expect(await page.getByRole('link', { name: 'Ly hôn' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Câu trước' }).click()
    await answer(page, 'Đã đăng ký với nhau, cần lại giấy')
    await page.getByRole('heading', { level: 1, name: /^Việc này làm theo mục/ }).waitFor()
    await page.getByRole('link', { name: /^Trả lời tiếp/ }).click()
    await page.getByRole('heading', { name: 'Giấy cần bản sao trước đây đăng ký ở đâu?' }).waitFor()
    await page.close()
  })

  it('says that an answer was not known, and lists what depends on it under “Nếu”', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/xac-nhan-tinh-trang-hon-nhan/giay-to')
    const unknown = page.getByRole('button', { name: 'Không rõ', exact: true })
    for (let asked = 0; asked < 8 && !/^Giấy tờ cần mang/.test((await headingOf(page).textContent()) ?? ''); asked++)
      await unknown.click()
    await page.getByRole('heading', { name: 'Chỉ khi đúng trường hợp' }).waitFor()
    expect(await page.getByText(/^Nếu .*nhờ người/).count()).toBeGreaterThan(0)
    await page.close()
  })

  it('keeps the ticks on the phone, also when the page is opened again', async () => {
    const { page } = await openList()
    await page.getByRole('checkbox', { name: /Giấy chứng sinh/ }).check()
    await page.getByText('Đánh dấu giấy đã có: 1/4.').waitFor()
    await page.goto(`${ward.url}/app/`)
    await page.goto(`${ward.url}/app${BIRTH}`)
    await page.getByText('Đánh dấu giấy đã có: 1/4.').waitFor()
    expect(await page.getByRole('checkbox', { name: /Giấy chứng sinh/ }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Xóa các dấu đã đánh' }).click()
    await page.getByText('Đánh dấu giấy đã có: 0/4.').waitFor()
    await page.close()
  })

  it('is drawn as a large picture, shown as a QR above the ward’s domain, and put into the calendar as expected', async () => {
    const { page } = await openList()
    await page.getByRole('button', { name: 'Ảnh, mã QR' }).click()
    await page.getByRole('button', { name: 'Lưu thành ảnh' }).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Lưu ảnh vào máy' }).click()
    const picture = await readFile(await (await saving).path())
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20) > 2000]).toEqual([1080, true])
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.getByRole('button', { name: 'Ảnh, mã QR' }).click()
    await page.getByRole('button', { name: 'Hiện mã QR' }).click()
    const { code } = await (await fetch(`${ward.url}/api/procedures/khai-sinh/link`)).json()
    await page.getByRole('img', { name: `Mã QR mở trang ${ward.url}/q/${code}` }).waitFor()
    expect(await page.getByText(new URL(ward.url).host, { exact: true }).count()).toBe(1)
    await page.getByRole('button', { name: 'Đóng' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Thêm vào lịch (dự kiến)' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('lay-ket-qua-khai-sinh.ics')
    const file = await readFile(await download.path(), 'utf8')
    expect(file).toContain('SUMMARY:Dự kiến: lấy kết quả Khai sinh cho con\r\n')
    expect(file).toContain('STATUS:TENTATIVE\r\n')
    await page.close()
  })

  it('ends in words when the ward cannot be reached, and goes on once it can', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.route('**/api/procedures/**', route => route.abort())
    await page.evaluate(path => history.replaceState(null, '', `/app${path}`), BIRTH)
    await page.reload()
    await page.getByRole('heading', { name: 'Chưa nối được tới máy của phường' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.unroute('**/api/procedures/**')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await count(page, 'Câu 1/4')
    await page.close()
  })

  it('works on a phone that knows no newer calls, and without any storage', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.addInitScript(() => {
      for (const name of ['with', 'findLastIndex']) Reflect.deleteProperty(Array.prototype, name)
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('blocked', 'SecurityError')
          },
        })
    })
    await page.goto(`${ward.url}/app${BIRTH}`)
    await answer(page, ...BIRTH_BY_OUTSIDER)
    await page.getByRole('checkbox', { name: /Giấy chứng sinh/ }).check()
    await page.getByText('Máy này không cho lưu').waitFor()
    await page.close()
  })

  it('has no barrier at any size of letters, in question, list, sheets and ending', async () => {
    const { page, complaints } = await openApp(browser, ward.url, BIRTH)
    const look = async (): Promise<void> => {
      for (const [width, size] of [
        [390, 'a'],
        [390, 'a1'],
        [390, 'a2'],
        [320, 'a2'],
      ] as const) {
        await page.setViewportSize({ width, height: 844 })
        await page.evaluate(chosen => Object.assign(document.documentElement.dataset, { size: chosen }), size)
        expect(await findBarriers(page)).toEqual([])
        expect(await overflowOf(page)).toBeLessThanOrEqual(0)
        expect(await smallTargets(page)).toEqual([])
      }
    }
    await answer(page, BIRTH_BY_OUTSIDER[0] ?? '')
    await look()
    await answer(page, ...BIRTH_BY_OUTSIDER.slice(1))
    await page.getByRole('checkbox').first().waitFor()
    await look()
    await page.getByRole('button', { name: 'Ảnh, mã QR' }).click()
    await page.getByRole('button', { name: 'Hiện mã QR' }).click()
    await page.getByRole('img', { name: /^Mã QR/ }).waitFor()
    await look()
    await page.goto(`${ward.url}/app/thu-tuc/ket-hon/giay-to`)
    await answer(page, 'Hai người Việt, đang ở trong nước', 'Có người chưa ly hôn xong')
    await page.getByText(/Phải ly hôn xong/).waitFor()
    await look()
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('going for somebody else', () => {
  it('says which authorisation the guide asks for, and begins the questions with what is known', async () => {
    const { page } = await openApp(browser, ward.url, '/thu-tuc/trich-luc-ho-tich')
    await page.getByRole('link', { name: /^Làm giúp người thân/ }).click()
    await answer(page, 'Người đau ốm không đi được', 'Họ hàng khác hoặc người ngoài')
    await page.getByText('Giấy ủy quyền phải chứng thực trước; chưa chứng thực thì chưa nộp được.').waitFor()
    await page.getByText('Phải có, mang theo khi đi nộp:').waitFor()
    await page.getByRole('link', { name: /^Nên làm trước: Chứng thực chữ ký/ }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Giấy tờ cần mang khi đi làm giúp' }).click()
    await answer(page, 'Trong nước, biết rõ nơi đăng ký')
    const asked: string[] = []
    for (let turn = 0; turn < 6 && !/^Giấy tờ cần mang/.test((await headingOf(page).textContent()) ?? ''); turn++) {
      asked.push((await headingOf(page).textContent()) ?? '')
      await page.getByRole('group').first().getByRole('button').first().click()
    }
    expect(asked).not.toContain('Ai sẽ đi nộp hồ sơ?')
    expect(await page.getByRole('checkbox', { name: /^Giấy ủy quyền/ }).count()).toBe(1)
    await page.getByText('Làm giúp người đau ốm: người ngoài đi thay.').waitFor()
    await page.getByRole('button', { name: 'Không phải, làm cho mình' }).click()
    await page.getByText(/^Câu 1\//).waitFor()
    expect(await page.getByText('người ngoài đi thay').count()).toBe(0)
    await page.close()
  })

  it('lets a parent act for a child without a paper, and asks nothing of the record that it does not say', async () => {
    const { page } = await openApp(browser, ward.url)
    await page.getByRole('link', { name: /^Làm giúp người thân/ }).click()
    await page.getByRole('button', { name: 'Cha mẹ già' }).waitFor()
    expect(await page.getByRole('group').first().getByRole('button').allTextContents()).toEqual([
      'Cha mẹ già',
      'Con nhỏ của mình',
      'Vợ chồng, ông bà, con lớn, anh chị em ruột',
      'Người đau ốm không đi được',
      'Người ở xa',
      'Họ hàng khác, hàng xóm',
    ])
    await answer(page, 'Con nhỏ của mình')
    await page.getByRole('link', { name: 'Khai sinh cho con' }).click()
    await page.getByText('Trường hợp này không cần giấy ủy quyền.').waitFor()
    await page.goto(`${ward.url}/app/lam-giup/tam-tru`)
    await page.getByText(/Hướng dẫn không ghi có cần giấy ủy quyền hay không. Gọi hỏi trước khi đi./).waitFor()
    expect(await page.getByRole('heading', { name: 'Việc chính người đó phải làm' }).count()).toBe(0)
    await page.goto(`${ward.url}/app/lam-giup/ket-hon`)
    await page.getByText('Cả hai phải cùng đến ký khi nhận giấy kết hôn; không nhận thay được.').waitFor()
    await page.close()
  })
})

describe('reading aloud', () => {
  const addVoices = (page: Page, langs: string[]) =>
    page.addInitScript(spoken => {
      const said: string[] = []
      const voices = spoken.map(lang => ({ lang, localService: true, name: lang, default: false, voiceURI: lang }))
      const events = new EventTarget()
      const synthesis = Object.assign(events, {
        getVoices: () => voices,
        speak: (speech: { text: string }) => void said.push(speech.text),
        cancel: () => void said.push('—'),
      })
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
      Object.defineProperty(window, 'SpeechSynthesisUtterance', {
        value: class {
          readonly text: string
          constructor(text: string) {
            this.text = text
          }
        },
      })
      Object.assign(window, { said })
    }, langs)
  const saidOn = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said)

  it('is offered where the phone has a Vietnamese voice of its own, pauses and goes on', async () => {
    const { page } = await openApp(browser, ward.url)
    await addVoices(page, ['en-US', 'vi-VN'])
    await page.goto(`${ward.url}/app/thu-tuc/khai-sinh`)
    await page.getByRole('button', { name: 'Nghe đọc' }).click()
    await page.getByRole('button', { name: 'Tạm dừng' }).click()
    await page.getByRole('button', { name: 'Đọc tiếp' }).click()
    const spoken = (await saidOn(page)).filter(text => text !== '—')
    expect(spoken).toHaveLength(2)
    expect(spoken[0]).toMatch(/^Khai sinh cho con/)
    expect(spoken[1]).toBe(spoken[0])
    await page.getByRole('button', { name: 'Thôi đọc' }).click()
    expect((await saidOn(page)).at(-1)).toBe('—')
    await page.close()
  })

  it('is hidden where there is none', async () => {
    const { page } = await openApp(browser, ward.url)
    await addVoices(page, ['en-US'])
    await page.goto(`${ward.url}/app/thu-tuc/khai-sinh`)
    await page.getByRole('button', { name: 'Chép đường dẫn' }).waitFor()
    expect(await page.getByRole('button', { name: 'Nghe đọc' }).count()).toBe(0)
    await page.close()
  })
})
