/** Figures as they are read aloud in Vietnam. */
import type { OpeningHours } from '../areas.ts'

/** `2026-07-18` as `18/07/2026`. */
export function formatDate(isoDate: string): string {
  return isoDate.split('-').reverse().join('/')
}

/** Đồng, with a dot between thousands: 50000 as `50.000 đồng`. */
export function formatMoney(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}

/** The same sentence without its capital, to stand after other words. Abbreviations keep theirs. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** With a capital, to begin a line. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const weekdays = ['', 'Thứ 2', 'Thứ 3', 'Thứ 4', 'Thứ 5', 'Thứ 6', 'Thứ 7', 'Chủ nhật']

/** One line for each run of days with the same hours: `Thứ 2 đến thứ 6: 7:30–11:30, 13:30–17:00`. */
export function formatOpeningHours(openingHours: readonly OpeningHours[]): string[] {
  const byDay = weekdays.slice(1).map((_, index) => hoursOf(openingHours, index + 1))
  const runs: { from: number; to: number; hours: string }[] = []
  byDay.forEach((hours, index) => {
    const last = runs.at(-1)
    if (last && last.hours === hours) last.to = index + 1
    else runs.push({ from: index + 1, to: index + 1, hours })
  })
  return runs.filter(run => run.hours !== '').map(run => `${daysOf(run.from, run.to)}: ${run.hours}`)
}

function hoursOf(openingHours: readonly OpeningHours[], weekday: number): string {
  return openingHours
    .filter(stretch => stretch.weekday === weekday)
    .map(stretch => `${shortTime(stretch.opens)}–${shortTime(stretch.closes)}`)
    .join(', ')
}

function daysOf(from: number, to: number): string {
  const first = weekdays[from] ?? ''
  return from === to ? first : `${first} đến ${lowerFirst(weekdays[to] ?? '')}`
}

function shortTime(time: string): string {
  return time.replace(/^0/, '')
}
