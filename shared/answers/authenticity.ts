/** How to tell a message of the ward from one that only pretends to be. */
import type { WardProfile } from '../areas.ts'
import { emergencyNumbers } from '../content/index.ts'
import type { OutgoingMessage } from '../messages.ts'
import type { Addressing } from './addressing.ts'
import { callButton } from './choices.ts'
import { levelWord } from './office.ts'

export function composeAuthenticity({
  ward,
  addressing,
}: {
  ward: WardProfile
  addressing: Addressing | null
}): OutgoingMessage[] {
  const we = levelWord(ward)
  const { number } = emergencyNumbers.police
  const police = ward.police ? `${ward.police.phone} (${ward.police.name}) hoặc ${number}` : number
  const lines = [
    ...(addressing ? [`Dạ thưa ${addressing},`] : []),
    'Cách nhận ra tin thật:',
    `• Tin của ${we.toLowerCase()} chỉ gửi từ chính Zalo này.`,
    `• ${we} không hỏi mật khẩu, mã OTP, không bảo chuyển tiền, không gửi ứng dụng lạ.`,
    `Chưa chắc thì đừng bấm, đừng làm theo; gọi ${ward.phone} hỏi lại.`,
    `Lỡ làm theo, bị mất tiền thì gọi ngay ${police}.`,
  ]
  const phones = [ward.phone, ...(ward.police ? [ward.police.phone] : []), number]
  return [{ text: lines.join('\n'), buttons: phones.map(phone => callButton(`Gọi ${phone}`, phone)) }]
}
