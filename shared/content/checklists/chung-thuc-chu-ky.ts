import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const authorising: TableCondition = { question: 'giay', in: ['uy-quyen'] }
const certifyingDecree = ['23/2015/NĐ-CP']

export const chungThucChuKyChecklist: DecisionTable = {
  start: { topic: 'chung-thuc-chu-ky', case: 'ky-truoc-mat' },
  questions: [
    {
      id: 'giay',
      text: 'Cần ký vào giấy gì?',
      hint: null,
      options: [
        { id: 'ly-lich', label: 'Lý lịch, đơn, giấy cam kết', clause: 'ký lý lịch, đơn, giấy cam kết' },
        { id: 'uy-quyen', label: 'Giấy ủy quyền', clause: 'ký giấy ủy quyền' },
        { id: 'mua-ban', label: 'Giấy mua bán, cho tặng, vay nợ', clause: 'ký giấy mua bán, cho tặng, vay nợ' },
        { id: 'tieng-nuoc-ngoai', label: 'Giấy bằng tiếng nước ngoài', clause: 'giấy viết bằng tiếng nước ngoài' },
      ],
      askWhen: [],
    },
    {
      id: 'uy-quyen',
      text: 'Ủy quyền làm việc gì?',
      hint: null,
      options: [
        {
          id: 'nhan-ho',
          label: 'Nhận hộ lương, trợ cấp, giấy tờ',
          clause: 'ủy quyền nộp hộ, nhận hộ giấy tờ, lương hưu, trợ cấp, bưu phẩm',
        },
        { id: 'trong-nha', label: 'Trông nom nhà cửa', clause: 'ủy quyền nhờ trông nom nhà cửa' },
        {
          id: 'vay-von',
          label: 'Vay Ngân hàng Chính sách xã hội',
          clause: 'người trong hộ ủy quyền để vay Ngân hàng Chính sách xã hội',
        },
        { id: 'viec-khac', label: 'Việc khác, như mua bán nhà đất', clause: 'ủy quyền làm việc khác' },
      ],
      askWhen: [authorising],
    },
    {
      id: 'nguoi-ky',
      text: 'Người ký có đến tận nơi và minh mẫn không?',
      hint: 'Phải ký trước mặt cán bộ, đừng ký sẵn ở nhà.',
      options: [
        { id: 'den-duoc', label: 'Đến được, minh mẫn', clause: 'người ký đến được và minh mẫn' },
        { id: 'khong-ky', label: 'Đến được, không tự ký được', clause: 'người ký không tự ký được' },
        { id: 'khong-den', label: 'Không đến được', clause: 'người ký không đến được' },
        { id: 'khong-minh-man', label: 'Không còn minh mẫn', clause: 'người ký không còn minh mẫn' },
      ],
      askWhen: [],
    },
  ],
  rules: [
    {
      id: 'khong-den-duoc',
      when: [{ question: 'nguoi-ky', in: ['khong-den'] }],
      warning:
        'Phải ký trước mặt cán bộ, nhờ người khác mang giấy đi thay thì không làm được. Người già yếu, ốm nặng thì gọi phường hỏi cách làm.',
      stops: true,
      basis: 'portal',
    },
    {
      id: 'khong-minh-man',
      when: [{ question: 'nguoi-ky', in: ['khong-minh-man'] }],
      warning:
        'Lúc ký mà không nhận thức, không làm chủ được hành vi thì không chứng thực chữ ký được. Gọi phường hỏi cách khác.',
      stops: true,
      basis: 'portal',
      laws: certifyingDecree,
    },
    {
      id: 'mua-ban',
      when: [{ question: 'giay', in: ['mua-ban'] }],
      goTo: 'chung-thuc-giao-dich',
      basis: 'portal',
      laws: certifyingDecree,
    },
    {
      id: 'uy-quyen-viec-khac',
      when: [{ question: 'uy-quyen', in: ['viec-khac'] }],
      goTo: 'chung-thuc-giao-dich',
      basis: 'portal',
      laws: certifyingDecree,
    },
    {
      id: 'giay-tieng-viet',
      when: [{ question: 'giay', in: ['ly-lich', 'uy-quyen'] }],
      omit: ['ban-dich'],
      basis: 'portal',
    },
    {
      id: 'giay-tieng-nuoc-ngoai',
      when: [{ question: 'giay', in: ['tieng-nuoc-ngoai'] }],
      need: ['ban-dich'],
      note: 'Cán bộ hiểu rõ tiếng đó thì không cần bản dịch; nên mang theo cho chắc.',
      basis: 'portal',
    },
    {
      id: 'khong-tu-ky',
      when: [{ question: 'nguoi-ky', in: ['khong-ky'] }],
      note: 'Không ký được thì lăn tay; không lăn tay được cũng vẫn làm được. Báo cán bộ ngay khi nộp.',
      basis: 'portal',
    },
  ],
}
