import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { filledIn } from '../papers.ts'
import { beforeReform, reformFact } from '../review.ts'
import { fromPortal, portal, povertyReading } from '../sources.ts'

const duringTheYear = '1.011607'
const yearly = '1.011606'
const leaving = '1.011608'
const newDuringTheYear = '1.116215'
const newYearly = '1.116214'

const issuedBy = 'Quyết định 24/2021/QĐ-TTg'
const fees = [unknownFee('Lệ phí', 'not_stated', null)]
const fifteenDays: Topic['channels'][number]['timeLimit'] = { value: 15, unit: 'day', text: '15 ngày.' }

function expiring(record: Parameters<typeof fromPortal>[0]): Topic['procedures'][number] {
  return { ...fromPortal(record), status: 'expiring' }
}

/** Known from a list of new procedures only: no papers, no steps, no day of the decision. */
function listed(code: string, name: string): Topic['procedures'][number] {
  return {
    code,
    name,
    decision: { number: '3121/QĐ-BNNMT', date: null },
    status: 'active',
    supersededBy: [],
    source: povertyReading.id,
    sourceUrl: 'https://github.com/3-hWnG/intern-amazing-group_7',
    updatedOn: null,
    retrievedOn: '2026-11-21',
  }
}

const oldProcedures = [
  expiring({
    code: duringTheYear,
    name: 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm',
    decision: { number: '967/QĐ-BNNMT', date: '2025-04-18' },
    updatedOn: '2026-04-18',
    recordId: '019d2bfa-6008-72cb-9e63-83483f3a6e49',
    supersededBy: [newDuringTheYear],
  }),
  expiring({
    code: yearly,
    name: 'Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ hằng năm',
    decision: { number: '2306/QĐ-BNNMT', date: '2025-06-23' },
    updatedOn: '2026-04-20',
    recordId: '019d2bfa-5f68-74c6-89e9-78c8819cef86',
    supersededBy: [newYearly],
  }),
  expiring({
    code: leaving,
    name: 'Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm',
    decision: { number: '967/QĐ-BNNMT', date: '2025-04-18' },
    updatedOn: '2026-04-18',
    recordId: '019d2bfa-5fea-7127-aad7-661d12947846',
    supersededBy: [newDuringTheYear],
  }),
]

export const hoNgheo: Topic = {
  key: 'ho-ngheo',
  kind: 'procedure',
  title: 'Hộ nghèo, hộ cận nghèo',
  task: 'xin xét hộ nghèo, hộ cận nghèo',
  summary:
    'Xin phường xét và cấp giấy chứng nhận hộ nghèo, hộ cận nghèo, hoặc công nhận thoát nghèo; từ 01/01/2027 xét theo chuẩn mới.',
  category: 'bao-tro-xa-hoi',
  procedures: [
    ...oldProcedures,
    listed(
      newDuringTheYear,
      'Công nhận hộ nghèo, hộ cận nghèo trong năm theo chuẩn nghèo đa chiều quốc gia giai đoạn 2027-2030',
    ),
    listed(
      newYearly,
      'Công nhận hộ nghèo, hộ cận nghèo, hộ thoát nghèo định kỳ hằng năm theo chuẩn nghèo đa chiều quốc gia giai đoạn 2027-2030',
    ),
  ],
  relatedProcedures: [
    {
      code: '1.011609',
      name: 'Công nhận hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình',
      when: 'làm nông, lâm, ngư nghiệp hoặc làm muối và cần giấy mức sống trung bình',
    },
    {
      code: '3.000412',
      name: 'Công nhận người lao động có thu nhập thấp',
      when: 'cần giấy công nhận thu nhập thấp',
    },
    {
      code: '1.014632',
      name: 'Đăng ký mua, thuê mua, thuê nhà ở xã hội, vay vốn để hộ gia đình, cá nhân tự xây dựng hoặc cải tạo, sửa chữa nhà ở',
      when: 'muốn mua, thuê nhà ở xã hội hoặc vay vốn xây, sửa nhà',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: null,
    howToReach: null,
  },
  cases: [
    {
      id: 'trong-nam',
      label: 'Xin xét trong năm',
      words: [],
      procedure: duringTheYear,
      documents: [
        filledIn('giay-de-nghi', `${duringTheYear}-c1`, 'Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo', {
          number: '01',
          issuedBy,
        }),
      ],
    },
    {
      id: 'dinh-ky',
      label: 'Đợt rà soát hằng năm',
      words: ['định kỳ', 'cuối năm', 'rà soát hằng năm', 'đợt rà soát', 'hàng năm'],
      procedure: yearly,
      documents: [
        filledIn('giay-de-nghi', `${yearly}-c1`, 'Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo', {
          number: '01',
          issuedBy,
          note: 'Nhà đang có tên trong danh sách hộ nghèo, cận nghèo thì phường đưa vào đợt rà soát.',
        }),
      ],
    },
    {
      id: 'thoat-ngheo',
      label: 'Xin ra khỏi hộ nghèo',
      words: ['thoát nghèo', 'ra khỏi hộ nghèo', 'thoát cận nghèo', 'trả sổ hộ nghèo', 'không còn nghèo'],
      procedure: leaving,
      documents: [
        filledIn('giay-de-nghi-thoat', `${leaving}-c1`, 'Giấy đề nghị công nhận hộ thoát nghèo, hộ thoát cận nghèo', {
          number: '04',
          issuedBy,
        }),
      ],
    },
    {
      id: 'chuan-moi',
      label: 'Chuẩn nghèo mới từ 2027',
      words: ['chuẩn mới', 'chuẩn nghèo mới', 'năm 2027', 'sang năm', 'từ 2027', 'chuẩn nghèo đa chiều'],
      procedure: newDuringTheYear,
      documents: [],
    },
  ],
  steps: [
    { title: 'Nộp giấy đề nghị', text: 'Nộp tại phường hoặc gửi bưu điện.' },
    { title: 'Tới nhà xem xét', text: 'Người rà soát tới nhà hỏi han, tính điểm theo phiếu.' },
    { title: 'Họp tổ dân phố', text: 'Bà con họp góp ý; phải có ít nhất 50% người dự đồng ý.' },
    {
      title: 'Dán công khai',
      text: 'Kết quả dán ở nhà văn hóa và ở phường 3 ngày làm việc; có khiếu nại thì xem lại trong 7 ngày làm việc.',
    },
    {
      title: 'Nhận giấy chứng nhận',
      text: 'Chủ tịch phường công nhận và cấp giấy; không đủ điều kiện thì trả lời bằng văn bản, nói rõ lý do.',
    },
  ],
  channels: [
    ...channels(['in_person', 'post'], { procedure: duringTheYear, timeLimit: fifteenDays, fees }),
    ...channels(['in_person', 'post'], {
      procedure: yearly,
      timeLimit: { value: null, unit: null, text: 'theo đợt rà soát hằng năm; nguồn không ghi số ngày.' },
      fees,
    }),
    ...channels(['in_person', 'post'], { procedure: leaving, timeLimit: fifteenDays, fees }),
  ],
  results: [
    'Quyết định công nhận hộ nghèo, hộ cận nghèo và giấy chứng nhận',
    'Quyết định công nhận hộ thoát nghèo, hộ thoát cận nghèo',
  ],
  eligibility: ['Nguồn không ghi mức thu nhập; phường tính điểm theo phiếu khi tới nhà.'],
  advice: [
    'Hỗ trợ tiền xây, sửa nhà cho hộ nghèo: nguồn chưa có hướng dẫn, hỏi phường.',
    'Muốn có tên trong đợt rà soát mà chưa thuộc danh sách thì phải nộp giấy đề nghị.',
  ],
  legalBases: laws('24/2021/QĐ-TTg', '07/2021/TT-BLĐTBXH', '02/2022/TT-BLĐTBXH', '351/2025/NĐ-CP', '131/2025/NĐ-CP'),
  scheduledChanges: [
    {
      date: '2027-01-01',
      text: 'Xét theo chuẩn nghèo mới 2027-2030 (Nghị định 351/2025/NĐ-CP), mã thủ tục 1.116215 và 1.116214; các mã cũ thôi dùng.',
      rewrite: true,
    },
  ],
  disagreements: [],
  sources: [portal, povertyReading],
  facts: [
    reformFact(duringTheYear),
    { subject: 'assent', value: 'ít nhất 50%', source: portal.id, record: duringTheYear },
    { subject: 'posted', value: '03 ngày làm việc', source: portal.id, record: duringTheYear },
    { subject: 'second-look', value: '07 ngày làm việc', source: portal.id, record: duringTheYear },
    { subject: 'new-standard-from', value: '01/01/2027', source: povertyReading.id, record: newYearly },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    ...oldProcedures.flatMap(one => [
      beforeReform(one),
      {
        code: 'LAW_CHANGE_SCHEDULED',
        procedure: one.code,
        text: 'Từ 01/01/2027 dùng chuẩn nghèo mới và mã thủ tục mới; phải viết lại mục này trước ngày đó.',
      },
    ]),
    {
      code: 'PARTIAL_RECORD',
      procedure: newDuringTheYear,
      text: 'Mới biết mã, tên và quyết định; chưa có giấy tờ, các bước, thời hạn.',
    },
    { code: 'NAME_UNCERTAIN', procedure: newDuringTheYear, text: 'Mới thấy tên rút gọn; cần đối chiếu nguyên văn.' },
    {
      code: 'PARTIAL_RECORD',
      procedure: newYearly,
      text: 'Mới biết mã, tên và quyết định; chưa có giấy tờ, các bước, thời hạn.',
    },
  ],
  aliases: [
    'hộ nghèo',
    'hộ cận nghèo',
    'sổ hộ nghèo',
    'sổ nghèo',
    'giấy chứng nhận hộ nghèo',
    'xin vào hộ nghèo',
    'xét hộ nghèo',
    'giấy cận nghèo',
    'thoát nghèo',
    'rà soát hộ nghèo',
    'nhà khó khăn xin giấy nghèo',
    'diện nghèo',
    'gia đình khó khăn',
    'chuẩn nghèo',
    'xác nhận hộ nghèo cho con đi học',
    'sửa nhà cho hộ nghèo',
    'hộ khó khăn',
    'sổ cận nghèo',
    'xin giấy hộ nghèo',
    'bình xét hộ nghèo',
    'xác nhận hoàn cảnh khó khăn',
    'thuộc diện cận nghèo',
    'ra khỏi diện nghèo',
    'rút tên khỏi hộ nghèo',
    'thoát cận nghèo',
    'mức thu nhập hộ nghèo',
    'chuẩn nghèo đa chiều',
    'nhà nghèo có được vô sổ không',
    'khiếu nại kết quả xét nghèo',
  ],
  exampleQuestions: [
    'Nhà tôi khó khăn quá, chồng bệnh nằm đó, làm sao để được vào hộ nghèo?',
    'Xin sổ hộ nghèo nộp giấy tờ ở đâu, cho ai?',
    'Năm nay làm ăn khá hơn rồi, muốn rút tên khỏi danh sách nghèo thì viết đơn gì?',
    'Họp tổ dân phố xét hộ nghèo mà người ta không đồng ý thì có xin xét lại được không?',
    'Bao nhiêu ngày thì có giấy chứng nhận cận nghèo?',
    'Sang năm 2027 chuẩn nghèo thay đổi ra sao?',
    'Con tôi đi học cần giấy hộ nghèo, xin chỗ nào?',
    'Thu nhập bao nhiêu thì được tính là nghèo?',
    'Vợ chồng tôi thất nghiệp, con đông, có xin vô diện nghèo được không?',
    'Cuối năm tổ đi rà soát, nhà tôi phải làm gì để có tên?',
    'Tại sao nhà tôi bị đưa ra khỏi danh sách cận nghèo?',
    'Giấy hộ nghèo năm ngoái còn dùng được không hay phải xin lại?',
    'Xin xác nhận hộ nghèo để được miễn viện phí thì gặp ai?',
  ],
  confusableWith: [
    {
      topic: 'tro-cap-xa-hoi',
      difference: 'Đây là xin công nhận hộ nghèo, cận nghèo; tiền trợ cấp hằng tháng cho từng người là việc khác.',
    },
    {
      topic: 'tre-em-giao-duc',
      difference: 'Giấy hộ nghèo xin ở phường; tiền ăn trưa, chi phí học tập cho con thì nộp ở trường.',
    },
  ],
}
