import type { Topic } from '../../procedures.ts'
import { annexFlags, fromAnnex, lawFrom, petition, reception } from '../complaints.ts'
import { laws } from '../laws.ts'
import { complaintsDecision } from '../sources.ts'

const code = '2.002409'

export const khieuNai: Topic = {
  key: 'khieu-nai',
  kind: 'procedure',
  title: 'Khiếu nại',
  task: 'khiếu nại',
  summary:
    'Không đồng ý với quyết định, cách làm của phường đối với mình thì khiếu nại lần đầu tại phường; tin nhắn ở đây không phải là đơn.',
  category: 'khieu-nai-phan-anh',
  procedures: [fromAnnex(code, 'Thủ tục giải quyết khiếu nại lần đầu tại xã')],
  relatedProcedures: [
    reception,
    petition,
    {
      code: '1.004335',
      name: 'Giải quyết khiếu nại về quyết định hành chính, hành vi hành chính của công dân đối với lực lượng Công an nhân dân thực hiện tại cấp xã (phải là cán bộ thuộc biên chế của lực lượng Công an)',
      when: 'khiếu nại công an phường',
    },
  ],
  authority: { kind: 'ward', name: 'Ủy ban nhân dân cấp xã', whichOffice: null, howToReach: null },
  cases: [],
  steps: [],
  channels: [],
  results: [],
  eligibility: [],
  advice: [
    'Nguồn chưa ghi giấy tờ, thời hạn; gọi phường để hỏi trước khi viết đơn.',
    'Mang theo quyết định hoặc giấy tờ mà mình không đồng ý để cán bộ xem.',
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
    'khiếu nại',
    'làm đơn khiếu nại',
    'khiếu nại quyết định của phường',
    'không đồng ý với quyết định xử phạt',
    'khiếu nại bồi thường đất',
    'khiếu nại lần đầu',
    'đơn khiếu nại',
    'phường giải quyết không đúng',
    'khiếu nại quyết định thu hồi đất',
    'bị phạt oan',
    'khiếu nại công an phường',
    'không phục quyết định của phường',
    'khiếu kiện quyết định hành chính',
  ],
  exampleQuestions: [
    'Phường ra quyết định phạt tôi mà tôi thấy không đúng, giờ gửi đơn đi đâu?',
    'Đền bù đất cho nhà tôi thấp hơn nhà bên cạnh, tôi không chịu thì làm sao?',
    'Người ta trả hồ sơ của tôi hoài mà không nói lý do, tôi khiếu nại được không?',
    'Viết đơn khiếu nại nộp ở phường hay lên trên?',
    'Khiếu nại thì bao lâu phường phải trả lời?',
    'Tôi muốn khiếu nại việc cưỡng chế tháo dỡ mái hiên nhà tôi.',
    'Công an phường làm không đúng với tôi thì khiếu nại chỗ nào?',
  ],
  confusableWith: [
    {
      topic: 'to-cao',
      difference: 'Khiếu nại là không đồng ý với việc làm đến mình; báo người khác làm sai pháp luật là tố cáo.',
    },
    {
      topic: 'phan-anh-kien-nghi',
      difference: 'Khiếu nại là đòi xem lại một quyết định đối với mình; báo chuyện chung, góp ý là phản ánh.',
    },
    {
      topic: 'hoa-giai-dat-dai',
      difference: 'Khiếu nại là với cơ quan nhà nước; cãi nhau về đất với hàng xóm, anh em thì hòa giải.',
    },
  ],
}
