import type { Topic } from '../../procedures.ts'
import { channels, statedFee } from '../channels.ts'
import { tableReading } from '../checklists/civil-status.ts'
import { trichLucHoTichChecklist } from '../checklists/trich-luc-ho-tich.ts'
import {
  alsoOnVneid,
  authorisationPaper,
  civilStatusChanges,
  civilStatusLaws,
  civilStatusSources,
  declaration,
  deskReturnsPapers,
  identityPaper,
  lateHourFact,
  lawChangeFacts,
  lawChangeFlag,
  postNeedsCertifiedCopies,
  residencePaper,
  whichCivilStatusOffice,
} from '../civil-status.ts'
import { laws } from '../laws.ts'
import { feeReading, fromPortal, portal } from '../sources.ts'

const code = '2.000635'

const extract = {
  timeLimit: {
    value: null,
    unit: null,
    text: 'Cổng ghi các mức khác nhau (1 ngày, 1 ngày làm việc, 15 ngày làm việc) mà không nói mức nào cho trường hợp nào. Nộp sau 15 giờ thì hẹn ngày làm việc tiếp theo.',
  },
  fees: [statedFee('Phí bản sao trích lục', 8000, { per: 'bản' })],
}

export const trichLucHoTich: Topic = {
  key: 'trich-luc-ho-tich',
  kind: 'procedure',
  title: 'Bản sao trích lục hộ tịch, giấy khai sinh',
  task: 'xin bản sao trích lục, giấy khai sinh',
  summary: 'Xin thêm bản sao giấy khai sinh, trích lục kết hôn, khai tử đã đăng ký, kể cả khi mất bản cũ.',
  category: 'ho-tich',
  procedures: [
    fromPortal({
      code,
      name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
      decision: { number: '163/QĐ-BTP', date: '2026-01-16' },
      updatedOn: '2026-06-06',
      recordId: '019d2bfd-867c-72db-b6a7-dcbd8c763807',
    }),
  ],
  relatedProcedures: [
    { code: '1.004884', name: 'Thủ tục đăng ký lại khai sinh', when: 'sổ gốc và bản chính giấy khai sinh đều mất' },
    { code: '1.004746', name: 'Thủ tục đăng ký lại kết hôn', when: 'sổ gốc và bản chính giấy kết hôn đều mất' },
    { code: '1.005461', name: 'Đăng ký lại khai tử', when: 'sổ gốc và bản chính giấy khai tử đều mất' },
  ],
  authority: {
    kind: 'ward',
    name: 'Cơ quan quản lý cơ sở dữ liệu hộ tịch điện tử, Sở Tư pháp',
    whichOffice: whichCivilStatusOffice,
    howToReach: null,
  },
  cases: [
    {
      id: 'ca-nhan',
      label: 'Cá nhân xin',
      words: [],
      procedure: code,
      documents: [
        declaration('Tờ khai đề nghị bản sao Trích lục hộ tịch', `${code}-c4`, `${code}-c5`),
        identityPaper(`${code}-c2`),
        residencePaper(`${code}-c3`),
        authorisationPaper(`${code}-c1`),
      ],
    },
    {
      id: 'co-quan-to-chuc',
      label: 'Cơ quan, tổ chức xin',
      words: ['cơ quan xin trích lục', 'tổ chức xin trích lục', 'công ty xin trích lục'],
      procedure: code,
      documents: [
        {
          id: 'van-ban-yeu-cau',
          name: 'Văn bản yêu cầu cấp bản sao, nêu rõ lý do',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: null,
          components: [`${code}-c4`],
        },
        identityPaper(`${code}-c2`),
      ],
    },
  ],
  checklist: trichLucHoTichChecklist,
  steps: [
    { title: 'Nộp hồ sơ', text: 'Nộp tại quầy, gửi bưu điện, hoặc nộp trên Cổng Dịch vụ công quốc gia hay VNeID.' },
    { title: 'Cán bộ tra cứu', text: 'Khai thiếu hoặc sai mà không tra được thì bị từ chối.' },
    {
      title: 'Xem lại thông tin',
      text: 'Nộp trực tuyến thì nhận bản điện tử để xem lại; quá 1 ngày không trả lời là coi như đã đúng.',
    },
    { title: 'Nhận bản sao', text: 'Mang giấy tờ tùy thân khi đến nhận.' },
  ],
  channels: [
    ...channels(['in_person', 'post'], extract),
    ...channels(['online'], {
      note: alsoOnVneid,
      ...extract,
      fees: [
        statedFee('Phí bản sao trích lục', 8000, {
          per: 'bản',
          reliefs: [
            {
              percent: 100,
              from: '2026-08-15',
              until: '2027-02-28',
              condition: 'nộp trực tuyến bằng tài khoản VNeID mức 2',
              law: '117/2026/TT-BTC',
              source: feeReading.id,
            },
          ],
        }),
      ],
    }),
  ],
  results: ['Bản sao Trích lục hộ tịch, bản sao Giấy khai sinh'],
  eligibility: ['Thông tin khai phải đủ và đúng để tra được; không tra được thì bị từ chối.'],
  advice: [
    'Nhớ họ tên, ngày sinh và nơi đã đăng ký trước đây.',
    'Bản sao trích lục lấy từ sổ gốc; photo giấy khai sinh rồi đóng dấu là chứng thực bản sao, việc khác.',
    deskReturnsPapers,
    postNeedsCertifiedCopies,
  ],
  legalBases: [...civilStatusLaws('281/2016/TT-BTC'), ...laws('117/2026/TT-BTC')],
  scheduledChanges: [
    ...civilStatusChanges,
    {
      date: '2027-03-01',
      text: 'Hết đợt miễn phí bản sao khi nộp trực tuyến bằng VNeID mức 2 (Thông tư 117/2026/TT-BTC).',
      rewrite: false,
    },
  ],
  disagreements: [
    {
      aspect: 'fee',
      text: 'Đợt miễn khi nộp trực tuyến theo nguồn kiểm tra ngày 08/10/2026; Cổng chưa ghi.',
    },
  ],
  sources: [...civilStatusSources, feeReading, tableReading],
  facts: [
    { subject: 'time-limit-first-reading', value: '1 ngày', source: portal.id, record: code },
    { subject: 'time-limit-second-reading', value: '1 ngày làm việc', source: portal.id, record: code },
    { subject: 'time-limit-third-reading', value: '15 ngày làm việc', source: portal.id, record: code },
    { subject: 'waiver-condition', value: 'VNeID mức 2', source: feeReading.id, record: code },
    { subject: 'time-to-check-online-draft', value: 'tối đa một ngày', source: portal.id, record: code },
    { subject: 'registered-before', value: '01/01/2016', source: tableReading.id, record: 'checklist:khai-sinh' },
    lateHourFact(code),
    ...lawChangeFacts(code),
  ],
  effectiveFrom: null,
  effectiveUntil: '2027-02-28',
  verifiedOn: null,
  reviewFlags: [
    lawChangeFlag(code),
    {
      code: 'AGENCY_NOT_COMMUNE',
      procedure: code,
      text: 'Cổng ghi nơi cấp là Sở Tư pháp và cơ quan quản lý dữ liệu hộ tịch; phường có thể chỉ nhận hồ sơ.',
    },
    {
      code: 'CONFLICT',
      procedure: code,
      text: 'Nguồn khác ghi có đợt miễn phí khi nộp trực tuyến mà Cổng chưa ghi; cần đối chiếu.',
    },
  ],
  aliases: [
    'trích lục khai sinh',
    'trích lục kết hôn',
    'trích lục khai tử',
    'bản sao giấy khai sinh',
    'mất giấy khai sinh',
    'xin lại giấy khai sinh',
    'trích lục hộ tịch',
    'xin thêm bản khai sinh',
    'làm lại khai sinh bị rách',
    'mất giấy đăng ký kết hôn',
    'khai sinh bản sao cho con đi học',
    'trích lục bộ khai sinh',
    'giấy khai sinh bị rách',
    'khai sinh bị mất xin lại',
    'sao lục khai sinh',
    'xin bản sao khai sinh',
    'xin bản sao giấy kết hôn',
    'xin bản sao giấy chứng tử',
  ],
  exampleQuestions: [
    'Giấy khai sinh của con bị mất, xin lại bản khác ở đâu?',
    'Cho con vào lớp một cần bản sao khai sinh thì xin thế nào?',
    'Xin trích lục khai sinh ở nơi đang ở trọ được không hay phải về quê?',
    'Xin thêm vài bản khai sinh tốn bao nhiêu một bản?',
    'Giấy kết hôn thất lạc, muốn xin bản trích lục thì mang theo gì?',
    'Nhờ con gái đi xin trích lục khai tử của ông có cần ủy quyền không?',
  ],
  confusableWith: [
    {
      topic: 'dang-ky-lai-ho-tich',
      difference: 'Sổ lưu còn thì xin trích lục; sổ lưu và bản chính đều mất thì đăng ký lại.',
    },
    {
      topic: 'cai-chinh-ho-tich',
      difference: 'Trích lục chép đúng như sổ; chỗ ghi sai, ghi thiếu thì phải cải chính, bổ sung.',
    },
    {
      topic: 'khai-sinh',
      difference: 'Trích lục là xin thêm bản sao của giấy đã có; trẻ chưa từng khai sinh thì làm khai sinh.',
    },
    {
      topic: 'chung-thuc-ban-sao',
      difference: 'Trích lục do nơi giữ sổ gốc cấp; sao y là photo giấy mình đang cầm rồi đóng dấu.',
    },
    {
      topic: 'khai-tu',
      difference: 'Trích lục là xin thêm bản sao; người mới mất chưa khai thì làm khai tử.',
    },
    {
      topic: 'ket-hon',
      difference: 'Trích lục là xin bản sao giấy kết hôn đã có; chưa đăng ký thì làm đăng ký kết hôn.',
    },
  ],
}
