import type { Topic } from '../../procedures.ts'
import { channels, statedFee, unknownFee } from '../channels.ts'
import {
  alsoPoliceOnline,
  dataNotAskedAgain,
  newerLawFlag,
  newLawFact,
  receptionFacts,
  receptionHours,
  residenceAuthority,
  residenceDisagreements,
  residenceForm,
  residenceLaws,
  residenceResult,
  residenceSources,
  residenceSteps,
} from '../residence.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.010038'
const timeLimit: Topic['channels'][number]['timeLimit'] = { value: 5, unit: 'working_day', text: '5 ngày làm việc.' }
const exempt = unknownFee(
  'Diện được miễn',
  'free_for_eligible',
  'Có diện được miễn theo Điều 4 Thông tư 75/2022/TT-BTC; mang giấy chứng minh nếu dữ liệu chưa có.',
)

export const tachHo: Topic = {
  key: 'tach-ho',
  kind: 'procedure',
  title: 'Tách hộ',
  task: 'tách hộ',
  summary: 'Ở cùng một nhà nhưng đứng thành hộ riêng, quen gọi là tách sổ hộ khẩu; làm ở công an phường.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Tách hộ',
      decision: { number: '9354/QĐ-BCA-C06', date: '2025-11-20' },
      updatedOn: '2026-04-29',
      recordId: '019d2bf7-7f1e-71e3-be3e-7f22dce4ac4d',
    }),
  ],
  relatedProcedures: [
    { code: '1.004222', name: 'Đăng ký thường trú', when: 'dọn sang nhà khác ở hẳn' },
    {
      code: '1.010039',
      name: 'Điều chỉnh thông tin về cư trú trong Cơ sở dữ liệu về cư trú',
      when: 'chỉ muốn đổi chủ hộ',
    },
  ],
  authority: residenceAuthority,
  cases: [
    {
      id: 'cung-cho-o',
      label: 'Ở cùng nhà, ra hộ riêng',
      words: [],
      procedure: code,
      documents: [
        residenceForm(
          `${code}-c3`,
          'Chủ hộ và chủ nhà ghi đồng ý cho tách ngay trên tờ khai, trừ khi đã có văn bản đồng ý.',
        ),
      ],
    },
    {
      id: 'da-ly-hon',
      label: 'Đã ly hôn, vẫn ở cùng nhà',
      words: ['ly hôn', 'ly dị', 'thôi nhau', 'bỏ nhau', 'vợ cũ', 'chồng cũ'],
      procedure: code,
      documents: [
        residenceForm(`${code}-c1`),
        {
          id: 'ly-hon-va-cho-o',
          name: 'Giấy tờ chứng minh đã ly hôn và vẫn được ở nhà đó',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: null,
          form: null,
          components: [`${code}-c2`],
        },
      ],
    },
  ],
  steps: residenceSteps('lệ phí tách hộ', 'Nhận thông báo theo ngày trên phiếu hẹn; hộ mới được ghi vào dữ liệu.'),
  channels: [
    ...channels(['in_person'], {
      timeLimit,
      fees: [statedFee('Lệ phí tách hộ', 10000, { per: 'lần đăng ký' }), exempt],
      note: receptionHours,
    }),
    ...channels(['online'], {
      timeLimit,
      fees: [statedFee('Lệ phí tách hộ', 5000, { per: 'lần đăng ký' }), exempt],
      note: alsoPoliceOnline,
    }),
  ],
  results: [residenceResult, 'Hộ mới trong dữ liệu cư trú và dân cư'],
  eligibility: [
    'Người tách hộ có năng lực hành vi dân sự đầy đủ; nhiều người cùng tách thì ít nhất một người như vậy.',
    'Chủ hộ và chủ nhà đồng ý; vợ chồng đã ly hôn mà vẫn được ở đó thì nộp giấy tờ chứng minh thay.',
  ],
  advice: [
    'Nộp bản photo thì mang bản chính để đối chiếu; không phải nộp thêm bản sao của giấy đó.',
    'Nộp trực tuyến thì tải ảnh chụp rõ giấy tờ lên, không phải công chứng.',
    dataNotAskedAgain,
  ],
  legalBases: residenceLaws('75/2022/TT-BTC', '66.7/2025/NQ-CP', '56/2021/TT-BCA', '62/2021/NĐ-CP'),
  scheduledChanges: [],
  disagreements: residenceDisagreements,
  sources: residenceSources,
  facts: [
    newLawFact(code),
    ...receptionFacts(code),
    { subject: 'article-on-exemption', value: 'Điều 4 Thông tư số 75/2022/TT-BTC', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [newerLawFlag(code)],
  aliases: [
    'tách hộ',
    'tách hộ khẩu',
    'tách khẩu',
    'tách sổ hộ khẩu',
    'ra hộ riêng',
    'đứng hộ riêng',
    'lập hộ mới cùng nhà',
    'chia hộ khẩu',
    'làm chủ hộ riêng',
    'ly hôn tách hộ khẩu',
    'một nhà hai hộ khẩu',
    'ăn riêng tách hộ',
    'ở chung nhà mà muốn hộ riêng',
    'con cưới vợ ra riêng hộ',
  ],
  exampleQuestions: [
    'Con trai tôi lấy vợ, hai vợ chồng vẫn ở chung nhà nhưng muốn ra hộ riêng thì làm sao?',
    'Một nhà có hai hộ khẩu được không, xin ở đâu?',
    'Ly hôn rồi mà tôi với ổng còn ở chung một nhà, tách khẩu ra cần giấy gì?',
    'Anh tôi là chủ hộ không chịu ký thì tôi có tách hộ được không?',
    'Tách sổ hộ khẩu tốn bao nhiêu tiền?',
    'Tách hộ nộp trên mạng được không hay phải ra công an?',
    'Muốn tách ra để đứng hộ riêng mà đóng tiền điện nước, mấy bữa thì có?',
  ],
  confusableWith: [
    {
      topic: 'thuong-tru',
      difference: 'Tách hộ là vẫn ở nhà cũ nhưng đứng hộ riêng; dọn sang nhà khác ở hẳn thì đăng ký thường trú.',
    },
    {
      topic: 'dieu-chinh-cu-tru',
      difference: 'Tách hộ là lập thêm một hộ; chỉ đổi người đứng chủ hộ thì điều chỉnh thông tin cư trú.',
    },
    {
      topic: 'tach-thua',
      difference: 'Tách hộ là việc hộ khẩu ở công an; chia một mảnh đất thành nhiều mảnh là tách thửa.',
    },
  ],
}
