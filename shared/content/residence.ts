/** What the residence topics share: one form, one office, one change of law the portal copy has not caught up with. */

import type {
  CompetentAuthority,
  Disagreement,
  Fact,
  LegalBasis,
  RequiredDocument,
  ReviewFlag,
  Source,
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

/** Numbers of the law that the portal copy does not name yet, and the form that changed with it. */
export function residenceFlags(procedure: string): ReviewFlag[] {
  return [
    {
      code: 'NEWER_LAW',
      procedure,
      text: 'Thông tư 116/2026/TT-BCA và Luật 118/2025/QH15 có hiệu lực từ 01/07/2026, đổi biểu mẫu và một số thời hạn; bản gốc còn dẫn văn bản cũ.',
    },
    { code: 'CONFLICT', procedure, text: 'Mẫu CT01 đã đổi từ 01/07/2026; bản gốc ghi mẫu cũ.' },
  ]
}

export function residenceFacts(record: string): Fact[] {
  return [
    { subject: 'new-law-from', value: '01/7/2026', source: residenceReading.id, record },
    { subject: 'deadline-for-a-newborn', value: '60 ngày', source: portal.id, record },
  ]
}

/** The documents every residence record names, with the newer ones before those they replace. */
export function residenceLaws(...further: string[]): LegalBasis[] {
  return laws(
    '68/2020/QH14',
    '118/2025/QH15',
    '154/2024/NĐ-CP',
    '116/2026/TT-BCA',
    '75/2022/TT-BTC',
    ...further,
    '66.7/2025/NQ-CP',
    '54/2025/TT-BCA',
    '53/2025/TT-BCA',
    '57/2021/TT-BCA',
    '56/2021/TT-BCA',
    '66/2023/TT-BCA',
    '55/2021/TT-BCA',
  )
}

export const newbornDeadline = 'Trẻ đã khai sinh thì đăng ký cư trú trong 60 ngày kể từ ngày đăng ký khai sinh.'
