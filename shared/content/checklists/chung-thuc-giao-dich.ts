import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const topic = 'chung-thuc-giao-dich'

const bequeathing: TableCondition = { question: 'viec', in: ['di-chuc', 'chia-di-san', 'tu-choi'] }
const landElsewhere: TableCondition = { question: 'tai-san', in: ['nha-dat-noi-khac'] }

export const chungThucGiaoDichChecklist: DecisionTable = {
  start: { topic, case: 'mua-ban-tang-cho' },
  questions: [
    {
      id: 'viec',
      text: 'Cần chứng thực giấy gì?',
      hint: 'Cho thuê, thế chấp, vay nợ cũng chọn mục đầu.',
      options: [
        { id: 'hop-dong', label: 'Mua bán, cho tặng, ủy quyền', clause: 'là hợp đồng mua bán, cho tặng, ủy quyền' },
        { id: 'di-chuc', label: 'Di chúc', clause: 'lập di chúc' },
        { id: 'chia-di-san', label: 'Chia thừa kế', clause: 'chia di sản thừa kế' },
        { id: 'tu-choi', label: 'Từ chối nhận thừa kế', clause: 'từ chối nhận di sản thừa kế' },
      ],
      askWhen: [],
    },
    {
      id: 'tai-san',
      text: 'Tài sản là gì?',
      hint: null,
      options: [
        { id: 'nha-dat', label: 'Nhà, đất ở phường này', clause: 'có nhà, đất ở phường này' },
        { id: 'nha-dat-noi-khac', label: 'Nhà, đất ở nơi khác', clause: 'có nhà, đất ở nơi khác' },
        { id: 'xe', label: 'Xe', clause: 'có xe' },
        { id: 'khac', label: 'Thứ khác, không phải đăng ký', clause: 'chỉ có thứ không phải đăng ký' },
      ],
      askWhen: [],
    },
    {
      id: 'nguoi-ky',
      text: 'Những người phải ký có đến đủ và minh mẫn không?',
      hint: 'Phải ký trước mặt cán bộ, đừng ký sẵn ở nhà.',
      options: [
        { id: 'den-du', label: 'Đến đủ, minh mẫn', clause: 'mọi người ký đến đủ và minh mẫn' },
        { id: 'khong-ky', label: 'Có người không tự ký được', clause: 'có người không tự ký được' },
        { id: 'khong-den', label: 'Có người không đến được', clause: 'có người không đến được' },
        { id: 'khong-minh-man', label: 'Có người không còn minh mẫn', clause: 'có người không còn minh mẫn' },
      ],
      askWhen: [],
    },
  ],
  rules: [
    {
      id: 'di-chuc',
      when: [{ question: 'viec', in: ['di-chuc'] }],
      useCase: { topic, case: 'di-chuc' },
      basis: 'portal',
    },
    {
      id: 'chia-di-san',
      when: [{ question: 'viec', in: ['chia-di-san'] }],
      useCase: { topic, case: 'chia-di-san' },
      basis: 'portal',
    },
    {
      id: 'tu-choi',
      when: [{ question: 'viec', in: ['tu-choi'] }],
      useCase: { topic, case: 'tu-choi-di-san' },
      basis: 'portal',
    },
    {
      id: 'tai-san-phai-dang-ky',
      when: [{ question: 'tai-san', in: ['nha-dat', 'nha-dat-noi-khac', 'xe'] }],
      need: ['giay-to-tai-san'],
      basis: 'portal',
    },
    {
      id: 'tai-san-khac',
      when: [{ question: 'tai-san', in: ['khac'] }],
      omit: ['giay-to-tai-san'],
      basis: 'portal',
    },
    {
      id: 'hop-dong-nha-dat-noi-khac',
      when: [{ question: 'viec', in: ['hop-dong'] }, landElsewhere],
      warning:
        'Hợp đồng về nhà, đất thường phải làm ở phường, xã nơi có nhà, đất, hoặc ở tổ chức hành nghề công chứng. Gọi hỏi trước khi đi.',
      basis: 'inferred',
    },
    {
      id: 'di-san-noi-khac',
      when: [bequeathing, landElsewhere],
      note: 'Nhà, đất ở nơi khác thì gọi phường hỏi trước xem có làm ở đây được không.',
      basis: 'inferred',
    },
    {
      id: 'sang-ten-nha-dat',
      when: [
        { question: 'viec', in: ['hop-dong', 'chia-di-san'] },
        { question: 'tai-san', in: ['nha-dat', 'nha-dat-noi-khac'] },
      ],
      also: 'sang-ten-dat',
      basis: 'inferred',
    },
    {
      id: 'sang-ten-xe',
      when: [
        { question: 'viec', in: ['hop-dong', 'chia-di-san'] },
        { question: 'tai-san', in: ['xe'] },
      ],
      also: 'dang-ky-xe',
      basis: 'inferred',
    },
    {
      id: 'khong-tu-ky',
      when: [{ question: 'nguoi-ky', in: ['khong-ky'] }],
      note: 'Không ký được thì lăn tay. Không đọc, không nghe, không ký, không lăn tay được thì cần 2 người làm chứng không có quyền lợi liên quan; không tìm được thì nhờ phường chỉ định.',
      basis: 'portal',
    },
    {
      id: 'khong-den-du',
      when: [{ question: 'nguoi-ky', in: ['khong-den'] }],
      warning:
        'Người ký phải có mặt ký trước cán bộ; thiếu người thì không làm được. Người già yếu, ốm nặng, ở xa thì gọi phường hỏi cách làm.',
      stops: true,
      basis: 'portal',
    },
    {
      id: 'khong-minh-man',
      when: [{ question: 'nguoi-ky', in: ['khong-minh-man'] }],
      warning:
        'Mọi người ký phải tự nguyện, minh mẫn, làm chủ được hành vi; có người không còn minh mẫn thì thường không chứng thực được. Gọi phường hỏi cách khác.',
      stops: true,
      basis: 'portal',
    },
  ],
}
