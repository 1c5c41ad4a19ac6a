import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, statedFee, unknownFee } from '../channels.ts'
import { tamTruChecklist } from '../checklists/tam-tru.ts'
import {
  alsoPoliceOnline,
  homePaper,
  newbornDeadline,
  receptionFacts,
  receptionHours,
  residenceAuthority,
  residenceDisagreements,
  residenceFacts,
  residenceFlags,
  residenceForm,
  residenceLaws,
  residenceResult,
  residenceSources,
  residenceSteps,
} from '../residence.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.004194'
const alone = ['ca-nhan-ho-gia-dinh']
const listed = ['theo-danh-sach']

const timeLimit: Topic['channels'][number]['timeLimit'] = {
  value: 3,
  unit: 'working_day',
  text: '3 ngày làm việc.',
}

const exempt = unknownFee(
  'Diện được miễn',
  'free_for_eligible',
  'Có diện được miễn theo Thông tư 75/2022/TT-BTC; mang giấy chứng minh nếu dữ liệu chưa có.',
)

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

export const tamTru: Topic = {
  key: 'tam-tru',
  kind: 'procedure',
  title: 'Đăng ký tạm trú',
  task: 'đăng ký tạm trú',
  summary: 'Khai báo nơi ở có thời hạn khi ở trọ, thuê nhà, đi học xa; làm ở công an phường.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Đăng ký tạm trú',
      decision: { number: '9354/QĐ-BCA-C06', date: '2025-11-20' },
      updatedOn: '2026-04-29',
      recordId: '019d2bf7-770b-734d-b7fb-5e1995f194f4',
    }),
  ],
  relatedProcedures: [
    { code: '1.002755', name: 'Gia hạn tạm trú', when: 'đã đăng ký tạm trú mà sắp hết hạn' },
    { code: '2.001159', name: 'Thông báo lưu trú', when: 'chỉ có khách ở lại ít ngày' },
    { code: '1.003677', name: 'Khai báo tạm vắng', when: 'phải khai báo khi đi khỏi nơi ở' },
    { code: '1.010028', name: 'Xóa đăng ký tạm trú', when: 'không còn ở nơi tạm trú' },
  ],
  authority: residenceAuthority,
  cases: [
    {
      id: 'ca-nhan-ho-gia-dinh',
      label: 'Cá nhân, hộ gia đình',
      words: [],
      procedure: code,
      documents: [
        residenceForm(`${code}-c3`),
        {
          ...homePaper(`${code}-c2`, `${code}-c1`),
          note: 'Giấy cho thuê, cho mượn, cho ở nhờ không bắt buộc công chứng hay chứng thực.',
        },
      ],
    },
    {
      id: 'theo-danh-sach',
      label: 'Đăng ký theo danh sách',
      words: ['theo danh sách', 'nhiều người cùng lúc', 'cả khu trọ', 'ký túc xá', 'công ty đăng ký cho công nhân'],
      procedure: code,
      documents: [
        residenceForm(`${code}-c4`, 'Mỗi người một tờ.'),
        {
          id: 'van-ban-kem-danh-sach',
          name: 'Văn bản đề nghị đăng ký tạm trú kèm danh sách',
          role: 'submit',
          originals: 1,
          copies: 1,
          condition: null,
          note: 'Ghi rõ chỗ ở, họ tên, ngày sinh, giới tính, số định danh và thời hạn tạm trú của từng người.',
          form: null,
          components: [`${code}-c5`],
        },
      ],
    },
    {
      id: 'don-vi-cong-an-quan-doi',
      label: 'Đơn vị công an, quân đội',
      words: ['đơn vị quân đội', 'đơn vị công an', 'bộ đội', 'nhà công vụ'],
      procedure: code,
      documents: [
        residenceForm(`${code}-c7`),
        introduction(
          'gioi-thieu-quan-doi',
          6,
          'Giấy giới thiệu của đơn vị cấp trung đoàn và tương đương trở lên',
          'thuộc Quân đội nhân dân',
        ),
        introduction(
          'gioi-thieu-cong-an',
          8,
          'Giấy giới thiệu của thủ trưởng đơn vị, ghi rõ đơn vị có chỗ ở',
          'thuộc Công an nhân dân',
        ),
      ],
    },
  ],
  checklist: tamTruChecklist,
  steps: residenceSteps(
    'lệ phí đăng ký tạm trú',
    'Nhận thông báo theo ngày trên phiếu hẹn; nơi tạm trú được ghi vào dữ liệu.',
  ),
  channels: [
    ...channels(['in_person'], {
      timeLimit,
      fees: [
        statedFee('Cá nhân, hộ gia đình', 15000, { per: 'lần đăng ký', cases: alone }),
        statedFee('Theo danh sách', 10000, { per: 'người/lần đăng ký', cases: listed }),
        exempt,
      ],
      note: receptionHours,
    }),
    ...channels(['online'], {
      timeLimit,
      fees: [
        statedFee('Cá nhân, hộ gia đình', 7000, { per: 'lần đăng ký', cases: alone }),
        statedFee('Theo danh sách', 5000, { per: 'người/lần đăng ký', cases: listed }),
        exempt,
      ],
      note: alsoPoliceOnline,
    }),
  ],
  results: [residenceResult, 'Nơi tạm trú trong dữ liệu cư trú và dân cư'],
  eligibility: [
    newbornDeadline,
    'Người chưa thành niên thì cha, mẹ hoặc người giám hộ ghi đồng ý trên tờ khai, trừ khi đã có văn bản đồng ý.',
    'Về ở với người thân mà chủ hộ, chủ nhà đồng ý thì không phải xuất trình giấy tờ chỗ ở.',
  ],
  advice: ['Người mới nhập hoặc trở lại quốc tịch Việt Nam, đăng ký lần đầu: mang Quyết định của Chủ tịch nước.'],
  legalBases: residenceLaws('154/2024/NĐ-CP', '75/2022/TT-BTC', '85/2019/TT-BTC', '66.7/2025/NQ-CP', '56/2021/TT-BCA'),
  scheduledChanges: [],
  disagreements: residenceDisagreements,
  sources: residenceSources,
  facts: [
    ...residenceFacts(code),
    ...receptionFacts(code),
    { subject: 'age-of-children', value: 'dưới 18 tuổi', source: portal.id, record: 'checklist:tam-tru' },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: residenceFlags(code),
  aliases: [
    'xin tạm trú',
    'đăng ký tạm trú',
    'ở trọ',
    'thuê phòng trọ',
    'mướn nhà ở',
    'KT3',
    'tạm trú cho sinh viên',
    'tạm trú cho công nhân',
    'khai báo người thuê trọ',
    'làm giấy tạm trú',
    'sổ tạm trú',
    'ở nhà thuê',
    'trọ học xa nhà',
    'đăng ký ở trọ',
    'mướn phòng ở',
    'người ở trọ phải khai báo',
    'ở ghép phòng trọ',
    'tạm trú dài hạn',
  ],
  exampleQuestions: [
    'Con tôi lên đây học, ở trọ thì khai báo ở đâu?',
    'Thuê nhà ở phường này thì đăng ký tạm trú cần giấy gì?',
    'Hợp đồng thuê phòng viết tay có đăng ký tạm trú được không?',
    'Chủ nhà trọ hay người thuê phải đi khai tạm trú?',
    'Đăng ký tạm trú tốn bao nhiêu tiền?',
    'Làm tạm trú trên điện thoại có được không?',
    'Khu trọ có mười mấy người thì đăng ký một lượt được không?',
  ],
  confusableWith: [
    {
      topic: 'gia-han-tam-tru',
      difference: 'Mới đến ở thì đăng ký tạm trú; đã đăng ký mà sắp hết hạn thì gia hạn.',
    },
    {
      topic: 'luu-tru',
      difference: 'Ở trọ, ở có thời hạn thì đăng ký tạm trú; khách chỉ ngủ lại ít hôm thì chủ nhà báo lưu trú.',
    },
    {
      topic: 'tam-vang',
      difference: 'Tạm trú khai ở nơi đến; tạm vắng khai ở nơi đi.',
    },
    {
      topic: 'thuong-tru',
      difference: 'Tạm trú là ở trọ, ở có thời hạn; chuyển hẳn về ở lâu dài (nhập hộ khẩu) thì đăng ký thường trú.',
    },
  ],
}
