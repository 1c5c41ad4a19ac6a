import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, statedFee } from '../channels.ts'
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

const code = '1.002755'
const alone = ['ca-nhan-ho-gia-dinh', 'don-vi-cong-an-quan-doi']
const listed = ['theo-danh-sach']
const timeLimit: Topic['channels'][number]['timeLimit'] = {
  value: 3,
  unit: 'working_day',
  text: '3 ngày làm việc; nộp trong 15 ngày trước ngày hết hạn tạm trú.',
}

function introduction(id: string, component: number, name: string, condition: string): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: 1,
    copies: 0,
    condition,
    note: null,
    form: null,
    components: [`${code}-c${component}`],
  }
}

export const giaHanTamTru: Topic = {
  key: 'gia-han-tam-tru',
  kind: 'procedure',
  title: 'Gia hạn tạm trú',
  task: 'gia hạn tạm trú',
  summary: 'Xin ở tiếp khi thời hạn tạm trú đã đăng ký sắp hết; làm ở công an phường.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Gia hạn tạm trú',
      decision: { number: '9354/QĐ-BCA-C06', date: '2025-11-20' },
      updatedOn: '2026-04-29',
      recordId: '019d2bf7-6762-77ee-9a0c-965773ce7afe',
    }),
  ],
  relatedProcedures: [
    { code: '1.004194', name: 'Đăng ký tạm trú', when: 'chưa đăng ký tạm trú ở chỗ này' },
    { code: '1.010028', name: 'Xóa đăng ký tạm trú', when: 'không ở chỗ này nữa' },
  ],
  authority: residenceAuthority,
  cases: [
    {
      id: 'ca-nhan-ho-gia-dinh',
      label: 'Cá nhân, hộ gia đình',
      words: [],
      procedure: code,
      documents: [
        residenceForm(
          `${code}-c6`,
          'Chủ nhà ghi đồng ý trên tờ khai; người chưa thành niên thì cha, mẹ hoặc người giám hộ cũng ghi đồng ý. Đã có văn bản đồng ý thì thôi.',
        ),
      ],
    },
    {
      id: 'theo-danh-sach',
      label: 'Theo danh sách',
      words: ['theo danh sách', 'nhiều người cùng lúc', 'cả khu trọ', 'cả dãy trọ', 'ký túc xá', 'cho công nhân'],
      procedure: code,
      documents: [
        residenceForm(`${code}-c1`, 'Mỗi người một tờ.'),
        {
          id: 'van-ban-kem-danh-sach',
          name: 'Văn bản đề nghị gia hạn tạm trú kèm danh sách',
          role: 'form',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Ghi rõ chỗ ở, họ tên, ngày sinh, giới tính, số định danh và thời hạn tạm trú của từng người.',
          form: null,
          components: [`${code}-c2`],
        },
      ],
    },
    {
      id: 'don-vi-cong-an-quan-doi',
      label: 'Đơn vị công an, quân đội',
      words: ['đơn vị quân đội', 'đơn vị công an', 'bộ đội', 'nhà công vụ'],
      procedure: code,
      documents: [
        residenceForm(`${code}-c5`),
        introduction(
          'gioi-thieu-quan-doi',
          3,
          'Giấy giới thiệu của đơn vị cấp trung đoàn và tương đương trở lên',
          'thuộc Quân đội nhân dân',
        ),
        introduction(
          'gioi-thieu-cong-an',
          4,
          'Giấy giới thiệu của thủ trưởng đơn vị, ghi rõ xin gia hạn và đơn vị có chỗ ở',
          'thuộc Công an nhân dân',
        ),
      ],
    },
  ],
  steps: residenceSteps(
    'lệ phí gia hạn tạm trú',
    'Nhận thông báo theo ngày trên phiếu hẹn; thời hạn mới được ghi vào dữ liệu.',
  ),
  channels: [
    ...channels(['in_person'], {
      timeLimit,
      fees: [
        statedFee('Cá nhân, hộ gia đình', 15000, { per: 'lần đăng ký', cases: alone }),
        statedFee('Theo danh sách', 10000, { per: 'người/lần đăng ký', cases: listed }),
      ],
      note: receptionHours,
    }),
    ...channels(['online'], {
      timeLimit,
      fees: [
        statedFee('Cá nhân, hộ gia đình', 7000, { per: 'lần đăng ký', cases: alone }),
        statedFee('Theo danh sách', 5000, { per: 'người/lần đăng ký', cases: listed }),
      ],
      note: alsoPoliceOnline,
    }),
  ],
  results: [residenceResult, 'Thời hạn tạm trú mới trong dữ liệu cư trú và dân cư'],
  eligibility: [
    'Làm trong 15 ngày trước ngày hết hạn tạm trú.',
    'Một người đại diện khai được cho cả hộ nếu chủ nhà đồng ý.',
  ],
  advice: [
    'Gia hạn cho người trong hộ mà chủ nhà đồng ý thì không phải mang giấy tờ chỗ ở.',
    'Nộp trực tuyến thì tải ảnh chụp rõ giấy tờ lên, không phải công chứng.',
    dataNotAskedAgain,
  ],
  legalBases: residenceLaws('154/2024/NĐ-CP', '75/2022/TT-BTC', '56/2021/TT-BCA'),
  scheduledChanges: [],
  disagreements: residenceDisagreements,
  sources: residenceSources,
  facts: [
    newLawFact(code),
    ...receptionFacts(code),
    {
      subject: 'when-to-extend',
      value: '15 ngày trước ngày kết thúc thời hạn tạm trú',
      source: portal.id,
      record: code,
    },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [newerLawFlag(code)],
  aliases: [
    'gia hạn tạm trú',
    'hết hạn tạm trú',
    'tạm trú sắp hết hạn',
    'tạm trú quá hạn',
    'gia hạn KT3',
    'gia hạn sổ tạm trú',
    'kéo dài tạm trú',
    'xin tạm trú thêm',
    'ở trọ tiếp năm nữa',
    'làm lại tạm trú hết hạn',
    'gia hạn ở trọ',
    'tới hạn tạm trú',
    'cả dãy trọ hết hạn tạm trú',
    'thêm thời gian tạm trú',
  ],
  exampleQuestions: [
    'Tạm trú của tôi tháng sau hết hạn, muốn ở tiếp thì phải làm gì?',
    'Cháu học năm cuối vẫn ở phòng trọ cũ, tạm trú hết hạn thì đăng ký lại hay gia hạn?',
    'Lỡ để quá hạn tạm trú rồi giờ xin thêm được không?',
    'Gia hạn tạm trú trước mấy ngày thì vừa?',
    'Ở tiếp phòng cũ mà gia hạn có cần chủ trọ ký không?',
    'Gia hạn tạm trú trên VNeID mất bao nhiêu tiền?',
    'Dãy trọ nhà tôi chục người cùng hết hạn, tôi làm một lượt cho họ được không?',
  ],
  confusableWith: [
    {
      topic: 'tam-tru',
      difference: 'Gia hạn là đã đăng ký ở chỗ này và muốn ở tiếp; mới dọn đến thì đăng ký tạm trú.',
    },
    {
      topic: 'xoa-tam-tru',
      difference: 'Ở tiếp thì gia hạn; dọn đi thì xóa tạm trú.',
    },
  ],
}
