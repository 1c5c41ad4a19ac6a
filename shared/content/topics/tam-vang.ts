import type { Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import {
  newerLawFlag,
  newLawFact,
  oldIdentityCardFlag,
  receptionFacts,
  receptionHours,
  residenceAuthority,
  residenceLaws,
  residenceResult,
  residenceSources,
  residenceSteps,
} from '../residence.ts'
import { fromPortal, portal, residenceReading } from '../sources.ts'

const code = '1.003677'

export const tamVang: Topic = {
  key: 'tam-vang',
  kind: 'procedure',
  title: 'Khai báo tạm vắng',
  task: 'khai báo tạm vắng',
  summary: 'Báo với công an nơi đang ở trước khi đi vắng, đối với người thuộc diện phải khai báo.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Khai báo tạm vắng',
      decision: { number: '9354/QĐ-BCA-C06', date: '2025-11-20' },
      updatedOn: '2026-04-29',
      recordId: '019d2bf7-6f56-704f-95b8-8d949272c6ad',
    }),
  ],
  relatedProcedures: [
    { code: '1.004194', name: 'Đăng ký tạm trú', when: 'đến nơi khác ở trọ, ở có thời hạn' },
    {
      code: '1.013138',
      name: 'Thủ tục đăng ký nghĩa vụ quân sự tạm vắng',
      when: 'đã đăng ký nghĩa vụ quân sự mà đi xa',
    },
  ],
  authority: {
    ...residenceAuthority,
    whichOffice:
      'Đến công an nơi đang ở hoặc điểm tiếp nhận; diện thông thường còn báo được qua số điện thoại, hộp thư điện tử do công an niêm yết.',
  },
  cases: [
    {
      id: 'thong-thuong',
      label: 'Diện thông thường',
      words: [],
      procedure: code,
      documents: [
        {
          id: 'noi-dung-khai-bao',
          name: 'Lời khai gồm họ tên, số định danh hoặc số hộ chiếu, lý do, thời gian vắng và nơi đến',
          role: 'submit',
          originals: null,
          copies: null,
          condition: null,
          note: 'Người chưa thành niên thì cha, mẹ hoặc người giám hộ khai.',
          form: null,
          components: [`${code}-c3`],
        },
      ],
    },
    {
      id: 'dang-bi-giam-sat',
      label: 'Đang được giám sát, quản lý',
      words: ['án treo', 'tại ngoại', 'bị can', 'quản chế', 'đang bị giám sát', 'giáo dục tại phường', 'cải tạo'],
      procedure: code,
      documents: [
        {
          id: 'de-nghi',
          name: 'Đề nghị khai báo tạm vắng',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: null,
          components: [`${code}-c1`],
        },
        {
          id: 'van-ban-dong-y',
          name: 'Văn bản đồng ý của cơ quan đang giám sát, quản lý, giáo dục người đó',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: null,
          components: [`${code}-c2`],
        },
      ],
    },
  ],
  steps: residenceSteps(null, 'Nhận phiếu khai báo tạm vắng hoặc thông báo theo ngày trên phiếu hẹn.'),
  channels: channels(['online'], {
    timeLimit: {
      value: 1,
      unit: 'working_day',
      text: '1 ngày; việc phức tạp thì không quá 2 ngày làm việc.',
    },
    fees: [],
    note: `Trang của công an phường, Cổng dịch vụ công Bộ Công an cũng nhận. ${receptionHours}`,
  }),
  results: ['Phiếu khai báo tạm vắng (CT03)', residenceResult, 'Dữ liệu cư trú được cập nhật'],
  eligibility: [
    'Ai phải khai báo và đi bao lâu thì phải khai ghi ở khoản 1 Điều 31 Luật Cư trú; không chắc thì gọi hỏi công an phường.',
    'Diện ở điểm a, điểm b của khoản này cần thêm văn bản đồng ý của cơ quan đang giám sát, quản lý.',
  ],
  advice: ['Đến nơi mới ở có thời hạn thì đăng ký tạm trú ở nơi đó.'],
  legalBases: residenceLaws('56/2021/TT-BCA'),
  scheduledChanges: [],
  disagreements: [
    {
      aspect: 'where',
      text: 'Cổng chỉ lập dòng nộp trực tuyến, nhưng phần ghi chú nêu cả cách báo trực tiếp và qua điện thoại.',
    },
  ],
  sources: residenceSources,
  facts: [
    newLawFact(code),
    { subject: 'new-form', value: 'CT01 mới', source: residenceReading.id, record: code },
    ...receptionFacts(code),
    { subject: 'article-on-absence', value: 'khoản 1 Điều 31 Luật Cư trú', source: portal.id, record: code },
    { subject: 'complicated-cases', value: '02 ngày làm việc', source: portal.id, record: code },
    { subject: 'usual-cases', value: '01 ngày', source: portal.id, record: code },
    { subject: 'slip', value: 'CT03', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [oldIdentityCardFlag(code), newerLawFlag(code)],
  aliases: [
    'tạm vắng',
    'khai báo tạm vắng',
    'báo tạm vắng',
    'đăng ký tạm vắng',
    'giấy tạm vắng',
    'khai tạm vắng',
    'làm tạm vắng',
    'đi vắng cả năm',
    'khóa cửa đi xa',
    'đi vắng lâu ngày',
    'đi làm ăn xa',
    'đi khỏi địa phương',
    'vắng nhà mấy tháng',
    'đi biển dài ngày',
    'đi xa phải báo công an',
    'đang án treo muốn đi xa',
  ],
  exampleQuestions: [
    'Tôi đi làm ăn xa nửa năm, có phải lên phường báo tạm vắng không?',
    'Vợ chồng tui vô Nam phụ con trông cháu cả năm, nhà khóa cửa thì có phải khai báo gì không?',
    'Khai báo tạm vắng qua điện thoại được không?',
    'Em trai đang hưởng án treo muốn đi thăm mẹ ở tỉnh khác thì xin phép ai?',
    'Giấy tạm vắng cần những gì, lấy liền được không?',
    'Con tôi đi học xa nhà thì khai tạm vắng ở đây hay chỉ khai chỗ trọ thôi?',
  ],
  confusableWith: [
    {
      topic: 'tam-tru',
      difference: 'Tạm vắng khai ở nơi đi; tạm trú đăng ký ở nơi đến.',
    },
    {
      topic: 'luu-tru',
      difference: 'Tạm vắng là mình đi khỏi nơi ở; lưu trú là có khách đến ngủ lại nhà mình.',
    },
    {
      topic: 'nghia-vu-quan-su',
      difference:
        'Tạm vắng cư trú báo công an; người đã đăng ký nghĩa vụ quân sự đi xa còn phải báo Ban Chỉ huy quân sự.',
    },
  ],
}
