import type { DecisionTable } from '../../decision-table.ts'
import { answered, askWhoGoes, whoGoesRules } from './civil-status.ts'

export const xacNhanTinhTrangHonNhanChecklist: DecisionTable = {
  start: { topic: 'xac-nhan-tinh-trang-hon-nhan', case: 'xin-lan-dau' },
  questions: [
    {
      id: 'muc-dich',
      text: 'Xin giấy này để làm gì?',
      hint: null,
      options: [
        {
          id: 'viec-khac',
          label: 'Mua bán nhà đất, vay vốn, việc khác',
          clause: 'xin để mua bán, vay vốn, làm việc khác',
        },
        { id: 'trong-nuoc', label: 'Để đăng ký kết hôn ở Việt Nam', clause: 'xin để đăng ký kết hôn ở Việt Nam' },
        { id: 'nuoc-ngoai', label: 'Để kết hôn ở nước ngoài', clause: 'xin để kết hôn ở nước ngoài' },
      ],
      askWhen: [],
    },
    {
      id: 'da-cap',
      text: 'Trước đây đã được cấp giấy này lần nào chưa?',
      hint: null,
      options: [
        { id: 'chua', label: 'Chưa, xin lần đầu', clause: 'xin lần đầu' },
        { id: 'con-giay', label: 'Rồi, còn giữ giấy cũ', clause: 'đã được cấp và còn giữ giấy cũ' },
        { id: 'mat-giay', label: 'Rồi, không còn giấy cũ', clause: 'đã được cấp mà không còn giấy cũ' },
      ],
      askWhen: [],
    },
    {
      id: 'truoc-day',
      text: 'Người cần giấy đã từng kết hôn chưa?',
      hint: null,
      options: [
        { id: 'chua', label: 'Chưa từng kết hôn', clause: 'chưa từng kết hôn' },
        { id: 'roi', label: 'Đã ly hôn hoặc góa', clause: 'đã ly hôn hoặc góa vợ, góa chồng' },
      ],
      askWhen: [],
    },
    {
      id: 'ly-hon-o-dau',
      text: 'Việc ly hôn có làm ở nước ngoài không?',
      hint: null,
      options: [
        { id: 'khong', label: 'Không, trong nước hoặc góa', clause: 'ly hôn trong nước, hoặc góa' },
        { id: 'co', label: 'Có, ly hôn ở nước ngoài', clause: 'đã ly hôn ở nước ngoài' },
      ],
      askWhen: [answered('truoc-day', 'roi')],
    },
    askWhoGoes({ self: { label: 'Chính người cần giấy', clause: 'chính người cần giấy đi nộp' } }),
  ],
  rules: [
    {
      id: 'viec-khac',
      when: [answered('muc-dich', 'viec-khac')],
      note: 'Ghi rõ vào tờ khai giấy dùng làm gì và cần mấy bản.',
      basis: 'portal',
    },
    {
      id: 'ket-hon-trong-nuoc',
      when: [answered('muc-dich', 'trong-nuoc')],
      warning: 'Có thể không cần giấy này, vì nơi đăng ký kết hôn tự tra. Gọi phường hỏi trước khi đi.',
      also: 'ket-hon',
      basis: 'secondary',
    },
    {
      id: 'de-ket-hon',
      when: [answered('muc-dich', 'trong-nuoc', 'nuoc-ngoai')],
      note: 'Giấy dùng để kết hôn chỉ được cấp 1 bản.',
      basis: 'portal',
    },
    {
      id: 'co-quan-dai-dien',
      when: [answered('muc-dich', 'nuoc-ngoai')],
      note: 'Phường không cấp giấy này để kết hôn với người nước ngoài tại đại sứ quán, lãnh sự quán nước ngoài ở Việt Nam.',
      basis: 'portal',
    },
    {
      id: 'xin-cap-lai',
      when: [answered('da-cap', 'con-giay', 'mat-giay')],
      useCase: { topic: 'xac-nhan-tinh-trang-hon-nhan', case: 'xin-cap-lai' },
      basis: 'portal',
    },
    {
      id: 'mat-giay-cu',
      when: [answered('da-cap', 'mat-giay')],
      omit: ['giay-da-cap'],
      note: 'Nói rõ vì sao không nộp lại được giấy cũ; phường có thể phải hỏi nơi khác nên lâu hơn.',
      basis: 'portal',
    },
    {
      id: 'tung-ket-hon',
      when: [answered('truoc-day', 'roi')],
      note: 'Ghi sẵn số, ngày, nơi cấp bản án ly hôn hoặc trích lục khai tử của người trước; cán bộ tự tra.',
      basis: 'portal',
    },
    {
      id: 'ly-hon-o-nuoc-ngoai',
      when: [answered('ly-hon-o-dau', 'co')],
      warning:
        'Việc ly hôn ở nước ngoài phải được ghi vào sổ hộ tịch trong nước trước. Chưa ghi thì gọi phường để làm việc đó đã.',
      basis: 'inferred',
      laws: ['123/2015/NĐ-CP'],
    },
    {
      id: 'nhieu-noi',
      when: [],
      note: 'Từng thường trú nhiều nơi thì mang theo giấy tờ về tình trạng hôn nhân ở các nơi đó, nếu có.',
      basis: 'portal',
    },
    ...whoGoesRules(),
  ],
}
