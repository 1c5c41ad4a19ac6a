/** Why Zalo could not be asked, as far as somebody at the desk can do something about it. */

export const ZALO_TROUBLES = [
  /** The house works without Zalo's API: web and QR mode, or a restored copy. */
  'off',
  /** Consent is missing, or was taken back. */
  'consent',
  /** The plan of the OA does not hold it. */
  'plan',
  /** Whoever consented did not tick it, or the app has not asked for it. */
  'permission',
  /** Not for an OA of this kind, or one that is not verified. */
  'kind',
  /** Closed or switched off at Zalo. */
  'closed',
  /** Too many calls a minute. */
  'busy',
  'unreachable',
  'refused',
] as const
export type ZaloTrouble = (typeof ZALO_TROUBLES)[number]

/** What happened, and the next step. */
export const zaloTroubleWords: Record<ZaloTrouble, string> = {
  off: 'Máy này đang chạy không nối với Zalo.',
  consent: 'Phường chưa cho máy này dùng Zalo của phường, hoặc quyền đã hết. Nhờ người cài máy chạy npm run doctor.',
  plan: 'Gói dịch vụ Zalo của phường chưa có phần này. Xem và nâng gói ở oa.zalo.me.',
  permission:
    'Lúc cấp quyền chưa đánh dấu phần này. Nhờ người cài máy chạy npm run doctor để lấy đường dẫn cấp quyền lại.',
  kind: 'Zalo chưa cho tài khoản loại này dùng phần này, hoặc tài khoản chưa xác thực. Hỏi Zalo ở oa.zalo.me.',
  closed: 'Zalo của phường hoặc ứng dụng đang bị khóa. Vào oa.zalo.me xem lý do.',
  busy: 'Zalo đang nhận quá nhiều lệnh. Chờ một phút rồi thử lại.',
  unreachable: 'Không gọi được Zalo. Kiểm tra mạng của máy chủ rồi thử lại.',
  refused: 'Zalo từ chối. Nhờ người cài máy chạy npm run doctor để xem việc phải làm.',
}
