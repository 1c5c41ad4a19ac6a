/**
 * Whether somebody asks to be forgotten, and what they answer when asked whether they are sure. The message has to be
 * nothing but that: "xóa đăng ký thường trú", "xóa thông tin tạm trú của tôi" are paperwork.
 */
import { erasureSayings } from '../../shared/answers/index.ts'
import { fold, normalise } from '../../shared/language/index.ts'

const OWNER = '(?:toi|minh|em|con|chau|tui|bac|co|chu|anh|chi|ong|ba)'
const VERB = '(?:xoa|xoa bo|xoa sach|xoa het|huy|go|go bo|loai bo|thu hoi|dung luu|khong luu|dung giu|khong giu)'
const ALL = '(?:(?:het|toan bo|tat ca|moi|cac|nhung|giup|gium|dum|ho|cho|ngay|luon|di|lai|du) )*'
const THINGS = '(?:du lieu|thong tin|tin nhan|lich su|cuoc tro chuyen|doan chat|tro chuyen|hoi thoai)'
const OWNED = `(?:ca nhan|rieng tu|nhan tin|tro chuyen|chat|(?:cua|ve|cho|ma) ${OWNER}|${OWNER}|da (?:gui|nhan|nhap|luu)|o day|(?:trong|tren|o|khoi) (?:may|zalo|he thong|day)(?: (?:nay|cua (?:phuong|xa)))?)`
const BEFORE = `(?:(?:da|thua|a|oi|cho|xin|nho|vui long|lam on|hay|muon|can|yeu cau|de nghi|de|lam sao|lam the nao|cach|co the|phuong|xa|may|ban|ad|admin|cac|${OWNER}) )*`
const AFTER = `(?: (?:di|nhe|nha|nghe|a|voi|giup|gium|ho|luon|ngay|het|nua|duoc|khong|ko|the nao|lam sao|bang cach nao|cam on|${OWNER}))*`

const REQUESTS = [
  `${BEFORE}${VERB} ${ALL}${THINGS}(?: ${OWNED})+${AFTER}`,
  `${BEFORE}${VERB} ${ALL}(?:du lieu|tin nhan|lich su tro chuyen)${AFTER}`,
  `${BEFORE}(?:quen|xoa) ${ALL}${OWNER} (?:di|nhe|luon)${AFTER}`,
  `${BEFORE}rut (?:lai )?(?:su )?dong y${AFTER}`,
  fold(erasureSayings.confirm.toLowerCase()),
].map(source => new RegExp(`^${source}$`))
/** Plain assent counts right after the question only. */
const ASSENTS = new RegExp(
  `^(?:da |u |vang )?(?:xoa|xoa di|xoa luon|dong y|dong y xoa|co|co xoa|ok|u|uh|vang|duoc|chac|chac chan)${AFTER}$`,
)
const REFUSALS = new RegExp(
  `^(?:da |a |thoi )?(?:khong|ko|thoi|khong xoa|ko xoa|khoan|khoan da|de lai|dung xoa)(?: nua| dau)?${AFTER}$`,
)

/** Whoever tells a story asks for something else. Characters. */
const LONGEST = 200

export type ErasureWord = 'request' | 'confirm' | 'decline'

/**
 * @param isAsked the question was put within the last minutes
 * @param isFresh it was the last thing that was said to them
 */
export function readErasureWord(
  text: string,
  { isAsked, isFresh }: { isAsked: boolean; isFresh: boolean },
): ErasureWord | null {
  if (text.length > LONGEST) return null
  const words = wordsOf(text)
  if (isAsked && words === wordsOf(erasureSayings.confirm)) return 'confirm'
  if (words === wordsOf(erasureSayings.decline)) return 'decline'
  if (isAsked && isFresh && REFUSALS.test(words)) return 'decline'
  if (isAsked && isFresh && ASSENTS.test(words)) return 'confirm'
  return REQUESTS.some(request => request.test(words)) ? 'request' : null
}

function wordsOf(text: string): string {
  return fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
