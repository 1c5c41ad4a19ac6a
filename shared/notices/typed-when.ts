/** Day, hours and place as a leader types them into the chat, where full dates have been masked on their way in. */
import { fold } from '../language/index.ts'
import { addDays, vietnamDay, weekdayOf, yearOf } from '../vietnam-time.ts'

export interface TypedWhen {
  day: string | null
  from: string | null
  until: string | null
}

/** As `shared/privacy` leaves a full date. */
const MASKED = /⟨ngày, (?:(hôm nay)|(\d+) ngày (nữa|trước))⟩/u
const DATE = /(?<![\d/.-])(\d{1,2})\s*(?:[/.-]|\s+thang\s+)\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?(?![\d/])/
const TIME = /(?<![\d/])(\d{1,2})\s*(?::|h|g(?![a-z])|gio)\s*(ruoi|[0-5]\d)?\s*(sang|trua|chieu|toi|dem)?/g
const WEEKDAY = /(?:thu\s*(hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat|cn))(?![a-z])/
const NUMBERS = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay']
const PLACE = /(?:^|[\n,.;]\s*|\s)(?:tại|ở|nơi|địa điểm)\s*:?\s+([^\n,;]{3,120})/iu

export function readTypedWhen(text: string, now: Date): TypedWhen {
  const plain = fold(text.normalize('NFC').toLowerCase())
  const times = [...plain.matchAll(TIME)].flatMap(match => toTime(match) ?? [])
  const [from = null, second = null] = times
  const until = from !== null && second !== null && second > from ? second : null
  const day = readDay(text, plain, vietnamDay(now))
  return { day, from: day === null ? null : from, until: day === null ? null : until }
}

function readDay(text: string, plain: string, today: string): string | null {
  const masked = MASKED.exec(text.normalize('NFC'))
  if (masked) return masked[1] ? today : addDays(today, Number(masked[2]) * (masked[3] === 'nữa' ? 1 : -1))
  const [, date, month, year] = DATE.exec(plain) ?? []
  if (date && month) return isoDay(today, Number(date), Number(month), year ? Number(year) : null)
  if (/(?<![a-z])(?:hom nay|toi nay|chieu nay|sang nay)(?![a-z])/.test(plain)) return today
  if (/(?<![a-z])(?:ngay mai|mai)(?![a-z])/.test(plain)) return addDays(today, 1)
  if (/(?<![a-z])(?:ngay kia|mot)(?![a-z])/.test(plain) && plain.includes('ngay kia')) return addDays(today, 2)
  const [, name, sunday] = WEEKDAY.exec(plain) ?? []
  if (!name && !sunday) return null
  const weekday = sunday ? 7 : /\d/.test(name ?? '') ? Number(name) - 1 : NUMBERS.indexOf(name ?? '') + 1
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  const isNextWeek = /tuan (?:sau|toi)/.test(plain)
  return addDays(today, ahead + (isNextWeek && ahead <= 7 - weekdayOf(today) ? 7 : 0))
}

/** Without a year: the next time it comes round. */
function isoDay(today: string, date: number, month: number, year: number | null): string | null {
  const inYear = (one: number): string | null => {
    const day = new Date(Date.UTC(one, month - 1, date))
    return day.getUTCMonth() === month - 1 && day.getUTCDate() === date ? day.toISOString().slice(0, 10) : null
  }
  if (year !== null) return inYear(year)
  const thisYear = inYear(yearOf(today))
  return thisYear !== null && thisYear < today ? inYear(yearOf(today) + 1) : thisYear
}

function toTime([, hour = '', minute = '', part = '']: RegExpMatchArray): string[] | null {
  let hours = Number(hour)
  if (hours > 23) return null
  if ((part === 'chieu' || part === 'toi' || part === 'dem') && hours < 12) hours += 12
  const minutes = minute === 'ruoi' ? '30' : minute || '00'
  return [`${String(hours).padStart(2, '0')}:${minutes}`]
}

/** "… tại nhà văn hóa tổ 12"; null: no place is named. */
export function readTypedPlace(text: string): string | null {
  const place = PLACE.exec(text.normalize('NFC'))?.[1]?.replace(/[\s.]+$/, '')
  return place && /\p{L}/u.test(place) ? place.charAt(0).toUpperCase() + place.slice(1) : null
}
