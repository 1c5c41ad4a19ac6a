/** What people are told of their own data: what is hidden, how long messages stay, and how to be forgotten. */
import type { WardProfile } from '../areas.ts'
import type { OutgoingMessage } from '../messages.ts'
import type { PersonalDataClass } from '../privacy/index.ts'
import type { Addressing } from './addressing.ts'
import { sayButtons } from './choices.ts'
import { lowerFirst } from './figures.ts'
import { levelWord } from './office.ts'

/** What a button about one's own data says, and anybody may type. */
export const erasureSayings = { ask: 'Xóa dữ liệu của tôi', confirm: 'Xóa hết', decline: 'Không xóa' } as const

interface Told {
  ward: WardProfile
  addressing: Addressing | null
}

/** One line at first contact. @param days how long messages are kept */
export function privacyNotice(days: number): string {
  return `Tin tự xóa sau ${days} ngày, hoặc nhắn “xóa dữ liệu”.`
}

/** What somebody who finds them can do harm with, by the name people know. */
const harmful: Partial<Record<PersonalDataClass, string>> = {
  identity: 'số căn cước',
  card: 'số thẻ ngân hàng',
  account: 'số tài khoản',
  passport: 'số hộ chiếu',
  health_insurance: 'số thẻ BHYT',
  social_insurance: 'số BHXH',
  tax: 'mã số thuế',
  number: 'dãy số',
}

/**
 * Says what was hidden and advises to take the message back: a line, or none when nothing in it was of that kind. The
 * number itself still stands in the chat on both sides, where only its sender can remove it.
 */
export function composeWithdrawAdvice(
  classes: readonly PersonalDataClass[],
  addressing: Addressing | null = null,
): string[] {
  const names = classes.flatMap(one => harmful[one] ?? [])
  if (names.length === 0) return []
  const who = addressing ? `${capital(addressing)} nên` : 'Nên'
  return [`Máy đã che ${names.join(', ')}, không lưu. ${who} nhấn giữ tin vừa gửi, chọn Thu hồi.`]
}

/** Before anything is erased: what goes, what stays. Nobody is asked twice. */
export function composeErasureQuestion({ ward, addressing }: Told): OutgoingMessage[] {
  const { confirm, decline } = erasureSayings
  const whose = ownerOf(addressing)
  const lines = [
    `${erasureQuestionStart} ${whose} ở Zalo của ${lowerFirst(levelWord(ward))}?`,
    `• Sẽ xóa: tin nhắn, mã Zalo ${whose}, việc đang chờ cán bộ trả lời. Là tổ trưởng hay cán bộ thì mất cả vai trò ấy, phải cấp lại.`,
    '• Còn lại: số đếm chung, và một dòng ghi rằng có người đã xóa, không ghi tên ai.',
    '• Hồ sơ đã nộp không bị ảnh hưởng.',
    `Nhắn số: 1 ${confirm} · 2 ${decline}`,
  ]
  const choices = [confirm, decline].map(words => ({ title: words, say: words }))
  return [{ text: lines.join('\n'), buttons: sayButtons(choices) }]
}

/** What the question begins with: by it the question is known again among the last lines of a conversation. */
export const erasureQuestionStart = 'Xóa hết dữ liệu'

export function composeErased({ ward, addressing }: Told): OutgoingMessage[] {
  const level = lowerFirst(levelWord(ward))
  const lines = [
    `Đã xóa hết dữ liệu ${ownerOf(addressing)} ở Zalo của ${level}. Tin này cũng tự mất khỏi máy của ${level} sau vài giờ.`,
    'Tin còn trên điện thoại thì tự xóa trong Zalo: nhấn giữ cuộc trò chuyện, chọn Xóa.',
    'Khi cần hỏi, cứ nhắn lại.',
  ]
  return [{ text: lines.join('\n'), buttons: [] }]
}

export function composeNotErased(): OutgoingMessage[] {
  return [{ text: 'Không xóa gì cả. Cần hỏi việc khác cứ nhắn.', buttons: [] }]
}

function ownerOf(addressing: Addressing | null): string {
  return addressing ? `của ${addressing}` : 'của người đang nhắn'
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
