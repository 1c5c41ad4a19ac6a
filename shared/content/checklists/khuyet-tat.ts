import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const topic = 'khuyet-tat'

const first: TableCondition = { question: 'viec', in: ['lan-dau'] }
const again: TableCondition = { question: 'viec', in: ['xac-dinh-lai'] }
const oldConclusion: TableCondition = { question: 'giay-benh', in: ['giam-dinh'] }

export const khuyetTatChecklist: DecisionTable = {
  start: { topic, case: 'lan-dau' },
  questions: [
    {
      id: 'viec',
      text: 'Đã có giấy xác nhận khuyết tật chưa?',
      hint: null,
      options: [
        { id: 'lan-dau', label: 'Chưa, làm lần đầu', clause: 'làm giấy lần đầu' },
        {
          id: 'xac-dinh-lai',
          label: 'Có rồi, xin xét lại mức độ',
          clause: 'đã có giấy, nay xin xét lại mức độ',
        },
        { id: 'doi-giay', label: 'Giấy mất, hỏng, ghi sai', clause: 'giấy bị mất, hỏng, ghi sai' },
      ],
      askWhen: [],
    },
    {
      id: 'giay-benh',
      text: 'Có giấy tờ gì về bệnh tật không?',
      hint: 'Ví dụ: bệnh án, giấy khám, giấy điều trị, phẫu thuật.',
      options: [
        { id: 'co', label: 'Có bệnh án, giấy khám', clause: 'có bệnh án, giấy khám, giấy điều trị' },
        { id: 'khong', label: 'Không có giấy gì', clause: 'không có giấy tờ về bệnh tật' },
        {
          id: 'giam-dinh',
          label: 'Có kết luận giám định y khoa',
          clause: 'có kết luận giám định y khoa',
        },
      ],
      askWhen: [first],
    },
    {
      id: 'ngay-giam-dinh',
      text: 'Kết luận giám định có từ trước tháng 6/2012 không?',
      hint: null,
      options: [
        { id: 'truoc', label: 'Trước tháng 6/2012', clause: 'kết luận đó có trước tháng 6/2012' },
        { id: 'sau', label: 'Từ tháng 6/2012 về sau', clause: 'kết luận đó có từ tháng 6/2012 về sau' },
      ],
      askWhen: [oldConclusion],
    },
    {
      id: 'giay-cu',
      text: 'Còn giữ giấy khuyết tật cũ, bệnh án không?',
      hint: null,
      options: [
        { id: 'con', label: 'Còn', clause: 'còn giữ giấy khuyết tật cũ, bệnh án' },
        { id: 'khong-con', label: 'Không còn', clause: 'không còn giấy khuyết tật cũ, bệnh án' },
      ],
      askWhen: [again],
    },
    {
      id: 'di-lai',
      text: 'Người khuyết tật có đến phường hoặc trạm y tế được không?',
      hint: null,
      options: [
        { id: 'den-duoc', label: 'Đến được', clause: 'người khuyết tật đến được' },
        { id: 'khong-den-duoc', label: 'Không đi lại được', clause: 'người khuyết tật không đi lại được' },
      ],
      askWhen: [{ question: 'viec', in: ['lan-dau', 'xac-dinh-lai'] }],
    },
  ],
  rules: [
    { id: 'xac-dinh-lai', when: [again], useCase: { topic, case: 'xac-dinh-lai' }, basis: 'portal' },
    {
      id: 'doi-giay',
      when: [{ question: 'viec', in: ['doi-giay'] }],
      useCase: { topic, case: 'doi-cap-lai' },
      note: 'Phường làm giấy mới theo hồ sơ đang lưu, không xét lại mức độ.',
      basis: 'portal',
    },
    {
      id: 'co-giay-benh',
      when: [{ question: 'giay-benh', in: ['co'] }],
      need: ['giay-to-benh'],
      omit: ['ket-luan-giam-dinh'],
      basis: 'portal',
    },
    {
      id: 'khong-co-giay-benh',
      when: [{ question: 'giay-benh', in: ['khong'] }],
      omit: ['giay-to-benh', 'ket-luan-giam-dinh'],
      note: 'Không có giấy tờ về bệnh tật vẫn nộp đơn được; hội đồng sẽ xem và hỏi trực tiếp.',
      basis: 'portal',
    },
    {
      id: 'giam-dinh-truoc',
      when: [{ question: 'ngay-giam-dinh', in: ['truoc'] }],
      need: ['ket-luan-giam-dinh'],
      omit: ['giay-to-benh'],
      note: 'Có thêm bệnh án, giấy khám thì mang cả bản photo.',
      basis: 'portal',
      laws: ['28/2012/NĐ-CP'],
    },
    {
      id: 'giam-dinh-sau',
      when: [{ question: 'ngay-giam-dinh', in: ['sau'] }],
      need: ['giay-to-benh'],
      omit: ['ket-luan-giam-dinh'],
      note: 'Kết luận giám định này nộp chung với giấy tờ về bệnh tật; hội đồng của phường vẫn xét.',
      basis: 'inferred',
    },
    { id: 'con-giay-cu', when: [{ question: 'giay-cu', in: ['con'] }], need: ['giay-to-benh'], basis: 'portal' },
    {
      id: 'khong-con-giay-cu',
      when: [{ question: 'giay-cu', in: ['khong-con'] }],
      omit: ['giay-to-benh'],
      note: 'Không còn giấy cũ vẫn nộp đơn được.',
      basis: 'portal',
    },
    {
      id: 'khong-den-duoc',
      when: [{ question: 'di-lai', in: ['khong-den-duoc'] }],
      note: 'Hội đồng sẽ tới tận nhà; nói rõ khi nộp đơn là người khuyết tật không đi lại được.',
      basis: 'portal',
    },
    { id: 'sau-khi-co-giay', when: [first], also: 'tro-cap-xa-hoi', basis: 'portal' },
  ],
}
