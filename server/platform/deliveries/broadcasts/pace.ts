import type { Quiet } from './policy.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Vietnam keeps UTC+7 all the year round. */
const AHEAD_MS = 7 * 60 * MINUTE_MS

/** When the last of so many calls is made at an even pace, resting in quiet hours. */
export function finishAt({
  at,
  calls,
  perSecond,
  quiet,
}: {
  at: Date
  calls: number
  perSecond: number
  quiet: Quiet | null
}): Date {
  let left = (calls / perSecond) * 1000
  let time = at.getTime()
  // A year of nights and more is never.
  for (let night = 0; left > 0 && night < 400; night++) {
    const awake = quiet ? wakeAfter(time, quiet) : time
    const room = quiet ? untilQuiet(awake, quiet) : Number.POSITIVE_INFINITY
    const spent = Math.min(left, room)
    time = awake + spent
    left -= spent
  }
  return new Date(time)
}

function minuteOfDay(time: number): number {
  return ((time + AHEAD_MS) % DAY_MS) / MINUTE_MS
}

function wakeAfter(time: number, { from, until }: Quiet): number {
  const minute = minuteOfDay(time)
  const isQuiet = from < until ? minute >= from && minute < until : from > until && (minute >= from || minute < until)
  return isQuiet ? time + ((until - minute + 1440) % 1440) * MINUTE_MS : time
}

function untilQuiet(time: number, { from, until }: Quiet): number {
  return from === until ? Number.POSITIVE_INFINITY : ((from - minuteOfDay(time) + 1440) % 1440) * MINUTE_MS
}
