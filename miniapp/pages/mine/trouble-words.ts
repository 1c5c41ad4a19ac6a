/** What is said when the ward's server or Zalo did not do what was asked of an account. */
import type { SignedIn, Trouble } from '../../api/index.ts'
import type { Reason } from '../../zalo/index.ts'

const NOT_KEPT: Partial<Record<Trouble, string>> = {
  offline: 'Chưa lưu: không có mạng. Kiểm tra Wi-Fi hoặc mạng di động rồi bấm lại.',
  timeout: 'Chưa lưu: mạng đang chậm. Chờ một chút rồi bấm lại.',
  refused: 'Chưa lưu: phải đăng nhập lại. Về mục Của tôi, bấm Đăng nhập bằng Zalo.',
  conflict: 'Chưa lưu: đã đủ 10 nơi. Bỏ bớt một nơi rồi làm lại.',
  'not-found': 'Chưa lưu: nơi này vừa được sắp xếp lại. Chọn tổ khác.',
  'too-many': 'Chưa lưu: đang có quá nhiều lượt. Chờ một phút rồi bấm lại.',
}

export function notKept(trouble: Trouble): string {
  return NOT_KEPT[trouble] ?? 'Chưa lưu: máy của phường đang bận. Chờ một phút rồi bấm lại.'
}

const FROM_ZALO: Partial<Record<Reason, string>> = {
  denied: 'Chưa đăng nhập, vì trong Zalo đã chọn không đồng ý. Mọi hướng dẫn vẫn đọc được; đổi ý thì bấm lại.',
  cancelled: 'Chưa đăng nhập. Mọi hướng dẫn vẫn đọc được; đổi ý thì bấm lại.',
  limit: 'Bấm hơi nhanh. Chờ nửa phút rồi bấm lại.',
  timeout: 'Zalo chưa trả lời. Bấm lại; vẫn không được thì đóng Mini App rồi mở lại.',
  'not-granted': 'Zalo chưa cho ứng dụng này đăng nhập. Mọi hướng dẫn vẫn đọc được; gọi phường để báo.',
}
const FROM_WARD: Partial<Record<Trouble, string>> = {
  offline: 'Chưa nối được tới máy của phường. Kiểm tra Wi-Fi hoặc mạng di động rồi bấm lại.',
  timeout: 'Mạng đang chậm. Chờ một chút rồi bấm lại.',
  refused: 'Zalo không nhận lần đăng nhập này. Đóng Mini App, mở lại từ Zalo rồi bấm lại.',
  unavailable: 'Phường chưa hỏi được Zalo lúc này. Chờ vài phút rồi bấm lại; mọi hướng dẫn vẫn đọc được.',
  'too-many': 'Đang có quá nhiều lượt. Chờ một phút rồi bấm lại.',
}

export function notSignedIn(result: Exclude<SignedIn, { ok: true }>): string {
  const words = result.from === 'zalo' ? FROM_ZALO[result.reason] : FROM_WARD[result.reason]
  return words ?? 'Chưa đăng nhập được. Bấm lại; vẫn không được thì gọi phường. Mọi hướng dẫn vẫn đọc được.'
}
