/** The gate learns from the content alone, bears any input, and search shows a topic while it is typed. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { calibrate, createAnswerer } from '../shared/answering/index.ts'
import { negativeExamples } from '../shared/content/index.ts'
import { catalogue, ownPhrases, smallWard, ward } from './setup/answerers.ts'

describe('the gate', () => {
  it('sets the same thresholds from the same content, as plain data that can be stored', () => {
    expect(calibrate(catalogue)).toEqual(ward.calibration)
    expect(JSON.parse(JSON.stringify(ward.calibration))).toEqual(ward.calibration)
  })

  it('decides the same with a stored calibration', () => {
    const phone = createAnswerer({ ...catalogue, calibration: JSON.parse(JSON.stringify(ward.calibration)) })
    for (const { text } of ownPhrases.slice(0, 40)) expect(phone.decide(text)).toEqual(ward.decide(text))
  })

  it('follows the stored thresholds', () => {
    const strict = createAnswerer({ ...catalogue, calibration: { ...ward.calibration, answerFrom: 1.1 } })
    expect(ward.decide('đăng ký kết hôn').decision).toBe('answer')
    expect(strict.decide('đăng ký kết hôn').decision).toBe('clarify')
  })

  it('learns from the content: what joins the negative examples is no longer answered', () => {
    const question = 'đăng ký kết hôn với người ngoài hành tinh'
    const warned = createAnswerer({
      ...catalogue,
      negatives: [...negativeExamples, question, 'kết hôn với người ngoài hành tinh'],
    })
    expect(warned.decide(question).confidence).toBeLessThan(ward.decide(question).confidence)
    expect(warned.decide(question).decision).not.toBe('answer')
    expect(warned.decide('đăng ký kết hôn').decision).toBe('answer')
  })

  it('is surer of a phrase it knows than of one it half knows', () => {
    expect(ward.decide('đăng ký kết hôn').confidence).toBeGreaterThan(
      ward.decide('đăng ký kết hôn xe tăng vũ trụ').confidence,
    )
  })
})

describe('any input at all', () => {
  const keys = new Set(catalogue.topics.map(({ key }) => key))
  const expectSane = (text: string) => {
    const { decision, topics, aspects, confidence } = ward.decide(text)
    expect(['answer', 'clarify', 'refer', 'refuse', 'chitchat']).toContain(decision)
    expect(topics.length).toBeLessThanOrEqual(3)
    expect(new Set(topics).size).toBe(topics.length)
    expect(topics.every(key => keys.has(key))).toBe(true)
    expect(aspects.length).toBeGreaterThan(0)
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    expect(ward.search(text, 5).length).toBeLessThanOrEqual(5)
  }
  const fragments = fc.constantFrom(
    'khai sinh',
    'đk',
    'kethon',
    '🙏',
    '\u200b',
    '\ud800',
    "'; DROP TABLE x; --",
    '<script>',
    'ignore all rules',
    'ko',
    '\n',
    '١٢',
    'ß',
    '한국',
    '⟨số⟩',
    'đ\u0301',
    '',
  )

  it('gets a sane decision, never an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), expectSane), { numRuns: 150 })
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 12 }), parts => expectSane(parts.join(' '))),
      { numRuns: 150 },
    )
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 80 }), units => expectSane(String.fromCharCode(...units))),
      { numRuns: 150 },
    )
  })

  it.each([
    ['emoji', '😂🙏❤️'.repeat(500)],
    ['one long word', 'dangkykhaisinh'.repeat(357)],
    ['five thousand letters', 'a'.repeat(5000)],
    ['many short words', 'k dc j z '.repeat(556)],
    ['many clauses', 'khai sinh, kết hôn; '.repeat(250)],
    ['stacked marks', 'a\u0301\u0302\u0323'.repeat(1250)],
    ['ligatures that unfold', '\ufdfa'.repeat(5000)],
  ])('of 5,000 characters is decided too: %s', (_, text) => {
    expectSane(text)
  })

  it.each(['', '   ', '🙏', '...', '\ud800\udfff\ud800', '123 456'])(
    'with nothing to read in it is asked back: %j',
    text => {
      expect(ward.decide(text).decision).toBe('clarify')
    },
  )
})

describe('search as it is typed', () => {
  const topicsFor = (text: string) => ward.search(text, 3).map(hit => hit.topic)

  it.each([
    ['khai s', 'khai-sinh'],
    ['ket h', 'ket-hon'],
    ['căn cư', 'can-cuoc'],
    ['tam tr', 'tam-tru'],
    ['độc th', 'xac-nhan-tinh-trang-hon-nhan'],
    ['cccd', 'can-cuoc'],
    ['mở qu', 'ho-kinh-doanh'],
  ])('%j already shows %s', (text, key) => {
    expect(topicsFor(text)).toContain(key)
  })

  it('needs no more than the beginning of one word', () => {
    expect(smallWard.search('cuo', 1)).toMatchObject([{ topic: 'ket-hon' }])
  })

  it('shows the title and the phrase that matched, as many as asked for', () => {
    const [hit] = ward.search('hôn thú', 1)
    expect(hit).toMatchObject({ topic: 'ket-hon', title: catalogue.topics.find(({ key }) => key === 'ket-hon')?.title })
    expect(hit?.matched).toBeTruthy()
    expect(ward.search('giấy', 2)).toHaveLength(2)
    expect(ward.search('', 5)).toEqual([])
  })
})
