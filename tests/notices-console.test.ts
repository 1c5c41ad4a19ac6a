/** Notices at the desk, in a real browser: read by a second person, agreed to or given back, heard by the neighbourhood. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { findBarriers, openBrowser } from './setup/browser.ts'
import { DESK, openDesk, PHONE, signInAtDesk } from './setup/desk.ts'
import { HOOD, NOW, type NoticeWard, openNoticeWard } from './setup/notices.ts'
import { inviteAndEnrol, type Officer } from './setup/staff.ts'

const SHOTS = process.env.MOT_CUA_SHOTS

let ward: NoticeWard
let browser: Browser
let reviewer: Officer
let leader: Officer
beforeAll(async () => {
  const params = [
    { name: 'viec', require: true, maxLength: 40, type: 'STRING' as const },
    { name: 'so', require: false, maxLength: 10, type: 'NUMBER' as const },
  ]
  const own = { status: 'ENABLE' as const, isForeign: false, byUserId: true, params }
  const templates = { known: [{ ...own, id: '100001', name: 'Tin của phường' }] }
  const groups = { assets: [{ id: 'suat-1', product: 'gmf100', validUntil: '2027-03-01T00:00:00Z' } as const] }
  ;[ward, browser] = await Promise.all([
    openNoticeWard({ config: { trustProxy: 1 }, emulator: { settings: { oa: { plan: 'none' }, groups, templates } } }),
    openBrowser(),
  ])
  reviewer = ward.officers.reviewer
  leader = await inviteAndEnrol(ward, ward.officers.administrator, {
    name: 'Võ Tổ Trưởng',
    role: 'leader',
    area: HOOD,
    username: 'vo.to12',
  })
  await ward.member('ba-sau')
})
afterAll(async () => {
  await browser?.close()
  await ward?.close()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const heard = (code: string) =>
  ward
    .resident('ba-sau')
    .heard()
    .filter(text => text.includes(code))

async function atDesk(officer: Officer, path: string, size?: { width: number; height: number }) {
  const desk = await openDesk(browser, ward.url, '/', size)
  await signInAtDesk(desk.page, officer)
  await desk.page.goto(`${ward.url}/console${path}`)
  await heading(desk.page, /./).waitFor()
  return desk
}

/** On the PC and on the phone: no barrier, nothing beside the screen. */
async function expectOpenToAll(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? DESK
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${size.width}.png`, fullPage: true })
    const beside = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect({ name, size, barriers: await findBarriers(page), beside }).toEqual({
      name,
      size,
      barriers: [],
      beside: 0,
    })
  }
  await page.setViewportSize(before)
}

describe('whoever speaks for a neighbourhood', () => {
  it('writes at the desk, a second person agrees, the resident gets it, and the counts say so', async () => {
    const { page, complaints } = await atDesk(leader, '/thong-bao')
    await page.getByRole('link', { name: 'Viết thông báo' }).click()
    await heading(page, 'Viết thông báo').waitFor()
    await page.getByLabel('Bắt đầu từ mẫu').selectOption({ label: 'Họp tổ dân phố' })
    await page.getByLabel('Nội dung', { exact: true }).fill('Bàn việc sửa đường hẻm 45.')
    await page.getByLabel('Ngày', { exact: true }).fill('2026-12-05')
    await page.getByLabel('Từ giờ').fill('19:30')
    await page.getByLabel('Nơi', { exact: true }).fill('Nhà văn hóa tổ 12')
    await page.reload()
    expect(await page.getByLabel('Nơi', { exact: true }).inputValue()).toBe('Nhà văn hóa tổ 12')
    await page
      .getByRole('region', { name: 'Xem trước: Tin nhắn' })
      .getByText('Nơi: Nhà văn hóa tổ 12')
      .first()
      .waitFor()
    await expectOpenToAll(page, 'viet')
    await page.getByRole('button', { name: 'Lưu và xem ai sẽ nhận' }).click()
    await page
      .getByRole('region', { name: 'Ai sẽ nhận' })
      .getByText(/\d người/)
      .first()
      .waitFor()
    await expectOpenToAll(page, 'trinh')
    await page.getByRole('button', { name: 'Trình duyệt' }).click()
    await page.getByText('Đang chờ một người khác đọc và đồng ý.', { exact: false }).waitFor()
    const id = page.url().split('/').at(-1) ?? ''

    const second = await atDesk(reviewer, `/thong-bao-cho-duyet/${id}`)
    await second.page.getByRole('button', { name: 'Duyệt và gửi ngay' }).click()
    await second.page.getByText('Đã duyệt lúc', { exact: false }).waitFor()
    await second.page.close()
    const { code } = await ward.untilSent(id)
    await ward.settle()
    expect(heard(code)).toHaveLength(1)

    const counts = page.getByRole('region', { name: 'Đã đến được đâu' })
    await counts.getByText('Đã để trong hộp thư').waitFor()
    await page.getByText('Gửi xong lúc', { exact: false }).waitFor()
    await counts.getByText('chưa biết', { exact: true }).waitFor()
    await expectOpenToAll(page, 'theo-doi')
    await page.getByRole('button', { name: 'Đính chính' }).click()
    await heading(page, `Đính chính tin ${code}`).waitFor()
    await page.getByLabel('Nơi', { exact: true }).fill('Sân trường')
    await page.getByRole('button', { name: 'Lưu và xem ai sẽ nhận' }).click()
    await page.getByRole('region', { name: 'Đính chính', exact: true }).getByText('Sân trường').first().waitFor()
    await expectOpenToAll(page, 'dinh-chinh')
    await page.goto(`${ward.url}/console/thong-bao`)
    await page.getByRole('link', { name: 'Mời họp tổ dân phố' }).first().waitFor()
    await page.getByLabel('Tình trạng').selectOption('sent')
    await page.getByText(`mã ${code}`, { exact: false }).first().waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is counted against the houses that an administrator entered, and goes from door to door', async () => {
    const notice = await ward.send()
    const { page, complaints } = await atDesk(ward.officers.administrator, '/dia-ban/so-nha')
    await page.getByLabel('Tổ dân phố').selectOption({ label: 'Tổ dân phố 12' })
    await page.getByLabel('Danh sách mới').fill('12/1\n12/3\nNguyễn Văn An\ncuối hẻm')
    await page.reload()
    await page.getByLabel('Tổ dân phố').selectOption({ label: 'Tổ dân phố 12' })
    await page.getByRole('button', { name: 'Thay danh sách' }).click()
    await page.getByText('Đã lưu: thêm 2, giữ 0, bỏ 0 nhà.').waitFor()
    await page.getByText('Dòng 3: có tên hoặc số của người').waitFor()
    await page.getByText('Dòng 4: không phải số nhà').waitFor()
    await page.getByText('2 nhà', { exact: true }).waitFor()
    await expectOpenToAll(page, 'so-nha')
    await page.goto(`${ward.url}/console/thong-bao/tin/${notice.id}/tung-nha`)
    await page.getByLabel('Tổ dân phố').selectOption({ label: 'Tổ dân phố 12' })
    await page.getByLabel('Nhà 12/1').selectOption({ label: 'Đã báo' })
    await page.waitForLoadState('networkidle')
    await expectOpenToAll(page, 'tung-nha')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('button:visible, select:visible, a:visible').count()).toBe(0)
    expect(await page.locator('.pen-box:visible').allTextContents()).toEqual(
      Array.from({ length: 2 }, () => ['Đã báo', 'Để giấy', 'Vắng nhà']).flat(),
    )
    await page.emulateMedia({ media: null })
    await page.goto(`${ward.url}/console/thong-bao/tin/${notice.id}`)
    await page.getByText('2 trong 2 nhà · 1 nhà đã báo tận cửa').waitFor()
    expect(complaints.filter(complaint => !/404/.test(complaint))).toEqual([])
    await page.close()
  })

  it('sets it for a day and hour, or again and again, sees when it goes next, lets it rest and go on', async () => {
    const { page, complaints } = await atDesk(leader, '/thong-bao/viet')
    await page.getByLabel('Tên tin').fill('Thu gom rác cồng kềnh')
    await page.getByLabel('Nội dung', { exact: true }).fill('Xe đến lấy đồ cồng kềnh. Xin mang ra đầu hẻm.')
    await page.getByLabel('Ngày', { exact: true }).fill('2026-11-28')
    const timing = page.getByLabel('Gửi lúc nào')
    await timing.selectOption({ label: 'Hẹn giờ' })
    await page.getByLabel('Gửi ngày').fill('2026-11-27')
    await timing.selectOption({ label: 'Lặp lại hằng tuần, hằng tháng' })
    await page.getByLabel('Thứ', { exact: true }).selectOption({ label: 'Thứ Bảy' })
    await page.getByLabel('Báo trước').selectOption({ label: '1 ngày' })
    await page.getByText('thứ Bảy hằng tuần, báo trước 1 ngày.').waitFor()
    await page.getByRole('listitem').filter({ hasText: '04/12/2026' }).first().waitFor()
    await expectOpenToAll(page, 'lap-lai')
    await page.getByRole('button', { name: 'Lưu và xem ai sẽ nhận' }).click()
    await page.getByRole('button', { name: 'Trình duyệt' }).click()
    await page.getByText('Đang chờ một người khác đọc và đồng ý.', { exact: false }).waitFor()
    const id = page.url().split('/').at(-1) ?? ''
    await ward.approve(await ward.read(id))
    await page.reload()
    await page.getByText('Lần tới: 07:30 27/11/2026', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Tạm dừng gửi' }).click()
    await page.getByText('Tạm dừng: không gửi lần nào cho đến khi bấm “Gửi tiếp”.').waitFor()
    await page.goto(`${ward.url}/console/thong-bao`)
    await page.getByLabel('Tình trạng').selectOption({ label: 'Hẹn giờ, lặp lại' })
    await page.getByText('thứ Bảy hằng tuần, báo trước 1 ngày', { exact: false }).waitFor()
    await page.getByRole('cell', { name: 'Tạm dừng' }).waitFor()
    await expectOpenToAll(page, 'hen-gio')
    await page.getByRole('link', { name: 'Thu gom rác cồng kềnh' }).click()
    await page.getByRole('button', { name: 'Gửi tiếp' }).click()
    await page.getByText('Lần tới: 07:30 27/11/2026', { exact: false }).waitFor()
    expect(complaints).toEqual([])
    await ward.leader.post(`/api/notices/${id}/cancel`, { reason: 'Thử xong' })
    await page.close()
  })

  it('reads what residents ask, masked, and answers each once, also when another answered meanwhile', async () => {
    const notice = await ward.send()
    const member = await ward.member('ba-sau')
    const { body: inbox } = await member.get<{ notices: { id: string; code: string }[] }>('/api/inbox')
    const own = inbox.notices.find(({ code }) => code === notice.code)
    for (const text of ['Có phải mang căn cước 001099123456 không?', 'Cháu đi thay được không?'])
      await member.post(`/api/inbox/${own?.id}/answer`, { answer: { kind: 'question', text } })
    const { page, complaints } = await atDesk(leader, `/thong-bao/tin/${notice.id}`)
    await page.getByText('2 câu hỏi chờ trả lời.').waitFor()
    await page.getByRole('link', { name: 'Xem ai đi được và trả lời câu hỏi' }).click()
    await heading(page, 'Bà con trả lời').waitFor()
    expect(await page.getByText('001099123456').count()).toBe(0)
    const first = page.getByRole('article', { name: /^Câu hỏi: Có phải mang căn cước/ })
    await first.getByLabel('Trả lời').fill('Dạ không cần.')
    await page.reload()
    expect(await first.getByLabel('Trả lời').inputValue()).toBe('Dạ không cần.')
    await expectOpenToAll(page, 'hoi-dap')
    await first.getByRole('button', { name: 'Gửi câu trả lời' }).click()
    await page.getByText('Đáp: Dạ không cần.').waitFor()
    const { body } = await ward.leader.get<{ questions: { id: string; reply: string | null }[] }>(
      `/api/notices/${notice.id}/answers`,
    )
    const open = body.questions.find(({ reply }) => reply === null)
    await page.getByLabel('Trả lời', { exact: true }).fill('Không ạ.')
    await ward.leader.post(`/api/notices/${notice.id}/answers/${open?.id}`, { text: 'Được ạ.' })
    await page.getByRole('button', { name: 'Gửi câu trả lời' }).click()
    await page.getByText('Không làm được vì tình trạng vừa thay đổi.', { exact: false }).waitFor()
    await ward.settle()
    expect(
      ward
        .resident('ba-sau')
        .heard()
        .filter(text => text.includes('Đáp: ')),
    ).toHaveLength(2)
    expect(complaints.filter(complaint => !/409/.test(complaint))).toEqual([])
    await page.close()
  })

  it('pauses it while it waits for the morning and lets it go on; tries again those that failed or are not known', async () => {
    const { control } = ward.emulator
    await ward.member('anh-ba')
    control.clock.set('2026-11-25T22:00:00+07:00')
    const notice = await ward.compose()
    await ward.submit(notice)
    await ward.approve(notice)
    await ward.until('it to be under way', async () => (await ward.read(notice.id)).state === 'sending')
    const { page, complaints } = await atDesk(leader, `/thong-bao/tin/${notice.id}`)
    const steering = page.getByRole('region', { name: 'Việc có thể làm' })
    await steering.getByRole('button', { name: 'Tạm dừng gửi' }).click()
    await page.getByText('Người gửi tạm dừng').waitFor()
    expect((await ward.read(notice.id)).state).toBe('paused')
    const failing = control.chaos.add({ target: 'message', effect: 'error', code: -227, count: 1 })
    await steering.getByRole('button', { name: 'Gửi tiếp' }).click()
    await steering.getByRole('button', { name: 'Tạm dừng gửi' }).waitFor()
    control.clock.set('2026-11-26T09:00:00+07:00')
    await steering.getByRole('button', { name: 'Gửi lại cho 1 người bị lỗi' }).waitFor()
    control.chaos.remove(failing.id)
    await expectOpenToAll(page, 'loi')
    control.chaos.add({ target: 'message', effect: 'drop_after', count: 1 })
    control.settings.change({ messages: { echoes: false } })
    await steering.getByRole('button', { name: 'Gửi lại cho 1 người bị lỗi' }).click()
    await ward.until('the answer to be lost', async () => {
      const { rows } = await sql`
        update broadcast_recipients set lease_until = now() - interval '1 minute', sending_at = sending_at - interval '1 hour'
        where state = 'sending' returning 1
      `.execute(ward.db)
      return rows.length > 0
    })
    await steering.getByRole('button', { name: 'Gửi lại cho 1 người chưa rõ' }).click()
    await page.getByText('có thể nhận thêm một lần nữa', { exact: false }).waitFor()
    await expectOpenToAll(page, 'gui-lai')
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi lại' }).click()
    await ward.until('everybody', async () => (await ward.counts(notice.id)).sent === 2)
    control.settings.change({ messages: { echoes: true } })
    control.clock.set(NOW)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('stops it with words', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    const { page } = await atDesk(leader, `/thong-bao/tin/${notice.id}`)
    await page.getByRole('button', { name: 'Hủy tin này' }).click()
    await page.getByLabel('Vì sao hủy?').fill('Dời sang tuần sau')
    await page.getByRole('button', { name: 'Hủy tin', exact: true }).click()
    await page.getByText('Đã hủy', { exact: true }).waitFor()
    expect((await ward.read(notice.id)).state).toBe('cancelled')
    await page.close()
  })
})

describe('the starters', () => {
  it('of the ward are written and rewritten at the desk, and begun with by a leader', async () => {
    const { page, complaints } = await atDesk(ward.officers.administrator, '/thong-bao')
    await page.getByRole('link', { name: 'Mẫu thông báo' }).click()
    await heading(page, 'Mẫu thông báo').waitFor()
    await page.getByRole('button', { name: 'Thôi dùng mẫu Cắt nước' }).click()
    await page.getByRole('button', { name: 'Thôi dùng mẫu Cắt nước' }).waitFor({ state: 'detached' })
    await page.getByLabel('Xem', { exact: true }).selectOption({ label: 'Đã thôi dùng' })
    await page.getByRole('button', { name: 'Dùng lại mẫu Cắt nước' }).click()
    await page.getByText('Không có mẫu nào.').waitFor()
    await page.getByRole('link', { name: /^Viết mẫu mới cho/ }).click()
    await page.getByLabel('Tên mẫu').fill('Phun thuốc muỗi')
    await page.getByLabel('Loại tin').selectOption({ label: 'Y tế, tiêm chủng' })
    await page.getByLabel('Tên tin').fill('Phun thuốc diệt muỗi')
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Đội y tế phun thuốc ở: ')
    await page.getByRole('button', { name: 'Chèn chỗ điền' }).click()
    await page.reload()
    expect(await page.getByRole('textbox', { name: 'Nội dung' }).inputValue()).toBe('Đội y tế phun thuốc ở: …')
    await page.getByRole('region', { name: 'Xem trước: Tin nhắn' }).getByText('Phun thuốc diệt muỗi').first().waitFor()
    await page.getByRole('textbox', { name: 'Mang theo' }).fill('Căn cước số 001099123456')
    await page.getByText('Phải sửa').waitFor()
    expect(await page.getByRole('button', { name: 'Lưu mẫu' }).isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: 'Mang theo' }).fill('')
    await page.getByRole('button', { name: 'Lưu mẫu' }).click()
    await page.getByRole('link', { name: 'Sửa mẫu Phun thuốc muỗi' }).click()
    await heading(page, 'Sửa mẫu thông báo').waitFor()
    expect(complaints).toEqual([])
    await page.close()

    const desk = await atDesk(leader, '/thong-bao/viet')
    await desk.page.getByLabel('Bắt đầu từ mẫu').selectOption({ label: 'Phun thuốc muỗi' })
    expect(await desk.page.getByLabel('Tên tin').inputValue()).toBe('Phun thuốc diệt muỗi')
    await desk.page.getByText('Còn chỗ "…" chưa điền.').waitFor()
    await desk.page.goto(`${ward.url}/console/thong-bao/mau`)
    await desk.page.getByRole('link', { name: 'Viết lại mẫu Phun thuốc muỗi cho Tổ dân phố 12' }).waitFor()
    expect(await desk.page.getByRole('link', { name: /^Sửa mẫu/ }).count()).toBe(0)
    await desk.page.close()
  })
})

describe('whoever administers the ward', () => {
  it('says whose each group of the ward’s Zalo is, with the keyboard alone, and sees what it rests on', async () => {
    const { control } = ward.emulator
    const { id } = control.groups.create({ name: 'Nhóm Tổ 12', asset: 'suat-1', people: ['ong-tu'] })
    const { page, complaints } = await atDesk(ward.officers.administrator, '/cach-gui')
    const card = page.getByRole('article', { name: 'Nhóm Tổ 12' })
    await card.getByText('Chưa gắn', { exact: true }).waitFor()
    await card.getByText('nhóm tối đa 100 người').waitFor()
    await card.getByText('01/03/2027, không tự gia hạn').waitFor()
    await card.getByRole('button', { name: 'Gắn cho một địa bàn' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Địa bàn', { exact: true }).selectOption({ label: 'Tổ dân phố 12' })
    await expectOpenToAll(page, 'gan-nhom')
    await page.getByRole('button', { name: 'Gắn nhóm' }).focus()
    await page.keyboard.press('Enter')
    await card.getByText('Đăng được', { exact: true }).waitFor()
    await card.getByText('Của Tổ dân phố 12').waitFor()
    await page.getByRole('button', { name: 'Xem các suất' }).click()
    await page.getByRole('cell', { name: 'Nhóm Tổ 12' }).waitFor()
    control.groups.removeOa(id)
    await page.getByRole('button', { name: 'Hỏi lại Zalo', exact: true }).click()
    await card.getByText('đã bị đưa ra khỏi nhóm', { exact: false }).waitFor()
    control.chaos.add({ target: 'group', effect: 'error', code: -224, count: 1 })
    await page.getByRole('button', { name: 'Hỏi lại Zalo', exact: true }).click()
    await page.getByRole('alert').getByText('Gói dịch vụ Zalo của phường chưa có phần này', { exact: false }).waitFor()
    await card.getByRole('button', { name: 'Thôi gắn' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi gắn' }).click()
    await page.getByText('Zalo của phường chưa có nhóm nào', { exact: false }).waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the ways of sending', () => {
  it('are chosen for the ward: their order, the hours of rest, a paid template filled as Zalo asks', async () => {
    const { page, complaints } = await atDesk(ward.officers.administrator, '/cach-gui')
    const template = page.getByRole('article', { name: 'Tin của phường' })
    await template.getByText('Zalo đã duyệt').waitFor()
    await template.getByRole('button', { name: 'Dùng mẫu này' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Mẫu còn chỗ phải điền: viec').waitFor()
    await dialog.getByLabel('Chỗ “so”').selectOption({ label: 'Mã tin' })
    await dialog.getByText('Chỗ này cần số hoặc ngày', { exact: false }).waitFor()
    expect(await dialog.getByRole('button', { name: 'Lưu cách dùng' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Chỗ “so”').selectOption('')
    await dialog.getByLabel('Chỗ “viec”').selectOption({ label: 'Tên tin' })
    await dialog.getByLabel('Chỉ những loại tin chọn dưới đây').check()
    await dialog.getByLabel('Sửa đường, công trình').check()
    await expectOpenToAll(page, 'dung-mau')
    await dialog.getByRole('button', { name: 'Lưu cách dùng' }).click()
    await template.getByText('Đang dùng cho Sửa đường, công trình.').waitFor()
    const rules = page.getByRole('region', { name: 'Cách báo và giờ báo' })
    await rules.getByRole('button', { name: 'Đưa lên: Tin mẫu, phường trả tiền' }).click()
    await rules.getByLabel('Nghỉ từ').fill('20:30')
    await page.reload()
    expect(await rules.getByLabel('Nghỉ từ').inputValue()).toBe('20:30')
    await rules.getByRole('button', { name: 'Lưu cách gửi' }).click()
    await rules.getByText('có cách gửi riêng', { exact: false }).waitFor()
    await rules.getByRole('button', { name: 'Bỏ thay đổi' }).waitFor({ state: 'detached' })
    await expectOpenToAll(page, 'cach-bao')
    await template.getByRole('button', { name: 'Thôi dùng' }).click()
    await template.getByRole('button', { name: 'Dùng mẫu này' }).waitFor()
    expect(await rules.getByRole('checkbox', { name: 'Tin mẫu, phường trả tiền' }).isChecked()).toBe(false)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the second person', () => {
  it('finds on the phone what waits, reads it as residents will, agrees, and it goes', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    const { page, complaints } = await atDesk(reviewer, '/', PHONE)
    await page.getByRole('region', { name: 'Thông báo chờ duyệt' }).getByText('Mời họp tổ dân phố').waitFor()
    await page.getByRole('button', { name: 'Mở danh mục' }).click()
    await page.getByRole('navigation', { name: 'Danh mục' }).getByText('Thông báo chờ duyệt').click()
    await heading(page, 'Thông báo chờ duyệt').waitFor()
    await page.getByRole('link', { name: 'Mời họp tổ dân phố' }).click()
    await heading(page, 'Mời họp tổ dân phố').waitFor()
    await page
      .getByRole('region', { name: 'Ai sẽ nhận' })
      .getByText(/\d người/)
      .first()
      .waitFor()
    await expectOpenToAll(page, 'duyet')
    for (const [tab, words] of [
      ['Trang tin', /sửa đường hẻm 45/],
      ['Áp phích', /Quét mã để xem tin/],
      ['Loa', /Đọc chậm hết khoảng/],
      ['SMS', /trong 160 chữ/],
    ] as const) {
      await page.getByText(tab, { exact: true }).click()
      await page
        .getByRole('region', { name: `Xem trước: ${tab}` })
        .getByText(words)
        .first()
        .waitFor()
      await expectOpenToAll(page, `duyet-${tab}`)
    }
    expect(heard(notice.code)).toEqual([])
    await page.getByRole('button', { name: 'Duyệt và gửi ngay' }).click()
    await page.getByText('Đã duyệt lúc', { exact: false }).waitFor()
    await ward.untilSent(notice.id)
    await ward.settle()
    expect(heard(notice.code)).toHaveLength(1)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('gives it back with words, which survive a reload; it does not go, and its author reads why', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    const { page } = await atDesk(reviewer, `/thong-bao-cho-duyet/${notice.id}`)
    await page.getByLabel('Cần sửa gì').fill('Ghi rõ họp ở tầng mấy')
    await page.reload()
    expect(await page.getByLabel('Cần sửa gì').inputValue()).toBe('Ghi rõ họp ở tầng mấy')
    await page.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await page.getByText('Đã trả lại').waitFor()
    expect(await ward.read(notice.id)).toMatchObject({
      state: 'draft',
      approval: { returnedBecause: 'Ghi rõ họp ở tầng mấy' },
    })
    expect(heard(notice.code)).toEqual([])
    await page.close()
  })

  it('is told when another was faster', async () => {
    const notice = await ward.compose()
    await ward.submit(notice)
    const { page } = await atDesk(reviewer, `/thong-bao-cho-duyet/${notice.id}`)
    await page.getByRole('button', { name: 'Duyệt và gửi ngay' }).waitFor()
    await ward.reviewer.post(`/api/notice-approvals/${notice.id}/return`, { version: 1, reason: 'Sai ngày' })
    await page.getByRole('button', { name: 'Duyệt và gửi ngay' }).click()
    await page.getByText('tình trạng vừa thay đổi', { exact: false }).waitFor()
    await page.close()
  })
})
