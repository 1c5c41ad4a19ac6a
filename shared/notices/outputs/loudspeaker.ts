/** The notice as it is read out over the loudspeaker: all in words, the facts twice. */
import { toSpokenWords } from '../../spoken/index.ts'
import { factsOf, type NoticeSheet, speakerOf } from './sheet.ts'

export interface SpokenLine {
  words: string
  /** To be read twice in a row. */
  isTwice: boolean
}

export interface LoudspeakerScript {
  lines: SpokenLine[]
  /** All of it, to print or to hand on; what is read twice carries "(đọc hai lần)". */
  text: string
  /** How long reading takes, about. */
  seconds: number
}

/** Syllables a second of somebody who reads slowly and clearly. */
const PACE = 3

const LEADS: Record<ReturnType<typeof factsOf>[number]['field'], string> = {
  day: 'Ngày',
  time: 'Thời gian',
  place: 'Địa điểm',
  who: 'Người cần đến',
  bring: 'Xin mang theo',
  phone: 'Cần hỏi thêm, xin gọi số',
}

export function composeLoudspeaker(sheet: NoticeSheet): LoudspeakerScript {
  const { fields, urgency, corrects } = sheet
  const line = (words: string, isTwice = false): SpokenLine => ({ words: sentence(toSpokenWords(words)), isTwice })
  const opening = urgency === 'emergency' ? 'Khẩn cấp, khẩn cấp' : urgency === 'urgent' ? 'Tin gấp' : 'Thông báo'
  const lines = [
    line(`${opening} của ${speakerOf(sheet)}`),
    ...(corrects ? [line('Đây là tin đính chính. Tin đã báo trước có chỗ sửa lại như sau')] : []),
    ...(corrects?.changes.map(({ label, before, after }) =>
      line(`${label}: trước là ${before}, nay sửa là ${after}`, true),
    ) ?? []),
    line(fields.title, true),
    ...fields.what.split(/\n+/).map(paragraph => line(paragraph)),
    ...factsOf(sheet).map(({ field, value }) => line(`${LEADS[field]}: ${value}`, true)),
    line('Xin cảm ơn bà con đã lắng nghe'),
  ].filter(({ words }) => /\p{L}/u.test(words))
  const syllables = lines.reduce((sum, { words, isTwice }) => sum + words.split(' ').length * (isTwice ? 2 : 1), 0)
  return {
    lines,
    text: lines.map(({ words, isTwice }) => (isTwice ? `${words} (đọc hai lần)` : words)).join('\n'),
    seconds: Math.ceil(syllables / PACE),
  }
}

function sentence(words: string): string {
  const whole = words.charAt(0).toUpperCase() + words.slice(1)
  return /[.!?]$/.test(whole) || whole === '' ? whole : `${whole}.`
}
