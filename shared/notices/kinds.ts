/** What a notice is about: what residents choose by, and what rules hold for it whichever template or paper it came from. */
import type { PersonalDataClass } from '../privacy/index.ts'

export const NOTICE_KINDS = [
  'meeting',
  'utilities',
  'health',
  'security',
  'disaster',
  'fire_safety',
  'election',
  'conscription',
  'funeral',
  'missing_person',
  'fees',
  'works',
  'environment',
  'training',
  'paperwork',
  'elders',
  'children',
  'culture',
  'support',
  'animals',
  'lost_property',
  'other',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What is looked for in outgoing text: the classes of the masking, and lists of people's names. */
export const FOUND_CLASSES = [
  'identity',
  'phone',
  'health_insurance',
  'social_insurance',
  'card',
  'account',
  'tax',
  'passport',
  'plate',
  'email',
  'address',
  'date',
  'birth_year',
  'number',
  'name_list',
] as const satisfies readonly (PersonalDataClass | 'name_list')[]
export type FoundClass = (typeof FOUND_CLASSES)[number]

export interface KindRules {
  /** On the screen. */
  name: string
  /** What has to be confirmed before it may go; null: nothing. Words for the person who confirms. */
  confirmation: string | null
  /** The words, pictures and answers are erased when the notice expires; counts and code stay. */
  isErasedAtExpiry: boolean
  /** What stops the notice when it is found in it. Everything else that is found is only warned of. */
  forbids: readonly FoundClass[]
  /** Shown in lists for everybody, RSS and calendar; else only to members, and to whoever was given the link. */
  isListed: boolean
}

/** Nothing a ward may announce needs these. */
const NEVER: FoundClass[] = [
  'identity',
  'passport',
  'card',
  'health_insurance',
  'social_insurance',
  'tax',
  'birth_year',
]

const usual = (name: string, forbids: FoundClass[] = []): KindRules => ({
  name,
  confirmation: null,
  isErasedAtExpiry: false,
  forbids: [...NEVER, ...forbids],
  isListed: true,
})

const personal = (name: string, confirmation: string, forbids: FoundClass[] = []): KindRules => ({
  ...usual(name, forbids),
  confirmation,
  isErasedAtExpiry: true,
  isListed: false,
})

export const kindRules: Record<NoticeKind, KindRules> = {
  meeting: usual('Họp tổ, họp dân'),
  utilities: usual('Điện, nước, mạng'),
  health: usual('Y tế, tiêm chủng', ['name_list', 'address']),
  security: usual('An ninh trật tự', ['name_list', 'address', 'plate']),
  disaster: usual('Mưa bão, thiên tai'),
  fire_safety: usual('Phòng cháy chữa cháy'),
  election: usual('Bầu cử', ['name_list', 'address']),
  conscription: personal(
    'Khám tuyển, nghĩa vụ quân sự',
    'Tin này không nêu tên hay danh sách người được gọi. Giấy gọi được đưa tận tay từng người.',
    ['name_list', 'address', 'phone'],
  ),
  funeral: personal('Tang lễ', 'Gia đình đã đồng ý cho báo tin này, đúng như lời viết ở đây.', ['account']),
  missing_person: personal(
    'Tìm người, tìm trẻ lạc',
    'Gia đình nhờ báo tin và đã báo công an; ảnh và lời tả do gia đình đưa.',
    ['account', 'address'],
  ),
  fees: usual('Phí, quỹ, đóng góp', ['account', 'name_list', 'address']),
  works: usual('Sửa đường, công trình'),
  environment: usual('Vệ sinh, thu gom rác'),
  training: usual('Tập huấn, chuyển đổi số'),
  paperwork: usual('Giấy tờ, thủ tục'),
  elders: usual('Người cao tuổi', ['name_list', 'address']),
  children: usual('Trẻ em, học sinh', ['name_list', 'address']),
  culture: usual('Lễ, Tết, văn hóa, thể thao'),
  support: usual('Hỗ trợ, chính sách', ['name_list', 'address']),
  animals: usual('Chó mèo, vật nuôi'),
  lost_property: usual('Mất đồ, nhặt được đồ'),
  other: usual('Việc khác'),
}
