import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { elsewhere, referral } from '../referrals.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '3.000333'

function form(number: string, ...components: string[]): RequiredDocument {
  return {
    id: 'to-khai',
    name: 'Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp',
    role: 'form',
    originals: 1,
    copies: 0,
    condition: null,
    note: 'Nộp trực tuyến thì điền mẫu có sẵn trên mạng.',
    form: { number, issuedBy: null },
    components,
  }
}

function paper(id: string, component: number, name: string, more: Partial<RequiredDocument> = {}): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: null,
    copies: null,
    condition: null,
    note: null,
    form: null,
    components: [`${code}-c${component}`],
    ...more,
  }
}

const identity = paper('giay-to-tuy-than', 3, 'Bản photo căn cước hoặc hộ chiếu của người cần phiếu', {
  note: 'Mang bản chính để đối chiếu; không có bản chính thì nộp bản sao chứng thực.',
})
const exemption = paper('giay-to-mien-giam', 5, 'Giấy tờ chứng minh được miễn, giảm phí', {
  condition: 'thuộc diện miễn, giảm phí',
})

export const lyLichTuPhap: Topic = referral({
  key: 'ly-lich-tu-phap',
  title: 'Phiếu lý lịch tư pháp',
  task: 'xin Phiếu lý lịch tư pháp',
  summary: 'Giấy xác nhận có án tích hay không, thường cần khi xin việc, đi nước ngoài, nhận con nuôi.',
  procedures: [
    fromPortal({
      code,
      name: 'Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam, người Việt Nam đang cư trú ở nước ngoài',
      decision: { number: '1025/QĐ-BCA', date: '2025-02-25' },
      updatedOn: '2026-07-01',
      recordId: '019d2bf7-bd79-75fb-a4c6-ba1bf85d20ad',
    }),
  ],
  authority: elsewhere(
    'công an tỉnh, thành phố',
    'Nộp trên Cổng Dịch vụ công quốc gia hay VNeID, gửi bưu điện, hoặc đến công an tỉnh, thành phố.',
  ),
  cases: [
    {
      id: 'tu-lam',
      label: 'Tự làm cho mình',
      words: [],
      procedure: code,
      documents: [form('01/2025/LLTP', `${code}-c4`, `${code}-c7`), identity, exemption],
    },
    {
      id: 'nho-nguoi-lam',
      label: 'Nhờ người làm, làm cho con',
      words: ['ủy quyền', 'làm thay', 'xin thay', 'nhờ người', 'làm dùm', 'làm giúp', 'cho con'],
      procedure: code,
      documents: [
        form('02/2025/LLTP', `${code}-c1`, `${code}-c2`),
        identity,
        paper('van-ban-uy-quyen', 6, 'Văn bản ủy quyền, có công chứng hoặc chứng thực', {
          condition: 'người đi thay không phải cha, mẹ, vợ, chồng, con',
          note: 'Người đi thay mang theo căn cước hoặc hộ chiếu của mình.',
        }),
        exemption,
      ],
    },
  ],
  steps: [
    { title: 'Đăng nhập', text: 'Vào Cổng Dịch vụ công hoặc VNeID bằng tài khoản định danh mức độ 2.' },
    { title: 'Điền tờ khai', text: 'Điền tờ khai điện tử, chọn cách nhận kết quả.' },
    { title: 'Nộp phí', text: 'Nhận mã hồ sơ, ngày hẹn, rồi trả phí qua mạng theo hướng dẫn.' },
    { title: 'Theo dõi', text: 'Xem hồ sơ tới đâu ngay trên Cổng hoặc VNeID.' },
  ],
  channels: channels(['in_person', 'online', 'post'], {
    timeLimit: { value: 10, unit: 'day', text: '10 ngày.' },
    fees: [unknownFee('Phí lý lịch tư pháp', 'see_text', 'Cổng dẫn Thông tư 244/2016/TT-BTC mà không ghi số tiền.')],
    onlineNote: 'Ứng dụng VNeID cũng nhận.',
  }),
  results: ['Phiếu lý lịch tư pháp số 1', 'Phiếu lý lịch tư pháp số 2'],
  eligibility: [
    'Phiếu số 1: nhờ người khác làm thay được.',
    'Phiếu số 2: phải tự làm; người chưa thành niên thì cha, mẹ làm thay được.',
  ],
  advice: ['Giấy ủy quyền, bản sao căn cước cần đóng dấu thì chứng thực ở phường được.'],
  legalBases: laws('28/2009/QH12'),
  sources: [portal],
  facts: [
    { subject: 'fee-circular', value: '244/2016/TT-BTC', source: portal.id, record: code },
    { subject: 'first-kind-of-slip', value: 'Phiếu Lý lịch tư pháp số 1', source: portal.id, record: code },
    { subject: 'second-kind-of-slip', value: 'Phiếu Lý lịch tư pháp số 2', source: portal.id, record: code },
    { subject: 'account-needed-online', value: 'tài khoản định danh mức độ 2', source: portal.id, record: code },
    { subject: 'reform-from', value: '01/7/2025', source: portal.id, record: code },
  ],
  reviewFlags: [
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure: code,
      text: 'Quyết định 1025/QĐ-BCA ngày 25/02/2025 có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi giải quyết.',
    },
  ],
  aliases: [
    'lý lịch tư pháp',
    'phiếu lý lịch tư pháp',
    'xin lý lịch tư pháp',
    'lý lịch tư pháp số 2',
    'LLTP',
    'giấy xác nhận không tiền án',
    'giấy không có tiền án tiền sự',
    'xác nhận chưa từng phạm tội',
    'giấy chứng nhận hạnh kiểm để đi nước ngoài',
    'phiếu án tích',
    'xác nhận không có án tích',
    'lý lịch tư pháp đi làm',
    'lý lịch tư pháp trên VNeID',
    'giấy tiền án để xin việc',
    'giấy lý lịch sạch',
  ],
  exampleQuestions: [
    'Công ty bắt nộp giấy không tiền án tiền sự thì xin ở đâu?',
    'Làm lý lịch tư pháp ở phường có được không hay phải lên công an tỉnh?',
    'Con tôi đi Đài Loan làm, cần phiếu lý lịch tư pháp số 2, mẹ xin thay được không?',
    'Xin lý lịch tư pháp trên điện thoại thì làm sao?',
    'Lý lịch tư pháp mấy bữa thì có?',
    'Chạy xe công nghệ người ta đòi lý lịch tư pháp, phải nộp giấy gì?',
    'Giấy chứng minh mình chưa từng đi tù xin cơ quan nào?',
    'Xin phiếu án tích cho bà xã thì chồng đi thay có cần ủy quyền không?',
  ],
  confusableWith: [
    {
      topic: 'xac-nhan-cu-tru',
      difference:
        'Lý lịch tư pháp nói có án tích hay không, làm ở công an tỉnh; giấy nói đang ở đâu thì công an phường làm.',
    },
    {
      topic: 'chung-thuc-chu-ky',
      difference:
        'Lý lịch tư pháp là phiếu do công an tỉnh cấp; tờ sơ yếu lý lịch tự khai xin việc thì phường chứng thực chữ ký.',
    },
    {
      topic: 'xac-nhan-tinh-trang-hon-nhan',
      difference: 'Lý lịch tư pháp nói về án tích; giấy độc thân nói về hôn nhân và xin ở phường.',
    },
  ],
})
