/** A picture, a voice note, a place on the map: people hear what to do instead, and nothing of it is kept. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sampleWard } from '../shared/content/index.ts'
import { openWard, type Resident, type TestWard } from './setup/ward.ts'

const { profile } = sampleWard
/** A Friday, ten past eight at the ward. */
const FRIDAY = '2026-11-20T01:10:00Z'

let ward: TestWard
beforeAll(async () => {
  ward = await openWard({ emulator: { settings: { oa: { plan: 'none' } } }, zalo: { ratePerMinute: 6000 } })
  ward.emulator.control.clock.set(FRIDAY)
  // Zalo lets the ward answer whoever has written.
  await ward.resident('chi-lan').ask('xin chào')
})
afterAll(() => ward.close())

async function hear(resident: Resident, act: () => unknown): Promise<string> {
  const before = resident.heard().length
  await act()
  await ward.settle()
  return resident.heard().slice(before).join('\n')
}

const send = (key: string, kind: string, message: Record<string, unknown> = {}) =>
  ward.emulator.control.webhook.send({
    event_name: `user_send_${kind}`,
    sender: { id: ward.emulator.control.people.find(key).userId },
    recipient: { id: ward.config.zalo.oaId },
    message: { msg_id: `${kind}-${Math.random()}`, ...message },
  })

describe('whoever sends something without words', () => {
  it.each([
    ['image', /Thu hồi/],
    ['file', /Thu hồi/],
    ['audio', /micro trên bàn phím/],
    ['video', /Gặp cán bộ/],
    ['gif', /gõ việc cần hỏi/],
    ['sticker', /xin chào/],
    ['link', /không mở đường dẫn.*mã OTP/s],
    ['business_card', /không lưu danh thiếp/],
    ['location', new RegExp(`không lưu vị trí.*${profile.address.slice(0, 12)}`, 's')],
  ])('%s: hears what helps, in few words, as a clerk speaks', async (kind, words) => {
    const text = await hear(ward.resident('chi-lan'), () => send('chi-lan', kind))
    expect(text).toMatch(words)
    expect(text).toMatch(/chữ/)
    expect([...text].length).toBeLessThanOrEqual(600)
    expect(text).not.toMatch(/\bbạn\b|quý khách|⟨/i)
  })

  it('a place: hears where the office is and when it is open today', async () => {
    const text = await hear(ward.resident('em-minh'), () => ward.emulator.control.act.location('em-minh'))
    expect(text).toContain(profile.address)
    expect(text).toMatch(/7:30–11:30, 13:30–17:00/)
  })

  it('a sticker after an answer: is thanked, in the way they call themselves', async () => {
    const resident = ward.resident('ong-tu')
    await resident.ask('Cho bác hỏi làm giấy khai sinh cần gì?')
    expect(await hear(resident, () => ward.emulator.control.act.sticker('ong-tu'))).toMatch(/^Cảm ơn bác/)
  })

  it('a voice note: may go on with a number of the examples', async () => {
    const resident = ward.resident('co-huong')
    await hear(resident, () => ward.emulator.control.act.voice('co-huong'))
    expect((await resident.ask('1')).text).toMatch(/khai sinh/i)
  })
})

describe('words that come with a picture', () => {
  it('are answered like any question, and the picture is not forgotten', async () => {
    const resident = ward.resident('anh-nam')
    const text = await hear(resident, () => ward.emulator.control.act.image('anh-nam', 'làm giấy khai sinh cần gì'))
    expect(text).toMatch(/giấy chứng sinh/i)
    expect(text).toMatch(/Máy chỉ đọc phần chữ.*Thu hồi/)
  })

  it('do not count for a business card: they tell of somebody else', async () => {
    const text = await hear(ward.resident('anh-nam'), () => send('anh-nam', 'business_card', { text: 'khai sinh' }))
    expect(text).toMatch(/không lưu danh thiếp/)
  })
})

describe('of what was sent', () => {
  it('nothing is kept but that it came', async () => {
    const attachments = [{ type: 'x', payload: { url: 'https://anh.vidu.example/1.jpg', name: 'so-ho-khau.pdf' } }]
    for (const kind of ['image', 'file', 'video', 'link']) await send('chi-lan', kind, { attachments })
    await ward.settle()
    const events = await ward.db.selectFrom('events').selectAll().execute()
    expect(events.some(({ event_name }) => event_name === 'user_send_file')).toBe(true)
    expect(JSON.stringify(events)).not.toMatch(/vidu\.example|so-ho-khau/)
  })
})
