import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { khaiSinhChecklist } from '../checklists/khai-sinh.ts'
import {
  abolishedFlag,
  alsoOnVneid,
  authorisationPaper,
  birthPapers,
  civilStatusChanges,
  civilStatusDecision,
  civilStatusLaws,
  civilStatusSources,
  declaration,
  deskReturnsPapers,
  foreignPapersNeedLegalisation,
  identityPaper,
  lateHourFact,
  lawChangeFacts,
  lawChangeFlag,
  postNeedsCertifiedCopies,
  provincialFee,
  residencePaper,
  whichCivilStatusOffice,
} from '../civil-status.ts'
import { copyOf, handedIn } from '../papers.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.001193'
/** For those who have papers of all kinds but never had this one. */
const withPapers = '1.004772'

const application = declaration('Tờ khai đăng ký khai sinh', `${code}-c8`, `${code}-c9`)

const birth = birthPapers(`${code}-c4`)

const atTheDesk = [
  identityPaper(`${code}-c6`),
  residencePaper(`${code}-c5`),
  {
    ...authorisationPaper(`${code}-c2`, 'nhờ người không phải ông, bà, người thân đi thay'),
    note: 'Giấy ủy quyền này phải được chứng thực.',
  },
]

export const khaiSinh: Topic = {
  key: 'khai-sinh',
  kind: 'procedure',
  title: 'Khai sinh cho con',
  task: 'làm khai sinh cho con',
  summary: 'Làm Giấy khai sinh lần đầu cho trẻ; cha hoặc mẹ đi khai trong 60 ngày kể từ ngày sinh.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Thủ tục đăng ký khai sinh',
      decision: civilStatusDecision,
      updatedOn: '2026-04-15',
      recordId: '019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7',
    }),
    fromPortal({
      code: withPapers,
      name: 'Thủ tục đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân',
      decision: civilStatusDecision,
      updatedOn: '2026-04-08',
      recordId: '019d2bfd-6711-733d-b674-fc3d805e70c8',
    }),
  ],
  relatedProcedures: [
    {
      code: '3.000722',
      name: 'Liên thông điện tử: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế, cấp thẻ căn cước cho trẻ em dưới 6 tuổi',
      when: 'muốn làm cùng lúc khai sinh, thường trú, thẻ bảo hiểm y tế và căn cước cho trẻ',
    },
    {
      code: '1.000689',
      name: 'Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
      when: 'cha mẹ chưa đăng ký kết hôn mà cha muốn nhận con ngay lần này',
    },
    { code: '1.004884', name: 'Thủ tục đăng ký lại khai sinh', when: 'đã khai sinh nhưng sổ và bản chính đều mất' },
    {
      code: '2.000528',
      name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài',
      when: 'cha hoặc mẹ là người nước ngoài',
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
      id: 'tre-moi-sinh',
      label: 'Trẻ mới sinh',
      words: [],
      procedure: code,
      documents: [application, ...birth, ...atTheDesk],
    },
    {
      id: 'tre-bi-bo-roi',
      label: 'Trẻ bị bỏ rơi',
      words: ['bị bỏ rơi', 'bỏ rơi', 'nhặt được', 'không rõ cha mẹ'],
      procedure: code,
      documents: [
        application,
        {
          id: 'bien-ban-bo-roi',
          name: 'Biên bản về việc trẻ bị bỏ rơi',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Do Ủy ban nhân dân hoặc công an cấp xã lập. Phường niêm yết 7 ngày liên tục tìm cha mẹ trước khi khai sinh.',
          form: null,
          components: [`${code}-c1`],
        },
        ...atTheDesk,
      ],
    },
    {
      id: 'mang-thai-ho',
      label: 'Mang thai hộ',
      words: ['mang thai hộ', 'đẻ thuê', 'sinh hộ'],
      procedure: code,
      documents: [
        application,
        ...birth,
        {
          id: 'xac-nhan-mang-thai-ho',
          name: 'Giấy xác nhận của cơ sở y tế đã làm kỹ thuật mang thai hộ',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: null,
          components: [`${code}-c3`],
        },
        ...atTheDesk,
      ],
    },
    {
      id: 'nguoi-lon',
      label: 'Người lớn chưa từng khai sinh',
      words: [
        'chưa từng khai sinh',
        'chưa từng được khai sinh',
        'chưa bao giờ khai sinh',
        'người lớn chưa khai sinh',
        'người lớn chưa có giấy khai sinh',
        'lớn tuổi chưa có giấy khai sinh',
      ],
      procedure: withPapers,
      documents: [
        declaration('Tờ khai đăng ký khai sinh', `${withPapers}-c8`, `${withPapers}-c7`),
        handedIn('cam-doan', `${withPapers}-c3`, 'Giấy cam đoan chưa từng được khai sinh', {
          note: 'Cam đoan sai thì bị hủy kết quả.',
        }),
        copyOf(
          'giay-to-ca-nhan',
          `${withPapers}-c6`,
          'Các giấy tờ có họ tên, ngày sinh: căn cước, hộ chiếu, giấy tờ cư trú, bằng cấp, học bạ',
          { note: 'Có bao nhiêu thì nộp bấy nhiêu, và cam đoan đã nộp đủ.' },
        ),
        handedIn(
          'xac-nhan-co-quan',
          `${withPapers}-c5`,
          'Giấy của thủ trưởng cơ quan xác nhận nội dung khai sinh đúng với hồ sơ đang giữ',
          { condition: 'là cán bộ, công chức, viên chức, bộ đội, công an' },
        ),
        identityPaper(`${withPapers}-c2`),
        residencePaper(`${withPapers}-c1`),
        authorisationPaper(`${withPapers}-c4`),
      ],
    },
  ],
  checklist: khaiSinhChecklist,
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp tại quầy, gửi bưu điện, hoặc nộp trên Cổng Dịch vụ công quốc gia hay VNeID.' },
    { title: 'Cán bộ kiểm tra', text: 'Thiếu giấy nào, cán bộ nói rõ giấy đó để bổ sung.' },
    {
      title: 'Xem lại thông tin',
      text: 'Nộp trực tuyến thì nhận bản Giấy khai sinh điện tử để xem lại; quá 1 ngày không trả lời là coi như đã đúng.',
    },
    { title: 'Nhận Giấy khai sinh', text: 'Giấy khai sinh có sẵn số định danh cá nhân của trẻ.' },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: code,
      onlineNote: alsoOnVneid,
      timeLimit: {
        value: 1,
        unit: 'working_day',
        text: '1 ngày làm việc. Nộp sau 15 giờ thì trả vào ngày làm việc tiếp theo.',
      },
      fees: [
        unknownFee(
          'Lệ phí khai sinh',
          'not_stated',
          'Cổng có nhắc lệ phí khi thuộc diện phải nộp và phí bản sao khi xin thêm, nhưng không ghi số tiền.',
        ),
      ],
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: withPapers,
      onlineNote: alsoOnVneid,
      timeLimit: { value: 25, unit: 'day', text: '25 ngày.' },
      fees: [provincialFee('Lệ phí khai sinh', 'Giấy khai sinh')],
    }),
  ],
  results: ['Giấy khai sinh'],
  eligibility: [
    'Cha hoặc mẹ đi khai trong 60 ngày kể từ ngày sinh.',
    'Cha mẹ không đi được thì ông, bà, người thân hoặc người đang nuôi trẻ đi thay.',
    'Ông, bà, người thân không cần giấy ủy quyền, nhưng phải thống nhất nội dung khai với cha mẹ.',
    'Đã quá hạn thì gọi phường để được chỉ cách làm.',
    'Người lớn đã có giấy tờ mà chưa từng được khai sinh cũng làm được, giấy tờ khác với trẻ.',
  ],
  advice: [
    'Cha mẹ đã kết hôn thì ghi thông tin Giấy chứng nhận kết hôn vào tờ khai; cán bộ tự tra trên hệ thống.',
    'Chưa xác định được cha thì phần ghi về cha để trống.',
    deskReturnsPapers,
    postNeedsCertifiedCopies,
    foreignPapersNeedLegalisation,
  ],
  legalBases: civilStatusLaws('09/2022/TT-BTP', '281/2016/TT-BTC'),
  scheduledChanges: civilStatusChanges,
  disagreements: [],
  sources: civilStatusSources,
  facts: [
    { subject: 'deadline-after-birth', value: '60 ngày', source: portal.id, record: code },
    { subject: 'notice-period-for-foundlings', value: '07 ngày liên tục', source: portal.id, record: code },
    { subject: 'time-to-check-online-draft', value: 'tối đa một ngày', source: portal.id, record: code },
    lateHourFact(code),
    ...lawChangeFacts(code),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [
    abolishedFlag(code, 'Chứng minh nhân dân'),
    lawChangeFlag(code),
    {
      code: 'SOURCE_TEXT_DEFECT',
      procedure: code,
      text: 'Phần các bước trên Cổng có đoạn chữ bị lẫn; cần đọc lại Quyết định 163/QĐ-BTP.',
    },
    abolishedFlag(withPapers, 'thị trấn và Chứng minh nhân dân'),
    lawChangeFlag(withPapers),
  ],
  aliases: [
    'làm giấy khai sinh',
    'làm khai sinh',
    'lệ phí khai sinh',
    'đăng ký khai sinh',
    'khai sinh cho cháu',
    'khai sanh cho con',
    'mới sinh em bé',
    'con mới đẻ',
    'vợ vừa sinh',
    'bé chưa có giấy khai sinh',
    'khai sinh trễ hạn',
    'khai sinh muộn',
    'đặt tên cho con trên giấy khai sinh',
    'mẹ đơn thân làm khai sinh',
    'có giấy chứng sinh rồi làm gì tiếp',
    'em bé mới chào đời',
    'con đầu lòng làm giấy tờ gì',
    'cháu ngoại chưa khai sinh',
    'khai sanh ở phường',
    'sinh con ngoài giá thú làm giấy cho con',
  ],
  exampleQuestions: [
    'Vợ tôi mới sinh cháu, giờ làm giấy khai sinh phải mang theo những gì?',
    'Làm khai sinh cho cháu nội thì bà đi thay cha mẹ nó có được không?',
    'Con sinh ở bệnh viện tỉnh khác thì khai sinh ở đâu?',
    'Hai đứa chưa cưới mà có con thì khai sinh thế nào?',
    'Khai sinh cho bé có mất tiền không?',
    'Bệnh viện chưa đưa giấy chứng sinh thì có khai sinh được không?',
    'Bé được mấy tháng rồi mà chưa khai sinh, giờ làm còn kịp không?',
    'Làm giấy khai sinh qua mạng được không hay phải ra phường?',
  ],
  confusableWith: [
    {
      topic: 'khai-sinh-lien-thong',
      difference:
        'Khai sinh riêng chỉ ra giấy khai sinh; muốn có cả hộ khẩu, thẻ bảo hiểm, căn cước một lần thì làm gộp.',
    },
    {
      topic: 'khai-sinh-nuoc-ngoai',
      difference:
        'Cha mẹ người Việt, trẻ sinh trong nước thì khai sinh thường; có người nước ngoài hoặc sinh ở nước ngoài là mục riêng.',
    },
    {
      topic: 'nhan-cha-me-con',
      difference: 'Khai sinh là giấy đầu tiên của trẻ; cha mẹ chưa cưới mà muốn ghi tên cha thì làm nhận cha, mẹ, con.',
    },
    {
      topic: 'trich-luc-ho-tich',
      difference: 'Khai sinh là làm giấy lần đầu; đã có rồi, chỉ cần thêm bản sao thì xin trích lục.',
    },
    {
      topic: 'thuong-tru',
      difference: 'Khai sinh là làm giấy cho trẻ ở phường; nhập hộ khẩu cho trẻ là việc của công an phường.',
    },
  ],
}
