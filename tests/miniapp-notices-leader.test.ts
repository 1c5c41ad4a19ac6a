/** A leader on the phone: writes in three screens, sees who gets it, sends it once, watches, corrects, goes from door to door. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import type { Browser, Page, Route } from 'playwright-core'
import sharp from 'sharp'
import type { Notice } from '../shared/notices/index.ts'
import { openBrowser } from './setup/browser.ts'
import { barriersOf, goTo, keepPaper, keepPicture, openSignedIn } from './setup/notice-phones.ts'
import { type Caller, HOOD, type NoticeWard, openNoticeWard } from './setup/notices.ts'
import { buildPackage, PUBLIC_URL, type Zapp } from './setup/zapp.ts'

const LEADER = 'to-truong-12'
const OTHER = 'phuong-mau-to-5'

let ward: NoticeWard
let browser: Browser
let remove = (): void => undefined
let leader: Caller
let member: Caller
beforeAll(async () => {
  const built = buildPackage()
  remove = built.remove
  ;[ward, browser] = await Promise.all([
    openNoticeWard({
      emulator: { settings: { oa: { plan: 'none' } }, miniAppFolder: built.folder },
      config: { publicUrl: PUBLIC_URL },
    }),
    openBrowser(),
  ])
  leader = await ward.makeLeader(LEADER, HOOD)
  member = await ward.member('ba-sau')
  await ward.administrator.put(`/api/areas/${HOOD}/houses`, { text: '12/1\n12/3\n12/10' })
  await member.put(`/api/areas/${HOOD}/own-house`, { house: '12/3' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await ward?.close()
  remove()
})

const open = (path: string, person = LEADER): Promise<Zapp> => openSignedIn(browser, ward, person, path)
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

async function fillMeeting(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('Tổ dân phố họp bàn việc sửa đường hẻm 45.')
  await page.getByLabel('Ngày', { exact: true }).fill('2026-12-05')
  await page.getByLabel('Từ giờ').fill('19:30')
  await page.getByLabel('Đến giờ').fill('21:00')
  await page.getByRole('textbox', { name: 'Nơi' }).fill('Nhà văn hóa tổ 12')
}

/** A meeting written through the screens, up to "Xem và gửi". */
async function write(page: Page): Promise<void> {
  await press(page, 'Họp tổ dân phố')
  await fillMeeting(page)
  await press(page, 'Xem và gửi')
  await page.getByText(/người trong danh sách|Chưa có ai ghi tên/).waitFor()
}

const countNotices = async (): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from notices`.execute(ward.db)
  return rows[0]?.total ?? 0
}

describe('writing', () => {
  it('begins with a starter for the need, also one of the ward’s own, with hints as it is typed', async () => {
    const words = {
      ...{ name: 'Họp chi hội', kind: 'meeting', title: 'Mời họp chi hội', what: 'Họp bàn: …' },
      who: null,
    }
    const asked = { ...{ bring: null, urgency: 'ordinary', rsvp: 'none', asks: ['place'] }, expiresAfterDays: 0 }
    await leader.post(`/api/areas/${HOOD}/notice-starters`, {
      ...{ requestKey: crypto.randomUUID(), replaces: null },
      words: { ...words, ...asked },
    })
    const phone = await open('/thong-bao/viet')
    const { page, complaints } = phone
    await press(page, 'Họp chi hội')
    await heading(page, 'Họp chi hội').waitFor()
    await press(page, 'Xem và gửi')
    await page.getByText('Chưa có địa điểm.').waitFor()
    await press(page, 'Bỏ bản nháp này')
    await goTo(phone, ward, '/thong-bao/viet')
    await heading(page, 'Thông báo về việc gì?').waitFor()
    expect(await page.locator('.tin-tile').count()).toBeGreaterThanOrEqual(30)
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-templates')
    await page.getByRole('textbox', { name: 'Tìm mẫu' }).fill('cat dien')
    await page.getByRole('button', { name: 'Họp tổ dân phố' }).waitFor({ state: 'detached' })
    await press(page, 'Cắt điện')
    await press(page, 'Xem và gửi')
    await page.getByText('Còn chỗ "…" chưa điền.').waitFor()
    await page.getByText('Chưa có ngày.').first().waitFor()
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('UBND báo: thứ Bảy 06/12/2026 cắt điện.')
    await page.getByText(/"UBND" nên viết rõ/).waitFor()
    await page.getByText(/Ngày 06\/12\/2026 là Chủ nhật/).waitFor()
    await page.getByLabel('Ngày', { exact: true }).fill('2026-12-05')
    await page.getByText('thứ Bảy 05/12/2026 (27/10 âm lịch)').waitFor()
    await page.getByText('Có hiệu lực đến hết ngày 05/12/2026.', { exact: false }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-form')
    await page.getByLabel('Đến ngày').fill('2026-12-01')
    await page.getByText('Hạn của tin sớm hơn ngày diễn ra.').waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('keeps the draft on the phone until it is sent, also without a network', async () => {
    const { page } = await open('/thong-bao/viet')
    await press(page, 'Họp tổ dân phố')
    await page.getByRole('textbox', { name: 'Tên tin' }).fill('Họp gấp về hẻm 45')
    const before = await countNotices()
    await page.route(`${PUBLIC_URL}/**`, route => route.abort())
    await goTo({ page } as Zapp, ward, '/thong-bao/to-truong')
    await page.getByRole('link', { name: /Họp gấp về hẻm 45/ }).click()
    await fillMeeting(page)
    await press(page, 'Xem và gửi')
    await page.getByText('Bản nháp vẫn nằm trên máy này.').waitFor()
    await page
      .getByText(/Nơi: Nhà văn hóa tổ 12/)
      .first()
      .waitFor()
    expect(await barriersOf(page)).toEqual([])
    expect(await countNotices()).toBe(before)
    await page.unroute(`${PUBLIC_URL}/**`)
    await goTo({ page } as Zapp, ward, '/thong-bao/to-truong')
    await page.getByRole('link', { name: /Họp gấp về hẻm 45/ }).click()
    expect(await page.getByRole('textbox', { name: 'Nơi' }).inputValue()).toBe('Nhà văn hóa tổ 12')
    await press(page, 'Bỏ bản nháp này')
    await heading(page, 'Việc của tổ trưởng').waitFor()
    expect(await page.getByRole('link', { name: /Họp gấp/ }).count()).toBe(0)
    await page.close()
  })

  it('makes a photo small on the phone and leaves behind where it was taken', async () => {
    const photo = await sharp({
      create: {
        width: 3000,
        height: 2200,
        channels: 3,
        background: '#7a4',
        noise: { type: 'gaussian', mean: 120, sigma: 60 },
      },
    })
      .withExif({ IFD0: { Make: 'CAMERA-OF-THE-TESTS' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg({ quality: 95 })
      .toBuffer()
    expect(photo.byteLength).toBeGreaterThan(2_000_000)
    const { page, complaints } = await open('/thong-bao/viet')
    const sent: Buffer[] = []
    page.on('request', request => {
      if (request.url().endsWith('/api/notice-files')) sent.push(request.postDataBuffer() ?? Buffer.alloc(0))
    })
    await press(page, 'Chụp tờ giấy có sẵn')
    await page.getByLabel('Thêm ảnh').setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.getByRole('textbox', { name: 'Trong ảnh có gì?' }).fill('Giấy mời họp có dấu của phường')
    const body = sent.find(one => one.byteLength > 0) ?? Buffer.alloc(0)
    expect(body.byteLength).toBeGreaterThan(50_000)
    expect(body.byteLength).toBeLessThan(1_001_000)
    expect(body.includes('CAMERA-OF-THE-TESTS')).toBe(false)
    expect(body.includes('Exif')).toBe(false)
    await page.getByLabel('Thêm tệp PDF').setInputFiles({
      name: 'to-trinh.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(5_100_000)]),
    })
    await page.getByText('Tệp PDF này lớn hơn 5 MB.', { exact: false }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-photo')
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('"Xem và gửi"', () => {
  it('loses no word typed while a picture is on its way, and finds its way when an answer is lost', async () => {
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a4' } })
      .jpeg()
      .toBuffer()
    const { page } = await open('/thong-bao/viet')
    await press(page, 'Họp tổ dân phố')
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'giay.jpg')
    form.set('name', 'Ảnh kèm tin')
    form.set('alt', '')
    const { body: taken } = await ward.upload('/api/notice-files', form)
    await page.getByRole('textbox', { name: 'Tên tin' }).fill('Họp bàn về hẻm 45')
    let letGo = (): void => undefined
    await page.route('**/api/notice-files', async route => {
      await new Promise<void>(resolve => {
        letGo = resolve
      })
      await route.fulfill({ json: taken, headers: { 'access-control-allow-origin': 'https://h5.zdn.vn' } })
    })
    const isAsked = page.waitForRequest('**/api/notice-files')
    await page.getByLabel('Thêm ảnh').setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: picture })
    await isAsked
    await fillMeeting(page)
    letGo()
    await page.getByRole('textbox', { name: 'Trong ảnh có gì?' }).fill('Giấy mời họp')
    expect(await page.getByRole('textbox', { name: 'Nơi' }).inputValue()).toBe('Nhà văn hóa tổ 12')
    await press(page, 'Xem và gửi')
    await page.getByText(/người trong danh sách/).waitFor()

    await press(page, 'Sửa lại')
    await page.getByRole('textbox', { name: 'Nơi' }).fill('Sân trường')
    const lose = async (route: Route): Promise<void> => {
      const request = route.request()
      const { authorization = '' } = request.headers()
      await fetch(ward.url + new URL(request.url()).pathname, {
        method: request.method(),
        headers: { authorization, 'content-type': 'application/json' },
        body: request.postData(),
      })
      await route.abort()
    }
    await page.route(/\/api\/notices\/\d+$/, lose, { times: 1 })
    await press(page, 'Xem và gửi')
    await page.getByText('Bản nháp vẫn nằm trên máy này.').waitFor()
    await press(page, 'Thử lại')
    await page.getByText(/người trong danh sách/).waitFor()
    await page.route('**/submit', lose, { times: 1 })
    await press(page, 'Trình duyệt')
    await page.getByText(/Chưa gửi được/).waitFor()
    await press(page, 'Trình duyệt')
    await page.getByText('Đang chờ một người của phường đọc và đồng ý.', { exact: false }).waitFor()
    await page.getByText('Sân trường').first().waitFor()
    await page.close()
  })

  it('shows five outputs and who gets it, and a double press is one notice', async () => {
    const { page, complaints } = await open('/thong-bao/viet')
    const before = await countNotices()
    await write(page)
    await page.getByText('1 người trong danh sách', { exact: false }).waitFor()
    await page.getByText(/2 trong 3 nhà chưa có ai trong danh sách/).waitFor()
    await page.getByText('Không tốn tiền.').waitFor()
    const shown = {
      'Tin nhắn': /Nơi: Nhà văn hóa tổ 12/,
      'Trang tin': /Tin có hiệu lực đến hết ngày 05\/12\/2026/,
      'Áp phích A4': /Quét mã để xem tin/,
      'Loa phát thanh': /mười chín giờ ba mươi/i,
      SMS: /trong 160 chữ, không dấu/,
    }
    for (const [name, words] of Object.entries(shown)) {
      await press(page, name)
      await page
        .getByRole('region', { name: `Xem trước: ${name}` })
        .getByText(words)
        .first()
        .waitFor()
      expect(await barriersOf(page)).toEqual([])
      await keepPicture(page, `leader-send-${Object.keys(shown).indexOf(name)}`)
    }
    await page.getByRole('button', { name: 'Trình duyệt' }).dblclick()
    await page.getByText('Đang chờ một người của phường đọc và đồng ý.', { exact: false }).waitFor()
    expect(await countNotices()).toBe(before + 1)
    expect(await barriersOf(page)).toEqual([])
    await goTo({ page } as Zapp, ward, '/thong-bao/to-truong')
    await page
      .getByRole('link', { name: /Chờ duyệt.*Mời họp tổ dân phố/ })
      .first()
      .waitFor()
    expect(await page.getByText('Đang viết dở trên máy này').count()).toBe(0)
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-desk')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('asks for what a funeral has to confirm before it can be sent', async () => {
    const { page } = await open('/thong-bao/viet')
    await page
      .locator('.tin-tile', { hasText: /tang|buồn/i })
      .first()
      .click()
    await page.getByRole('textbox', { name: 'Tên tin' }).fill('Tin buồn')
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Lễ viếng một cụ bà của tổ. Gia đình kính báo.')
    await page.getByLabel('Ngày', { exact: true }).fill('2026-11-27')
    await press(page, 'Xem và gửi')
    const send = page.getByRole('button', { name: 'Trình duyệt' })
    await send.waitFor()
    expect(await send.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: /Gia đình đã đồng ý/ }).check()
    expect(await send.isDisabled()).toBe(false)
    await page.close()
  })
})

describe('watching', () => {
  it('counts honestly, against the houses there are', async () => {
    const notice = await ward.send()
    await member.post(`/api/inbox/${notice.id}/read`)
    const { page, complaints } = await open(`/thong-bao/tin/${notice.id}`)
    const figure = (name: string) => page.locator('.tin-counts > div', { hasText: name })
    await figure('Đã để trong hộp thư').getByText('1 người').waitFor()
    await figure('Đã mở').getByText('0 trong Zalo · 1 trong ứng dụng').waitFor()
    await figure('Lỗi').getByText('0 người').waitFor()
    await figure('Chưa rõ').getByText('0 người').waitFor()
    await figure('Chưa có trong danh sách').getByText('2 trong 3 nhà').waitFor()
    await page.getByText('Đã gửi xong', { exact: true }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-watch')
    expect(await page.content()).not.toMatch(/Người thử|ba-sau/)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('tries again those that failed, and only those', async () => {
    const rule = ward.emulator.control.chaos.add({ target: 'message', effect: 'error', code: -227, count: 1 })
    const notice = await ward.send()
    ward.emulator.control.chaos.remove(rule.id)
    const { page } = await open(`/thong-bao/tin/${notice.id}`)
    await page.locator('.tin-counts > div', { hasText: 'Lỗi' }).getByText('1 người', { exact: true }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-failed')
    await press(page, 'Gửi lại cho 1 người bị lỗi')
    await page.locator('.tin-counts > div', { hasText: 'Lỗi' }).getByText('0 người').waitFor()
    expect(await ward.counts(notice.id)).toMatchObject({ failed: 0, sent: 1 })
    await page.close()
  })

  it('cancels with a reason, takes back what waits, and goes on writing it', async () => {
    const notice = await ward.compose({}, leader)
    await ward.submit(notice, {}, leader)
    const { page } = await open(`/thong-bao/tin/${notice.id}`)
    await press(page, 'Rút lại để sửa')
    await press(page, 'Sửa tiếp')
    await page.getByRole('textbox', { name: 'Nơi' }).fill('Sân đình')
    await press(page, 'Xem và gửi')
    await press(page, 'Trình duyệt')
    await page.getByText(/Đang chờ một người của phường/).waitFor()
    expect((await ward.read(notice.id)).draft.fields.place).toBe('Sân đình')
    await press(page, 'Hủy tin này')
    await press(page, 'Hủy tin')
    await page.getByText('Ghi vài chữ vì sao hủy.').waitFor()
    expect(await barriersOf(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Vì sao hủy?' }).fill('dời sang tuần sau')
    await press(page, 'Hủy tin')
    await page.getByText('Đã hủy', { exact: true }).waitFor()
    expect((await ward.read(notice.id)).state).toBe('cancelled')
    await page.close()
  })

  it('shows the difference of a correction before it goes', async () => {
    const notice = await ward.send()
    const { page, complaints } = await open(`/thong-bao/tin/${notice.id}`)
    await press(page, 'Đính chính')
    await heading(page, `Đính chính tin ${notice.code}`).waitFor()
    await page.getByRole('textbox', { name: 'Nơi' }).fill('Sân trường tiểu học')
    await press(page, 'Xem và gửi')
    await page.getByText(`Bà con đã nhận tin ${notice.code} sẽ nhận bản sửa này`, { exact: false }).waitFor()
    expect(await page.locator('del').first().textContent()).toBe('Nhà văn hóa tổ 12')
    expect(await page.locator('ins').first().textContent()).toBe('Sân trường tiểu học')
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-correction')
    await press(page, 'Trình duyệt')
    await page.getByRole('link', { name: `tin ${notice.code}` }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('hands words and link over to the neighbourhood’s own group, and counts openings without a name', async () => {
    const notice = await ward.send()
    const zapp = await open(`/thong-bao/tin/${notice.id}`)
    const { page } = zapp
    await press(page, 'Gửi chữ và đường dẫn')
    await page.getByText('Chọn nhóm của tổ rồi bấm gửi.', { exact: false }).waitFor()
    const asked = await page.evaluate(() => JSON.stringify((window as unknown as { asked: unknown[] }).asked))
    expect(asked).toContain(`${PUBLIC_URL}/tb/${notice.code.slice(3).toLowerCase()}?tu=nhom`)
    await press(page, 'Đã đăng')
    await page.getByText(/Đã đăng 1 lần/).waitFor()
    for (let reader = 0; reader < 3; reader++) await fetch(`${ward.url}/api/public-notices/${notice.code}?via=group`)
    await page.reload()
    await page.getByText('3 lượt mở').waitFor()
    await page.close()
  })

  it('brings back who comes and what is asked, and takes the answer to it', async () => {
    const notice = await ward.send()
    const say = (answer: unknown) => member.post(`/api/inbox/${notice.id}/answer`, { answer })
    await say({ kind: 'attendance', attendance: 'going', people: 2 })
    await say({ kind: 'question', text: 'Có chỗ gửi xe không?' })
    const { page, complaints } = await open(`/thong-bao/tin/${notice.id}`)
    await page.getByRole('link', { name: /2 người sẽ đi · 1 câu hỏi chờ trả lời/ }).click()
    await page.getByText('Có chỗ gửi xe không?').waitFor()
    await page.getByRole('textbox', { name: 'Trả lời' }).fill('Gửi xe ở sân trường.')
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-answers')
    await press(page, 'Trả lời')
    await page.getByText('Đã trả lời:').waitFor()
    const { body } = await member.get<{ questions: unknown[] }>(`/api/inbox/${notice.id}`)
    expect(body.questions).toEqual([{ text: 'Có chỗ gửi xe không?', reply: 'Gửi xe ở sân trường.' }])
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('from door to door', () => {
  it('begins with the houses nobody joined from, takes marks without a network, and prints', async () => {
    const notice = await ward.send()
    const { page } = await open(`/thong-bao/tin/${notice.id}/tung-nha/${HOOD}`)
    await page.getByRole('heading', { level: 2, name: 'Nhà chưa có ai nhận tin (2)' }).waitFor()
    expect(await page.locator('.tin-door').allTextContents()).toEqual(['Nhà 12/1', 'Nhà 12/10', 'Nhà 12/3'])
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-doors')
    await press(page, 'Lưu thành ảnh để in')
    await page.getByText('Đã lưu 1 ảnh.', { exact: false }).waitFor()
    const asked = await page.evaluate(() => JSON.stringify((window as unknown as { asked: unknown[] }).asked))
    expect(asked).toContain('{"name":"saveImageToGallery","args":{"imageBase64Data":"data:image/png')
    await page.route(`${PUBLIC_URL}/**`, route => route.abort())
    await press(page, 'Đã báo, nhà 12/1')
    await page.getByText(/1 ghi nhớ đang nằm trên máy này/).waitFor()
    await page.reload()
    await page.getByText(/1 ghi nhớ đang nằm trên máy này/).waitFor()
    expect((await ward.counts(notice.id)).houses?.toldAtTheDoor).toBe(0)
    await page.unroute(`${PUBLIC_URL}/**`)
    await page.reload()
    await page.getByText('Đã báo 1 trong 3 nhà.').waitFor()
    await ward.until('the mark to arrive', async () => (await ward.counts(notice.id)).houses?.toldAtTheDoor === 1)
    await keepPaper(page, 'leader-doors')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('row').allTextContents()).toEqual([
      'NhàTrên ZaloĐã báoĐể giấyVắng nhà',
      '12/1chưa có×',
      '12/10chưa có',
      '12/3có người',
    ])
    expect(await page.getByRole('button').count()).toBe(0)
    await page.close()
  })

  it('the poster is one sheet with a code that leads to the notice', async () => {
    const notice = await ward.send()
    const { page, complaints } = await open(`/thong-bao/tin/${notice.id}/ap-phich`)
    await page.getByRole('img', { name: 'Mã QR mở trang tin' }).waitFor()
    expect(await page.getByRole('link', { name: 'Mở bằng trình duyệt để in' }).getAttribute('href')).toBe(
      `${PUBLIC_URL}/tb/${notice.code.slice(3).toLowerCase()}/to-roi`,
    )
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-poster')
    const paper = await page.pdf({ preferCSSPageSize: true })
    await keepPaper(page, 'leader-poster')
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('whoever is not in charge', () => {
  it('is told kindly: a resident, and the leader of another neighbourhood', async () => {
    const resident = await open('/thong-bao/to-truong', 'ba-sau')
    await heading(resident.page, 'Chưa ghi là tổ trưởng').waitFor()
    expect(await barriersOf(resident.page)).toEqual([])
    await resident.page.close()
    const notice: Notice = await ward.send()
    await ward.makeLeader('to-truong-5', OTHER)
    const other = await open(`/thong-bao/tin/${notice.id}`, 'to-truong-5')
    await heading(other.page, 'Tin này của tổ khác').waitFor()
    expect(await barriersOf(other.page)).toEqual([])
    await other.page.close()
  })

  it('cannot send to a neighbourhood that is taken from them meanwhile', async () => {
    await ward.makeLeader('to-truong-3', 'phuong-mau-to-3')
    await ward.makeLeader('to-truong-3', 'phuong-mau-to-4')
    const { page } = await open('/thong-bao/viet', 'to-truong-3')
    await press(page, 'Họp tổ dân phố')
    await fillMeeting(page)
    await page.getByRole('checkbox', { name: 'Bà con Tổ dân phố 3' }).check()
    await sql`
      update roles set revoked_at = now() where area_id = (select id from areas where code = 'phuong-mau-to-3')
    `.execute(ward.db)
    await press(page, 'Xem và gửi')
    await page.getByText(/Tổ này do người khác phụ trách/).waitFor()
    expect(await page.getByRole('button', { name: 'Trình duyệt' }).count()).toBe(0)
    await page.close()
  })
})

// The last: the night does not go by again.
describe('in the night', () => {
  it('what waits for the morning can be paused and go on', async () => {
    ward.setClock('2026-11-25T22:30:00+07:00')
    const notice = await ward.compose()
    await ward.submit(notice)
    await ward.approve(notice)
    const { page, complaints } = await open(`/thong-bao/tin/${notice.id}`)
    await page.getByText('Đang gửi', { exact: true }).waitFor()
    await page.getByText('Còn 1 người đang chờ gửi', { exact: false }).waitFor()
    await press(page, 'Tạm dừng gửi')
    await page.getByText('Tạm dừng', { exact: true }).waitFor()
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-paused')
    await press(page, 'Gửi tiếp')
    await page.getByText('Đang gửi', { exact: true }).waitFor()
    expect((await ward.read(notice.id)).state).toBe('sending')
    expect(complaints).toEqual([])
    await page.close()
  })
})

// After the night, as the days go by.
describe('at its hour', () => {
  const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

  it('what was put off goes then, once, and until then stands there with its hour', async () => {
    const { page, complaints } = await open('/thong-bao/viet')
    await press(page, 'Họp tổ dân phố')
    await fillMeeting(page)
    await page.getByText('Loại tin, mức gấp, giờ gửi').click()
    await page.getByRole('radio', { name: 'Hẹn giờ' }).check()
    await page.getByLabel('Gửi ngày').fill('2026-11-26')
    await page.getByLabel('Gửi lúc').fill('08:15')
    await page.evaluate(() => window.scrollTo(0, 0))
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-timed')
    await press(page, 'Xem và gửi')
    await page.getByText(/Tin đi lúc 08:15 ngày 26\/11\/2026/).waitFor()
    await press(page, 'Trình duyệt')
    await page.getByText(/Đang chờ một người của phường/).waitFor()
    const notice = await ward.read(idOf(page))
    await ward.approve(notice)
    await page.reload()
    await page.getByText(/Sẽ gửi lúc 08:15 ngày 26\/11\/2026/).waitFor()
    expect(await ward.read(notice.id)).toMatchObject({ state: 'scheduled', sendsAt: '2026-11-26T01:15:00.000Z' })
    // As time goes by the phone has to sign in again: that is no complaint.
    expect(complaints).toEqual([])
    ward.setClock('2026-11-26T08:15:30+07:00')
    await ward.untilSent(notice.id)
    await goTo({ page } as Zapp, ward, `/thong-bao/tin/${notice.id}`)
    await page.getByText('Đã gửi xong', { exact: true }).waitFor()
    expect((await ward.counts(notice.id)).inInbox).toBe(1)
    await page.close()
  })

  it('what comes again is agreed to once, goes each time for its own day, and ends with one press', async () => {
    const { page, complaints } = await open('/thong-bao/viet')
    await press(page, 'Họp tổ dân phố')
    await fillMeeting(page)
    await page.getByText('Loại tin, mức gấp, giờ gửi').click()
    await page.getByRole('radio', { name: /Lặp lại/ }).check()
    await page.getByLabel('Lặp lại', { exact: true }).selectOption('Hằng tháng, theo thứ')
    await page.getByLabel('Lần thứ mấy trong tháng').selectOption('Cuối cùng')
    await page.getByLabel('Thứ', { exact: true }).selectOption('Thứ Bảy')
    await page.getByText('thứ Bảy cuối của tháng', { exact: true }).waitFor()
    await page.evaluate(() => window.scrollTo(0, 0))
    expect(await barriersOf(page)).toEqual([])
    await keepPicture(page, 'leader-recurring')
    await page.getByLabel('Lặp lại', { exact: true }).selectOption('Hằng tuần')
    await page.getByLabel('Báo trước').selectOption('1 ngày')
    await page.getByLabel('Gửi lúc').fill('07:45')
    await page.getByLabel('Lần cuối trước ngày').fill('2027-01-30')
    await press(page, 'Xem và gửi')
    await page.getByText('Tin đi thứ Bảy hằng tuần, báo trước 1 ngày, lúc 07:45.', { exact: false }).waitFor()
    await press(page, 'Trình duyệt')
    await page.getByText(/Đang chờ một người của phường/).waitFor()
    const series = await ward.read(idOf(page))
    await ward.approve(series)
    await page.reload()
    await page.getByText(/Sẽ gửi lúc 07:45 ngày 27\/11\/2026.*thứ Bảy hằng tuần/).waitFor()
    const times = async () => {
      const { rows } = await sql<{ day: string }>`
        select series_day::text as day from notices where series_id = ${series.id} order by series_day
      `.execute(ward.db)
      return rows.map(({ day }) => day)
    }
    expect(complaints).toEqual([])
    ward.setClock('2026-11-27T07:45:30+07:00')
    await ward.runSchedules()
    expect(await times()).toEqual(['2026-11-28'])
    await ward.until('the first one to arrive', async () =>
      ward
        .resident('ba-sau')
        .heard()
        .some(text => text.includes('thứ Bảy 28/11/2026')),
    )
    await goTo({ page } as Zapp, ward, `/thong-bao/tin/${series.id}`)
    await page.getByText(/Sẽ gửi lúc 07:45 ngày 04\/12\/2026/).waitFor()
    await press(page, 'Hủy tin này')
    await page.getByRole('textbox', { name: 'Vì sao hủy?' }).fill('thôi họp hằng tuần')
    await press(page, 'Hủy tin')
    await page.getByText('Đã hủy', { exact: true }).waitFor()
    ward.setClock('2026-12-04T07:45:30+07:00')
    await ward.runSchedules()
    expect(await times()).toEqual(['2026-11-28'])
    await page.close()
  })
})
