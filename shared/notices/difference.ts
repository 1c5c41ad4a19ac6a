/** What a correction changes, field by field. */
import { z } from 'zod'
import type { NoticeFields } from './fields.ts'
import { sayDays, sayTimes } from './when.ts'

export const FieldChange = z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })
export type FieldChange = z.infer<typeof FieldChange>

const NOTHING = '(không có)'

export function compareFields(before: NoticeFields, after: NoticeFields): FieldChange[] {
  const rows: [string, string, (fields: NoticeFields) => string | null][] = [
    ['title', 'Tên tin', fields => fields.title],
    ['day', 'Ngày', sayDays],
    ['time', 'Giờ', sayTimes],
    ['place', 'Nơi', fields => fields.place],
    ['who', 'Ai đến', fields => fields.who],
    ['bring', 'Mang theo', fields => fields.bring],
    ['phone', 'Hỏi thêm', fields => fields.phone],
    ['what', 'Nội dung', fields => fields.what],
  ]
  return rows.flatMap(([field, label, say]) => {
    const [old, now] = [say(before) ?? NOTHING, say(after) ?? NOTHING]
    return old === now ? [] : [{ field, label, before: old, after: now }]
  })
}
