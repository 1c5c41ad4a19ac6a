import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { copyOf, filledIn, handedIn } from '../papers.ts'
import { beforeReform, otherAgency, reformFact, speaksOf } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const kinship = '1.010833'
const worship = '1.010803'
const survivors = '1.010801'
const certificate = '1.010814'
const grave = '1.013750'

const issuedBy = 'Nghị định 131/2021/NĐ-CP'
const fees = [unknownFee('Lệ phí', 'not_stated', 'Nguồn cũng không ghi mức tiền được hưởng.')]

const forKinship = fromPortal({
  code: kinship,
  name: 'Cấp giấy xác nhận thân nhân của người có công',
  decision: { number: '320/QĐ-BNV', date: '2025-04-08' },
  updatedOn: '2026-04-18',
  recordId: '019d2bfb-03d5-700b-9bb5-d92070224137',
})
const forWorship = fromPortal({
  code: worship,
  name: 'Giải quyết chế độ trợ cấp thờ cúng liệt sĩ.',
  decision: { number: '556/QĐ-BNV', date: '2026-05-21' },
  updatedOn: '2026-05-27',
  recordId: '019d2bfa-fc0c-7046-b5dc-04303a18608d',
})
const forSurvivors = fromPortal({
  code: survivors,
  name: 'Giải quyết chế độ trợ cấp ưu đãi đối với thân nhân liệt sĩ',
  decision: { number: '320/QĐ-BNV', date: '2025-04-08' },
  updatedOn: '2026-04-18',
  recordId: '019d2bfa-fc0a-75c8-bd91-60aeab6fb018',
})
const forCertificate = fromPortal({
  code: certificate,
  name: 'Cấp bổ sung hoặc cấp lại giấy chứng nhận người có công do ngành Lao động - Thương binh và Xã hội quản lý và giấy chứng nhận thân nhân liệt sĩ',
  decision: { number: '556/QĐ-BNV', date: '2026-05-21' },
  updatedOn: '2026-05-27',
  recordId: '019d2bfa-fc21-710a-9e17-59cdb35c723b',
})
const forGrave = fromPortal({
  code: grave,
  name: 'Thăm viếng mộ liệt sĩ.',
  decision: { number: '639/QĐ-BNV', date: '2025-06-20' },
  updatedOn: '2026-04-17',
  recordId: '019d2bfb-2324-7555-8e56-024dcdb30038',
})

export const nguoiCoCong: Topic = {
  key: 'nguoi-co-cong',
  kind: 'procedure',
  title: 'Người có công, thân nhân liệt sĩ',
  task: 'làm chế độ người có công',
  summary:
    'Giấy xác nhận thân nhân, trợ cấp thờ cúng liệt sĩ và các chế độ cho thương binh, gia đình liệt sĩ; phường nhận giấy tờ, nhiều việc do Sở Nội vụ quyết định.',
  category: 'nguoi-co-cong',
  procedures: [forKinship, forWorship, forSurvivors, forCertificate, forGrave],
  relatedProcedures: [
    {
      code: '1.010824',
      name: 'Hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi từ trần',
      when: 'người có công đã mất',
    },
    {
      code: '1.010816',
      name: 'Công nhận và giải quyết chế độ ưu đãi người hoạt động kháng chiến bị nhiễm chất độc hóa học',
      when: 'xin chế độ chất độc da cam',
    },
    {
      code: '1.010817',
      name: 'Công nhận và giải quyết chế độ con đẻ của người hoạt động kháng chiến bị nhiễm chất độc hóa học',
      when: 'con của người nhiễm chất độc da cam bị dị dạng, dị tật',
    },
    {
      code: '1.010810',
      name: 'Công nhận đối với người bị thương trong chiến tranh không thuộc quân đội, công an',
      when: 'bị thương trong chiến tranh mà không ở quân đội, công an',
    },
    {
      code: '1.010811',
      name: 'Cấp tiền mua phương tiện trợ giúp, dụng cụ chỉnh hình, phương tiện, thiết bị phục hồi chức năng đối với trường hợp đang sống tại gia đình hoặc đang được nuôi dưỡng tập trung tại các cơ sở nuôi dưỡng, điều dưỡng do địa phương quản lý',
      when: 'cần chân tay giả, xe lăn, dụng cụ chỉnh hình',
    },
    {
      code: '1.010821',
      name: 'Giải quyết chế độ hỗ trợ để theo học đến trình độ đại học tại các cơ sở giáo dục thuộc hệ thống giáo dục quốc dân',
      when: 'con người có công đang đi học',
    },
    {
      code: '1.010825',
      name: 'Bổ sung tình hình thân nhân trong hồ sơ liệt sĩ.',
      when: 'hồ sơ liệt sĩ còn thiếu tên thân nhân',
    },
    { code: '1.010778', name: 'Cấp lại Bằng “Tổ quốc ghi công”', when: 'mất, hư Bằng Tổ quốc ghi công' },
    {
      code: '2.001157',
      name: 'Trợ cấp một lần đối với thanh niên xung phong đã hoàn thành nhiệm vụ trong kháng chiến',
      when: 'là thanh niên xung phong thời kháng chiến',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice:
      'Giấy xác nhận thân nhân: nộp ở nơi thường trú; thăm mộ liệt sĩ: nộp ở xã, phường giữ hồ sơ gốc của liệt sĩ.',
    howToReach: null,
  },
  cases: [
    {
      id: 'giay-xac-nhan-than-nhan',
      label: 'Giấy xác nhận thân nhân',
      words: [],
      procedure: kinship,
      documents: [
        filledIn('don-de-nghi', `${kinship}-c2`, 'Đơn đề nghị cấp giấy xác nhận thân nhân của người có công'),
        copyOf('giay-nguoi-co-cong', `${kinship}-c1`, 'Bản sao chứng thực một giấy chứng nhận người có công', {
          note: 'Là giấy chứng nhận người có công, kỷ niệm chương, huân chương, huy chương hoặc bằng có công; kèm giấy tờ chứng minh quan hệ, như căn cước.',
        }),
      ],
    },
    {
      id: 'tho-cung-liet-si',
      label: 'Trợ cấp thờ cúng liệt sĩ',
      words: ['thờ cúng', 'cúng liệt sĩ', 'tiền thờ cúng', 'thờ liệt sĩ', 'giỗ liệt sĩ'],
      procedure: worship,
      documents: [
        filledIn('don-tho-cung', `${worship}-c1`, 'Đơn đề nghị trợ cấp thờ cúng liệt sĩ', { number: '18', issuedBy }),
        handedIn('van-ban-uy-quyen', `${worship}-c2`, 'Văn bản ủy quyền thờ cúng', { copies: 1 }),
      ],
    },
    {
      id: 'than-nhan-liet-si',
      label: 'Trợ cấp thân nhân liệt sĩ',
      words: ['thân nhân liệt sĩ', 'vợ liệt sĩ', 'con liệt sĩ', 'mẹ liệt sĩ', 'cha liệt sĩ', 'tuất liệt sĩ'],
      procedure: survivors,
      documents: [
        filledIn('don-than-nhan', `${survivors}-c2`, 'Đơn đề nghị, có phường xác nhận', { number: '05', issuedBy }),
        copyOf('bang-to-quoc-ghi-cong', `${survivors}-c3`, 'Bản sao chứng thực Bằng Tổ quốc ghi công'),
        handedIn('giay-theo-dien', `${survivors}-c1`, 'Giấy tờ riêng theo từng người', {
          copies: 1,
          condition: 'người hưởng là con, người khuyết tật hoặc người đã nuôi liệt sĩ',
          note: 'Con chưa đủ 18 tuổi: bản sao giấy khai sinh; con còn đi học: giấy của trường; người khuyết tật: giấy xác nhận khuyết tật; người nuôi liệt sĩ: văn bản đồng thuận của thân nhân.',
        }),
      ],
    },
    {
      id: 'cap-lai-giay',
      label: 'Mất, thiếu giấy chứng nhận',
      words: ['mất thẻ', 'mất giấy', 'cấp lại', 'làm lại giấy', 'bổ sung giấy', 'mất thẻ thương binh', 'rách'],
      procedure: certificate,
      documents: [
        filledIn('don-cap-lai', `${certificate}-c1`, 'Đơn đề nghị cấp bổ sung, cấp lại giấy chứng nhận', {
          number: '25',
          issuedBy,
        }),
      ],
    },
    {
      id: 'tham-mo-liet-si',
      label: 'Đi thăm mộ liệt sĩ',
      words: ['thăm mộ', 'viếng mộ', 'thăm viếng', 'mộ liệt sĩ', 'nghĩa trang'],
      procedure: grave,
      documents: [
        filledIn('don-tham-mo', `${grave}-c1`, 'Đơn đề nghị thăm viếng mộ liệt sĩ', { number: '31', issuedBy }),
        copyOf('giay-than-nhan-liet-si', `${grave}-c2`, 'Bản sao chứng thực giấy chứng nhận thân nhân liệt sĩ', {
          note: 'Hoặc bản sao chứng thực quyết định trợ cấp thờ cúng liệt sĩ.',
        }),
        handedIn('giay-ve-mo', `${grave}-c3`, 'Giấy báo tin mộ liệt sĩ của Sở Nội vụ nơi có mộ', {
          note: 'Chưa biết đúng ngôi mộ thì thay bằng giấy của nơi quản lý nghĩa trang, bản trích lục hồ sơ hoặc bản sao giấy xác nhận nơi hy sinh.',
        }),
      ],
    },
  ],
  steps: [
    { title: 'Nộp đơn', text: 'Nộp theo đúng việc cần làm; giấy xác nhận thân nhân thì phường cấp luôn.' },
    {
      title: 'Phường xác nhận',
      text: 'Việc thờ cúng, cấp lại giấy: phường xác nhận đơn trong 5 ngày làm việc rồi gửi đi.',
    },
    { title: 'Sở Nội vụ quyết định', text: 'Sở Nội vụ đối chiếu hồ sơ gốc rồi ra quyết định hoặc cấp giấy.' },
  ],
  channels: [
    ...channels(['in_person', 'post'], {
      procedure: kinship,
      timeLimit: { value: 5, unit: 'working_day', text: '5 ngày làm việc kể từ khi đủ giấy tờ.' },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: worship,
      timeLimit: { value: 10, unit: 'working_day', text: '10 ngày làm việc kể từ khi đủ giấy tờ.' },
      fees,
      note: 'Nộp tại Trung tâm Phục vụ hành chính công.',
    }),
    ...channels(['in_person'], {
      procedure: survivors,
      timeLimit: { value: 10, unit: 'day', text: '10 ngày theo bảng của Cổng, nhưng phần các bước ghi 20 ngày.' },
      fees,
      note: 'Phường xác nhận đơn, hồ sơ gửi Sở Nội vụ nơi quản lý hồ sơ liệt sĩ.',
    }),
    ...channels(['post'], {
      procedure: survivors,
      timeLimit: { value: 20, unit: 'day', text: '20 ngày.' },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: certificate,
      timeLimit: { value: 15, unit: 'working_day', text: '15 ngày làm việc kể từ khi đủ giấy tờ.' },
      fees,
      note: 'Nộp tại Trung tâm Phục vụ hành chính công.',
    }),
    ...channels(['in_person', 'post'], {
      procedure: grave,
      timeLimit: {
        value: 5,
        unit: 'working_day',
        text: '5 ngày làm việc: 3 ngày làm việc cấp giấy giới thiệu, 2 ngày làm việc chi hỗ trợ sau khi đi về.',
      },
      fees,
    }),
  ],
  results: [
    'Giấy xác nhận thân nhân của người có công',
    'Quyết định trợ cấp thờ cúng liệt sĩ',
    'Giấy chứng nhận và quyết định trợ cấp thân nhân liệt sĩ',
    'Giấy chứng nhận người có công cấp bổ sung, cấp lại',
    'Giấy giới thiệu và tiền hỗ trợ thăm viếng mộ liệt sĩ',
  ],
  eligibility: [
    'Thờ cúng liệt sĩ: khi liệt sĩ không còn thân nhân hưởng trợ cấp hằng tháng; người nhận phải được gia đình ủy quyền.',
    'Thăm mộ liệt sĩ: tối đa 3 thân nhân, hoặc người đang hưởng trợ cấp thờ cúng.',
  ],
  advice: [
    'Nguồn không ghi số tiền từng chế độ; gọi phường để hỏi.',
    'Tiền thờ cúng tính từ năm Sở Nội vụ ra quyết định và được nhận tiếp hằng năm.',
    'Còn nhiều chế độ khác cho người có công; nói rõ hoàn cảnh để phường chỉ đúng mẫu đơn.',
  ],
  legalBases: laws(
    '02/2020/UBTVQH14',
    '131/2021/NĐ-CP',
    '129/2025/NĐ-CP',
    '104/2022/NĐ-CP',
    '25/2025/NĐ-CP',
    '45/2025/NĐ-CP',
    '190/2025/NQ-QH15',
  ),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    reformFact(kinship),
    { subject: 'age-of-the-child', value: 'chưa đủ 18 tuổi', source: portal.id, record: survivors },
    { subject: 'visitors', value: 'tối đa 03 người', source: portal.id, record: grave },
    { subject: 'letter', value: '03 ngày làm việc', source: portal.id, record: grave },
    { subject: 'payment', value: '02 ngày làm việc', source: portal.id, record: grave },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    beforeReform(forKinship),
    beforeReform(forSurvivors),
    speaksOf(forSurvivors, 'phòng lao động, thương binh và xã hội'),
    otherAgency(forSurvivors, 'Sở Nội vụ'),
    beforeReform(forGrave),
    speaksOf(forGrave, 'phòng lao động, thương binh và xã hội'),
  ],
  aliases: [
    'người có công',
    'chế độ thương binh',
    'chế độ liệt sĩ',
    'gia đình liệt sĩ',
    'gia đình chính sách',
    'gia đình cách mạng',
    'thờ cúng liệt sĩ',
    'trợ cấp thờ cúng',
    'thẻ thương binh',
    'giấy con liệt sĩ',
    'giấy con thương binh',
    'chất độc da cam',
    'mẹ Việt Nam anh hùng',
    'thăm mộ liệt sĩ',
    'huân chương kháng chiến',
    'bằng Tổ quốc ghi công',
    'thanh niên xung phong',
    'chế độ người đi kháng chiến',
    'người hoạt động cách mạng',
    'chế độ cho con liệt sĩ',
    'chế độ cho vợ liệt sĩ',
    'giấy chứng nhận thương binh',
    'xác nhận con thương binh',
    'ưu đãi gia đình chính sách',
    'nhiễm chất độc màu da cam',
    'thương binh liệt sĩ',
    'bệnh binh',
    'tù đày kháng chiến',
    'chế độ bộ đội đi B',
    'hương khói cho liệt sĩ',
    'tiền lễ 27/7 cho gia đình liệt sĩ',
    'tìm mộ liệt sĩ',
    'xe lăn cho thương binh',
  ],
  exampleQuestions: [
    'Ông nội tôi là liệt sĩ, bây giờ tôi lo nhang khói thì có được trợ cấp không?',
    'Con tôi thi đại học cần giấy chứng minh là cháu con thương binh, xin ở đâu?',
    'Ba tôi mất thẻ thương binh, xin làm thẻ khác nộp đơn ở chỗ nào?',
    'Gia đình muốn vô nghĩa trang Trường Sơn thăm mộ bác là liệt sĩ thì nhà nước có hỗ trợ tiền xe không?',
    'Cha tôi đi bộ đội bị nhiễm chất độc da cam thì làm chế độ gì?',
    'Mẹ tôi là vợ liệt sĩ mà xưa giờ chưa được lãnh gì, phải làm sao?',
    'Trợ cấp thờ cúng liệt sĩ bao lâu thì có quyết định?',
    'Bác tôi hy sinh không vợ con, tôi thờ cúng thì làm đơn nhận trợ cấp ra sao?',
    'Giấy chứng nhận gia đình liệt sĩ bị mối ăn, làm lại thế nào?',
    'Xin giấy xác nhận là con bệnh binh để được cộng điểm thi',
    'Bà tôi là thanh niên xung phong hồi chống Mỹ, giờ làm chế độ được không?',
    'Đi thăm mộ anh trai là liệt sĩ ở Quảng Trị, xin giấy giới thiệu ở phường nào?',
    'Chú tôi bị thương hồi chiến tranh mà chưa có thẻ thì xin công nhận thế nào?',
  ],
  confusableWith: [
    {
      topic: 'mai-tang',
      difference: 'Đây là chế độ khi còn sống và thờ cúng liệt sĩ; người có công vừa mất thì xem tiền mai táng.',
    },
    {
      topic: 'tro-cap-xa-hoi',
      difference: 'Người có công hưởng theo pháp lệnh ưu đãi; người khuyết tật, trẻ mồ côi khác hưởng trợ cấp xã hội.',
    },
    {
      topic: 'khuyet-tat',
      difference: 'Thương tật do chiến tranh theo chế độ người có công; giấy xác nhận khuyết tật là việc khác.',
    },
  ],
}
