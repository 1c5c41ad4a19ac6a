/** What is said when the ward's server did not do what was asked about a notice. */
import { ApiError, type Trouble } from '../../api/index.ts'

const WHY: Record<Trouble, string> = {
  offline: 'không có mạng. Kiểm tra Wi-Fi hoặc mạng di động rồi bấm lại.',
  timeout: 'mạng đang chậm. Chờ một chút rồi bấm lại.',
  refused: 'tổ này do người khác phụ trách, hoặc phải đăng nhập lại ở mục Của tôi.',
  conflict: 'tin vừa được người khác đổi hoặc đã hết hạn. Mở lại trang để xem bản mới.',
  'not-found': 'tin này không còn, hoặc không thuộc tổ đang phụ trách.',
  'too-many': 'đang có quá nhiều lượt. Chờ một phút rồi bấm lại.',
  invalid: 'còn chỗ chưa đúng. Xem lại các dòng nhắc rồi bấm lại.',
  unavailable: 'máy của phường đang bận. Chờ một phút rồi bấm lại.',
}

/** @param what "Chưa gửi được" */
export function notDone(what: string, trouble: Trouble): string {
  return `${what}: ${WHY[trouble]}`
}

export function troubleOf(error: unknown): Trouble {
  return error instanceof ApiError ? error.trouble : 'unavailable'
}
