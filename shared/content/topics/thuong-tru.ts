import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, statedFee } from '../channels.ts'
import { thuongTruChecklist } from '../checklists/thuong-tru.ts'
import {
  dataNotAskedAgain,
  homePaper,
  newbornDeadline,
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

const code = '1.004222'

const form = residenceForm(`${code}-c17`)
const formWithConsent = residenceForm(`${code}-c17`, 'Chủ hộ, chủ nhà ghi đồng ý ngay trên tờ khai này.')

function paper(
  id: string,
  component: number,
  name: string,
  condition: string | null,
  more: Partial<RequiredDocument> = {},
): RequiredDocument {
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
    ...more,
  }
}

const vehicleForm = { number: '01', issuedBy: 'Nghị định 154/2024/NĐ-CP' }

export const thuongTru: Topic = {
  key: 'thuong-tru',
  kind: 'procedure',
  title: 'Đăng ký thường trú (nhập hộ khẩu)',
  task: 'đăng ký thường trú',
  summary: 'Đăng ký nơi ở lâu dài, quen gọi là nhập hộ khẩu; làm ở công an phường.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Đăng ký thường trú',
      decision: { number: '1523/QĐ-BCA-C06', date: '2026-03-26' },
      updatedOn: '2026-04-28',
      recordId: '019d2bf7-7704-7449-9e95-fe7ebb959aa2',
    }),
  ],
  relatedProcedures: [
    { code: '1.010038', name: 'Tách hộ', when: 'ở cùng nhà nhưng muốn đứng hộ riêng' },
    { code: '1.003197', name: 'Xóa đăng ký thường trú', when: 'cần xóa tên ở nơi thường trú' },
    { code: '1.010041', name: 'Xác nhận thông tin về cư trú', when: 'chỉ cần giấy xác nhận đang thường trú ở đâu' },
    {
      code: '3.000722',
      name: 'Liên thông điện tử: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế, cấp thẻ căn cước cho trẻ em dưới 6 tuổi',
      when: 'nhập hộ khẩu cho trẻ mới sinh chưa khai sinh',
    },
  ],
  authority: residenceAuthority,
  cases: [
    {
      id: 'nha-cua-minh',
      label: 'Nhà của mình',
      words: [],
      procedure: code,
      documents: [
        form,
        homePaper(`${code}-c16`),
        paper(
          'dang-ky-phuong-tien',
          2,
          'Giấy đăng ký và giấy an toàn kỹ thuật của phương tiện',
          'ở trên tàu, thuyền, xe',
          {
            note: 'Phương tiện không phải đăng ký, đăng kiểm thì thay bằng xác nhận của phường theo mẫu này.',
            form: vehicleForm,
          },
        ),
        paper(
          'noi-dau-phuong-tien',
          1,
          'Xác nhận của phường về nơi đậu, đỗ thường xuyên',
          'phương tiện không phải đăng ký hoặc đậu, đỗ khác nơi đăng ký',
          { form: vehicleForm },
        ),
      ],
    },
    {
      id: 've-o-voi-nguoi-than',
      label: 'Về ở với người thân',
      words: [
        'nhà chồng',
        'nhà vợ',
        'nhà cha mẹ',
        'ở với cha mẹ',
        'ở với con',
        'người thân',
        'nhập cho con',
        'nhập cho vợ',
      ],
      procedure: code,
      documents: [
        formWithConsent,
        paper('quan-he-nhan-than', 5, 'Giấy tờ chứng minh quan hệ với chủ hộ', 'dữ liệu chưa có quan hệ này', {
          role: 'present',
          note: 'Giấy khai sinh, giấy kết hôn đã có trên dữ liệu hộ tịch điện tử thì không phải xuất trình.',
        }),
      ],
    },
    {
      id: 'nha-thue-muon',
      label: 'Nhà thuê, mượn, ở nhờ',
      words: ['nhà thuê', 'thuê nhà', 'mướn nhà', 'ở nhờ', 'nhà mượn', 'nhà trọ'],
      procedure: code,
      documents: [
        form,
        paper('hop-dong-thue', 14, 'Hợp đồng thuê, mượn, ở nhờ đã công chứng hoặc chứng thực', null),
        paper(
          'dien-tich-nha',
          15,
          'Giấy tờ nhà đất có ghi diện tích, hoặc xác nhận của phường về diện tích',
          'dữ liệu chưa có diện tích nhà',
          {
            role: 'present',
            form: { number: '02', issuedBy: 'Nghị định 154/2024/NĐ-CP' },
          },
        ),
      ],
    },
    {
      id: 'co-so-ton-giao',
      label: 'Cơ sở tôn giáo, tín ngưỡng',
      words: ['ở chùa', 'trong chùa', 'nhà thờ', 'tu viện', 'cơ sở tôn giáo', 'cơ sở tín ngưỡng'],
      procedure: code,
      documents: [
        form,
        paper('co-nha-o', 6, 'Xác nhận của phường là cơ sở có công trình phụ trợ là nhà ở', null),
        paper(
          'nguoi-cua-co-so',
          10,
          'Giấy tờ chứng minh là nhà tu hành, chức sắc, chức việc hoặc người đại diện cơ sở',
          'là nhà tu hành, chức sắc, chức việc hoặc người đại diện',
        ),
        paper(
          'thuoc-doi-tuong',
          9,
          'Xác nhận của phường về người đăng ký và về nhà ở trong cơ sở',
          'là người thuộc khoản 2 Điều 17 Luật Cư trú',
        ),
      ],
    },
    {
      id: 'duoc-nuoi-duong',
      label: 'Được nhận chăm sóc, nuôi dưỡng',
      words: ['trung tâm bảo trợ', 'cơ sở trợ giúp', 'được nhận nuôi dưỡng', 'nhà dưỡng lão'],
      procedure: code,
      documents: [
        form,
        paper('xac-nhan-cham-soc', 3, 'Giấy tờ xác nhận việc chăm sóc, nuôi dưỡng, trợ giúp', null),
        paper('de-nghi-cua-co-so', 4, 'Văn bản đề nghị của người đứng đầu cơ sở', 'được cơ sở trợ giúp xã hội nhận'),
      ],
    },
    {
      id: 'don-vi-cong-an-quan-doi',
      label: 'Đơn vị công an, quân đội',
      words: ['đơn vị quân đội', 'đơn vị công an', 'bộ đội', 'nhà công vụ'],
      procedure: code,
      documents: [
        residenceForm(`${code}-c12`),
        paper(
          'gioi-thieu-quan-doi',
          11,
          'Giấy giới thiệu của đơn vị cấp trung đoàn và tương đương trở lên',
          'thuộc Quân đội nhân dân',
        ),
        paper(
          'gioi-thieu-cong-an',
          13,
          'Giấy giới thiệu của thủ trưởng đơn vị, ghi rõ đơn vị có chỗ ở',
          'thuộc Công an nhân dân',
        ),
      ],
    },
  ],
  checklist: thuongTruChecklist,
  steps: residenceSteps(
    'lệ phí đăng ký thường trú',
    'Nhận thông báo theo ngày trên phiếu hẹn; nơi ở mới được ghi vào dữ liệu.',
  ),
  channels: [
    ...channels(['in_person'], {
      timeLimit: { value: 7, unit: 'working_day', text: '7 ngày làm việc.' },
      fees: [
        statedFee('Lệ phí thường trú', 20000, {
          text: 'Có diện được miễn theo Thông tư 75/2022/TT-BTC, sửa bởi Thông tư 71/2025/TT-BTC; mang giấy chứng minh nếu dữ liệu chưa có.',
        }),
      ],
    }),
    ...channels(['online'], {
      timeLimit: { value: 7, unit: 'working_day', text: '7 ngày làm việc.' },
      fees: [statedFee('Lệ phí thường trú', 10000, { per: 'lần đăng ký' })],
    }),
  ],
  results: [residenceResult, 'Nơi thường trú mới trong dữ liệu cư trú và dân cư'],
  eligibility: [
    'Người đăng ký đã có thông tin trong dữ liệu dân cư và cư trú.',
    newbornDeadline,
    'Về ở với người thân mà nhà có nhiều chủ thì ít nhất một chủ đồng ý; nhà của chính mình thì không cần các chủ khác đồng ý.',
  ],
  advice: ['Trẻ mới sinh đăng ký lần đầu thì không phải xuất trình Giấy khai sinh.', dataNotAskedAgain],
  legalBases: residenceLaws(
    '154/2024/NĐ-CP',
    '75/2022/TT-BTC',
    '71/2025/TT-BTC',
    '58/2026/NĐ-CP',
    '66.7/2025/NQ-CP',
    '56/2021/TT-BCA',
  ),
  scheduledChanges: [],
  disagreements: residenceDisagreements,
  sources: residenceSources,
  facts: [
    ...residenceFacts(code),
    { subject: 'age-of-children', value: 'dưới 18 tuổi', source: portal.id, record: 'checklist:thuong-tru' },
    { subject: 'article-on-religious-places', value: 'khoản 2 Điều 17 Luật Cư trú', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: residenceFlags(code),
  aliases: [
    'nhập hộ khẩu',
    'nhập khẩu',
    'chuyển hộ khẩu',
    'nhập hộ khẩu cho con',
    'nhập hộ khẩu cho vợ',
    'chuyển khẩu về nhà chồng',
    'vô hộ khẩu',
    'đăng ký thường trú',
    'làm sổ hộ khẩu',
    'mua nhà rồi chuyển hộ khẩu về',
    'đăng ký hộ khẩu',
    'nhập khẩu cho em bé',
    'nhập hộ',
    'vô khẩu',
    'nhập hộ khẩu về nhà chồng',
    'dọn về ở hẳn',
    'chuyển khẩu',
    'con dâu nhập khẩu',
  ],
  exampleQuestions: [
    'Tôi mới mua nhà ở phường, muốn chuyển hộ khẩu về thì làm sao?',
    'Nhập hộ khẩu cho cháu mới sinh cần giấy tờ gì?',
    'Vợ mới cưới nhập khẩu về nhà chồng thì ai phải đồng ý?',
    'Đang thuê nhà thì có nhập hộ khẩu được không?',
    'Chuyển hộ khẩu mất bao lâu mới xong?',
    'Đăng ký thường trú thì ra phường hay ra công an?',
    'Nhập hộ khẩu nộp trên mạng có rẻ hơn không?',
  ],
  confusableWith: [
    {
      topic: 'tam-tru',
      difference: 'Thường trú là ở ổn định, lâu dài (nhập hộ khẩu); ở trọ, ở có thời hạn thì đăng ký tạm trú.',
    },
    {
      topic: 'tach-ho',
      difference: 'Chuyển về nhà khác ở thì đăng ký thường trú; vẫn ở nhà cũ mà muốn đứng hộ riêng thì tách hộ.',
    },
    {
      topic: 'xoa-thuong-tru',
      difference: 'Chuyển về nơi mới thì đăng ký thường trú; đưa tên một người ra khỏi hộ thì xóa đăng ký thường trú.',
    },
    {
      topic: 'xac-nhan-cu-tru',
      difference: 'Đổi nơi ở thì đăng ký thường trú; chỉ cần giấy ghi đang ở đâu thì xin xác nhận cư trú.',
    },
    {
      topic: 'khai-sinh',
      difference: 'Nhập hộ khẩu cho trẻ là việc của công an; làm giấy khai sinh là việc của phường và làm trước.',
    },
  ],
}
