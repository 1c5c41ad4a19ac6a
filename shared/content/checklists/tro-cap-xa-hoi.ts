import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const topic = 'tro-cap-xa-hoi'
const allowanceDecree = ['20/2021/NĐ-CP']

const disabled: TableCondition = { question: 'ai', in: ['khuyet-tat'] }
const severe: TableCondition = { question: 'giay-kt', in: ['nang'] }
const aChild: TableCondition = { question: 'ai', in: ['tre-em'] }
const aloneWithChild: TableCondition = { question: 'ai', in: ['don-than'] }
const otherwise: TableCondition = { question: 'ai', in: ['khac'] }
const caring: TableCondition = { question: 'truong-hop-khac', in: ['nhan-cham-soc'] }

export const troCapXaHoiChecklist: DecisionTable = {
  start: { topic, case: 'tro-cap-hang-thang' },
  questions: [
    {
      id: 'ai',
      text: 'Xin trợ cấp cho ai?',
      hint: null,
      options: [
        { id: 'khuyet-tat', label: 'Người khuyết tật', clause: 'xin cho người khuyết tật' },
        { id: 'tre-em', label: 'Trẻ mồ côi, trẻ nhà nghèo', clause: 'xin cho trẻ mồ côi, trẻ nhà nghèo' },
        { id: 'don-than', label: 'Một mình nuôi con, nhà nghèo', clause: 'một mình nuôi con, nhà nghèo' },
        { id: 'khac', label: 'Trường hợp khác', clause: 'thuộc trường hợp khác' },
      ],
      askWhen: [],
    },
    {
      id: 'giay-kt',
      text: 'Đã có giấy xác nhận khuyết tật chưa, ghi mức nào?',
      hint: null,
      options: [
        { id: 'nang', label: 'Có, mức nặng hoặc đặc biệt nặng', clause: 'có giấy, mức nặng, đặc biệt nặng' },
        { id: 'nhe', label: 'Có, mức nhẹ', clause: 'có giấy, mức nhẹ' },
        { id: 'chua', label: 'Chưa có giấy', clause: 'chưa có giấy xác nhận khuyết tật' },
      ],
      askWhen: [disabled],
    },
    {
      id: 'nguoi-kt',
      text: 'Người khuyết tật là ai?',
      hint: null,
      options: [
        { id: 'nguoi-lon', label: 'Người lớn', clause: 'người khuyết tật là người lớn' },
        { id: 'tre-em', label: 'Trẻ em', clause: 'người khuyết tật là trẻ em' },
        { id: 'nuoi-con', label: 'Người đang nuôi con nhỏ', clause: 'người khuyết tật đang nuôi con' },
        { id: 'khac', label: 'Trường hợp khác', clause: 'người khuyết tật ở trường hợp khác' },
      ],
      askWhen: [severe],
    },
    {
      id: 'nguoi-kt-khac',
      text: 'Người đó có đang mang thai không?',
      hint: null,
      options: [
        { id: 'mang-thai', label: 'Đang mang thai', clause: 'người khuyết tật đang mang thai' },
        { id: 'ca-hai', label: 'Mang thai và đang nuôi con', clause: 'đang mang thai và đang nuôi con' },
        { id: 'khong', label: 'Không', clause: 'không mang thai' },
      ],
      askWhen: [{ question: 'nguoi-kt', in: ['khac'] }],
    },
    {
      id: 'tre',
      text: 'Trẻ ở hoàn cảnh nào?',
      hint: null,
      options: [
        { id: 'mo-coi', label: 'Mồ côi, bị bỏ rơi', clause: 'trẻ mồ côi, bị bỏ rơi' },
        { id: 'ho-ngheo', label: 'Dưới 3 tuổi, nhà hộ nghèo', clause: 'trẻ dưới 3 tuổi thuộc hộ nghèo' },
        { id: 'khac', label: 'Hoàn cảnh khác', clause: 'trẻ ở hoàn cảnh khác' },
      ],
      askWhen: [aChild],
    },
    {
      id: 'tre-khac',
      text: 'Hoàn cảnh khác là thế nào?',
      hint: null,
      options: [
        { id: 'kho-khan', label: 'Nhà khó khăn, trẻ đau ốm', clause: 'nhà khó khăn, trẻ đau ốm' },
        { id: 'hiv', label: 'Trẻ nhiễm HIV', clause: 'trẻ nhiễm HIV' },
      ],
      askWhen: [{ question: 'tre', in: ['khac'] }],
    },
    {
      id: 'ho-ngheo',
      text: 'Nhà đã được công nhận hộ nghèo, hộ cận nghèo chưa?',
      hint: null,
      options: [
        { id: 'roi', label: 'Đã có giấy', clause: 'nhà đã được công nhận hộ nghèo, hộ cận nghèo' },
        { id: 'chua', label: 'Chưa', clause: 'nhà chưa được công nhận hộ nghèo, hộ cận nghèo' },
      ],
      askWhen: [aloneWithChild],
    },
    {
      id: 'truong-hop-khac',
      text: 'Là trường hợp nào?',
      hint: null,
      options: [
        { id: 'nhan-cham-soc', label: 'Nhận chăm sóc, nuôi dưỡng', clause: 'nhận chăm sóc, nuôi dưỡng người khác' },
        { id: 'cao-tuoi', label: 'Người già không có lương hưu', clause: 'là người già không có lương hưu' },
        { id: 'doi-noi-o', label: 'Đang hưởng, dọn đi nơi khác', clause: 'đang hưởng mà dọn đi nơi khác' },
        { id: 'da-mat', label: 'Người đang hưởng đã mất', clause: 'người đang hưởng đã mất' },
        { id: 'hiv', label: 'Nhiễm HIV, nhà hộ nghèo', clause: 'nhiễm HIV và thuộc hộ nghèo' },
      ],
      askWhen: [otherwise],
    },
    {
      id: 'nguoi-duoc-cham-soc',
      text: 'Nhận chăm sóc ai?',
      hint: null,
      options: [
        { id: 'khuyet-tat', label: 'Người khuyết tật', clause: 'nhận chăm sóc người khuyết tật' },
        { id: 'khac', label: 'Trẻ mồ côi, người khác', clause: 'nhận nuôi trẻ mồ côi, chăm sóc người khác' },
      ],
      askWhen: [caring],
    },
    {
      id: 'dang-huong',
      text: 'Người được chăm sóc đang lãnh trợ cấp hằng tháng không?',
      hint: null,
      options: [
        { id: 'co', label: 'Đang lãnh', clause: 'người được chăm sóc đang lãnh trợ cấp hằng tháng' },
        { id: 'khong', label: 'Không', clause: 'người được chăm sóc không lãnh trợ cấp hằng tháng' },
      ],
      askWhen: [caring],
    },
  ],
  rules: [
    {
      id: 'chua-co-giay-kt',
      when: [{ question: 'giay-kt', in: ['chua'] }],
      goTo: 'khuyet-tat',
      basis: 'portal',
    },
    {
      id: 'khuyet-tat-nhe',
      when: [{ question: 'giay-kt', in: ['nhe'] }],
      warning:
        'Trợ cấp này dành cho mức nặng, đặc biệt nặng; mức nhẹ thường không được. Tật nặng hơn trước thì xin xác định lại mức độ.',
      stops: true,
      also: 'khuyet-tat',
      basis: 'inferred',
      laws: allowanceDecree,
    },
    {
      id: 'khuyet-tat',
      when: [disabled],
      need: ['giay-khuyet-tat'],
      omit: ['giay-hiv'],
      basis: 'portal',
    },
    {
      id: 'khuyet-tat-nguoi-lon',
      when: [{ question: 'nguoi-kt', in: ['nguoi-lon'] }],
      omit: ['giay-khai-sinh', 'giay-mang-thai'],
      basis: 'portal',
    },
    {
      id: 'khuyet-tat-co-tre',
      when: [{ question: 'nguoi-kt', in: ['tre-em', 'nuoi-con'] }],
      need: ['giay-khai-sinh'],
      omit: ['giay-mang-thai'],
      basis: 'portal',
    },
    {
      id: 'mang-thai',
      when: [{ question: 'nguoi-kt-khac', in: ['mang-thai'] }],
      need: ['giay-mang-thai'],
      omit: ['giay-khai-sinh'],
      basis: 'portal',
    },
    {
      id: 'mang-thai-va-nuoi-con',
      when: [{ question: 'nguoi-kt-khac', in: ['ca-hai'] }],
      need: ['giay-mang-thai', 'giay-khai-sinh'],
      basis: 'portal',
    },
    {
      id: 'khong-mang-thai',
      when: [{ question: 'nguoi-kt-khac', in: ['khong'] }],
      omit: ['giay-mang-thai', 'giay-khai-sinh'],
      basis: 'portal',
    },
    {
      id: 'tre-em',
      when: [aChild],
      need: ['giay-khai-sinh'],
      omit: ['giay-khuyet-tat', 'giay-mang-thai'],
      basis: 'portal',
    },
    {
      id: 'tre-mo-coi-ho-ngheo',
      when: [{ question: 'tre', in: ['mo-coi', 'ho-ngheo'] }],
      omit: ['giay-hiv'],
      basis: 'portal',
    },
    { id: 'tre-hiv', when: [{ question: 'tre-khac', in: ['hiv'] }], need: ['giay-hiv'], basis: 'portal' },
    {
      id: 'tre-hoan-canh-khac',
      when: [{ question: 'tre-khac', in: ['kho-khan'] }],
      omit: ['giay-hiv'],
      note: 'Không phải hoàn cảnh khó khăn nào cũng thuộc diện hưởng; gọi phường hỏi trước khi đi.',
      basis: 'inferred',
      laws: allowanceDecree,
    },
    {
      id: 'don-than',
      when: [aloneWithChild],
      need: ['giay-khai-sinh'],
      omit: ['giay-khuyet-tat', 'giay-hiv', 'giay-mang-thai'],
      basis: 'portal',
    },
    {
      id: 'chua-la-ho-ngheo',
      when: [{ question: 'ho-ngheo', in: ['chua'] }],
      warning:
        'Khoản này dành cho nhà nghèo; chưa được công nhận hộ nghèo, hộ cận nghèo thì thường chưa xét được. Gọi phường hỏi trước, hoặc xin xét hộ nghèo.',
      stops: true,
      also: 'ho-ngheo',
      basis: 'inferred',
      laws: allowanceDecree,
    },
    {
      id: 'nhan-cham-soc',
      when: [caring],
      useCase: { topic, case: 'cham-soc-nuoi-duong' },
      basis: 'portal',
    },
    {
      id: 'cao-tuoi',
      when: [{ question: 'truong-hop-khac', in: ['cao-tuoi'] }],
      goTo: 'tro-cap-nguoi-cao-tuoi',
      basis: 'portal',
    },
    {
      id: 'doi-noi-o',
      when: [{ question: 'truong-hop-khac', in: ['doi-noi-o'] }],
      warning:
        'Báo phường nơi đang lãnh: nơi cũ thôi trả và gửi giấy tờ sang, nơi mới trả tiếp từ tháng nơi cũ thôi trả. Nguồn không ghi giấy riêng cho việc này, gọi phường hỏi cách báo.',
      stops: true,
      basis: 'portal',
    },
    { id: 'da-mat', when: [{ question: 'truong-hop-khac', in: ['da-mat'] }], goTo: 'mai-tang', basis: 'portal' },
    {
      id: 'hiv',
      when: [{ question: 'truong-hop-khac', in: ['hiv'] }],
      need: ['giay-hiv'],
      omit: ['giay-khuyet-tat', 'giay-khai-sinh', 'giay-mang-thai'],
      basis: 'portal',
    },
    {
      id: 'cham-soc-nguoi-khuyet-tat',
      when: [{ question: 'nguoi-duoc-cham-soc', in: ['khuyet-tat'] }],
      need: ['to-khai-ho-gia-dinh', 'giay-khuyet-tat'],
      basis: 'portal',
    },
    {
      id: 'cham-soc-nguoi-khac',
      when: [{ question: 'nguoi-duoc-cham-soc', in: ['khac'] }],
      omit: ['to-khai-ho-gia-dinh', 'giay-khuyet-tat'],
      basis: 'portal',
    },
    {
      id: 'dang-lanh-tro-cap',
      when: [{ question: 'dang-huong', in: ['co'] }],
      omit: ['to-khai-nguoi-duoc-cham-soc'],
      basis: 'portal',
    },
    {
      id: 'khong-lanh-tro-cap',
      when: [{ question: 'dang-huong', in: ['khong'] }],
      need: ['to-khai-nguoi-duoc-cham-soc'],
      basis: 'portal',
    },
  ],
}
