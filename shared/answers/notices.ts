/** What is said in the chat about notices: whether one is genuine, that an answer was noted, and what a leader is asked. */
import type { WardProfile } from '../areas.ts'
import type { OutgoingMessage } from '../messages.ts'
import { type Advice, composeNoticeMessage, factsOf, type NoticeSheet, sayExpiry } from '../notices/index.ts'
import { callButton } from './choices.ts'
import { levelWord } from './office.ts'

export interface KnownNotice {
  sheet: NoticeSheet
  isExpired: boolean
  isCancelled: boolean
  isErased: boolean
  /** Code of the newer version; null: this one holds. */
  correctedBy: string | null
}

/** Found in the register of codes: what it says, so that a forged text around a true code shows. */
export function composeGenuine({
  sheet,
  isExpired,
  isCancelled,
  isErased,
  correctedBy,
}: KnownNotice): OutgoingMessage[] {
  const { code, sender, wardName } = sheet
  if (isErased)
    return [
      { text: `Mã ${code} là tin thật của ${sender}, ${wardName}. Tin đã hết hạn, nội dung đã xóa.`, buttons: [] },
    ]
  const state = isCancelled
    ? 'Nhưng tin này ĐÃ HỦY, bà con không làm theo nữa.'
    : correctedBy
      ? `Nhưng tin này đã có ĐÍNH CHÍNH: xem tin ${correctedBy}.`
      : isExpired
        ? 'Tin này đã hết hạn.'
        : `Tin có hiệu lực đến ${sayExpiry(sheet.expiresAt)}.`
  const lines = [
    `Đúng, mã ${code} là tin thật của ${sender}, ${wardName}. ${state}`,
    '',
    `Tin ghi: ${sheet.fields.title}`,
    ...factsOf(sheet).map(({ label, value }) => `${label}: ${value}`),
    '',
    'Nếu tin nhận được viết khác thế này, hoặc bảo chuyển tiền, đó là tin giả.',
    `Hỏi thêm tổ trưởng: nhắn "Hỏi ${code}" rồi viết câu hỏi.`,
  ]
  return [{ text: lines.join('\n'), buttons: [{ kind: 'open', title: 'Xem tin', url: sheet.url }] }]
}

export function composeNotOurs(code: string, ward: WardProfile): OutgoingMessage[] {
  const text = [
    `Không có tin nào của ${levelWord(ward).toLowerCase()} mang mã ${code}. Có thể gõ nhầm mã, hoặc đây là TIN GIẢ.`,
    'Đừng bấm đường dẫn, đừng chuyển tiền, đừng gửi mã OTP.',
    `Chưa chắc thì gọi ${ward.phone} hỏi lại.`,
  ].join('\n')
  return [{ text, buttons: [callButton(`Gọi ${ward.phone}`, ward.phone)] }]
}

const alone = (text: string): OutgoingMessage[] => [{ text, buttons: [] }]

export function composeAttendanceNoted({
  going,
  people,
  title,
}: {
  going: boolean
  people: number
  title: string
}): OutgoingMessage[] {
  if (!going) return alone(`Đã ghi: không đi được "${title}". Cảm ơn đã báo trước. Đổi ý thì nhắn "Tôi sẽ đi".`)
  const count = people > 1 ? ` ${people} người` : ''
  return alone(`Đã ghi: sẽ đi${count} "${title}". Đổi ý thì nhắn "Tôi không đi được".`)
}

export const composeQuestionNoted = (code: string): OutgoingMessage[] =>
  alone(`Đã chuyển câu hỏi về tin ${code} cho người gửi tin. Câu trả lời sẽ đến trong Zalo này hoặc ở trang tin.`)

export const composeWhatQuestion = (code: string): OutgoingMessage[] =>
  alone(`Muốn hỏi gì về tin ${code}? Nhắn "Hỏi ${code}" rồi viết luôn câu hỏi trong một tin.`)

export const composeNoticeOver = (): OutgoingMessage[] =>
  alone('Tin này đã hết hạn hoặc không hỏi ai đi, nên không ghi thêm được.')

export const composeWhichNotice = (): OutgoingMessage[] =>
  alone('Chưa rõ là tin nào. Nhắn kèm mã tin, ví dụ: Tôi sẽ đi TB-… (mã ở cuối tin).')

/** What a leader presses or types in the middle of a notice. */
export const noticeSayings = { send: 'Gửi tin này', change: 'Sửa tin', stop: 'Bỏ tin này', none: 'Không có' } as const

export function composeWhatToSay({
  areaName,
  suggestions,
}: {
  areaName: string
  suggestions: readonly string[]
}): OutgoingMessage[] {
  return [
    {
      text: [
        `Soạn thông báo cho ${areaName}.`,
        'Nhắn một tin: dòng đầu là việc gì, các dòng sau là nội dung, ngày giờ, nơi.',
        'Ví dụ:\nMời họp tổ dân phố\nBàn việc sửa đường hẻm.\n5/12, 19 giờ 30\nTại nhà văn hóa tổ',
        'Nhắn "thôi" để dừng.',
      ].join('\n'),
      buttons: suggestions.slice(0, 4).map(title => ({ kind: 'say', title, text: title })),
    },
  ]
}

export function composeWhichArea(names: readonly string[]): OutgoingMessage[] {
  return [
    {
      text: 'Thông báo cho tổ nào?',
      buttons: names.slice(0, 5).map(title => ({ kind: 'say', title, text: title })),
    },
  ]
}

const askWith = (text: string): OutgoingMessage[] => [
  { text, buttons: [{ kind: 'say', title: noticeSayings.none, text: noticeSayings.none }] },
]
export const composeAskTitle = ({ name, title }: { name: string; title: string }): OutgoingMessage[] =>
  alone(`${name}: nhắn đầu đề của tin, ghi rõ chỗ "…" trong "${title}".`)
export const composeAskWhat = (title: string): OutgoingMessage[] =>
  alone(`"${title}": nhắn nội dung tin (việc gì, vì sao, ai cần biết).`)
export const composeAskWhen = (): OutgoingMessage[] =>
  askWith('Ngày nào, mấy giờ? Ví dụ: thứ Bảy 5/12, 19 giờ 30 đến 21 giờ.')
export const composeAskWhere = (): OutgoingMessage[] => askWith('Ở đâu? Ví dụ: Nhà văn hóa tổ.')
export const composeMaskedPlace = (): OutgoingMessage[] =>
  askWith(
    'Số nhà bị che trong tin nhắn nên chưa đọc được. Xin ghi tên nơi (Nhà văn hóa, trường, chùa…), hoặc soạn trong ứng dụng của phường.',
  )

const CONFIRMED_ELSEWHERE =
  'Loại tin này phải xác nhận trước. Bản nháp còn trong ứng dụng của phường: mở mục Thông báo, xác nhận rồi gửi.'
export const composeConfirmedElsewhere = (): OutgoingMessage[] => alone(CONFIRMED_ELSEWHERE)

/** The words as they would go out, what to look at again, and what to press. */
export function composeNoticePreview({
  sheet,
  advice,
  audience,
  isConfirmedElsewhere,
}: {
  sheet: NoticeSheet
  advice: readonly Advice[]
  audience: number
  /** A kind that has to be confirmed, which the chat cannot do. */
  isConfirmedElsewhere: boolean
}): OutgoingMessage[] {
  const preview = composeNoticeMessage(sheet).text
  const isBlocked = advice.some(({ level }) => level === 'block')
  const choices = [
    ...(isBlocked || isConfirmedElsewhere ? [] : [noticeSayings.send]),
    noticeSayings.change,
    noticeSayings.stop,
  ]
  const notes = advice.slice(0, 6).map(({ words }) => `• ${words}`)
  return [
    { text: `Tin sẽ gửi như sau:\n\n${preview}`.slice(0, 2000), buttons: [] },
    {
      text: [
        `Gửi cho ${audience} người trong danh sách, hết hạn ${sayExpiry(sheet.expiresAt)}.`,
        ...(notes.length > 0 ? ['Xem lại:', ...notes] : []),
        isBlocked ? 'Tin chưa gửi được như thế này.' : isConfirmedElsewhere ? CONFIRMED_ELSEWHERE : 'Gửi, sửa hay bỏ?',
      ].join('\n'),
      buttons: choices.map(title => ({ kind: 'say', title, text: title })),
    },
  ]
}

export const composeNoticeGoing = (code: string): OutgoingMessage[] =>
  alone(`Đã cho gửi, mã tin ${code}. Xem đã tới bao nhiêu người trong ứng dụng, mục Thông báo.`)
export const composeNoticeWaiting = (code: string): OutgoingMessage[] =>
  alone(`Tin ${code} đang chờ người thứ hai ở phường duyệt, rồi sẽ gửi.`)
interface WaitingNotice {
  code: string
  kind: string
  sender: string
  expiresAt: Date
}

/** To whoever may agree to it. Without title and words, which may be personal. */
export function composeApprovalWanted({ code, kind, sender, expiresAt }: WaitingNotice): OutgoingMessage {
  const text = [
    `Có tin chờ duyệt: mã ${code} (${kind}), của ${sender}.`,
    `Hạn của tin: ${sayExpiry(expiresAt)}.`,
    'Mở trang cán bộ, mục Thông báo chờ duyệt, để xem rồi duyệt hoặc trả lại.',
  ]
  return { text: text.join('\n'), buttons: [] }
}

/** To the same people, of an emergency that waited for nobody. */
export function composeSentAlone({ code, kind, sender }: WaitingNotice): OutgoingMessage {
  const text = [
    `Tin khẩn cấp mã ${code} (${kind}) đã gửi ngay, chưa có người thứ hai duyệt. Người gửi: ${sender}.`,
    'Mở trang cán bộ để xem lại; sai thì dừng hoặc đính chính.',
  ]
  return { text: text.join('\n'), buttons: [] }
}

export const composeNoticeStopped = (): OutgoingMessage[] => alone('Đã bỏ tin, không gửi cho ai.')
export const composeNoticeRefused = (reasons: readonly string[]): OutgoingMessage[] =>
  alone(
    [
      'Chưa gửi được:',
      ...reasons.map(reason => `• ${reason}`),
      'Nhắn "thông báo" để soạn lại, hoặc soạn trong ứng dụng của phường.',
    ].join('\n'),
  )
export const composeOwnNotices = (): OutgoingMessage[] =>
  alone('Thông báo của tổ nằm trong ứng dụng của phường, mục Thông báo. Muốn nhận tin của tổ mình, nhắn "tôi ở tổ …".')
