import type { Topic } from '../../procedures.ts'
import { annexFlags, fromAnnex, lawFrom, petition, reception } from '../complaints.ts'
import { laws } from '../laws.ts'
import { complaintsDecision } from '../sources.ts'

const code = '2.002396'

export const toCao: Topic = {
  key: 'to-cao',
  kind: 'procedure',
  title: 'Tố cáo',
  task: 'tố cáo',
  summary:
    'Báo cán bộ, người khác làm sai pháp luật; trộm cắp, lừa đảo, đánh người thì báo công an phường; tin nhắn ở đây không phải là đơn.',
  category: 'khieu-nai-phan-anh',
  procedures: [fromAnnex(code, 'Giải quyết tố cáo cấp xã')],
  relatedProcedures: [
    reception,
    petition,
    {
      code: '1.004327',
      name: 'Giải quyết tố cáo không thuộc lĩnh vực tố tụng hình sự của công dân đối với lực lượng Công an nhân dân thực hiện tại cấp xã (phải là cán bộ thuộc biên chế của lực lượng Công an)',
      when: 'tố cáo cán bộ công an phường',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Tội phạm thì báo thẳng công an phường.',
    howToReach: null,
  },
  cases: [],
  steps: [],
  channels: [],
  results: [],
  eligibility: [],
  advice: [
    'Nguồn chưa ghi giấy tờ, thời hạn; gọi phường để hỏi trước khi viết đơn.',
    'Đừng gửi tên, chứng cứ vào đây.',
    'Đang nguy hiểm thì gọi công an ngay.',
  ],
  legalBases: laws('136/2025/QH15'),
  scheduledChanges: [],
  disagreements: [],
  sources: [complaintsDecision],
  facts: [{ ...lawFrom, record: code }],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: annexFlags(code),
  aliases: [
    'tố cáo',
    'làm đơn tố cáo',
    'tố cáo cán bộ',
    'tố giác tội phạm',
    'cán bộ nhận hối lộ',
    'cán bộ đòi tiền',
    'bị lừa đảo báo ai',
    'trình báo mất trộm',
    'báo công an',
    'báo án',
    'tố cáo công an',
    'bị vòi tiền',
    'bạo hành trong xóm báo ai',
    'đơn tố cáo nặc danh',
    'tin báo tội phạm',
  ],
  exampleQuestions: [
    'Tôi biết một ông cán bộ lấy tiền của dân mới chịu làm giấy, tố cáo ở đâu?',
    'Viết đơn tố cáo có phải ghi tên mình không, tôi sợ bị trả thù?',
    'Nhà bị kẻ trộm vô lấy xe, ra đâu trình báo?',
    'Có người lừa tôi chuyển khoản mất tiền, báo cho ai bây giờ?',
    'Trong xóm có đám tụ tập hút chích, tôi muốn tố giác.',
    'Tố cáo thì phường xử lý trong mấy ngày?',
    'Hàng xóm đánh vợ con hoài, bà con báo chính quyền thế nào?',
  ],
  confusableWith: [
    {
      topic: 'khieu-nai',
      difference: 'Tố cáo là báo người khác làm sai pháp luật; không đồng ý với quyết định đối với mình là khiếu nại.',
    },
    {
      topic: 'phan-anh-kien-nghi',
      difference: 'Tố cáo là nói đích danh ai làm sai pháp luật; báo chuyện chung hay góp ý thì phản ánh.',
    },
  ],
}
