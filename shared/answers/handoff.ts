/** What people are told when a person of the office is asked to take over. */
import type { WardProfile } from '../areas.ts'
import type { HandoffReason } from '../handoffs.ts'
import type { Button, OutgoingMessage } from '../messages.ts'
import type { Addressing } from './addressing.ts'
import { callButton } from './choices.ts'
import { sayBefore } from './due.ts'
import { lowerFirst } from './figures.ts'
import { levelWord } from './office.ts'

/** What a button of a handoff says, and anybody may type. */
export const handoffSayings = {
  officer: 'Gặp cán bộ',
  callback: 'Nhờ gọi lại',
  noPhone: 'Không cho số',
  forgetPhone: 'Xóa số điện thoại gọi lại',
  machine: 'Hỏi máy',
} as const

/** By these its owner knows a number again, and nobody else. */
const lastDigits = 3

/**
 * Stands in a stored message where a telephone number was, when that number was asked for and is kept, sealed, with the
 * case. Any other number reads as a mask of its class.
 */
export function maskOfKeptPhone(phone: string): string {
  return `⟨số gọi lại, đuôi ${phone.slice(-lastDigits)}⟩`
}

/** The last digits of the number that was kept from this message; null: none was. */
export function readKeptPhone(text: string): string | null {
  return /⟨số gọi lại, đuôi (\d+)⟩/u.exec(text)?.[1] ?? null
}

/** `isCertain`: no holiday can still be announced that changes it. */
export interface Due {
  at: Date
  isCertain: boolean
}

interface Told {
  ward: WardProfile
  addressing: Addressing | null
  /** Until when an officer will have answered; null: no moment can be promised. */
  due: Due | null
  now: Date
}

/**
 * A case was opened: when an officer answers, whom to ring, and that the machine goes on.
 * `isFollowed`: choices of an answer come after it, and numbers mean those.
 */
export function composeHandoffOpened(told: Told & { reason: HandoffReason; isFollowed?: boolean }): OutgoingMessage[] {
  const opening = [openings[told.reason](told), ...whenAndWhere(told)]
  if (told.isFollowed) return [{ text: opening.join('\n'), buttons: [] }]
  const lines = [
    ...opening,
    'Trong lúc chờ, cứ nhắn việc cần hỏi, máy vẫn trả lời.',
    `Nhắn số: 1 ${handoffSayings.callback}`,
  ]
  return [{ text: lines.join('\n'), buttons: [say(handoffSayings.callback), ring(told.ward)] }]
}

const openings: Record<HandoffReason, (told: Told) => string> = {
  asked: ({ addressing }) => `${addressing ? `Dạ thưa ${addressing}, đã` : 'Đã'} báo cán bộ.`,
  failures: told => `Xin lỗi ${you(told)}, máy chưa giúp được. Đã báo cán bộ.`,
  thumbs_down: told => `Xin lỗi vì câu trả lời chưa giúp được ${you(told)}. Đã báo cán bộ xem lại.`,
  distress: told => `${sympathy(told)} Đã báo cán bộ.`,
}

/** Stands before the answer to somebody who is at the end of their strength; the choices of the answer stay the last. */
export function composeSympathy(told: Told): OutgoingMessage[] {
  return composeHandoffOpened({ ...told, reason: 'distress', isFollowed: true })
}

function sympathy({ ward, addressing }: Told): string {
  const level = lowerFirst(levelWord(ward))
  return addressing
    ? `Dạ, việc này làm ${addressing} vất vả quá, ${level} xin chia sẻ cùng ${addressing}.`
    : `Việc này vất vả quá, ${level} xin chia sẻ cùng bà con.`
}

function whenAndWhere({ ward, due, now }: Told): string[] {
  const when = due ? sayBefore(due.at, now) : 'trong giờ làm việc'
  const condition = due && !due.isCertain ? ', nếu hôm đó không nghỉ lễ' : ''
  return [`Cán bộ ${ward.officeName} sẽ trả lời ngay tại đây ${when}${condition}.`, `Cần gấp thì gọi ${ward.phone}.`]
}

/**
 * Asks for a number to call back: what for, who sees it, how long it is kept.
 * @param isTooEarly a number came before these words and was not kept
 */
export function composeCallbackRequest(
  told: Pick<Told, 'addressing'>,
  { isTooEarly = false }: { isTooEarly?: boolean } = {},
): OutgoingMessage[] {
  const lines = [
    ...(isTooEarly ? ['Số vừa nhắn đã được che, máy chưa giữ.'] : []),
    `${addressed(told)} xin nhắn ${isTooEarly ? 'lại ' : ''}số điện thoại để cán bộ gọi.`,
    'Số này chỉ dùng để gọi về việc đang hỏi, chỉ cán bộ trả lời được xem, và xóa ngay khi xong việc.',
    'Không muốn cho số thì nhắn 1; cán bộ vẫn trả lời tại đây.',
  ]
  return [{ text: lines.join('\n'), buttons: [say(handoffSayings.noPhone)] }]
}

/** The case was opened together with the request to be called. */
export function composeOpenedForCallback(told: Told, given: { isTooEarly: boolean }): OutgoingMessage[] {
  const opened = [openings.asked(told), ...whenAndWhere(told)].join('\n')
  return composeCallbackRequest({ addressing: null }, given).map(({ text, buttons }) => ({
    text: `${opened}\n${text}`,
    buttons: [...buttons, ring(told.ward)],
  }))
}

/** @param ending the last digits, so that a slip of the finger is seen */
export function composePhoneKept(told: Pick<Told, 'addressing'>, ending: string): OutgoingMessage[] {
  const lines = [
    `${addressed(told)} đã ghi số có đuôi ${ending}. Cán bộ sẽ gọi lại trong giờ làm việc.`,
    'Sai thì nhắn lại số đúng. Số được giữ kín và xóa ngay khi xong việc; muốn xóa bây giờ thì nhắn 1.',
  ]
  return [{ text: lines.join('\n'), buttons: [say(handoffSayings.forgetPhone)] }]
}

/** No number was found in what was written, or it came before the request. */
export function composePhoneUnreadable(told: Pick<Told, 'ward'>): OutgoingMessage[] {
  const lines = [
    'Máy chưa ghi được số điện thoại. Xin nhắn lại đủ 10 chữ số.',
    `Hoặc gọi ${told.ward.phone}. Không muốn cho số thì nhắn 1.`,
  ]
  return [{ text: lines.join('\n'), buttons: [say(handoffSayings.noPhone), ring(told.ward)] }]
}

export function composePhoneDeclined(told: Told): OutgoingMessage[] {
  const lines = [`${addressed(told)} không cần cho số cũng được.`, ...whenAndWhere(told)]
  return [{ text: lines.join('\n'), buttons: [ring(told.ward)] }]
}

export function composePhoneForgotten(told: Told): OutgoingMessage[] {
  return [{ text: ['Đã xóa số điện thoại.', ...whenAndWhere(told)].join('\n'), buttons: [ring(told.ward)] }]
}

/** The person gives the word back to the machine. */
export function composeResumed({ addressing }: Pick<Told, 'addressing'>): OutgoingMessage[] {
  const text = `Máy trả lời tiếp đây. ${addressing ? `Mời ${addressing}` : 'Xin'} nhắn việc cần hỏi.`
  return [{ text: `${text}\nCần người thì nhắn 1.`, buttons: [say(handoffSayings.officer)] }]
}

/** A working day has passed and nobody has answered. */
export function composeEscalated(ward: WardProfile): OutgoingMessage[] {
  const lines = [
    'Xin lỗi bà con, đến giờ cán bộ vẫn chưa trả lời được. Yêu cầu vẫn nằm trong danh sách chờ.',
    `Cần ngay thì gọi ${ward.phone} (${ward.officeName}) trong giờ làm việc.`,
  ]
  return [{ text: lines.join('\n'), buttons: [ring(ward)] }]
}

function you({ addressing }: Pick<Told, 'addressing'>): string {
  return addressing ?? 'bà con'
}

/** Opens a sentence: `Dạ thưa bác,` or `Dạ,`. */
function addressed({ addressing }: Pick<Told, 'addressing'>): string {
  return addressing ? `Dạ thưa ${addressing},` : 'Dạ,'
}

function say(text: string): Button {
  return { kind: 'say', title: text, text }
}

function ring({ phone }: WardProfile): Button {
  return callButton(`Gọi ${phone}`, phone)
}
