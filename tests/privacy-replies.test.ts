/** What people are told of their own data, and how they ask to be forgotten. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readErasureWord } from '../server/privacy/request.ts'
import {
  composeErased,
  composeErasureQuestion,
  composeWithdrawAdvice,
  erasureSayings,
  privacyNotice,
} from '../shared/answers/index.ts'
import { sampleWard, starterTopics } from '../shared/content/index.ts'
import { fold } from '../shared/language/index.ts'
import { OutgoingMessage } from '../shared/messages.ts'

const ASKED = { isAsked: true, isFresh: true }
const NOT_ASKED = { isAsked: false, isFresh: false }
const read = (text: string, asked = NOT_ASKED) => readErasureWord(text, asked)

describe('a wish to be forgotten', () => {
  it.each([
    'Xóa dữ liệu của tôi',
    'xóa thông tin của tôi đi',
    'cho tôi xóa hết thông tin cá nhân',
    'xin xóa giúp toàn bộ dữ liệu của bác',
    'làm sao để xóa dữ liệu của tôi trong máy',
    'xóa hết tin nhắn giúp tôi',
    'xóa lịch sử trò chuyện',
    'đừng lưu thông tin của tôi nữa',
    'quên tôi đi',
    'hãy quên em đi',
    'rút lại sự đồng ý',
    'Xóa hết',
  ])('is heard in "%s", with and without marks', text => {
    expect(read(text)).toBe('request')
    expect(read(fold(text.toLowerCase()))).toBe('request')
  })

  it.each([
    'xóa đăng ký thường trú',
    'xóa thông tin tạm trú của tôi',
    'xóa tên tôi khỏi hộ khẩu',
    'xóa thông tin cư trú',
    'xóa án tích',
    'xóa thế chấp sổ đỏ',
    'quên mật khẩu',
    'tôi quên mang căn cước',
    'thu hồi đất của tôi',
    'hủy hồ sơ của tôi',
    'hủy lịch hẹn của tôi',
    'sửa thông tin cá nhân',
    'tra cứu thông tin của tôi',
    'có',
    'không',
    'ok',
  ])('is not heard in "%s"', text => {
    expect(read(text)).toBeNull()
  })

  it('is not heard in any example question or title of the guides', () => {
    const words = starterTopics.flatMap(topic => [topic.title, topic.task, ...topic.aliases, ...topic.exampleQuestions])
    expect(words.filter(text => read(text) !== null)).toEqual([])
  })

  it.each(['Xóa hết', 'xoa het', 'xóa', 'đồng ý', 'có', 'ok', 'vâng'])('is confirmed by "%s" right after', text => {
    expect(read(text, ASKED)).toBe('confirm')
  })

  it('is confirmed later by its own words only: "có" may answer another question by then', () => {
    const later = { isAsked: true, isFresh: false }
    expect(read('Xóa hết', later)).toBe('confirm')
    expect(read('có', later)).toBeNull()
    expect(read('Xóa hết')).toBe('request')
  })

  it.each(['Không xóa', 'không', 'thôi', 'thôi không xóa nữa', 'khoan đã'])('is taken back by "%s"', text => {
    expect(read(text, ASKED)).toBe('decline')
  })

  it('is read in a moment from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('xoa ', 'het ', 'cho ', 'toi ', 'di '), maxLength: 600 }), text => {
        expect([null, 'request', 'confirm', 'decline']).toContain(read(text, ASKED))
      }),
    )
  })

  it('is answered in few words, and says what goes and what stays', () => {
    for (const addressing of [null, 'bác'] as const) {
      const told = { ward: sampleWard.profile, addressing }
      const messages = [...composeErasureQuestion(told), ...composeErased(told)]
      for (const message of messages) {
        expect(OutgoingMessage.safeParse(message).success).toBe(true)
        expect([...message.text].length).toBeLessThanOrEqual(600)
        expect(message.text).not.toMatch(/\bbạn\b|quý khách/i)
      }
      const [question] = messages
      expect(question?.text).toMatch(/Sẽ xóa: .*Còn lại: /s)
      expect(question?.buttons.map(({ title }) => title)).toEqual([erasureSayings.confirm, erasureSayings.decline])
    }
  })
})

describe('the notice at first contact', () => {
  it('is one line, with the days that are set and the way out', () => {
    expect(privacyNotice(45)).toBe('Tin tự xóa sau 45 ngày, hoặc nhắn “xóa dữ liệu”.')
    expect([...privacyNotice(30)].length).toBeLessThanOrEqual(60)
    expect(read('xóa dữ liệu')).toBe('request')
    expect(read('xóa dữ liệu của tôi')).toBe('request')
  })
})

describe('whoever sends a number that could do harm', () => {
  it('is told that it was hidden, and how to take it back', () => {
    expect(composeWithdrawAdvice(['identity', 'date', 'account'], 'bác')).toEqual([
      'Máy đã che số căn cước, số tài khoản, không lưu. Bác nên nhấn giữ tin vừa gửi, chọn Thu hồi.',
    ])
  })

  it('and not when it was a telephone number, a date or an address', () => {
    expect(composeWithdrawAdvice(['phone', 'date', 'address', 'birth_year', 'email', 'plate'])).toEqual([])
  })
})
