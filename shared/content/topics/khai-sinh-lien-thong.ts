import type { NationalProcedure, ReviewFlag, Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import { laws } from '../laws.ts'
import { beforeReform, reformFact, speaksOf } from '../review.ts'
import { civilStatusReading, fromPortal, linkedBirthDecision, portal } from '../sources.ts'

const code = '3.000722'

const bundle: NationalProcedure = {
  code,
  name: 'Liên thông điện tử: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế, cấp thẻ căn cước cho trẻ em dưới 6 tuổi',
  decision: { number: '3582/QĐ-UBND', date: '2026-09-08' },
  status: 'active',
  supersededBy: [],
  source: linkedBirthDecision.id,
  sourceUrl: linkedBirthDecision.url,
  updatedOn: null,
  retrievedOn: '2026-11-21',
}

function repealed(former: string, name: string, recordId: string): NationalProcedure {
  return fromPortal({
    code: former,
    name,
    decision: { number: 'QĐ/0001-BTP', date: '2019-08-01' },
    updatedOn: '2026-04-20',
    recordId,
    supersededBy: [code],
  })
}

const withResidence = repealed(
  '2.000986',
  'Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  '019d2bfd-95d8-77dd-86c5-880463eb8dbe',
)
const insuranceOnly = repealed(
  '2.001023',
  'Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp Thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  '019d2bfd-95f7-7548-bce5-81bc8224b321',
)

function repealFlags(former: NationalProcedure, gone: string): ReviewFlag[] {
  return [
    {
      code: 'CODE_SUPERSEDED',
      procedure: former.code,
      text: 'Mã này bị bãi bỏ theo Quyết định 1868/QĐ-BTP, thay bằng thủ tục liên thông mới.',
    },
    beforeReform(former),
    speaksOf(former, gone),
    {
      code: 'NEWER_LAW',
      procedure: former.code,
      text: 'Nghị định 301/2026/NĐ-CP, có hiệu lực từ 01/09/2026, sửa Nghị định 63/2024/NĐ-CP về liên thông.',
    },
  ]
}

export const khaiSinhLienThong: Topic = {
  key: 'khai-sinh-lien-thong',
  kind: 'procedure',
  title: 'Làm gộp khai sinh, hộ khẩu, bảo hiểm cho trẻ',
  task: 'làm gộp khai sinh, thường trú, thẻ bảo hiểm cho trẻ',
  summary: 'Làm một lần trên mạng cho trẻ dưới 6 tuổi: khai sinh, đăng ký thường trú, thẻ bảo hiểm y tế, thẻ căn cước.',
  category: 'ho-tich',
  procedures: [bundle, withResidence, insuranceOnly],
  relatedProcedures: [
    { code: '1.001193', name: 'Thủ tục đăng ký khai sinh', when: 'chỉ cần Giấy khai sinh, hoặc muốn làm tại quầy' },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Nộp trên Cổng Dịch vụ công quốc gia; không tự làm được thì đến phường nhờ cán bộ hướng dẫn.',
    howToReach: null,
  },
  cases: [{ id: 'tre-duoi-6-tuoi', label: 'Trẻ dưới 6 tuổi', words: [], procedure: code, documents: [] }],
  steps: [
    {
      title: 'Nộp trên mạng',
      text: 'Nộp một lần trên Cổng Dịch vụ công quốc gia cho cả bốn việc, thay vì đi từng nơi.',
    },
  ],
  channels: channels(['online'], {
    timeLimit: null,
    fees: [],
    note: 'Tờ khai dùng mẫu mới, khác mẫu khai sinh riêng.',
  }),
  results: ['Giấy khai sinh', 'Kết quả đăng ký thường trú', 'Thẻ bảo hiểm y tế', 'Thẻ căn cước'],
  eligibility: ['Dành cho trẻ dưới 6 tuổi.'],
  advice: [
    'Nguồn chưa có giấy tờ, thời hạn và lệ phí của gói mới; gọi phường trước khi làm.',
    'Bản cũ của thủ tục này đòi sổ hộ khẩu và nộp tại quầy; bản đó đã bị bãi bỏ, đừng làm theo.',
  ],
  legalBases: laws('301/2026/NĐ-CP', '63/2024/NĐ-CP'),
  scheduledChanges: [
    {
      date: '2027-01-01',
      text: 'Thêm một số quy định của Nghị định 301/2026/NĐ-CP có hiệu lực; hỏi lại phường.',
      rewrite: false,
    },
    {
      date: '2027-03-01',
      text: 'Luật Hộ tịch mới (03/2026/QH16) có hiệu lực, cùng phần còn lại của Nghị định 301/2026/NĐ-CP.',
      rewrite: true,
    },
  ],
  disagreements: [],
  sources: [linkedBirthDecision, portal, civilStatusReading],
  facts: [
    { subject: 'new-rules-from', value: '01/9/2026', source: civilStatusReading.id, record: withResidence.code },
    { subject: 'repealed-by', value: '1868/QĐ-BTP', source: linkedBirthDecision.id, record: withResidence.code },
    { subject: 'new-law', value: '03/2026/QH16', source: civilStatusReading.id, record: '1.001193' },
    reformFact(withResidence.code),
  ],
  effectiveFrom: '2026-09-01',
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [
    {
      code: 'PARTIAL_RECORD',
      procedure: code,
      text: 'Tên lấy từ phụ lục Quyết định 3582/QĐ-UBND của Hải Phòng; chưa thấy giấy tờ, thời hạn, lệ phí.',
    },
    ...repealFlags(withResidence, 'cấp huyện, sổ hộ khẩu, thị trấn, công an cấp huyện'),
    ...repealFlags(insuranceOnly, 'cấp huyện'),
  ],
  aliases: [
    'liên thông khai sinh',
    'khai sinh kèm nhập hộ khẩu và thẻ bảo hiểm',
    'làm một lần khai sinh bảo hiểm hộ khẩu cho bé',
    'ba trong một cho trẻ sơ sinh',
    'bốn trong một cho em bé',
    'gộp giấy khai sinh với thẻ BHYT',
    'khai sinh và bảo hiểm y tế cho con cùng lúc',
    'làm trọn gói giấy tờ cho bé',
    'nộp chung khai sinh với hộ khẩu',
    'liên thông 3 thủ tục cho trẻ dưới 6 tuổi',
    'khai sinh xong có tự động có thẻ bảo hiểm không',
    'khai sinh liên thông',
    'làm gộp khai sinh và bảo hiểm',
    'khai sinh kèm thẻ bảo hiểm y tế',
    'khai sinh kèm căn cước cho bé',
    'khai sinh và nhập khẩu cho bé cùng lúc',
    'liên thông giấy tờ cho trẻ em',
    'khai sinh làm luôn bảo hiểm và hộ khẩu',
    'làm chung khai sinh bảo hiểm cho cháu',
  ],
  exampleQuestions: [
    'Con mới sinh, làm một lượt khai sinh rồi hộ khẩu với thẻ bảo hiểm luôn được không, khỏi đi nhiều chỗ?',
    'Nghe nói giờ nộp trên mạng một lần là bé có cả giấy khai sinh, thẻ bảo hiểm y tế, nhập khẩu, làm ở trang nào?',
    'Làm chung giấy khai sinh với thẻ bảo hiểm cho cháu thì bao lâu có đủ?',
    'Bé ba tháng tuổi, khai sinh với nhập hộ khẩu với BHYT nộp chung một bộ hồ sơ hay tách riêng?',
    'Gói liên thông cho trẻ em có làm luôn thẻ căn cước cho bé không?',
    'Đi làm khai sinh thì phường có làm luôn thẻ bảo hiểm y tế cho cháu không hay phải đi bảo hiểm xã hội?',
    'Nộp hồ sơ liên thông khai sinh có mất tiền không?',
  ],
  confusableWith: [
    {
      topic: 'khai-sinh',
      difference:
        'Làm gộp là xong cả khai sinh, thường trú, thẻ bảo hiểm, căn cước; chỉ cần giấy khai sinh thì làm khai sinh riêng.',
    },
    {
      topic: 'thuong-tru',
      difference: 'Làm gộp là cho trẻ chưa khai sinh; trẻ đã có khai sinh, chỉ nhập hộ khẩu thì đăng ký thường trú.',
    },
    {
      topic: 'bao-hiem-y-te',
      difference:
        'Làm gộp là cho trẻ chưa khai sinh; thẻ bảo hiểm mất, sai, của người lớn thì hỏi cơ quan bảo hiểm xã hội.',
    },
  ],
}
