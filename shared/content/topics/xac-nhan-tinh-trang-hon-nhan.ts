import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { xacNhanTinhTrangHonNhanChecklist } from '../checklists/xac-nhan-tinh-trang-hon-nhan.ts'
import {
  alsoOnVneid,
  authorisationPaper,
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

const code = '1.004873'

const always = [
  declaration('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', `${code}-c7`, `${code}-c5`),
  identityPaper(`${code}-c3`),
]
const sometimes = [residencePaper(`${code}-c4`), authorisationPaper(`${code}-c2`)]

export const xacNhanTinhTrangHonNhan: Topic = {
  key: 'xac-nhan-tinh-trang-hon-nhan',
  kind: 'procedure',
  title: 'Giấy xác nhận tình trạng hôn nhân',
  task: 'xin giấy xác nhận tình trạng hôn nhân',
  summary:
    'Giấy ghi một người đang chưa có vợ, có chồng (hay gọi là giấy độc thân), để kết hôn, mua bán nhà đất, vay vốn.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
      decision: { number: '163/QĐ-BTP', date: '2026-01-16' },
      updatedOn: '2026-04-23',
      recordId: '019d2bfd-6eb3-7019-bf3f-fc58c9ee44b9',
    }),
  ],
  relatedProcedures: [
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
      id: 'xin-lan-dau',
      label: 'Xin lần đầu',
      words: [],
      procedure: code,
      documents: [...always, ...sometimes],
    },
    {
      id: 'xin-cap-lai',
      label: 'Xin cấp lại',
      words: ['cấp lại giấy xác nhận', 'xin lại giấy độc thân', 'giấy độc thân hết hạn', 'mất giấy độc thân'],
      procedure: code,
      documents: [
        ...always,
        {
          id: 'giay-da-cap',
          name: 'Giấy xác nhận tình trạng hôn nhân đã cấp lần trước',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Xin lại để kết hôn mà không nộp lại được giấy cũ thì nói rõ lý do; cán bộ gửi văn bản hỏi trong 3 ngày làm việc.',
          form: null,
          components: [`${code}-c1`],
        },
        ...sometimes,
      ],
    },
  ],
  checklist: xacNhanTinhTrangHonNhanChecklist,
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp tại quầy, gửi bưu điện, hoặc nộp trên Cổng Dịch vụ công quốc gia hay VNeID.' },
    {
      title: 'Cán bộ tra cứu',
      text: 'Không tra được thì phường hỏi nơi thường trú hoặc nơi từng đăng ký kết hôn; nơi đó trả lời trong 3 ngày làm việc.',
    },
    {
      title: 'Xem lại thông tin',
      text: 'Nộp trực tuyến thì nhận bản điện tử để xem lại; quá 1 ngày không trả lời là coi như đã đúng.',
    },
    { title: 'Nhận giấy', text: 'Nhận tại nơi nộp theo phiếu hẹn.' },
  ],
  channels: channels(['in_person', 'online', 'post'], {
    onlineNote: alsoOnVneid,
    timeLimit: {
      value: 3,
      unit: 'working_day',
      text: '3 ngày làm việc. Phải hỏi nơi khác thì nơi đó có thêm 3 ngày làm việc để trả lời.',
    },
    fees: [
      unknownFee(
        'Lệ phí xác nhận tình trạng hôn nhân',
        'set_by_province',
        'Được miễn: gia đình có công với cách mạng, hộ nghèo, người khuyết tật.',
      ),
    ],
  }),
  results: ['Giấy xác nhận tình trạng hôn nhân'],
  eligibility: [
    'Xin để kết hôn thì chỉ được cấp 1 bản.',
    'Xin để làm việc khác thì ghi rõ dùng làm gì và cần mấy bản.',
    'Không cấp để kết hôn với người cùng giới tính, hoặc để kết hôn với người nước ngoài tại cơ quan đại diện nước ngoài ở Việt Nam.',
  ],
  advice: [
    'Cưới người Việt trong nước thì hỏi phường trước: có thể không cần giấy này vì nơi đăng ký tự tra cứu.',
    'Đã ly hôn hoặc vợ, chồng đã mất thì ghi sẵn số, ngày, nơi cấp bản án ly hôn hoặc trích lục khai tử; cán bộ tự tra.',
    'Từng thường trú nhiều nơi thì mang theo giấy tờ về tình trạng hôn nhân ở các nơi đó, nếu có.',
    deskReturnsPapers,
    postNeedsCertifiedCopies,
  ],
  legalBases: civilStatusLaws('52/2014/QH13'),
  scheduledChanges: civilStatusChanges,
  disagreements: [
    {
      aspect: 'eligibility',
      text: 'Hướng dẫn kết hôn trong nước nói nơi đăng ký tự tra cứu, nên giấy này có thể không còn cần để cưới trong nước.',
    },
  ],
  sources: civilStatusSources,
  facts: [
    { subject: 'copies-for-marriage', value: 'chỉ cấp 01 bản', source: portal.id, record: code },
    { subject: 'time-to-check-online-draft', value: 'tối đa một ngày', source: portal.id, record: code },
    enquiryFact(code),
    ...lawChangeFacts(code),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [
    lawChangeFlag(code),
    {
      code: 'NEWER_LAW',
      procedure: code,
      text: 'Kết hôn trong nước: nơi đăng ký tự tra tình trạng hôn nhân, nên giấy này có thể không còn cần cho việc đó.',
    },
  ],
  aliases: [
    'giấy độc thân',
    'xác nhận độc thân',
    'giấy chứng nhận độc thân',
    'xác nhận chưa có vợ',
    'xác nhận chưa có chồng',
    'giấy xác nhận chưa kết hôn',
    'xác nhận tình trạng hôn nhân',
    'giấy còn son',
    'độc thân để bán đất',
    'độc thân để vay ngân hàng',
    'xác nhận đã ly hôn chưa lấy ai',
    'giấy tình trạng hôn nhân để đi lao động nước ngoài',
    'chứng nhận chưa kết hôn',
    'giấy chưa có gia đình',
    'xin giấy xác nhận một mình',
    'giấy xác nhận góa vợ',
    'giấy xác nhận góa chồng',
    'ly hôn rồi xin giấy độc thân',
  ],
  exampleQuestions: [
    'Bán miếng đất mà bên mua đòi giấy độc thân thì xin ở đâu?',
    'Tôi ly hôn rồi, xin giấy xác nhận độc thân cần gì?',
    'Giấy xác nhận chưa có chồng mấy ngày thì lấy được?',
    'Trước ở tỉnh khác giờ về đây, xin xác nhận chưa vợ được không?',
    'Vay tiền ngân hàng họ bắt làm giấy tình trạng hôn nhân, làm sao?',
    'Xin giấy độc thân cho con trai đang đi làm xa, mẹ xin thay được không?',
    'Giấy độc thân cũ hết hạn rồi xin cái mới thế nào?',
    'Tòa xử ly hôn xong rồi, cần giấy đang độc thân thì xin phường hay xin tòa?',
  ],
  confusableWith: [
    {
      topic: 'ket-hon',
      difference: 'Giấy độc thân chỉ xác nhận đang chưa có vợ, có chồng; ra ký giấy cưới là đăng ký kết hôn.',
    },
    {
      topic: 'ly-hon',
      difference: 'Giấy độc thân sau khi đã ly hôn xin ở phường; còn đang xin ly hôn thì nộp ở tòa án.',
    },
  ],
}
