import type { DecisionTable } from '../../decision-table.ts'
import { answered } from './civil-status.ts'
import { askForPublicService, publicServiceRules } from './proofs.ts'

const atHome = answered('hai-ben', 'trong-nuoc', 'dang-o-xa')
const foreigner = answered('hai-ben', 'nuoc-ngoai')
const divorceRecord = 'trich-luc-ghi-chu-ly-hon'
const consulateLetter = 'xac-nhan-cua-co-quan-dai-dien'

export const ketHonChecklist: DecisionTable = {
  start: { topic: 'ket-hon', case: 'trong-nuoc' },
  questions: [
    {
      id: 'hai-ben',
      text: 'Hai người định kết hôn là ai?',
      hint: null,
      options: [
        {
          id: 'trong-nuoc',
          label: 'Hai người Việt, đang ở trong nước',
          clause: 'cả hai là người Việt, đang ở trong nước',
        },
        {
          id: 'dang-o-xa',
          label: 'Có người đang học, làm ở nước ngoài',
          clause: 'có người đang học tập, làm việc có thời hạn ở nước ngoài',
        },
        {
          id: 'nuoc-ngoai',
          label: 'Có người nước ngoài hoặc Việt kiều',
          clause: 'một bên là người nước ngoài hoặc Việt kiều',
        },
      ],
      askWhen: [],
    },
    {
      id: 'truoc-day',
      text: 'Trước đây có ai từng kết hôn không?',
      hint: 'Tính cả hai bên.',
      options: [
        { id: 'chua', label: 'Cả hai chưa từng kết hôn', clause: 'cả hai chưa từng kết hôn' },
        { id: 'roi', label: 'Có người đã ly hôn hoặc góa', clause: 'có người đã ly hôn hoặc góa vợ, góa chồng' },
        { id: 'dang-co', label: 'Có người chưa ly hôn xong', clause: 'có người chưa ly hôn xong' },
        {
          id: 'voi-nhau',
          label: 'Đã đăng ký với nhau, cần lại giấy',
          clause: 'hai người đã đăng ký với nhau, nay cần lại giấy',
        },
      ],
      askWhen: [],
    },
    {
      id: 'ly-hon-o-dau',
      text: 'Có việc ly hôn nào làm ở nước ngoài không?',
      hint: null,
      options: [
        { id: 'khong', label: 'Không, trong nước hoặc góa', clause: 'không có việc ly hôn nào làm ở nước ngoài' },
        { id: 'co', label: 'Có, ly hôn ở nước ngoài', clause: 'có người đã ly hôn ở nước ngoài' },
      ],
      askWhen: [answered('truoc-day', 'roi')],
    },
    askForPublicService('nha-nuoc', 'Bên Việt Nam có là công chức, viên chức, bộ đội, công an không?', [foreigner]),
    {
      id: 'dang-o-dau',
      text: 'Có ai là người Việt đang học, làm có thời hạn ở nước ngoài không?',
      hint: null,
      options: [
        { id: 'khong', label: 'Không', clause: 'không có ai đang học, làm có thời hạn ở nước ngoài' },
        { id: 'co', label: 'Có', clause: 'có người đang học, làm có thời hạn ở nước ngoài' },
      ],
      askWhen: [foreigner],
    },
  ],
  rules: [
    {
      id: 'cung-den-ky',
      when: [],
      warning: 'Cả hai phải cùng đến ký khi nhận giấy kết hôn; không nhận thay được.',
      basis: 'portal',
    },
    {
      id: 'du-tuoi',
      when: [],
      note: 'Nam phải đủ 20, nữ phải đủ 18 tuổi.',
      basis: 'inferred',
      laws: ['52/2014/QH13'],
    },
    {
      id: 'khong-can-giay-doc-than',
      when: [atHome],
      note: 'Không phải xin giấy độc thân: phường tự tra.',
      basis: 'portal',
    },
    {
      id: 'dang-o-xa',
      when: [answered('hai-ben', 'dang-o-xa')],
      note: 'Không tra được tình trạng hôn nhân của người đang ở nước ngoài thì có thể phải xin giấy xác nhận ở đại sứ quán, lãnh sự quán Việt Nam bên đó; hỏi phường trước.',
      basis: 'inferred',
    },
    {
      id: 'tung-ket-hon',
      when: [answered('truoc-day', 'roi')],
      note: 'Ghi sẵn số, ngày, nơi cấp bản án ly hôn hoặc trích lục khai tử của người trước; có giấy đó thì mang theo, phòng khi cán bộ không tra được.',
      basis: 'inferred',
    },
    {
      id: 'chua-ly-hon-xong',
      when: [answered('truoc-day', 'dang-co')],
      stops: true,
      warning: 'Phải ly hôn xong, có bản án hoặc quyết định của Tòa án đã có hiệu lực, rồi mới đăng ký kết hôn được.',
      also: 'ly-hon',
      basis: 'inferred',
      laws: ['52/2014/QH13'],
    },
    {
      id: 'ly-hon-o-nuoc-ngoai',
      when: [answered('ly-hon-o-dau', 'co')],
      warning:
        'Việc ly hôn ở nước ngoài phải được ghi vào sổ hộ tịch trong nước trước. Chưa ghi thì gọi phường để làm việc đó đã.',
      basis: 'portal',
    },
    {
      id: 'voi-nguoi-nuoc-ngoai',
      when: [foreigner],
      useCase: { topic: 'ket-hon-nuoc-ngoai', case: 'voi-nguoi-nuoc-ngoai' },
      basis: 'portal',
    },
    {
      id: 'chua-tung-ly-hon',
      when: [foreigner, answered('truoc-day', 'chua')],
      omit: [divorceRecord],
      basis: 'portal',
    },
    {
      id: 'khong-ly-hon-o-nuoc-ngoai',
      when: [foreigner, answered('ly-hon-o-dau', 'khong')],
      omit: [divorceRecord],
      basis: 'portal',
    },
    {
      id: 'nop-ghi-chu-ly-hon',
      when: [foreigner, answered('ly-hon-o-dau', 'co')],
      need: [divorceRecord],
      basis: 'portal',
    },
    ...publicServiceRules('nha-nuoc'),
    { id: 'khong-o-xa', when: [answered('dang-o-dau', 'khong')], omit: [consulateLetter], basis: 'portal' },
    { id: 'co-o-xa', when: [answered('dang-o-dau', 'co')], need: [consulateLetter], basis: 'portal' },
    { id: 'da-dang-ky', when: [answered('truoc-day', 'voi-nhau')], goTo: 'trich-luc-ho-tich', basis: 'inferred' },
  ],
}
