/**
 * Reckons with the office's time: whether it is open, when it opens next, when it will have been open long enough, and
 * which day is so many working days away. Pure; everything at the ward's own time.
 */
import type { OpeningHours } from './areas.ts'
import type { OfficeCalendar } from './calendars.ts'
import { addDays, momentAt, vietnamDay, weekdayOf, yearOf } from './vietnam-time.ts'

/** An office that has been closed for so many days in a row is taken never to open. */
const GIVES_UP_AFTER_DAYS = 400
/** Monday to Friday (Quyết định 188/1999/QĐ-TTg); an office that also opens on Saturdays does so as a service. */
const LAST_WORKING_WEEKDAY = 5

/** Open from the first moment up to, not including, the last. */
export interface Opening {
  opens: Date
  closes: Date
}

export type WhyClosed =
  | { kind: 'holiday'; name: string }
  | { kind: 'closure'; reason: string }
  /** The weekly day of rest. */
  | { kind: 'rest' }

export interface OfficeDay {
  /** In order; none when the office is closed. */
  openings: Opening[]
  /** Null when it is open. */
  closed: WhyClosed | null
  /** Why an ordinary day off is worked; null on every other day. */
  worksBecause: string | null
  /** The season whose hours hold; null: the usual ones. */
  season: string | null
}

/** Closed days in a row, at least one of them by a holiday or a closure; weekly rest beside it is counted. */
export interface Break {
  from: string
  until: string
  /** Holidays and reasons, each once. */
  names: string[]
}

export interface WorkingDay {
  day: string
  /** Every year passed through is entered completely. */
  isCertain: boolean
  /** The first year that is not; null: none. */
  unknownYear: number | null
}

export interface OfficeTime {
  stretchesOn(day: string): OfficeDay
  /** The opening that is under way; null: closed. */
  openingAt(now: Date): Opening | null
  isOpen(now: Date): boolean
  /** When the next opening begins, after `now`; null when the office does not open again. */
  nextOpening(now: Date): Date | null
  /**
   * The moment at which the office will have been open for so many minutes; with none, the first open moment.
   * @param minutes 0 or more
   * @returns null when the office does not open again
   */
  addOpenTime(now: Date, minutes: number): Date | null
  /**
   * The so many-th working day after `day`, which itself is not counted (Bộ luật Dân sự, Điều 147).
   * @param count 1 or more
   * @returns null when the office does not open again
   */
  addWorkingDays(day: string, count: number): WorkingDay | null
  /** Whether all holidays of the year are entered. */
  isKnown(year: number): boolean
  /** The break that a day belongs to; null: none. */
  breakAt(day: string): Break | null
  /** The break that is under way on a day, and those that begin after it, as far as they are entered. */
  nextBreaks(from: string, count: number): Break[]
}

export function createOfficeTime(openingHours: readonly OpeningHours[], calendar: OfficeCalendar): OfficeTime {
  const days = new Map(calendar.years.flatMap(({ days }) => days.map(day => [day.date, day] as const)))
  const knownYears = new Set(calendar.years.filter(({ complete }) => complete).map(({ year }) => year))

  function stretchesOn(day: string): OfficeDay {
    const special = days.get(day)
    const closure = calendar.closures.find(({ from, until }) => from <= day && day <= until)
    const season = calendar.seasons.findLast(({ from, until }) => from <= day && day <= until)
    const isWorkedInstead = special?.kind === 'working'
    const shut = (closed: WhyClosed): OfficeDay => ({ openings: [], closed, worksBecause: null, season: null })
    if (closure) return shut({ kind: 'closure', reason: closure.reason })
    if (special?.kind === 'off') return shut({ kind: 'holiday', name: special.name })
    const weekday = isWorkedInstead ? special.like : weekdayOf(day)
    const openings = (season?.hours ?? openingHours)
      .filter(stretch => stretch.weekday === weekday && stretch.opens < stretch.closes)
      .map(({ opens, closes }) => ({ opens: momentAt(day, opens), closes: momentAt(day, closes) }))
      .sort((a, b) => a.opens.getTime() - b.opens.getTime())
    if (openings.length === 0) return shut({ kind: 'rest' })
    return {
      openings,
      closed: null,
      worksBecause: isWorkedInstead ? special.name : null,
      season: season?.name ?? null,
    }
  }

  const isWorked = (day: string): boolean =>
    stretchesOn(day).closed === null && (weekdayOf(day) <= LAST_WORKING_WEEKDAY || days.get(day)?.kind === 'working')

  /** Day after day, until so many in a row are not of the kind that is looked for. */
  function* daysFrom(first: string, isLookedFor: (day: string) => boolean): Generator<string> {
    let inVain = 0
    for (let day = first; inVain < GIVES_UP_AFTER_DAYS; day = addDays(day, 1)) {
      yield day
      inVain = isLookedFor(day) ? 0 : inVain + 1
    }
  }

  function* openingsFrom(now: Date): Generator<Opening> {
    for (const day of daysFrom(vietnamDay(now), one => stretchesOn(one).closed === null)) {
      yield* stretchesOn(day).openings
    }
  }

  function openingAt(now: Date): Opening | null {
    return stretchesOn(vietnamDay(now)).openings.find(({ opens, closes }) => opens <= now && now < closes) ?? null
  }

  function nextOpening(now: Date): Date | null {
    for (const { opens } of openingsFrom(now)) if (opens > now) return opens
    return null
  }

  function addOpenTime(now: Date, minutes: number): Date | null {
    let leftMs = minutes * 60_000
    for (const { opens, closes } of openingsFrom(now)) {
      if (closes <= now) continue
      const start = Math.max(opens.getTime(), now.getTime())
      if (start + leftMs <= closes.getTime()) return new Date(start + leftMs)
      leftMs -= closes.getTime() - start
    }
    return null
  }

  function addWorkingDays(from: string, count: number): WorkingDay | null {
    let left = count
    for (const day of daysFrom(addDays(from, 1), isWorked)) {
      if (isWorked(day)) left -= 1
      if (left > 0) continue
      const unknownYear = firstUnknownYear(yearOf(from), yearOf(day))
      return { day, isCertain: unknownYear === null, unknownYear }
    }
    return null
  }

  function firstUnknownYear(from: number, until: number): number | null {
    for (let year = from; year <= until; year++) if (!knownYears.has(year)) return year
    return null
  }

  function breakAt(day: string): Break | null {
    if (stretchesOn(day).closed === null) return null
    const edge = (step: 1 | -1): string => {
      let last = day
      for (let walked = 0; walked < GIVES_UP_AFTER_DAYS; walked++) {
        const next = addDays(last, step)
        if (stretchesOn(next).closed === null) break
        last = next
      }
      return last
    }
    const [from, until] = [edge(-1), edge(1)]
    const names = new Set<string>()
    for (let one = from; one <= until; one = addDays(one, 1)) {
      const { closed } = stretchesOn(one)
      if (closed?.kind === 'holiday') names.add(closed.name)
      if (closed?.kind === 'closure') names.add(closed.reason)
    }
    return names.size > 0 ? { from, until, names: [...names] } : null
  }

  function nextBreaks(from: string, count: number): Break[] {
    const reasons = [
      ...[...days.values()].flatMap(({ kind, date }) => (kind === 'off' ? [date] : [])),
      ...calendar.closures.flatMap(closure => (closure.until >= from ? [closure.from] : [])),
    ]
    const found: Break[] = []
    for (const day of [from, ...reasons.filter(date => date > from).sort()]) {
      const last = found.at(-1)
      const one = last && last.until >= day ? null : breakAt(day)
      if (one) found.push(one)
      if (found.length === count) break
    }
    return found
  }

  return {
    stretchesOn,
    openingAt,
    isOpen: now => openingAt(now) !== null,
    nextOpening,
    addOpenTime,
    addWorkingDays,
    isKnown: year => knownYears.has(year),
    breakAt,
    nextBreaks,
  }
}
