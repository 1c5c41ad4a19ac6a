/** What people write is masked before it is stored or logged. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { starterTopics } from '../shared/content/index.ts'
import { fold } from '../shared/language/index.ts'
import { classesInMasked, findPersonalData, maskPersonalData, readPhone } from '../shared/privacy/index.ts'

const NOW = new Date('2026-11-21T03:00:00Z')
const mask = (text: string) => maskPersonalData(text, NOW)

describe('personal data', () => {
  it.each([
    ['căn cước của tôi 001088012345', 'căn cước của tôi ⟨số định danh⟩'],
    ['CMND 012345678 cũ', 'CMND ⟨số định danh⟩ cũ'],
    ['001 088 012 345', '⟨số định danh⟩'],
    ['cccd012345678901', 'cccd⟨số định danh⟩'],
    ['số căn cước 00108801234', 'số căn cước ⟨số định danh⟩'],
    ['gọi 0912345678 nhé', 'gọi ⟨số điện thoại⟩ nhé'],
    ['gọi 0912.345.678 nhé', 'gọi ⟨số điện thoại⟩ nhé'],
    ['sđt +84 912 345 678', 'sđt ⟨số điện thoại⟩'],
    ['(+84) 912-345-678', '⟨số điện thoại⟩'],
    ['84912345678', '⟨số điện thoại⟩'],
    ['(0236) 3.822.123', '⟨số điện thoại⟩'],
    ['024 3825 1234', '⟨số điện thoại⟩'],
    ['o9o3 456 789', '⟨số điện thoại⟩'],
    ['điện thoại nhà 3822123', 'điện thoại nhà ⟨số điện thoại⟩'],
    ['không chín một hai ba bốn năm sáu bảy tám', '⟨số điện thoại⟩'],
    ['0912 345 678 0987 654 321', '⟨số điện thoại⟩ ⟨số điện thoại⟩'],
    ['sđt 0912345678, cccd 001088012345', 'sđt ⟨số điện thoại⟩, cccd ⟨số định danh⟩'],
    ['thẻ BHYT DN4797912345678', 'thẻ BHYT ⟨số thẻ BHYT⟩'],
    ['thẻ bảo hiểm y tế 7912345678', 'thẻ bảo hiểm y tế ⟨số thẻ BHYT⟩'],
    ['số sổ BHXH 7912345678', 'số sổ BHXH ⟨số BHXH⟩'],
    ['thẻ 9704 3612 3456 7890 123', 'thẻ ⟨số thẻ ngân hàng⟩'],
    ['4221501234567890', '⟨số thẻ ngân hàng⟩'],
    ['stk 19031234567890', 'stk ⟨số tài khoản⟩'],
    ['số tài khoản của em 123456 ạ', 'số tài khoản của em ⟨số tài khoản⟩ ạ'],
    ['stk MB 0912345678', 'stk MB ⟨số tài khoản⟩'],
    ['mã số thuế 0401234567', 'mã số thuế ⟨mã số thuế⟩'],
    ['hộ chiếu B1234567', 'hộ chiếu ⟨số hộ chiếu⟩'],
    ['C12345678', '⟨số hộ chiếu⟩'],
    ['biển số 43A-123.45', 'biển số ⟨biển số xe⟩'],
    ['29-H1 23456', '⟨biển số xe⟩'],
    ['mail ba.sau@vidu.vn', 'mail ⟨email⟩'],
    ['basau58 a còng gmail chấm com', '⟨email⟩'],
    ['ba.sau (at) vidu.vn', '⟨email⟩'],
  ])('in "%s" becomes its class', (written, stored) => {
    expect(mask(written)).toBe(stored)
  })

  it.each([
    ['con sinh ngày 09/09/2026', 'con sinh ngày ⟨ngày, 73 ngày trước⟩'],
    ['sinh 2.9.1955', 'sinh ⟨ngày, 71 năm trước⟩'],
    ['hẹn 25-11-2026', 'hẹn ⟨ngày, 4 ngày nữa⟩'],
    ['05/03/1958', '⟨ngày, 68 năm trước⟩'],
    ['5-3-58', '⟨ngày, 68 năm trước⟩'],
    ['1958-03-05', '⟨ngày, 68 năm trước⟩'],
    ['05031958', '⟨ngày, 68 năm trước⟩'],
    ['ngày 5 tháng 3 năm 1958', '⟨ngày, 68 năm trước⟩'],
    ['mùng năm tháng ba năm 1958', '⟨ngày, 68 năm trước⟩'],
    ['mùng 5 tháng 3', '⟨ngày, không rõ năm⟩'],
    ['sinh nhật 5/3', 'sinh nhật ⟨ngày, không rõ năm⟩'],
    ['sinh năm 1958', 'sinh năm ⟨năm sinh, 68 tuổi⟩'],
    ['sinh nam 58', 'sinh nam ⟨năm sinh, 68 tuổi⟩'],
    ['sn 1958', 'sn ⟨năm sinh, 68 tuổi⟩'],
    ['năm sinh: 1958', 'năm sinh: ⟨năm sinh, 68 tuổi⟩'],
    ['sinh tháng 3/1958', 'sinh tháng ⟨năm sinh, 68 tuổi⟩'],
  ])('"%s" keeps only how long ago', (written, stored) => {
    expect(mask(written)).toBe(stored)
  })

  it('an age changes on the birthday, by the calendar of Vietnam', () => {
    const eve = new Date('2026-03-04T16:59:00Z')
    expect(maskPersonalData('05/03/1951', eve)).toBe('⟨ngày, 74 năm trước⟩')
    expect(maskPersonalData('05/03/1951', new Date(eve.getTime() + 60_000))).toBe('⟨ngày, 75 năm trước⟩')
    expect(maskPersonalData('05/03/2026', new Date(eve.getTime() + 60_000))).toBe('⟨ngày, hôm nay⟩')
  })

  it.each([
    ['nhà tôi ở số 12/3 đường Lê Lợi, tổ 5', 'nhà tôi ở ⟨địa chỉ nhà⟩, tổ 5'],
    ['số nhà 45 ngõ 2', '⟨địa chỉ nhà⟩'],
    ['số nhà 45 ngõ 2 cần giấy gì để tạm trú', '⟨địa chỉ nhà⟩ cần giấy gì để tạm trú'],
    ['12/5 đường Lê Lợi', '⟨địa chỉ nhà⟩'],
    ['12/5/58 đường số 8', '⟨địa chỉ nhà⟩'],
    ['số 7 ngõ 3 Trần Phú', '⟨địa chỉ nhà⟩'],
    ['hem 45/6 lam tam tru can gi', '⟨địa chỉ nhà⟩ lam tam tru can gi'],
    ['nhà tôi ở 123 Nguyễn Trãi', 'nhà tôi ở ⟨địa chỉ nhà⟩'],
    ['nha toi o 123 nguyen trai lam khai sinh', 'nha toi o ⟨địa chỉ nhà⟩ lam khai sinh'],
    ['NHÀ TÔI Ở 123 NGUYỄN TRÃI', 'NHÀ TÔI Ở ⟨địa chỉ nhà⟩'],
    ['kiệt 12 Ông Ích Khiêm, phường Hải Châu', '⟨địa chỉ nhà⟩, phường Hải Châu'],
    ['ở căn hộ A12-05', 'ở ⟨địa chỉ nhà⟩'],
    ['tại 12 nguyễn trãi ngõ 1 gọi 0912345678', 'tại ⟨địa chỉ nhà⟩ gọi ⟨số điện thoại⟩'],
  ])('the address in "%s" is hidden, the question behind it is not', (written, stored) => {
    expect(mask(written)).toBe(stored)
  })

  it.each([
    'Làm giấy khai sinh cần gì?',
    'quá 60 ngày có bị phạt không',
    'mẹ tôi quá 75 tuổi',
    'con tôi 2 tuổi 3 tháng',
    'mã thủ tục 1.001193',
    'Nghị định 123/2015/NĐ-CP, Luật 91/2025/QH15',
    'số điện thoại của phường là gì',
    'cho tôi số điện thoại phường với',
    'tổ 12 khu phố 3 phường 5 quận 10',
    'tổ 12 đường Lê Lợi',
    'đèn đường hẻm 45 tắt cả tuần nay',
    'lệ phí 8.000 đồng, đất 1.250.000.000 đồng',
    'nộp 912.345.678 đồng',
    '2 bản chính 1 bản sao',
    'hồ sơ H29.165-240101-0001 tới đâu rồi',
    'hồ sơ 000.00.19.H26-240101-0001',
    'năm 1958, 2024-2025',
    'làm khai sinh năm 1989 bị mất',
    'ngày 2/9 và mùng 3 Tết có làm việc không',
    'mùng 10 tháng 3 nghỉ không',
    'sáng 7.30 - 11.30 chiều 13.30 - 17.00',
    'tổng đài 1900 1234, 113, 1022',
    'nhà tôi ở 3 người, ở đây 2 năm rồi',
    'thửa đất số 123 tờ bản đồ số 45, 120 m2',
    '7',
  ])('is not seen in "%s"', text => {
    expect(mask(text)).toBe(text)
    expect(mask(fold(text))).toBe(fold(text))
  })

  it('is not seen in any title, case or phrase of the guides: what our buttons say comes back as it was', () => {
    const words = starterTopics.flatMap(topic => [
      topic.title,
      topic.task,
      ...topic.aliases,
      ...topic.exampleQuestions,
      ...topic.cases.flatMap(one => [one.label, ...one.words]),
    ])
    expect(words.filter(text => mask(text) !== text)).toEqual([])
  })

  it.each([
    ['zero-width characters', '0\u200b91\u200d23\u2060456\ufeff78'],
    ['full-width digits', '０９１２３４５６７８'],
    ['digits of another script', '٠٩١٢٣٤٥٦٧٨'],
    ['digits in circles and keycaps', '0\ufe0f\u20e3①②③④⑤⑥⑦⑧⑨'],
    ['spaces', '0 9 1 2 3 4 5 6 7 8'],
    ['line breaks', '0912\n345\r\n678'],
    ['long dashes and dots in the middle', '0912–345·678'],
    ['letters glued to it', 'sdt0912345678nhe'],
    ['emoji', '0912📞345📞678'],
  ])('does not slip through with %s', (_how, written) => {
    expect(findPersonalData(written)).toEqual(['phone'])
    expect(mask(written)).toMatch(/^(sdt)?⟨số điện thoại⟩(nhe)?$/)
  })

  it('never survives: no run of nine digits is left in any text', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789 .-ađ+/(\n\u200b'), maxLength: 60 })
    fc.assert(fc.property(digits, text => void expect(mask(text)).not.toMatch(/\d{9}/)))
  })

  it('is masked once: masking what is masked changes nothing, and what was masked can be told', () => {
    const pieces = [
      'stk 19031234567890',
      'sinh 05/03/1958',
      'số nhà 45 ngõ 2',
      'sn 58',
      'a@b.vn',
      'và',
      '60 ngày',
      '\n',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), chosen => {
        const text = chosen.join(' ')
        expect(mask(mask(text))).toBe(mask(text))
        expect(classesInMasked(mask(text))).toEqual(findPersonalData(text))
      }),
    )
    expect(findPersonalData('stk 19031234567890, sinh năm 1958, thẻ 4221501234567890')).toEqual([
      'account',
      'birth_year',
      'card',
    ])
  })

  it('is found behind the longest and most hostile text', () => {
    const runs = [
      'a',
      'a@',
      '1 ',
      'số nhà ',
      'ngõ 1 ',
      '1/',
      'o0',
      'sinh ',
      'stk ',
      ' ',
      '⟨',
      '43A-',
      'tại 12 Nguyễn ',
      '\u200b',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...runs), { minLength: 1, maxLength: 3 }), chosen => {
        const hostile = chosen.map(run => run.repeat(20_000 / run.length)).join('')
        expect(mask(`${hostile} rồi gọi 0912345678`).slice(-30)).toMatch(/gọi ⟨số điện thoại⟩$/)
      }),
      { numRuns: 30 },
    )
  })

  it('is masked in any writing of Vietnamese, composed or decomposed, without ever failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => typeof mask(text) === 'string'))
    for (const text of ['số căn cước 001088012345', 'nhà tôi ở số 12 đường Lê Lợi', 'sinh năm 1958'])
      expect(mask(text.normalize('NFD'))).toBe(mask(text))
  })
})

describe('a telephone number that somebody gives', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['dạ số em là 0912.345.678 ạ', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['84 (0) 912345678', '0912345678'],
    ['912345678', '0912345678'],
    ['o912 345 678', '0912345678'],
    ['máy bàn 0236 3822 123', '02363822123'],
    ['gọi 0912345678 hoặc 0987654321', '0912345678'],
  ])('"%s" is read as %s', (text, phone) => {
    expect(readPhone(text)).toBe(phone)
  })

  it.each(['không', '001088012345', 'stk 0912345678', '500000000 đồng', '0123', 'thẻ BHYT DN4797912345678', ''])(
    'is not seen in "%s"',
    text => {
      expect(readPhone(text)).toBeNull()
    },
  )
})
