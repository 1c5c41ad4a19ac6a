import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const topic = 'tro-cap-nguoi-cao-tuoi'
const pensionDecree = ['176/2025/NĐ-CP']

const applying: TableCondition = { question: 'viec', in: ['xin-moi'] }
const ofAge: TableCondition = { question: 'tuoi', in: ['tu-75-tuoi', 'tu-70-tuoi'] }

export const troCapNguoiCaoTuoiChecklist: DecisionTable = {
  start: { topic, case: 'xin-huong' },
  questions: [
    {
      id: 'viec',
      text: 'Cần hỏi cho ai?',
      hint: null,
      options: [
        { id: 'xin-moi', label: 'Người già chưa hưởng lần nào', clause: 'người cao tuổi chưa hưởng lần nào' },
        {
          id: 'dang-huong',
          label: 'Đang hưởng, đổi nơi ở',
          clause: 'đang hưởng mà đổi nơi ở, đổi thông tin',
        },
        {
          id: 'hoan-canh-khac',
          label: 'Khuyết tật, mồ côi, đơn thân nghèo',
          clause: 'là người khuyết tật, trẻ mồ côi, đơn thân nghèo',
        },
        { id: 'da-mat', label: 'Người đang hưởng đã mất', clause: 'người đang hưởng đã mất' },
      ],
      askWhen: [],
    },
    {
      id: 'tuoi',
      text: 'Người đó bao nhiêu tuổi?',
      hint: 'Tính tuổi tròn theo ngày sinh trên căn cước.',
      options: [
        { id: 'tu-75-tuoi', label: 'Từ đủ 75 tuổi', clause: 'người đó từ đủ 75 tuổi' },
        { id: 'tu-70-tuoi', label: 'Từ đủ 70 đến dưới 75 tuổi', clause: 'người đó từ đủ 70 đến dưới 75 tuổi' },
        { id: 'duoi-70-tuoi', label: 'Chưa đủ 70 tuổi', clause: 'người đó chưa đủ 70 tuổi' },
      ],
      askWhen: [applying],
    },
    {
      id: 'ho-ngheo',
      text: 'Nhà có giấy hộ nghèo hoặc hộ cận nghèo không?',
      hint: null,
      options: [
        { id: 'co', label: 'Có', clause: 'nhà thuộc hộ nghèo, hộ cận nghèo' },
        { id: 'khong', label: 'Không', clause: 'nhà không thuộc hộ nghèo, hộ cận nghèo' },
      ],
      askWhen: [{ question: 'tuoi', in: ['tu-70-tuoi'] }],
    },
    {
      id: 'luong',
      text: 'Có đang lãnh lương hưu hay trợ cấp bảo hiểm xã hội hằng tháng không?',
      hint: 'Nguồn không ghi mức trợ cấp là bao nhiêu; chưa biết hơn hay kém thì chọn Không rõ.',
      options: [
        { id: 'khong', label: 'Không có khoản nào', clause: 'không lãnh lương hưu, trợ cấp bảo hiểm xã hội' },
        { id: 'thap-hon', label: 'Có, thấp hơn mức trợ cấp này', clause: 'đang lãnh thấp hơn mức trợ cấp này' },
        { id: 'cao-hon', label: 'Có, từ mức trợ cấp này trở lên', clause: 'đang lãnh từ mức trợ cấp này trở lên' },
      ],
      askWhen: [ofAge],
    },
  ],
  rules: [
    {
      id: 'chuyen-noi-o',
      when: [{ question: 'viec', in: ['dang-huong'] }],
      useCase: { topic, case: 'chuyen-noi-o' },
      basis: 'portal',
    },
    {
      id: 'hoan-canh-khac',
      when: [{ question: 'viec', in: ['hoan-canh-khac'] }],
      goTo: 'tro-cap-xa-hoi',
      basis: 'portal',
    },
    { id: 'da-mat', when: [{ question: 'viec', in: ['da-mat'] }], goTo: 'mai-tang', basis: 'portal' },
    {
      id: 'chua-du-tuoi',
      when: [{ question: 'tuoi', in: ['duoi-70-tuoi'] }],
      warning:
        'Chưa đủ tuổi: trợ cấp này dành cho người từ đủ 75 tuổi, hoặc từ đủ 70 tuổi thuộc hộ nghèo, cận nghèo. Là người khuyết tật, đơn thân nghèo thì xem trợ cấp xã hội.',
      stops: true,
      also: 'tro-cap-xa-hoi',
      basis: 'portal',
      laws: pensionDecree,
    },
    {
      id: 'khong-thuoc-ho-ngheo',
      when: [{ question: 'ho-ngheo', in: ['khong'] }],
      warning:
        'Từ đủ 70 đến dưới 75 tuổi thì phải thuộc hộ nghèo hoặc hộ cận nghèo mới được hưởng. Nhà khó khăn mà chưa được xét thì hỏi phường về hộ nghèo.',
      stops: true,
      also: 'ho-ngheo',
      basis: 'portal',
      laws: pensionDecree,
    },
    {
      id: 'luong-cao-hon',
      when: [{ question: 'luong', in: ['cao-hon'] }],
      warning: 'Đang lãnh lương hưu, trợ cấp bảo hiểm xã hội từ mức trợ cấp này trở lên thì không được hưởng thêm.',
      stops: true,
      basis: 'portal',
      laws: pensionDecree,
    },
    {
      id: 'luong-thap-hon',
      when: [{ question: 'luong', in: ['thap-hon'] }],
      note: 'Lương hưu thấp hơn mức trợ cấp này thì vẫn làm được; mức cụ thể thì gọi phường để hỏi.',
      basis: 'portal',
      laws: pensionDecree,
    },
  ],
}
