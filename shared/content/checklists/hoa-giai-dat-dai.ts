import type { DecisionTable } from '../../decision-table.ts'

export const hoaGiaiDatDaiChecklist: DecisionTable = {
  start: { topic: 'hoa-giai-dat-dai', case: 'hoa-giai' },
  questions: [
    {
      id: 'chuyen-gi',
      text: 'Tranh chấp về chuyện gì?',
      hint: null,
      options: [
        { id: 'ranh-dat', label: 'Ranh đất, lối đi, ai được dùng đất', clause: 'tranh chấp ranh đất, quyền dùng đất' },
        { id: 'tai-san', label: 'Thừa kế, mua bán, chia tài sản', clause: 'tranh chấp thừa kế, mua bán, chia tài sản' },
        {
          id: 'quyet-dinh',
          label: 'Không chịu quyết định của phường',
          clause: 'không đồng ý với quyết định của phường',
        },
        {
          id: 'khong-thanh',
          label: 'Đã hòa giải ở phường, không thành',
          clause: 'đã hòa giải ở phường mà không thành',
        },
      ],
      askWhen: [],
    },
    {
      id: 'giay-to',
      text: 'Có giấy tờ gì về mảnh đất không?',
      hint: 'Ví dụ: sổ đỏ, giấy mua bán, giấy chia đất; giấy cũ cũng mang theo.',
      options: [
        { id: 'co', label: 'Có', clause: 'có giấy tờ về đất' },
        { id: 'khong', label: 'Không có giấy gì', clause: 'không có giấy tờ về đất' },
      ],
      askWhen: [],
    },
  ],
  rules: [
    { id: 'khieu-nai', when: [{ question: 'chuyen-gi', in: ['quyet-dinh'] }], goTo: 'khieu-nai', basis: 'secondary' },
    {
      id: 'hoa-giai-khong-thanh',
      when: [{ question: 'chuyen-gi', in: ['khong-thanh'] }],
      warning:
        'Hòa giải không thành thì phường chỉ nơi giải quyết tiếp. Mang biên bản hòa giải theo; gọi phường hỏi gửi đơn đến đâu, đừng nộp lại đơn hòa giải.',
      stops: true,
      basis: 'portal',
      laws: ['102/2024/NĐ-CP'],
    },
    {
      id: 'tranh-chap-tai-san',
      when: [{ question: 'chuyen-gi', in: ['tai-san'] }],
      warning:
        'Tranh chấp thừa kế, mua bán, chia tài sản thường có thể gửi thẳng Tòa án; gọi phường hỏi trước xem có cần hòa giải ở phường không.',
      basis: 'inferred',
    },
    {
      id: 'khong-co-giay-to',
      when: [{ question: 'giay-to', in: ['khong'] }],
      omit: ['giay-to-dung-dat'],
      note: 'Không có giấy tờ thì ghi rõ trong đơn đất do đâu mà có, ai biết chuyện; phường sẽ xác minh.',
      basis: 'inferred',
    },
  ],
}
