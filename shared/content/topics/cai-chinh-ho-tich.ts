import type { Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import { caiChinhHoTichChecklist } from '../checklists/cai-chinh-ho-tich.ts'
import { tableReading } from '../checklists/civil-status.ts'
import {
  alsoOnVneid,
  authorisationPaper,
  checkStep,
  civilStatusChanges,
  civilStatusDecision,
  civilStatusLaws,
  civilStatusSources,
  declaration,
  deskReturnsPapers,
  draftFact,
  draftStep,
  handInStep,
  identityPaper,
  lateHourFact,
  lawChangeFacts,
  lawChangeFlag,
  postNeedsCertifiedCopies,
  provincialFee,
  residencePaper,
  whichCivilStatusOffice,
} from '../civil-status.ts'
import { handedIn } from '../papers.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.004859'
const foreign = '2.000748'
/** The table its ages were read from. */
const table = 'checklist:cai-chinh'
const formName = 'Tờ khai thay đổi, cải chính, bổ sung thông tin hộ tịch'

const grounds = (component: string) =>
  handedIn('giay-to-lam-can-cu', component, 'Giấy tờ chứng minh chỗ sai hoặc lý do đổi', {
    note: 'Gọi phường trước để biết giấy tờ nào dùng được.',
  })

export const caiChinhHoTich: Topic = {
  key: 'cai-chinh-ho-tich',
  kind: 'procedure',
  title: 'Sửa, đổi, bổ sung giấy tờ hộ tịch',
  task: 'sửa khai sinh, giấy kết hôn',
  summary: 'Sửa chỗ sai, đổi họ tên, thêm chỗ thiếu trong khai sinh, giấy kết hôn, xác định lại dân tộc.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
      decision: civilStatusDecision,
      updatedOn: '2026-04-16',
      recordId: '019d2bfd-671e-714b-8fd6-8230c82f7867',
    }),
    fromPortal({
      code: foreign,
      name: 'Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc có yếu tố nước ngoài',
      decision: civilStatusDecision,
      updatedOn: '2026-04-16',
      recordId: '019d2bfd-8e02-7590-b74b-fb572a57eda2',
    }),
  ],
  relatedProcedures: [
    {
      code: '1.001022',
      name: 'Thủ tục đăng ký nhận cha, mẹ, con',
      when: 'muốn thêm tên cha hoặc mẹ còn trống trong giấy khai sinh',
    },
    {
      code: '2.002516',
      name: 'Thủ tục xác nhận thông tin hộ tịch',
      when: 'chỉ cần giấy xác nhận thông tin hộ tịch',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: whichCivilStatusOffice,
    howToReach: null,
  },
  cases: [
    {
      id: 'sua-doi-bo-sung',
      label: 'Sửa, đổi, bổ sung',
      words: [],
      procedure: code,
      documents: [
        declaration(formName, `${code}-c7`, `${code}-c6`),
        grounds(`${code}-c4`),
        identityPaper(`${code}-c2`),
        residencePaper(`${code}-c1`),
        authorisationPaper(`${code}-c3`),
      ],
    },
    {
      id: 'nuoc-ngoai',
      label: 'Có yếu tố nước ngoài',
      words: ['người nước ngoài', 'yếu tố nước ngoài', 'đăng ký ở nước ngoài'],
      procedure: foreign,
      documents: [
        declaration(formName, `${foreign}-c7`, `${foreign}-c5`),
        grounds(`${foreign}-c2`),
        identityPaper(`${foreign}-c4`),
        residencePaper(`${foreign}-c3`),
        authorisationPaper(`${foreign}-c1`),
      ],
    },
  ],
  checklist: caiChinhHoTichChecklist,
  steps: [
    handInStep,
    checkStep,
    {
      title: 'Cán bộ xem căn cứ',
      text: 'Có căn cứ, đúng pháp luật dân sự thì phường ghi vào sổ; không thì bị từ chối.',
    },
    draftStep('trích lục'),
    { title: 'Nhận trích lục', text: 'Nhận Trích lục ghi nội dung đã sửa, đổi hoặc bổ sung.' },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: code,
      onlineNote: alsoOnVneid,
      timeLimit: {
        value: null,
        unit: null,
        text: 'Cổng ghi hai mức (1 ngày làm việc, 3 ngày làm việc) mà không nói mức nào cho việc nào. Bổ sung thông tin nộp sau 15 giờ thì có phiếu hẹn.',
      },
      fees: [provincialFee('Lệ phí thay đổi, cải chính hộ tịch', 'trích lục')],
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: foreign,
      onlineNote: alsoOnVneid,
      timeLimit: { value: 6, unit: 'working_day', text: '6 ngày làm việc.' },
      fees: [provincialFee('Lệ phí thay đổi, cải chính hộ tịch', 'trích lục')],
    }),
  ],
  results: ['Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc'],
  eligibility: [
    'Phải có căn cứ, phù hợp với pháp luật dân sự; không phải muốn đổi là được.',
    'Nhờ người khác làm thay được, có giấy ủy quyền.',
  ],
  advice: [
    'Nói rõ giấy tờ hộ tịch đã đăng ký ở đâu, khi nào để cán bộ tra; không tra được thì phải đưa giấy chứng minh.',
    'Giấy khai sinh đúng mà căn cước hay nơi cư trú sai thì đến công an phường sửa.',
    deskReturnsPapers,
    postNeedsCertifiedCopies,
  ],
  legalBases: civilStatusLaws('91/2015/QH13', '281/2016/TT-BTC'),
  scheduledChanges: civilStatusChanges,
  disagreements: [],
  sources: [...civilStatusSources, tableReading],
  facts: [
    { subject: 'time-limit-first-reading', value: '1 ngày làm việc', source: portal.id, record: code },
    { subject: 'time-limit-second-reading', value: '3 ngày làm việc', source: portal.id, record: code },
    draftFact(code),
    { subject: 'age-of-a-say', value: 'Từ đủ 9 tuổi đến dưới 18', source: tableReading.id, record: table },
    { subject: 'age-of-adults', value: 'Từ đủ 18 tuổi', source: tableReading.id, record: table },
    { subject: 'age-for-ethnicity', value: 'từ đủ 15 tuổi', source: tableReading.id, record: table },
    lateHourFact(code),
    ...lawChangeFacts(code),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [lawChangeFlag(code), lawChangeFlag(foreign)],
  aliases: [
    'cải chính hộ tịch',
    'khai sinh ghi sai tên',
    'sai chữ lót trong giấy khai sinh',
    'sửa năm sinh trên khai sinh',
    'đổi tên cho con',
    'đổi họ theo mẹ',
    'đổi chữ đệm',
    'giấy tờ hai tên khác nhau',
    'tên khai sinh không khớp căn cước',
    'giấy khai sinh thiếu ngày tháng sinh',
    'đổi dân tộc',
    'xác định lại dân tộc',
    'sửa giới tính trên khai sinh',
    'cải chánh tên họ',
    'giấy kết hôn ghi nhầm năm sinh',
    'bổ sung quê quán vào khai sinh',
    'tên xấu muốn đổi',
    'sửa giấy khai sinh',
    'sửa tên trong khai sinh',
    'khai sinh bị sai',
    'đổi tên trong khai sinh',
    'đổi họ cho con',
    'đổi tên lót',
    'sửa ngày sinh',
    'sai năm sinh',
    'thay đổi họ tên',
    'cho con theo họ mẹ',
    'giấy kết hôn bị sai tên',
    'chỉnh sửa hộ tịch',
    'khai sinh thiếu thông tin',
  ],
  exampleQuestions: [
    'Trong khai sinh ghi tên đệm của con tôi là Thị mà căn cước lại không có, giờ sửa bên nào, làm sao?',
    'Hồi xưa cán bộ ghi nhầm năm sinh của tôi, giờ giấy tờ tùm lum không khớp nhau, muốn chỉnh lại thì đem gì lên?',
    'Đặt tên cho cháu nghe kỳ quá bị bạn chọc, muốn đổi tên khác có được không?',
    'Ly hôn rồi muốn cho con theo họ mẹ thì làm ở đâu?',
    'Khai sinh cũ chỉ có năm sinh, không có ngày tháng, bổ sung được không?',
    'Cha dân tộc Ê Đê mà giấy khai sinh ghi dân tộc Kinh, xin sửa lại thế nào?',
    'Sửa sai sót trên giấy khai sinh mất bao nhiêu ngày?',
    'Giấy đăng ký kết hôn đánh máy sai họ của vợ thì chỉnh ở phường nào?',
  ],
  confusableWith: [
    {
      topic: 'trich-luc-ho-tich',
      difference: 'Giấy đúng, chỉ cần thêm bản thì xin trích lục; giấy sai hoặc thiếu thì cải chính, bổ sung.',
    },
    {
      topic: 'nhan-cha-me-con',
      difference: 'Thêm tên cha, mẹ đang để trống là nhận cha, mẹ, con; sửa chữ sai, đổi tên là cải chính.',
    },
    {
      topic: 'can-cuoc',
      difference:
        'Khai sinh sai thì sửa ở quầy hộ tịch của phường; thẻ căn cước sai mà khai sinh đúng thì công an đổi thẻ.',
    },
    {
      topic: 'dieu-chinh-cu-tru',
      difference: 'Đây là sửa giấy khai sinh, giấy kết hôn; sửa thông tin nơi ở, hộ khẩu là việc của công an phường.',
    },
  ],
}
