/** Days and moments at the ward: Asia/Ho_Chi_Minh, seven hours ahead of UTC all year round. Days are ISO (`2026-11-24`). */

const AHEAD_MS = 7 * 3600_000
const DAY_MS = 24 * 3600_000

/** The day it is at the ward. */
export function vietnamDay(moment: Date): string {
  return atWard(moment).slice(0, 10)
}

/** The time it is at the ward, as `07:30`. */
export function vietnamTime(moment: Date): string {
  return atWard(moment).slice(11, 16)
}

/** @param time `07:30` */
export function momentAt(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`)
}

/** @param count may be negative */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function atWard(moment: Date): string {
  return new Date(moment.getTime() + AHEAD_MS).toISOString()
}
