/** What residents say to a notice: that they come, or a question. It comes back to the leader without a name. */
import { z } from 'zod'
import { fold } from '../language/index.ts'
import { findNoticeCodes } from './code.ts'

export const Attendance = z.enum(['going', 'not_going'])
export type Attendance = z.infer<typeof Attendance>

/** One person's newest answer counts. `people`: how many come with them, themselves included. */
export const NoticeAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attendance'), attendance: Attendance, people: z.number().int().min(1).max(20) }),
  z.object({ kind: z.literal('question'), text: z.string().trim().min(1).max(500) }),
])
export type NoticeAnswer = z.infer<typeof NoticeAnswer>

/** A question as the leader sees it: personal data masked, nobody's name on it. */
export const NoticeQuestion = z.object({
  id: z.string(),
  text: z.string(),
  /** Null: not answered yet. */
  reply: z.string().nullable(),
})
export type NoticeQuestion = z.infer<typeof NoticeQuestion>

export const AnswersOfNotice = z.object({
  going: z.number().int(),
  goingPeople: z.number().int(),
  notGoing: z.number().int(),
  questions: z.array(NoticeQuestion),
})
export type AnswersOfNotice = z.infer<typeof AnswersOfNotice>

const NOT_GOING =
  /^(?:dạ |da )?(?:tôi |toi |nhà tôi |nha toi |em |con |cháu |chau )?(?:không|khong|ko|k) (?:đi|di|đến|den|tham gia)\b|không đi được|khong di duoc|bận|xin vắng/iu
const GOING =
  /^(?:dạ |da )?(?:(?:tôi|toi|nhà tôi|nha toi|em|con|cháu|chau|gia đình tôi) )?(?:sẽ |se )(?:đi|di|đến|den|tham gia|có mặt|co mat)/iu
const HOW_MANY = /(\d{1,2})\s*(?:người|nguoi|ng)(?!\p{L})/iu

/** Without a code nothing but the answer itself is one: a longer message is about something else. Of folded words. */
const ONE = '(?:toi|minh|em|con|chau|bac|co|chu|anh|chi|ong|ba)'
const WHO = `(?:(?:nha|gia dinh|vo chong|ca nha|me|cha|ba|ma)(?: ${ONE})?|${ONE})`
const KINDLY = '(?: (?:nhe|nha|nghen|nghe|a|thoi|roi|luon|du|day|cam on))*'
const COUNTED = String.raw`(?: \d{1,2} ?(?:nguoi|ng))?`
const ATTEND = '(?:di|den|toi|tham gia|tham du|co mat)(?: hop| du)?'
const ONLY_GOING = new RegExp(
  `^(?:da )?(?:${WHO}(?: (?:cung|chac))?(?: se)?|se) ${ATTEND}(?: duoc)?${COUNTED}${KINDLY}$`,
)
const BUSY = '(?:do |vi |dang |bi )?busy(?: viec| qua)?'
const CANNOT = `(?:khong|ko|k|hong|khoi) (?:the )?${ATTEND}(?: duoc)?`
const ONLY_NOT_GOING = new RegExp(
  `^(?:da )?(?:${WHO} )?(?:${BUSY}|${CANNOT}(?: ${BUSY})?|${BUSY} ${CANNOT}|xin(?: phep)? vang(?: mat)?)${KINDLY}$`,
)

/** "Tôi sẽ đi TB-K7M2P", "nhà tôi sẽ đi 3 người", "không đi được"; null: something else. */
export function readAttendance(text: string): { attendance: Attendance; people: number; code: string | null } | null {
  const code = findNoticeCodes(text)[0] ?? null
  const words = text
    .normalize('NFC')
    .replace(/TB-?\s?\w{5}/giu, '')
    .trim()
  const people = Math.min(20, Math.max(1, Number(HOW_MANY.exec(words)?.[1] ?? 1)))
  const isNotGoing = code ? NOT_GOING.test(words) : ONLY_NOT_GOING.test(bare(words))
  if (isNotGoing) return { attendance: 'not_going', people: 1, code }
  if (ONLY_GOING.test(bare(words)) || (code && GOING.test(words))) return { attendance: 'going', people, code }
  return null
}

/** Letters and numbers alone. "Bận" has to carry its marks: without them it is a word of many meanings. */
function bare(words: string): string {
  const marked = words.toLowerCase().replace(/(?<!\p{L})bận(?!\p{L})/gu, 'busy')
  // A question is never an answer.
  if (marked.includes('?')) return ''
  return fold(marked)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
