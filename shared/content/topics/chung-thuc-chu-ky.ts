import type { Topic } from '../../procedures.ts'
import { channels, statedFee } from '../channels.ts'
import { chungThucChuKyChecklist } from '../checklists/chung-thuc-chu-ky.ts'
import { laws } from '../laws.ts'
import { feeReading, fromPortal, portal } from '../sources.ts'

const code = '2.000884'

export const chungThucChuKy: Topic = {
  key: 'chung-thuc-chu-ky',
  kind: 'procedure',
  title: 'Chứng thực chữ ký',
  task: 'chứng thực chữ ký',
  summary: 'Xác nhận chữ ký hoặc dấu lăn tay trên giấy ủy quyền, sơ yếu lý lịch, giấy cam kết là của chính mình.',
  category: 'chung-thuc',
  procedures: [
    fromPortal({
      code,
      name: 'Chứng thực chữ ký trong các giấy tờ, văn bản (áp dụng cho cả trường hợp chứng thực điểm chỉ và trường hợp người yêu cầu chứng thực không thể ký, không thể điểm chỉ được)',
      decision: { number: '858/QĐ-BTP', date: '2026-03-27' },
      updatedOn: '2026-04-20',
      recordId: '019d2bfd-8e2e-7359-b42f-d5dc8d74741b',
    }),
  ],
  relatedProcedures: [
    {
      code: '2.001035',
      name: 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
      when: 'là hợp đồng mua bán, tặng cho, ủy quyền về tài sản',
    },
    { code: '2.001019', name: 'Chứng thực di chúc', when: 'là di chúc' },
    {
      code: '2.001008',
      name: 'Chứng thực chữ ký người dịch mà người dịch không phải là cộng tác viên dịch thuật của Ủy ban nhân dân cấp xã, tổ chức hành nghề công chứng',
      when: 'là chữ ký của người dịch',
    },
  ],
  authority: {
    kind: 'ward',
    name: 'Ủy ban nhân dân cấp xã',
    whichOffice: 'Tổ chức hành nghề công chứng cũng làm việc này.',
    howToReach: null,
  },
  cases: [
    {
      id: 'ky-truoc-mat',
      label: 'Ký trước mặt cán bộ',
      words: [],
      procedure: code,
      documents: [
        {
          id: 'giay-to-can-ky',
          name: 'Giấy tờ sẽ ký, để trống chỗ ký',
          role: 'submit',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Phải ký hoặc lăn tay trước mặt cán bộ; đừng ký sẵn ở nhà.',
          form: null,
          components: [`${code}-c2`],
        },
        {
          id: 'giay-to-tuy-than',
          name: 'Căn cước, hộ chiếu hoặc giấy tờ đi lại quốc tế, còn hạn',
          role: 'present',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Căn cước điện tử trên VNeID cũng được.',
          form: null,
          components: [`${code}-c1`],
        },
        {
          id: 'ban-dich',
          name: 'Bản dịch tiếng Việt',
          role: 'submit',
          originals: null,
          copies: null,
          condition: 'giấy viết bằng tiếng nước ngoài mà cán bộ không hiểu rõ',
          note: 'Bản dịch không cần công chứng.',
          form: null,
          components: [`${code}-c2`],
        },
      ],
    },
  ],
  checklist: chungThucChuKyChecklist,
  steps: [
    {
      title: 'Đưa giấy tờ',
      text: 'Đưa giấy cần ký và giấy tờ tùy thân; không thạo tiếng Việt thì có người phiên dịch.',
    },
    { title: 'Ký trước mặt cán bộ', text: 'Cán bộ xem người ký còn minh mẫn rồi mới cho ký hoặc lăn tay.' },
    { title: 'Nhận kết quả', text: 'Nộp phí, nhận giấy đã ghi lời chứng, có chữ ký và dấu.' },
  ],
  channels: channels(['in_person'], {
    timeLimit: { value: 1, unit: 'working_day', text: '1 ngày làm việc.' },
    fees: [
      statedFee('Phí chứng thực chữ ký', 10000, {
        per: 'trường hợp',
        text: 'Một trường hợp là một hoặc nhiều chữ ký trên cùng một giấy tờ.',
      }),
    ],
  }),
  results: ['Giấy tờ đã được chứng thực chữ ký hoặc điểm chỉ'],
  eligibility: [
    'Người ký phải đến tận nơi, minh mẫn, làm chủ được hành vi lúc ký.',
    'Giấy ủy quyền chỉ làm ở đây khi: nộp hộ, nhận hộ giấy tờ; nhận hộ lương hưu, trợ cấp, bưu phẩm; trông nhà; người trong hộ ủy quyền để vay Ngân hàng Chính sách xã hội.',
    'Giấy có nội dung mua bán, giao dịch khác thì làm chứng thực giao dịch, trừ khi luật quy định khác.',
    'Giấy tờ tùy thân hết hạn hoặc giả thì không làm được.',
  ],
  advice: ['Không ký được, không lăn tay được vẫn làm được: báo cán bộ khi nộp.'],
  legalBases: laws(
    '23/2015/NĐ-CP',
    '280/2025/NĐ-CP',
    '226/2016/TT-BTC',
    '66.7/2025/NQ-CP',
    '01/2020/TT-BTP',
    '257/2016/TT-BTC',
    '264/2016/TT-BTC',
    '18/2026/NĐ-CP',
  ),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal, feeReading],
  facts: [],
  effectiveFrom: null,
  effectiveUntil: null,
  verifiedOn: null,
  reviewFlags: [
    {
      code: 'FEE_SUSPECT',
      procedure: code,
      text: 'Cổng còn ghi một mức tính bằng đô la Mỹ của cơ quan đại diện ở nước ngoài; mức đó không dùng ở phường.',
    },
    {
      code: 'CONFLICT',
      procedure: code,
      text: 'Mức phí cần đối chiếu với Thông tư 226/2016/TT-BTC; nguồn khác ghi cùng mức.',
    },
  ],
  aliases: [
    'chứng thực chữ ký',
    'xác nhận chữ ký',
    'giấy ủy quyền',
    'ủy quyền nhận lương hưu',
    'ủy quyền nhận trợ cấp hộ',
    'sơ yếu lý lịch',
    'đóng dấu lý lịch xin việc',
    'xác nhận sơ yếu lý lịch',
    'lăn tay điểm chỉ',
    'ký giấy cam kết trước cán bộ',
    'công chứng giấy ủy quyền',
    'xác nhận đơn có chữ ký',
    'ủy quyền lãnh lương hưu giùm',
    'lăn tay vào giấy',
    'xác nhận lý lịch tự thuật',
    'giấy ủy quyền cho con',
    'chứng thực giấy ủy quyền',
    'đóng mộc sơ yếu lý lịch',
  ],
  exampleQuestions: [
    'Mẹ tôi già yếu muốn ủy quyền cho tôi nhận lương hưu thì làm giấy gì?',
    'Sơ yếu lý lịch đi xin việc đóng dấu ở phường được không?',
    'Xác nhận chữ ký trong giấy ủy quyền hết bao nhiêu?',
    'Bà không biết chữ, lăn tay vào giấy có được chứng thực không?',
    'Ký sẵn ở nhà rồi nhờ người mang ra phường đóng dấu được không?',
    'Giấy ủy quyền nhờ trông coi nhà thì làm ở đâu?',
  ],
  confusableWith: [
    {
      topic: 'chung-thuc-giao-dich',
      difference:
        'Giấy ủy quyền đơn giản, lý lịch là chứng thực chữ ký; mua bán, tặng cho, thế chấp, di chúc là chứng thực giao dịch.',
    },
    {
      topic: 'chung-thuc-ban-sao',
      difference: 'Chứng thực chữ ký là xác nhận chính mình đã ký; sao y là xác nhận bản photo đúng bản chính.',
    },
  ],
}
