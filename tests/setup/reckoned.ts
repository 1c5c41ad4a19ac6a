/**
 * Takes out of an answer whatever the office's own time says: days, hours, breaks, promises. Each is reckoned anew for
 * the moment of the answer; one that is wrong stays in the text, where its figures have no source.
 */
import type { OpeningHours, WardProfile } from '../../shared/areas.ts'
import type { OfficeCalendar } from '../../shared/calendars.ts'
import { createOfficeTime, type OfficeTime, type Opening } from '../../shared/office-time.ts'
import { addDays, momentAt, vietnamDay, vietnamTime, weekdayOf } from '../../shared/vietnam-time.ts'

export interface Office {
  profile: WardProfile
  calendar: OfficeCalendar
}

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']
const SHORT_WEEKDAYS = ['', 'thứ 2', 'thứ 3', 'thứ 4', 'thứ 5', 'thứ 6', 'thứ 7', 'chủ nhật']
const DATE = String.raw`((?:thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật) \d{2}/\d{2}/\d{4})`
const SOON = String.raw`(?:(?:sáng|trưa) )?(?:nay|mai|hôm nay|ngày mai|(?:thứ \p{L}+|Chủ nhật) \(\d{1,2}/\d{1,2}\))`
const HOURS_TO_ANSWER = 2
const HOUR_MS = 3600_000

type Check = (groups: string[], before: string) => boolean

/** @param moments when the answer may have been made: one of them has to fit */
export function withoutReckoned(text: string, office: Office, moments: readonly Date[]): string {
  const [shortest] = moments.map(now => takeOut(text, office, now)).sort((a, b) => a.length - b.length)
  return shortest ?? text
}

function takeOut(text: string, { profile, calendar }: Office, now: Date): string {
  const time = createOfficeTime(profile.openingHours, calendar)
  return rules(time, profile, calendar, now).reduce(
    (rest, [pattern, isTrue]) =>
      rest.replace(pattern, (found: string, ...more: unknown[]) => {
        const at = more.findIndex(one => typeof one === 'number')
        const groups = more.slice(0, at).map(group => (typeof group === 'string' ? group : ''))
        return isTrue(groups, text.slice(0, Math.max(0, text.indexOf(found)))) ? ' ' : found
      }),
    text,
  )
}

function rules(time: OfficeTime, profile: WardProfile, calendar: OfficeCalendar, now: Date): [RegExp, Check][] {
  const today = vietnamDay(now)
  const isBreak: Check = ([first = '', last = '', length = '']) => {
    const [from, until] = [isoOf(first), isoOf(last || first)]
    const found = from === null ? null : time.breakAt(from)
    const days = from && until ? (Date.parse(until) - Date.parse(from)) / (24 * HOUR_MS) + 1 : 0
    return found?.from === from && found?.until === until && (length === '' || Number(length) === days)
  }
  return [
    [
      new RegExp(
        `(?:(Hôm nay|Ngày mai), )?${DATE}: \\p{L}+(?: \\p{L}+)? làm việc ([\\d:–, ]+)(?: \\((.*)\\))?\\.`,
        'giu',
      ),
      isOpenDay,
    ],
    [
      new RegExp(
        `(?:(Hôm nay|Ngày mai), )?${DATE}: \\p{L}+(?: \\p{L}+)? (nghỉ hằng tuần|(?:tạm )?nghỉ \\(.*\\))\\.`,
        'giu',
      ),
      isClosedDay,
    ],
    [new RegExp(`Mở lại (\\S+) ${DATE}\\.`, 'giu'), isReopening],
    [/Bây giờ đang mở cửa, đến (\d{1,2}:\d{2})\./g, ([closes]) => clock(time.openingAt(now)?.closes) === closes],
    [
      new RegExp(`Bây giờ đang đóng cửa, mở (?:lúc|lại) (\\d{1,2}:\\d{2})(?: ${DATE})?\\.`, 'giu'),
      ([opens = '', day = '']) => isMoment(time.nextOpening(now), opens, day === '' ? today : isoOf(day)),
    ],
    [new RegExp(`từ ${DATE} đến hết ${DATE}(?:, (\\d+) ngày kể cả ngày nghỉ hằng tuần)?`, 'giu'), isBreak],
    [new RegExp(`(?:• |nghỉ )${DATE}`, 'giu'), isBreak],
    [/Lịch nghỉ năm ([\d, ]+)(?=\D)/g, ([years = '']) => years.split(',').every(year => !time.isKnown(Number(year)))],
    [/Chưa có lịch nghỉ (.+?) năm (\d{4})/g, ([name = '', year]) => !isEntered(calendar, name, Number(year))],
    [new RegExp(`trước (\\d{1,2}) giờ (${SOON})`, 'gu'), isPromise],
    [/(Thứ \d|Chủ nhật)(?: đến (thứ \d|chủ nhật))?: ([\d:–, ]+)$/gmu, isUsual],
    ...calendar.years.map(({ source }): [RegExp, Check] => [literally(source), () => true]),
    ...calendar.years.flatMap(({ days }) => days.map(({ name }): [RegExp, Check] => [literally(name), () => true])),
  ]

  function isOpenDay([label = '', date = '', hours = '', why = '']: string[]): boolean {
    const day = isoOf(date)
    if (!day || !isLabelled(day, label)) return false
    const { openings, worksBecause, season } = time.stretchesOn(day)
    return hours.trim() === hoursOf(openings) && why === [worksBecause, season].filter(Boolean).join(', ')
  }

  function isClosedDay([label = '', date = '', said = '']: string[]): boolean {
    const day = isoOf(date)
    const closed = day && isLabelled(day, label) ? time.stretchesOn(day).closed : null
    if (!closed) return false
    if (closed.kind === 'rest') return said === 'nghỉ hằng tuần'
    return said.endsWith(`nghỉ (${closed.kind === 'holiday' ? closed.name : closed.reason})`)
  }

  function isLabelled(day: string, label: string): boolean {
    const words = day === today ? 'hôm nay' : day === addDays(today, 1) ? 'ngày mai' : ''
    return label.toLowerCase() === words
  }

  /** The first opening after the last day that was spoken of. */
  function isReopening([opens = '', date = '']: string[], before: string): boolean {
    const spokenOf = [...before.matchAll(new RegExp(DATE, 'giu'))].at(-1)?.[0]
    const from = spokenOf ? momentAt(isoOf(spokenOf) ?? today, '23:59') : now
    return isMoment(time.nextOpening(from), opens, isoOf(date))
  }

  function isPromise([hour = '', words = '']: string[]): boolean {
    const open = time.addOpenTime(now, HOURS_TO_ANSWER * 60)
    if (!open) return false
    const wholeMinutes = Math.floor(open.getTime() / 60_000) * 60_000
    const due = new Date(Math.ceil(wholeMinutes / HOUR_MS) * HOUR_MS)
    const day = vietnamDay(due)
    const [, month, date] = day.split('-').map(Number)
    const isNamed = words.endsWith(`${WEEKDAYS[weekdayOf(day)]} (${date}/${month})`)
    const isRight = day === today ? /nay$/.test(words) : day === addDays(today, 1) ? /mai$/.test(words) : isNamed
    return isRight && Number(hour) === Number(vietnamTime(due).slice(0, 2)) && vietnamTime(due).endsWith(':00')
  }

  function isUsual([first = '', last = '', hours = '']: string[]): boolean {
    const from = SHORT_WEEKDAYS.indexOf(first.toLowerCase())
    const to = last === '' ? from : SHORT_WEEKDAYS.indexOf(last)
    const days = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    return days.every(day => usualHours(profile.openingHours, day) === hours.trim())
  }
}

/** Null when the day is not the weekday it is said to be. */
function isoOf(date: string): string | null {
  const [, weekday, day, month, year] = /^(.+) (\d{2})\/(\d{2})\/(\d{4})$/.exec(date) ?? []
  const iso = `${year}-${month}-${day}`
  return weekday && WEEKDAYS[weekdayOf(iso)]?.toLowerCase() === weekday.toLowerCase() ? iso : null
}

function isMoment(moment: Date | null, opens: string, day: string | null): boolean {
  return moment !== null && vietnamDay(moment) === day && clock(moment) === opens
}

function isEntered({ years }: OfficeCalendar, name: string, year: number): boolean {
  return years.some(one => one.year === year && one.days.some(day => day.kind === 'off' && day.name.includes(name)))
}

function hoursOf(openings: readonly Opening[]): string {
  return openings.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`).join(', ')
}

function usualHours(hours: readonly OpeningHours[], weekday: number): string {
  return hours
    .filter(one => one.weekday === weekday)
    .map(({ opens, closes }) => [opens, closes].map(time => time.replace(/^0/, '')).join('–'))
    .join(', ')
}

function clock(moment: Date | undefined): string {
  return moment ? vietnamTime(moment).replace(/^0/, '') : ''
}

function literally(words: string): RegExp {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g')
}
