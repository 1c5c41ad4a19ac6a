import type { ReadResult } from '../../platform/zalo/index.ts'

export function refusedWords(result: Exclude<ReadResult<unknown>, { kind: 'ok' }>): string {
  switch (result.kind) {
    case 'refused':
      return `Zalo từ chối (${result.code} ${result.reason}). Chạy npm run doctor để xem việc phải làm.`
    case 'consent_needed':
      return 'chưa có quyền truy cập OA. Chạy npm run doctor để lấy đường dẫn cấp quyền.'
    case 'failed':
      return `không gọi được Zalo (${result.cause}). Kiểm tra đường ra Internet.`
  }
}
