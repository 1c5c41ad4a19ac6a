/**
 * The houses of a neighbourhood, by codes and without names: against them a leader sees how many nobody has reached, and
 * goes from door to door.
 */
import { z } from 'zod'
import { findPersonalData } from '../privacy/index.ts'
import { hasNameList } from './names.ts'

/** "12/5", "A-103", "Hẻm 45-7": whatever stands on the door. Only signs that no name needs. */
export const HouseCode = z
  .string()
  .trim()
  .min(1)
  .max(24)
  .regex(/^[\p{L}\d][\p{L}\d ./-]*$/u)
  .refine(code => /\d/.test(code), 'a house code holds a number')
export type HouseCode = z.infer<typeof HouseCode>

export const DoorMark = z.enum(['told', 'left_paper', 'absent'])
export type DoorMark = z.infer<typeof DoorMark>

/** A line of the sheet. Whether anybody of the house has joined; never who, nor what they read. */
export const Door = z.object({ house: HouseCode, hasJoined: z.boolean(), mark: DoorMark.nullable() })
export type Door = z.infer<typeof Door>

export const DoorSheet = z.object({
  noticeId: z.string(),
  code: z.string(),
  title: z.string(),
  areaName: z.string(),
  /** Houses where nobody has joined come first. */
  doors: z.array(Door),
})
export type DoorSheet = z.infer<typeof DoorSheet>

export const HouseImport = z.object({
  added: z.number().int(),
  kept: z.number().int(),
  /** Not in the new list any more. */
  removed: z.number().int(),
  refused: z.array(z.object({ line: z.number().int(), why: z.enum(['not_a_code', 'personal_data', 'twice']) })),
})
export type HouseImport = z.infer<typeof HouseImport>

export interface HouseList {
  houses: string[]
  refused: HouseImport['refused']
}

const MOST_HOUSES = 5000

/** One house a line; from a sheet with more columns the first is taken, and lines with people in them are refused. */
export function readHouses(text: string): HouseList {
  const seen = new Set<string>()
  const houses: string[] = []
  const refused: HouseImport['refused'] = []
  const lines = text
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
  for (const [index, raw] of lines.entries()) {
    if (raw.trim() === '' || (index === 0 && /mã|nhà|house|code/iu.test(raw) && !/\d/.test(raw))) continue
    const cells = raw.split(/[;,\t]/).map(cell => cell.trim().replace(/^"|"$/g, ''))
    const code = HouseCode.safeParse(cells[0] ?? '')
    const rest = cells.slice(1).join(' ')
    const isPersonal = namesPerson(cells[0] ?? '') || hasPerson(rest) || findPersonalData(rest).length > 0
    const key = (code.data ?? '').toLowerCase()
    const why = isPersonal ? 'personal_data' : !code.success ? 'not_a_code' : seen.has(key) ? 'twice' : null
    if (why !== null || !code.success) refused.push({ line: index + 1, why: why ?? 'not_a_code' })
    else if (houses.length < MOST_HOUSES) {
      seen.add(key)
      houses.push(code.data)
    }
  }
  return { houses, refused }
}

const ADDRESSED_AS = /^(?:ông|bà|anh|chị|cô|chú|bác|em|cụ|thầy)\s/iu

/** In the column of codes too: a telephone or identity number, or whoever lives there. */
function namesPerson(cell: string): boolean {
  const words = cell.replace(/[\d./-]+/g, ' ').trim()
  return /\d{7,}/.test(cell.replace(/[ .-]/g, '')) || ADDRESSED_AS.test(cell) || hasPerson(words)
}

/** One name is enough here: a register has no use for any. */
function hasPerson(text: string): boolean {
  const name = text.trim()
  return name !== '' && hasNameList([name, name, name].join('\n'))
}

/** Nobody joined first; within that as people walk: 2 before 10, 12/2 before 12/10. */
export function sortDoors(doors: readonly Door[]): Door[] {
  return [...doors].sort(
    (a, b) => Number(a.hasJoined) - Number(b.hasJoined) || a.house.localeCompare(b.house, 'vi', { numeric: true }),
  )
}
