import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { khuyetTatChecklist } from '../checklists/khuyet-tat.ts'
import { laws } from '../laws.ts'
import { copyOf, filledIn } from '../papers.ts'
import { beforeReform, reformFact, speaksOf } from '../review.ts'
import { fromPortal, portal } from '../sources.ts'

const assessing = '1.001699'
const replacing = '1.001653'
const fees = [unknownFee('Lệ phí', 'not_stated', null)]

const assessment = fromPortal({
  code: assessing,
  name: 'Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật',
  decision: { number: '970/QĐ-BYT', date: '2025-03-21' },
  updatedOn: '2026-04-14',
  recordId: '019d2bfe-b7cd-76e9-b909-bcf437629cb8',
})

const replacement = fromPortal({
  code: replacing,
  name: 'Đổi, cấp lại Giấy xác nhận khuyết tật',
  decision: { number: '970/QĐ-BYT', date: '2025-03-21' },
  updatedOn: '2026-04-25',
  recordId: '019d2bfe-b7ab-731d-844a-5e232b77afef',
})

const form = { number: '01', issuedBy: 'Thông tư 08/2023/TT-BLĐTBXH' }

export const khuyetTat: Topic = {
  key: 'khuyet-tat',
  kind: 'procedure',
  title: 'Giấy xác nhận khuyết tật',
  task: 'làm giấy xác nhận khuyết tật',
  summary: 'Xác định dạng, mức độ khuyết tật; có giấy này mới xin được trợ cấp.',
  category: 'bao-tro-xa-hoi',
  procedures: [assessment, replacement],
  relatedProcedures: [
    {
      code: '1.001776',
      name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng',
      when: 'đã có giấy, muốn xin tiền hằng tháng',
    },
    {
      code: '1.001714',
      name: 'Cấp học bổng và hỗ trợ kinh phí mua phương tiện, đồ dùng học tập dùng riêng cho người khuyết tật học tại các cơ sở giáo dục',
      when: 'người khuyết tật đang đi học cần học bổng, đồ dùng học tập',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Làm ở nơi người khuyết tật cư trú.',
    howToReach: null,
  },
  cases: [
    {
      id: 'lan-dau',
      label: 'Làm giấy lần đầu',
      words: [],
      procedure: assessing,
      documents: [
        filledIn('don-de-nghi', `${assessing}-c5`, 'Đơn đề nghị', form),
        copyOf('giay-to-benh', `${assessing}-c3`, 'Bệnh án, giấy khám, điều trị, phẫu thuật', {
          condition: 'có giấy tờ về bệnh tật',
        }),
        copyOf('ket-luan-giam-dinh', `${assessing}-c4`, 'Kết luận của Hội đồng Giám định y khoa', {
          condition: 'đã giám định y khoa trước ngày 01/06/2012',
        }),
      ],
    },
    {
      id: 'xac-dinh-lai',
      label: 'Xác định lại mức độ',
      words: ['xác định lại', 'nặng hơn', 'bệnh nặng thêm', 'thay đổi mức độ', 'đổi mức độ', 'xét lại'],
      procedure: assessing,
      documents: [
        filledIn('don-de-nghi', `${assessing}-c1`, 'Đơn đề nghị', form),
        copyOf('giay-to-benh', `${assessing}-c2`, 'Giấy xác nhận khuyết tật cũ, bệnh án, giấy khám, điều trị', {
          condition: 'còn giữ được',
        }),
      ],
    },
    {
      id: 'doi-cap-lai',
      label: 'Đổi giấy, mất giấy',
      words: ['mất giấy', 'cấp lại', 'làm lại', 'đổi giấy', 'rách', 'hư giấy', 'hỏng giấy', 'sai tên', 'sai thông tin'],
      procedure: replacing,
      documents: [
        filledIn('don-doi-cap-lai', `${replacing}-c1`, 'Đơn đề nghị đổi, cấp lại giấy xác nhận khuyết tật', {
          number: '01',
          issuedBy: 'Thông tư 01/2019/TT-BLĐTBXH',
        }),
      ],
    },
  ],
  checklist: khuyetTatChecklist,
  steps: [
    {
      title: 'Nộp đơn',
      text: 'Người khuyết tật hoặc người đại diện nộp cho phường, gửi bưu điện hoặc nộp trực tuyến.',
    },
    {
      title: 'Gặp hội đồng',
      text: 'Phường mời tới trụ sở hoặc trạm y tế để xem xét trong 20 ngày làm việc; không đi được thì hội đồng tới tận nhà.',
    },
    {
      title: 'Công bố kết luận',
      text: 'Phường dán công khai kết luận và cấp giấy trong 5 ngày làm việc; không đồng ý thì khiếu nại để được trả lời bằng văn bản.',
    },
    {
      title: 'Giám định y khoa',
      text: 'Hội đồng không kết luận được hoặc gia đình không đồng ý thì được giới thiệu lên Hội đồng giám định y khoa.',
    },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: assessing,
      timeLimit: { value: 25, unit: 'working_day', text: '25 ngày làm việc.' },
      fees,
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: replacing,
      timeLimit: { value: 5, unit: 'working_day', text: '5 ngày làm việc.' },
      fees,
    }),
  ],
  results: ['Giấy xác nhận khuyết tật'],
  eligibility: [
    'Người khuyết tật hoặc người đại diện hợp pháp làm đơn.',
    'Đổi giấy khi giấy sai thông tin so với căn cước hoặc đã hư hỏng; cấp lại khi bị mất.',
    'Dạng tật hoặc mức độ thay đổi thì làm theo cách xác định lại, không phải đổi giấy.',
  ],
  advice: [
    'Không có bệnh án vẫn nộp đơn được; giấy tờ về bệnh tật là nếu có.',
    'Trẻ đang đi học thì phường hỏi thêm ý kiến nhà trường.',
  ],
  legalBases: laws(
    '51/2010/QH12',
    '28/2012/NĐ-CP',
    '01/2019/TT-BLĐTBXH',
    '08/2023/TT-BLĐTBXH',
    '42/2025/NĐ-CP',
    '45/2025/NĐ-CP',
  ),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [
    reformFact(assessing),
    { subject: 'old-conclusion', value: '01/6/2012', source: portal.id, record: assessing },
    { subject: 'month-of-the-old-conclusion', value: '6/2012', source: portal.id, record: assessing },
    { subject: 'hearing', value: '20 ngày làm việc', source: portal.id, record: assessing },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    beforeReform(assessment),
    speaksOf(assessment, 'sổ hộ khẩu, thị trấn và phòng, bộ lao động cũ'),
    beforeReform(replacement),
    speaksOf(replacement, 'thị trấn và chứng minh nhân dân'),
  ],
  aliases: [
    'giấy khuyết tật',
    'xác nhận khuyết tật',
    'làm giấy tàn tật',
    'sổ khuyết tật',
    'giám định khuyết tật',
    'xác định mức độ khuyết tật',
    'giấy chứng nhận tàn tật',
    'mất giấy khuyết tật',
    'hội đồng khuyết tật',
    'xét khuyết tật nặng',
    'làm giấy cho người bị liệt',
    'làm giấy cho người bị tai biến',
    'giấy cho trẻ tự kỷ',
    'bị cụt tay chân làm giấy',
    'đánh giá dạng tật',
    'đổi giấy khuyết tật',
    'giấy chứng nhận khuyết tật',
    'chứng nhận tàn tật',
    'làm giấy cho người câm điếc',
    'làm giấy cho người mù',
    'xét mức độ tàn tật',
    'giấy người tàn tật',
    'người bị chấn thương sọ não xin giấy',
    'khuyết tật nặng hay nhẹ',
    'làm sổ tàn tật',
  ],
  exampleQuestions: [
    'Ba tôi tai biến liệt nửa người, muốn xác nhận là người khuyết tật thì làm sao?',
    'Cháu nhà tôi câm điếc từ nhỏ mà chưa có giấy gì hết, đi xin ở đâu?',
    'Mẹ tôi nằm liệt giường không ra phường được thì ai tới xét khuyết tật?',
    'Giấy khuyết tật bị ướt rách hết chữ rồi, xin tờ mới mất mấy ngày?',
    'Mắt ngày càng mờ, giấy cũ ghi khuyết tật nhẹ, muốn xét lại thành nặng được không?',
    'Không đồng ý với kết luận của hội đồng khuyết tật thì làm gì?',
    'Xin giấy cho con tự kỷ cần bệnh án không?',
    'Chân tôi bị cụt do tai nạn lao động, đi làm giấy tàn tật ở đâu?',
    'Con chậm phát triển, bác sĩ bảo làm giấy khuyết tật, cần chuẩn bị gì?',
    'Hội đồng của phường xét khuyết tật gồm những ai và xét ở đâu?',
    'Giấy khuyết tật ghi sai năm sinh thì sửa thế nào?',
  ],
  confusableWith: [
    {
      topic: 'tro-cap-xa-hoi',
      difference: 'Đây là làm tờ giấy xác nhận khuyết tật; xin tiền hằng tháng là bước sau.',
    },
  ],
}
