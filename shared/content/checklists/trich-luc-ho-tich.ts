import type { DecisionTable } from '../../decision-table.ts'
import { answered, askWhoGoes, whoGoesRules } from './civil-status.ts'
import { askForPublicService, publicServiceRules } from './proofs.ts'

const anew = 'dang-ky-lai-ho-tich'

const people = askWhoGoes({
  self: { label: 'Người có tên, hoặc cha mẹ của trẻ', clause: 'người có tên hoặc cha mẹ của trẻ đi xin' },
  askWhen: [answered('noi-dang-ky', 'biet', 'khong-nho', 'nuoc-ngoai')],
})

export const trichLucHoTichChecklist: DecisionTable = {
  start: { topic: 'trich-luc-ho-tich', case: 'ca-nhan' },
  questions: [
    {
      id: 'noi-dang-ky',
      text: 'Giấy cần bản sao trước đây đăng ký ở đâu?',
      hint: null,
      options: [
        { id: 'biet', label: 'Trong nước, biết rõ nơi đăng ký', clause: 'biết rõ nơi đã đăng ký trong nước' },
        { id: 'khong-nho', label: 'Trong nước, không nhớ nơi nào', clause: 'không nhớ nơi đã đăng ký' },
        { id: 'mat-so', label: 'Sổ gốc và bản chính đều mất', clause: 'sổ gốc và bản chính đều không còn' },
        { id: 'nuoc-ngoai', label: 'Ở nước ngoài, ở sứ quán', clause: 'đã đăng ký ở nước ngoài hoặc ở sứ quán' },
      ],
      askWhen: [],
    },
    {
      id: 'giay-gi',
      text: 'Cần đăng ký lại giấy gì?',
      hint: null,
      options: [
        { id: 'khai-sinh', label: 'Giấy khai sinh', clause: 'cần giấy khai sinh' },
        { id: 'ket-hon', label: 'Giấy kết hôn', clause: 'cần giấy kết hôn' },
        { id: 'khai-tu', label: 'Giấy khai tử', clause: 'cần giấy khai tử' },
        { id: 'khac', label: 'Giấy khác', clause: 'cần giấy khác' },
      ],
      askWhen: [answered('noi-dang-ky', 'mat-so')],
    },
    {
      id: 'ban-cu',
      text: 'Còn bản sao nào của giấy khai sinh cũ không?',
      hint: null,
      options: [
        { id: 'con', label: 'Còn bản sao', clause: 'còn bản sao giấy khai sinh cũ' },
        { id: 'khong', label: 'Không còn bản nào', clause: 'không còn bản sao nào của giấy khai sinh cũ' },
      ],
      askWhen: [answered('giay-gi', 'khai-sinh')],
    },
    askForPublicService('nha-nuoc', 'Người đó có làm cán bộ, công chức, bộ đội, công an không?', [
      answered('giay-gi', 'khai-sinh'),
    ]),
    {
      ...people,
      options: [
        ...people.options,
        { id: 'co-quan', label: 'Cơ quan, tổ chức xin', clause: 'cơ quan, tổ chức đứng ra xin' },
      ],
    },
  ],
  rules: [
    {
      id: 'nho-thong-tin',
      when: [answered('noi-dang-ky', 'biet', 'khong-nho')],
      note: 'Nhớ chắc họ tên, ngày sinh, nơi đăng ký: khai sai mà không tra được thì bị từ chối.',
      basis: 'portal',
    },
    {
      id: 'khong-nho-noi',
      when: [answered('noi-dang-ky', 'khong-nho')],
      note: 'Nộp ở phường nơi đang ở cũng được; cán bộ tra sổ hộ tịch điện tử, có khi phải hỏi nơi khác nên lâu hơn.',
      basis: 'inferred',
      laws: ['60/2014/QH13'],
    },
    {
      id: 'o-nuoc-ngoai',
      when: [answered('noi-dang-ky', 'nuoc-ngoai')],
      warning: 'Gọi phường trước khi đi: việc đăng ký ở nước ngoài, ở sứ quán có thể phải xin bản sao ở nơi khác.',
      basis: 'inferred',
    },
    {
      id: 'mat-so',
      when: [answered('noi-dang-ky', 'mat-so')],
      note: 'Đăng ký lại là cho việc đã đăng ký trước ngày 01/01/2016; việc sau ngày đó thì hỏi phường.',
      basis: 'inferred',
      laws: ['123/2015/NĐ-CP'],
    },
    {
      id: 'lai-khai-sinh',
      when: [answered('giay-gi', 'khai-sinh')],
      useCase: { topic: anew, case: 'lai-khai-sinh' },
      basis: 'portal',
    },
    {
      id: 'lai-ket-hon',
      when: [answered('giay-gi', 'ket-hon')],
      useCase: { topic: anew, case: 'lai-ket-hon' },
      warning: 'Hai vợ chồng phải cùng đến, mang giấy tờ tùy thân, để ký khi nhận giấy.',
      basis: 'portal',
    },
    {
      id: 'lai-khai-tu',
      when: [answered('giay-gi', 'khai-tu')],
      useCase: { topic: anew, case: 'lai-khai-tu' },
      basis: 'portal',
    },
    {
      id: 'giay-khac',
      when: [answered('giay-gi', 'khac')],
      stops: true,
      warning: 'Sổ gốc của giấy này không còn thì phường xem từng trường hợp; gọi phường trước khi đi.',
      basis: 'inferred',
    },
    { id: 'con-ban-cu', when: [answered('ban-cu', 'con')], omit: ['giay-to-ca-nhan'], basis: 'portal' },
    {
      id: 'khong-con-ban-cu',
      when: [answered('ban-cu', 'khong')],
      need: ['giay-to-ca-nhan'],
      omit: ['giay-cu'],
      basis: 'portal',
    },
    ...publicServiceRules('nha-nuoc'),
    {
      id: 'co-quan-xin',
      when: [answered('nguoi-nop', 'co-quan')],
      useCase: { topic: 'trich-luc-ho-tich', case: 'co-quan-to-chuc' },
      basis: 'portal',
    },
    ...whoGoesRules(),
  ],
}
