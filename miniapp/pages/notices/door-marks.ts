/** What was done at the doors, written down on the phone at once and taken to the ward when there is a network. */
import type { DoorMark } from '../../../shared/notices/index.ts'
import { type Api, ApiError, api, type Trouble } from '../../api/index.ts'
import { personalStorage } from '../../zalo/index.ts'

export type DoorSheet = Awaited<ReturnType<Api['notices']['doors']>>

/** By house; null takes a mark back. */
type Marks = Record<string, DoorMark | null>

interface Kept {
  sheet: DoorSheet | null
  /** Not at the ward yet. */
  waiting: Marks
}

const nameOf = (id: string, area: string): string => `door-marks.${id}.${area}`

export function readKeptDoors(id: string, area: string): Kept {
  try {
    const found = JSON.parse(personalStorage.get(nameOf(id, area)) ?? 'null')
    if (found && typeof found.waiting === 'object') return { sheet: found.sheet ?? null, waiting: found.waiting ?? {} }
  } catch {
    // Nothing that can be read: begin anew.
  }
  return { sheet: null, waiting: {} }
}

export function keepDoors(id: string, area: string, kept: Kept): boolean {
  return personalStorage.set(nameOf(id, area), JSON.stringify(kept))
}

/** The sheet with what was written down since. */
export function withMarks(sheet: DoorSheet, waiting: Marks): DoorSheet {
  return {
    ...sheet,
    doors: sheet.doors.map(door => (door.house in waiting ? { ...door, mark: waiting[door.house] ?? null } : door)),
  }
}

/** Takes what waits to the ward; what is written down meanwhile waits on. @returns what went wrong, or null */
export async function takeToWard(id: string, area: string): Promise<Trouble | null> {
  const { waiting } = readKeptDoors(id, area)
  const sent = Object.entries(waiting)
  if (sent.length === 0) return null
  try {
    const sheet = await api.notices.markDoors({ id, area, marks: sent.map(([house, mark]) => ({ house, mark })) })
    const now = readKeptDoors(id, area).waiting
    const rest = Object.fromEntries(Object.entries(now).filter(([house, mark]) => waiting[house] !== mark))
    keepDoors(id, area, { sheet, waiting: rest })
    return null
  } catch (error) {
    return error instanceof ApiError ? error.trouble : 'unavailable'
  }
}
