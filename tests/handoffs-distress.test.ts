/** Somebody at the end of their strength hears a kind word. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isDistressed } from '../shared/answering/index.ts'
import { sampleWard } from '../shared/content/index.ts'
import { openCaseOf, openPinnedWard } from './setup/handoffs.ts'
import type { TestWard } from './setup/ward.ts'

const WARD_PHONE = sampleWard.profile.phone

let ward: TestWard

describe('somebody at the end of their strength', () => {
  beforeAll(async () => {
    ward = await openPinnedWard()
  })
  afterAll(() => ward.close())

  it('hears a kind word, and an officer is told', async () => {
    const resident = ward.resident('ba-sau')
    const { text } = await resident.ask('khổ quá, không biết kêu ai nữa')
    expect(text).toMatch(/vất vả quá, phường xin chia sẻ[\s\S]*Đã báo cán bộ/)
    expect(text).toContain(WARD_PHONE)
    expect(await openCaseOf(ward, resident)).toMatchObject({ reason: 'distress' })
  })

  it('is still answered what they asked', async () => {
    const resident = ward.resident('anh-nam')
    const { text } = await resident.ask('hành tôi đi lại mấy lần rồi, làm khai sinh cho con cần gì')
    expect(text).toMatch(/xin chia sẻ[\s\S]*giấy chứng sinh/i)
    expect(await openCaseOf(ward, resident)).toMatchObject({ reason: 'distress' })
  })

  it.each([
    'khổ quá không biết kêu ai',
    'khong biet keu ai',
    'bế tắc quá rồi',
    'không ai giúp tôi',
    'tuyệt vọng',
    'tôi khóc',
    'hành tôi đi lại mấy lần',
    'tức quá',
  ])('sounds like "%s"', text => {
    expect(isDistressed(text)).toBe(true)
  })

  it.each([
    'thủ tục quá lâu',
    'thu tuc qua lau',
    'kho qua',
    'khổ giấy A4',
    'thi hành án dân sự',
    'phải đi lại mấy lần mới xong',
    'không biết làm sao để đăng ký',
  ])('does not sound like "%s"', text => {
    expect(isDistressed(text)).toBe(false)
  })
})
