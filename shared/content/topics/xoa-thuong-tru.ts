import type { Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
import {
  alsoPoliceOnline,
  dataNotAskedAgain,
  newerLawFlag,
  newLawFact,
  oldIdentityCardFlag,
  onlyOnlineListed,
  residenceAuthority,
  residenceDisagreements,
  residenceForm,
  residenceLaws,
  residenceResult,
  residenceSources,
  residenceSteps,
} from '../residence.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.003197'

export const xoaThuongTru: Topic = {
  key: 'xoa-thuong-tru',
  kind: 'procedure',
  title: 'Xóa đăng ký thường trú (cắt hộ khẩu)',
  task: 'xóa đăng ký thường trú',
  summary: 'Đưa tên một người ra khỏi nơi thường trú, quen gọi là cắt hộ khẩu; làm ở công an phường.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Xóa đăng ký thường trú',
      decision: { number: '1523/QĐ-BCA-C06', date: '2026-03-26' },
      updatedOn: '2026-04-27',
      recordId: '019d2bf7-6f18-72e5-974d-ed6803c7178a',
    }),
  ],
  relatedProcedures: [
    {
      code: '2.002913',
      name: 'Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất',
      when: 'nhà có người mất, làm một lần trên mạng',
    },
    { code: '1.004222', name: 'Đăng ký thường trú', when: 'chuyển hẳn về nơi ở mới' },
  ],
  authority: residenceAuthority,
  cases: [
    {
      id: 'xoa-thuong-tru',
      label: 'Xóa đăng ký thường trú',
      words: [],
      procedure: code,
      documents: [
        residenceForm(`${code}-c2`),
        {
          id: 'thuoc-dien-xoa',
          name: 'Giấy tờ chứng minh thuộc diện xóa đăng ký thường trú',
          role: 'present',
          originals: 1,
          copies: 0,
          condition: 'dữ liệu nhà nước chưa có thông tin này',
          note: 'Các diện xóa ghi ở Điều 24 Luật Cư trú; chưa rõ thuộc diện nào thì hỏi công an phường.',
          form: null,
          components: [`${code}-c1`],
        },
      ],
    },
  ],
  steps: residenceSteps(
    null,
    'Nhận thông báo theo ngày trên phiếu hẹn; tên được xóa khỏi nơi thường trú trong dữ liệu.',
  ),
  channels: channels(['online'], {
    timeLimit: {
      value: 5,
      unit: 'working_day',
      text: '5 ngày làm việc; nộp hồ sơ trong 7 ngày kể từ ngày trong hộ có người thuộc diện xóa.',
    },
    fees: [],
    note: alsoPoliceOnline,
  }),
  results: [residenceResult, 'Dữ liệu cư trú và dân cư được sửa lại'],
  eligibility: [
    'Nộp hồ sơ trong 7 ngày kể từ ngày trong hộ có người thuộc diện xóa; người đó hoặc đại diện hộ nộp.',
    'Không ai nộp thì công an phường kiểm tra, lập biên bản rồi xóa.',
    'Người trong quân đội, công an: đơn vị gửi văn bản đề nghị xóa, ghi rõ họ tên, ngày sinh, số định danh và lý do.',
  ],
  advice: [dataNotAskedAgain],
  legalBases: residenceLaws('154/2024/NĐ-CP', '56/2021/TT-BCA'),
  scheduledChanges: [],
  disagreements: [...residenceDisagreements, ...onlyOnlineListed],
  sources: residenceSources,
  facts: [
    newLawFact(code),
    { subject: 'article-on-removal', value: 'Điều 24 Luật Cư trú', source: portal.id, record: code },
    { subject: 'deadline-to-report', value: '07 ngày', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [oldIdentityCardFlag(code), newerLawFlag(code)],
  aliases: [
    'xóa hộ khẩu',
    'cắt hộ khẩu',
    'cắt khẩu',
    'xóa thường trú',
    'xóa đăng ký thường trú',
    'xóa tên khỏi hộ khẩu',
    'gạch tên trong sổ hộ khẩu',
    'rút tên ra khỏi hộ khẩu',
    'bỏ tên khỏi hộ khẩu',
    'xóa khẩu người đã mất',
    'cắt khẩu người đi nước ngoài',
    'còn tên trong hộ khẩu cũ',
    'xóa tên cha mẹ đã mất trong hộ khẩu',
    'ly dị cắt hộ khẩu vợ chồng cũ',
    'đưa người ra khỏi hộ khẩu',
    'người không còn ở mà vẫn có tên trong hộ',
  ],
  exampleQuestions: [
    'Con gái tôi đi định cư bên Mỹ, giờ cắt hộ khẩu cho nó ở đâu?',
    'Ba tôi mất rồi, còn phải ra công an xóa tên trong hộ khẩu không?',
    'Bán nhà lâu rồi mà chủ cũ vẫn còn tên trong hộ khẩu nhà tôi, làm sao bỏ tên họ ra?',
    'Chuyển khẩu đi nơi khác thì có phải về chỗ cũ cắt khẩu trước không?',
    'Xóa thường trú mấy ngày thì xong?',
    'Muốn gạch tên đứa cháu không còn ở đây nữa thì cần giấy gì?',
    'Vợ chồng ly dị, cổ dọn đi rồi, tôi tự đi xóa khẩu cho cổ được không?',
  ],
  confusableWith: [
    {
      topic: 'thuong-tru',
      difference: 'Xóa thường trú là đưa tên ra khỏi hộ; chuyển về nơi mới thì đăng ký thường trú ở nơi mới.',
    },
    {
      topic: 'xoa-tam-tru',
      difference: 'Xóa thường trú là bỏ tên ở nơi có hộ khẩu; bỏ tên ở chỗ trọ là xóa tạm trú.',
    },
    {
      topic: 'khai-tu',
      difference: 'Báo có người mất là khai tử, làm ở phường; xóa tên trong hộ khẩu là việc của công an phường.',
    },
  ],
}
