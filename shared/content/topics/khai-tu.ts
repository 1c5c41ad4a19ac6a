import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { khaiTuChecklist } from '../checklists/khai-tu.ts'
import {
  abolishedFlag,
  alsoOnVneid,
  authorisationPaper,
  civilStatusChanges,
  civilStatusDecision,
  civilStatusLaws,
  civilStatusSources,
  declaration,
  deskReturnsPapers,
  identityPaper,
  lateHourFact,
  lawChangeFacts,
  lawChangeFlag,
  postNeedsCertifiedCopies,
  provincialFee,
  residencePaper,
} from '../civil-status.ts'
import { handedIn } from '../papers.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.000656'
const foreign = '1.001766'

const application = declaration('Tờ khai đăng ký khai tử', `${code}-c8`, `${code}-c7`)

const atTheDesk: Topic['cases'][number]['documents'] = [
  identityPaper(`${code}-c6`),
  {
    id: 'noi-cu-tru-cuoi-cung',
    name: 'Giấy tờ chứng minh nơi cư trú cuối cùng của người đã mất',
    role: 'present',
    originals: 1,
    copies: 0,
    condition: 'cán bộ không tra được nơi cư trú trên hệ thống',
    note: null,
    form: null,
    components: [`${code}-c5`],
  },
  {
    id: 'noi-mat',
    name: 'Giấy tờ chứng minh nơi người đó mất hoặc nơi tìm thấy thi thể',
    role: 'present',
    originals: 1,
    copies: 0,
    condition: 'không xác định được nơi cư trú cuối cùng',
    note: null,
    form: null,
    components: [`${code}-c4`],
  },
  authorisationPaper(`${code}-c2`),
]

export const khaiTu: Topic = {
  key: 'khai-tu',
  kind: 'procedure',
  title: 'Khai tử',
  task: 'khai tử cho người thân',
  summary: 'Khai báo người thân đã mất để nhận Trích lục khai tử; đi khai trong 15 ngày kể từ ngày mất.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Thủ tục đăng ký khai tử',
      decision: civilStatusDecision,
      updatedOn: '2026-04-15',
      recordId: '019d2bfd-3fac-7489-b53b-9c6c958f2da4',
    }),
    fromPortal({
      code: foreign,
      name: 'Thủ tục đăng ký khai tử có yếu tố nước ngoài',
      decision: civilStatusDecision,
      updatedOn: '2026-04-15',
      recordId: '019d2bfd-47da-7259-b8fe-0d5327727234',
    }),
  ],
  relatedProcedures: [
    {
      code: '2.002913',
      name: 'Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất',
      when: 'muốn làm cùng lúc khai tử, xóa thường trú và mai táng phí',
    },
    { code: '1.005461', name: 'Đăng ký lại khai tử', when: 'đã khai tử nhưng sổ và bản chính đều mất' },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Làm ở nơi cư trú cuối cùng của người đã mất; không rõ thì làm ở nơi người đó mất.',
    howToReach: null,
  },
  cases: [
    {
      id: 'co-giay-bao-tu',
      label: 'Có giấy báo tử',
      words: [],
      procedure: code,
      documents: [
        application,
        {
          id: 'giay-bao-tu',
          name: 'Giấy báo tử hoặc giấy tờ thay Giấy báo tử',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Đã có bản điện tử thì không phải nộp bản giấy.',
          form: null,
          components: [`${code}-c1`],
        },
        ...atTheDesk,
      ],
    },
    {
      id: 'mat-da-lau',
      label: 'Mất đã lâu, không có giấy báo tử',
      words: ['mất đã lâu', 'mất lâu rồi', 'không có giấy báo tử', 'mất từ lâu', 'mất mấy năm'],
      procedure: code,
      documents: [
        application,
        {
          id: 'giay-to-chung-minh',
          name: 'Giấy tờ do cơ quan có thẩm quyền cấp hoặc xác nhận, chứng minh người đó đã mất',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Gọi phường trước để biết giấy tờ nào dùng được.',
          form: null,
          components: [`${code}-c3`],
        },
        ...atTheDesk,
      ],
    },
    {
      id: 'nuoc-ngoai',
      label: 'Có yếu tố nước ngoài',
      words: ['người nước ngoài mất', 'mất ở nước ngoài', 'yếu tố nước ngoài', 'quốc tịch nước ngoài'],
      procedure: foreign,
      documents: [
        declaration('Tờ khai đăng ký khai tử', `${foreign}-c6`, `${foreign}-c8`),
        handedIn('giay-bao-tu', `${foreign}-c2`, 'Giấy báo tử hoặc giấy tờ thay Giấy báo tử', {
          note: 'Đã có bản điện tử thì không phải nộp bản giấy.',
        }),
        handedIn(
          'giay-to-chung-minh',
          `${foreign}-c3`,
          'Giấy tờ do cơ quan có thẩm quyền cấp hoặc xác nhận, chứng minh người đó đã mất',
          { condition: 'mất đã lâu, không có giấy báo tử' },
        ),
        identityPaper(`${foreign}-c4`),
        residencePaper(`${foreign}-c5`),
        authorisationPaper(`${foreign}-c1`),
      ],
    },
  ],
  checklist: khaiTuChecklist,
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp tại quầy, gửi bưu điện, hoặc nộp trên Cổng Dịch vụ công quốc gia hay VNeID.' },
    { title: 'Cán bộ kiểm tra', text: 'Thiếu giấy nào, cán bộ nói rõ giấy đó để bổ sung.' },
    {
      title: 'Xem lại thông tin',
      text: 'Nộp trực tuyến thì nhận bản Trích lục khai tử điện tử để xem lại; quá 1 ngày không trả lời là coi như đã đúng.',
    },
    { title: 'Nhận Trích lục khai tử', text: 'Nhận tại nơi nộp hồ sơ.' },
  ],
  channels: [
    ...channels(['in_person', 'online', 'post'], {
      procedure: code,
      onlineNote: alsoOnVneid,
      timeLimit: {
        value: null,
        unit: null,
        text: 'Cổng ghi các mức khác nhau (1 ngày, 2 ngày, 5 ngày làm việc) mà không nói mức nào cho trường hợp nào. Nộp sau 15 giờ thì hẹn ngày làm việc tiếp theo.',
      },
      fees: [
        unknownFee(
          'Lệ phí khai tử',
          'set_by_province',
          'Được miễn: khai tử đúng hạn, gia đình có công với cách mạng, hộ nghèo, người khuyết tật. Xin thêm bản sao trích lục thì có phí riêng.',
        ),
      ],
    }),
    ...channels(['in_person', 'online', 'post'], {
      procedure: foreign,
      onlineNote: alsoOnVneid,
      timeLimit: { value: 3, unit: 'working_day', text: '3 ngày làm việc.' },
      fees: [provincialFee('Lệ phí khai tử', 'trích lục')],
    }),
  ],
  results: ['Trích lục khai tử'],
  eligibility: [
    'Vợ, chồng, con, cha, mẹ hoặc người thân đi khai trong 15 ngày kể từ ngày mất.',
    'Không có người thân thì đại diện cơ quan, tổ chức hoặc người có liên quan đi khai.',
    'Đã quá hạn thì gọi phường để được chỉ cách làm.',
  ],
  advice: [deskReturnsPapers, postNeedsCertifiedCopies],
  legalBases: civilStatusLaws('281/2016/TT-BTC'),
  scheduledChanges: civilStatusChanges,
  disagreements: [],
  sources: civilStatusSources,
  facts: [
    { subject: 'deadline-after-death', value: '15 ngày', source: portal.id, record: code },
    { subject: 'time-limit-first-reading', value: '1 ngày', source: portal.id, record: code },
    { subject: 'time-limit-second-reading', value: '2 ngày', source: portal.id, record: code },
    { subject: 'time-limit-third-reading', value: '5 ngày làm việc', source: portal.id, record: code },
    { subject: 'time-to-check-online-draft', value: 'tối đa một ngày', source: portal.id, record: code },
    lateHourFact(code),
    ...lawChangeFacts(code),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [abolishedFlag(code, 'thị trấn'), lawChangeFlag(code), lawChangeFlag(foreign)],
  aliases: [
    'báo tử',
    'giấy chứng tử',
    'giấy báo tử',
    'đăng ký khai tử',
    'nhà có người mất',
    'nhà có tang',
    'người nhà vừa mất giờ phải làm những gì',
    'ông nhà tôi mất hôm qua',
    'ba mẹ qua đời',
    'ông nội mất',
    'người thân từ trần',
    'làm giấy tử cho ông già',
    'khai báo người đã mất',
    'chồng chết',
    'ba tôi mất',
    'má mất',
    'mẹ tôi vừa mất',
    'cha tôi qua đời',
    'bà ngoại mất',
    'vợ mất',
    'ông già mất ở nhà',
    'chết già ở nhà',
    'khai báo người mất',
  ],
  exampleQuestions: [
    'Cha tôi mất hôm qua, tôi phải ra phường làm giấy tờ gì?',
    'Ông mất ở nhà thì lấy giấy báo tử ở đâu để đi khai?',
    'Bao nhiêu ngày sau khi mất thì phải đi khai tử?',
    'Bà cố mất từ lâu mà chưa khai tử thì giờ làm sao?',
    'Lấy giấy chứng tử mất mấy hôm?',
    'Con ở xa, nhờ hàng xóm đi khai tử giùm được không?',
    'Khai tử có phải đóng lệ phí không?',
  ],
  confusableWith: [
    {
      topic: 'trich-luc-ho-tich',
      difference: 'Khai tử là khai lần đầu; đã khai rồi, cần thêm bản sao thì xin trích lục.',
    },
    {
      topic: 'mai-tang',
      difference: 'Khai tử là báo người thân đã mất để có giấy; xin tiền lo đám tang là việc khác, làm sau.',
    },
  ],
}
