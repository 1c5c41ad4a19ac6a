/** What somebody wrote after we asked for a telephone number. Their text is masked: a number is seen only by its class. */
import { readKeptPhone } from '../../../shared/answers/index.ts'
import { analysePhrase, detectAspects, fold, normalise } from '../../../shared/language/index.ts'
import { classesInMasked } from '../../../shared/privacy/index.ts'

/** `unreadable`: meant as a number, and none was kept. */
export type PhoneAnswer = 'kept' | 'declined' | 'unreadable'

/** "dạ không", "thôi khỏi", "không cho số đâu"; not "không biết bao lâu". */
const DECLINES =
  /^(?:da )?(?:khong|ko|k|hong|hem|thoi|khoi)(?: (?:khong|thoi|khoi|can|cho|so|dien|thoai|dua|muon|goi|lai|dau|nua|duoc|a|nha|nhe|nghe|em|con|chau|co|chu|bac|anh|chi|cam|on))*$/
/** A number, masked or too short to be one. */
const LIKE_A_NUMBER = /⟨[^⟩]*(?:số|dãy)[^⟩]*⟩|\d(?:[ .-]?\d){4,}/u
const MOST_WORDS_BESIDE = 8
/** What people say of a number they give; besides these a name may stand there, and no wish. */
const OF_A_NUMBER =
  /^(?:so|dien|thoai|dt|sdt|goi|lai|nha|ten|may|ban|di|dong|day|zalo|nham|sai|moi|dung|nay|kia|gio|sang|trua|chieu|toi|luc|duoc|hanh|chinh|con|gai|trai|vo|chong|chau|rieng|cho|qua)$/
/** Syllables: a word may be unknown to us, and a name has more when it is said to be one. */
const MOST_OTHERS = 1
const MOST_OF_A_NAME = 3

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
  if (readKeptPhone(text) !== null) return 'kept'
  if (DECLINES.test(plain(text))) return 'declined'
  return isNumberGiven(text) ? 'unreadable' : null
}

/** A number, and hardly a word beside it that is not about the number: a number within a new question is none of ours. */
export function isNumberGiven(text: string): boolean {
  if (!LIKE_A_NUMBER.test(text) || text.includes('?')) return false
  const beside = analysePhrase(text.replace(LIKE_A_NUMBER, ' '))
  const others = beside.filter(({ role, folded }) => role !== 'filler' && !OF_A_NUMBER.test(folded))
  const asksNothing = detectAspects(beside).every(aspect => aspect === 'overview')
  const mostOthers = beside.some(({ folded }) => folded === 'ten') ? MOST_OF_A_NAME : MOST_OTHERS
  return beside.length <= MOST_WORDS_BESIDE && others.length <= mostOthers && asksNothing
}

function plain(text: string): string {
  return fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
