/** Notices in the chat: a leader writes one, a resident answers one, everybody asks whether one is genuine. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { noticeTemplates } from '../shared/notices/index.ts'
import { HOOD, type NoticeWard, openNoticeWard } from './setup/notices.ts'

let ward: NoticeWard
beforeAll(async () => {
  ward = await openNoticeWard()
  await ward.member('ba-sau')
  await ward.makeLeader('co-hai', HOOD)
})
afterAll(() => ward.close())

const ask = (key: string, text: string) => ward.resident(key).ask(text)
const states = async () =>
  await ward.db
    .selectFrom('notices')
    .select(['state', 'code'])
    .where('author', 'not like', 'token%')
    .orderBy('id')
    .execute()

describe('a linked leader', () => {
  it('is led through a notice: what, the whole to look at, gửi', async () => {
    expect((await ask('co-hai', 'thông báo')).text).toContain('Soạn thông báo cho Tổ dân phố 12')
    const preview = await ask(
      'co-hai',
      'Mời họp tổ dân phố\nBàn việc sửa đường hẻm.\n5/12/2026, 19 giờ 30\nTại nhà văn hóa tổ',
    )
    expect(preview.text).toContain('thứ Bảy 05/12/2026')
    expect(preview.text).toContain('Giờ: 19 giờ 30')
    expect(preview.text).toContain('Nơi: Nhà văn hóa tổ')
    expect(preview.text).toContain('Gửi cho 1 người')
    expect(preview.buttons).toEqual(['Gửi tin này', 'Sửa tin', 'Bỏ tin này'])
    const sent = await ask('co-hai', 'gửi')
    expect(sent.text).toContain('đang chờ người thứ hai')
    expect((await states()).map(({ state }) => state)).toEqual(['waiting'])
  })

  it('is asked for what is missing, and may stop at any moment', async () => {
    await ask('co-hai', 'soạn thông báo')
    expect((await ask('co-hai', 'Cắt điện')).text).toContain('nhắn nội dung tin')
    expect((await ask('co-hai', 'Điện lực sửa trạm biến áp.')).text).toContain('Ngày nào, mấy giờ?')
    expect((await ask('co-hai', 'thứ bảy 5/12 từ 7h30 đến 11h')).text).toContain('Ở đâu?')
    const preview = await ask('co-hai', 'Không có')
    expect(preview.text).toContain('Giờ: 7 giờ 30 đến 11 giờ')
    expect((await ask('co-hai', 'hủy')).text).toContain('Đã bỏ tin')
    expect((await states()).at(-1)?.state).toBe('cancelled')
    await ask('co-hai', 'thông báo')
    expect((await ask('co-hai', 'thôi')).text).toContain('Đã bỏ tin')
  })

  it('hears why a notice cannot go', async () => {
    await ask('co-hai', 'thông báo')
    const preview = await ask('co-hai', 'Họp tổ\nHọp thứ sáu 5/12 lúc 19h, đăng ký ở bit.ly/abc\nTại nhà văn hóa')
    expect(preview.text).toContain('là thứ Bảy')
    expect(preview.text).toContain('Tin chưa gửi được như thế này')
    expect(preview.buttons).toEqual(['Sửa tin', 'Bỏ tin này'])
    await ask('co-hai', 'Bỏ tin này')
  })
})

describe('what a template leaves open', () => {
  it('is asked for: no notice goes out with a gap in it', async () => {
    const gaps = noticeTemplates.filter(({ title }) => title.includes('…'))
    expect(gaps.length).toBeGreaterThan(0)
    for (const { name, title } of gaps) {
      await ask('co-hai', 'thông báo')
      expect((await ask('co-hai', name)).text).toContain(title)
      expect((await ask('co-hai', title)).text).toContain('ghi rõ chỗ "…"')
      expect((await ask('co-hai', 'Đầu đề đã ghi rõ')).text).toContain('"Đầu đề đã ghi rõ": nhắn nội dung tin')
      await ask('co-hai', 'thôi')
    }
  })

  it('is left out where nobody has to fill it: who it is for, what to bring', async () => {
    const template = noticeTemplates.find(({ who }) => who?.includes('…'))
    expect(template).toBeDefined()
    await ask('co-hai', 'thông báo')
    await ask('co-hai', template?.name ?? '')
    const preview = await ask('co-hai', 'Việc của tổ.\n5/12, 19 giờ 30\nTại nhà văn hóa tổ')
    expect(preview.text).toContain('Tin sẽ gửi như sau')
    expect(preview.text).not.toContain('…')
    await ask('co-hai', 'Bỏ tin này')
  })

  it.each(['Tang lễ', 'Tìm trẻ lạc'])('and what has to be confirmed first is confirmed in the app: %s', async name => {
    const template = noticeTemplates.find(one => one.name.startsWith(name))
    await ask('co-hai', 'thông báo')
    await ask('co-hai', template?.name ?? '')
    if (template?.title.includes('…')) await ask('co-hai', 'Tin buồn của tổ')
    const preview = await ask('co-hai', 'Gia đình nhờ báo tin.\n5/12, 19 giờ 30\nTại nhà văn hóa tổ')
    expect(preview.text).toContain('phải xác nhận trước')
    expect(preview.buttons).toEqual(['Sửa tin', 'Bỏ tin này'])
    expect((await ask('co-hai', 'gửi')).text).toContain('mở mục Thông báo, xác nhận rồi gửi')
    expect((await states()).at(-1)?.state).toBe('draft')
  })
})

describe('somebody who leads nobody', () => {
  it('is told where the notices are, and what they say next is about something else', async () => {
    expect((await ask('ba-sau', 'thông báo')).text).toContain('mục Thông báo')
    expect((await ask('ba-sau', 'giờ làm việc')).text).toContain('Giờ làm việc')
  })
})

describe('a resident', () => {
  it('presses "Tôi sẽ đi", changes their mind, and asks a question', async () => {
    const notice = await ward.send()
    await ward.settle()
    const said = await ward.resident('ba-sau').press('Tôi sẽ đi')
    expect(said.text).toContain('Đã ghi: sẽ đi "Mời họp tổ dân phố"')
    await ask('ba-sau', 'nhà tôi sẽ đi 3 người')
    expect((await ward.counts(notice.id)).answers).toMatchObject({ going: 1, goingPeople: 3 })
    await ask('ba-sau', `Tôi không đi được ${notice.code}`)
    expect((await ward.counts(notice.id)).answers).toMatchObject({ going: 0, notGoing: 1 })
    expect((await ask('ba-sau', `Hỏi ${notice.code} có cần mang ghế không`)).text).toContain('Đã chuyển câu hỏi')
    expect((await ward.counts(notice.id)).answers.openQuestions).toBe(1)
  })

  it('asks whether a notice is genuine, and hears what the register says', async () => {
    const notice = await ward.send()
    const genuine = await ask('anh-nam', `Tin ${notice.code} có thật không?`)
    expect(genuine.text).toContain(`mã ${notice.code} là tin thật của Tổ trưởng tổ dân phố 12`)
    expect(genuine.text).toContain('Nơi: Nhà văn hóa tổ 12')
    expect((await ask('anh-nam', notice.code.toLowerCase().replace('-', ' '))).text).toContain('là tin thật')
    expect((await ask('anh-nam', 'TB-ZZZZZ có thật không')).text).toContain('TIN GIẢ')
    const draft = await ward.compose()
    expect((await ask('anh-nam', `tin ${draft.code} có thật không`)).text).toContain('TIN GIẢ')
  })

  it('answering a notice that is over is told so', async () => {
    const notice = await ward.send({ rsvp: 'none' })
    expect((await ask('ba-sau', `Tôi sẽ đi ${notice.code}`)).text).toContain('không ghi thêm được')
  })
})
