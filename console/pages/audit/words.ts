/** What the audit's own words mean. They stay as they are in the database and in the file; on the screen they are said. */
import { type Role, roleNames } from '../../ui/index.ts'

const ACTIONS: Record<string, string> = {
  'area added': 'thêm địa bàn',
  'area names written': 'ghi các tên gọi khác của địa bàn',
  'area renamed': 'đổi tên địa bàn',
  'area retired': 'ngừng địa bàn',
  'area split': 'tách địa bàn',
  'areas imported': 'nhập địa bàn từ bảng tính',
  'areas merged': 'gộp địa bàn',
  'audit exported': 'tải nhật ký',
  'authenticator replaced': 'đổi điện thoại nhận mã',
  'backup.rehearsed': 'tập khôi phục bản sao lưu',
  'broadcast created': 'lập danh sách gửi',
  'broadcast paused': 'tạm dừng gửi',
  'broadcast resumed': 'gửi tiếp',
  'broadcast cancelled': 'thôi gửi',
  'broadcast failed tried again': 'gửi lại cho người bị lỗi',
  'broadcast unknown sent again': 'gửi lại cho người chưa rõ đã nhận',
  'canned replies written': 'sửa câu soạn sẵn',
  'carrying: group linked': 'gắn nhóm Zalo cho một địa bàn',
  'carrying: group unlinked': 'thôi gắn nhóm Zalo',
  'carrying: policy': 'đặt cách gửi tin',
  'carrying: policy dropped': 'theo lại cách gửi của cấp trên',
  'carrying: template chosen': 'chọn tin mẫu trả tiền',
  'carrying: template given up': 'thôi dùng tin mẫu',
  'content taken in': 'đưa nội dung vào',
  'duties handed over': 'bàn giao việc',
  'example proposed': 'đề nghị dạy máy một cách nói',
  'example accept': 'duyệt cách nói cho máy học',
  'example accepted': 'duyệt cách nói cho máy học',
  'example declined': 'không nhận cách nói',
  'example retired': 'bỏ cách nói máy đã học',
  'figures hidden': 'tắt trang số liệu',
  'figures shown': 'mở trang số liệu',
  'group linked': 'nối nhóm Zalo',
  'group unlinked': 'bỏ nối nhóm Zalo',
  'guide care set': 'giao người giữ hướng dẫn',
  'guide looked at again': 'xem lại hướng dẫn, vẫn đúng',
  'handoff claimed': 'nhận việc',
  'handoff closed': 'kết thúc việc',
  'handoff handed over': 'chuyển việc cho người khác',
  'handoff noted': 'nhắn đồng nghiệp',
  'handoff phone read': 'xem số điện thoại gọi lại',
  'handoff released': 'để việc lại cho đồng nghiệp',
  'handoff replied': 'trả lời bà con',
  'houses imported': 'thay danh sách số nhà',
  'known change added': 'ghi thay đổi sắp tới',
  'known change removed': 'bỏ thay đổi sắp tới',
  'law added': 'thêm văn bản',
  'law marked': 'ghi tình trạng văn bản',
  'link created': 'tạo mã QR',
  'link moved': 'đổi nơi mã QR dẫn tới',
  'link place added': 'ghi chỗ dán mã QR',
  'link place taken down': 'ghi đã gỡ mã QR',
  'link restored': 'dùng lại mã QR',
  'link retired': 'thôi dùng mã QR',
  'mini app link contradicted': 'hai tài khoản Zalo không khớp',
  'notice starter added': 'thêm mẫu thông báo',
  'notice starter changed': 'sửa mẫu thông báo',
  'notice starter retired': 'thôi dùng mẫu thông báo',
  'notice starter restored': 'dùng lại mẫu thông báo',
  'notice settings written': 'đặt tin nào cần duyệt',
  'office calendar written': 'sửa ngày nghỉ, tạm nghỉ',
  'office change refused': 'không đồng ý đổi giờ, ngày nghỉ',
  'office changed': 'duyệt đổi giờ, ngày nghỉ',
  'office change taken back': 'rút đề nghị đổi giờ, ngày nghỉ',
  'office change proposed': 'đề nghị đổi giờ, ngày nghỉ',
  'office hours written': 'sửa giờ làm việc',
  'one-time link of somebody else refused': 'từ chối đường dẫn của người khác',
  'password changed': 'đổi mật khẩu',
  'person erased': 'xóa dữ liệu của một người',
  'persons merged': 'ghép hai tài khoản của một người',
  'questions reopened': 'mở lại nhóm câu hỏi',
  'questions settled': 'xử lý nhóm câu hỏi',
  'recording attached': 'thêm bản đọc',
  'recording removed': 'bỏ bản đọc',
  'recovery code used': 'dùng mã dự phòng',
  'restored.confirmed': 'nhận bản khôi phục làm bản chính',
  'review right': 'duyệt nhanh: đúng',
  'review unknown': 'duyệt nhanh: chưa biết',
  'review wrong': 'duyệt nhanh: sửa',
  'staff access renewed': 'đặt lại mật khẩu và điện thoại',
  'staff account closed': 'ngừng tài khoản',
  'staff account made': 'tạo tài khoản',
  'staff account opened': 'mở lại tài khoản',
  'staff invitation withdrawn': 'thu lại lời mời',
  'staff invited': 'mời người mới',
  'token created': 'tạo khóa truy cập',
  'token ended': 'ngừng khóa truy cập',
}

/** What is done to a notice, a guide, or the local part of one. */
const KINDS: [RegExp, string][] = [
  [/^notice /, 'thông báo'],
  [/^guide /, 'hướng dẫn'],
  [/^local part /, 'phần riêng'],
]

const DEEDS: Record<string, string> = {
  'agreed to': 'duyệt',
  'agreed to alone': 'tự duyệt vì khẩn cấp',
  approved: 'duyệt',
  cancelled: 'hủy',
  changed: 'sửa',
  corrected: 'đính chính',
  'correction drafted': 'viết bản đính chính',
  created: 'bắt đầu',
  discarded: 'bỏ bản nháp',
  'doors marked': 'ghi việc đi từng nhà',
  'draft given up': 'bỏ bản nháp',
  'draft started': 'bắt đầu soạn',
  drafted: 'viết',
  'ended on its day': 'hết hiệu lực',
  'erased at expiry': 'xóa nội dung khi hết hạn giữ',
  'example kept': 'lưu câu thử',
  'example removed': 'bỏ câu thử',
  'given back': 'trả lại',
  'given up': 'bỏ bản nháp',
  paused: 'tạm dừng',
  'posted to the own group': 'đưa vào nhóm của tổ',
  published: 'đăng',
  'question answered': 'trả lời câu hỏi',
  refused: 'bị từ chối',
  released: 'cho gửi',
  resumed: 'gửi tiếp',
  retired: 'ngừng dùng',
  'retirement asked for': 'đề nghị ngừng',
  saved: 'lưu nháp',
  'seen afterwards': 'xem lại bản đăng một mình',
  'sent alone': 'tự gửi vì khẩn cấp',
  'sent late': 'vẫn gửi dù lỡ giờ',
  skipped: 'bỏ qua một kỳ',
  submitted: 'trình duyệt',
  'taken in': 'đưa vào từ tệp',
  withdrawn: 'rút lại',
}

/** @returns the words of the database where nobody has said them yet */
export function sayDeed(action: string): string {
  const known = ACTIONS[action]
  if (known) return capital(known)
  const role = /^role (\w+) (granted|revoked)$/.exec(action)
  if (role) {
    const name = roleNames[role[1] as Role] ?? 'một việc'
    return `${role[2] === 'granted' ? 'Giao vai trò' : 'Thôi vai trò'} ${name.toLowerCase()}`
  }
  for (const [kind, name] of KINDS) {
    const deed = action.replace(kind, '')
    const restored = /^restored from (\d+)$/.exec(deed)
    if (restored) return `Lấy lại bản ${restored[1]}: ${name}`
    if (deed !== action && DEEDS[deed]) return `${capital(DEEDS[deed])}: ${name}`
  }
  return action
}

const NOBODY: Record<string, string> = {
  system: 'Máy của phường',
  schedule: 'Máy, đúng giờ hẹn',
  operator: 'Người vận hành máy',
}

/** @param people names by id, as the staff page knows them */
export function sayActor(actor: string, people: ReadonlyMap<string, string>): string {
  if (NOBODY[actor]) return NOBODY[actor]
  const id = /^(?:staff )?([0-9a-f-]{36})$/.exec(actor)?.[1]
  if (id) return people.get(id) ?? 'Người dùng Mini App'
  const token = /^token (.*)$/.exec(actor)?.[1]
  return token ? `Phần mềm: ${token}` : actor
}

const PLACES: Record<string, string> = {
  'office-ward': 'Bộ phận Một cửa',
  'office-ward_police': 'Công an phường',
  'office-calendar': 'lịch làm việc',
  carrying: 'cách gửi tin',
  guides: 'hướng dẫn',
  audit: 'nhật ký',
  installation: 'cả máy',
  pack: 'gói hướng dẫn',
  records: 'bản ghi thủ tục',
  sheet: 'bảng tính',
}

/** What it was done to, where that can be called by a name. */
export function saySubject(subject: string, names: ReadonlyMap<string, string>): string {
  const notice = /^notice:(\d+)$/.exec(subject)?.[1]
  if (notice) return `Thông báo số ${notice}`
  return names.get(subject) ?? PLACES[subject] ?? subject
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
