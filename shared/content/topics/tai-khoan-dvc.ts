import type { Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import { identityDecision, portal, wardProfile } from '../sources.ts'

/** A record of the identity decision that states the waiver for online submission. */
const waiverRecord = '1.116410'

export const taiKhoanDvc: Topic = {
  key: 'tai-khoan-dvc',
  kind: 'information',
  title: 'Tài khoản và cách nộp hồ sơ qua mạng',
  task: 'hỏi cách nộp hồ sơ qua mạng',
  summary: 'Cách nộp hồ sơ, trả phí trên Cổng Dịch vụ công quốc gia và nhờ người nộp thay.',
  category: 'phuong-va-ho-so',
  procedures: [],
  relatedProcedures: [],
  authority: { kind: 'ward', name: 'Ủy ban nhân dân cấp xã', whichOffice: null, howToReach: null },
  cases: [],
  steps: [
    {
      title: 'Tài khoản',
      text: 'Cần VNeID mức 2; chưa có thì mang căn cước, điện thoại chính chủ đến công an phường.',
    },
    {
      title: 'Nộp',
      text: 'Đăng nhập Cổng, chọn việc, điền tờ khai, gửi ảnh giấy tờ.',
    },
    { title: 'Trả phí', text: 'Trả ngay trên Cổng, nếu việc đó có thu.' },
    { title: 'Nhờ người nộp thay', text: 'Nhắn tên việc để xem có cần giấy ủy quyền không.' },
    { title: 'Không dùng được điện thoại', text: 'Cứ mang giấy tờ đến quầy.' },
  ],
  channels: channels(['online'], { timeLimit: null, fees: [] }),
  results: [],
  eligibility: [],
  advice: [
    'Đến hết 28/02/2027, nộp trực tuyến bằng VNeID mức 2 được miễn một số khoản (Thông tư 117/2026/TT-BTC); hỏi từng việc.',
    'Có việc nộp trên trang khác: cư trú có Cổng của Bộ Công an, hộ kinh doanh có hệ thống riêng.',
    'Không đưa mật khẩu, mã OTP cho ai, kể cả người tự xưng là cán bộ.',
    'Quên mật khẩu, bị khóa tài khoản VNeID thì hỏi công an phường.',
  ],
  legalBases: [],
  scheduledChanges: [
    {
      date: '2027-03-01',
      text: 'Hết đợt miễn phí, lệ phí khi nộp trực tuyến bằng VNeID mức 2 (Thông tư 117/2026/TT-BTC).',
      rewrite: true,
    },
  ],
  disagreements: [],
  sources: [wardProfile, portal, identityDecision],
  facts: [
    { subject: 'waiver-until', value: '28/2/2027', source: identityDecision.id, record: waiverRecord },
    { subject: 'waiver-law', value: '117/2026/TT-BTC', source: identityDecision.id, record: waiverRecord },
    { subject: 'level-of-account', value: 'VNeID mức 2', source: identityDecision.id, record: waiverRecord },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [],
  aliases: [
    'tài khoản dịch vụ công',
    'đăng ký tài khoản cổng dịch vụ công',
    'nộp hồ sơ qua mạng',
    'nộp hồ sơ online',
    'không đăng nhập được dịch vụ công',
    'quên mật khẩu dịch vụ công',
    'đăng nhập cổng bằng VNeID',
    'thanh toán phí trên mạng',
    'đóng lệ phí online',
    'ủy quyền nộp hồ sơ',
    'nhờ con nộp hồ sơ giùm',
    'làm giấy tờ tại nhà trên điện thoại',
    'DVC online',
    'chụp hình giấy tờ gửi lên mạng',
    'dichvucong.gov.vn vào sao',
    'nộp thay cho cha mẹ trên mạng',
  ],
  exampleQuestions: [
    'Tôi già rồi không rành điện thoại, con tôi nộp hồ sơ trên mạng thay tôi được không?',
    'Muốn làm giấy tờ ở nhà khỏi ra phường thì phải mở tài khoản gì?',
    'Vào trang dịch vụ công mà nó bắt đăng nhập, tôi chưa có thì làm sao?',
    'Nộp hồ sơ trên mạng rồi trả tiền bằng cách nào?',
    'Chuyển tiền lệ phí trên cổng báo lỗi thì hỏi ai?',
    'Giấy tờ chụp bằng điện thoại gửi lên có được chấp nhận không?',
    'Nộp online có rẻ hơn ra quầy không?',
    'Tôi ủy quyền cho cháu tôi đi nộp giấy thì cần viết gì?',
  ],
  confusableWith: [
    {
      topic: 'dinh-danh-vneid',
      difference:
        'Làm hay mở khóa tài khoản VNeID là việc của công an phường; ở đây là dùng tài khoản đó để nộp hồ sơ.',
    },
    { topic: 'tra-cuu-ho-so', difference: 'Đây là cách nộp; hồ sơ đã nộp muốn biết tới đâu là mục khác.' },
    {
      topic: 'chung-thuc-chu-ky',
      difference: 'Ở đây là nộp hồ sơ qua mạng; làm giấy ủy quyền có chứng thực thì xem chứng thực chữ ký.',
    },
  ],
}
