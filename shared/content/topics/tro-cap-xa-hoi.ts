import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { troCapXaHoiChecklist } from '../checklists/tro-cap-xa-hoi.ts'
import { laws } from '../laws.ts'
import { filledIn, shown } from '../papers.ts'
import { beforeReform, reformFact } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.001776'
const checklist = 'checklist:tro-cap-hang-thang'
const issuedBy = 'Nghị định 20/2021/NĐ-CP'

const allowance = fromPortal({
  code,
  name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng',
  decision: { number: '2072/QĐ-BYT', date: '2025-06-24' },
  updatedOn: '2026-04-25',
  recordId: '019d2bfe-b7e6-740b-9573-24f800e8664d',
})

const identity = shown('can-cuoc', `${code}-c2`, 'Căn cước hoặc giấy có thông tin nơi cư trú', {
  note: 'Tra được trên dữ liệu dân cư thì không phải nộp thêm giấy về nơi ở.',
})

const disability = shown('giay-khuyet-tat', `${code}-c4`, 'Giấy xác nhận khuyết tật', {
  condition: 'xin cho người khuyết tật',
  note: 'Chưa có thì xin giấy này trước.',
})

export const troCapXaHoi: Topic = {
  key: 'tro-cap-xa-hoi',
  kind: 'procedure',
  title: 'Trợ cấp xã hội hằng tháng',
  task: 'xin trợ cấp xã hội hằng tháng',
  summary: 'Tiền hằng tháng cho người khuyết tật, trẻ mồ côi, người đơn thân nghèo nuôi con và người nhận chăm sóc họ.',
  category: 'bao-tro-xa-hoi',
  procedures: [allowance],
  relatedProcedures: [
    {
      code: '1.014027',
      name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội',
      when: 'là người cao tuổi không có lương hưu',
    },
    {
      code: '1.001699',
      name: 'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật',
      when: 'là người khuyết tật mà chưa có giấy xác nhận',
    },
    {
      code: '1.001731',
      name: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội',
      when: 'người đang hưởng đã mất',
    },
    {
      code: '2.000286',
      name: 'Tiếp nhận đối tượng bảo trợ xã hội có hoàn cảnh đặc biệt khó khăn vào cơ sở trợ giúp xã hội',
      when: 'muốn xin vào ở trung tâm nuôi dưỡng',
    },
    {
      code: '2.000282',
      name: 'Tiếp nhận đối tượng cần bảo vệ khẩn cấp vào cơ sở trợ giúp xã hội',
      when: 'cần nơi ở gấp để được bảo vệ',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Làm ở nơi đang cư trú.',
    howToReach: null,
  },
  cases: [
    {
      id: 'tro-cap-hang-thang',
      label: 'Xin trợ cấp hằng tháng',
      words: [],
      procedure: code,
      documents: [
        filledIn('to-khai', `${code}-c9`, 'Tờ khai xin trợ cấp, tùy diện còn có mẫu 1b, 1c, 1d, 1đ', {
          number: '1a',
          issuedBy,
          note: 'Hỏi phường nên lấy mẫu nào.',
        }),
        identity,
        disability,
        shown('giay-khai-sinh', `${code}-c1`, 'Giấy khai sinh của trẻ', {
          condition: 'xin cho trẻ em, cho người đơn thân nghèo hoặc người khuyết tật đang nuôi con',
        }),
        shown('giay-hiv', `${code}-c3`, 'Giấy của cơ quan y tế xác nhận nhiễm HIV', { condition: 'nhiễm HIV' }),
        shown('giay-mang-thai', `${code}-c5`, 'Giấy của cơ quan y tế xác nhận đang mang thai', {
          condition: 'là người khuyết tật đang mang thai',
        }),
      ],
    },
    {
      id: 'cham-soc-nuoi-duong',
      label: 'Nhận chăm sóc, nuôi dưỡng',
      words: [
        'nhận chăm sóc',
        'nhận nuôi dưỡng',
        'kinh phí chăm sóc',
        'người chăm sóc',
        'nuôi cháu mồ côi',
        'nuôi trẻ mồ côi',
        'chăm người khuyết tật',
      ],
      procedure: code,
      documents: [
        filledIn('to-khai-nhan-cham-soc', `${code}-c7`, 'Tờ khai của người nhận chăm sóc, nuôi dưỡng', {
          number: '2b',
          issuedBy,
        }),
        filledIn('to-khai-ho-gia-dinh', `${code}-c8`, 'Tờ khai của gia đình', {
          number: '2a',
          issuedBy,
          condition: 'gia đình có người khuyết tật',
        }),
        filledIn('to-khai-nguoi-duoc-cham-soc', `${code}-c6`, 'Tờ khai của người được chăm sóc', {
          number: '03',
          issuedBy,
          condition: 'người được chăm sóc không hưởng trợ cấp hằng tháng',
        }),
        identity,
        disability,
      ],
    },
  ],
  checklist: troCapXaHoiChecklist,
  steps: [
    { title: 'Nộp tờ khai', text: 'Người xin hoặc người giám hộ nộp cho phường, gửi bưu điện hoặc nộp trực tuyến.' },
    { title: 'Phường xem xét', text: 'Phường đối chiếu dữ liệu dân cư rồi quyết định trong 10 ngày làm việc.' },
    {
      title: 'Nhận tiền',
      text: 'Tính từ tháng Chủ tịch phường ký quyết định; không đủ điều kiện thì có văn bản nói rõ lý do.',
    },
  ],
  channels: channels(['in_person', 'online', 'post'], {
    timeLimit: { value: 10, unit: 'working_day', text: '10 ngày làm việc kể từ ngày nhận giấy tờ.' },
    fees: [unknownFee('Lệ phí', 'not_stated', 'Nguồn cũng không ghi mức tiền được hưởng.')],
  }),
  results: [
    'Quyết định trợ cấp hoặc hỗ trợ kinh phí chăm sóc, nuôi dưỡng',
    'Quyết định điều chỉnh',
    'Quyết định thôi hưởng',
  ],
  eligibility: [
    'Người khuyết tật nặng, đặc biệt nặng, đã có giấy xác nhận khuyết tật.',
    'Trẻ mồ côi, trẻ nhiễm HIV, trẻ dưới 3 tuổi thuộc hộ nghèo.',
    'Người đơn thân nghèo đang nuôi con; người nhiễm HIV thuộc hộ nghèo.',
    'Người, gia đình nhận chăm sóc, nuôi dưỡng những người trên.',
    'Diện hưởng đầy đủ nằm ở Điều 5 Nghị định 20/2021/NĐ-CP; hỏi phường để biết chắc.',
  ],
  advice: [
    'Mức tiền mỗi tỉnh, thành phố có thể cao hơn mức chuẩn; nguồn không ghi số tiền, gọi phường để hỏi.',
    'Đang hưởng mà dọn đi nơi khác thì báo phường: nơi cũ gửi giấy tờ sang, nơi mới trả tiếp từ tháng nơi cũ thôi trả.',
    'Người đang hưởng mất hoặc không còn đủ điều kiện thì thôi hưởng từ tháng liền sau.',
  ],
  legalBases: laws('20/2021/NĐ-CP', '147/2025/NĐ-CP', '104/2022/NĐ-CP', '42/2025/NĐ-CP', '45/2025/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    reformFact(code),
    { subject: 'who', value: 'Điều 5', source: portal.id, record: code },
    { subject: 'age-of-the-child', value: 'dưới 3 tuổi', source: portal.id, record: checklist },
    { subject: 'other-forms', value: '1a, 1b, 1c, 1d, 1đ', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    beforeReform(allowance),
    {
      code: 'SOURCE_TEXT_DEFECT',
      procedure: code,
      text: 'Phần điều kiện trong bản gốc bị cắt mất đoạn đầu; cần đọc lại nghị định.',
    },
  ],
  aliases: [
    'trợ cấp xã hội',
    'bảo trợ xã hội',
    'tiền khuyết tật hằng tháng',
    'lãnh tiền tàn tật',
    'trợ cấp trẻ mồ côi',
    'trợ cấp mẹ đơn thân',
    'trợ cấp đơn thân nuôi con',
    'tiền nuôi người tâm thần',
    'trợ cấp cho người bị tâm thần',
    'tiền chăm sóc người khuyết tật nặng',
    'tiền xã hội hằng tháng',
    'lãnh tiền bảo trợ',
    'trợ cấp thường xuyên cho người bệnh nằm một chỗ',
    'trợ cấp trẻ dưới ba tuổi hộ nghèo',
    'nuôi cháu mồ côi có được trợ cấp',
    'chế độ cho người nhiễm HIV nghèo',
    'tiền trợ cấp khuyết tật',
    'trợ cấp người tàn tật',
    'mồ côi cha mẹ được hưởng gì',
    'hỗ trợ người nuôi trẻ mồ côi',
    'trợ cấp người điên',
    'tiền hàng tháng cho con bại não',
    'trợ cấp hàng tháng cho hoàn cảnh khó khăn',
    'tiền nuôi dưỡng trẻ bị bỏ rơi',
    'dọn nhà chuyển nơi lãnh trợ cấp',
  ],
  exampleQuestions: [
    'Con tôi bị bại não, đã có giấy khuyết tật, xin tiền hằng tháng thế nào?',
    'Hai cháu mất cả cha lẫn mẹ đang ở với bà ngoại thì được lãnh tiền gì?',
    'Một mình nuôi hai đứa nhỏ, nhà thuộc hộ nghèo, có được trợ cấp không?',
    'Em trai tôi bị tâm thần, tôi nuôi nó mấy chục năm nay, nhà nước có phụ thêm cho người chăm không?',
    'Hồ sơ hưởng trợ cấp xã hội gồm những gì?',
    'Tiền khuyết tật một tháng được bao nhiêu?',
    'Đang lãnh tiền khuyết tật ở quê, giờ lên đây ở với con thì chuyển chỗ lãnh ra sao?',
    'Nộp đơn xin tiền xã hội bao lâu thì được duyệt?',
    'Bà góa nuôi ba con nhỏ, nghèo quá, có khoản trợ cấp nào mỗi tháng không?',
    'Tôi nhận nuôi đứa nhỏ bị bỏ rơi, nhà nước có phụ tiền nuôi không?',
    'Người bị HIV nhà nghèo có được lãnh tiền hằng tháng không?',
    'Đã được công nhận khuyết tật nặng, bước tiếp theo muốn hưởng trợ cấp thì nộp gì?',
    'Trợ cấp xã hội của mẹ tôi tháng này chưa thấy về thì hỏi ai?',
  ],
  confusableWith: [
    {
      topic: 'khuyet-tat',
      difference: 'Đây là xin tiền hằng tháng; chưa có giấy xác nhận khuyết tật thì phải làm giấy đó trước.',
    },
    {
      topic: 'tro-cap-nguoi-cao-tuoi',
      difference:
        'Đây là tiền cho người khuyết tật, trẻ mồ côi, đơn thân nghèo; người già không lương hưu là mục khác.',
    },
    {
      topic: 'ho-ngheo',
      difference: 'Đây là tiền trợ cấp hằng tháng; xin công nhận hộ nghèo, cận nghèo là việc khác.',
    },
    {
      topic: 'nguoi-co-cong',
      difference: 'Thương binh, thân nhân liệt sĩ hưởng theo chế độ người có công, không theo trợ cấp xã hội.',
    },
  ],
}
