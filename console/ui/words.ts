/** What the console says when something does not go as wished: what happened, and what to do next. */
import { lockMinutes, shortestPassword } from '../../shared/staff-limits.ts'
import { type ZaloTrouble, zaloTroubleWords } from '../../shared/zalo-trouble.ts'
import { ApiError, type Trouble } from '../api/index.ts'

const TROUBLES: Record<Trouble, string> = {
  offline: 'Không nối được với máy chủ. Kiểm tra mạng rồi thử lại; chữ đã gõ vẫn còn.',
  timeout: 'Máy chủ trả lời quá lâu. Chờ một chút rồi thử lại.',
  'not-found': 'Không tìm thấy, có thể ai đó vừa đổi. Tải lại trang để xem mới.',
  'signed-out': 'Phiên làm việc đã hết. Xin đăng nhập lại.',
  forbidden: 'Tài khoản này không có quyền làm việc đó ở địa bàn này. Hỏi người quản trị của phường.',
  invalid: 'Có chỗ chưa đúng. Xem lại các ô vừa điền.',
  conflict: 'Không làm được vì tình trạng vừa thay đổi. Tải lại trang để xem mới.',
  'too-many': 'Thử quá nhiều lần. Chờ một phút rồi làm lại.',
  unavailable: 'Máy chủ đang bận. Chờ một phút rồi thử lại.',
}

const REASONS: Record<string, string> = {
  INVALID_USERNAME_OR_PASSWORD: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  INVALID_USERNAME: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  USERNAME_TOO_SHORT: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  INVALID_PASSWORD: 'Mật khẩu chưa đúng.',
  INVALID_CODE: 'Mã chưa đúng. Xem lại sáu số đang hiện trên điện thoại; giờ của điện thoại phải đúng.',
  code_used: 'Mã này vừa dùng rồi. Chờ sáu số mới hiện trên điện thoại, chừng nửa phút.',
  INVALID_BACKUP_CODE: 'Mã dự phòng chưa đúng hoặc đã dùng rồi.',
  INVALID_TWO_FACTOR_COOKIE: 'Đã quá mười phút. Xin nhập lại mật khẩu.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Sai quá nhiều lần. Xin nhập lại mật khẩu.',
  ACCOUNT_TEMPORARILY_LOCKED: `Sai mã quá nhiều lần. Tài khoản nghỉ ${lockMinutes} phút rồi thử lại.`,
  locked: `Sai quá nhiều lần. Tên này nghỉ ${lockMinutes} phút rồi thử lại.`,
  deactivated: 'Tài khoản này đã ngừng. Hỏi người quản trị của phường.',
  link_expired: 'Đường dẫn đã dùng, đã thu lại hoặc quá hạn. Xin người quản trị tạo đường dẫn mới.',
  username_taken: 'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
  password_common: `Mật khẩu này dễ đoán. Ghép ba bốn từ không liên quan, từ ${shortestPassword} chữ trở lên.`,
  password_named: 'Mật khẩu không được chứa tên của mình hay tên đăng nhập.',
  wrong_password: 'Mật khẩu chưa đúng.',
  wrong_code: 'Mã chưa đúng. Dùng mã trên điện thoại cũ hoặc một mã dự phòng.',
  last_administrator: 'Đây là người quản trị cuối cùng ở địa bàn này. Mời thêm một người quản trị trước.',
  own_account: 'Không tự làm việc này với tài khoản của mình được. Nhờ một người quản trị khác.',
  other_area: 'Địa bàn hoặc tài khoản này do nơi khác phụ trách.',
  no_such_person: 'Không tìm thấy người này.',
  code_taken: 'Mã này đã dùng, kể cả cho địa bàn cũ. Chọn mã khác.',
  not_siblings: 'Chỉ gộp được các địa bàn cùng cấp, cùng nơi.',
  same_area: 'Không gộp một địa bàn với chính nó.',
  still_has_areas: 'Bên trong còn địa bàn khác. Gộp hoặc ngừng chúng trước.',
  has_office: 'Zalo của phường đang gắn với địa bàn này nên không gộp hay ngừng được.',
  retired: 'Địa bàn này đã ngừng.',
  changed_meanwhile: 'Người khác vừa lưu bản mới hơn. Tải lại trang để xem; chữ đang gõ ở đây chưa được lưu.',
  draft_open: 'Đang có người soạn hướng dẫn này. Mở hướng dẫn để xem bản nháp.',
  wrong_state: 'Bản này đã chuyển sang bước khác. Tải lại trang để xem.',
  base_changed: 'Trong lúc soạn, hướng dẫn đã có bản mới. Trả lại để người soạn xem chỗ khác nhau.',
  own_words: 'Người viết không tự duyệt. Nhờ một người duyệt khác; chỉ tự đăng khi khẩn cấp.',
  own_notice: 'Người viết không tự duyệt tin của mình. Nhờ một người duyệt khác.',
  incomplete: 'Còn chỗ chưa điền đủ. Xem danh sách bên dưới rồi gửi lại.',
  examples_differ: 'Có câu thử cho kết quả khác. Xem từng câu rồi đánh dấu.',
  questions_lost: 'Có câu hỏi trước hiểu được, nay không. Ghi vì sao chấp nhận.',
  table_broken: 'Bảng câu hỏi còn chỗ sai. Xem danh sách trong phần bảng câu hỏi rồi gửi lại.',
  nothing_new: 'Không có gì khác trước.',
  day_passed: 'Ngày hết hiệu lực đã qua. Trả lại để người soạn sửa ngày.',
  unreadable_file: 'Không đọc được tệp. Dùng tệp .xlsx hoặc .csv có hai cột “Mã” và “Tên”.',
  personal_data: 'Trong câu có số hoặc dữ liệu của một người. Bỏ đi rồi gửi lại.',
  not_rewritten: 'Đây là nguyên lời của bà con. Viết lại bằng lời của cán bộ.',
  looks_like_name: 'Có chỗ trông như tên người. Bỏ đi, hoặc đánh dấu đã xem rồi gửi lại.',
  known_wording: 'Cách nói này đã có rồi.',
  no_such_topic: 'Hướng dẫn này không còn. Chọn hướng dẫn khác.',
  own_proposal: 'Người khác phải duyệt câu của mình.',
  decided_already: 'Câu này đã có người quyết định.',
  claimed: 'Đồng nghiệp đã nhận việc này.',
  closed: 'Việc này đã xong.',
  moved: 'Việc này vừa đổi người nhận. Tải lại trang để xem.',
  window_closed: 'Zalo không còn cho phường nhắn người này. Gọi điện nếu có số, hoặc chờ họ nhắn lại.',
  law_known: 'Văn bản này đã có trong danh mục. Tìm theo số của nó.',
  links_off: 'Máy này không thử đường dẫn. Người cài máy đặt LINK_CHECK=on để bật.',
  too_many_rows: 'Tệp có quá 2.000 dòng. Chia thành nhiều tệp.',
  too_many_records: 'Tệp có quá nhiều bản ghi. Chia thành nhiều tệp.',
  not_content: 'Tệp này không phải bản ghi thủ tục, gói hướng dẫn hay bảng tính theo mẫu. Chưa nhập gì.',
  damaged_pack: 'Gói hướng dẫn bị hỏng hoặc bị sửa giữa đường. Xin nơi gửi tải lại gói khác.',
  newer_pack: 'Gói này do bản phần mềm mới hơn làm ra. Cập nhật phần mềm rồi lấy lại.',
  starter_blocked: 'Có chữ không được đứng trong thông báo. Xem mục “Máy nhắc” rồi sửa.',
  too_many_starters: 'Địa bàn này đã có 100 mẫu. Thôi dùng và gộp bớt mẫu cũ trước khi thêm.',
  no_such_group: 'Zalo của phường không còn nhóm này. Bấm “Hỏi lại Zalo” để xem danh sách mới.',
  not_chosen: 'Còn chỗ chưa chọn giữ bản nào. Chưa nhập gì.',
}

export function sayTrouble(error: unknown): string {
  if (!(error instanceof ApiError)) return TROUBLES.unavailable
  const ofZalo = error.reason?.match(/^zalo_(.+)/)?.[1]
  if (ofZalo) return zaloTroubleWords[ofZalo as ZaloTrouble] ?? TROUBLES.unavailable
  return (error.reason && REASONS[error.reason]) || TROUBLES[error.trouble]
}
