import type { NationalProcedure, RequiredDocument, ReviewFlag, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '3.000228'
const lock = '3.000285'
const unlock = '3.000286'
const organisation = '3.000498'
const decree = 'Nghị định 69/2024/NĐ-CP'

function procedure(ofCode: string, name: string, recordId: string): NationalProcedure {
  return fromPortal({
    code: ofCode,
    name,
    decision: { number: '5709/QĐ-BCA-C06', date: '2025-07-01' },
    updatedOn: '2026-04-30',
    recordId,
  })
}

function lockForm(ofCode: string): RequiredDocument {
  return {
    id: 'tk03',
    name: 'Phiếu đề nghị khóa, mở khóa tài khoản định danh điện tử, căn cước điện tử',
    role: 'form',
    originals: 1,
    copies: 0,
    condition: null,
    note: null,
    form: { number: 'TK03', issuedBy: decree },
    components: [`${ofCode}-c1`],
  }
}

function lockFlags(ofCode: string): ReviewFlag[] {
  return [
    newDecreeFlag(ofCode),
    { code: 'CONFLICT', procedure: ofCode, text: 'Hai lần chụp Cổng ghi số quyết định công bố khác nhau.' },
  ]
}

function newDecreeFlag(ofCode: string): ReviewFlag {
  return {
    code: 'NEWER_LAW',
    procedure: ofCode,
    text: 'Nghị định 320/2026/NĐ-CP về định danh điện tử có hiệu lực từ 28/09/2026; bản gốc chụp trước ngày đó.',
  }
}

const lockTerms = {
  timeLimit: {
    value: 3,
    unit: 'working_day',
    text: 'làm ngay khi chính chủ yêu cầu; cơ quan tố tụng yêu cầu thì 3 ngày làm việc.',
  },
  fees: [],
} satisfies Pick<Topic['channels'][number], 'timeLimit' | 'fees'>

const organisationTerms = {
  procedure: organisation,
  timeLimit: {
    value: 3,
    unit: 'working_day',
    text: '3 ngày làm việc nếu đã có dữ liệu về tổ chức; phải xác minh thì không quá 15 ngày.',
  },
  fees: [unknownFee('Lệ phí cấp tài khoản cho tổ chức', 'not_stated', null, { cases: ['to-chuc'] })],
} satisfies Pick<Topic['channels'][number], 'timeLimit' | 'fees' | 'procedure'>

export const dinhDanhVneid: Topic = {
  key: 'dinh-danh-vneid',
  kind: 'procedure',
  title: 'Định danh điện tử, VNeID',
  task: 'làm định danh VNeID',
  summary: 'Tài khoản định danh mức 2 để dùng VNeID; làm ở công an cấp xã nào cũng được.',
  category: 'can-cuoc',
  procedures: [
    procedure(
      code,
      'Cấp tài khoản định danh điện tử mức độ 02, căn cước điện tử cho công dân Việt Nam (cấp xã)',
      '019d2bf7-b5a6-76fd-a4b1-49c93d86d9d6',
    ),
    procedure(lock, 'Khóa căn cước điện tử (thực hiện tại cấp xã)', '019d2bf7-bd6c-72eb-98eb-cdb436f645a9'),
    procedure(unlock, 'Mở khóa căn cước điện tử (thực hiện tại cấp xã)', '019d2bf7-bd65-767f-9dfe-e06cdd1502a8'),
    procedure(
      organisation,
      'Cấp tài khoản định danh điện tử cho cơ quan, tổ chức',
      '019d2bf7-cd0c-723d-9c89-e99985627455',
    ),
  ],
  relatedProcedures: [
    {
      code: '3.000283',
      name: 'Khóa tài khoản định danh điện tử (thực hiện tại cấp xã)',
      when: 'cơ quan tố tụng, cơ quan có thẩm quyền đề nghị khóa tài khoản',
    },
    {
      code: '3.000284',
      name: 'Mở khóa tài khoản định danh điện tử (thực hiện tại cấp xã)',
      when: 'cơ quan tố tụng, cơ quan có thẩm quyền đề nghị mở tài khoản',
    },
    {
      code: '1.012564',
      name: 'Điều chỉnh thông tin trong Cơ sở dữ liệu quốc gia về dân cư theo đề nghị của công dân (thực hiện tại cấp xã)',
      when: 'thông tin hiện trên VNeID bị sai',
    },
  ],
  authority: {
    kind: 'ward_police',
    name: 'Công an cấp xã',
    whichOffice: 'Làm được ở công an cấp xã bất kỳ trên cả nước; lộ trình theo thông báo của Bộ Công an.',
    howToReach: null,
  },
  cases: [
    {
      id: 'da-co-the',
      label: 'Đã có thẻ căn cước còn hạn',
      words: [],
      procedure: code,
      documents: [
        {
          id: 'the-can-cuoc',
          name: 'Thẻ căn cước hoặc căn cước công dân gắn chip, còn hạn',
          role: 'present',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: null,
          components: [`${code}-c1`],
        },
        {
          id: 'tk01',
          name: 'Phiếu đề nghị cấp tài khoản định danh điện tử',
          role: 'form',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Ghi số điện thoại chính chủ, thư điện tử nếu có, giấy tờ muốn đưa thêm vào nếu cần.',
          form: { number: 'TK01', issuedBy: decree },
          components: [`${code}-c2`, `${code}-c3`],
        },
      ],
    },
    {
      id: 'chua-co-the',
      label: 'Chưa có thẻ hoặc thẻ hết hạn',
      words: ['chưa có căn cước', 'chưa có thẻ', 'thẻ hết hạn', 'căn cước hết hạn', 'chưa làm căn cước'],
      procedure: code,
      documents: [
        {
          id: 'lam-cung-the',
          name: 'Hồ sơ làm thẻ căn cước, làm cùng một lượt',
          role: 'submit',
          originals: null,
          copies: null,
          condition: null,
          note: 'Xem mục thẻ căn cước.',
          form: null,
          components: [`${code}-c4`],
        },
      ],
    },
    {
      id: 'khoa-can-cuoc-dien-tu',
      label: 'Khóa căn cước điện tử',
      words: ['khóa vneid', 'khóa căn cước điện tử', 'khóa định danh', 'mất điện thoại', 'rớt điện thoại', 'bị hack'],
      procedure: lock,
      documents: [lockForm(lock)],
    },
    {
      id: 'mo-khoa-can-cuoc-dien-tu',
      label: 'Mở khóa căn cước điện tử',
      words: ['mở khóa', 'bị khóa', 'mở lại'],
      procedure: unlock,
      documents: [lockForm(unlock)],
    },
    {
      id: 'to-chuc',
      label: 'Công ty, cơ quan, tổ chức',
      words: ['công ty', 'doanh nghiệp', 'tổ chức', 'cơ quan', 'hợp tác xã'],
      procedure: organisation,
      documents: [
        {
          id: 'tk02',
          name: 'Phiếu đề nghị cấp tài khoản định danh điện tử dùng cho cơ quan, tổ chức',
          role: 'form',
          originals: 1,
          copies: 1,
          condition: null,
          note: 'Người đại diện làm trên VNeID bằng tài khoản mức 2 của mình thì khai ngay trên máy.',
          form: { number: 'TK02', issuedBy: decree },
          components: [`${organisation}-c1`],
        },
      ],
    },
  ],
  steps: [
    { title: 'Đến công an', text: 'Đến công an cấp xã nào cũng được, mang thẻ căn cước còn hạn.' },
    { title: 'Khai phiếu', text: 'Khai số điện thoại chính chủ và thông tin muốn đưa thêm vào căn cước điện tử.' },
    { title: 'Đối chiếu', text: 'Cán bộ đối chiếu khuôn mặt, vân tay; người làm xác nhận đồng ý lập tài khoản.' },
    { title: 'Nhận kết quả', text: 'Kết quả báo qua VNeID, tin nhắn hoặc thư điện tử.' },
  ],
  channels: [
    ...channels(['in_person'], {
      procedure: code,
      timeLimit: {
        value: 3,
        unit: 'working_day',
        text: '3 ngày làm việc nếu có thẻ còn hạn; chưa có thẻ hoặc thẻ hết hạn thì 7 ngày làm việc.',
      },
      fees: [],
      note: 'Nhận hồ sơ giờ hành chính thứ 2 đến thứ 6, trừ ngày lễ, tết.',
    }),
    ...[lock, unlock].flatMap(ofCode =>
      channels(['in_person', 'online', 'post'], { procedure: ofCode, ...lockTerms }).map(channel =>
        channel.type === 'online' ? { ...channel, system: 'ứng dụng VNeID' } : channel,
      ),
    ),
    ...channels(['in_person', 'online', 'post'], organisationTerms).map(channel =>
      channel.type === 'online' ? { ...channel, system: 'ứng dụng VNeID' } : channel,
    ),
  ],
  results: ['Tài khoản định danh điện tử mức 2 và căn cước điện tử; kết quả báo qua VNeID, tin nhắn hoặc thư điện tử'],
  eligibility: [
    'Người dưới 14 tuổi, người được giám hộ đi cùng cha, mẹ, người đại diện hoặc người giám hộ.',
    'Làm cho người dưới 14 tuổi, người được giám hộ thì dùng số điện thoại chính chủ của người đại diện.',
    'Khóa, mở khóa căn cước điện tử: chính chủ yêu cầu, tại công an hoặc trên VNeID.',
  ],
  advice: [
    'Số điện thoại đem đi đăng ký phải là số chính chủ.',
    'Quên mật khẩu, đổi số điện thoại: nguồn không có hướng dẫn; gọi công an phường.',
  ],
  legalBases: laws('69/2024/NĐ-CP', '320/2026/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'papers',
      text: 'Trong phần giấy tờ, Cổng để lẫn một dòng về con dấu của cơ quan nhà nước; mẫu TK01 lấy từ phần các bước và tệp đính kèm.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'level', value: 'mức độ 2', source: portal.id, record: code },
    { subject: 'children', value: 'dưới 14 tuổi', source: portal.id, record: code },
    { subject: 'without-a-card', value: '07 ngày làm việc', source: portal.id, record: code },
    { subject: 'reception-days', value: 'thứ 2 đến thứ 6', source: portal.id, record: code },
    { subject: 'form', value: 'TK01', source: portal.id, record: code },
    { subject: 'new-decree-from', value: '28/9/2026', source: portal.id, record: code },
    { subject: 'unknown-organisation', value: '15 ngày', source: portal.id, record: organisation },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    newDecreeFlag(code),
    {
      code: 'MENTIONS_ABOLISHED',
      procedure: code,
      text: 'Bản gốc còn nhắc thị trấn, nay không còn; cần đối chiếu lại.',
    },
    ...lockFlags(lock),
    ...lockFlags(unlock),
  ],
  aliases: [
    'VNeID',
    'làm VNeID',
    'đăng ký VNeID',
    'kích hoạt VNeID',
    'cài VNeID',
    'định danh điện tử',
    'định danh mức 2',
    'định danh mức độ 2',
    'tài khoản định danh',
    'lên mức 2',
    'căn cước điện tử',
    'quên mật khẩu VNeID',
    'VNeID bị khóa',
    'khóa VNeID',
    'mất điện thoại có VNeID',
    'đổi số điện thoại VNeID',
    'VNeID cho người già',
    'định danh cho con nhỏ',
    'định danh cho công ty',
  ],
  exampleQuestions: [
    'Tôi chưa có VNeID, muốn làm thì ra đâu, mang theo gì?',
    'Ông nội tám mươi tuổi không có điện thoại xịn thì làm định danh mức 2 sao được?',
    'Làm định danh điện tử cho đứa nhỏ học lớp ba dùng số điện thoại của ai?',
    'Đăng ký định danh xong mấy ngày mới xài được ứng dụng?',
    'Bị mất điện thoại, sợ người ta vào VNeID của mình thì khóa ở đâu?',
    'Ứng dụng báo tài khoản bị khóa, muốn mở lại thì làm sao?',
    'Căn cước hết hạn rồi có làm định danh mức 2 được không?',
    'Công ty tôi cần tài khoản định danh cho tổ chức thì nộp phiếu gì?',
  ],
  confusableWith: [
    {
      topic: 'can-cuoc',
      difference: 'Định danh điện tử là tài khoản trên VNeID; tấm thẻ cầm tay là thẻ căn cước.',
    },
    {
      topic: 'tai-khoan-dvc',
      difference: 'Xin tài khoản VNeID thì đến công an; cách nộp hồ sơ trên Cổng dịch vụ công thì hỏi phường.',
    },
    {
      topic: 'dieu-chinh-cu-tru',
      difference: 'Chưa có tài khoản hoặc bị khóa thì làm định danh; thông tin hiện ra bị sai thì sửa dữ liệu dân cư.',
    },
  ],
}
