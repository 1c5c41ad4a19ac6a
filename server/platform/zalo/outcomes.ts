/**
 * The one table from Zalo's error codes to what we do about them.
 * Source: developers.zalo.me, Official Account → Error codes; the classes are ours.
 */

/** What a refusal by Zalo asks of us. In every class nothing reached the person. */
export type Remedy =
  /** Passing: the same call may succeed in a while. `once`: repeat a single time, then take it as permanent. */
  | { class: 'retry'; once?: true }
  /** The access token is no good: renew it once, repeat once. */
  | { class: 'refresh' }
  /** This kind of OA must use the other version of the message API. */
  | { class: 'switch_endpoint' }
  /** The attachment's token ran out: upload it again. */
  | { class: 'reupload' }
  /** Will never succeed as it is. */
  | { class: 'permanent' }
  /** Zalo does not let the OA write to this person now. */
  | { class: 'window' }
  /** Later: when the night is over, or after so many hours. */
  | { class: 'defer'; until: Later; nextStep?: string }
  /** Somebody must repair something first; nothing else is worth trying. */
  | { class: 'operator'; nextStep: string }

export type Later = 'morning' | { hours: number }

/** A button message that Zalo refuses with one of these goes out once more as plain text. */
export const BUTTONS_REFUSED: ReadonlySet<number> = new Set([-201, -233])

const permanent: Remedy = { class: 'permanent' }
const window: Remedy = { class: 'window' }
const refresh: Remedy = { class: 'refresh' }
const switchEndpoint: Remedy = { class: 'switch_endpoint' }
const operator = (nextStep: string): Remedy => ({ class: 'operator', nextStep })

const REMEDIES: ReadonlyMap<number, Remedy> = new Map([
  [-32, { class: 'retry' }],
  [-100, { class: 'reupload' }],
  [-124, refresh],
  // Templates: at night, and when the day's or the template's own quota is used up.
  [-133, { class: 'defer', until: 'morning' }],
  [-144, { class: 'defer', until: 'morning' }],
  [-147, { class: 'defer', until: 'morning' }],
  [-200, { class: 'retry', once: true }],
  [-201, permanent],
  [-204, operator('Zalo OA đã bị khóa. Người quản trị OA vào oa.zalo.me xem lý do và liên hệ Zalo.')],
  [-205, operator('Không có Zalo OA này. Kiểm tra ZALO_OA_ID với số ID ở oa.zalo.me → Quản lý.')],
  [-209, operator('Ứng dụng chưa được kích hoạt. Vào developers.zalo.me → ứng dụng của phường → bật ứng dụng.')],
  [-210, permanent],
  [
    -211,
    {
      class: 'defer',
      until: { hours: 6 },
      nextStep: 'OA đã hết hạn mức tin nhắn. Xem hạn mức hoặc mua thêm ở oa.zalo.me.',
    },
  ],
  [
    -212,
    operator(
      'Ứng dụng chưa đăng ký API này. Vào developers.zalo.me → Official Account → chọn thêm nhóm quyền rồi cấp quyền lại.',
    ),
  ],
  [-213, window],
  [-214, { class: 'retry' }],
  [-216, refresh],
  [-217, window],
  [-218, { class: 'defer', until: { hours: 24 } }],
  [-219, operator('Ứng dụng đã bị gỡ khỏi OA hoặc bị khóa. Người quản trị OA mở đường dẫn cấp quyền một lần nữa.')],
  [-220, refresh],
  [-221, operator('OA chưa được xác thực. Người quản trị OA gửi hồ sơ xác thực ở oa.zalo.me.')],
  [
    -223,
    operator('OA chưa cho ứng dụng dùng API này. Người quản trị OA mở đường dẫn cấp quyền và chọn đủ các nhóm quyền.'),
  ],
  [
    -224,
    operator(
      'Gói dịch vụ của OA chưa được dùng API. Nâng gói ở oa.zalo.me, hoặc đặt ZALO_API=off để chạy không cần chat.',
    ),
  ],
  [-227, window],
  [-230, window],
  [-231, window],
  [-232, window],
  [-233, permanent],
  [-234, { class: 'defer', until: 'morning' }],
  [-235, switchEndpoint],
  [-237, operator('Nhóm chat của OA đã hết hạn. Gia hạn gói nhóm (GMF) ở oa.zalo.me.')],
  [-238, permanent],
  [-240, switchEndpoint],
  [-241, permanent],
  [
    -242,
    operator('Chữ ký appsecret_proof sai. Kiểm tra ZALO_APP_SECRET ở developers.zalo.me → Cài đặt → Khóa bí mật.'),
  ],
  [-244, window],
  [-248, operator('Zalo cho rằng nội dung vi phạm quy định. Người quản trị OA xem thông báo ở oa.zalo.me.')],
  [-249, permanent],
  [-320, operator('OA chưa liên kết tài khoản Zalo Cloud. Liên kết ở oa.zalo.me → Quản lý → Zalo Cloud.')],
  [-321, operator('Tài khoản Zalo Cloud không trừ được phí. Nạp tiền hoặc kiểm tra tài khoản Zalo Cloud.')],
  [-403, permanent],
  [
    -501,
    operator(
      'Máy chủ đang ở ngoài Việt Nam nên Zalo không trả thông tin cá nhân. Chuyển máy chủ về địa chỉ IP Việt Nam.',
    ),
  ],
])

/** The remedy for a code; an unknown code is permanent, because repeating what is not understood may do harm. */
export function remedyFor(code: number): Remedy {
  return REMEDIES.get(code) ?? permanent
}

export function isKnownCode(code: number): boolean {
  return REMEDIES.has(code)
}

const HOUR_MS = 60 * 60 * 1000
/** Vietnam keeps UTC+7 all the year round. */
const VIETNAM_OFFSET_MS = 7 * HOUR_MS
const DAY_MS = 24 * HOUR_MS
/** Zalo opens at 06:00; five minutes of room, then spread over half an hour so that not everybody comes at once. */
const MORNING_MS = 6 * HOUR_MS + 5 * 60_000
const SPREAD_MS = 30 * 60_000

/**
 * When a deferred message may be tried again.
 * @param random 0 ≤ x < 1, spreads the tries
 */
export function deferUntil(until: Later, now: Date, random: number): Date {
  const spread = Math.floor(random * SPREAD_MS)
  if (until !== 'morning') return new Date(now.getTime() + until.hours * HOUR_MS + spread)
  const local = now.getTime() + VIETNAM_OFFSET_MS
  const morning = Math.floor(local / DAY_MS) * DAY_MS + MORNING_MS
  return new Date((morning > local ? morning : morning + DAY_MS) - VIETNAM_OFFSET_MS + spread)
}
