/** Every page of the console in a ward in full swing: for everybody, on a PC and on a phone, by keyboard alone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { pages } from '../console/pages/index.ts'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { DESK, goToPage, openDesk, PHONE, signInAtDesk, untilPageShown } from './setup/desk.ts'
import { openWholeDesk, type WholeDesk } from './setup/whole-desk.ts'

let desk: WholeDesk
let browser: Browser
let page: Page
let complaints: string[]
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([openWholeDesk(), openBrowser()])
  ;({ page, complaints } = await openDesk(browser, desk.ward.url))
  await signInAtDesk(page, desk.admin)
})
afterAll(async () => {
  await browser?.close()
  await desk?.ward.close()
})

const addressOf = ({ path }: { path: string }) => desk.addresses[path] ?? path

const open = (path: string) => goToPage(page, path)
const untilShown = () => untilPageShown(page)

describe('every page of the console', () => {
  it('has no barrier, breaks no policy, and fits a PC and a phone', async () => {
    const found: object[] = []
    const parts = [
      ...['viec', 'nguoi-giu', 'lich', 'duong-dan'].map(part => `/xem-lai?phan=${part}`),
      ...['tuan', 'tam-nghi', 'le', 'mua'].map(part => `/gio-lam-viec?phan=${part}`),
    ]
    const addresses = [...pages.map(addressOf), ...parts, '/khong-co']
    // A new page that is about one thing names such a thing in setup/whole-desk.ts.
    expect(addresses.filter(path => path.includes(':'))).toEqual([])
    for (const path of addresses) {
      await open(path)
      for (const size of [DESK, PHONE]) {
        await page.setViewportSize(size)
        const barriers = await findBarriers(page)
        const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.body.clientWidth)
        if (barriers.length > 0 || beside > 0) found.push({ path, size, barriers, beside })
      }
      await page.setViewportSize(DESK)
    }
    expect(found).toEqual([])
    expect(complaints).toEqual([])
  })
})

/** Presses Tab until the thing of this name has the focus: reached by keys, and seen to be reached. */
async function tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press(key)
    const reached = await page.evaluate(describeFocus)
    if (!reached) continue
    if (!reached.isMarked) throw new Error(`nobody sees that “${reached.name}” has the focus`)
    if (typeof name === 'string' ? reached.name === name : name.test(reached.name)) return
  }
  throw new Error(`“${name}” is not reached by keys`)
}

/** In the browser. */
function describeFocus(): { name: string; isMarked: boolean } | null {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body) return null
  const field = at as HTMLInputElement
  const named = at.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? at.textContent ?? ''
  // A box or a choice is drawn by what stands beside it.
  const drawn = [at, at.nextElementSibling, at.closest('label'), at.parentElement, at.parentElement?.parentElement]
  // A page in the page marks its own.
  const isMarked =
    at.tagName === 'IFRAME' ||
    drawn.some(one => {
      if (!one) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
    })
  return { name: named.replace(/\s*\*\s*$/, '').trim(), isMarked }
}

const heading = (name: string) => page.getByRole('heading', { level: 1, name })

describe('a morning by keys alone', () => {
  it('takes a case on and answers it', async () => {
    await open('/')
    await tabTo('Xem và trả lời')
    await page.keyboard.press('Enter')
    await heading('Bà con đang chờ').waitFor()
    await tabTo('Xin gặp cán bộ')
    await page.keyboard.press('Enter')
    await heading('Một việc đang chờ').waitFor()
    await tabTo('Nhận việc này')
    await page.keyboard.press('Enter')
    await page.getByText('Mình đã nhận việc này.').waitFor()
    await tabTo('Lời nhắn')
    await page.keyboard.type('Mời cô ghé phường sáng mai.')
    await tabTo('Gửi')
    await page.keyboard.press('Enter')
    await page.getByText(/Trần Thị Hoa.*qua Zalo.*ghé phường sáng mai/).waitFor()
  })

  it('finds a guide, writes it, and hands it in', async () => {
    await tabTo('Hướng dẫn')
    await page.keyboard.press('Enter')
    await heading('Hướng dẫn').waitFor()
    await tabTo(/^Tìm theo tên/)
    await page.keyboard.type('dang ky ket hon')
    await tabTo('Đăng ký kết hôn')
    await page.keyboard.press('Enter')
    await heading('Đăng ký kết hôn').waitFor()
    await tabTo('Soạn bản mới')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Tóm tắt' }).waitFor()
    await tabTo('Tóm tắt')
    await page.keyboard.press('End')
    await page.keyboard.type(' Cả hai cùng có mặt.')
    await page.getByText('Đã lưu', { exact: true }).waitFor()
    await page.getByText(/Chỗ thay đổi so với bản/).waitFor()
    await tabTo('Sửa gì, vì sao', 'Shift+Tab')
    await page.keyboard.type('nhắc cả hai cùng đến')
    await tabTo('Gửi duyệt')
    await page.keyboard.press('Enter')
    await page.getByText('cần một người duyệt khác', { exact: false }).waitFor()
  })

  it('prints at the counter in three steps', async () => {
    await tabTo('Tại quầy')
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Hay hỏi nhất' }).waitFor()
    await page.keyboard.type('khai sinh cho con')
    await page.getByRole('list', { name: 'Việc tìm thấy' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await heading('Khai sinh cho con').waitFor()
    await tabTo('Mang thai hộ')
    await page.keyboard.press('Enter')
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await tabTo('In tờ này')
    await page.keyboard.press('Enter')
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes')
  })

  it('looks facts through with 1, 2 and 3, and none of them is written into a field', async () => {
    await open('/duyet-nhanh')
    await page.getByText('Mục 1 trong 10').waitFor()
    await page.keyboard.press('1')
    await page.getByText('Mục 2 trong 10').waitFor()
    await page.keyboard.press('3')
    await page.getByText('Mục 3 trong 10').waitFor()
    await page.evaluate(() =>
      addEventListener('keydown', event => document.body.setAttribute('data-taken', String(event.defaultPrevented)), {
        once: true,
      }),
    )
    await page.keyboard.press('2')
    await page.getByRole('button', { name: 'Quay lại' }).waitFor()
    expect(await page.locator('body').getAttribute('data-taken')).toBe('true')
  })

  it('skips the menu, opens a dialog, leaves it with Escape, and is where it was', async () => {
    await page.goto(`${desk.ward.url}/console/dia-ban`)
    await page.getByRole('button', { name: 'Sửa Tổ dân phố 1', exact: true }).waitFor()
    await page.locator('body').press('Home')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await tabTo('Tới nội dung chính')
    await page.keyboard.press('Enter')
    await tabTo('Số nhà')
    for (const [path, name] of [
      ['/dia-ban', 'Thêm địa bàn'],
      ['/dia-ban', 'Sửa Phường Mẫu'],
      ['/van-ban', 'Thêm văn bản'],
      ['/van-ban', 'Ghi tình trạng 60/2014/QH13'],
      ['/can-bo', 'Mời người mới'],
      ['/can-bo', 'Sửa Lê Thị Soạn'],
      ['/huong-dan', 'Hướng dẫn mới'],
    ] as const) {
      await open(path)
      const opener = page.getByRole('button', { name, exact: true })
      await opener.press('Enter')
      await page.getByRole('dialog').waitFor()
      await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]'))
      // Round and round, never out.
      for (let presses = 0; presses < 4; presses++) await page.keyboard.press('Shift+Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.waitForFunction(wanted => {
        const at = document.activeElement
        return (at?.getAttribute('aria-label') ?? at?.textContent) === wanted
      }, name)
    }
  })
})

/** Typed in, and what saves it; the words are unlike any other's. */
interface Form {
  path: string
  /** What brings it to the screen. */
  opener?: string
  fields: Record<string, string>
  /** What has to be chosen as well. */
  choice?: string
  save: string
}

const forms: Form[] = [
  { path: '/cho-tra-loi/:id', fields: { 'Lời nhắn cho đồng nghiệp': 'Chiều nay tôi gọi lại' }, save: 'Ghi' },
  { path: '/cho-tra-loi/:id', fields: { 'Lời nhắn': 'Mời chị mang giấy chứng sinh tới' }, save: 'Gửi' },
  { path: '/cho-tra-loi/:id', fields: { 'Ghi chú': 'Chị hẹn sáng thứ Hai' }, choice: 'Đã trả lời', save: 'Kết thúc' },
  { path: '/cau-hoi/:id', fields: { 'Ghi chú cho đồng nghiệp': 'Hỏi bên kiểm lâm' }, save: 'Đã xem' },
  {
    path: '/huong-dan/:key',
    fields: { 'Thêm một câu hỏi của bà con': 'khai sinh trễ hạn có bị phạt không' },
    save: 'Lưu câu thử',
  },
  {
    path: '/huong-dan/:key/rieng',
    fields: { 'Lệ phí: theo văn bản, thông báo nào': 'Nghị quyết mới (mẫu)' },
    save: 'Lưu nháp',
  },
  {
    path: '/huong-dan/ly-hon/lich-su',
    fields: { 'Vì sao ngừng hướng dẫn này': 'tòa án đã có trang riêng' },
    save: 'Đề nghị ngừng',
  },
  {
    path: '/huong-dan',
    opener: 'Hướng dẫn mới',
    fields: { 'Tên, như bà con hay gọi': 'Mượn sân bóng phường' },
    save: 'Bắt đầu soạn',
  },
  {
    path: '/van-ban',
    opener: 'Ghi tình trạng 123/2015/NĐ-CP',
    fields: { 'Từ ngày': '2026-12-02', 'Theo văn bản nào, đọc ở đâu': 'Công báo số mẫu' },
    save: 'Ghi lại',
  },
  {
    path: '/van-ban',
    opener: 'Thêm văn bản',
    fields: { Số: '99/2026/NĐ-MAU', 'Tên gọi ngắn': 'Nghị định mẫu về mẫu' },
    save: 'Thêm',
  },
  {
    path: '/xem-lai',
    opener: 'Đã xem, vẫn đúng',
    fields: { 'Đã đối chiếu với đâu': 'Cổng dịch vụ công, trang mẫu' },
    save: 'Xác nhận',
  },
  {
    path: '/xem-lai?phan=lich',
    fields: { 'Từ ngày': '2027-02-01', 'Thay đổi gì': 'Đổi mẫu tờ khai (mẫu)' },
    save: 'Ghi vào lịch',
  },
  {
    path: '/gio-lam-viec?phan=tam-nghi',
    fields: { 'Từ ngày': '2027-03-01', 'Lý do, bà con đọc được': 'lát lại sân (mẫu)' },
    save: 'Đăng ngay',
  },
  {
    path: '/dia-ban',
    opener: 'Thêm địa bàn',
    fields: { Tên: 'Tổ dân phố Mười Ba', Mã: 'phuong-mau-to-muoi-ba' },
    save: 'Thêm',
  },
  { path: '/dia-ban', opener: 'Sửa Tổ dân phố 5', fields: { 'Đường đi qua': 'Đường Hoa Mẫu' }, save: 'Lưu các tên' },
  {
    path: '/dia-ban',
    opener: 'Sửa Tổ dân phố 6',
    fields: { 'Tên của phần mới': 'Tổ Sáu Bê', 'Mã của phần mới': 'phuong-mau-to-sau-be' },
    save: 'Tách',
  },
  { path: '/phan-mem-khac', fields: { 'Dùng cho phần mềm nào': 'Cổng thông tin mẫu' }, save: 'Tạo khóa' },
  { path: '/can-bo', opener: 'Mời người mới', fields: { 'Họ và tên': 'Ngô Thị Mẫu' }, save: 'Tạo đường dẫn mời' },
]

async function reach({ path, opener }: Form): Promise<void> {
  await open(desk.addresses[path] ?? path)
  if (opener) await page.getByRole('button', { name: opener, exact: true }).first().click()
}

const field = (label: string) => page.getByLabel(new RegExp(`^${label}( \\*)?$`)).first()

describe('what was typed and not saved', () => {
  it('is there after a reload, and without a network; is saved when it is back, and stays in no tab', async () => {
    for (const form of forms) {
      await reach(form)
      for (const [label, words] of Object.entries(form.fields)) await field(label).fill(words)
      await page.keyboard.press('Escape')
    }
    await page.reload()
    await untilShown()
    for (const form of forms) {
      await reach(form)
      for (const [label, words] of Object.entries(form.fields))
        expect({ ...form, found: await field(label).inputValue() }).toEqual({ ...form, found: words })
      if (form.choice) await page.getByLabel(form.choice, { exact: true }).check()
      await page.context().setOffline(true)
      const save = page.getByRole('button', { name: form.save, exact: true })
      await save.click()
      await page
        .getByText(/Không nối được với máy chủ/)
        .first()
        .waitFor()
      const [[label = '', words = ''] = []] = Object.entries(form.fields)
      expect(await field(label).inputValue()).toBe(words)
      await page.context().setOffline(false)
      await save.click()
      await page
        .waitForFunction(sought => !JSON.stringify({ ...sessionStorage }).includes(sought), words)
        .catch(async cause => {
          throw new Error(`${form.path}, ${form.save}: ${await page.getByRole('alert').allTextContents()}`, { cause })
        })
      await page.keyboard.press('Escape')
    }
  })

  it('is there when the session ended meanwhile: the sign-in comes up, and then the words', async () => {
    const form = forms.find(({ opener }) => opener === 'Thêm văn bản') as Form
    await reach(form)
    await field('Số').fill('77/2026/NĐ-MAU')
    await field('Tên gọi ngắn').fill('Nghị định gõ dở')
    await page.context().clearCookies()
    await page.getByRole('button', { name: form.save, exact: true }).click()
    await page.getByLabel('Tên đăng nhập').fill(desk.admin.username)
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(desk.admin.password)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Dùng mã dự phòng/ }).click()
    await page.getByLabel(/Một trong mười mã/).fill(desk.admin.recoveryCodes[9] ?? '')
    await page.keyboard.press('Enter')
    await heading('Văn bản pháp luật').waitFor()
    await reach(form)
    expect(await field('Tên gọi ngắn').inputValue()).toBe('Nghị định gõ dở')
  })
})

describe('the audit on the screen', () => {
  it('tells everything that was done above in words', async () => {
    await open('/nhat-ky')
    const deeds = await page.getByLabel('Việc', { exact: true }).locator('option').all()
    const told = await Promise.all(
      deeds.map(async one => [(await one.getAttribute('value')) ?? '', (await one.textContent()) ?? ''] as const),
    )
    expect(told.length).toBeGreaterThan(15)
    expect(told.filter(([deed, words]) => deed === words)).toEqual([])
  })
})
