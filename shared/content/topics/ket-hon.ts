import type { Topic } from '../../procedures.ts'
import { channels, statedFee } from '../channels.ts'
import { tableReading } from '../checklists/civil-status.ts'
import { ketHonChecklist } from '../checklists/ket-hon.ts'
import {
  abolishedFlag,
  alsoOnVneid,
  civilStatusChanges,
  civilStatusLaws,
  civilStatusSources,
  declaration,
  deskReturnsPapers,
  enquiryFact,
  identityPaper,
  lawChangeFacts,
  lawChangeFlag,
  postNeedsCertifiedCopies,
  residencePaper,
  whichCivilStatusOffice,
} from '../civil-status.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.000894'

export const ketHon: Topic = {
  key: 'ket-hon',
  kind: 'procedure',
  title: 'Đăng ký kết hôn',
  task: 'đăng ký kết hôn',
  summary: 'Hai người Việt Nam đăng ký kết hôn trong nước và nhận Giấy chứng nhận kết hôn.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Thủ tục đăng ký kết hôn',
      decision: { number: '163/QĐ-BTP', date: '2026-01-16' },
      updatedOn: '2026-04-16',
      recordId: '019d2bfd-3fac-7489-b53b-a15eb239a6fe',
    }),
  ],
  relatedProcedures: [
    {
      code: '2.000806',
      name: 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài',
      when: 'một bên là người nước ngoài',
    },
    {
      code: '1.004746',
      name: 'Thủ tục đăng ký lại kết hôn',
      when: 'đã đăng ký nhưng sổ và bản chính đều mất',
    },
    {
      code: '2.000554',
      name: 'Thủ tục ghi vào Sổ hộ tịch việc ly hôn, hủy việc kết hôn của công dân Việt Nam đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài',
      when: 'đã ly hôn ở nước ngoài mà chưa ghi vào sổ hộ tịch trong nước',
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
      id: 'trong-nuoc',
      label: 'Hai người Việt Nam',
      words: [],
      procedure: code,
      documents: [
        {
          ...declaration('Tờ khai đăng ký kết hôn', `${code}-c5`, `${code}-c3`),
          note: 'Hai bên khai chung một tờ cũng được. Nộp trực tuyến thì điền mẫu có sẵn trên mạng.',
        },
        {
          ...identityPaper(`${code}-c1`),
          name: 'Căn cước hoặc giấy tùy thân có ảnh, còn hạn, của cả hai',
        },
        residencePaper(`${code}-c2`),
      ],
    },
  ],
  checklist: ketHonChecklist,
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp tại quầy, gửi bưu điện, hoặc nộp trên Cổng Dịch vụ công quốc gia hay VNeID.' },
    {
      title: 'Cán bộ tra tình trạng hôn nhân',
      text: 'Không tra được thì phường hỏi nơi thường trú hoặc nơi từng đăng ký kết hôn; nơi đó trả lời trong 3 ngày làm việc.',
    },
    {
      title: 'Xem lại thông tin',
      text: 'Nộp trực tuyến thì nhận bản điện tử để xem lại; quá 1 ngày không trả lời là coi như đã đúng.',
    },
    {
      title: 'Cùng đến ký',
      text: 'Hai bên cùng có mặt, mang giấy tờ tùy thân, xem lại và ký; mỗi bên nhận 1 bản chính.',
    },
  ],
  channels: channels(['in_person', 'online', 'post'], {
    onlineNote: alsoOnVneid,
    timeLimit: {
      value: null,
      unit: null,
      text: 'Cổng ghi 1 ngày, nhưng chỗ thì ghi ngày thường, chỗ thì ghi ngày làm việc. Phải hỏi nơi khác về tình trạng hôn nhân thì nơi đó có 3 ngày làm việc để trả lời.',
    },
    fees: [
      statedFee('Lệ phí đăng ký kết hôn', 0, {
        text: 'Xin thêm bản sao trích lục kết hôn thì có phí riêng theo Thông tư 281/2016/TT-BTC.',
      }),
    ],
  }),
  results: ['Giấy chứng nhận kết hôn, mỗi bên 1 bản chính'],
  eligibility: [
    'Hai bên đủ điều kiện kết hôn theo Luật Hôn nhân và gia đình.',
    'Cả hai cùng có mặt khi nhận kết quả để xem lại và ký.',
    'Đã ly hôn hoặc hủy kết hôn ở nước ngoài thì phải ghi việc đó vào sổ hộ tịch trong nước trước.',
  ],
  advice: [
    'Không phải nộp Giấy xác nhận tình trạng hôn nhân: nơi đăng ký tự tra cứu.',
    deskReturnsPapers,
    postNeedsCertifiedCopies,
  ],
  legalBases: civilStatusLaws('52/2014/QH13', '281/2016/TT-BTC'),
  scheduledChanges: civilStatusChanges,
  disagreements: [],
  sources: [...civilStatusSources, tableReading],
  facts: [
    { subject: 'time-limit-reading', value: '1 ngày làm việc', source: portal.id, record: code },
    { subject: 'time-limit-other-reading', value: '1 ngày', source: portal.id, record: code },
    { subject: 'originals-for-each', value: '01 bản chính', source: portal.id, record: code },
    { subject: 'time-to-check-online-draft', value: 'tối đa một ngày', source: portal.id, record: code },
    {
      subject: 'age-to-marry',
      value: 'Nam đủ 20, nữ đủ 18 tuổi',
      source: tableReading.id,
      record: 'checklist:ket-hon',
    },
    enquiryFact(code),
    ...lawChangeFacts(code),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [abolishedFlag(code, 'thị trấn'), lawChangeFlag(code)],
  aliases: [
    'đăng ký kết hôn',
    'làm giấy kết hôn',
    'hôn thú',
    'giấy giá thú',
    'cưới vợ',
    'lấy chồng',
    'lập gia đình',
    'hai đứa ra phường ký giấy cưới',
    'giấy chứng nhận kết hôn lần đầu',
    'cưới lần hai',
    'làm hôn thú cho con trai',
    'đi đăng ký cưới',
    'ký giấy kết hôn',
    'hai đứa cưới nhau',
    'lấy vợ',
    'kết hôn lần hai',
    'làm giấy cưới',
    'tái hôn',
    'ly dị rồi cưới lại',
    'đi bước nữa',
  ],
  exampleQuestions: [
    'Hai đứa em định cưới, ra phường đăng ký cần mang giấy tờ gì?',
    'Đăng ký kết hôn có cần giấy độc thân nữa không?',
    'Chồng đi làm xa, một mình vợ đi đăng ký kết hôn được không?',
    'Vợ quê tỉnh khác thì đăng ký kết hôn bên nào?',
    'Làm hôn thú có tốn tiền không?',
    'Ly hôn rồi giờ lấy người khác thì đăng ký ra sao?',
    'Đăng ký kết hôn trong ngày có lấy được không?',
    'Tôi bỏ vợ lâu rồi, nay cưới người mới thì ra phường cần gì?',
    'Ly dị mấy năm rồi, giờ muốn cưới người khác thì đăng ký kết hôn lại ở đâu?',
  ],
  confusableWith: [
    {
      topic: 'ket-hon-nuoc-ngoai',
      difference:
        'Hai người Việt trong nước thì đăng ký kết hôn thường; cưới người nước ngoài hoặc Việt kiều là mục riêng.',
    },
    {
      topic: 'xac-nhan-tinh-trang-hon-nhan',
      difference: 'Kết hôn là ra ký giấy cưới; giấy độc thân chỉ xác nhận đang chưa có vợ, có chồng.',
    },
    {
      topic: 'trich-luc-ho-tich',
      difference: 'Đã đăng ký rồi, chỉ cần bản sao giấy kết hôn thì xin trích lục.',
    },
    {
      topic: 'ly-hon',
      difference: 'Đăng ký kết hôn, kể cả cưới lại sau khi ly hôn, làm ở phường; xin ly hôn thì nộp ở tòa án.',
    },
  ],
}
