import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import {
  alsoOnVneid,
  checkStep,
  civilStatusChanges,
  civilStatusDecision,
  civilStatusLaws,
  civilStatusSources,
  declaration,
  deskReturnsPapers,
  draftFact,
  draftStep,
  enquiryFact,
  foreignPapersNeedLegalisation,
  handInStep,
  identityPaper,
  lawChangeFacts,
  lawChangeFlag,
  postNeedsCertifiedCopies,
  provincialFee,
  residencePaper,
  whichCivilStatusOffice,
} from '../civil-status.ts'
import { civilStatusComparison, fromPortal, portal } from '../sources.ts'

const code = '2.000806'

function handedOver(
  id: string,
  components: number[],
  name: string,
  condition: string | null,
  note: string | null = null,
): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: 1,
    copies: 0,
    condition,
    note,
    form: null,
    components: components.map(component => `${code}-c${component}`),
  }
}

export const ketHonNuocNgoai: Topic = {
  key: 'ket-hon-nuoc-ngoai',
  kind: 'procedure',
  title: 'Kết hôn với người nước ngoài',
  task: 'đăng ký kết hôn với người nước ngoài',
  summary: 'Đăng ký kết hôn ở Việt Nam khi một bên là người nước ngoài hoặc Việt kiều.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài',
      decision: civilStatusDecision,
      updatedOn: '2026-04-16',
      recordId: '019d2bfd-8e13-728a-a0cd-635811d8432e',
    }),
  ],
  relatedProcedures: [
    {
      code: '2.002189',
      name: 'Thủ tục ghi vào Sổ hộ tịch việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
      when: 'đã đăng ký kết hôn ở nước ngoài, nay ghi vào sổ trong nước',
    },
    {
      code: '2.000554',
      name: 'Thủ tục ghi vào Sổ hộ tịch việc ly hôn, hủy việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
      when: 'đã ly hôn ở nước ngoài mà chưa ghi vào sổ trong nước',
    },
    {
      code: '2.000513',
      name: 'Thủ tục đăng ký lại kết hôn có yếu tố nước ngoài',
      when: 'đã đăng ký nhưng sổ và bản chính đều mất',
    },
    {
      code: '1.000094',
      name: 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới',
      when: 'ở khu vực biên giới',
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
      id: 'voi-nguoi-nuoc-ngoai',
      label: 'Với người nước ngoài',
      words: [],
      procedure: code,
      documents: [
        {
          ...declaration('Tờ khai đăng ký kết hôn', `${code}-c12`, `${code}-c11`),
          note: 'Hai bên khai chung một tờ cũng được. Nộp trực tuyến thì điền mẫu có sẵn trên mạng.',
        },
        handedOver(
          'giay-doc-than-nuoc-ngoai',
          [2, 8],
          'Giấy nước ngoài xác nhận bên nước ngoài đang độc thân',
          null,
          'Nước đó không cấp thì thay bằng giấy xác nhận đủ điều kiện kết hôn. Giấy không ghi thời hạn thì dùng được 6 tháng kể từ ngày cấp.',
        ),
        handedOver(
          'giay-kham-tam-than',
          [3],
          'Giấy y tế xác nhận hai bên không mắc bệnh tâm thần, đủ nhận thức',
          null,
          'Tổ chức y tế Việt Nam hoặc nước ngoài đều được; giấy dùng được 6 tháng kể từ ngày cấp.',
        ),
        handedOver('ho-chieu', [1], 'Bản sao hộ chiếu của người nước ngoài, Việt kiều', null),
        {
          ...identityPaper(`${code}-c9`),
          name: 'Giấy tờ tùy thân có ảnh, còn hạn, của cả hai',
        },
        handedOver(
          'xac-nhan-co-quan',
          [5],
          'Giấy của cơ quan, đơn vị xác nhận cưới người nước ngoài không trái quy định của ngành',
          'bên Việt Nam là công chức, viên chức, bộ đội, công an',
        ),
        handedOver(
          'xac-nhan-cua-co-quan-dai-dien',
          [6],
          'Giấy xác nhận tình trạng hôn nhân do đại sứ quán, lãnh sự quán Việt Nam cấp',
          'đang công tác, học tập, lao động có thời hạn ở nước ngoài',
        ),
        handedOver(
          'trich-luc-ghi-chu-ly-hon',
          [7],
          'Bản sao trích lục đã ghi chú ly hôn hoặc hủy kết hôn',
          'đã ly hôn, hủy kết hôn ở nước ngoài',
        ),
        residencePaper(`${code}-c10`),
      ],
    },
  ],
  steps: [
    handInStep,
    checkStep,
    {
      title: 'Cán bộ thẩm tra',
      text: 'Thấy cần thì cán bộ gặp hai bên để hỏi rõ về nhân thân và việc tự nguyện kết hôn.',
    },
    draftStep('Giấy chứng nhận kết hôn'),
    {
      title: 'Cùng đến ký',
      text: 'Hai bên cùng có mặt, mang giấy tờ tùy thân, xem lại và ký; mỗi bên nhận 1 bản chính.',
    },
  ],
  channels: channels(['in_person', 'online', 'post'], {
    onlineNote: alsoOnVneid,
    timeLimit: { value: 10, unit: 'working_day', text: '10 ngày làm việc.' },
    fees: [provincialFee('Lệ phí đăng ký kết hôn', null)],
  }),
  results: ['Giấy chứng nhận kết hôn, mỗi bên 1 bản chính'],
  eligibility: [
    'Hai bên đủ điều kiện kết hôn theo Luật Hôn nhân và gia đình.',
    'Cả hai cùng có mặt khi nhận kết quả; chưa đến được thì viết đơn xin lùi, không quá 60 ngày kể từ ngày ký giấy.',
    'Quá 60 ngày mà hai bên không đến nhận thì giấy bị hủy, phải làm lại từ đầu.',
  ],
  advice: [
    'Bên Việt Nam ở trong nước không phải nộp giấy độc thân: nơi đăng ký tự tra. Không tra được thì phường hỏi nơi khác, nơi đó trả lời trong 3 ngày làm việc.',
    'Đến nhận kết quả thì nộp bản chính giấy độc thân của người nước ngoài và giấy của tổ chức y tế.',
    foreignPapersNeedLegalisation,
    deskReturnsPapers,
    postNeedsCertifiedCopies,
  ],
  legalBases: civilStatusLaws('52/2014/QH13'),
  scheduledChanges: civilStatusChanges,
  disagreements: [
    {
      aspect: 'time',
      text: 'Nguồn khác, dẫn Nghị định 120/2025/NĐ-CP, ghi 5 ngày làm việc; hỏi lại khi nộp.',
    },
  ],
  sources: [...civilStatusSources, civilStatusComparison],
  facts: [
    { subject: 'time-limit-other-reading', value: '05 ngày làm việc', source: civilStatusComparison.id, record: code },
    { subject: 'papers-valid-for', value: '06 tháng', source: portal.id, record: code },
    { subject: 'longest-wait-to-sign', value: '60 ngày', source: portal.id, record: code },
    { subject: 'originals-for-each', value: '01 bản chính', source: portal.id, record: code },
    enquiryFact(code),
    draftFact(code),
    ...lawChangeFacts(code),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [
    lawChangeFlag(code),
    {
      code: 'CONFLICT',
      procedure: code,
      text: 'Hai nguồn ghi thời hạn khác nhau: 10 ngày làm việc và 5 ngày làm việc; cần đối chiếu.',
    },
  ],
  aliases: [
    'kết hôn với người nước ngoài',
    'lấy chồng tây',
    'lấy chồng Hàn Quốc',
    'lấy chồng Đài Loan',
    'cưới vợ nước ngoài',
    'lấy vợ Lào',
    'cưới Việt kiều',
    'lấy chồng Việt kiều Mỹ',
    'kết hôn có yếu tố nước ngoài',
    'bạn trai ngoại quốc về cưới',
    'gả con gái qua nước ngoài',
    'đăng ký kết hôn với người Trung Quốc',
    'hôn thú với người ngoại quốc',
    'lấy chồng nước ngoài',
    'lấy vợ nước ngoài',
    'cưới người ngoại quốc',
    'cưới chồng Nhật',
    'lấy chồng người Pháp',
    'lấy vợ người Campuchia',
    'đăng ký cưới với Việt kiều',
    'kết hôn với người Hàn',
    'người yêu quốc tịch Mỹ muốn cưới',
    'lấy chồng ngoại',
  ],
  exampleQuestions: [
    'Con gái tôi quen anh người Hàn, tính về Việt Nam đăng ký kết hôn thì bên chàng rể phải có giấy tờ gì?',
    'Người yêu em quốc tịch Mỹ, hai đứa đăng ký ở phường được không hay phải lên tỉnh?',
    'Lấy chồng Đài Loan thì đăng ký ở đây mất mấy ngày?',
    'Ông xã tương lai là Việt kiều Úc về cưới, giấy chứng nhận độc thân của ổng phải xin ở đâu?',
    'Cưới vợ người Lào có phải đi khám sức khỏe tâm thần không?',
    'Chồng ngoại quốc bận chưa bay qua kịp, giấy đăng ký kết hôn phường ký rồi để bao lâu thì hết hạn nhận?',
    'Tôi làm viên chức nhà nước muốn cưới người nước ngoài thì cơ quan có phải xác nhận không?',
  ],
  confusableWith: [
    {
      topic: 'ket-hon',
      difference:
        'Mục này dành cho người cưới người nước ngoài hoặc Việt kiều; hai người Việt trong nước thì đăng ký kết hôn thường.',
    },
    {
      topic: 'xac-nhan-tinh-trang-hon-nhan',
      difference:
        'Đăng ký kết hôn ở phường là ra giấy cưới; giấy độc thân là để mang đi cưới ở nước ngoài hoặc dùng việc khác.',
    },
    {
      topic: 'khai-sinh-nuoc-ngoai',
      difference: 'Đây là đăng ký cưới; làm giấy khai sinh cho con có cha, mẹ nước ngoài là việc khác.',
    },
  ],
}
