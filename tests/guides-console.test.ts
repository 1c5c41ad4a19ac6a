/** Guides at the desk, in a real browser: edited, handed in, agreed to by a second person, heard by a resident. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { starterTopics } from '../shared/content/index.ts'
import { blankOf, checkWords, guideShape, type Shape } from '../shared/guide-form/index.ts'
import { isWritable } from '../shared/guides/index.ts'
import type { Topic } from '../shared/procedures.ts'
import { findBarriers, openBrowser, openPhone } from './setup/browser.ts'
import { openDesk, PHONE, signInAtDesk } from './setup/desk.ts'
import { codeOf, enrolFirst, inviteAndEnrol, type Officer, PASSWORD, totp } from './setup/staff.ts'
import { openWard, type TestWard } from './setup/ward.ts'

const SHOTS = process.env.MOT_CUA_SHOTS
/** Long enough to be told apart, short enough for a first reply. */
const NEW_NAME = 'Tờ khai mới do phường in sẵn'
/** Within a sentence. */
const HEARD = new RegExp(NEW_NAME, 'iu')

let ward: TestWard
let browser: Browser
let admin: Officer
let reviewer: Officer
beforeAll(async () => {
  ;[ward, browser] = await Promise.all([openWard({ config: { trustProxy: 1 } }), openBrowser()])
  admin = await enrolFirst(ward)
  const area = 'phuong-mau'
  reviewer = await inviteAndEnrol(ward, admin, { name: 'Mai Duyệt', role: 'reviewer', area, username: 'mai.duyet' })
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const shoot = (page: Page, name: string) =>
  SHOTS ? page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true }) : Promise.resolve()

async function atDesk(officer: Officer, path: string, size?: { width: number; height: number }) {
  const desk = await openDesk(browser, ward.url, '/', size)
  await signInAtDesk(desk.page, officer)
  await desk.page.goto(`${ward.url}/console${path}`)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  return desk
}

/** By the link that the administrator was given: password, the phone's codes, the desk. */
async function enrolAtDesk(link: string, username: string) {
  const desk = await openDesk(browser, ward.url, `/loi-moi#${codeOf(link)}`)
  const { page } = desk
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('heading', { level: 1, name: 'Cài mã trên điện thoại' }).waitFor()
  await page.getByLabel(/Sáu số/).fill(totp((await page.locator('code').textContent()) ?? ''))
  await page.keyboard.press('Enter')
  await page.getByLabel('Tôi đã cất các mã này').check()
  await page.getByRole('button', { name: 'Vào bàn làm việc' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hôm nay' }).waitFor()
  return desk
}

async function invite(page: Page, name: string, role: string): Promise<string> {
  await page.getByRole('button', { name: 'Mời người mới' }).click()
  await page.getByLabel('Họ và tên').fill(name)
  await page.getByLabel('Vai trò').selectOption(role)
  await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click()
  return (await page.locator('code').textContent()) ?? ''
}

/** The first answer of each question, which is the common one. */
function commonAnswers(key: string): Record<string, string> {
  const questions = starterTopics.find(topic => topic.key === key)?.checklist?.questions ?? []
  return Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.id ?? '']))
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('a guide at the desk', () => {
  it('is edited by somebody just invited, handed in, agreed to by a second person; the resident hears it, the history and the audit show it', async () => {
    const boss = await atDesk(admin, '/can-bo')
    const link = await invite(boss.page, 'Lê Soạn', 'editor')
    const { page, complaints } = await enrolAtDesk(link, 'le.soan')
    await page.goto(`${ward.url}/console/huong-dan`)
    await page.getByLabel('Tìm theo tên, không cần dấu').fill('khai sinh cho')
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'huong-dan')
    await page.getByRole('link', { name: 'Khai sinh cho con' }).click()
    await page.getByLabel('Thêm một câu hỏi của bà con').fill('làm khai sinh cho con cần giấy gì')
    await page.getByRole('button', { name: 'Lưu câu thử' }).click()
    await page.getByText('“làm khai sinh cho con cần giấy gì”').waitFor()
    const kept = await admin.call('POST', '/api/guides/khai-sinh/examples', {
      asked: { kind: 'checklist', name: 'Hai vợ chồng đi làm', answers: commonAnswers('khai-sinh') },
      target: null,
    })
    expect(kept.status).toBe(200)
    await page.getByRole('button', { name: 'Soạn bản mới' }).click()
    await page.getByRole('button', { name: 'Trường hợp', exact: true }).click()
    await page.locator('summary', { hasText: 'Trẻ mới sinh' }).click()
    await page.locator('summary', { hasText: 'Tờ khai đăng ký khai sinh' }).click()
    await page
      .getByRole('group', { name: 'Giấy tờ', exact: true })
      .first()
      .getByLabel('Tên', { exact: true })
      .first()
      .fill(NEW_NAME)
    await page.getByText('Đã lưu', { exact: true }).waitFor()
    await page.locator('ins', { hasText: NEW_NAME }).waitFor()
    expect((await ward.resident().ask('khai sinh cho con cần giấy tờ gì')).text).not.toMatch(HEARD)

    await page.getByLabel('Hỏi thử như bà con').fill('khai sinh cho con cần giấy tờ gì')
    await page.getByRole('button', { name: 'Hỏi thử' }).click()
    await page.locator('.said', { hasText: NEW_NAME }).first().waitFor()
    // The very page of the phone, with words that nobody outside can read.
    const phone = page.frameLocator('iframe.phone-frame')
    await phone.getByText(NEW_NAME).first().waitFor()
    expect(await phone.locator('body').evaluate(() => JSON.stringify(localStorage))).not.toContain(NEW_NAME)
    const { id } = await ward.db.selectFrom('guide_drafts').select('id').executeTakeFirstOrThrow()
    const address = `${ward.url}/app/thu-tuc/khai-sinh?ban-nhap=${id}`
    expect((await fetch(address)).status).toBe(401)
    expect((await reviewer.call('GET', `/app/thu-tuc/khai-sinh?ban-nhap=${id}`)).status).toBe(200)
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'soan')

    await page.reload()
    await page.locator('ins', { hasText: NEW_NAME }).waitFor()
    await page.getByLabel('Sửa gì, vì sao').fill('phường in sẵn tờ khai')
    await page.getByRole('button', { name: 'Gửi duyệt' }).click()
    await page.getByText('Đang chờ người duyệt.').waitFor()
    expect(complaints).toEqual([])

    const second = await atDesk(reviewer, '/', PHONE)
    await second.page.getByRole('link', { name: 'Khai sinh cho con' }).click()
    await second.page.getByText('phường in sẵn tờ khai').first().waitFor()
    await second.page.locator('ins', { hasText: NEW_NAME }).first().waitFor()
    await second.page.getByText('1 trong 2 câu thử cho kết quả khác. Xem từng câu:').waitFor()
    const agree = second.page.getByRole('button', { name: 'Duyệt và đăng' })
    expect(await agree.isDisabled()).toBe(true)
    await second.page.getByLabel(/^Đã xem Hai vợ chồng đi làm/).check()
    expect(await findBarriers(second.page)).toEqual([])
    expect(await overflow(second.page)).toBeLessThanOrEqual(0)
    await shoot(second.page, 'duyet-dien-thoai')
    await agree.click()
    await second.page.getByText('Đang dùng: bản 2').waitFor()
    await shoot(second.page, 'da-dang')
    expect((await ward.resident().ask('khai sinh cho con cần giấy tờ gì')).text).toMatch(HEARD)
    // Kept once, handed in, agreed to: nothing was saved that nobody typed.
    expect((await ward.db.selectFrom('guide_drafts').select('version').execute()).map(one => one.version)).toEqual([4])

    await second.page.getByRole('link', { name: /Lịch sử/ }).click()
    const compared = second.page.getByRole('region', { name: 'So hai bản' })
    await compared.locator('ins', { hasText: NEW_NAME }).waitFor()
    await second.page.getByText('Lê Soạn (le.soan) soạn, Mai Duyệt (mai.duyet) duyệt').waitFor()
    await compared.getByLabel('Từ').selectOption('2')
    await compared.getByText('Chọn hai bản khác nhau.').waitFor()
    const today = new Date(ward.emulator.control.clock.read().now).toLocaleDateString('en-CA', {
      timeZone: 'Asia/Ho_Chi_Minh',
    })
    await second.page.getByLabel('Hôm đó bà con đọc bản nào').fill(today)
    await second.page.getByText('Bản 2.', { exact: true }).waitFor()
    expect(await findBarriers(second.page)).toEqual([])
    expect(await overflow(second.page)).toBeLessThanOrEqual(0)
    await shoot(second.page, 'lich-su-dien-thoai')
    expect(second.complaints).toEqual([])

    await boss.page.goto(`${ward.url}/console/nhat-ky`)
    await boss.page.getByText('Nhật ký nguyên vẹn', { exact: false }).waitFor()
    await boss.page
      .locator(':not(option)', { hasText: /^Đăng: hướng dẫn$/ })
      .first()
      .waitFor()
    await Promise.all([boss.page.close(), page.close(), second.page.close()])
  })

  it('that two write at once tells each of the other, and asks whose words hold', async () => {
    const one = await atDesk(admin, '/huong-dan/khai-tu')
    await one.page.getByRole('button', { name: 'Soạn bản mới' }).click()
    await one.page.getByRole('textbox', { name: 'Việc phải làm' }).waitFor()
    const two = await atDesk(reviewer, '/huong-dan/khai-tu', PHONE)
    await two.page.getByText('Trần Thị Hoa đang sửa hướng dẫn này').waitFor()
    await two.page.getByRole('textbox', { name: 'Việc phải làm' }).fill('khai tử cho người đã mất (hai)')
    await two.page.getByText('Đã lưu', { exact: true }).waitFor()
    // Typed against what the other has not seen yet: the same field, and one of their own.
    await one.page.getByRole('textbox', { name: 'Việc phải làm' }).fill('khai tử cho người đã mất (một)')
    await one.page.getByRole('textbox', { name: 'Tóm tắt' }).fill('Lời tóm tắt của người thứ nhất.')
    await one.page.getByText('Mai Duyệt vừa lưu bản mới hơn', { exact: false }).waitFor()
    expect(await findBarriers(one.page)).toEqual([])
    await shoot(one.page, 'hai-nguoi')
    await one.page.getByLabel('Lấy chữ của tôi').check()
    await one.page.getByRole('button', { name: 'Ghép như đã chọn' }).click()
    await one.page.getByText('Đã lưu', { exact: true }).waitFor()
    const { content } = await ward.db
      .selectFrom('guide_drafts')
      .select('content')
      .where('topic_key', '=', 'khai-tu')
      .executeTakeFirstOrThrow()
    expect([content.task, content.summary]).toEqual([
      'khai tử cho người đã mất (một)',
      'Lời tóm tắt của người thứ nhất.',
    ])
    // Without a network the words stay, also over a reload, and are kept when it is back.
    await two.page.close()
    await one.page.context().setOffline(true)
    await one.page.getByRole('textbox', { name: 'Tóm tắt' }).fill('Gõ khi mất mạng.')
    await one.page.getByText(/Không nối được với máy chủ/).waitFor()
    await one.page.context().setOffline(false)
    await one.page.reload()
    await one.page.getByText('Đã lưu', { exact: true }).waitFor()
    expect(await one.page.getByRole('textbox', { name: 'Tóm tắt' }).inputValue()).toBe('Gõ khi mất mạng.')
    // What cannot be kept says which two days stand in its way, and goes on as soon as one of them is mended.
    await one.page.getByLabel('Đăng từ ngày').fill('2027-03-10')
    await one.page.getByLabel('Ngày cuối (để trống').fill('2027-03-01')
    await one.page.getByText('Ngày cuối đứng trước ngày đăng', { exact: false }).waitFor()
    await one.page.getByText('Chưa lưu được; chữ đã gõ còn trên máy này').waitFor()
    await one.page.getByLabel('Ngày cuối (để trống').fill('2027-04-01')
    await one.page.getByText('Đã lưu', { exact: true }).waitFor()
    await one.page.close()
  })

  it('has questions that are written without any code, faulted in plain words, and tried on the spot', async () => {
    const { page, complaints } = await atDesk(admin, '/huong-dan?xem-lai=due')
    await page.getByText('Không có hướng dẫn nào như vậy.').waitFor()
    await page.getByLabel('Ngày xem lại').selectOption('Ngày nào cũng được')
    await page.getByLabel('Người giữ').selectOption('Chưa giao cho ai')
    await page.getByText(/^\d+ hướng dẫn$/).waitFor()
    expect(new URL(page.url()).search).toBe('?nguoi-giu=-')
    await shoot(page, 'huong-dan-loc')
    await page.getByRole('button', { name: 'Hướng dẫn mới' }).click()
    await page.getByLabel('Tên, như bà con hay gọi').fill('Mượn nhà văn hóa')
    await page.getByText('/thu-tuc/muon-nha-van-hoa', { exact: false }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'huong-dan-moi')
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click()
    await page.getByRole('button', { name: 'Trường hợp', exact: true }).click()
    await page.locator('summary', { hasText: 'Trường hợp chung' }).click()
    await page.getByRole('button', { name: 'Thêm giấy tờ' }).click()
    const papers = page.getByRole('group', { name: 'Giấy tờ', exact: true })
    await papers.getByLabel('Tên', { exact: true }).first().fill('Đơn mượn')
    await page.getByRole('button', { name: 'Thêm giấy tờ' }).click()
    await papers.getByLabel('Tên', { exact: true }).nth(1).fill('Căn cước')
    await page.getByRole('button', { name: 'Câu hỏi lập danh sách giấy tờ' }).click()
    await page.getByRole('button', { name: 'Thêm bảng câu hỏi' }).click()
    await page.getByText('Câu 1 chưa có lời hỏi.', { exact: false }).first().waitFor()
    await page.getByLabel('Câu 1: hỏi gì').fill('Mượn qua đêm không?')
    for (const [place, clause] of ['mượn qua đêm', 'mượn trong ngày'].entries())
      await page.getByLabel('Viết thành vế đứng sau “Nếu”').nth(place).fill(clause)
    await page.getByText('không bao giờ được hỏi', { exact: false }).first().waitFor()
    await page.locator('summary', { hasText: 'Giấy tờ theo Câu 1, trả lời 2' }).click()
    await page.getByRole('group', { name: 'Không cần giấy này (Câu 1, trả lời 2)' }).getByLabel('Đơn mượn').check()
    const tried = page.getByRole('region', { name: 'Trả lời thử' })
    await tried.getByText('Câu 1/1. Mượn qua đêm không?').waitFor()
    await tried.getByRole('button', { name: 'Không rõ' }).click()
    await tried.getByText('Nếu mượn qua đêm: Đơn mượn').waitFor()
    await tried.getByRole('button', { name: 'Lùi một câu' }).click()
    await tried.getByRole('button', { name: 'Có', exact: true }).click()
    await tried.getByText('Đơn mượn', { exact: true }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'bang-cau-hoi')
    await page.setViewportSize(PHONE)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, 'bang-cau-hoi-dien-thoai')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is taken out of use when a second person agrees', async () => {
    const { page } = await atDesk(admin, '/huong-dan/mai-tang/lich-su')
    await page.getByLabel('Vì sao ngừng hướng dẫn này').fill('phường không còn nhận việc này')
    await page.reload()
    await page.getByRole('button', { name: 'Đề nghị ngừng' }).click()
    await page.getByText('Đã đề nghị ngừng, chờ người duyệt.').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await shoot(page, 'de-nghi-ngung')
    await page.close()
    const second = await atDesk(reviewer, '/huong-dan/mai-tang')
    await second.page.getByText('đề nghị ngừng hướng dẫn này: “phường không còn nhận việc này”').waitFor()
    await second.page.getByText(/câu thử đều cho kết quả như trước/).waitFor()
    const loss = second.page.getByLabel('Vì sao chấp nhận mất những câu này')
    if (await loss.isVisible()) await loss.fill('việc này không còn làm ở phường')
    await shoot(second.page, 'duyet-ngung')
    await second.page.getByRole('button', { name: 'Duyệt và ngừng' }).click()
    await second.page.getByText('Đã ngừng, bà con không thấy nữa.').waitFor()
    expect((await fetch(`${ward.url}/api/procedures/mai-tang`)).status).toBe(404)
    await second.page.close()
  })

  it('has a part of the ward’s own, written apart, agreed to by a second person, and given back to what is inherited', async () => {
    const { page, complaints } = await atDesk(admin, '/huong-dan/ket-hon/rieng')
    await page.getByRole('button', { name: 'Ghi phần riêng: Lệ phí' }).click()
    await page.getByLabel('Khoản 1: số tiền (đồng)').fill('8123')
    await page.getByLabel('Lệ phí: theo văn bản, thông báo nào').fill('Nghị quyết (mẫu)')
    await page.reload()
    expect(await page.getByLabel('Lệ phí: theo văn bản, thông báo nào').inputValue()).toBe('Nghị quyết (mẫu)')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Lưu nháp' }).click()
    await page.getByLabel('Sửa gì, vì sao').fill('mức của phường')
    await shoot(page, 'phan-rieng')
    await page.getByRole('button', { name: 'Gửi duyệt' }).click()
    await page.getByText('cần một người duyệt khác', { exact: false }).waitFor()
    const second = await atDesk(reviewer, '/', PHONE)
    await second.page.getByText('Phần riêng chờ duyệt').waitFor()
    await second.page.goto(`${ward.url}/console/huong-dan/ket-hon/rieng`)
    await second.page.locator('ins', { hasText: '8.123 đồng' }).waitFor()
    expect(await findBarriers(second.page)).toEqual([])
    expect(await overflow(second.page)).toBeLessThanOrEqual(0)
    await shoot(second.page, 'phan-rieng-dien-thoai')
    await second.page.getByRole('button', { name: 'Duyệt và dùng' }).click()
    await second.page.getByText('Riêng của Phường Mẫu; theo Nghị quyết (mẫu).', { exact: false }).waitFor()
    await second.page.getByLabel('Địa bàn').selectOption('phuong-mau-to-1')
    await second.page.getByText(/Riêng tại Phường Mẫu; theo Nghị quyết \(mẫu\), .*\(thừa hưởng\)/).waitFor()
    const phone = await openPhone(browser, PHONE)
    await phone.page.goto(`${ward.url}/app/thu-tuc/ket-hon`)
    await phone.page.getByText('8.123 đồng').waitFor()
    await phone.page.getByText('Lệ phí: riêng tại Phường Mẫu; theo Nghị quyết (mẫu)', { exact: false }).waitFor()
    await shoot(phone.page, 'phan-rieng-ung-dung')
    expect([complaints, second.complaints]).toEqual([[], []])
    await Promise.all([page.close(), second.page.close(), phone.page.close()])
  })
})

describe('the form', () => {
  it('has a field for everything that guides hold, and none for what they do not', () => {
    const missing = new Set<string>()
    for (const topic of starterTopics) collectMissing(topic, missing)
    expect([...missing].sort()).toEqual(['checklist', 'key'])
  })

  it('can keep what it has just added, before a word is written in it', () => {
    const [topic] = starterTopics as [Topic]
    const isKept = (content: object) => isWritable(JSON.parse(JSON.stringify(content)))
    const refused = Object.entries(guideShape).flatMap(([name, shape]) => {
      if (shape.kind !== 'list') return []
      const items = (topic as unknown as Record<string, unknown[]>)[name] ?? []
      return isKept({ ...topic, [name]: [...items, blankOf(shape.item)] }) ? [] : [name]
    })
    expect(refused).toEqual([])
  })

  it('says what is hard to read and what rests on nothing', () => {
    const [topic] = starterTopics as [Topic]
    const said = checkWords({
      ...topic,
      summary: 'Việc này không thuộc thẩm quyền, hỏi TTHCC.',
      advice: [Array.from({ length: 50 }, () => 'chữ').join(' ')],
      legalBases: [],
    }).map(({ text }) => text)
    expect(said).toEqual(
      expect.arrayContaining([
        'Viết “Việc này làm ở …” thay cho “không thuộc thẩm quyền”.',
        '“TTHCC” viết tắt: viết đủ chữ, hoặc giải thích lần đầu.',
        'Câu dài quá, tách làm hai.',
        'Chưa ghi văn bản nào.',
      ]),
    )
  })
})

function collectMissing(topic: Topic, missing: Set<string>): void {
  const walk = (value: unknown, shape: Shape | undefined, path: string): void => {
    if (!shape) {
      missing.add(path)
      return
    }
    if (Array.isArray(value)) {
      for (const item of value) walk(item, shape.kind === 'list' ? shape.item : undefined, path)
      return
    }
    if (value === null || typeof value !== 'object') return
    for (const [name, child] of Object.entries(value))
      walk(child, shape.kind === 'group' ? shape.fields[name] : undefined, path ? `${path}.${name}` : name)
  }
  walk(topic, { kind: 'group', fields: guideShape }, '')
}
