/** What a page cannot do that the ward's Zalo can. */
import type { WardProfile } from '../areas.ts'
import type { OutgoingMessage } from '../messages.ts'
import { callButton } from './choices.ts'

/** A person of the office answers by telephone or in Zalo, not on a page that knows nobody. */
export function composeOfficerElsewhere(ward: WardProfile): OutgoingMessage[] {
  const text = `Trang này không nối được với cán bộ. Gọi ${ward.phone} (${ward.officeName}) trong giờ làm việc, hoặc nhắn “gặp cán bộ” trong Zalo của phường.`
  return [{ text, buttons: [callButton(`Gọi ${ward.phone}`, ward.phone)] }]
}

/** Places and accounts belong to somebody, and this page knows nobody. */
export function composePlacesElsewhere(): OutgoingMessage[] {
  const text = 'Trang này không biết ai đang hỏi nên không ghi được. Mở mục Của tôi, chọn Nơi của tôi.'
  return [{ text, buttons: [] }]
}

/** There is nothing to erase at the ward. */
export function composeNothingStored(): OutgoingMessage[] {
  const text =
    'Phường không lưu gì của cuộc trò chuyện trên trang này; nó chỉ nằm trong máy đang cầm. Bấm “Xóa cuộc trò chuyện” để xóa.'
  return [{ text, buttons: [] }]
}
