import type { RequiredDocument, Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { elsewhere, referral } from '../referrals.ts'
import { fromPortal, portal } from '../sources.ts'

const code = '1.012784'
const decree = 'Nghị định 151/2025/NĐ-CP'

function paper(id: string, component: number, name: string, more: Partial<RequiredDocument> = {}): RequiredDocument {
  return {
    id,
    name,
    role: 'submit',
    originals: null,
    copies: null,
    condition: null,
    note: null,
    form: null,
    components: [`${code}-c${component}`],
    ...more,
  }
}

const fee = unknownFee('Phí tách thửa', 'see_text', 'Cổng dẫn chung Luật Phí và lệ phí mà không ghi số tiền.')

export const tachThua: Topic = referral({
  key: 'tach-thua',
  title: 'Tách thửa, hợp thửa đất',
  task: 'tách thửa, hợp thửa đất',
  summary: 'Chia một thửa đất đã có sổ thành nhiều thửa, hoặc gộp nhiều thửa làm một.',
  procedures: [
    fromPortal({
      code,
      name: 'Tách thửa hoặc hợp thửa đất.',
      decision: { number: '2304/QĐ-BNNMT', date: '2025-06-23' },
      updatedOn: '2026-04-16',
      recordId: '019d2bfa-6f5d-72e6-9a68-ab8e3ba11c8b',
    }),
  ],
  authority: elsewhere(
    'Văn phòng đăng ký đất đai hoặc chi nhánh',
    'Nộp ở đó hoặc ở Trung tâm Phục vụ hành chính công, nơi nào trong tỉnh, thành phố cũng được.',
  ),
  cases: [
    {
      id: 'tach-hop-thua',
      label: 'Tách thửa, hợp thửa',
      words: [],
      procedure: code,
      documents: [
        paper('don-de-nghi', 2, 'Đơn đề nghị tách thửa, hợp thửa', {
          role: 'form',
          originals: 1,
          copies: 0,
          form: { number: '21', issuedBy: decree },
        }),
        paper('giay-chung-nhan', 4, 'Giấy chứng nhận đã cấp (sổ đỏ, sổ hồng)', {
          note: 'Nộp bản sao thì mang bản chính để đối chiếu, hoặc nộp bản sao chứng thực; lúc nhận kết quả phải nộp bản chính.',
        }),
        paper('ban-ve', 1, 'Bản vẽ tách thửa, hợp thửa', { form: { number: '22', issuedBy: decree } }),
        paper('van-ban-cho-tach', 3, 'Văn bản của cơ quan có thẩm quyền có nội dung tách thửa, hợp thửa', {
          condition: 'có văn bản này',
        }),
      ],
    },
  ],
  steps: [
    { title: 'Nộp hồ sơ', text: 'Đủ giấy thì nhận giấy hẹn; thiếu thì nhận phiếu ghi rõ giấy cần bổ sung.' },
    {
      title: 'Xét điều kiện',
      text: 'Không đủ điều kiện thì trả hồ sơ kèm lý do trong 3 ngày làm việc; đủ thì được xác nhận trong 5 ngày làm việc.',
    },
    {
      title: 'Cấp sổ cho từng thửa',
      text: 'Không đổi chủ thì nhận sổ cho các thửa mới; có đổi chủ thì làm tiếp việc sang tên.',
    },
  ],
  channels: [
    ...channels(['in_person'], {
      timeLimit: { value: 22, unit: 'working_day', text: '22 ngày làm việc.' },
      fees: [fee],
    }),
    ...channels(['online', 'post'], {
      timeLimit: { value: 12, unit: 'working_day', text: '12 ngày làm việc.' },
      fees: [fee],
    }),
  ],
  results: ['Giấy chứng nhận cho từng thửa đất mới'],
  advice: ['Sổ chưa có sơ đồ thửa đất hoặc thiếu kích thước cạnh thì hồ sơ bị trả lại; xem sổ trước khi nộp.'],
  legalBases: laws('31/2024/QH15', '151/2025/NĐ-CP', '101/2024/NĐ-CP', '118/2025/NĐ-CP', '43/2024/QH15'),
  disagreements: [
    {
      aspect: 'time',
      text: 'Cổng ghi hai thời hạn khác nhau cho nộp trực tiếp và nộp cách khác, không nói vì sao; hỏi lại khi nộp.',
    },
  ],
  sources: [portal],
  facts: [
    { subject: 'time-to-return', value: '03 ngày làm việc', source: portal.id, record: code },
    { subject: 'time-to-confirm', value: '05 ngày làm việc', source: portal.id, record: code },
    { subject: 'reform-from', value: '01/7/2025', source: portal.id, record: code },
  ],
  reviewFlags: [
    {
      code: 'DECISION_BEFORE_REFORM',
      procedure: code,
      text: 'Quyết định 2304/QĐ-BNNMT ngày 23/06/2025 có trước khi sắp xếp chính quyền từ 01/07/2025; cần xem lại nơi giải quyết.',
    },
  ],
  aliases: [
    'tách thửa',
    'tách thửa đất',
    'tách sổ đỏ',
    'tách sổ hồng',
    'hợp thửa',
    'gộp thửa đất',
    'gộp hai sổ đỏ làm một',
    'chia đất cho con làm sổ riêng',
    'chia đất làm hai lô',
    'chia mảnh đất ra nhiều phần',
    'chia đất bán bớt',
    'phân lô đất',
    'cắt đất bán một phần',
    'tách lô đất',
    'diện tích tối thiểu tách thửa',
    'tách đất vườn',
    'nhập thửa',
    'xẻ đất chia cho các con',
    'gộp hai thửa đất',
  ],
  exampleQuestions: [
    'Nhà có miếng đất muốn chia cho hai đứa con, mỗi đứa một sổ, làm ở đâu?',
    'Tách sổ đỏ cần giấy tờ gì?',
    'Tui muốn cắt bán nửa miếng đất thì tách ra sao?',
    'Hai miếng đất sát nhau muốn gộp chung một sổ thì xin chỗ nào?',
    'Tách thửa mất mấy ngày?',
    'Đất nhỏ quá có tách thửa được không, hỏi cơ quan nào?',
    'Bản vẽ tách thửa thì nhờ ai vẽ, nộp ở phường được không?',
    'Chi phí tách sổ hồng hết bao nhiêu?',
    'Ba má cho mỗi người một phần đất, muốn ra sổ riêng thì bắt đầu từ đâu?',
  ],
  confusableWith: [
    {
      topic: 'tach-ho',
      difference: 'Tách thửa là chia đất, chia sổ đỏ; tách hộ là tách hộ khẩu và làm ở công an phường.',
    },
    {
      topic: 'sang-ten-dat',
      difference: 'Chia một thửa ra nhiều thửa là tách thửa; chỉ đổi tên người đứng sổ là sang tên.',
    },
    {
      topic: 'chuyen-muc-dich-dat',
      difference: 'Tách thửa là chia đất; đổi đất vườn, đất ruộng lên đất ở là chuyển mục đích.',
    },
    {
      topic: 'cap-so-do-lan-dau',
      difference: 'Tách thửa là chia đất đã có sổ; đất chưa có sổ thì làm sổ lần đầu trước.',
    },
  ],
})
