/** A picture, a voice note, a sticker: what the machine cannot do with it, and what to do instead. Never silence. */
import { type Addressing, composeOfficeDays } from '../../shared/answers/index.ts'
import type { WardProfile } from '../../shared/areas.ts'
import type { OfficeCalendar } from '../../shared/calendars.ts'
import type { Button, OutgoingMessage } from '../../shared/messages.ts'
import { vietnamDay } from '../../shared/vietnam-time.ts'
import type { ServedWard } from '../platform/areas/index.ts'
import type { EventPayload } from '../platform/events/index.ts'
import type { Conversation } from './conversation.ts'
import { EXAMPLES } from './replies.ts'

/** Zalo's kinds of messages from a person. */
export type MessageType = Extract<EventPayload, { kind: 'message' }>['type']

/** What is known of whoever sent something without words. */
interface Sender {
  ward: Pick<ServedWard, 'profile' | 'calendar'>
  before: Pick<Conversation, 'addressing' | 'answers' | 'failures'>
}

interface Asking {
  ward: WardProfile
  calendar: OfficeCalendar
  addressing: Addressing | null
  /** The talk so far was a help: a sticker then thanks for it. */
  isHelped: boolean
  now: Date
}

const WITHDRAW = 'Nếu có giấy tờ tùy thân trong đó, nên nhấn giữ tin, chọn Thu hồi.'

const REPLIES: Record<MessageType, (asking: Asking) => string[]> = {
  text: asking => [`Máy chưa đọc được tin này. ${typeIt(asking)}`],
  image: asking => [`Máy chưa đọc được ảnh. ${typeIt(asking)}`, WITHDRAW, officer(asking)],
  file: asking => [`Máy chưa mở được tệp. ${typeIt(asking)}`, WITHDRAW, officer(asking)],
  gif: asking => [`Máy chưa xem được ảnh động. ${typeIt(asking)}`],
  video: asking => [`Máy chưa xem được video. ${typeIt(asking)}`, officer(asking)],
  audio: asking => [
    `Máy chưa nghe được tin thoại. ${addressed(asking)} gõ chữ giúp, hoặc bấm micro trên bàn phím rồi nói: điện thoại đổi giọng nói thành chữ.`,
    officer(asking),
  ],
  sticker: asking =>
    asking.isHelped
      ? [`Cảm ơn ${you(asking)}. Cần gì thêm cứ nhắn bằng chữ.`]
      : [`${asking.ward.wardName} xin chào ${you(asking)}. Cần làm giấy tờ gì cứ gõ bằng chữ, không dấu cũng được.`],
  location: asking => [
    'Máy không xem, không lưu vị trí.',
    ...composeOfficeDays(asking, [vietnamDay(asking.now)], null).map(({ text }) => text),
    'Cần hỏi việc gì cứ gõ bằng chữ.',
  ],
  link: ({ ward }) => [
    'Máy không mở đường dẫn. Đường dẫn lạ có thể lừa lấy tiền, mật khẩu, mã OTP: đừng bấm, đừng điền gì vào đó.',
    `Chưa chắc thật hay giả thì gọi ${ward.phone}. Cần hỏi việc gì cứ gõ bằng chữ.`,
  ],
  business_card: asking => [
    `Máy không lưu danh thiếp, vì đó là thông tin của người khác. ${typeIt(asking)}`,
    officer(asking),
  ],
}
/** After these there is something to choose from; the others have said what to do. */
const WITH_EXAMPLES: readonly MessageType[] = ['text', 'image', 'gif', 'video', 'audio', 'sticker']

export function composeMediaReply(type: MessageType, { ward, before }: Sender, now: Date): OutgoingMessage[] {
  const asking: Asking = {
    ward: ward.profile,
    calendar: ward.calendar,
    addressing: before.addressing?.word ?? null,
    isHelped: before.answers > 0 && before.failures === 0,
    now,
  }
  const isThanks = type === 'sticker' && asking.isHelped
  const buttons = WITH_EXAMPLES.includes(type) && !isThanks ? EXAMPLES.map(say) : []
  const choices = buttons.map(({ title }, index) => `${index + 1}. ${title}`)
  return [{ text: [...REPLIES[type](asking), ...choices].join('\n'), buttons }]
}

/** Stands below the answer to words that came with a picture, a file or the like. */
export function noteOnCaption(type: MessageType = 'text'): string[] {
  if (type === 'text' || type === 'link') return []
  return type === 'image' || type === 'file' ? [`Máy chỉ đọc phần chữ. ${WITHDRAW}`] : ['Máy chỉ đọc phần chữ đi kèm.']
}

function typeIt(asking: Asking): string {
  return `${addressed(asking)} gõ việc cần hỏi bằng chữ giúp.`
}

function officer({ ward }: Asking): string {
  return `Cần cán bộ xem thì nhắn “Gặp cán bộ” hoặc gọi ${ward.phone}.`
}

function addressed(asking: Asking): string {
  const word = you(asking)
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function you({ addressing }: Asking): string {
  return addressing ?? 'bà con'
}

function say(words: string): Button {
  return { kind: 'say', title: words, text: words }
}
