import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import {
  alsoPoliceOnline,
  newerLawFlag,
  newLawFact,
  onlyOnlineListed,
  receptionFacts,
  receptionHours,
  residenceAuthority,
  residenceDisagreements,
  residenceForm,
  residenceLaws,
  residenceSources,
  residenceSteps,
} from '../residence.ts'
import { fromPortal, portal, residenceReading } from '../sources.ts'

const code = '1.010041'

export const xacNhanCuTru: Topic = {
  key: 'xac-nhan-cu-tru',
  kind: 'procedure',
  title: 'Giấy xác nhận cư trú (CT07)',
  task: 'xin giấy xác nhận cư trú',
  summary: 'Giấy ghi đang thường trú, tạm trú ở đâu, thay sổ hộ khẩu giấy; làm ở công an phường.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Xác nhận thông tin về cư trú',
      decision: { number: '9354/QĐ-BCA-C06', date: '2025-11-20' },
      updatedOn: '2026-04-29',
      recordId: '019d2bf7-7f19-762d-be5e-741f71796016',
    }),
  ],
  relatedProcedures: [
    {
      code: '1.010040',
      name: 'Khai báo thông tin về cư trú đối với người chưa đủ điều kiện đăng ký thường trú, đăng ký tạm trú',
      when: 'chưa có nơi thường trú lẫn tạm trú',
    },
    {
      code: '1.010039',
      name: 'Điều chỉnh thông tin về cư trú trong Cơ sở dữ liệu về cư trú',
      when: 'thông tin cư trú bị sai',
    },
  ],
  authority: residenceAuthority,
  cases: [
    {
      id: 'xac-nhan-cu-tru',
      label: 'Xác nhận thông tin cư trú',
      words: [],
      procedure: code,
      documents: [residenceForm(`${code}-c1`, 'Nộp trực tuyến thì điền mẫu có sẵn trên mạng, không kèm tờ khai này.')],
    },
  ],
  steps: residenceSteps(null, 'Nhận giấy xác nhận theo ngày trên phiếu hẹn.'),
  channels: channels(['online'], {
    timeLimit: {
      value: 1,
      unit: 'working_day',
      text: '1 ngày làm việc nếu thông tin đã có trong dữ liệu dân cư; phải xác minh thì 3 ngày làm việc.',
    },
    fees: [unknownFee('Lệ phí xác nhận cư trú', 'not_stated', null)],
    note: `${alsoPoliceOnline} ${receptionHours}`,
  }),
  results: ['Xác nhận thông tin về cư trú (mẫu CT07)'],
  eligibility: ['Cổng ghi: không có điều kiện gì.'],
  advice: [],
  legalBases: residenceLaws('56/2021/TT-BCA', '62/2021/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [
    ...residenceDisagreements,
    ...onlyOnlineListed,
    {
      aspect: 'time',
      text: 'Nguồn kiểm tra tháng 9/2026 ghi ngắn hơn: không quá nửa ngày làm việc khi dữ liệu đã có.',
    },
  ],
  sources: residenceSources,
  facts: [
    newLawFact(code),
    ...receptionFacts(code),
    { subject: 'when-to-be-checked', value: '03 ngày làm việc', source: portal.id, record: code },
    { subject: 'shorter-limit-read-in', value: '9/2026', source: residenceReading.id, record: code },
    { subject: 'result-form', value: 'CT07', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    newerLawFlag(code),
    {
      code: 'CONFLICT',
      procedure: code,
      text: 'Thời hạn: Cổng ghi một hoặc ba ngày làm việc, nguồn đọc sau theo Thông tư 116/2026/TT-BCA ghi ngắn hơn.',
    },
  ],
  aliases: [
    'xác nhận cư trú',
    'giấy xác nhận cư trú',
    'CT07',
    'giấy CT07',
    'xác nhận nơi ở',
    'giấy thay sổ hộ khẩu',
    'giấy hộ khẩu cũ còn dùng được không',
    'xác nhận hộ khẩu',
    'xác nhận thường trú',
    'xác nhận đang tạm trú',
    'giấy xác nhận nhân khẩu',
    'xác nhận số người trong hộ',
    'bị thu sổ hộ khẩu',
    'không còn sổ hộ khẩu thì xin giấy gì',
    'mất sổ hộ khẩu giấy',
    'giấy chứng minh nơi ở',
    'xác nhận thông tin về cư trú',
  ],
  exampleQuestions: [
    'Trường đòi sổ hộ khẩu mà công an thu rồi, xin giấy gì thay?',
    'Ngân hàng kêu nộp giấy xác nhận nơi ở thì xin ở đâu?',
    'Xin CT07 có phải nộp tiền không?',
    'Giấy xác nhận nhà tôi có mấy người trong hộ thì công an hay phường cấp?',
    'Xin xác nhận cư trú trên điện thoại mấy bữa thì có giấy?',
    'Sổ hộ khẩu giấy bị mất, giờ mua bảo hiểm người ta đòi chứng minh hộ khẩu thì làm sao?',
    'Tôi ở trọ, cơ quan bắt có giấy xác nhận tạm trú, xin ở đâu?',
  ],
  confusableWith: [
    {
      topic: 'xac-nhan-tinh-trang-hon-nhan',
      difference: 'Xác nhận cư trú nói đang ở đâu, do công an cấp; xác nhận độc thân do phường cấp.',
    },
    {
      topic: 'thuong-tru',
      difference: 'Chỉ cần giấy ghi đang ở đâu thì xin xác nhận; muốn đổi nơi ở thì đăng ký thường trú.',
    },
    {
      topic: 'dieu-chinh-cu-tru',
      difference: 'Xác nhận là xin giấy theo dữ liệu đang có; dữ liệu sai thì điều chỉnh trước.',
    },
  ],
}
