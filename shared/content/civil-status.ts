/** What the civil-status topics share: the same papers, the same desk, the same change of law. */

import type {
  Fact,
  Fee,
  LegalBasis,
  RequiredDocument,
  ReviewFlag,
  ScheduledChange,
  Source,
  Step,
} from '../procedures.ts'
import { unknownFee } from './channels.ts'
import { laws } from './laws.ts'
import { handedIn } from './papers.ts'
import { civilStatusReading, portal } from './sources.ts'

export const civilStatusSources: Source[] = [portal, civilStatusReading]

/** Proof of who is at the desk. */
export function identityPaper(component: string, note: string | null = null): RequiredDocument {
  return {
    id: 'giay-to-tuy-than',
    name: 'Căn cước hoặc giấy tùy thân có ảnh, còn hạn',
    role: 'present',
    originals: 1,
    copies: 0,
    condition: null,
    note: note ?? 'Căn cước điện tử trên VNeID cũng được.',
    form: null,
    components: [component],
  }
}

/** Asked for only when the database does not answer. */
export function residencePaper(component: string): RequiredDocument {
  return {
    id: 'giay-to-cu-tru',
    name: 'Giấy tờ chứng minh nơi cư trú',
    role: 'present',
    originals: 1,
    copies: 0,
    condition: 'cán bộ không tra được nơi cư trú trên hệ thống',
    note: null,
    form: null,
    components: [component],
  }
}

/** Needed when somebody else goes; close relatives need no certification. */
export function authorisationPaper(component: string, condition = 'nhờ người khác làm thay'): RequiredDocument {
  return {
    id: 'giay-uy-quyen',
    name: 'Giấy ủy quyền',
    role: 'submit',
    originals: 1,
    copies: 0,
    condition,
    note: 'Ủy quyền cho ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột thì không phải chứng thực; cho người khác thì phải chứng thực.',
    form: null,
    components: [component],
  }
}

/** Proof of the birth: the hospital's paper, or what stands in for it. */
export function birthPapers(component: string, substitute = component): RequiredDocument[] {
  return [
    handedIn('giay-chung-sinh', component, 'Giấy chứng sinh', {
      note: 'Đã có bản điện tử thì không phải nộp bản giấy.',
    }),
    handedIn('nguoi-lam-chung', substitute, 'Giấy của người làm chứng về việc sinh, thay Giấy chứng sinh', {
      condition: 'không có Giấy chứng sinh mà có người làm chứng',
    }),
    handedIn('cam-doan-viec-sinh', substitute, 'Giấy cam đoan về việc sinh, thay Giấy chứng sinh', {
      condition: 'không có Giấy chứng sinh, cũng không có người làm chứng',
    }),
  ]
}

/** A declaration on paper at the desk, the same as a form on the screen online. */
export function declaration(name: string, ...components: string[]): RequiredDocument {
  return {
    id: 'to-khai',
    name,
    role: 'form',
    originals: 1,
    copies: 0,
    condition: null,
    note: 'Nộp trực tuyến thì điền mẫu có sẵn trên mạng.',
    form: { number: null, issuedBy: null },
    components,
  }
}

export const alsoOnVneid = 'Ứng dụng VNeID cũng nhận.'
export const whichCivilStatusOffice =
  'Làm ở nơi thường trú hoặc tạm trú; đến nơi khác thì cán bộ giúp gửi hồ sơ qua mạng về đúng chỗ.'

export const deskReturnsPapers =
  'Giấy tờ mang theo để đối chiếu được trả lại ngay; không phải nộp thêm bản sao hay bản photo của giấy đó.'
export const postNeedsCertifiedCopies = 'Gửi bưu điện thì kèm bản sao chứng thực của các giấy tờ phải xuất trình.'
export const foreignPapersNeedLegalisation =
  'Giấy tờ do nước ngoài cấp phải hợp pháp hóa lãnh sự, trừ khi được miễn theo điều ước quốc tế.'

/** The ministry announced its civil-status procedures together, in one decision. */
export const civilStatusDecision = { number: '163/QĐ-BTP', date: '2026-01-16' }

export const handInStep: Step = {
  title: 'Nộp hồ sơ',
  text: 'Nộp tại quầy, gửi bưu điện, hoặc nộp trên Cổng Dịch vụ công quốc gia hay VNeID.',
}
export const checkStep: Step = { title: 'Cán bộ kiểm tra', text: 'Thiếu giấy nào, cán bộ nói rõ giấy đó để bổ sung.' }

/** Whoever hands in online is shown the result before it is printed. */
export function draftStep(paper: string): Step {
  return {
    title: 'Xem lại thông tin',
    text: `Nộp trực tuyến thì nhận bản ${paper} điện tử để xem lại; quá 1 ngày không trả lời là coi như đã đúng.`,
  }
}

/** The province sets the amount; `copy` is what further copies are charged for, by another rule. */
export function provincialFee(name: string, copy: string | null, more: Partial<Fee> = {}): Fee {
  const exempt = 'Được miễn: gia đình có công với cách mạng, hộ nghèo, người khuyết tật.'
  const text = copy ? `${exempt} Xin thêm bản sao ${copy} thì có phí riêng.` : exempt
  return unknownFee(name, 'set_by_province', text, more)
}

/** The law that ends the present rules; every civil-status record must be redone before that day. */
export const civilStatusChanges: ScheduledChange[] = [
  {
    date: '2027-03-01',
    text: 'Luật Hộ tịch mới (03/2026/QH16) thay Luật 60/2014/QH13; Nghị định 120/2025/NĐ-CP hết hiệu lực cùng ngày.',
    rewrite: true,
  },
]

export function lawChangeFlag(procedure: string): ReviewFlag {
  return {
    code: 'LAW_CHANGE_SCHEDULED',
    procedure,
    text: 'Luật Hộ tịch mới có hiệu lực từ 01/03/2027; phải xem lại cả mục này trước ngày đó.',
  }
}

export function abolishedFlag(procedure: string, what: string): ReviewFlag {
  return {
    code: 'MENTIONS_ABOLISHED',
    procedure,
    text: `Bản gốc còn nhắc ${what}, nay không còn dùng; cần đối chiếu lại.`,
  }
}

/** Received after this hour, answered the next working day. */
export function lateHourFact(record: string): Fact {
  return { subject: 'late-hour', value: 'sau 15 giờ', source: portal.id, record }
}

/** Time to look at what `draftStep` speaks of. */
export function draftFact(record: string): Fact {
  return { subject: 'time-to-check-online-draft', value: 'tối đa một ngày', source: portal.id, record }
}

/** The commune asked about somebody's marital status answers within this time. */
export function enquiryFact(record: string): Fact {
  return { subject: 'marital-status-enquiry', value: '03 ngày làm việc', source: portal.id, record }
}

export function lawChangeFacts(record: string): Fact[] {
  return [
    { subject: 'new-law', value: '03/2026/QH16', source: civilStatusReading.id, record },
    { subject: 'new-law-from', value: '01/3/2027', source: civilStatusReading.id, record },
  ]
}

/** The documents every civil-status record names, the law itself first. */
export function civilStatusLaws(...further: string[]): LegalBasis[] {
  return laws(
    '60/2014/QH13',
    '123/2015/NĐ-CP',
    '04/2020/TT-BTP',
    '87/2020/NĐ-CP',
    ...further,
    '120/2025/NĐ-CP',
    '18/2026/NĐ-CP',
    '07/2025/NĐ-CP',
    '104/2022/NĐ-CP',
    '66.7/2025/NQ-CP',
    '08/2025/TT-BTP',
    '04/2024/TT-BTP',
    '03/2023/TT-BTP',
    '01/2022/TT-BTP',
    '85/2019/TT-BTC',
    '106/2021/TT-BTC',
  )
}
