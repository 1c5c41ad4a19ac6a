import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const topic = 'can-cuoc'

const aCard: TableCondition = { question: 'viec', in: ['doi-the', 'mat-hong', 'lan-dau'] }
const changing: TableCondition = { question: 'viec', in: ['doi-the'] }
const replacing: TableCondition = { question: 'viec', in: ['mat-hong'] }
const grown: TableCondition = { question: 'tuoi', in: ['tu-14-tuoi'] }
const child: TableCondition = { question: 'tuoi', in: ['tu-6-den-14-tuoi', 'duoi-6-tuoi'] }

export const canCuocChecklist: DecisionTable = {
  start: { topic, case: 'tu-du-14-tuoi' },
  questions: [
    {
      id: 'viec',
      text: 'Cần làm gì với thẻ căn cước?',
      hint: 'Đổi thẻ là khi đến tuổi 14, 25, 40, 60, thẻ hết hạn, hoặc thông tin trên thẻ thay đổi.',
      options: [
        { id: 'doi-the', label: 'Đổi thẻ', clause: 'đổi thẻ' },
        { id: 'mat-hong', label: 'Mất thẻ, hỏng thẻ', clause: 'mất, hỏng thẻ' },
        { id: 'lan-dau', label: 'Làm thẻ lần đầu', clause: 'làm thẻ lần đầu' },
        {
          id: 'so-cu',
          label: 'Xin giấy xác nhận số CMND cũ',
          clause: 'chỉ cần giấy xác nhận số chứng minh nhân dân cũ',
        },
      ],
      askWhen: [],
    },
    {
      id: 'tuoi',
      text: 'Người cần thẻ bao nhiêu tuổi?',
      hint: null,
      options: [
        { id: 'tu-14-tuoi', label: 'Từ đủ 14 tuổi', clause: 'làm cho người từ đủ 14 tuổi' },
        { id: 'tu-6-den-14-tuoi', label: 'Từ 6 đến dưới 14 tuổi', clause: 'làm cho trẻ từ 6 đến dưới 14 tuổi' },
        { id: 'duoi-6-tuoi', label: 'Dưới 6 tuổi', clause: 'làm cho trẻ dưới 6 tuổi' },
      ],
      askWhen: [aCard],
    },
    {
      id: 'thong-tin',
      text: 'Họ tên, ngày sinh, quê quán, nơi ở trên VNeID có đúng không?',
      hint: 'Không dùng VNeID thì xem trên thẻ cũ, giấy khai sinh có chỗ nào lệch nhau không.',
      options: [
        { id: 'dung', label: 'Đúng hết', clause: 'thông tin trong dữ liệu đã đúng' },
        { id: 'sai', label: 'Có chỗ sai', clause: 'thông tin trong dữ liệu có chỗ sai' },
        {
          id: 'chua-co',
          label: 'Chưa có trong dữ liệu dân cư',
          clause: 'chưa có thông tin trong dữ liệu dân cư',
        },
      ],
      askWhen: [aCard],
    },
  ],
  rules: [
    { id: 'tre-lan-dau', when: [child], useCase: { topic, case: 'duoi-14-tuoi' }, basis: 'secondary' },
    {
      id: 'doi-the',
      when: [changing],
      useCase: { topic, case: 'doi-the' },
      note: 'Mang thẻ cũ theo: công an thu lại khi làm thẻ mới.',
      basis: 'portal',
    },
    {
      id: 'mat-hong',
      when: [replacing],
      useCase: { topic, case: 'mat-the' },
      note: 'Thẻ hỏng thì mang theo để nộp lại.',
      basis: 'portal',
    },
    {
      id: 'so-cu',
      when: [{ question: 'viec', in: ['so-cu'] }],
      useCase: { topic, case: 'so-cmnd-cu' },
      basis: 'portal',
    },
    {
      id: 'nguoi-lon-da-co-the',
      when: [{ question: 'viec', in: ['doi-the', 'mat-hong'] }, grown],
      omit: ['nguoi-dai-dien'],
      basis: 'secondary',
    },
    {
      id: 'tre-di-cung-nguoi-dai-dien',
      when: [{ question: 'tuoi', in: ['tu-6-den-14-tuoi'] }],
      note: 'Trẻ đi cùng cha, mẹ hoặc người đại diện đến công an phường.',
      basis: 'secondary',
    },
    {
      id: 'tre-lam-tren-mang',
      when: [{ question: 'tuoi', in: ['duoi-6-tuoi'] }],
      note: 'Cha, mẹ hoặc người đại diện làm trên Cổng Dịch vụ công quốc gia hoặc VNeID.',
      basis: 'secondary',
    },
    {
      id: 'thong-tin-dung',
      when: [{ question: 'thong-tin', in: ['dung'] }],
      omit: ['dieu-chinh-thong-tin', 'thu-thap-thong-tin'],
      basis: 'secondary',
    },
    {
      id: 'thong-tin-sai',
      when: [{ question: 'thong-tin', in: ['sai'] }],
      need: ['dieu-chinh-thong-tin'],
      omit: ['thu-thap-thong-tin'],
      warning: 'Phải sửa xong thông tin rồi mới làm được thẻ; mang giấy tờ chứng minh chỗ cần sửa.',
      also: 'dieu-chinh-cu-tru',
      basis: 'portal',
    },
    {
      id: 'chua-co-thong-tin',
      when: [{ question: 'thong-tin', in: ['chua-co'] }],
      need: ['thu-thap-thong-tin'],
      omit: ['dieu-chinh-thong-tin'],
      note: 'Mang thêm giấy tờ pháp lý ghi họ tên, ngày sinh của người làm thẻ để công an nhập vào dữ liệu trước.',
      basis: 'portal',
    },
  ],
}
