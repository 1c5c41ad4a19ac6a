import type { DecisionTable } from '../../decision-table.ts'
import { foreignPapersNeedLegalisation } from '../civil-status.ts'
import { answered, askWhichRelative, askWhoGoes, outsiderRule, whoGoesRules } from './civil-status.ts'
import {
  askForProofOfBirth,
  askForProofOfKinship,
  askForPublicService,
  proofOfBirthRules,
  proofOfKinshipRules,
  publicServiceRules,
} from './proofs.ts'

export const khaiSinhChecklist: DecisionTable = {
  start: { topic: 'khai-sinh', case: 'tre-moi-sinh' },
  questions: [
    {
      id: 'ai',
      text: 'Làm khai sinh cho ai?',
      hint: null,
      options: [
        {
          id: 'tre',
          label: 'Trẻ chưa khai sinh, cha mẹ người Việt',
          clause: 'làm cho trẻ có cha mẹ người Việt',
        },
        {
          id: 'nuoc-ngoai',
          label: 'Cha, mẹ hoặc nơi sinh là nước ngoài',
          clause: 'trẻ có cha, mẹ, nơi sinh là nước ngoài',
        },
        { id: 'nguoi-lon', label: 'Người lớn chưa từng khai sinh', clause: 'làm cho người lớn chưa từng khai sinh' },
        { id: 'da-khai', label: 'Đã khai sinh rồi, cần lại giấy', clause: 'đã khai sinh rồi, nay cần lại giấy' },
      ],
      askWhen: [],
    },
    {
      id: 'cha-me',
      text: 'Cha mẹ của trẻ đã đăng ký kết hôn chưa?',
      hint: 'Trẻ có hoàn cảnh đặc biệt thì chọn Trường hợp khác.',
      options: [
        { id: 'da', label: 'Đã đăng ký kết hôn', clause: 'cha mẹ đã đăng ký kết hôn' },
        {
          id: 'nhan-con',
          label: 'Chưa, cha muốn nhận con luôn',
          clause: 'cha nhận con luôn lần này',
        },
        {
          id: 'chi-me',
          label: 'Chưa, chỉ ghi tên mẹ',
          clause: 'lần này chỉ ghi tên mẹ',
        },
        { id: 'khac', label: 'Trường hợp khác', clause: 'trẻ có hoàn cảnh đặc biệt' },
      ],
      askWhen: [answered('ai', 'tre')],
    },
    {
      id: 'hoan-canh',
      text: 'Trẻ ở trong hoàn cảnh nào?',
      hint: null,
      options: [
        { id: 'bo-roi', label: 'Bị bỏ rơi, không rõ cha mẹ', clause: 'trẻ bị bỏ rơi, không rõ cha mẹ' },
        { id: 'mang-thai-ho', label: 'Sinh nhờ mang thai hộ', clause: 'trẻ sinh nhờ mang thai hộ' },
        { id: 'khac', label: 'Hoàn cảnh khác', clause: 'trẻ ở trong hoàn cảnh khác' },
      ],
      askWhen: [answered('cha-me', 'khac')],
    },
    askForProofOfBirth([answered('cha-me', 'da', 'nhan-con', 'chi-me')]),
    askForProofOfKinship([answered('cha-me', 'nhan-con')]),
    askWhichRelative(
      'Ai sẽ đi khai sinh cho trẻ?',
      [
        { id: 'cha-me', label: 'Cha hoặc mẹ', clause: 'cha hoặc mẹ đi khai' },
        { id: 'nguoi-than', label: 'Ông bà, người thân của trẻ', clause: 'ông bà hoặc người thân của trẻ đi khai' },
      ],
      [answered('cha-me', 'da', 'chi-me')],
    ),
    {
      id: 'nuoc-ngoai',
      text: 'Điều nào đúng với trẻ?',
      hint: null,
      options: [
        { id: 'cha-me', label: 'Cha hoặc mẹ là người nước ngoài', clause: 'cha hoặc mẹ là người nước ngoài' },
        { id: 'sinh-o-do', label: 'Sinh ở nước ngoài, nay về đây', clause: 'trẻ sinh ở nước ngoài, nay về đây sống' },
        {
          id: 'viet-kieu',
          label: 'Cha mẹ là người Việt ở nước ngoài',
          clause: 'cha, mẹ là người Việt định cư ở nước ngoài',
        },
      ],
      askWhen: [answered('ai', 'nuoc-ngoai')],
    },
    {
      id: 'khai-o-do',
      text: 'Nước ngoài đã làm giấy khai sinh cho trẻ chưa?',
      hint: null,
      options: [
        { id: 'chua', label: 'Chưa', clause: 'trẻ chưa được khai sinh ở nước ngoài' },
        { id: 'roi', label: 'Rồi', clause: 'trẻ đã được khai sinh ở nước ngoài' },
      ],
      askWhen: [answered('nuoc-ngoai', 'sinh-o-do')],
    },
    askForPublicService('nha-nuoc', 'Người đó có làm cán bộ, công chức, bộ đội, công an không?', [
      answered('ai', 'nguoi-lon'),
    ]),
    askWhoGoes({
      id: 'nguoi-nop-thay',
      self: { label: 'Chính người cần giấy', clause: 'chính người cần giấy đi nộp' },
      askWhen: [answered('ai', 'nguoi-lon')],
    }),
  ],
  rules: [
    {
      id: 'qua-han',
      when: [answered('ai', 'tre')],
      note: 'Quá 60 ngày kể từ ngày sinh vẫn khai sinh được.',
      basis: 'inferred',
      laws: ['60/2014/QH13'],
    },
    {
      id: 'cha-me-da-ket-hon',
      when: [answered('cha-me', 'da')],
      note: 'Ghi số và ngày của Giấy chứng nhận kết hôn vào tờ khai; cán bộ tự tra.',
      basis: 'portal',
    },
    {
      id: 'lam-gop',
      when: [answered('cha-me', 'da', 'chi-me')],
      note: 'Trẻ dưới 6 tuổi làm gộp được trên mạng: khai sinh, thường trú, thẻ bảo hiểm y tế, căn cước.',
      also: 'khai-sinh-lien-thong',
      basis: 'secondary',
    },
    {
      id: 'cha-nhan-con',
      when: [answered('cha-me', 'nhan-con')],
      useCase: { topic: 'nhan-cha-me-con', case: 'con-chua-khai-sinh' },
      note: 'Khai sinh và nhận cha cho con làm gộp một lần.',
      basis: 'portal',
    },
    {
      id: 'chi-ghi-me',
      when: [answered('cha-me', 'chi-me')],
      note: 'Phần ghi về cha trên giấy khai sinh để trống; sau này cha nhận con thì bổ sung.',
      basis: 'inferred',
      laws: ['123/2015/NĐ-CP'],
    },
    {
      id: 'hoan-canh-dac-biet',
      when: [answered('cha-me', 'khac')],
      warning: 'Gọi phường trước khi đi, nói rõ hoàn cảnh của trẻ để được chỉ đúng giấy tờ.',
      basis: 'inferred',
    },
    {
      id: 'bi-bo-roi',
      when: [answered('hoan-canh', 'bo-roi')],
      useCase: { topic: 'khai-sinh', case: 'tre-bi-bo-roi' },
      basis: 'portal',
    },
    {
      id: 'mang-thai-ho',
      when: [answered('hoan-canh', 'mang-thai-ho')],
      useCase: { topic: 'khai-sinh', case: 'mang-thai-ho' },
      basis: 'portal',
    },
    ...proofOfBirthRules,
    ...proofOfKinshipRules,
    { id: 'cha-me-di', when: [answered('nguoi-nop', 'cha-me')], omit: ['giay-uy-quyen'], basis: 'portal' },
    {
      id: 'nguoi-than-di',
      when: [answered('nguoi-nop', 'nguoi-than')],
      omit: ['giay-uy-quyen'],
      note: 'Ông bà, người thân không cần giấy ủy quyền, nhưng phải thống nhất trước với cha mẹ về những điều sẽ khai.',
      basis: 'portal',
    },
    outsiderRule(),
    {
      id: 'co-nuoc-ngoai',
      when: [answered('ai', 'nuoc-ngoai')],
      useCase: { topic: 'khai-sinh-nuoc-ngoai', case: 'sinh-o-viet-nam' },
      note: foreignPapersNeedLegalisation,
      basis: 'portal',
    },
    {
      id: 'cha-me-nuoc-ngoai',
      when: [answered('nuoc-ngoai', 'cha-me')],
      need: ['thoa-thuan-quoc-tich'],
      note: 'Cha mẹ chưa đăng ký kết hôn mà cha muốn nhận con thì làm theo mục Nhận cha, mẹ, con.',
      also: 'nhan-cha-me-con',
      basis: 'portal',
    },
    {
      id: 'sinh-o-nuoc-ngoai',
      when: [answered('nuoc-ngoai', 'sinh-o-do')],
      useCase: { topic: 'khai-sinh-nuoc-ngoai', case: 'sinh-o-nuoc-ngoai' },
      basis: 'portal',
    },
    {
      id: 'chua-khai-o-nuoc-ngoai',
      when: [answered('khai-o-do', 'chua')],
      need: ['nhap-canh-va-cu-tru'],
      basis: 'portal',
    },
    {
      id: 'da-khai-o-nuoc-ngoai',
      when: [answered('khai-o-do', 'roi')],
      stops: true,
      warning:
        'Trẻ đã có giấy khai sinh nước ngoài thì không khai sinh lại, mà ghi vào sổ hộ tịch trong nước. Gọi phường để hỏi giấy tờ.',
      basis: 'portal',
    },
    {
      id: 'cha-me-viet-kieu',
      when: [answered('nuoc-ngoai', 'viet-kieu')],
      warning: 'Gọi phường trước khi đi: phường xem quốc tịch và nơi cư trú của cha mẹ rồi mới chỉ đúng giấy tờ.',
      basis: 'inferred',
    },
    { id: 'da-khai-sinh', when: [answered('ai', 'da-khai')], goTo: 'trich-luc-ho-tich', basis: 'inferred' },
    {
      id: 'chua-tung-khai-sinh',
      when: [answered('ai', 'nguoi-lon')],
      useCase: { topic: 'khai-sinh', case: 'nguoi-lon' },
      basis: 'portal',
    },
    ...publicServiceRules('nha-nuoc'),
    ...whoGoesRules('nguoi-nop-thay'),
  ],
}
