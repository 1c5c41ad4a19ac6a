/** What people say after an answer without asking for a part of it. */
import { createPattern, normalise, patternFor } from '../../shared/language/index.ts'

const AGAIN = createPattern(
  '^(?:dạ |thôi )?(?:(?:nói|nhắc|ghi|viết) lại|(?:không|ko|k|hổng|hong|chưa|khó) hiểu)(?: (?:coi|xem|đi|giùm|dùm|giúp|cái|gì|hết|quá|luôn|lắm|với|nghe|nha|nhé|ạ|một|lần|nữa|cho|tôi|toi|bác|cô|chú))*[\\s.!?]*$',
)

/** "Nói lại coi", "không hiểu gì hết". */
export function asksAgain(text: string): boolean {
  return patternFor(text, AGAIN).test(normalise(text).trim())
}

const AGE = createPattern(
  '^(?:dạ |thì )?(?:(?:tôi|tui|mình|em|con|cháu|bác|cô|chú|anh|chị|ông|bà|ba|má|mẹ|cha|nội|ngoại|nó|tôi thì) ?){0,3}(?:(?:năm nay|nay|mới|được|đã|hơn|gần|tròn|đủ) ?)*\\d{1,3} ?tuổi(?: (?:rồi|à|ạ|nha|nhé|đó|lận|có|được|không|ko|hông|hong|chưa))*[\\s.!?]*$',
)

/** "Tôi 76 tuổi", "bà tui mới 72 tuổi có được không". */
export function tellsAge(text: string): boolean {
  return patternFor(text, AGE).test(normalise(text).trim())
}
