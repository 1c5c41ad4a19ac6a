import type { Topic } from '../../procedures.ts'
import { channels, statedFee } from '../channels.ts'
import { chungThucBanSaoChecklist } from '../checklists/chung-thuc-ban-sao.ts'
import { laws } from '../laws.ts'
import { feeReading, fromPortal, portal } from '../sources.ts'

const code = '2.000815'

export const chungThucBanSao: Topic = {
  key: 'chung-thuc-ban-sao',
  kind: 'procedure',
  title: 'Chứng thực bản sao (sao y)',
  task: 'chứng thực bản sao',
  summary: 'Xác nhận bản photo đúng với bản chính, quen gọi là sao y, công chứng giấy tờ.',
  category: 'chung-thuc',
  procedures: [
    fromPortal({
      code,
      name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận',
      decision: { number: '3152/QĐ-BTP', date: '2025-10-31' },
      updatedOn: '2026-04-21',
      recordId: '019d2bfd-8e22-77ef-819f-e49460350904',
    }),
  ],
  relatedProcedures: [
    {
      code: '2.000942',
      name: 'Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực',
      when: 'cần bản sao của hợp đồng, giao dịch đã chứng thực trước đây',
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
      id: 'sao-y',
      label: 'Sao y giấy tờ',
      words: [],
      procedure: code,
      documents: [
        {
          id: 'ban-chinh',
          name: 'Giấy tờ cần sao',
          role: 'present',
          originals: 1,
          copies: 0,
          condition: null,
          note: 'Giấy tờ đã có trên VNeID thì cho xem trên VNeID, không phải mang bản giấy.',
          form: null,
          components: [`${code}-c1`],
        },
        {
          id: 'ban-photo',
          name: 'Bản photo đủ các trang có thông tin',
          role: 'submit',
          originals: null,
          copies: null,
          condition: 'nơi làm không có máy để chụp',
          note: 'Bình thường chỉ mang bản chính, nơi làm chụp giúp.',
          form: null,
          components: [`${code}-c1`],
        },
      ],
    },
  ],
  checklist: chungThucBanSaoChecklist,
  steps: [
    { title: 'Đưa bản chính', text: 'Đưa bản chính, kèm bản photo nếu đã photo sẵn.' },
    { title: 'Cán bộ đối chiếu', text: 'Bản photo đúng với bản chính thì ghi lời chứng, ký và đóng dấu.' },
    { title: 'Nhận kết quả', text: 'Nộp phí, nhận bản sao chứng thực và lấy lại bản chính tại nơi nộp.' },
  ],
  channels: channels(['in_person'], {
    timeLimit: { value: 1, unit: 'working_day', text: '1 ngày làm việc.' },
    fees: [
      statedFee('Phí chứng thực bản sao', 2000, {
        per: 'trang',
        text: 'Từ trang thứ 3 trở lên: 1.000 đồng/trang; nhiều nhất 200.000 đồng/bản. Trang tính theo bản chính.',
      }),
    ],
  }),
  results: ['Bản sao được chứng thực từ bản chính'],
  eligibility: [
    'Phải có bản chính.',
    'Không làm được khi bản chính tẩy xóa, sửa chữa, rách nát không rõ nội dung, đóng dấu mật hoặc ghi không được sao chụp.',
    'Giấy tự viết không có xác nhận và đóng dấu của cơ quan, tổ chức thì không làm được.',
    'Giấy tờ nước ngoài phải hợp pháp hóa lãnh sự trước, trừ hộ chiếu, thẻ căn cước, thẻ cư trú, giấy phép lái xe, bằng tốt nghiệp, chứng chỉ và bảng điểm kèm theo.',
    'Giấy có nội dung trái pháp luật, xúc phạm người khác thì không làm được.',
  ],
  advice: [
    'Bản photo thường không có dấu; bản sao chứng thực có dấu và chữ ký; bản sao trích lục lấy từ sổ gốc: ba thứ khác nhau.',
    'Hỏi nơi nhận hồ sơ có thật cần bản sao chứng thực không; luật không bắt buộc thì cán bộ sẽ nói.',
  ],
  legalBases: laws(
    '23/2015/NĐ-CP',
    '280/2025/NĐ-CP',
    '226/2016/TT-BTC',
    '01/2020/TT-BTP',
    '257/2016/TT-BTC',
    '264/2016/TT-BTC',
  ),
  scheduledChanges: [],
  disagreements: [],
  sources: [portal, feeReading],
  facts: [
    { subject: 'cheaper-from-page', value: 'từ trang thứ 3', source: portal.id, record: code },
    { subject: 'fee-from-that-page', value: '1.000 đồng/trang', source: portal.id, record: code },
    { subject: 'most-for-one-copy', value: '200.000 đồng/bản', source: portal.id, record: code },
  ],
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
    'sao y',
    'sao y bản chính',
    'sao y công chứng',
    'công chứng giấy tờ',
    'photo công chứng',
    'phô tô đóng dấu',
    'công chứng căn cước',
    'công chứng bằng cấp',
    'chứng thực bản sao',
    'đóng dấu sao y',
    'bản sao có chứng thực',
    'công chứng học bạ',
    'sao lục giấy tờ',
    'sao y bằng lái xe',
    'công chứng hộ khẩu',
    'công chứng giấy khai sinh',
    'sao y sổ đỏ',
    'bản sao công chứng',
    'đóng mộc bản photo',
    'thị thực bản sao',
  ],
  exampleQuestions: [
    'Tôi cần công chứng cái bằng cấp ba thì ra phường được không?',
    'Sao y căn cước có cần mang bản gốc theo không?',
    'Photo sẵn ở nhà rồi ra phường đóng dấu được chứ?',
    'Công chứng một bộ hồ sơ xin việc hết bao nhiêu tiền?',
    'Sao y sổ đỏ lấy liền hay phải chờ?',
    'Bằng bị ép nhựa, mờ chữ thì có sao y được không?',
    'Giấy tờ tiếng nước ngoài có chứng thực bản sao ở phường được không?',
  ],
  confusableWith: [
    {
      topic: 'trich-luc-ho-tich',
      difference: 'Sao y là photo giấy mình đang cầm rồi đóng dấu; mất giấy, cần bản mới từ sổ gốc thì xin trích lục.',
    },
    {
      topic: 'chung-thuc-chu-ky',
      difference: 'Sao y là xác nhận bản photo đúng bản chính; chứng thực chữ ký là xác nhận chính mình đã ký.',
    },
    {
      topic: 'giay-phep-lai-xe',
      difference: 'Photo bằng lái rồi đóng dấu thì phường làm; đổi, làm lại bằng lái là việc của cảnh sát giao thông.',
    },
  ],
}
