import type { Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import { laws } from '../laws.ts'
import { oldIdentityCardFlag } from '../residence.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.010386'
const terms = {
  timeLimit: {
    value: 1,
    unit: 'working_day',
    text: 'báo mất trong 2 ngày làm việc; công an cấp xã trả lời sau 1 ngày làm việc, Cục Quản lý xuất nhập cảnh hủy hộ chiếu sau 1 ngày làm việc nữa.',
  },
  fees: [],
} satisfies Pick<Topic['channels'][number], 'timeLimit' | 'fees'>

export const matHoChieu: Topic = {
  key: 'mat-ho-chieu',
  kind: 'procedure',
  title: 'Trình báo mất hộ chiếu',
  task: 'trình báo mất hộ chiếu',
  summary: 'Báo mất hộ chiếu ở trong nước để hủy hộ chiếu đó; báo ở công an cấp xã gần nhất.',
  category: 'cong-an-quan-su',
  procedures: [
    fromPortal({
      code,
      name: 'Trình báo mất hộ chiếu phổ thông (thực hiện tại cấp xã)',
      decision: { number: '5568/QĐ-BCA', date: '2023-08-15' },
      updatedOn: '2026-04-29',
      recordId: '019d2bf7-868d-73ed-93ce-00643818b2e7',
    }),
  ],
  relatedProcedures: [
    {
      code: '1.010055',
      name: 'Trình báo mất giấy thông hành (thực hiện tại cấp xã)',
      when: 'mất giấy thông hành biên giới',
    },
  ],
  authority: {
    kind: 'ward_police',
    name: 'Công an cấp xã',
    whichOffice: 'Báo ở công an cấp xã nơi gần nhất.',
    howToReach: null,
  },
  cases: [
    {
      id: 'mat-ho-chieu',
      label: 'Mất hộ chiếu ở trong nước',
      words: [],
      procedure: code,
      documents: [
        {
          id: 'tk05',
          name: 'Đơn trình báo mất hộ chiếu phổ thông',
          role: 'form',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Người chưa đủ 14 tuổi, người mất năng lực hành vi, khó khăn trong nhận thức thì người đại diện khai và ký thay.',
          form: { number: 'TK05', issuedBy: 'Thông tư 31/2023/TT-BCA' },
          components: [`${code}-c1`],
        },
        {
          id: 'can-cuoc',
          name: 'Thẻ căn cước hoặc căn cước công dân, còn hạn',
          role: 'present',
          originals: null,
          copies: null,
          condition: null,
          note: null,
          form: null,
          components: [],
        },
      ],
    },
  ],
  steps: [
    {
      title: 'Nộp đơn',
      text: 'Nộp tại công an cấp xã gần nhất, mang thẻ căn cước còn hạn để đối chiếu; hoặc gửi bưu điện, nộp trực tuyến.',
    },
    { title: 'Cán bộ xem đơn', text: 'Đơn đủ thì được nhận; thiếu thì cán bộ chỉ cách ghi lại.' },
    {
      title: 'Nhận thông báo',
      text: 'Công an cấp xã báo đã nhận đơn; Cục Quản lý xuất nhập cảnh báo đã hủy hộ chiếu.',
    },
  ],
  channels: [
    ...channels(['in_person'], {
      ...terms,
      note: 'Nhận hồ sơ thứ 2 đến thứ 6; sáng thứ 7 tùy nơi, trừ ngày lễ, tết.',
    }),
    ...channels(['online'], { ...terms, note: 'Cổng dịch vụ công Bộ Công an cũng nhận.' }),
    ...channels(['post'], terms),
  ],
  results: [
    'Thông báo về việc chuyển đơn trình báo mất hộ chiếu (mẫu VB01)',
    'Thông báo của Cục Quản lý xuất nhập cảnh về việc giải quyết đơn (mẫu VB03)',
  ],
  eligibility: [
    'Báo trong 2 ngày làm việc kể từ ngày phát hiện mất.',
    'Có lý do bất khả kháng thì báo muộn hơn được, nhưng ghi rõ lý do trong đơn.',
  ],
  advice: ['Trình báo là để hủy hộ chiếu đã mất; làm hộ chiếu mới là việc khác, xem mục hộ chiếu.'],
  legalBases: laws('49/2019/QH14', '31/2023/TT-BCA'),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    { subject: 'deadline-to-report', value: '02 ngày làm việc', source: portal.id, record: code },
    { subject: 'children', value: 'chưa đủ 14 tuổi', source: portal.id, record: code },
    { subject: 'reception-days', value: 'thứ 2 đến thứ 6', source: portal.id, record: code },
    { subject: 'reception-on-saturday', value: 'sáng thứ 7', source: portal.id, record: code },
    { subject: 'receipt-form', value: 'VB01', source: portal.id, record: code },
    { subject: 'result-form', value: 'VB03', source: portal.id, record: code },
    { subject: 'reform-from', value: '01/7/2025', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure: code,
      text: 'Quyết định 5568/QĐ-BCA ngày 15/08/2023 có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi giải quyết.',
    },
    oldIdentityCardFlag(code),
  ],
  aliases: [
    'mất hộ chiếu',
    'mất passport',
    'rớt hộ chiếu',
    'rơi mất hộ chiếu',
    'hộ chiếu bị mất cắp',
    'bị móc túi mất hộ chiếu',
    'bị lấy trộm hộ chiếu',
    'thất lạc hộ chiếu',
    'báo mất hộ chiếu',
    'trình báo mất hộ chiếu',
    'kiếm không ra hộ chiếu',
    'hủy hộ chiếu bị mất',
    'mất pát po',
  ],
  exampleQuestions: [
    'Tôi đi chợ bị móc túi mất luôn quyển hộ chiếu, phải báo ai?',
    'Làm mất passport ở nhà chứ không phải nước ngoài thì trình báo ở đâu?',
    'Báo mất hộ chiếu trong mấy ngày kể từ khi biết mất?',
    'Mất hộ chiếu của con nhỏ thì ai ký đơn?',
    'Báo mất hộ chiếu trên mạng được không?',
    'Hộ chiếu rớt đâu không biết, sợ kẻ gian lấy xài thì làm sao hủy?',
  ],
  confusableWith: [
    {
      topic: 'ho-chieu',
      difference: 'Trình báo là báo mất để hủy hộ chiếu cũ; xin hộ chiếu mới là việc của công an tỉnh, thành phố.',
    },
    {
      topic: 'can-cuoc',
      difference: 'Mất thẻ căn cước thì làm lại thẻ căn cước; mất hộ chiếu thì trình báo.',
    },
  ],
}
