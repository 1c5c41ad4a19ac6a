/** When the office is open, as said to one person: the days they ask for, the usual week, the holidays. */
import type { WardProfile } from '../areas.ts'
import type { OfficeCalendar } from '../calendars.ts'
import { fold, normalise } from '../language/index.ts'
import type { OutgoingMessage } from '../messages.ts'
import { type Break, createOfficeTime, type OfficeDay, type OfficeTime } from '../office-time.ts'
import { addDays, momentAt, vietnamDay, vietnamTime, weekdayOf, yearOf } from '../vietnam-time.ts'
import type { Addressing } from './addressing.ts'
import { callButton } from './choices.ts'
import { formatDate, formatOpeningHours, upperFirst } from './figures.ts'
import { levelWord } from './office.ts'

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening'

export interface OfficeAsked {
  ward: WardProfile
  calendar: OfficeCalendar
  addressing: Addressing | null
  now: Date
}

interface Telling extends OfficeAsked {
  time: OfficeTime
  today: string
  /** "phường", "xã": how the ward speaks of itself. */
  we: string
}

const weekdays = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']
const parts: Record<DayPart, { name: string; from: string; until: string }> = {
  morning: { name: 'Buổi sáng', from: '00:00', until: '12:00' },
  noon: { name: 'Buổi trưa', from: '12:00', until: '13:00' },
  afternoon: { name: 'Buổi chiều', from: '13:00', until: '18:00' },
  evening: { name: 'Buổi tối', from: '18:00', until: '23:59' },
}
const mostBreaks = 3
/** Days off that only stand in for a holiday are not named beside it. */
const standIn = /^Nghỉ (bù|hoán đổi) /

/** What holds on certain days. @param days ISO; at least one */
export function composeOfficeDays(
  asked: OfficeAsked,
  days: readonly string[],
  part: DayPart | null,
): OutgoingMessage[] {
  const telling = prepare(asked)
  if (!hasHours(asked)) return say(telling, [noHoursLine(telling)])
  const told = days.map(day => ({ day, ...telling.time.stretchesOn(day) }))
  const isEveryDayShut = told.every(({ closed }) => closed !== null)
  const reopening = isEveryDayShut ? telling.time.nextOpening(momentAt(days.at(-1) ?? telling.today, '23:59')) : null
  const reckoned = [...told.filter(isReckoned).map(({ day }) => day), ...(reopening ? [vietnamDay(reopening)] : [])]
  return say(telling, [
    ...told.map(one => dayLine(telling, one)),
    ...(part && told.length === 1 ? partLine(told[0], part) : []),
    ...(days.includes(telling.today) ? nowLine(telling) : []),
    ...(reopening ? [`Mở lại ${momentOf(reopening)}.`] : []),
    ...unknownLine(telling, reckoned.map(yearOf)),
    placeLine(telling),
  ])
}

/** The usual week, and what holds right now. */
export function composeOfficeWeek(asked: OfficeAsked): OutgoingMessage[] {
  const telling = prepare(asked)
  const { ward, calendar, today, time } = telling
  const season = calendar.seasons.findLast(({ from, until }) => from <= today && today <= until)
  if (!hasHours(asked)) return say(telling, [noHoursLine(telling)])
  const day = { day: today, ...time.stretchesOn(today) }
  const reopening = day.closed && time.nextOpening(momentAt(today, '23:59'))
  return say(telling, [
    `Giờ làm việc của ${ward.officeName}${season ? ` (${season.name}, đến hết ${formatDate(season.until)})` : ''}:`,
    ...formatOpeningHours(season?.hours ?? ward.openingHours).map(line => `• ${line}`),
    ...(day.closed ? [dayLine(telling, day)] : nowLine(telling)),
    ...(reopening ? [`Mở lại ${momentOf(reopening)}.`] : []),
    ...unknownLine(telling, [yearOf(today)]),
    placeLine(telling),
  ])
}

/** The next time a holiday comes round, or all breaks to come. @param holiday part of its name; null: all of them */
export function composeHolidays(asked: OfficeAsked, holiday: string | null): OutgoingMessage[] {
  const telling = prepare(asked)
  return say(telling, holiday === null ? allBreaks(telling) : oneHoliday(telling, holiday))
}

/** The breaks to come, a line each, and what is not known of them. */
export function listDaysOff(asked: Pick<OfficeAsked, 'ward' | 'calendar' | 'now'>): {
  breaks: string[]
  note: string[]
} {
  const telling = prepare({ ...asked, addressing: null })
  const { time, today } = telling
  const breaks = time.nextBreaks(today, mostBreaks)
  return {
    breaks: breaks.map(one => `${upperFirst(spanOf(one))}: ${namesOf(one)}`),
    note: unknownLine(telling, [yearOf(today), ...breaks.map(({ until }) => yearOf(until))]),
  }
}

function allBreaks(telling: Telling): string[] {
  const { breaks, note } = listDaysOff(telling)
  const heading =
    breaks.length > 0 ? `Sắp tới ${telling.we} nghỉ:` : `Chưa có ngày nghỉ nào được nhập cho thời gian tới.`
  return [heading, ...breaks.map(line => `• ${line}`), ...note]
}

function oneHoliday(telling: Telling, holiday: string): string[] {
  const { calendar, today, time, we } = telling
  const isIt = (name: string) => fold(normalise(name)).includes(fold(normalise(holiday)))
  const dates = calendar.years.flatMap(({ days }) =>
    days.flatMap(({ kind, date, name }) => (kind === 'off' && isIt(name) ? [date] : [])),
  )
  const next = dates.find(date => (time.breakAt(date)?.until ?? date) >= today)
  const found = next ? time.breakAt(next) : null
  if (!next || !found) {
    const year = yearOf(today) + (dates.some(date => yearOf(date) === yearOf(today)) ? 1 : 0)
    return [`Chưa có lịch nghỉ ${holiday} năm ${year}.`, ...unknownLine(telling, [year])]
  }
  const reopening = time.nextOpening(momentAt(found.until, '23:59'))
  const source = calendar.years.find(({ year }) => year === yearOf(next))?.source
  return [
    `${namesOf(found)}: ${we} nghỉ ${spanOf(found)}${lengthOf(found)}.`,
    ...(reopening ? [`Mở lại ${momentOf(reopening)}.`] : []),
    ...(source ? [`Nguồn: ${source}.`] : []),
    ...unknownLine(telling, [yearOf(next)]),
  ]
}

function prepare(asked: OfficeAsked): Telling {
  const { ward, calendar, now } = asked
  const time = createOfficeTime(ward.openingHours, calendar)
  return { ...asked, time, today: vietnamDay(now), we: levelWord(ward).toLowerCase() }
}

function say({ addressing, ward }: Telling, lines: string[]): OutgoingMessage[] {
  const text = [...(addressing ? [`Dạ thưa ${addressing},`] : []), ...lines].join('\n')
  return [{ text, buttons: [callButton(`Gọi ${ward.phone}`, ward.phone)] }]
}

function hasHours({ ward, calendar }: OfficeAsked): boolean {
  return ward.openingHours.length > 0 || calendar.seasons.length > 0
}

function noHoursLine({ ward, we }: Telling): string {
  return `${upperFirst(we)} chưa nhập giờ làm việc; gọi ${ward.phone} để hỏi.`
}

function placeLine({ ward }: Telling): string {
  return `${ward.officeName}: ${ward.address}. Điện thoại ${ward.phone}.`
}

function dayLine({ today, we }: Telling, { day, openings, closed, worksBecause, season }: OfficeDay & { day: string }) {
  const label = `${day === today ? 'Hôm nay, ' : day === addDays(today, 1) ? 'Ngày mai, ' : ''}${dayOf(day)}`
  if (closed) return `${upperFirst(label)}: ${closedWords(closed, we)}.`
  const why = [worksBecause, season].filter(one => one !== null).join(', ')
  const hours = openings.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`).join(', ')
  return `${upperFirst(label)}: ${we} làm việc ${hours}${why ? ` (${why})` : ''}.`
}

function closedWords(closed: NonNullable<OfficeDay['closed']>, we: string): string {
  if (closed.kind === 'holiday') return `${we} nghỉ (${closed.name})`
  return closed.kind === 'closure' ? `${we} tạm nghỉ (${closed.reason})` : `${we} nghỉ hằng tuần`
}

/** Somebody who asks for the afternoon is told plainly when the office is open in the morning only. */
function partLine(day: (OfficeDay & { day: string }) | undefined, part: DayPart): string[] {
  if (!day || day.openings.length === 0) return []
  const { name, from, until } = parts[part]
  const isOpen = day.openings.some(
    ({ opens, closes }) => opens < momentAt(day.day, until) && closes > momentAt(day.day, from),
  )
  return isOpen ? [] : [`${name} nghỉ.`]
}

function nowLine({ time, now, today }: Telling): string[] {
  const opening = time.openingAt(now)
  if (opening) return [`Bây giờ đang mở cửa, đến ${clock(opening.closes)}.`]
  const next = time.nextOpening(now)
  if (!next || time.stretchesOn(today).closed) return []
  return [`Bây giờ đang đóng cửa, mở ${vietnamDay(next) === today ? `lúc ${clock(next)}` : `lại ${momentOf(next)}`}.`]
}

/** A day off by name is certain; that an ordinary day is worked is certain only in a year that is entered completely. */
function isReckoned({ closed }: OfficeDay): boolean {
  return closed === null || closed.kind === 'rest'
}

function unknownLine({ time, ward, we }: Telling, years: readonly number[]): string[] {
  const unknown = [...new Set(years)].filter(year => !time.isKnown(year)).sort((a, b) => a - b)
  if (unknown.length === 0) return []
  return [`Lịch nghỉ năm ${unknown.join(', ')} ${we} chưa nhập đủ; gọi ${ward.phone} trước khi đi.`]
}

function namesOf({ names }: Break): string {
  const named = names.filter(name => !standIn.test(name))
  return (named.length > 0 ? named : names).join(', ')
}

function spanOf({ from, until }: Break): string {
  return from === until ? dayOf(from) : `từ ${dayOf(from)} đến hết ${dayOf(until)}`
}

function lengthOf({ from, until }: Break): string {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1
  return days === 1 ? '' : `, ${days} ngày kể cả ngày nghỉ hằng tuần`
}

function dayOf(day: string): string {
  return `${weekdays[weekdayOf(day)]} ${formatDate(day)}`
}

function momentOf(moment: Date): string {
  return `${clock(moment)} ${dayOf(vietnamDay(moment))}`
}

function clock(moment: Date): string {
  return vietnamTime(moment).replace(/^0/, '')
}
