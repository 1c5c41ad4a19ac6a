/** What the residence topics share: one form, one office, one change of law the portal copy has not caught up with. */

import type {
  CompetentAuthority,
  Disagreement,
  Fact,
  LegalBasis,
  RequiredDocument,
  ReviewFlag,
  Source,
  Step,
} from '../procedures.ts'
import { laws } from './laws.ts'
import { portal, residenceReading } from './sources.ts'

export const residenceSources: Source[] = [portal, residenceReading]

export const residenceAuthority: CompetentAuthority = {
  kind: 'ward_police',
  name: 'Công an cấp xã',
  whichOffice: null,
  howToReach: null,
}

/** Form CT01, which every residence case begins with. */
export function residenceForm(component: string, note: string | null = null): RequiredDocument {
  const newForm = 'Từ 01/07/2026 có mẫu mới; hỏi công an phường trước khi điền.'
  return {
    id: 'ct01',
    name: 'Tờ khai thay đổi thông tin cư trú',
    role: 'form',
    originals: 1,
    copies: 0,
    condition: null,
    note: note ? `${note} ${newForm}` : newForm,
    form: { number: 'CT01', issuedBy: 'Thông tư 53/2025/TT-BCA' },
    components: [component],
  }
}

/** Proof of a lawful home, only when the databases do not show it. */
export function homePaper(...components: string[]): RequiredDocument {
  return {
    id: 'giay-to-cho-o',
    name: 'Giấy tờ chứng minh chỗ ở hợp pháp',
    role: 'present',
    originals: 1,
    copies: 0,
    condition: 'dữ liệu chưa có thông tin chỗ ở',
    note: 'Nhà đất đã có trên dữ liệu đất đai hoặc VNeID thì không phải xuất trình.',
    form: null,
    components,
  }
}

export const residenceDisagreements: Disagreement[] = [
  {
    aspect: 'form',
    text: 'Cổng còn ghi mẫu CT01 theo Thông tư 53/2025/TT-BCA; từ 01/07/2026 có mẫu CT01 mới theo Thông tư 116/2026/TT-BCA. Hỏi công an phường trước khi điền.',
  },
]

/** Numbers of the law that the portal copy does not name yet. */
export function newerLawFlag(procedure: string): ReviewFlag {
  return {
    code: 'NEWER_LAW',
    procedure,
    text: 'Thông tư 116/2026/TT-BCA và Luật 118/2025/QH15 có hiệu lực từ 01/07/2026, đổi biểu mẫu và một số thời hạn; bản gốc còn dẫn văn bản cũ.',
  }
}

export function oldIdentityCardFlag(procedure: string): ReviewFlag {
  return {
    code: 'MENTIONS_ABOLISHED',
    procedure,
    text: 'Bản gốc còn nhắc Chứng minh nhân dân, nay không còn dùng; cần đối chiếu lại.',
  }
}

/** The newer law, and the form that changed with it. */
export function residenceFlags(procedure: string): ReviewFlag[] {
  return [
    newerLawFlag(procedure),
    { code: 'CONFLICT', procedure, text: 'Mẫu CT01 đã đổi từ 01/07/2026; bản gốc ghi mẫu cũ.' },
  ]
}

export function newLawFact(record: string): Fact {
  return { subject: 'new-law-from', value: '01/7/2026', source: residenceReading.id, record }
}

/** The hours of `receptionHours`. */
export function receptionFacts(record: string): Fact[] {
  return [
    { subject: 'reception-days', value: 'thứ 2 đến thứ 6', source: portal.id, record },
    { subject: 'reception-on-saturday', value: 'sáng thứ 7', source: portal.id, record },
  ]
}

export function residenceFacts(record: string): Fact[] {
  return [newLawFact(record), { subject: 'deadline-for-a-newborn', value: '60 ngày', source: portal.id, record }]
}

/** The documents every residence record names, the newer ones first; `further` are those of one record. */
export function residenceLaws(...further: string[]): LegalBasis[] {
  return laws(
    '68/2020/QH14',
    '118/2025/QH15',
    '116/2026/TT-BCA',
    ...further,
    '54/2025/TT-BCA',
    '53/2025/TT-BCA',
    '57/2021/TT-BCA',
    '66/2023/TT-BCA',
    '55/2021/TT-BCA',
  )
}

/** From handing in to the result; a fee is paid in between where there is one. */
export function residenceSteps(fee: string | null, result: string): Step[] {
  return [
    { title: 'Nộp hồ sơ', text: 'Nộp cho công an phường, hoặc nộp trực tuyến.' },
    { title: 'Đối chiếu', text: 'Đủ điều kiện thì nhận phiếu hẹn; không đủ thì nhận phiếu từ chối.' },
    ...(fee ? [{ title: 'Nộp lệ phí', text: `Nộp ${fee}.` }] : []),
    { title: 'Nhận kết quả', text: result },
  ]
}

export const alsoPoliceOnline = 'Cổng dịch vụ công Bộ Công an và ứng dụng VNeID cũng nhận.'
export const receptionHours = 'Nhận hồ sơ giờ hành chính thứ 2 đến thứ 6 và sáng thứ 7, trừ ngày lễ, tết.'
export const residenceResult = 'Thông báo kết quả giải quyết thủ tục về cư trú'
export const dataNotAskedAgain = 'Giấy tờ đã có trong dữ liệu nhà nước thì không phải nộp lại.'

/** Some records of the portal list the online way only, though their steps lead to the police. */
export const onlyOnlineListed: Disagreement[] = [
  {
    aspect: 'where',
    text: 'Cổng chỉ ghi cách nộp trực tuyến, nhưng các bước ghi nộp tại công an cấp xã; đến nộp thì gọi hỏi giờ trước.',
  },
]

export const newbornDeadline = 'Trẻ đã khai sinh thì đăng ký cư trú trong 60 ngày kể từ ngày đăng ký khai sinh.'
