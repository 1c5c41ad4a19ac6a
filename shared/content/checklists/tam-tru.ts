import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const topic = 'tam-tru'

const few: TableCondition = { question: 'ai', in: ['nguoi-lon', 'duoi-18-tuoi'] }
const inBarracks: TableCondition = { question: 'ai', in: ['don-vi'] }
const renting: TableCondition = { question: 'cho-o', in: ['nha-thue'] }
const withFamily: TableCondition = { question: 'cho-o', in: ['nguoi-than'] }
const atHome: TableCondition = { question: 'cho-o', in: ['nha-cua-minh'] }

const refused =
  'Chủ nhà không đồng ý thì thường không đăng ký được ở nhà đó. Nên bàn lại với chủ nhà, hoặc gọi công an phường hỏi trước.'

export const tamTruChecklist: DecisionTable = {
  start: { topic, case: 'ca-nhan-ho-gia-dinh' },
  questions: [
    {
      id: 'viec',
      text: 'Ở chỗ này đã đăng ký tạm trú lần nào chưa?',
      hint: null,
      options: [
        { id: 'moi-den', label: 'Chưa, mới đến ở', clause: 'mới đến ở, chưa đăng ký tạm trú' },
        { id: 'gia-han', label: 'Đã đăng ký, nay sắp hết hạn', clause: 'đã đăng ký tạm trú mà sắp hết hạn' },
        { id: 'luu-tru', label: 'Chỉ là khách ở lại ít hôm', clause: 'chỉ là khách ở lại ít hôm' },
      ],
      askWhen: [],
    },
    {
      id: 'ai',
      text: 'Đăng ký cho ai?',
      hint: null,
      options: [
        { id: 'nguoi-lon', label: 'Người lớn', clause: 'đăng ký cho người lớn' },
        { id: 'duoi-18-tuoi', label: 'Có người dưới 18 tuổi', clause: 'đăng ký cho cả người dưới 18 tuổi' },
        {
          id: 'nhieu-nguoi',
          label: 'Cả khu trọ, ký túc xá, công ty',
          clause: 'đăng ký một lượt cho nhiều người theo danh sách',
        },
        {
          id: 'don-vi',
          label: 'Người ở đơn vị quân đội, công an',
          clause: 'ở trong đơn vị quân đội, công an',
        },
      ],
      askWhen: [],
    },
    {
      id: 'cho-o',
      text: 'Chỗ ở là nhà của ai?',
      hint: 'Ở nhà họ hàng khác thì chọn ở nhờ.',
      options: [
        { id: 'nha-thue', label: 'Nhà thuê, nhà trọ, ở nhờ', clause: 'ở nhà thuê, nhà trọ, ở nhờ' },
        { id: 'nguoi-than', label: 'Nhà của vợ chồng, cha mẹ, con', clause: 'ở nhà của vợ, chồng, cha mẹ, con' },
        { id: 'nha-cua-minh', label: 'Nhà của mình', clause: 'ở nhà của mình' },
      ],
      askWhen: [few],
    },
    {
      id: 'chu-tro',
      text: 'Chủ nhà có đồng ý và có giấy cho thuê, cho ở không?',
      hint: 'Giấy viết tay cũng được, không bắt buộc công chứng.',
      options: [
        { id: 'co-giay', label: 'Đồng ý, có giấy', clause: 'chủ nhà đồng ý và có giấy cho thuê, cho ở' },
        { id: 'chua-co-giay', label: 'Đồng ý, chưa có giấy', clause: 'chủ nhà đồng ý nhưng chưa có giấy tờ gì' },
        { id: 'khong', label: 'Không đồng ý', clause: 'chủ nhà không đồng ý' },
      ],
      askWhen: [renting],
    },
    {
      id: 'dong-y',
      text: 'Chủ nhà, chủ hộ có đồng ý không?',
      hint: null,
      options: [
        { id: 'co', label: 'Đồng ý', clause: 'chủ nhà, chủ hộ đồng ý' },
        { id: 'khong', label: 'Không đồng ý', clause: 'chủ nhà, chủ hộ không đồng ý' },
      ],
      askWhen: [withFamily],
    },
    {
      id: 'nha-dat',
      text: 'Giấy tờ nhà đất đã thấy trên VNeID chưa?',
      hint: 'Nhà đất đã có trong dữ liệu thì công an tự tra, không hỏi giấy.',
      options: [
        { id: 'da-co', label: 'Đã có trên VNeID', clause: 'giấy tờ nhà đất đã có trên VNeID' },
        { id: 'chua-co', label: 'Chưa có', clause: 'giấy tờ nhà đất chưa có trên VNeID' },
      ],
      askWhen: [atHome],
    },
    {
      id: 'don-vi-nao',
      text: 'Đơn vị của quân đội hay công an?',
      hint: null,
      options: [
        { id: 'quan-doi', label: 'Quân đội', clause: 'đơn vị là của quân đội' },
        { id: 'cong-an', label: 'Công an', clause: 'đơn vị là của công an' },
      ],
      askWhen: [inBarracks],
    },
  ],
  rules: [
    { id: 'gia-han', when: [{ question: 'viec', in: ['gia-han'] }], goTo: 'gia-han-tam-tru', basis: 'portal' },
    { id: 'luu-tru', when: [{ question: 'viec', in: ['luu-tru'] }], goTo: 'luu-tru', basis: 'inferred' },
    {
      id: 'theo-danh-sach',
      when: [{ question: 'ai', in: ['nhieu-nguoi'] }],
      useCase: { topic, case: 'theo-danh-sach' },
      basis: 'portal',
    },
    {
      id: 'nguoi-duoi-18-tuoi',
      when: [{ question: 'ai', in: ['duoi-18-tuoi'] }],
      note: 'Cha, mẹ hoặc người giám hộ ghi đồng ý trên tờ khai của người dưới 18 tuổi; đã có giấy đồng ý riêng thì thôi.',
      basis: 'portal',
    },
    {
      id: 'co-giay-cho-thue',
      when: [{ question: 'chu-tro', in: ['co-giay'] }],
      need: ['giay-to-cho-o'],
      note: 'Nhờ chủ nhà ghi đồng ý trên tờ khai.',
      basis: 'inferred',
    },
    {
      id: 'chua-co-giay-cho-thue',
      when: [{ question: 'chu-tro', in: ['chua-co-giay'] }],
      need: ['giay-to-cho-o'],
      warning:
        'Chưa có giấy tờ gì về chỗ ở thì nên viết giấy cho thuê, cho ở với chủ nhà trước; không có thì gọi công an phường hỏi cách xác nhận chỗ ở.',
      basis: 'inferred',
      laws: ['154/2024/NĐ-CP'],
    },
    {
      id: 'chu-tro-khong-dong-y',
      when: [{ question: 'chu-tro', in: ['khong'] }],
      warning: refused,
      stops: true,
      basis: 'inferred',
    },
    {
      id: 've-voi-nguoi-than',
      when: [{ question: 'dong-y', in: ['co'] }],
      omit: ['giay-to-cho-o'],
      note: 'Chủ nhà, chủ hộ đồng ý thì không phải mang giấy tờ nhà; nhờ ghi đồng ý trên tờ khai.',
      basis: 'portal',
      laws: ['68/2020/QH14'],
    },
    {
      id: 'nguoi-than-khong-dong-y',
      when: [{ question: 'dong-y', in: ['khong'] }],
      warning: refused,
      stops: true,
      basis: 'inferred',
    },
    {
      id: 'nha-dat-co-du-lieu',
      when: [{ question: 'nha-dat', in: ['da-co'] }],
      omit: ['giay-to-cho-o'],
      basis: 'portal',
    },
    {
      id: 'nha-dat-chua-co',
      when: [{ question: 'nha-dat', in: ['chua-co'] }],
      need: ['giay-to-cho-o'],
      basis: 'portal',
    },
    { id: 'don-vi', when: [inBarracks], useCase: { topic, case: 'don-vi-cong-an-quan-doi' }, basis: 'portal' },
    {
      id: 'quan-doi',
      when: [{ question: 'don-vi-nao', in: ['quan-doi'] }],
      need: ['gioi-thieu-quan-doi'],
      omit: ['gioi-thieu-cong-an'],
      basis: 'portal',
    },
    {
      id: 'cong-an',
      when: [{ question: 'don-vi-nao', in: ['cong-an'] }],
      need: ['gioi-thieu-cong-an'],
      omit: ['gioi-thieu-quan-doi'],
      basis: 'portal',
    },
  ],
}
