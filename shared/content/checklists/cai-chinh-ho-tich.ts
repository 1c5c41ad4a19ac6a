import type { DecisionTable } from '../../decision-table.ts'
import { answered, askWhoGoes, whoGoesRules } from './civil-status.ts'

const topic = 'cai-chinh-ho-tich'

export const caiChinhHoTichChecklist: DecisionTable = {
  start: { topic, case: 'sua-doi-bo-sung' },
  questions: [
    {
      id: 'viec',
      text: 'Cần làm gì với giấy tờ hộ tịch?',
      hint: 'Giấy tờ hộ tịch là giấy khai sinh, giấy kết hôn, trích lục.',
      options: [
        { id: 'ghi-sai', label: 'Sửa chỗ ghi sai', clause: 'sửa chỗ ghi sai' },
        { id: 'doi-ten', label: 'Đổi họ, tên, chữ đệm', clause: 'đổi họ, tên hoặc chữ đệm' },
        { id: 'thieu', label: 'Thêm chỗ còn thiếu', clause: 'thêm chỗ còn thiếu' },
        { id: 'khac', label: 'Trường hợp khác', clause: 'cần việc khác' },
      ],
      askWhen: [],
    },
    {
      id: 'tuoi',
      text: 'Người cần đổi tên bao nhiêu tuổi?',
      hint: null,
      options: [
        { id: 'nguoi-lon', label: 'Từ đủ 18 tuổi', clause: 'người đổi tên từ đủ 18 tuổi' },
        { id: 'biet-y', label: 'Từ đủ 9 tuổi đến dưới 18 tuổi', clause: 'người đổi tên từ đủ 9 tuổi đến dưới 18 tuổi' },
        { id: 'nho', label: 'Dưới 9 tuổi', clause: 'người đổi tên dưới 9 tuổi' },
      ],
      askWhen: [answered('viec', 'doi-ten')],
    },
    {
      id: 'thieu-gi',
      text: 'Trên giấy còn thiếu gì?',
      hint: null,
      options: [
        { id: 'cho-khac', label: 'Ngày sinh, quê quán, chỗ khác', clause: 'thiếu ngày sinh, quê quán hoặc chỗ khác' },
        { id: 'cha-me', label: 'Tên cha hoặc tên mẹ', clause: 'thiếu tên cha hoặc tên mẹ' },
      ],
      askWhen: [answered('viec', 'thieu')],
    },
    {
      id: 'truong-hop',
      text: 'Đó là trường hợp nào?',
      hint: null,
      options: [
        { id: 'can-cuoc', label: 'Khai sinh đúng, thẻ căn cước sai', clause: 'khai sinh đúng mà thẻ căn cước sai' },
        { id: 'dan-toc', label: 'Xác định lại dân tộc', clause: 'xác định lại dân tộc' },
        { id: 'nuoc-ngoai', label: 'Có yếu tố nước ngoài', clause: 'có người hoặc giấy tờ nước ngoài' },
      ],
      askWhen: [answered('viec', 'khac')],
    },
    askWhoGoes({
      self: { label: 'Người cần sửa, hoặc cha mẹ của trẻ', clause: 'người cần sửa hoặc cha mẹ của trẻ đi nộp' },
    }),
  ],
  rules: [
    {
      id: 'mang-giay-can-sua',
      when: [],
      note: 'Mang theo bản chính giấy cần sửa: cán bộ ghi nội dung mới vào giấy khai sinh, giấy kết hôn đó.',
      basis: 'portal',
    },
    {
      id: 'sua-cho-sai',
      when: [answered('viec', 'ghi-sai')],
      note: 'Tìm giấy tờ cũ cho thấy hồi đó ghi nhầm.',
      basis: 'portal',
    },
    {
      id: 'doi-ten',
      when: [answered('viec', 'doi-ten')],
      note: 'Phải có lý do chính đáng theo Bộ luật Dân sự, không phải muốn đổi là được.',
      basis: 'inferred',
      laws: ['60/2014/QH13', '91/2015/QH13'],
    },
    {
      id: 'con-dong-y',
      when: [answered('tuoi', 'biet-y')],
      note: 'Người đó phải đồng ý đổi tên; chuẩn bị giấy ghi sự đồng ý đó.',
      basis: 'inferred',
      laws: ['91/2015/QH13'],
    },
    { id: 'thieu-ten-cha-me', when: [answered('thieu-gi', 'cha-me')], goTo: 'nhan-cha-me-con', basis: 'portal' },
    { id: 'sai-can-cuoc', when: [answered('truong-hop', 'can-cuoc')], goTo: 'can-cuoc', basis: 'inferred' },
    {
      id: 'dan-toc',
      when: [answered('truong-hop', 'dan-toc')],
      note: 'Cha mẹ thỏa thuận bằng giấy về dân tộc của con; người từ đủ 15 tuổi thì tự mình yêu cầu.',
      basis: 'inferred',
      laws: ['91/2015/QH13'],
    },
    {
      id: 'co-nuoc-ngoai',
      when: [answered('truong-hop', 'nuoc-ngoai')],
      useCase: { topic, case: 'nuoc-ngoai' },
      basis: 'portal',
    },
    ...whoGoesRules(),
  ],
}
