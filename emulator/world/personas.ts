/** The people of the practice ward. Names, ages and numbers are invented. */
import { z } from 'zod'
import { scopedId } from './ids.ts'
import type { Secrets } from './secrets.ts'

/** How one person stands with the OA; times are virtual epoch milliseconds. */
const Relation = z.object({
  followed: z.boolean(),
  metAt: z.number().nullable(),
  clickedChat: z.boolean(),
  /** Last message, button or other act that opens the window. */
  interactedAt: z.number().nullable(),
  welcomesUsed: z.number(),
  tags: z.array(z.string()),
})

const MiniAppState = z.object({
  sharesName: z.boolean(),
  sharesPhone: z.boolean(),
  sharesLocation: z.boolean(),
  acceptsNotifications: z.boolean(),
  usedAt: z.number().nullable(),
})

export const Persona = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** How people address them: "Bà", "Anh". */
  title: z.string(),
  name: z.string(),
  age: z.number().int(),
  note: z.string(),
  phone: z.string().regex(/^84\d{9}$/),
  /** Only phones send receipts. */
  device: z.enum(['phone', 'computer']),
  /** What a broadcast may be aimed at. */
  gender: z.enum(['male', 'female']),
  region: z.enum(['north', 'centre', 'south']),
  /** Zalo's number of the province of before 2025. */
  city: z.number().int().min(0).max(63),
  platform: z.enum(['ios', 'android']),
  /** Why Zalo will not pass the OA's messages on: -217, -244, -218, -227. */
  refuses: z.enum(['nothing', 'invitations', 'this kind', 'full', 'inactive']),
  sensitive: z.boolean(),
  relation: Relation,
  miniApp: MiniAppState,
})
export type PersonaRecord = z.infer<typeof Persona>
export type Persona = PersonaRecord & { userId: string; appUserId: string }

export const PersonaInput = z.strictObject({
  key: Persona.shape.key.optional(),
  title: z.string().max(20).optional(),
  name: z.string().min(1).max(80),
  age: z.number().int().min(0).max(120).optional(),
  note: z.string().max(200).optional(),
  phone: Persona.shape.phone.optional(),
  device: Persona.shape.device.optional(),
  gender: Persona.shape.gender.optional(),
  region: Persona.shape.region.optional(),
  city: Persona.shape.city.optional(),
  platform: Persona.shape.platform.optional(),
})
export type PersonaInput = z.infer<typeof PersonaInput>

export const PersonaPatch = z.strictObject({
  device: Persona.shape.device.optional(),
  refuses: Persona.shape.refuses.optional(),
  sensitive: z.boolean().optional(),
  tags: z.array(z.string()).optional(),
  miniApp: z.strictObject(MiniAppState.omit({ usedAt: true }).partial().shape).optional(),
})
export type PersonaPatch = z.infer<typeof PersonaPatch>

const FEMALE = new Set(['Bà', 'Cô', 'Chị'])
/** In Zalo's list. */
const DA_NANG = 20

export const RESIDENTS: PersonaInput[] = [
  { key: 'ba-sau', title: 'Bà', name: 'Nguyễn Thị Sáu', age: 71, note: 'Ở một mình, gõ chữ không dấu' },
  { key: 'anh-nam', title: 'Anh', name: 'Trần Văn Nam', age: 34, note: 'Mới có con đầu lòng, đi làm cả ngày' },
  {
    key: 'chi-lan',
    title: 'Chị',
    name: 'Phạm Thu Lan',
    age: 29,
    note: 'Thuê trọ, nhắn từ máy tính',
    device: 'computer',
  },
  { key: 'ong-tu', title: 'Ông', name: 'Lê Văn Tư', age: 66, note: 'Tổ trưởng tổ dân phố 7' },
  { key: 'co-huong', title: 'Cô', name: 'Võ Thị Hường', age: 52, note: 'Bán tạp hóa, muốn mở hộ kinh doanh' },
  { key: 'em-minh', title: 'Em', name: 'Đặng Nhật Minh', age: 19, note: 'Sinh viên, thành viên tổ công nghệ số' },
]

export function createPersona(input: PersonaInput, number: number, secrets: Secrets): Persona {
  const key = input.key ?? `nguoi-${number}`
  return withIds(
    {
      key,
      title: input.title ?? '',
      name: input.name,
      age: input.age ?? 40,
      note: input.note ?? '',
      phone: input.phone ?? `849${String(number).padStart(8, '0')}`,
      device: input.device ?? 'phone',
      gender: input.gender ?? (FEMALE.has(input.title ?? '') ? 'female' : 'male'),
      region: input.region ?? 'centre',
      city: input.city ?? DA_NANG,
      platform: input.platform ?? 'android',
      refuses: 'nothing',
      sensitive: false,
      relation: createRelation(),
      miniApp: {
        sharesName: false,
        sharesPhone: false,
        sharesLocation: false,
        acceptsNotifications: false,
        usedAt: null,
      },
    },
    secrets,
  )
}

export function createRelation(): Persona['relation'] {
  return { followed: false, metAt: null, clickedChat: false, interactedAt: null, welcomesUsed: 0, tags: [] }
}

export function withIds(record: PersonaRecord, secrets: Secrets): Persona {
  return {
    ...record,
    userId: scopedId('oa', secrets.oaId, record.key),
    appUserId: scopedId('app', secrets.appId, record.key),
  }
}
