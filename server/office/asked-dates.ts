/**
 * Dates written in a message: "24/11", "ngày 24 tháng 11", "ngày 24", and full dates, which privacy has masked. A time of
 * day is taken out too: whoever hears the hours can tell whether it lies within them.
 */
import { fold, normalise } from '../../shared/language/index.ts'
import { addDays, vietnamDay } from '../../shared/vietnam-time.ts'

/** As `shared/privacy` leaves a full date: how far it lies from the day on which it was written. */
const MASKED = /⟨ngày, (?:(hôm nay)|(\d+) ngày (nữa|trước))⟩/g
const DAY_AND_MONTH = /(?<!(?:mung|mong)\s+)(?:ngay\s+)?\b(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\b(?![/.-])/g
const TIME = /\b(?:[01]?\d|2[0-4])\s*(?:h|g|gio)(?:\s*(?:\d{1,2}|ruoi))?\b/g
const DAY_ALONE = /\bngay\s+(\d{1,2})\b/g

export interface AskedDates {
  /** ISO days, the earliest first. */
  dates: string[]
  /** The message without them and without times of day, normalised. */
  rest: string
}

/** A day and a month without a year mean the next time they come round. */
export function readDates(text: string, now: Date): AskedDates {
  const today = vietnamDay(now)
  const dates = [...text.matchAll(MASKED)].map(match => unmask(match, today))
  const note = (date: string | null): boolean => date !== null && dates.push(date) > 0
  let rest = cut(normalise(text), TIME, () => true)
  rest = cut(rest, DAY_AND_MONTH, ([, day, month]) => note(nextDate(today, Number(day), Number(month))))
  rest = cut(rest, DAY_ALONE, ([, day]) => note(nextDay(today, Number(day))))
  return { dates: dates.sort(), rest }
}

/** The text without what matches; folding keeps every letter in its place. */
function cut(text: string, pattern: RegExp, isMeant: (match: RegExpMatchArray) => boolean): string {
  return [...fold(text).matchAll(pattern)]
    .reverse()
    .filter(isMeant)
    .reduce((rest, match) => `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`, text)
}

function unmask([, isToday, days, side]: RegExpMatchArray, today: string): string {
  return isToday ? today : addDays(today, Number(days) * (side === 'nữa' ? 1 : -1))
}

function nextDate(today: string, day: number, month: number): string | null {
  const year = Number(today.slice(0, 4))
  // A leap day may be years away.
  const candidates = Array.from({ length: 9 }, (_, later) => isoDate(year + later, month, day))
  return candidates.find(date => date !== null && date >= today) ?? null
}

function nextDay(today: string, day: number): string | null {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const candidates = [0, 1, 2].map(later =>
    isoDate(year + Math.floor((month - 1 + later) / 12), ((month - 1 + later) % 12) + 1, day),
  )
  return candidates.find(date => date !== null && date >= today) ?? null
}

/** Null when the month has no such day. */
function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
