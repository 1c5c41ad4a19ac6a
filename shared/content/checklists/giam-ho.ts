import type { DecisionTable } from '../../decision-table.ts'
import { answered, askWhoGoes, whoGoesRules } from './civil-status.ts'

export const giamHoChecklist: DecisionTable = {
  start: { topic: 'giam-ho', case: 'duong-nhien' },
  questions: [
    {
      id: 'viec',
      text: 'Cần làm việc gì về giám hộ?',
      hint: 'Người thân được luật giao giám hộ thì không cần ai cử. Chưa rõ thì chọn Không rõ.',
      options: [
        {
          id: 'duong-nhien',
          label: 'Người thân đứng ra giám hộ',
          clause: 'người thân đứng ra làm giám hộ đương nhiên',
        },
        { id: 'duoc-cu', label: 'Được cử làm người giám hộ', clause: 'được cử làm người giám hộ' },
        { id: 'cham-dut', label: 'Thôi làm người giám hộ', clause: 'thôi làm người giám hộ' },
        { id: 'nuoc-ngoai', label: 'Có người nước ngoài', clause: 'có người nước ngoài' },
      ],
      askWhen: [],
    },
    {
      id: 'may-nguoi',
      text: 'Có mấy người cùng đủ điều kiện làm giám hộ?',
      hint: null,
      options: [
        { id: 'mot', label: 'Chỉ một người', clause: 'chỉ một người đủ điều kiện' },
        { id: 'nhieu', label: 'Nhiều người', clause: 'nhiều người cùng đủ điều kiện' },
      ],
      askWhen: [answered('viec', 'duong-nhien')],
    },
    askWhoGoes({ self: { label: 'Chính người giám hộ', clause: 'chính người giám hộ đi nộp' } }),
  ],
  rules: [
    { id: 'mot-nguoi', when: [answered('may-nguoi', 'mot')], omit: ['thoa-thuan-cu'], basis: 'portal' },
    { id: 'nhieu-nguoi', when: [answered('may-nguoi', 'nhieu')], need: ['thoa-thuan-cu'], basis: 'portal' },
    {
      id: 'duoc-cu',
      when: [answered('viec', 'duoc-cu')],
      useCase: { topic: 'giam-ho', case: 'duoc-cu' },
      basis: 'portal',
    },
    {
      id: 'cham-dut',
      when: [answered('viec', 'cham-dut')],
      useCase: { topic: 'giam-ho', case: 'cham-dut' },
      basis: 'portal',
    },
    {
      id: 'co-nuoc-ngoai',
      when: [answered('viec', 'nuoc-ngoai')],
      useCase: { topic: 'giam-ho', case: 'nuoc-ngoai' },
      warning:
        'Gọi phường trước khi đi để hỏi nơi nhận hồ sơ có người nước ngoài. Thôi làm giám hộ thì giấy tờ cũng khác.',
      basis: 'portal',
    },
    ...whoGoesRules(),
  ],
}
