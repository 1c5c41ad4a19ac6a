import type { Topic } from '../../procedures.ts'
import { channels, unknownFee } from '../channels.ts'
import { laws } from '../laws.ts'
import { filledIn, handedIn } from '../papers.ts'
import { fromPortal, portal } from '../sources.ts'

const club = '2.000794'
const issuedBy = 'Thông tư 16/2025/TT-BVHTTDL'

export const giaDinhVanHoa: Topic = {
  key: 'gia-dinh-van-hoa',
  kind: 'procedure',
  title: 'Gia đình văn hóa, câu lạc bộ thể thao',
  task: 'xin công nhận gia đình văn hóa, câu lạc bộ',
  summary:
    'Danh hiệu gia đình văn hóa, khu dân cư văn hóa thì hỏi tổ trưởng hoặc phường; câu lạc bộ thể dục thể thao thì nộp giấy xin phường công nhận.',
  category: 'van-hoa-ton-giao',
  procedures: [
    fromPortal({
      code: club,
      name: 'Thủ tục công nhận câu lạc bộ thể dục thể thao cơ sở',
      decision: { number: '109/QĐ-BVHTTDL', date: '2026-01-19' },
      updatedOn: '2026-05-29',
      recordId: '019d2bfd-fba4-7418-b25f-d4e06bd25809',
    }),
  ],
  relatedProcedures: [{ code: '1.013703', name: 'Thành lập hội', when: 'câu lạc bộ lập theo pháp luật về hội' }],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: null,
    howToReach: null,
  },
  cases: [
    {
      id: 'gia-dinh-van-hoa',
      label: 'Gia đình, khu dân cư văn hóa',
      words: [],
      procedure: null,
      documents: [],
    },
    {
      id: 'cau-lac-bo-the-thao',
      label: 'Câu lạc bộ thể dục thể thao',
      words: [
        'câu lạc bộ',
        'clb',
        'thể thao',
        'thể dục',
        'dưỡng sinh',
        'bóng đá',
        'cầu lông',
        'đội bóng',
        'yoga',
        'võ',
      ],
      procedure: club,
      documents: [
        filledIn('to-trinh', `${club}-c1`, 'Tờ trình đề nghị công nhận câu lạc bộ', { number: '01', issuedBy }),
        handedIn('quy-che', `${club}-c2`, 'Quy chế hoạt động của câu lạc bộ', {
          note: 'Viết theo Mẫu số 02 của cùng thông tư.',
        }),
      ],
    },
  ],
  steps: [
    { title: 'Gia đình văn hóa', text: 'Nguồn chưa có hướng dẫn; hỏi tổ trưởng tổ dân phố hoặc phường.' },
    { title: 'Câu lạc bộ: nộp giấy', text: 'Ban chủ nhiệm nộp tại phường, gửi bưu điện hoặc nộp trực tuyến.' },
    { title: 'Câu lạc bộ: nhận quyết định', text: 'Không công nhận thì phường trả lời bằng văn bản, nói rõ lý do.' },
  ],
  channels: channels(['in_person', 'online', 'post'], {
    timeLimit: {
      value: 5,
      unit: 'working_day',
      text: 'Câu lạc bộ thể thao: 5 ngày làm việc kể từ khi đủ giấy tờ. Gia đình văn hóa: nguồn không ghi.',
    },
    fees: [unknownFee('Lệ phí', 'not_stated', null)],
  }),
  results: ['Quyết định công nhận câu lạc bộ thể thao cơ sở'],
  eligibility: ['Gia đình văn hóa: nguồn chưa ghi điều kiện; hỏi tổ trưởng tổ dân phố hoặc phường.'],
  advice: ['Câu lạc bộ lập theo pháp luật về hội thì làm theo quy định về hội.'],
  legalBases: laws('77/2006/QH11', '26/2018/QH14', '126/2024/NĐ-CP'),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal],
  facts: [{ subject: 'rules-form', value: 'mẫu số 02', source: portal.id, record: club }],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [],
  aliases: [
    'gia đình văn hóa',
    'giấy gia đình văn hóa',
    'danh hiệu gia đình văn hóa',
    'bằng gia đình văn hóa',
    'khu phố văn hóa',
    'tổ dân phố văn hóa',
    'thôn văn hóa',
    'bình xét cuối năm ở tổ',
    'câu lạc bộ thể thao',
    'CLB dưỡng sinh',
    'lập đội bóng của phường',
    'câu lạc bộ cầu lông',
    'lập câu lạc bộ',
    'mở nhóm tập thể dục',
    'xét gia đình văn hóa',
    'nhà văn hóa kiểu mẫu',
    'gia đình tiêu biểu',
    'khu dân cư văn hóa',
    'bình bầu gia đình văn hóa',
    'đăng ký gia đình văn hóa',
    'làng văn hóa',
    'ấp văn hóa',
    'câu lạc bộ bóng đá phường',
    'câu lạc bộ thể dục',
    'lập CLB bóng chuyền',
    'công nhận câu lạc bộ',
    'đội văn nghệ thể thao khu phố',
    'câu lạc bộ người cao tuổi tập thể dục',
  ],
  exampleQuestions: [
    'Sao năm nay nhà tôi không có tên trong danh sách gia đình văn hóa?',
    'Muốn được xét gia đình văn hóa thì nhà phải thế nào?',
    'Các cụ trong xóm tập dưỡng sinh muốn lập câu lạc bộ thì xin phường giấy gì?',
    'Nhóm cầu lông ba chục người muốn được phường công nhận là câu lạc bộ, nộp gì?',
    'Thôn tôi muốn được công nhận thôn văn hóa thì ai làm hồ sơ?',
    'Mất giấy công nhận gia đình văn hóa mấy năm trước thì xin lại ở đâu?',
    'Tiêu chuẩn để đạt gia đình văn hóa là gì?',
    'Khu phố tôi bị rớt danh hiệu văn hóa, hỏi ai?',
    'Giấy khen gia đình văn hóa phát lúc nào?',
    'Mấy anh em đá banh muốn lập câu lạc bộ cho đàng hoàng thì cần giấy tờ gì?',
    'Câu lạc bộ yoga của xóm xin công nhận mất mấy ngày?',
    'Nhà có người vi phạm giao thông thì có bị cắt danh hiệu văn hóa không?',
  ],
  confusableWith: [
    {
      topic: 'le-hoi',
      difference: 'Đây là danh hiệu văn hóa và câu lạc bộ thể thao; mở hội, rước lễ là tổ chức lễ hội.',
    },
  ],
}
