import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const notLegalised: TableCondition = { question: 'noi-cap', in: ['nuoc-ngoai-chua'] }
const certifyingDecree = ['23/2015/NĐ-CP']

export const chungThucBanSaoChecklist: DecisionTable = {
  start: { topic: 'chung-thuc-ban-sao', case: 'sao-y' },
  questions: [
    {
      id: 'loai',
      text: 'Cần phường đóng dấu vào giấy gì?',
      hint: null,
      options: [
        { id: 'sao-y', label: 'Bản photo giấy tờ (sao y)', clause: 'cần sao y bản photo giấy tờ' },
        { id: 'chu-ky', label: 'Chữ ký, giấy ủy quyền, lý lịch', clause: 'cần xác nhận chữ ký của mình' },
        { id: 'giao-dich', label: 'Hợp đồng, di chúc, thừa kế', clause: 'là hợp đồng, di chúc, giấy chia thừa kế' },
      ],
      askWhen: [],
    },
    {
      id: 'ban-chinh',
      text: 'Bản chính giấy cần sao đang thế nào?',
      hint: null,
      options: [
        { id: 'con-tot', label: 'Còn bản chính, đọc rõ', clause: 'còn bản chính, đọc rõ' },
        { id: 'vneid', label: 'Không cầm giấy, có trên VNeID', clause: 'giấy đó có trên VNeID' },
        {
          id: 'hong',
          label: 'Rách mờ, tẩy xóa, có dấu mật',
          clause: 'bản chính rách mờ, tẩy xóa, có dấu mật',
        },
        { id: 'mat', label: 'Mất, chỉ còn bản photo', clause: 'không còn bản chính' },
      ],
      askWhen: [],
    },
    {
      id: 'noi-cap',
      text: 'Giấy đó do ai cấp?',
      hint: 'Hợp pháp hóa lãnh sự là dấu công nhận giấy tờ nước ngoài.',
      options: [
        { id: 'viet-nam', label: 'Cơ quan ở Việt Nam', clause: 'giấy do cơ quan Việt Nam cấp' },
        {
          id: 'nuoc-ngoai-roi',
          label: 'Nước ngoài, đã hợp pháp hóa',
          clause: 'giấy nước ngoài đã hợp pháp hóa lãnh sự',
        },
        {
          id: 'nuoc-ngoai-chua',
          label: 'Nước ngoài, chưa hợp pháp hóa',
          clause: 'giấy nước ngoài chưa hợp pháp hóa lãnh sự',
        },
        { id: 'tu-viet', label: 'Tự viết, không có dấu cơ quan', clause: 'giấy tự viết, không có dấu của cơ quan' },
      ],
      askWhen: [],
    },
    {
      id: 'giay-nuoc-ngoai',
      text: 'Giấy nước ngoài đó là giấy gì?',
      hint: null,
      options: [
        { id: 'bang-cap', label: 'Bằng, chứng chỉ, bảng điểm', clause: 'là bằng tốt nghiệp, chứng chỉ, bảng điểm' },
        {
          id: 'tuy-than',
          label: 'Hộ chiếu, căn cước, bằng lái xe',
          clause: 'là hộ chiếu, thẻ căn cước, thẻ cư trú, bằng lái xe',
        },
        { id: 'khac', label: 'Giấy khác', clause: 'là giấy nước ngoài loại khác' },
      ],
      askWhen: [notLegalised],
    },
  ],
  rules: [
    { id: 'chu-ky', when: [{ question: 'loai', in: ['chu-ky'] }], goTo: 'chung-thuc-chu-ky', basis: 'portal' },
    { id: 'giao-dich', when: [{ question: 'loai', in: ['giao-dich'] }], goTo: 'chung-thuc-giao-dich', basis: 'portal' },
    {
      id: 'co-tren-vneid',
      when: [{ question: 'ban-chinh', in: ['vneid'] }],
      note: 'Mang điện thoại, mở VNeID cho cán bộ xem giấy đó thì không phải mang bản giấy. Nên gọi phường hỏi trước cho chắc.',
      basis: 'portal',
    },
    {
      id: 'ban-chinh-hong',
      when: [{ question: 'ban-chinh', in: ['hong'] }],
      warning:
        'Bản chính tẩy xóa, rách nát không rõ nội dung, có dấu mật hoặc ghi không được sao chụp thì không sao y được. Giấy hỏng thì nên xin nơi đã cấp làm lại trước.',
      stops: true,
      basis: 'portal',
      laws: certifyingDecree,
    },
    {
      id: 'mat-ban-chinh',
      when: [{ question: 'ban-chinh', in: ['mat'] }],
      warning:
        'Không có bản chính thì phường không sao y được. Mất giấy khai sinh, kết hôn, khai tử thì xin trích lục; giấy khác thì hỏi nơi đã cấp.',
      stops: true,
      also: 'trich-luc-ho-tich',
      basis: 'portal',
      laws: certifyingDecree,
    },
    {
      id: 'giay-tu-viet',
      when: [{ question: 'noi-cap', in: ['tu-viet'] }],
      warning:
        'Giấy tự viết không có xác nhận và dấu của cơ quan, tổ chức thì không sao y được. Muốn xác nhận chữ ký của mình thì làm chứng thực chữ ký.',
      stops: true,
      also: 'chung-thuc-chu-ky',
      basis: 'portal',
      laws: certifyingDecree,
    },
    {
      id: 'chua-hop-phap-hoa',
      when: [{ question: 'giay-nuoc-ngoai', in: ['khac'] }],
      warning: 'Giấy nước ngoài loại này phải hợp pháp hóa lãnh sự xong mới sao y được.',
      stops: true,
      basis: 'portal',
      laws: certifyingDecree,
    },
    {
      id: 'duoc-mien-hop-phap-hoa',
      when: [{ question: 'giay-nuoc-ngoai', in: ['bang-cap', 'tuy-than'] }],
      note: 'Giấy nước ngoài loại này sao y được mà không phải hợp pháp hóa lãnh sự.',
      basis: 'portal',
      laws: certifyingDecree,
    },
  ],
}
