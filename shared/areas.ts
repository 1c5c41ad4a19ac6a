/** Places: a tree of city → ward → neighbourhood. The names of the levels are data (tổ dân phố, khu phố, thôn, ấp). */
import { z } from 'zod'

export const AreaLevel = z.enum(['city', 'ward', 'neighbourhood'])
export type AreaLevel = z.infer<typeof AreaLevel>

/** `07:30`, in the ward's own time (Asia/Ho_Chi_Minh). */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** One stretch of opening on one weekday; Monday is 1, Sunday is 7 (ISO 8601). */
export const OpeningHours = z.object({ weekday: z.number().int().min(1).max(7), opens: TimeOfDay, closes: TimeOfDay })
export type OpeningHours = z.infer<typeof OpeningHours>

/** What a resident must know of the office that serves them. */
export const WardProfile = z.object({
  /** The ward's name with its level: "Phường Mẫu". */
  wardName: z.string().min(1),
  /** The office by its own name: "Bộ phận Một cửa UBND phường", "Trung tâm Phục vụ hành chính công phường". */
  officeName: z.string().min(1),
  address: z.string().min(1),
  phone: z.string().regex(/^[\d .+]{3,20}$/),
  /** The ward police receive residence and identity-card papers, often elsewhere. */
  police: z
    .object({ name: z.string().min(1), address: z.string().min(1), phone: z.string().regex(/^[\d .+]{3,20}$/) })
    .nullable(),
  openingHours: z.array(OpeningHours),
  /** Where dossiers are submitted online, usually the national portal. */
  onlinePortalUrl: z.url({ protocol: /^https$/ }),
})
export type WardProfile = z.infer<typeof WardProfile>

/** `name`: another name in use · `street`, `alley`: where it runs through · `old`: a name of former days, "Tổ 12 cũ". */
export const AreaNameKind = z.enum(['name', 'street', 'alley', 'old'])
export type AreaNameKind = z.infer<typeof AreaNameKind>

/** A neighbourhood with everything people call it or live along. */
export const Neighbourhood = z.object({
  code: z.string(),
  name: z.string(),
  otherNames: z.array(z.object({ kind: AreaNameKind, name: z.string() })),
})
export type Neighbourhood = z.infer<typeof Neighbourhood>

export interface Area {
  id: string
  parentId: string | null
  level: AreaLevel
  /** Permanent short code, printed on posters: never changes when the area is renamed. */
  code: string
  name: string
  profile: WardProfile | null
}
