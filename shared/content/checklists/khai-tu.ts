import type { DecisionTable } from '../../decision-table.ts'
import { answered, askWhichRelative, outsiderRule } from './civil-status.ts'

const soon = answered('giay-bao-tu', 'co', 'moi')

export const khaiTuChecklist: DecisionTable = {
  start: { topic: 'khai-tu', case: 'co-giay-bao-tu' },
  questions: [
    {
      id: 'giay-bao-tu',
      text: 'Có giấy báo tử không?',
      hint: 'Bệnh viện đã gửi giấy báo tử lên mạng thì cũng là có.',
      options: [
        { id: 'co', label: 'Có giấy báo tử', clause: 'có giấy báo tử' },
        { id: 'moi', label: 'Mới mất, chưa có giấy báo tử', clause: 'người thân mới mất, chưa có giấy báo tử' },
        { id: 'lau', label: 'Mất đã lâu, không có giấy', clause: 'người thân mất đã lâu, không có giấy báo tử' },
        { id: 'khac', label: 'Trường hợp khác', clause: 'việc khai tử có điều đặc biệt' },
      ],
      askWhen: [],
    },
    {
      id: 'truong-hop',
      text: 'Điều nào đúng với người đã mất?',
      hint: null,
      options: [
        { id: 'da-khai', label: 'Đã khai tử rồi, cần lại giấy', clause: 'đã khai tử rồi, nay cần lại giấy' },
        {
          id: 'nuoc-ngoai',
          label: 'Người nước ngoài, mất ở nước ngoài',
          clause: 'người đã mất là người nước ngoài hoặc mất ở nước ngoài',
        },
        {
          id: 'khong-ro-noi-o',
          label: 'Không rõ nơi ở cuối cùng',
          clause: 'không xác định được nơi cư trú cuối cùng của người đã mất',
        },
        { id: 'toa-an', label: 'Tòa án tuyên bố là đã mất', clause: 'Tòa án đã tuyên bố là đã mất' },
      ],
      askWhen: [answered('giay-bao-tu', 'khac')],
    },
    askWhichRelative(
      'Ai sẽ đi khai tử?',
      [
        { id: 'nguoi-than', label: 'Vợ chồng, con, cha mẹ, người thân', clause: 'người thân của người đã mất đi khai' },
        {
          id: 'co-quan',
          label: 'Cơ quan, vì không còn người thân',
          clause: 'không còn người thân, cơ quan hoặc người có liên quan đi khai',
        },
      ],
      [],
    ),
  ],
  rules: [
    {
      id: 'dung-han',
      when: [soon],
      note: 'Nên đi khai trong 15 ngày kể từ ngày mất; trễ thì vẫn khai được.',
      basis: 'inferred',
      laws: ['60/2014/QH13'],
    },
    {
      id: 'lam-gop',
      when: [soon],
      note: 'Làm gộp được trên mạng: khai tử, xóa thường trú, xin mai táng phí; hỏi phường cách làm.',
      also: 'mai-tang',
      basis: 'secondary',
    },
    {
      id: 'moi-mat-chua-co-giay',
      when: [answered('giay-bao-tu', 'moi')],
      warning: 'Gọi phường trước khi đi để hỏi nơi cấp giấy báo tử, hoặc giấy nào dùng thay được.',
      basis: 'inferred',
    },
    {
      id: 'mat-da-lau',
      when: [answered('giay-bao-tu', 'lau')],
      useCase: { topic: 'khai-tu', case: 'mat-da-lau' },
      basis: 'portal',
    },
    {
      id: 'phai-xac-minh',
      when: [answered('giay-bao-tu', 'lau')],
      note: 'Phường phải xác minh nên có thể lâu hơn; hỏi ngày trả khi nộp.',
      basis: 'inferred',
    },
    {
      id: 'nguoi-than-di',
      when: [answered('nguoi-nop', 'nguoi-than', 'co-quan')],
      omit: ['giay-uy-quyen'],
      basis: 'portal',
    },
    outsiderRule(),
    {
      id: 'co-nuoc-ngoai',
      when: [answered('truong-hop', 'nuoc-ngoai')],
      useCase: { topic: 'khai-tu', case: 'nuoc-ngoai' },
      warning:
        'Đã khai tử ở nước ngoài thì không khai lại, mà ghi vào sổ hộ tịch trong nước, giấy tờ khác; gọi phường trước.',
      basis: 'portal',
    },
    {
      id: 'khong-ro-noi-o',
      when: [answered('truong-hop', 'khong-ro-noi-o')],
      need: ['noi-mat'],
      omit: ['noi-cu-tru-cuoi-cung'],
      note: 'Khai ở nơi người đó mất hoặc nơi tìm thấy thi thể.',
      basis: 'portal',
    },
    {
      id: 'toa-an-tuyen-bo',
      when: [answered('truong-hop', 'toa-an')],
      note: 'Nộp quyết định của Tòa án đã có hiệu lực, thay giấy báo tử.',
      basis: 'inferred',
    },
    { id: 'da-khai-tu', when: [answered('truong-hop', 'da-khai')], goTo: 'trich-luc-ho-tich', basis: 'inferred' },
  ],
}
