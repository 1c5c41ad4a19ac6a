import type { NationalProcedure, RequiredDocument, ReviewFlag, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { fromPortal, portal } from '../sources.ts'

const newVehicle = '1.013067'
const newVehicleOnline = '1.012575'
const transfer = '1.013076'
const exchange = '1.013079'
const replacement = '1.013082'
const circular = 'Thông tư 13/2025/TT-BCA'

function procedure(code: string, name: string, recordId: string): NationalProcedure {
  return fromPortal({
    code,
    name,
    decision: { number: '1383/QĐ-BCA', date: '2025-02-28' },
    updatedOn: '2026-04-30',
    recordId,
  })
}

function declaration(component: string, number: string | null = 'ĐKX10/79'): RequiredDocument {
  return {
    id: 'giay-khai',
    name: 'Giấy khai đăng ký xe',
    role: 'form',
    originals: 1,
    copies: 0,
    condition: null,
    note: 'Khai trên Cổng dịch vụ công rồi in ra ký, hoặc khai tại nơi đăng ký xe.',
    form: { number, issuedBy: number && circular },
    components: [component],
  }
}

function paper(id: string, component: string, name: string, note: string | null = null): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: 1,
    copies: 0,
    condition: null,
    note,
    form: null,
    components: [component],
  }
}

function owner(component: string): RequiredDocument {
  return paper('giay-to-chu-xe', component, 'Giấy tờ của chủ xe', 'Nguồn không kể tên giấy; gọi hỏi trước khi đi.')
}

function fees(cases: string[]): Topic['channels'][number]['fees'] {
  return [
    unknownFee(
      'Lệ phí đăng ký xe',
      'see_text',
      'Mức thu ghi ở Thông tư 60/2023/TT-BTC, sửa bởi Thông tư 06/2025/TT-BTC.',
      { cases },
    ),
  ]
}

function flags(procedure: string): ReviewFlag[] {
  return [
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure,
      text: 'Quyết định 1383/QĐ-BCA ngày 28/02/2025 có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi giải quyết.',
    },
    {
      code: 'NEWER_LAW',
      procedure,
      text: 'Thông tư 37/2026/TT-BCA có hiệu lực từ 08/06/2026, sửa Thông tư 79/2024/TT-BCA; cần xem lại biểu mẫu và các bước.',
    },
  ]
}

const codes = [newVehicle, newVehicleOnline, transfer, exchange, replacement]

export const dangKyXe: Topic = {
  key: 'dang-ky-xe',
  kind: 'procedure',
  title: 'Đăng ký xe, biển số, sang tên xe',
  task: 'đăng ký xe',
  summary: 'Đăng ký xe mới, sang tên, đổi hoặc làm lại cà vẹt, biển số.',
  category: 'cong-an-quan-su',
  procedures: [
    procedure(
      newVehicle,
      'Đăng ký, cấp biển số xe lần đầu thực hiện bằng dịch vụ công một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã',
      '019d2bf7-8ebf-754a-8107-e996c9e1c18a',
    ),
    procedure(
      newVehicleOnline,
      'Đăng ký xe lần đầu trực tuyến toàn trình đối với xe sản xuất lắp ráp trong nước thực hiện tại cấp tỉnh, cấp xã',
      '019d2bf7-8ec4-71e9-98c9-719f7565b157',
    ),
    procedure(
      transfer,
      'Cấp chứng nhận đăng ký xe, biển số xe trong trường hợp thay đổi chủ xe (đăng ký sang tên xe) bằng dịch vụ công trực tuyến một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã',
      '019d2bf7-963f-702b-a0a4-aa582fbc3473',
    ),
    procedure(
      exchange,
      'Đổi chứng nhận đăng ký xe, biển số xe bằng dịch vụ công trực tuyến một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã',
      '019d2bf7-963b-73f7-a52b-d50180c06bb5',
    ),
    procedure(
      replacement,
      'Cấp lại chứng nhận đăng ký xe, biển số xe thực hiện bằng dịch vụ công trực tuyến một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã',
      '019d2bf7-9642-75f8-abd2-facca0a4f6c0',
    ),
  ],
  relatedProcedures: [
    {
      code: '1.013123',
      name: 'Thu hồi giấy chứng nhận đăng ký, biển số xe thực hiện bằng dịch vụ công trực tuyến một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã',
      when: 'xe hết niên hạn, hư hỏng, bị mất, không dùng nữa',
    },
  ],
  authority: {
    kind: 'ward_police',
    name: 'Công an cấp xã hoặc Công an cấp tỉnh',
    whichOffice:
      'Có nơi công an cấp xã nhận, có nơi phải đến công an tỉnh, thành phố; gọi hỏi công an phường có nhận loại xe này không rồi hãy đi.',
    howToReach: null,
  },
  cases: [
    {
      id: 'xe-moi',
      label: 'Xe mới, đăng ký lần đầu',
      words: [],
      procedure: newVehicle,
      documents: [
        declaration(`${newVehicle}-c1`),
        owner(`${newVehicle}-c2`),
        paper(
          'giay-to-xe',
          `${newVehicle}-c3`,
          'Giấy tờ của xe: nguồn gốc, quyền sở hữu, chứng từ tài chính',
          'Gồm chứng nhận nguồn gốc, chứng nhận quyền sở hữu, chứng từ hoàn thành nghĩa vụ tài chính; mang cả xe đến để kiểm tra.',
        ),
      ],
    },
    {
      id: 'xe-moi-tren-mang',
      label: 'Xe lắp trong nước, làm trên mạng',
      words: ['đăng ký xe trên mạng', 'đăng ký xe online', 'toàn trình', 'xe lắp ráp trong nước'],
      procedure: newVehicleOnline,
      documents: [
        {
          ...declaration(`${newVehicleOnline}-c1`),
          note: 'Khai ngay trên mạng, không cần ký; đăng nhập bằng tài khoản định danh mức 2 thay giấy tờ của chủ xe.',
          components: [`${newVehicleOnline}-c1`, `${newVehicleOnline}-c2`],
        },
        paper(
          'phieu-xuat-xuong',
          `${newVehicleOnline}-c3`,
          'Phiếu kiểm tra chất lượng xuất xưởng có bản chà số máy, số khung đóng dấu của nơi sản xuất',
          'Hóa đơn điện tử và lệ phí trước bạ được lấy từ dữ liệu.',
        ),
      ],
    },
    {
      id: 'mua-xe-cu',
      label: 'Mua, được cho xe cũ: đứng tên mình',
      words: ['mua xe', 'mua lại xe', 'được cho xe', 'được tặng xe', 'thừa kế xe', 'không chính chủ', 'xe cũ'],
      procedure: transfer,
      documents: [
        { ...declaration(`${transfer}-c7`, null), note: 'Mang cả xe đến để kiểm tra.' },
        owner(`${transfer}-c8`),
        paper('chuyen-quyen', `${transfer}-c6`, 'Chứng từ chuyển quyền sở hữu xe'),
        paper('truoc-ba', `${transfer}-c9`, 'Chứng từ lệ phí trước bạ xe'),
        paper(
          'chung-nhan-thu-hoi',
          `${transfer}-c10`,
          'Chứng nhận thu hồi đăng ký xe, biển số xe',
          'Giấy này do chủ cũ làm thủ tục thu hồi mà có.',
        ),
      ],
    },
    {
      id: 'ban-xe',
      label: 'Bán, cho xe: nộp lại đăng ký, biển số',
      words: ['bán xe', 'cho xe', 'tặng xe', 'rút hồ sơ', 'rút hồ sơ gốc', 'thu hồi', 'nộp lại biển số'],
      procedure: transfer,
      documents: [
        {
          ...declaration(`${transfer}-c4`, 'ĐKX11/79'),
          id: 'giay-khai-thu-hoi',
          name: 'Giấy khai thu hồi chứng nhận đăng ký xe, biển số xe',
          note: null,
        },
        owner(`${transfer}-c5`),
        paper('ban-cha', `${transfer}-c3`, 'Hai bản chà số máy, số khung của xe'),
        paper(
          'dang-ky-bien-so',
          `${transfer}-c2`,
          'Chứng nhận đăng ký xe và biển số xe',
          'Mất thì ghi rõ lý do trong giấy khai. Được giữ biển số để đi tới khi nhận kết quả.',
        ),
        paper('chuyen-quyen', `${transfer}-c1`, 'Bản sao chứng từ chuyển quyền sở hữu xe'),
      ],
    },
    {
      id: 'doi',
      label: 'Đổi đăng ký xe, biển số',
      words: [
        'đổi cà vẹt',
        'đổi đăng ký xe',
        'đổi biển',
        'biển bị mờ',
        'bị mờ',
        'hỏng biển',
        'biển 4 số',
        'đổi màu sơn',
      ],
      procedure: exchange,
      documents: [
        declaration(`${exchange}-c1`),
        owner(`${exchange}-c4`),
        paper('giay-cu', `${exchange}-c3`, 'Chứng nhận đăng ký xe cũ, hoặc biển số cũ, tùy thứ cần đổi'),
        {
          ...paper(
            'giay-them',
            `${exchange}-c2`,
            'Giấy tờ thêm cho từng trường hợp',
            'Đổi máy, khung: giấy tờ của máy, khung đó. Xe thôi chở khách, chở hàng thuê: văn bản thu hồi giấy phép, phù hiệu. Đổi địa chỉ khác nơi đăng ký: giấy xác nhận hồ sơ xe (mẫu ĐKX14/79).',
          ),
          condition: 'xe cải tạo, đổi biển vàng sang biển trắng hoặc đổi địa chỉ ra ngoài nơi đăng ký',
        },
      ],
    },
    {
      id: 'mat',
      label: 'Mất đăng ký xe, biển số: làm lại',
      words: [
        'mất cà vẹt',
        'mất cavet',
        'mất đăng ký xe',
        'mất giấy xe',
        'mất biển',
        'rớt biển',
        'rớt cà vẹt',
        'cấp lại',
      ],
      procedure: replacement,
      documents: [declaration(`${replacement}-c1`), owner(`${replacement}-c2`)],
    },
  ],
  steps: [
    {
      title: 'Khai giấy đăng ký xe',
      text: 'Khai trên Cổng dịch vụ công để lấy mã hồ sơ và lịch hẹn, hoặc khai tại nơi đăng ký xe.',
    },
    {
      title: 'Xe đổi chủ: thu hồi trước',
      text: 'Chủ cũ nộp lại đăng ký xe, biển số và nhận chứng nhận thu hồi; sau đó chủ mới mới đăng ký.',
    },
    {
      title: 'Đưa xe đến',
      text: 'Xe mới, xe sang tên, xe cải tạo hoặc đổi màu sơn thì mang xe đến kiểm tra và nộp giấy tờ.',
    },
    { title: 'Nộp lệ phí', text: 'Nộp lệ phí đăng ký xe; thời hạn tính từ khi nộp xong.' },
    { title: 'Nhận kết quả', text: 'Nhận biển số và giấy đăng ký xe tại nơi làm hoặc qua bưu điện.' },
  ],
  channels: [
    ...channels(['in_person'], {
      procedure: newVehicle,
      timeLimit: {
        value: 7,
        unit: 'working_day',
        text: 'biển số mới cấp ngay, giấy đăng ký xe 2 ngày làm việc; biển trúng đấu giá, biển định danh 7 ngày làm việc.',
      },
      fees: fees(['xe-moi']),
    }),
    ...channels(['online'], {
      procedure: newVehicleOnline,
      timeLimit: {
        value: 2,
        unit: 'day',
        text: 'biển số mới và giấy đăng ký xe 2 ngày (ghi chú của Cổng: 2 ngày làm việc); biển trúng đấu giá, biển định danh 7 ngày làm việc.',
      },
      fees: fees(['xe-moi-tren-mang']),
      note: 'Đăng nhập bằng tài khoản định danh mức 2; ứng dụng VNeID cũng nhận.',
    }),
    ...channels(['in_person', 'online'], {
      procedure: transfer,
      timeLimit: {
        value: 2,
        unit: 'working_day',
        text: 'thu hồi 2 ngày làm việc, đăng ký 2 ngày làm việc; cấp lại biển định danh 7 ngày làm việc; mất giấy đăng ký xe thì xác minh 30 ngày.',
      },
      fees: fees(['mua-xe-cu', 'ban-xe']),
      onlineNote: 'Khai trên mạng, rồi vẫn phải nộp giấy tờ và đưa xe đến.',
    }),
    ...channels(['in_person', 'online'], {
      procedure: exchange,
      timeLimit: {
        value: 7,
        unit: 'working_day',
        text: 'đổi biển số 7 ngày làm việc; đổi giấy đăng ký xe 2 ngày làm việc.',
      },
      fees: fees(['doi']),
      onlineNote: 'Khai trên mạng, rồi vẫn phải nộp giấy tờ.',
    }),
    ...channels(['in_person', 'online'], {
      procedure: replacement,
      timeLimit: {
        value: 2,
        unit: 'working_day',
        text: 'giấy đăng ký xe 2 ngày làm việc, biển số 7 ngày làm việc; bị mất thì xác minh thêm 30 ngày.',
      },
      fees: fees(['mat']),
      onlineNote: 'Khai trên mạng được.',
    }),
  ],
  results: ['Giấy chứng nhận đăng ký xe', 'Biển số xe', 'Chứng nhận thu hồi đăng ký xe, biển số xe, khi đổi chủ'],
  eligibility: [
    'Bán, cho xe: chủ xe làm thủ tục thu hồi trong 30 ngày kể từ ngày làm giấy tờ; trễ thì bị xử phạt trước khi giải quyết.',
    'Chủ xe giữ lại đăng ký và biển số để nộp, không giao cho người mua.',
    'Làm trên mạng trọn vẹn: công dân Việt Nam có định danh mức 2, xe lắp trong nước.',
  ],
  advice: [
    'Chưa thu hồi thì người đứng tên trên giấy đăng ký vẫn chịu trách nhiệm của chủ xe.',
    'Biển 3 số, 4 số khi sang tên, đổi, làm lại thì chuyển sang biển định danh.',
  ],
  legalBases: laws(
    '36/2024/QH15',
    '79/2024/TT-BCA',
    '37/2026/TT-BCA',
    '13/2025/TT-BCA',
    '60/2023/TT-BTC',
    '06/2025/TT-BTC',
  ),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'online',
      text: 'Xe mới: Cổng chỉ ghi cách nộp trực tiếp, nhưng các bước cho khai trước trên mạng rồi mang xe đến; riêng xe lắp trong nước làm trọn vẹn trên mạng được.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'after-a-sale', value: '30 ngày', source: portal.id, record: transfer },
    { subject: 'level', value: 'mức độ 2', source: portal.id, record: newVehicleOnline },
    { subject: 'online-note', value: '02 ngày làm việc', source: portal.id, record: newVehicleOnline },
    { subject: 'old-plates', value: 'biển 3 số hoặc biển 4 số', source: portal.id, record: transfer },
    { subject: 'transfer-form', value: 'ĐKX11/79', source: portal.id, record: transfer },
    { subject: 'file-form', value: 'ĐKX14/79', source: portal.id, record: exchange },
    { subject: 'new-circular-from', value: '08/6/2026', source: portal.id, record: newVehicle },
    { subject: 'reform-from', value: '01/7/2025', source: portal.id, record: newVehicle },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: codes.flatMap(flags),
  aliases: [
    'đăng ký xe',
    'đăng ký xe máy',
    'đăng ký ô tô',
    'làm biển số xe',
    'bấm biển số',
    'cà vẹt xe',
    'mất cà vẹt',
    'mất cavet xe',
    'mất giấy tờ xe',
    'mất biển số xe',
    'sang tên xe',
    'sang tên xe máy',
    'mua xe cũ',
    'bán xe cho người khác',
    'rút hồ sơ gốc xe',
    'xe không chính chủ',
    'đổi biển số xe',
    'đổi cà vẹt',
    'biển số định danh',
    'cấp lại đăng ký xe',
    'ra biển xe mới',
  ],
  exampleQuestions: [
    'Tôi mới mua chiếc xe máy ở cửa hàng, đăng ký biển số ở phường được không?',
    'Mua lại xe cũ của người quen chưa sang tên, giờ làm sao cho chính chủ?',
    'Cà vẹt xe bị mất, làm lại cần giấy gì, bao lâu có?',
    'Bán xe rồi mà không thu lại biển thì có bị gì không?',
    'Biển số bị gãy mờ không đọc được thì đổi ở đâu?',
    'Cha cho con chiếc xe máy thì sang tên mang những gì?',
    'Đăng ký xe mới trên VNeID có phải chở xe ra công an không?',
    'Làm biển số xe máy tốn bao nhiêu tiền?',
  ],
  confusableWith: [
    {
      topic: 'giay-phep-lai-xe',
      difference: 'Giấy của chiếc xe (cà vẹt, biển số) thì đăng ký xe; bằng lái của người thì là giấy phép lái xe.',
    },
    {
      topic: 'chung-thuc-giao-dich',
      difference: 'Chứng thực hợp đồng mua bán, tặng cho xe làm ở phường; đứng tên xe, lấy biển số làm ở công an.',
    },
    {
      topic: 'sang-ten-dat',
      difference: 'Sang tên xe làm ở công an; sang tên nhà, đất làm ở nơi đăng ký đất đai.',
    },
  ],
}
