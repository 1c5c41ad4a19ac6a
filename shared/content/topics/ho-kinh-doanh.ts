import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { hoKinhDoanhChecklist } from '../checklists/ho-kinh-doanh.ts'
import { laws } from '../laws.ts'
import { businessReading, feeReading, fromPortal, portal } from '../sources.ts'

const code = '1.001612'

const application: RequiredDocument = {
  id: 'giay-de-nghi',
  name: 'Giấy đề nghị đăng ký hộ kinh doanh',
  role: 'form',
  originals: 1,
  copies: 0,
  condition: null,
  note: null,
  form: { number: null, issuedBy: null },
  components: [`${code}-c7`],
}

function copyOf(
  id: string,
  components: number[],
  name: string,
  condition: string,
  note: string | null = null,
): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: 0,
    copies: 1,
    condition,
    note,
    form: null,
    components: components.map(component => `${code}-c${component}`),
  }
}

const byAnother = [
  copyOf(
    'uy-quyen-ca-nhan',
    [5, 2],
    'Văn bản ủy quyền',
    'nhờ một người nộp thay',
    'Không bắt buộc công chứng, chứng thực; cả hai người phải xác thực điện tử.',
  ),
  copyOf(
    'hop-dong-dich-vu',
    [3, 1],
    'Hợp đồng dịch vụ và giấy giới thiệu của tổ chức đó',
    'thuê tổ chức dịch vụ làm thay',
    'Nhờ bưu chính không phải bưu chính công ích cũng làm như vậy.',
  ),
  copyOf('phieu-gui', [4], 'Phiếu gửi hồ sơ có chữ ký nhân viên bưu chính và chủ hộ', 'nhờ bưu chính công ích nộp'),
  copyOf(
    'can-cuoc-nguoi-uy-quyen',
    [6],
    'Thẻ căn cước còn hạn của người ủy quyền',
    'ủy quyền mà chưa có tài khoản định danh điện tử',
  ),
]

const fees = [
  unknownFee(
    'Lệ phí đăng ký hộ kinh doanh',
    'set_by_province',
    'Nộp cùng lúc nộp hồ sơ; không được cấp thì không hoàn lại.',
  ),
]
const timeLimit: Topic['channels'][number]['timeLimit'] = {
  value: 3,
  unit: 'working_day',
  text: '3 ngày làm việc kể từ ngày nhận hồ sơ.',
}

export const hoKinhDoanh: Topic = {
  key: 'ho-kinh-doanh',
  kind: 'procedure',
  title: 'Đăng ký hộ kinh doanh',
  task: 'đăng ký hộ kinh doanh',
  summary: 'Xin giấy chứng nhận để mở quán, mở tiệm, buôn bán.',
  category: 'ho-kinh-doanh',
  procedures: [
    fromPortal({
      code,
      name: 'Đăng ký thành lập hộ kinh doanh',
      decision: { number: '2353/QĐ-BTC', date: '2025-07-03' },
      updatedOn: '2026-04-28',
      recordId: '019d2bfb-d76d-737f-81b9-69258b07240b',
    }),
  ],
  relatedProcedures: [
    {
      code: '2.000720',
      name: 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh',
      when: 'đã có giấy, muốn đổi tên, địa chỉ, ngành nghề',
    },
    {
      code: '1.001570',
      name: 'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo của hộ kinh doanh',
      when: 'muốn nghỉ bán một thời gian',
    },
    { code: '1.001266', name: 'Chấm dứt hoạt động hộ kinh doanh', when: 'nghỉ hẳn' },
    {
      code: '2.000575',
      name: 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh, Cấp đổi sang Giấy chứng nhận đăng ký hộ kinh doanh',
      when: 'mất, hỏng giấy chứng nhận',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Nộp ở nơi đặt trụ sở, hoặc ở xã, phường bất kỳ trong cùng tỉnh, thành phố.',
    howToReach: null,
  },
  cases: [
    {
      id: 'mot-nguoi',
      label: 'Một người đứng tên',
      words: [],
      procedure: code,
      documents: [application, ...byAnother],
    },
    {
      id: 'ca-gia-dinh',
      label: 'Cả gia đình cùng đứng tên',
      words: ['cả gia đình', 'nhiều người trong nhà', 'các thành viên', 'vợ chồng cùng đứng tên', 'cùng đứng tên'],
      procedure: code,
      documents: [
        application,
        {
          id: 'uy-quyen-lam-chu-ho',
          name: 'Giấy các thành viên ủy quyền cho một người làm chủ hộ kinh doanh, đã công chứng hoặc chứng thực',
          role: 'submit',
          originals: 0,
          copies: 1,
          condition: null,
          note: null,
          form: null,
          components: [`${code}-c8`],
        },
        ...byAnother,
      ],
    },
  ],
  checklist: hoKinhDoanhChecklist,
  steps: [
    {
      title: 'Nộp hồ sơ',
      text: 'Nộp tại quầy, gửi bưu điện, hoặc đăng nhập Hệ thống thông tin về đăng ký hộ kinh doanh rồi ký số.',
    },
    { title: 'Nhận giấy hẹn', text: 'Nộp lệ phí, nhận giấy tiếp nhận và hẹn trả kết quả.' },
    {
      title: 'Cán bộ kiểm tra',
      text: 'Thiếu hoặc sai thì có văn bản nói rõ lý do và chỗ cần sửa trong 3 ngày làm việc.',
    },
    {
      title: 'Nhận giấy chứng nhận',
      text: 'Nhận Giấy chứng nhận đăng ký hộ kinh doanh và thông báo cơ quan thuế quản lý.',
    },
  ],
  channels: [
    ...channels(['in_person', 'post'], { timeLimit, fees }),
    {
      type: 'online',
      procedure: null,
      system: 'Hệ thống thông tin về đăng ký hộ kinh doanh',
      timeLimit,
      fees,
      note: 'Đăng nhập bằng tài khoản định danh điện tử, kê khai, tải giấy tờ lên, ký số và nộp lệ phí ngay trên đó.',
    },
  ],
  results: ['Giấy chứng nhận đăng ký hộ kinh doanh'],
  eligibility: [
    'Một người đứng tên, hoặc các thành viên trong hộ gia đình cùng đăng ký.',
    'Làm thay thì cả người nhờ và người làm thay đều phải xác thực điện tử.',
  ],
  advice: [
    'Ngành nghề có điều kiện (rượu, karaoke, gas, ăn uống…) thì hỏi thêm giấy phép của ngành trước khi mở bán.',
    'Lệ phí không gồm tiền dịch vụ thanh toán điện tử.',
  ],
  legalBases: laws(
    '168/2025/NĐ-CP',
    '296/2026/NĐ-CP',
    '68/2025/TT-BTC',
    '85/2019/TT-BTC',
    '59/2020/QH14',
    '76/2025/QH15',
  ),
  scheduledChanges: [],
  disagreements: [{ aspect: 'fee', text: 'Các nguồn ghi số tiền khác nhau nên ở đây không nêu số.' }],
  sources: [portal, businessReading, feeReading],
  facts: [],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    {
      code: 'NEWER_LAW',
      procedure: code,
      text: 'Nghị định 296/2026/NĐ-CP sửa Nghị định 168/2025/NĐ-CP; bản gốc chưa cập nhật.',
    },
    {
      code: 'FEE_SUSPECT',
      procedure: code,
      text: 'Số tiền hiện trên Cổng chỉ để minh họa; mức thu do Hội đồng nhân dân tỉnh, thành phố quyết định.',
    },
    { code: 'CONFLICT', procedure: code, text: 'Các nguồn ghi mức lệ phí khác nhau; cần hỏi mức của địa phương.' },
  ],
  aliases: [
    'mở quán',
    'mở tiệm',
    'mở cửa hàng',
    'giấy phép kinh doanh',
    'đăng ký kinh doanh',
    'hộ kinh doanh cá thể',
    'buôn bán tại nhà',
    'bán hàng ăn sáng',
    'mở tiệm tạp hóa',
    'mở tiệm làm tóc',
    'đăng ký hộ kinh doanh',
    'mở sạp bán hàng',
    'xin giấy phép mở quán cà phê',
    'mở tiệm bán bún',
    'bán cà phê vỉa hè xin giấy',
    'đăng ký buôn bán',
    'giấy phép mở quán',
    'giấy đăng ký kinh doanh',
    'kinh doanh nhỏ lẻ',
    'mở quán ăn',
  ],
  exampleQuestions: [
    'Tôi muốn mở quán bán phở ở nhà thì xin giấy gì?',
    'Mở tiệm tạp hóa nhỏ có phải đăng ký kinh doanh không?',
    'Giấy phép kinh doanh hộ cá thể làm mấy ngày?',
    'Hai vợ chồng cùng đứng tên hộ kinh doanh được không?',
    'Đăng ký hộ kinh doanh hết bao nhiêu tiền lệ phí?',
    'Nhờ người khác đi làm giấy phép kinh doanh thay có cần ủy quyền không?',
    'Đăng ký mở tiệm qua mạng làm thế nào?',
  ],
  confusableWith: [
    {
      topic: 'ho-kinh-doanh-thay-doi',
      difference: 'Đây là đăng ký mới; đã có giấy mà đổi, tạm ngừng, nghỉ hẳn hoặc mất giấy là việc khác.',
    },
    {
      topic: 'cong-ty',
      difference: 'Hộ kinh doanh đăng ký ở phường; lập công ty, doanh nghiệp thì đăng ký ở cơ quan cấp tỉnh.',
    },
    {
      topic: 'thue',
      difference: 'Xin giấy mở quán thì làm ở phường; khai thuế, đóng thuế khi buôn bán thì làm với cơ quan thuế.',
    },
    {
      topic: 'an-toan-thuc-pham',
      difference: 'Đây là giấy đăng ký buôn bán; giấy về vệ sinh, an toàn thức ăn xin riêng.',
    },
  ],
}
