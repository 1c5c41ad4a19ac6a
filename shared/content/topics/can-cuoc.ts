import type { Channel, Fee, FeeRelief, NationalProcedure, RequiredDocument, Topic } from '../../procedures.ts'
import { channels, statedFee, unknownFee } from '../channels.ts'
import { canCuocChecklist } from '../checklists/can-cuoc.ts'
import { laws } from '../laws.ts'
import { fromPortal, identityDecision, portal } from '../sources.ts'

const code = '1.116410'
const oldNumber = '1.012566'
const firstCard = ['tu-du-14-tuoi', 'duoi-14-tuoi']

const card: NationalProcedure = {
  code,
  name: 'Cấp, cấp đổi, cấp lại thẻ căn cước',
  decision: { number: '5230/QĐ-BCA-C06', date: '2026-08-18' },
  status: 'active',
  supersededBy: [],
  source: identityDecision.id,
  sourceUrl: identityDecision.url,
  updatedOn: null,
  retrievedOn: '2026-11-21',
}

function replaced(former: string, name: string, recordId: string): NationalProcedure {
  return fromPortal({
    code: former,
    name,
    decision: { number: '5710/QĐ-BCA-C06', date: '2025-07-01' },
    updatedOn: '2026-04-29',
    recordId,
    supersededBy: [code],
  })
}

function paper(
  id: string,
  component: number,
  name: string,
  condition: string | null,
  form: string | null,
): RequiredDocument {
  return {
    id,
    name,
    role: form ? 'form' : 'present',
    originals: null,
    copies: null,
    condition,
    note: null,
    form: form ? { number: form, issuedBy: null } : null,
    components: [`${code}-c${component}`],
  }
}

const papers = [
  paper('de-nghi-cap-the', 1, 'Đề nghị cấp thẻ căn cước', null, 'CC01'),
  paper(
    'dieu-chinh-thong-tin',
    2,
    'Phiếu đề nghị điều chỉnh thông tin dân cư',
    'phải sửa thông tin dân cư trước',
    'DC02',
  ),
  paper('thu-thap-thong-tin', 3, 'Phiếu thu thập thông tin dân cư', 'chưa có thông tin trong dữ liệu dân cư', 'DC01'),
]
const guardian = paper(
  'nguoi-dai-dien',
  4,
  'Giấy tờ chứng minh là cha, mẹ hoặc người đại diện của trẻ',
  'cán bộ không tra được quan hệ với trẻ trên hệ thống',
  null,
)
/** Most who change or replace a card are grown up. */
const papersOfAnyAge = [
  ...papers,
  { ...guardian, condition: 'làm cho trẻ dưới 14 tuổi mà cán bộ không tra được quan hệ trên hệ thống' },
]

const halfPrice: FeeRelief = {
  percent: 50,
  from: '2025-07-01',
  until: '2026-12-31',
  condition: null,
  law: '64/2025/TT-BTC',
  source: identityDecision.id,
}
const freeOnline: FeeRelief = {
  percent: 100,
  from: '2026-08-15',
  until: '2027-02-28',
  condition: 'nộp trực tuyến bằng tài khoản VNeID mức 2',
  law: '117/2026/TT-BTC',
  source: identityDecision.id,
}

function cardFees(...reliefs: FeeRelief[]): Fee[] {
  return [
    statedFee('Làm lần đầu', 0, { cases: firstCard }),
    statedFee('Đổi thẻ', 50000, { per: 'thẻ', cases: ['doi-the'], reliefs }),
    statedFee('Mất, hỏng, làm lại', 70000, { per: 'thẻ', cases: ['mat-the'], reliefs }),
  ]
}

function oldNumberChannels(): Channel[] {
  return channels(['in_person', 'online', 'post'], {
    procedure: oldNumber,
    timeLimit: {
      value: 7,
      unit: 'working_day',
      text: '3 ngày làm việc nếu số cũ đã có trong dữ liệu dân cư; chưa có thì 7 ngày làm việc.',
    },
    fees: [unknownFee('Lệ phí xác nhận số cũ', 'see_text', 'Cổng ghi: chưa quy định.', { cases: ['so-cmnd-cu'] })],
  })
}

export const canCuoc: Topic = {
  key: 'can-cuoc',
  kind: 'procedure',
  title: 'Thẻ căn cước',
  task: 'làm thẻ căn cước',
  summary: 'Làm thẻ lần đầu, đổi thẻ, làm lại thẻ mất, hỏng; ở bất kỳ công an cấp xã nào.',
  category: 'can-cuoc',
  procedures: [
    card,
    fromPortal({
      code: oldNumber,
      name: 'Xác nhận số chứng minh nhân dân 09 số, số định danh cá nhân (thực hiện tại cấp xã)',
      decision: { number: '4864/QĐ-BCA-C06', date: '2024-07-04' },
      updatedOn: '2026-04-29',
      recordId: '019d2bf7-8ebe-7182-ac6f-34705ba28589',
    }),
    replaced('1.014061', 'Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên', '019d2bf7-9e11-77ef-bf03-ae190acb0be3'),
    replaced('1.014062', 'Cấp thẻ căn cước cho người dưới 14 tuổi', '019d2bf7-9e16-74eb-bb7b-a492aadf15a0'),
    replaced('1.014063', 'Cấp đổi thẻ căn cước', '019d2bf7-9e0f-730b-9510-60349ebab5b2'),
    replaced('1.014064', 'Cấp lại thẻ căn cước', '019d2bf7-9e0b-7681-bd68-83f1e84c1cc7'),
  ],
  relatedProcedures: [
    {
      code: '3.000228',
      name: 'Cấp tài khoản định danh điện tử mức độ 02, căn cước điện tử cho công dân Việt Nam (cấp xã)',
      when: 'cần tài khoản VNeID',
    },
    {
      code: '1.014060',
      name: 'Tích hợp, cập nhật, điều chỉnh thông tin trên thẻ căn cước',
      when: 'muốn đưa thêm giấy tờ vào thẻ',
    },
  ],
  authority: {
    kind: 'ward_police',
    name: 'Công an cấp xã',
    whichOffice: 'Làm được ở bất kỳ công an cấp xã nào trên cả nước.',
    howToReach: null,
  },
  cases: [
    { id: 'tu-du-14-tuoi', label: 'Từ đủ 14 tuổi, lần đầu', words: [], procedure: code, documents: papers },
    {
      id: 'doi-the',
      label: 'Đổi thẻ',
      words: ['đổi căn cước', 'đổi thẻ', 'hết hạn', 'đổi cccd', 'sai thông tin', 'đổi sang căn cước'],
      procedure: code,
      documents: papersOfAnyAge,
    },
    {
      id: 'mat-the',
      label: 'Mất hoặc hỏng thẻ',
      words: [
        'bị mất',
        'rớt mất',
        'làm mất',
        'bị gãy',
        'làm lại thẻ',
        'mất căn cước',
        'mất cccd',
        'mất thẻ',
        'hỏng thẻ',
        'gãy thẻ',
        'rớt căn cước',
        'làm lại căn cước',
        'cấp lại',
      ],
      procedure: code,
      documents: papersOfAnyAge,
    },
    {
      id: 'duoi-14-tuoi',
      label: 'Trẻ dưới 14 tuổi',
      words: ['trẻ em', 'cho con', 'cho bé', 'cho cháu', 'dưới 14 tuổi', 'dưới 6 tuổi'],
      procedure: code,
      documents: [...papers.slice(0, 1), guardian, ...papers.slice(1)],
    },
    {
      id: 'so-cmnd-cu',
      label: 'Xác nhận số CMND cũ',
      words: ['cmnd 9 số', 'số cmnd cũ', 'xác nhận số chứng minh', 'chứng minh cũ', 'số chứng minh nhân dân'],
      procedure: oldNumber,
      documents: [
        {
          id: 'phieu-de-nghi',
          name: 'Phiếu đề nghị giải quyết thủ tục về căn cước',
          role: 'form',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: { number: 'DC02', issuedBy: 'Thông tư 17/2024/TT-BCA' },
          components: [`${oldNumber}-c1`],
        },
        {
          id: 'cmnd-cu',
          name: 'Chứng minh nhân dân cũ, nếu còn giữ',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: null,
          components: [`${oldNumber}-c2`],
        },
      ],
    },
  ],
  checklist: canCuocChecklist,
  steps: [
    {
      title: 'Đến hoặc đặt lịch',
      text: 'Đến công an cấp xã, hoặc đặt lịch trên Cổng Dịch vụ công quốc gia, VNeID sau khi thấy thông tin của mình đã đúng.',
    },
    { title: 'Đối chiếu', text: 'Nói họ tên, số định danh, nơi cư trú để cán bộ tra; thông tin sai thì sửa trước.' },
    {
      title: 'Vân tay, ảnh, mống mắt',
      text: 'Người từ đủ 6 tuổi được lấy vân tay, chụp ảnh, mống mắt; mất hoặc hỏng thẻ thì dùng dữ liệu lần gần nhất.',
    },
    { title: 'Nhận giấy hẹn', text: 'Ký phiếu, nộp lệ phí nếu có, nộp lại thẻ cũ nếu có, nhận giấy hẹn.' },
    { title: 'Nhận thẻ', text: 'Nhận tại nơi làm hoặc nhờ bưu điện gửi về, trả cước cho bưu điện.' },
  ],
  channels: [
    ...channels(['in_person'], {
      procedure: code,
      timeLimit: { value: 7, unit: 'working_day', text: '7 ngày làm việc.' },
      fees: cardFees(halfPrice),
    }),
    ...channels(['online'], {
      procedure: code,
      timeLimit: {
        value: 7,
        unit: 'working_day',
        text: '7 ngày làm việc; làm lại thẻ mất, hỏng trọn vẹn trên mạng thì 5 ngày làm việc.',
      },
      fees: cardFees(halfPrice, freeOnline),
      note: 'Trẻ dưới 6 tuổi: người đại diện làm trọn vẹn trên Cổng hoặc VNeID.',
    }),
    ...oldNumberChannels(),
  ],
  results: ['Thẻ căn cước', 'Giấy xác nhận số chứng minh nhân dân cũ và số định danh'],
  eligibility: [
    'Người từ đủ 14 tuổi tự đi làm; trẻ từ 6 đến dưới 14 tuổi đi cùng người đại diện.',
    'Trẻ dưới 6 tuổi thì người đại diện làm trên mạng.',
    'Đổi thẻ khi đến tuổi 14, 25, 40, 60 hoặc khi thông tin trên thẻ thay đổi.',
  ],
  advice: [
    'Thông tin trong dữ liệu dân cư sai thì phải sửa xong mới làm được thẻ.',
    'Làm lần đầu không thu lệ phí; đổi và làm lại thì có thu.',
  ],
  legalBases: laws(
    '26/2023/QH15',
    '70/2024/NĐ-CP',
    '73/2024/TT-BTC',
    '64/2025/TT-BTC',
    '117/2026/TT-BTC',
    '17/2024/TT-BCA',
    '53/2025/TT-BCA',
    '16/2024/TT-BCA',
    '18/2024/TT-BCA',
  ),
  scheduledChanges: [
    { date: '2027-01-01', text: 'Hết đợt giảm 50% lệ phí đổi, làm lại thẻ (Thông tư 64/2025/TT-BTC).', rewrite: false },
    {
      date: '2027-03-01',
      text: 'Hết đợt miễn lệ phí khi nộp trực tuyến bằng VNeID mức 2 (Thông tư 117/2026/TT-BTC).',
      rewrite: false,
    },
  ],
  disagreements: [
    {
      aspect: 'steps',
      text: 'Các bước lấy từ hướng dẫn của bốn mã cũ, trước Quyết định 5230/QĐ-BCA-C06.',
    },
    {
      aspect: 'form',
      text: 'Hướng dẫn cũ dùng mẫu DC02 làm phiếu đề nghị cấp thẻ; theo quyết định mới, phiếu đề nghị là CC01. Hỏi công an phường trước khi điền.',
    },
  ],
  sources: [identityDecision, portal],
  facts: [
    { subject: 'faster-online-replacement', value: '05 ngày làm việc', source: identityDecision.id, record: code },
    { subject: 'waiver-condition', value: 'VNeID mức 2', source: identityDecision.id, record: code },
    { subject: 'children-online', value: 'dưới 6 tuổi', source: identityDecision.id, record: code },
    { subject: 'children-papers', value: 'dưới 14 tuổi', source: identityDecision.id, record: code },
    { subject: 'first-card-age', value: 'từ đủ 14 tuổi', source: portal.id, record: '1.014061' },
    { subject: 'biometrics-age', value: 'từ đủ 06 tuổi', source: portal.id, record: '1.014063' },
    { subject: 'ages-to-change', value: '14, 25, 40, 60', source: identityDecision.id, record: 'checklist:can-cuoc' },
    { subject: 'old-number-known', value: '03 ngày làm việc', source: portal.id, record: oldNumber },
    { subject: 'reform-from', value: '01/7/2025', source: portal.id, record: oldNumber },
    { subject: 'old-number-length', value: '09 số', source: portal.id, record: oldNumber },
  ],
  effectiveFrom: '2026-08-18',
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    {
      code: 'PARTIAL_RECORD',
      procedure: code,
      text: 'Dựng từ hai người đọc lại Quyết định 5230/QĐ-BCA-C06; chưa có bản ghi của Cổng, giấy tờ và mẫu cần xem lại.',
    },
    ...['1.014061', '1.014062', '1.014063', '1.014064'].map(procedure => ({
      code: 'CODE_SUPERSEDED',
      procedure,
      text: 'Mã này đã gộp vào thủ tục mới 1.116410 theo Quyết định 5230/QĐ-BCA-C06 ngày 18/08/2026.',
    })),
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure: oldNumber,
      text: 'Quyết định 4864/QĐ-BCA-C06 ngày 04/07/2024 có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi giải quyết.',
    },
    {
      code: 'MENTIONS_ABOLISHED',
      procedure: oldNumber,
      text: 'Bản gốc nhắc Chứng minh nhân dân, nay không còn dùng; việc này vốn là xác nhận số cũ.',
    },
  ],
  aliases: [
    'làm căn cước',
    'làm CCCD',
    'căn cước công dân',
    'căn cước gắn chip',
    'đổi căn cước',
    'mất căn cước',
    'căn cước hết hạn',
    'chứng minh thư',
    'chứng minh nhân dân',
    'làm lại CCCD',
    'căn cước cho con',
    'thẻ căn cước cho trẻ em',
    'rớt mất thẻ căn cước',
    'xác nhận số chứng minh cũ',
    'CMND hết hạn',
    'làm thẻ căn cước',
    'thẻ căn cước mới',
    'cấp lại căn cước',
    'mất CCCD',
    'mất giấy tờ tùy thân',
    'đổi CMND sang căn cước',
    'làm chứng minh',
  ],
  exampleQuestions: [
    'Tôi làm rơi mất căn cước, làm lại ở đâu?',
    'Cháu nhà tôi đủ tuổi làm căn cước lần đầu thì mang gì theo?',
    'Thẻ căn cước hết hạn rồi đổi mất bao nhiêu tiền?',
    'Đang ở trọ tỉnh khác có làm căn cước ở đây được không?',
    'Làm căn cước cho đứa nhỏ ba tuổi có phải đưa nó đi không?',
    'Thẻ bị gãy, đọc không được thì đổi hay làm lại?',
    'Ngân hàng hỏi số chứng minh cũ khác số căn cước, xin giấy xác nhận ở đâu?',
    'Làm căn cước mấy ngày thì có thẻ?',
  ],
  confusableWith: [
    {
      topic: 'dinh-danh-vneid',
      difference: 'Căn cước là tấm thẻ cầm tay; tài khoản định danh mức 2 trên VNeID là việc riêng.',
    },
    {
      topic: 'chung-thuc-ban-sao',
      difference: 'Làm, đổi, làm lại thẻ là việc của công an; photo căn cước rồi đóng dấu là chứng thực bản sao.',
    },
    {
      topic: 'thuong-tru',
      difference: 'Căn cước là làm thẻ; đổi nơi ở trên dữ liệu (nhập hộ khẩu) là đăng ký thường trú.',
    },
    {
      topic: 'ho-chieu',
      difference: 'Thẻ căn cước làm ở công an phường; hộ chiếu đi nước ngoài làm ở công an tỉnh, thành phố.',
    },
  ],
}
