import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { troCapNguoiCaoTuoiChecklist } from '../checklists/tro-cap-nguoi-cao-tuoi.ts'
import { laws } from '../laws.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.014027'

const request: RequiredDocument = {
  id: 'van-ban-de-nghi',
  name: 'Văn bản đề nghị hưởng trợ cấp hưu trí xã hội',
  role: 'form',
  originals: 1,
  copies: 0,
  condition: null,
  note: null,
  form: { number: '01', issuedBy: 'Nghị định 176/2025/NĐ-CP' },
  components: [`${code}-c1`],
}

export const troCapNguoiCaoTuoi: Topic = {
  key: 'tro-cap-nguoi-cao-tuoi',
  kind: 'procedure',
  title: 'Trợ cấp người cao tuổi (hưu trí xã hội)',
  task: 'xin trợ cấp người cao tuổi',
  summary:
    'Tiền hằng tháng cho người từ đủ 75 tuổi (hộ nghèo, cận nghèo từ đủ 70 tuổi), không có hoặc có lương hưu thấp.',
  category: 'bao-tro-xa-hoi',
  procedures: [
    fromPortal({
      code,
      name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội',
      decision: { number: '2180/QĐ-BYT', date: '2025-06-30' },
      updatedOn: '2026-05-04',
      recordId: '019d2bff-2d80-74d8-8515-90f6f61822f0',
    }),
  ],
  relatedProcedures: [
    {
      code: '1.014028',
      name: 'Hỗ trợ chi phí mai táng đối với đối tượng hưởng trợ cấp hưu trí xã hội',
      when: 'người đang hưởng đã mất',
    },
    {
      code: '1.001776',
      name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng',
      when: 'là người khuyết tật, trẻ mồ côi hoặc hoàn cảnh khó khăn khác',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Làm ở nơi đang cư trú.',
    howToReach: null,
  },
  cases: [
    { id: 'xin-huong', label: 'Xin hưởng lần đầu', words: [], procedure: code, documents: [request] },
    {
      id: 'chuyen-noi-o',
      label: 'Đang hưởng, đổi nơi ở',
      words: ['chuyển nơi ở', 'chuyển chỗ ở', 'đổi nơi nhận', 'đang hưởng', 'thay đổi thông tin'],
      procedure: code,
      documents: [
        {
          ...request,
          name: 'Văn bản đề nghị nhận trợ cấp ở nơi mới, hoặc thay đổi thông tin',
          note: 'Nơi cũ thôi trả và gửi giấy tờ sang; nơi mới trả tiếp từ tháng nơi cũ thôi trả.',
        },
      ],
    },
  ],
  checklist: troCapNguoiCaoTuoiChecklist,
  steps: [
    { title: 'Nộp giấy đề nghị', text: 'Nộp Mẫu số 01 tại phường, gửi bưu điện hoặc nộp trực tuyến.' },
    { title: 'Phường xem xét', text: 'Phường đối chiếu dữ liệu dân cư rồi quyết định trong 10 ngày làm việc.' },
    {
      title: 'Nhận tiền',
      text: 'Được tính từ tháng Chủ tịch Ủy ban nhân dân phường ký quyết định; không đủ điều kiện thì có văn bản nói rõ lý do.',
    },
  ],
  channels: channels(['in_person', 'online', 'post'], {
    timeLimit: { value: 10, unit: 'working_day', text: '10 ngày làm việc kể từ ngày nhận giấy đề nghị.' },
    fees: [unknownFee('Lệ phí', 'not_stated', 'Nguồn cũng không ghi mức tiền được hưởng.')],
  }),
  results: ['Quyết định trợ cấp hưu trí xã hội', 'Quyết định điều chỉnh', 'Quyết định thôi hưởng'],
  eligibility: [
    'Người Việt Nam từ đủ 75 tuổi trở lên.',
    'Từ đủ 70 đến dưới 75 tuổi thì phải thuộc hộ nghèo hoặc hộ cận nghèo.',
    'Không có lương hưu, trợ cấp bảo hiểm xã hội hằng tháng; hoặc có nhưng thấp hơn mức trợ cấp này.',
    'Có văn bản đề nghị.',
  ],
  advice: [
    'Nguồn không ghi số tiền hằng tháng; gọi phường để hỏi.',
    'Người đang hưởng mất hoặc không còn đủ điều kiện thì thôi hưởng từ tháng liền sau.',
  ],
  legalBases: laws('41/2024/QH15', '176/2025/NĐ-CP', '42/2025/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    { subject: 'reform-from', value: '01/7/2025', source: portal.id, record: code },
    { subject: 'age', value: 'từ đủ 75 tuổi', source: portal.id, record: code },
    { subject: 'age-of-the-poor', value: 'từ đủ 70 tuổi', source: portal.id, record: code },
    { subject: 'age-of-the-poor-until', value: 'dưới 75 tuổi', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure: code,
      text: 'Quyết định 2180/QĐ-BYT ngày 30/06/2025 có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi giải quyết.',
    },
  ],
  aliases: [
    'trợ cấp người già',
    'tiền người già',
    'tiền người cao tuổi',
    'hưu trí xã hội',
    'trợ cấp hưu trí xã hội',
    'trợ cấp 75 tuổi',
    'người già không có lương hưu',
    'tiền trợ cấp tuổi già',
    'tiền dưỡng già hằng tháng',
    'chế độ cho ông bà già',
    'trợ cấp cho mẹ già',
    'lãnh tiền già',
    'tiền tuổi già',
    'trợ cấp cho người cao tuổi',
    'chế độ người cao tuổi',
    'ông bà già không lương',
    'mẹ già không có lương hưu',
  ],
  exampleQuestions: [
    'Mẹ tôi 75 tuổi không có lương hưu thì được trợ cấp gì?',
    'Bao nhiêu tuổi thì được lãnh tiền người già hằng tháng?',
    'Hộ cận nghèo 70 tuổi có được hưởng chưa?',
    'Ông tôi có lương hưu ít thì có xin thêm được không?',
    'Đang lãnh tiền người già mà dọn về ở với con gái thì làm sao lãnh tiếp?',
    'Xin trợ cấp tuổi già nộp giấy ở đâu?',
    'Nộp đơn rồi bao lâu mới có tiền?',
  ],
  confusableWith: [
    {
      topic: 'tro-cap-xa-hoi',
      difference:
        'Đây là trợ cấp cho người cao tuổi không có lương hưu; người khuyết tật, trẻ mồ côi theo trợ cấp xã hội.',
    },
    {
      topic: 'bhxh',
      difference: 'Trợ cấp này dành cho người không có lương hưu; lương hưu thì hỏi cơ quan bảo hiểm xã hội.',
    },
    {
      topic: 'mai-tang',
      difference: 'Đây là tiền hằng tháng lúc còn sống; người già đã mất thì xin tiền mai táng.',
    },
  ],
}
