/** What pages look like after something was done on them, or went wrong: each is reached as a person reaches it. */
import type { Page } from 'playwright-core'
import type { Manner } from './zalo-phone.ts'

export interface PhoneState {
  name: string
  path: string
  /** Inside Zalo, which answers in this manner; in any other browser when left out. */
  inside?: Manner
  /** What the console may say in it; nothing when left out. */
  complaint?: RegExp
  reach(page: Page): Promise<void>
}

/** A browser notes every request that fails by itself. */
const failedRequest = /^Failed to load resource/
/** What broke a page is no secret to whoever mends it. */
const brokenPage = /^Failed to load resource|^TypeError/

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { name }).waitFor()
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const sheet = (page: Page, name: string): Promise<void> => page.getByRole('dialog', { name }).waitFor()

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Tìm giấy tờ, thủ tục' }).fill(words)
}

async function ask(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Câu muốn hỏi' }).fill(words)
  await page.keyboard.press('Enter')
}

const PARENTS = ['Trẻ chưa khai sinh, cha mẹ người Việt', 'Đã đăng ký kết hôn', 'Có giấy chứng sinh']

/** The list of somebody who sends a neighbour: a warning, papers, what depends on something, the expected day. */
async function openList(page: Page): Promise<void> {
  for (const option of [...PARENTS, 'Nhờ người ngoài đi thay']) await press(page, option)
  await heading(page, /^Giấy tờ cần mang/)
}

async function openWay(page: Page, way: string): Promise<void> {
  await openList(page)
  await press(page, 'Ảnh, mã QR')
  await press(page, way)
}

/** The front page stood; then the ward answers so to whoever opens a guide. */
function spoiledGuide(answer: { status?: number; body?: string } | null, words: string | RegExp): PhoneState['reach'] {
  return async page => {
    await page.route('**/api/procedures/**', route => (answer ? route.fulfill(answer) : route.abort()))
    await page.getByRole('link', { name: 'Thẻ căn cước' }).click()
    await heading(page, words)
  }
}

const searching: PhoneState[] = [
  {
    name: 'finds',
    path: '/tim',
    async reach(page) {
      await search(page, 'khai sinh')
      await page.getByRole('list', { name: 'Việc tìm thấy' }).waitFor()
    },
  },
  {
    name: 'no finds',
    path: '/tim',
    async reach(page) {
      await search(page, 'qqqq zzzz')
      await heading(page, /Chưa thấy việc nào/)
    },
  },
  {
    name: 'a search that could not be opened',
    path: '/thu-tuc',
    complaint: failedRequest,
    async reach(page) {
      await page.evaluate(() => localStorage.clear())
      await page.route('**/api/topic-index*', route => route.abort())
      await page.goto(page.url().replace('/thu-tuc', '/tim'))
      await search(page, 'khai sinh')
      await heading(page, 'Chưa mở được danh mục để tìm')
    },
  },
]

const guides: PhoneState[] = [
  {
    name: 'another case to be chosen',
    path: '/thu-tuc/khai-sinh',
    async reach(page) {
      await press(page, 'Chọn trường hợp khác')
      await sheet(page, 'Chọn đúng trường hợp')
    },
  },
  {
    name: 'every fold of a guide open',
    path: '/thu-tuc/ket-hon',
    async reach(page) {
      await heading(page, 'Giấy tờ cần có')
      for (const fold of await page.locator('details > summary').all()) await fold.click()
    },
  },
  {
    name: 'a guide on a phone without a network',
    path: '/',
    complaint: failedRequest,
    reach: spoiledGuide(null, 'Chưa nối được tới máy của phường'),
  },
  {
    name: 'a guide of a busy ward',
    path: '/',
    complaint: failedRequest,
    reach: spoiledGuide({ status: 503 }, 'Máy của phường đang bận'),
  },
  {
    name: 'a guide that may not be read',
    path: '/',
    complaint: failedRequest,
    reach: spoiledGuide({ status: 401 }, 'Chưa được phép xem'),
  },
  {
    name: 'a page in trouble',
    path: '/',
    complaint: brokenPage,
    reach: spoiledGuide({ body: '{}' }, 'Trang này gặp trục trặc'),
  },
  {
    name: 'a page that did not arrive',
    path: '/',
    complaint: brokenPage,
    async reach(page) {
      await page.route('**/assets/life-event-page*', route => route.abort())
      await page.getByRole('link', { name: 'Người thân mất' }).click()
      await heading(page, 'Chưa tải được trang này')
    },
  },
  {
    name: 'words kept from another day',
    path: '/thu-tuc/khai-tu',
    complaint: failedRequest,
    async reach(page) {
      await page.goto(page.url().replace('/thu-tuc/khai-tu', '/'))
      await page.route('**/api/procedures/**', route => route.fulfill({ status: 503 }))
      await page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem('mot-cua.answer.guide.khai-tu') ?? '{}')
        localStorage.setItem('mot-cua.answer.guide.khai-tu', JSON.stringify({ ...kept, at: kept.at - 86_400_000 }))
      })
      await page.reload()
      await page.getByRole('link', { name: 'Khai tử' }).click()
      await page.getByText(/bản lưu trên máy lúc/).waitFor()
    },
  },
]

const BIRTH_LIST = '/thu-tuc/khai-sinh/giay-to'
const checklists: PhoneState[] = [
  {
    name: 'a question of a checklist',
    path: BIRTH_LIST,
    async reach(page) {
      await press(page, PARENTS[0] ?? '')
      await page.getByText('Câu 2/4', { exact: true }).waitFor()
    },
  },
  { name: 'a list to bring', path: BIRTH_LIST, reach: openList },
  {
    name: 'a list ticked off',
    path: BIRTH_LIST,
    async reach(page) {
      await openList(page)
      for (const box of await page.getByRole('checkbox').all()) await box.check()
      // A box half below the bar is no small box.
      await page.evaluate(() => window.scrollTo(0, 0))
    },
  },
  {
    name: 'the ways to take a list along',
    path: BIRTH_LIST,
    async reach(page) {
      await openList(page)
      await press(page, 'Ảnh, mã QR')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'the picture of a list',
    path: BIRTH_LIST,
    async reach(page) {
      await openWay(page, 'Lưu thành ảnh')
      await page.getByRole('img', { name: /^Ảnh:/ }).waitFor()
    },
  },
  {
    name: 'the QR of a list',
    path: BIRTH_LIST,
    async reach(page) {
      await openWay(page, 'Hiện mã QR')
      await page.getByRole('img', { name: /^Mã QR/ }).waitFor()
    },
  },
  {
    name: 'a list to be pasted into Zalo',
    path: BIRTH_LIST,
    async reach(page) {
      await openList(page)
      await press(page, 'Gửi vào Zalo của tôi')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'a checklist that ends with nothing to bring',
    path: '/thu-tuc/ket-hon/giay-to',
    async reach(page) {
      await press(page, 'Hai người Việt, đang ở trong nước')
      await press(page, 'Có người chưa ly hôn xong')
      await page.getByText(/Phải ly hôn xong/).waitFor()
    },
  },
  {
    name: 'a checklist that leads to another guide',
    path: '/thu-tuc/ket-hon/giay-to',
    async reach(page) {
      await press(page, 'Hai người Việt, đang ở trong nước')
      await press(page, 'Đã đăng ký với nhau, cần lại giấy')
      await heading(page, /^Việc này làm theo mục/)
    },
  },
  {
    name: 'what is needed to go for somebody else',
    path: '/lam-giup/trich-luc-ho-tich',
    async reach(page) {
      await press(page, 'Người đau ốm không đi được')
      await press(page, 'Họ hàng khác hoặc người ngoài')
      await page.getByText('Phải có, mang theo khi đi nộp:').waitFor()
    },
  },
]

const chat: PhoneState[] = [
  {
    name: 'a conversation with choices',
    path: '/hoi',
    async reach(page) {
      await ask(page, 'lam khai sinh cho chau can giay to gi')
      await page.getByRole('list', { name: 'Chọn để hỏi tiếp' }).waitFor()
    },
  },
  {
    name: 'a question that could not be sent',
    path: '/hoi',
    complaint: failedRequest,
    async reach(page) {
      await page.route('**/api/chat', route => route.abort())
      await ask(page, 'mat can cuoc lam lai the nao')
      await page.getByRole('list', { name: 'Hướng dẫn có trên máy này' }).getByRole('link').first().waitFor()
    },
  },
]

const permissions: PhoneState[] = [
  ['/cua-toi/quan-tam', 'Quan tâm'],
  ['/cua-toi/nhan-tin', 'Cho phép nhắn tin'],
  ['/cua-toi/dang-nhap', 'Đăng nhập bằng Zalo'],
].flatMap(([path = '', action = '']): PhoneState[] => [
  {
    name: `“${action}” explained before Zalo asks`,
    path,
    inside: 'kind',
    reach: page => page.getByRole('button', { name: action, exact: true }).waitFor(),
  },
  {
    name: `“${action}” refused`,
    path,
    inside: 'refusing',
    async reach(page) {
      await press(page, action)
      await page.getByText(/đổi ý thì bấm lại/).waitFor()
    },
  },
])

/** Being signed in needs an account at the emulated Zalo: `miniapp-sign-in` looks at it. */
const given: PhoneState[] = [
  ['/cua-toi/quan-tam', 'Quan tâm'],
  ['/cua-toi/nhan-tin', 'Cho phép nhắn tin'],
].map(([path = '', action = '']) => ({
  name: `“${action}” given`,
  path,
  inside: 'kind',
  async reach(page) {
    await press(page, action)
    await page.getByText(/^Đã (quan tâm|cho phép)/).waitFor()
  },
}))

const mine: PhoneState[] = [
  {
    name: 'the sheet of the letters',
    path: '/',
    async reach(page) {
      await press(page, 'Cỡ chữ')
      await sheet(page, 'Cỡ chữ')
    },
  },
  {
    name: 'a place to be named',
    path: '/cua-toi/noi/them',
    async reach(page) {
      await page.getByRole('textbox', { name: /^Tên tổ/ }).fill('to 12 cu')
      await page.getByRole('button', { name: /Tổ dân phố 4/ }).click()
      await page.getByRole('radio', { name: 'Tên khác' }).check()
      await press(page, 'Lưu')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'a place that was not found',
    path: '/cua-toi/noi/them',
    async reach(page) {
      await page.getByRole('textbox', { name: /^Tên tổ/ }).fill('duong khong co')
      await heading(page, /Chưa thấy nơi nào như/)
    },
  },
  {
    name: 'a place that was dropped',
    path: '/cua-toi/noi/them',
    async reach(page) {
      for (const name of ['Tổ dân phố 5', 'Lưu', 'Bỏ “Nhà mình”']) await press(page, name)
      await page.getByText('Đã bỏ “Nhà mình”').waitFor()
    },
  },
  {
    name: 'the last word before everything is deleted',
    path: '/cua-toi/du-lieu',
    async reach(page) {
      await press(page, 'Xóa hết trên máy này')
      await sheet(page, 'Xóa hết?')
    },
  },
  {
    name: 'the bar of a shared machine',
    path: '/thu-tuc/khai-sinh?may-dung-chung=1',
    reach: page => page.getByRole('complementary', { name: 'Máy dùng chung' }).waitFor(),
  },
  {
    name: 'the question of a shared machine whether anybody is there',
    path: '/?may-dung-chung=1',
    async reach(page) {
      await page.getByRole('complementary', { name: 'Máy dùng chung' }).waitFor()
      await page.clock.setFixedTime(Date.now() + 155_000)
      await sheet(page, 'Còn ai đang dùng không?')
    },
  },
]

export const everyState: readonly PhoneState[] = [
  ...searching,
  ...guides,
  ...checklists,
  ...chat,
  ...permissions,
  ...given,
  ...mine,
]
