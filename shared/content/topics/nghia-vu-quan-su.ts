import type { NationalProcedure, RequiredDocument, ReviewFlag, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { fromPortal, portal } from '../sources.ts'

const first = '1.013133'
const leaving = '1.013134'
const change = '1.013136'
const arriving = '1.013137'
const absence = '1.013138'

function procedure(code: string, name: string, recordId: string): NationalProcedure {
  return fromPortal({
    code,
    name,
    decision: { number: '6375/QĐ-BQP', date: '2025-12-10' },
    updatedOn: '2026-07-06',
    recordId,
  })
}

type Counts = [originals: number | null, copies: number | null]

function paper(
  id: string,
  component: string,
  name: string,
  [originals, copies]: Counts,
  more: Partial<RequiredDocument> = {},
): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals,
    copies,
    condition: null,
    note: null,
    form: null,
    components: [component],
    ...more,
  }
}

function certificate(component: string, counts: Counts): RequiredDocument {
  return paper(
    'chung-nhan-dang-ky',
    component,
    'Bản photo giấy chứng nhận đăng ký nghĩa vụ quân sự hoặc đăng ký quân nhân dự bị',
    counts,
    { note: 'Mang bản chính để đối chiếu, được mang về.' },
  )
}

function notTaggedFlag(procedure: string): ReviewFlag {
  return {
    code: 'LEVEL_NOT_WARD',
    procedure,
    text: 'Cổng không gắn thủ tục này cho cấp xã; xem lại nơi nhận trước khi hướng dẫn.',
  }
}

const fees = [unknownFee('Lệ phí đăng ký nghĩa vụ quân sự', 'not_stated', null)]
const oneDay: Topic['channels'][number]['timeLimit'] = { value: 1, unit: 'working_day', text: '1 ngày làm việc.' }
const calendarDay: Topic['channels'][number]['timeLimit'] = { value: 1, unit: 'day', text: '1 ngày.' }

export const nghiaVuQuanSu: Topic = {
  key: 'nghia-vu-quan-su',
  kind: 'procedure',
  title: 'Nghĩa vụ quân sự',
  task: 'đăng ký nghĩa vụ quân sự',
  summary: 'Đăng ký nghĩa vụ quân sự lần đầu, hoặc báo khi chuyển đi, chuyển đến, đi xa, đổi thông tin.',
  category: 'cong-an-quan-su',
  procedures: [
    procedure(first, 'Thủ tục đăng ký nghĩa vụ quân sự lần đầu', '019d2bfb-8915-70aa-a67f-adceef7fd0ee'),
    procedure(
      leaving,
      'Thủ tục đăng ký nghĩa vụ quân sự chuyển đi khi thay đổi nơi cư trú hoặc nơi làm việc, học tập',
      '019d2bfb-891e-73e0-8823-06929adaa622',
    ),
    procedure(
      arriving,
      'Thủ tục đăng ký nghĩa vụ quân sự chuyển đến khi thay đổi nơi cư trú hoặc nơi làm việc, học tập',
      '019d2bfb-8920-7448-b0d8-8f9b5c04d5a6',
    ),
    procedure(absence, 'Thủ tục đăng ký nghĩa vụ quân sự tạm vắng', '019d2bfb-8919-729c-998c-21b7920c7a78'),
    procedure(change, 'Thủ tục Đăng ký nghĩa vụ quân sự bổ sung', '019d2bfb-8910-71a2-b343-824dd6560107'),
  ],
  relatedProcedures: [{ code: '1.003677', name: 'Khai báo tạm vắng', when: 'phải báo tạm vắng với công an' }],
  authority: {
    kind: 'elsewhere',
    name: 'Ban Chỉ huy quân sự phường, xã nơi cư trú',
    whichOffice: null,
    howToReach: 'Đến thẳng Ban Chỉ huy quân sự; hỏi trước chỗ làm việc và giờ tiếp.',
  },
  cases: [
    {
      id: 'lan-dau',
      label: 'Đăng ký lần đầu',
      words: [],
      procedure: first,
      documents: [
        paper('phieu-suc-khoe', `${first}-c2`, 'Phiếu tự khai sức khỏe nghĩa vụ quân sự', [1, 0], {
          role: 'form',
          note: 'Ban Chỉ huy quân sự hướng dẫn khai.',
          form: { number: null, issuedBy: null },
        }),
        paper('can-cuoc', `${first}-c1`, 'Bản photo thẻ căn cước', [0, 1], {
          condition: 'cán bộ không tra được trên dữ liệu dân cư',
        }),
      ],
    },
    {
      id: 'chuyen-di',
      label: 'Chuyển đi nơi khác',
      words: ['chuyển đi', 'chuyển nghĩa vụ', 'chuyển hộ khẩu đi', 'giấy giới thiệu'],
      procedure: leaving,
      documents: [
        certificate(`${leaving}-c2`, [0, 1]),
        paper(
          'cu-tru-hoac-quyet-dinh',
          `${leaving}-c1`,
          'Bản photo căn cước, giấy xác nhận cư trú, hoặc quyết định về nơi làm việc, học tập mới',
          [0, 1],
          {
            condition: 'cán bộ không tra được nơi cư trú trên dữ liệu dân cư',
            note: 'Chỉ cần một giấy; mang bản chính để đối chiếu, được mang về.',
          },
        ),
      ],
    },
    {
      id: 'chuyen-den',
      label: 'Mới chuyển đến',
      words: ['chuyển đến', 'mới chuyển về', 'mới về ở', 'chuyển tới'],
      procedure: arriving,
      documents: [
        paper(
          'gioi-thieu',
          `${arriving}-c1`,
          'Giấy giới thiệu di chuyển đăng ký nghĩa vụ quân sự hoặc di chuyển quân nhân dự bị',
          [1, 0],
          { note: 'Nơi cũ cấp khi làm thủ tục chuyển đi.' },
        ),
        paper('phieu-quan-nhan', `${arriving}-c3`, 'Phiếu quân nhân dự bị', [1, 0]),
        paper(
          'cu-tru-hoac-quyet-dinh',
          `${arriving}-c2`,
          'Giấy xác nhận cư trú, hoặc quyết định về nơi làm việc, học tập mới',
          [1, 1],
          { condition: 'cán bộ không tra được nơi cư trú trên dữ liệu dân cư' },
        ),
      ],
    },
    {
      id: 'tam-vang',
      label: 'Đi xa từ 3 tháng',
      words: ['đi xa', 'đi làm xa', 'tạm vắng', 'đi học xa', 'đi nước ngoài', 'xuất khẩu lao động'],
      procedure: absence,
      documents: [certificate(`${absence}-c1`, [null, null])],
    },
    {
      id: 'bo-sung',
      label: 'Đổi thông tin đã đăng ký',
      words: ['bổ sung', 'đổi chức vụ', 'tốt nghiệp', 'đổi trình độ', 'thay đổi sức khỏe', 'cập nhật thông tin'],
      procedure: change,
      documents: [
        certificate(`${change}-c1`, [0, 1]),
        paper(
          'giay-thay-doi',
          `${change}-c2`,
          'Bản photo giấy tờ về thay đổi: chức vụ, học vấn, chuyên môn, sức khỏe…',
          [0, 1],
          { note: 'Mang bản chính để đối chiếu, được mang về.' },
        ),
      ],
    },
  ],
  steps: [
    {
      title: 'Nhận quyết định gọi',
      text: 'Lần đầu: quyết định gọi đăng ký được đưa tới tận tay trước 5 ngày.',
    },
    { title: 'Đăng ký', text: 'Đến Ban Chỉ huy quân sự phường, xã hoặc đăng ký trực tuyến, nộp giấy tờ.' },
    {
      title: 'Nhận giấy',
      text: 'Lần đầu thì nhận giấy chứng nhận ngay sau khi đăng ký; chuyển đi thì nhận giấy giới thiệu.',
    },
  ],
  channels: [
    ...channels(['in_person', 'online'], { procedure: first, timeLimit: oneDay, fees }),
    ...channels(['in_person', 'online'], { procedure: leaving, timeLimit: oneDay, fees }),
    ...channels(['in_person', 'online'], { procedure: arriving, timeLimit: oneDay, fees }),
    ...channels(['in_person'], { procedure: absence, timeLimit: oneDay, fees }),
    ...channels(['online'], { procedure: absence, timeLimit: calendarDay, fees }),
    ...channels(['in_person'], { procedure: change, timeLimit: oneDay, fees }),
    ...channels(['online'], { procedure: change, timeLimit: calendarDay, fees }),
  ],
  results: [
    'Giấy chứng nhận đăng ký nghĩa vụ quân sự',
    'Giấy giới thiệu di chuyển, khi chuyển đi',
    'Sổ đăng ký được cập nhật, khi đổi thông tin, đi xa hoặc chuyển đến',
  ],
  eligibility: [
    'Lần đầu: công dân nhận quyết định gọi của Chủ tịch phường, xã; nam đủ 17 tuổi trong năm được lập danh sách.',
    'Đi khỏi nơi ở, nơi làm việc, học tập từ 3 tháng trở lên thì đăng ký tạm vắng; về thì đăng ký lại trong 5 ngày.',
    'Đổi chức vụ, học vấn, chuyên môn, sức khỏe thì báo bổ sung trong 5 ngày.',
  ],
  advice: [
    'Tạm hoãn, miễn gọi nhập ngũ, khám sức khỏe: nguồn không có hướng dẫn; hỏi thẳng Ban Chỉ huy quân sự.',
    'Làm việc ở cơ quan, tổ chức có Ban Chỉ huy quân sự thì hỏi nơi làm việc trước.',
  ],
  legalBases: laws('78/2015/QH13', '13/2016/NĐ-CP', '220/2025/NĐ-CP', '104/2022/NĐ-CP', '68/2020/QH14'),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'steps',
      text: 'Mục chuyển đến: Cổng chép nhầm các bước của mục chuyển đi; hỏi Ban Chỉ huy quân sự nơi mới.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'summons', value: 'Trước thời hạn 05 ngày', source: portal.id, record: first },
    { subject: 'age-of-the-list', value: 'nam đủ 17 tuổi trong năm', source: portal.id, record: first },
    { subject: 'away-for', value: 'từ 03 tháng trở lên', source: portal.id, record: absence },
    { subject: 'back-within', value: 'Trong thời hạn 05 ngày', source: portal.id, record: absence },
    { subject: 'change-within', value: 'Trong thời hạn 05 ngày', source: portal.id, record: change },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    ...[leaving, arriving, absence, change].map(notTaggedFlag),
    {
      code: 'MENTIONS_ABOLISHED',
      procedure: leaving,
      text: 'Bản gốc còn nhắc Chứng minh nhân dân, nay không còn dùng; cần đối chiếu lại.',
    },
  ],
  aliases: [
    'nghĩa vụ quân sự',
    'NVQS',
    'đăng ký nghĩa vụ quân sự',
    'đi nghĩa vụ',
    'đi lính',
    'đi bộ đội',
    'đi quân dịch',
    'gọi nhập ngũ',
    'lệnh gọi khám nghĩa vụ',
    'khám sức khỏe nghĩa vụ',
    'hoãn nghĩa vụ',
    'tạm hoãn nhập ngũ',
    'miễn nghĩa vụ quân sự',
    'đủ tuổi đăng ký nghĩa vụ',
    'giấy chứng nhận đăng ký nghĩa vụ',
    'chuyển nghĩa vụ quân sự',
    'quân nhân dự bị',
    'báo bên quân sự khi đi xa',
  ],
  exampleQuestions: [
    'Con trai tôi năm nay mười bảy tuổi, phường gửi giấy kêu đi đăng ký nghĩa vụ thì mang theo gì?',
    'Cháu đang học đại học thì có được hoãn đi lính không, hỏi ai?',
    'Con một trong nhà nuôi mẹ già có phải đi bộ đội không?',
    'Nhà chuyển đi quận khác thì giấy nghĩa vụ quân sự của con chuyển làm sao?',
    'Con tôi đi xuất khẩu lao động hai năm, có phải báo bên quân sự không?',
    'Mất giấy gọi khám nghĩa vụ rồi thì liên hệ ở đâu?',
    'Bộ đội xuất ngũ về thì đăng ký dự bị ở chỗ nào?',
  ],
  confusableWith: [
    {
      topic: 'tam-vang',
      difference:
        'Người đã đăng ký nghĩa vụ quân sự đi xa thì báo Ban Chỉ huy quân sự; tạm vắng cư trú thì báo công an.',
    },
    {
      topic: 'nguoi-co-cong',
      difference:
        'Mục này là đăng ký nghĩa vụ quân sự; trợ cấp cho thương binh, bộ đội cũ, thân nhân liệt sĩ là chế độ người có công.',
    },
  ],
}
