/** The words of a page as a voice says them. */
import { describe, expect, it } from '@jest/globals'
import { toBreaths, toSpoken } from '../miniapp/read-aloud/speech-text.ts'
import { starterTopics } from '../shared/content/index.ts'

describe('what is read aloud', () => {
  it.each([
    ['Lệ phí: 50.000 đồng/bản.', 'Lệ phí: 50000 đồng một bản.'],
    ['Nộp thứ Hai, 05/07/2026', 'Nộp thứ Hai, ngày 5 tháng 7 năm 2026'],
    ['từ ngày 18/07/2026', 'từ ngày 18 tháng 7 năm 2026'],
    ['7:30–11:30, 13:30–17:00', '7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ'],
    ['Gọi 0200 000 001 (UBND phường)', 'Gọi 0 2 0 0 0 0 0 0 0 1 (Ủy ban nhân dân phường)'],
    ['mẫu CT01', 'mẫu C T 0 1'],
    ['1–3 ngày', '1 đến 3 ngày'],
    ['cha/mẹ', 'cha hoặc mẹ'],
  ])('says “%s” as “%s”', (written, spoken) => {
    expect(toSpoken(written)).toBe(spoken)
  })

  it('takes a breath within long texts and loses no word of any guide', () => {
    for (const { summary, steps } of starterTopics) {
      const lines = [summary, ...steps.map(({ text }) => text)]
      const breaths = toBreaths(lines)
      expect(breaths.join(' ').replace(/\s/g, '')).toBe(lines.map(toSpoken).join('').replace(/\s/g, ''))
      expect(Math.max(...breaths.map(({ length }) => length))).toBeLessThan(260)
    }
  })
})
