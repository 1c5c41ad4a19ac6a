import type { Topic } from '../../procedures.ts'
import { channels } from '../channels.ts'
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

const code = '1.010028'
const terms = {
  timeLimit: { value: 2, unit: 'working_day', text: '2 ngày làm việc.' },
  fees: [],
} satisfies Pick<Topic['channels'][number], 'timeLimit' | 'fees'>

export const xoaTamTru: Topic = {
  key: 'xoa-tam-tru',
  kind: 'procedure',
  title: 'Xóa đăng ký tạm trú',
  task: 'xóa đăng ký tạm trú',
  summary: 'Bỏ tên ở nơi tạm trú khi đã dọn đi hoặc không ở đó nữa; làm ở công an phường.',
  category: 'cu-tru',
  procedures: [
    fromPortal({
      code,
      name: 'Xóa đăng ký tạm trú',
      decision: { number: '1523/QĐ-BCA-C06', date: '2026-03-26' },
      updatedOn: '2026-04-28',
      recordId: '019d2bf7-7f06-7316-a1c8-3255e08fe2f5',
    }),
  ],
  relatedProcedures: [
    { code: '1.004194', name: 'Đăng ký tạm trú', when: 'dọn sang chỗ trọ mới' },
    { code: '1.003197', name: 'Xóa đăng ký thường trú', when: 'bỏ tên ở nơi có hộ khẩu' },
  ],
  authority: residenceAuthority,
  cases: [
    {
      id: 'xoa-tam-tru',
      label: 'Xóa đăng ký tạm trú',
      words: [],
      procedure: code,
      documents: [
        residenceForm(`${code}-c2`),
        {
          id: 'thuoc-dien-xoa',
          name: 'Giấy tờ chứng minh thuộc diện xóa đăng ký tạm trú',
          role: 'present',
          originals: 1,
          copies: 0,
          condition: 'dữ liệu nhà nước chưa có thông tin này',
          note: 'Các diện xóa ghi ở Điều 29 Luật Cư trú; chưa rõ thuộc diện nào thì hỏi công an phường.',
          form: null,
          components: [`${code}-c1`],
        },
      ],
    },
  ],
  steps: residenceSteps(null, 'Nhận thông báo theo ngày trên phiếu hẹn; tên được xóa khỏi nơi tạm trú trong dữ liệu.'),
  channels: [
    ...channels(['in_person'], { ...terms, note: receptionHours }),
    ...channels(['online'], { ...terms, note: alsoPoliceOnline }),
    ...channels(['post'], terms),
  ],
  results: [residenceResult, 'Dữ liệu cư trú và dân cư được sửa lại'],
  eligibility: ['Người thuộc một trong các diện ở Điều 29 Luật Cư trú.'],
  advice: ['Dọn sang chỗ trọ mới thì nhớ đăng ký tạm trú ở chỗ mới.', dataNotAskedAgain],
  legalBases: residenceLaws('154/2024/NĐ-CP', '56/2021/TT-BCA'),
  scheduledChanges: [],
  disagreements: residenceDisagreements,
  sources: residenceSources,
  facts: [
    newLawFact(code),
    ...receptionFacts(code),
    { subject: 'article-on-removal', value: 'Điều 29 Luật Cư trú', source: portal.id, record: code },
  ],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [newerLawFlag(code)],
  aliases: [
    'xóa tạm trú',
    'xóa đăng ký tạm trú',
    'hủy tạm trú',
    'cắt tạm trú',
    'rút tạm trú',
    'bỏ đăng ký tạm trú',
    'không ở trọ nữa',
    'trả phòng trọ',
    'bỏ tên khỏi danh sách tạm trú',
    'dọn khỏi phòng trọ',
    'xóa tên người thuê trọ',
    'người thuê đã dọn đi',
    'báo người trọ chuyển đi',
    'chuyển trọ bỏ tên chỗ cũ',
  ],
  exampleQuestions: [
    'Tôi trả phòng trọ về quê luôn, có phải ra công an báo xóa tạm trú không?',
    'Người thuê nhà tôi dọn đi mấy tháng rồi mà còn tên tạm trú, xóa thế nào?',
    'Chuyển sang chỗ trọ khác thì tạm trú chỗ cũ tự mất hay phải hủy?',
    'Hủy tạm trú làm trên điện thoại được không?',
    'Xóa tạm trú mất mấy ngày?',
    'Bỏ tên mấy đứa công nhân nghỉ việc khỏi danh sách tạm trú thì nộp giấy gì?',
  ],
  confusableWith: [
    {
      topic: 'xoa-thuong-tru',
      difference: 'Xóa tạm trú là bỏ tên ở chỗ trọ; bỏ tên ở nơi có hộ khẩu là xóa thường trú.',
    },
    {
      topic: 'tam-tru',
      difference: 'Dọn đi thì xóa tạm trú; dọn đến thì đăng ký tạm trú.',
    },
    {
      topic: 'gia-han-tam-tru',
      difference: 'Không ở nữa thì xóa; còn ở tiếp thì gia hạn.',
    },
  ],
}
