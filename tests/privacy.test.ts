/** What people write is masked before it is stored or logged. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { maskPersonalData } from '../shared/privacy.ts'

const NOW = new Date('2026-11-21T03:00:00Z')
const mask = (text: string) => maskPersonalData(text, NOW)

describe('personal data', () => {
  it.each([
    ['căn cước của tôi 001088012345', 'căn cước của tôi ⟨số định danh⟩'],
    ['CMND 012345678 cũ', 'CMND ⟨số định danh⟩ cũ'],
    ['001 088 012 345', '⟨số định danh⟩'],
    ['gọi 0912345678 nhé', 'gọi ⟨số điện thoại⟩ nhé'],
    ['gọi 0912.345.678 nhé', 'gọi ⟨số điện thoại⟩ nhé'],
    ['sđt +84 912 345 678', 'sđt ⟨số điện thoại⟩'],
    ['thẻ BHYT DN4797912345678', 'thẻ BHYT ⟨số thẻ BHYT⟩'],
    ['số sổ BHXH 7912345678', 'số sổ BHXH ⟨số BHXH⟩'],
    ['stk 19031234567890', 'stk ⟨dãy số⟩'],
    ['mail ba.sau@vidu.vn', 'mail ⟨email⟩'],
    ['con sinh ngày 09/09/2026', 'con sinh ngày ⟨ngày, 73 ngày trước⟩'],
    ['sinh 2.9.1955', 'sinh ⟨ngày, 71 năm trước⟩'],
    ['hẹn 25-11-2026', 'hẹn ⟨ngày, 4 ngày nữa⟩'],
    ['nhà tôi ở số 12/3 đường Lê Lợi, tổ 5', 'nhà tôi ở ⟨địa chỉ nhà⟩, tổ 5'],
    ['số nhà 45 ngõ 2', '⟨địa chỉ nhà⟩'],
  ])('in "%s" becomes its class', (written, stored) => {
    expect(mask(written)).toBe(stored)
  })

  it.each([
    'Làm giấy khai sinh cần gì?',
    'quá 60 ngày có bị phạt không',
    'mã thủ tục 1.001193',
    'Nghị định 123/2015/NĐ-CP',
    'số điện thoại của phường là gì',
    'tổ 12 khu phố 3',
    'lệ phí 8.000 đồng',
    '2 bản chính 1 bản sao',
  ])('is not seen in "%s"', text => {
    expect(mask(text)).toBe(text)
  })

  it('never survives: no run of nine digits is left in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 .-ađ+'), maxLength: 60 }), text => {
        expect(mask(text)).not.toMatch(/\d{9}/)
      }),
    )
  })

  it('is looked for in one pass: the longest run of letters does not hold up the others', () => {
    const runs = ['a'.repeat(200_000), 'a@'.repeat(100_000), '1 '.repeat(100_000), 'số nhà '.repeat(30_000)]
    const began = performance.now()
    for (const run of runs) mask(run)
    // Quadratic work would take minutes here; no ordinary slowness comes near this bound.
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('is masked in any writing of Vietnamese, composed or decomposed, without ever failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => typeof mask(text) === 'string'))
    expect(mask('số căn cước 001088012345'.normalize('NFD'))).toBe('số căn cước ⟨số định danh⟩')
  })
})
