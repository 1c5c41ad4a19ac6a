/** The ward as its installer writes it down: `ward.example.json` shows the form. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { WardProfile } from '../../../shared/areas.ts'
import { OfficeCalendar, WeeklyHours } from '../../../shared/calendars.ts'

const Code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const Names = z.array(z.string().min(1)).optional()

/** What people may look for instead of the name: see `AreaNameKind`. */
const WardNeighbourhood = z.object({
  code: Code,
  name: z.string().min(1),
  alsoKnownAs: Names,
  streets: Names,
  alleys: Names,
  formerNames: Names,
})
export type WardNeighbourhood = z.infer<typeof WardNeighbourhood>

export const Ward = z.object({
  code: Code,
  profile: WardProfile.extend({ openingHours: WeeklyHours }),
  /** Holidays, seasons and closures of the ward's own; without it the national ones hold. */
  calendar: OfficeCalendar.optional(),
  neighbourhoods: z.array(WardNeighbourhood),
})
export type Ward = z.infer<typeof Ward>

/** The ward file cannot be used; the message says in Vietnamese what to do. */
export class WardFileError extends Error {}

/** @throws WardFileError */
export function readWardFile(file: string): Ward {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new WardFileError(
      `Không đọc được tệp thông tin phường ${file}: ${error instanceof SyntaxError ? 'tệp không phải JSON đúng dạng' : 'không có tệp này hoặc không được phép đọc'}. Chép ward.example.json, sửa cho phường mình rồi đặt WARD_FILE.`,
    )
  }
  const ward = Ward.safeParse(content)
  if (ward.success) return ward.data
  const fields = ward.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  throw new WardFileError(`Tệp thông tin phường ${file} còn chỗ chưa đúng (${fields}). Xem ward.example.json.`)
}
