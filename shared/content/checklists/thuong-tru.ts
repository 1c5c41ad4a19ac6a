import type { DecisionTable, TableCondition } from '../../decision-table.ts'

const topic = 'thuong-tru'
const residenceLaw = ['68/2020/QH14']

const newborn: TableCondition = { question: 'ai', in: ['tre-moi-sinh'] }
const atHome: TableCondition = { question: 'cho-o', in: ['nha-cua-minh'] }
const withFamily: TableCondition = { question: 'cho-o', in: ['nguoi-than'] }
const renting: TableCondition = { question: 'cho-o', in: ['thue-muon'] }
const caredFor: TableCondition = { question: 'noi-khac', in: ['duoc-nuoi-duong'] }
const atTemple: TableCondition = { question: 'noi-khac', in: ['ton-giao'] }
const inBarracks: TableCondition = { question: 'noi-khac', in: ['don-vi'] }
const afloat: TableCondition = { question: 'noi-khac', in: ['tau-thuyen'] }

export const thuongTruChecklist: DecisionTable = {
  start: { topic, case: 'nha-cua-minh' },
  questions: [
    {
      id: 'ai',
      text: 'Đăng ký thường trú cho ai?',
      hint: null,
      options: [
        { id: 'nguoi-lon', label: 'Người lớn', clause: 'đăng ký cho người lớn' },
        { id: 'tre-em', label: 'Người dưới 18 tuổi', clause: 'đăng ký cho người dưới 18 tuổi' },
        { id: 'tre-moi-sinh', label: 'Trẻ mới sinh', clause: 'đăng ký lần đầu cho trẻ mới sinh' },
        { id: 'nuoc-ngoai-ve', label: 'Người từ nước ngoài về', clause: 'đăng ký cho người từ nước ngoài về' },
      ],
      askWhen: [],
    },
    {
      id: 'cho-o',
      text: 'Nhà định đăng ký vào là nhà của ai?',
      hint: 'Nhà nhiều người đứng tên mà có tên mình thì vẫn là nhà của mình. Trẻ em thì chọn nhà của cha mẹ.',
      options: [
        { id: 'nha-cua-minh', label: 'Nhà của mình', clause: 'đăng ký vào nhà của mình' },
        { id: 'nguoi-than', label: 'Nhà vợ chồng, cha mẹ, người thân', clause: 'về ở nhà của người thân' },
        { id: 'thue-muon', label: 'Nhà thuê, mượn, ở nhờ', clause: 'ở nhà thuê, nhà mượn, ở nhờ' },
        { id: 'khac', label: 'Trường hợp khác', clause: 'không ở trong nhà dân' },
      ],
      askWhen: [],
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
      id: 'dong-y',
      text: 'Chủ nhà, chủ hộ có đồng ý cho đăng ký không?',
      hint: null,
      options: [
        { id: 'co', label: 'Đồng ý', clause: 'chủ nhà, chủ hộ đồng ý' },
        { id: 'khong', label: 'Không đồng ý', clause: 'chủ nhà, chủ hộ không đồng ý' },
        {
          id: 'khong-ky-duoc',
          label: 'Chủ nhà đã mất, không ký được',
          clause: 'chủ nhà đã mất, không tự ký được',
        },
      ],
      askWhen: [{ question: 'cho-o', in: ['nguoi-than', 'thue-muon'] }],
    },
    {
      id: 'quan-he',
      text: 'Quan hệ với chủ hộ đã thấy trên VNeID chưa?',
      hint: 'Ví dụ: vợ chồng, cha mẹ và con.',
      options: [
        { id: 'da-co', label: 'Đã có trên VNeID', clause: 'quan hệ với chủ hộ đã có trên VNeID' },
        { id: 'chua-co', label: 'Chưa có', clause: 'quan hệ với chủ hộ chưa có trên VNeID' },
      ],
      askWhen: [withFamily, { question: 'ai', in: ['nguoi-lon', 'tre-em', 'nuoc-ngoai-ve'] }],
    },
    {
      id: 'hop-dong',
      text: 'Hợp đồng thuê, mượn, ở nhờ đã công chứng hoặc chứng thực chưa?',
      hint: null,
      options: [
        { id: 'roi', label: 'Đã công chứng, chứng thực', clause: 'hợp đồng đã công chứng, chứng thực' },
        { id: 'chua', label: 'Chưa, hoặc chỉ viết tay', clause: 'hợp đồng chưa công chứng, chứng thực' },
      ],
      askWhen: [renting],
    },
    {
      id: 'dien-tich',
      text: 'Giấy tờ nhà đất của chủ nhà đã có trên VNeID chưa?',
      hint: 'Hỏi chủ nhà; công an xem diện tích nhà trên đó.',
      options: [
        { id: 'chua-co', label: 'Chưa có', clause: 'giấy tờ nhà đất của chủ nhà chưa có trên VNeID' },
        { id: 'da-co', label: 'Đã có trên VNeID', clause: 'giấy tờ nhà đất của chủ nhà đã có trên VNeID' },
      ],
      askWhen: [renting],
    },
    {
      id: 'noi-khac',
      text: 'Chỗ ở thuộc trường hợp nào?',
      hint: null,
      options: [
        {
          id: 'duoc-nuoi-duong',
          label: 'Nơi nhận chăm sóc, nuôi dưỡng',
          clause: 'ở nơi nhận chăm sóc, nuôi dưỡng, trợ giúp',
        },
        { id: 'ton-giao', label: 'Chùa, nhà thờ, cơ sở tín ngưỡng', clause: 'ở trong cơ sở tín ngưỡng, tôn giáo' },
        { id: 'don-vi', label: 'Đơn vị quân đội, công an', clause: 'ở trong đơn vị quân đội, công an' },
        { id: 'tau-thuyen', label: 'Tàu, thuyền, xe dùng để ở', clause: 'ở trên tàu, thuyền, xe' },
      ],
      askWhen: [{ question: 'cho-o', in: ['khac'] }],
    },
    {
      id: 'noi-nuoi-duong',
      text: 'Ai nhận chăm sóc, nuôi dưỡng?',
      hint: null,
      options: [
        { id: 'co-so', label: 'Cơ sở trợ giúp xã hội', clause: 'được cơ sở trợ giúp xã hội nhận' },
        { id: 'gia-dinh', label: 'Một gia đình', clause: 'được một gia đình nhận' },
      ],
      askWhen: [caredFor],
    },
    {
      id: 'nguoi-o-co-so',
      text: 'Người đăng ký làm gì ở cơ sở đó?',
      hint: null,
      options: [
        {
          id: 'chuc-sac',
          label: 'Nhà tu hành, chức sắc, người đại diện',
          clause: 'là nhà tu hành, chức sắc, chức việc, người đại diện cơ sở',
        },
        { id: 'nguoi-khac', label: 'Người khác ở trong cơ sở', clause: 'không phải nhà tu hành hay người đại diện' },
      ],
      askWhen: [atTemple],
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
    {
      id: 'noi-dau',
      text: 'Phương tiện có đăng ký và đậu đúng nơi đăng ký không?',
      hint: null,
      options: [
        { id: 'dung-noi', label: 'Có', clause: 'phương tiện có đăng ký và đậu đúng nơi đăng ký' },
        {
          id: 'khac-noi',
          label: 'Không đăng ký, hoặc đậu nơi khác',
          clause: 'phương tiện không phải đăng ký, hay đậu khác nơi đăng ký',
        },
      ],
      askWhen: [afloat],
    },
  ],
  rules: [
    {
      id: 've-o-voi-nguoi-than',
      when: [withFamily],
      useCase: { topic, case: 've-o-voi-nguoi-than' },
      note: 'Vợ chồng, cha mẹ và con về ở với nhau thì theo cách này. Ông bà, anh chị em, họ hàng khác thì luật chỉ kể một số người; gọi công an phường hỏi trước.',
      basis: 'inferred',
      laws: residenceLaw,
    },
    {
      id: 'nha-thue-muon',
      when: [renting],
      useCase: { topic, case: 'nha-thue-muon' },
      note: 'Nhà phải đủ diện tích cho mỗi người theo mức của tỉnh, thành phố; mức bao nhiêu thì hỏi công an phường.',
      basis: 'portal',
      laws: ['154/2024/NĐ-CP'],
    },
    { id: 'duoc-nuoi-duong', when: [caredFor], useCase: { topic, case: 'duoc-nuoi-duong' }, basis: 'portal' },
    { id: 'co-so-ton-giao', when: [atTemple], useCase: { topic, case: 'co-so-ton-giao' }, basis: 'portal' },
    { id: 'don-vi', when: [inBarracks], useCase: { topic, case: 'don-vi-cong-an-quan-doi' }, basis: 'portal' },
    {
      id: 'nha-tren-bo',
      when: [atHome],
      omit: ['dang-ky-phuong-tien', 'noi-dau-phuong-tien'],
      basis: 'portal',
    },
    {
      id: 'tau-thuyen',
      when: [afloat],
      need: ['dang-ky-phuong-tien'],
      omit: ['giay-to-cho-o'],
      basis: 'portal',
      laws: ['154/2024/NĐ-CP'],
    },
    {
      id: 'khong-dong-y',
      when: [{ question: 'dong-y', in: ['khong'] }],
      warning:
        'Chủ nhà, chủ hộ không đồng ý thì thường không đăng ký được vào nhà đó. Nên bàn lại với chủ nhà, hoặc gọi công an phường hỏi trước.',
      stops: true,
      basis: 'inferred',
      laws: residenceLaw,
    },
    {
      id: 'dong-y-cua-nguoi-than',
      when: [withFamily, { question: 'dong-y', in: ['co'] }],
      note: 'Chủ hộ, chủ nhà ghi đồng ý trên tờ khai. Nhà có nhiều chủ thì ít nhất một chủ đồng ý là được.',
      basis: 'portal',
      laws: residenceLaw,
    },
    {
      id: 'dong-y-cho-thue',
      when: [renting, { question: 'dong-y', in: ['co'] }],
      note: 'Nhờ chủ nhà ghi đồng ý trên tờ khai; vào chung hộ thì chủ hộ cũng ghi.',
      basis: 'inferred',
      laws: residenceLaw,
    },
    {
      id: 'chu-nha-khong-ky-duoc',
      when: [{ question: 'dong-y', in: ['khong-ky-duoc'] }],
      note: 'Một người thừa kế, hoặc người đại diện hợp pháp của chủ nhà, đồng ý thay là được.',
      basis: 'portal',
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
    {
      id: 'quan-he-co-du-lieu',
      when: [{ question: 'quan-he', in: ['da-co'] }],
      omit: ['quan-he-nhan-than'],
      basis: 'portal',
    },
    {
      id: 'quan-he-chua-co',
      when: [{ question: 'quan-he', in: ['chua-co'] }],
      need: ['quan-he-nhan-than'],
      basis: 'portal',
    },
    {
      id: 'hop-dong-chua-chung-thuc',
      when: [{ question: 'hop-dong', in: ['chua'] }],
      warning: 'Hợp đồng phải công chứng hoặc chứng thực xong rồi mới nộp; giấy viết tay thì không nhận.',
      also: 'chung-thuc-giao-dich',
      basis: 'portal',
    },
    {
      id: 'dien-tich-co-du-lieu',
      when: [{ question: 'dien-tich', in: ['da-co'] }],
      omit: ['dien-tich-nha'],
      basis: 'portal',
    },
    {
      id: 'dien-tich-chua-co',
      when: [{ question: 'dien-tich', in: ['chua-co'] }],
      need: ['dien-tich-nha'],
      note: 'Chủ nhà không có giấy ghi diện tích thì xin phường xác nhận về diện tích trước.',
      basis: 'portal',
      laws: ['154/2024/NĐ-CP'],
    },
    {
      id: 'nguoi-duoi-18-tuoi',
      when: [{ question: 'ai', in: ['tre-em', 'tre-moi-sinh'] }],
      note: 'Cha, mẹ hoặc người giám hộ ghi đồng ý trên tờ khai.',
      basis: 'inferred',
    },
    {
      id: 'tre-moi-sinh',
      when: [newborn],
      note: 'Trẻ mới sinh đăng ký lần đầu thì không phải xuất trình Giấy khai sinh. Chưa khai sinh thì làm gộp được một lần trên mạng.',
      also: 'khai-sinh-lien-thong',
      basis: 'portal',
    },
    { id: 'tre-moi-sinh-voi-cha-me', when: [newborn, withFamily], omit: ['quan-he-nhan-than'], basis: 'portal' },
    {
      id: 'nuoc-ngoai-ve',
      when: [{ question: 'ai', in: ['nuoc-ngoai-ve'] }],
      note: 'Mang hộ chiếu Việt Nam còn hạn. Không có thì dùng tờ khai riêng, kèm giấy chứng minh có quốc tịch Việt Nam và văn bản đồng ý của cơ quan xuất nhập cảnh Bộ Công an. Mới nhập hoặc trở lại quốc tịch thì mang Quyết định của Chủ tịch nước.',
      basis: 'portal',
    },
    {
      id: 'co-so-tro-giup',
      when: [{ question: 'noi-nuoi-duong', in: ['co-so'] }],
      need: ['de-nghi-cua-co-so'],
      basis: 'portal',
    },
    {
      id: 'gia-dinh-nhan',
      when: [{ question: 'noi-nuoi-duong', in: ['gia-dinh'] }],
      omit: ['de-nghi-cua-co-so'],
      basis: 'portal',
    },
    {
      id: 'chuc-sac',
      when: [{ question: 'nguoi-o-co-so', in: ['chuc-sac'] }],
      need: ['nguoi-cua-co-so'],
      omit: ['thuoc-doi-tuong'],
      basis: 'portal',
    },
    {
      id: 'nguoi-khac-o-co-so',
      when: [{ question: 'nguoi-o-co-so', in: ['nguoi-khac'] }],
      omit: ['nguoi-cua-co-so'],
      note: 'Gọi công an phường hỏi trước mình thuộc diện nào, để biết phải xin phường xác nhận những gì.',
      basis: 'inferred',
    },
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
    {
      id: 'dau-dung-noi',
      when: [{ question: 'noi-dau', in: ['dung-noi'] }],
      omit: ['noi-dau-phuong-tien'],
      basis: 'portal',
    },
    {
      id: 'dau-noi-khac',
      when: [{ question: 'noi-dau', in: ['khac-noi'] }],
      need: ['noi-dau-phuong-tien'],
      basis: 'portal',
    },
  ],
}
