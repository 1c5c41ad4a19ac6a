/** What somebody wrote after we asked for a telephone number. Their text is masked: a number is seen only by its class. */
import { keptPhone } from '../../../shared/answers/index.ts'
import { fold, normalise } from '../../../shared/language/index.ts'
import { classesInMasked } from '../../../shared/privacy/index.ts'

/** `unreadable`: meant as a number, and none was kept. */
export type PhoneAnswer = 'kept' | 'declined' | 'unreadable'

/** "dạ không", "thôi khỏi", "không cho số đâu"; not "không biết bao lâu". */
const DECLINES =
  /^(?:da )?(?:khong|ko|k|hong|hem|thoi|khoi)(?: (?:khong|thoi|khoi|can|cho|so|dien|thoai|dua|muon|goi|lai|dau|nua|duoc|a|nha|nhe|nghe|em|con|chau|co|chu|bac|anh|chi|cam|on))*$/
/** A number, masked or too short to be one, and hardly a word beside it. */
const LIKE_A_NUMBER = /⟨[^⟩]*(?:số|dãy)[^⟩]*⟩|\d(?:[ .-]?\d){4,}/u
const MOST_WORDS_BESIDE = 6

/** "Xóa số điện thoại gọi lại", "bỏ số của tôi đi"; not "xóa số đăng ký xe". */
const FORGETS =
  /^(?:da )?(?:xoa|bo|huy)(?: (?:giup|dum|gium|ho))? so(?: (?:dien thoai|goi lai|cua|toi|tui|em|minh|bac|co|chu|anh|chi|nay|do|vua|da|nhan|gui|cho|di|giup|a|nha|nhe))*$/

/** The person takes their number back. */
export function asksToForgetPhone(text: string): boolean {
  return FORGETS.test(plain(text))
}

/** A telephone number stood in it, and was not kept. */
export function holdsPhone(text: string): boolean {
  return classesInMasked(text).includes('phone')
}

export function readPhoneAnswer(text: string): PhoneAnswer | null {
  if (text.includes(keptPhone)) return 'kept'
  if (DECLINES.test(plain(text))) return 'declined'
  const beside = plain(text.replace(LIKE_A_NUMBER, ' ')).split(' ').length
  return LIKE_A_NUMBER.test(text) && beside <= MOST_WORDS_BESIDE ? 'unreadable' : null
}

function plain(text: string): string {
  return fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
