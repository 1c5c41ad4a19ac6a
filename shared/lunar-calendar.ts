/**
 * The Vietnamese lunar calendar, reckoned for the meridian of Vietnam (UTC+7): it differs from the Chinese one in some
 * years. New moons and the sun's place after J. Meeus, Astronomical Algorithms, chapters 25 and 49; right from 1900 to 2100.
 */
import { yearOf } from './vietnam-time.ts'

export interface LunarDay {
  day: number
  month: number
  /** The month is the second one of its number. */
  isLeap: boolean
  year: number
}

const MONTH_DAYS = 29.530588861
const FIRST_NEW_MOON = 2451550.09766
const AHEAD_DAYS = 7 / 24
/** Earth's clock runs behind the even one by about this much in our time, in days. */
const CLOCK_LAG = 70 / 86_400
const MOST_DAYS_IN_COMMON_YEAR = 365

/** @param day ISO, as it is at the ward */
export function lunarDayOf(day: string): LunarDay {
  const number = dayNumber(day)
  let moon = Math.floor((number - FIRST_NEW_MOON) / MONTH_DAYS) + 1
  while (newMoonDay(moon) > number) moon--
  const start = newMoonDay(moon)
  const solarYear = yearOf(day)
  const isBeforeWinter = winterMonth(solarYear) > start
  const from = winterMonth(isBeforeWinter ? solarYear - 1 : solarYear)
  const until = winterMonth(isBeforeWinter ? solarYear : solarYear + 1)
  const passed = Math.round((start - from) / MONTH_DAYS)
  const leap = until - from > MOST_DAYS_IN_COMMON_YEAR ? leapMonth(from) : null
  const count = leap !== null && passed >= leap ? passed - 1 : passed
  const month = ((count + 10) % 12) + 1
  const year = (isBeforeWinter ? solarYear : solarYear + 1) - (count < 2 ? 1 : 0)
  return { day: number - start + 1, month, isLeap: passed === leap, year }
}

const STEMS = ['Canh', 'Tân', 'Nhâm', 'Quý', 'Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ']
const BRANCHES = ['Thân', 'Dậu', 'Tuất', 'Hợi', 'Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi']

/** "17 tháng 10 năm Bính Ngọ", "mùng 1 tháng Giêng năm Đinh Mùi", "rằm tháng 7 nhuận năm …". */
export function sayLunarDay(day: string): string {
  const { day: date, month, isLeap, year } = lunarDayOf(day)
  const dateWords = date === 15 ? 'rằm' : date <= 10 ? `mùng ${date}` : `${date}`
  const monthWords = month === 1 ? 'Giêng' : month === 12 ? 'Chạp' : `${month}`
  return `${dateWords} tháng ${monthWords}${isLeap ? ' nhuận' : ''} năm ${STEMS[year % 10]} ${BRANCHES[year % 12]}`
}

/** "17/10 âm lịch"; "15/6 nhuận âm lịch". */
export function formatLunarDay(day: string): string {
  const { day: date, month, isLeap } = lunarDayOf(day)
  return `${date}/${month}${isLeap ? ' nhuận' : ''} âm lịch`
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000 + 2_440_588
}

/** First day of the month that holds the winter solstice of a solar year: always the eleventh. */
function winterMonth(year: number): number {
  const lastDay = dayNumber(`${year}-12-31`)
  let moon = Math.floor((lastDay - FIRST_NEW_MOON) / MONTH_DAYS) + 1
  while (newMoonDay(moon) > lastDay) moon--
  return sunSector(newMoonDay(moon)) >= 9 ? newMoonDay(moon - 1) : newMoonDay(moon)
}

/** How many months after the winter month the first one lies in which the sun enters no new sector. */
function leapMonth(winterStart: number): number {
  const moon = Math.round((winterStart - FIRST_NEW_MOON) / MONTH_DAYS)
  for (let count = 1; count < 13; count++)
    if (sunSector(newMoonDay(moon + count)) === sunSector(newMoonDay(moon + count + 1))) return count
  return 13
}

/** Twelfth of its way that the sun is in as a day begins in Vietnam; 9 begins with the winter solstice. */
function sunSector(day: number): number {
  const centuries = (day - 0.5 - AHEAD_DAYS - 2_451_545) / 36_525
  const anomaly = radians(357.52911 + 35_999.05029 * centuries)
  const centre =
    (1.914602 - 0.004817 * centuries) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * centuries) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly)
  const node = radians(125.04 - 1934.136 * centuries)
  const longitude = 280.46646 + 36_000.76983 * centuries + centre - 0.00569 - 0.00478 * Math.sin(node)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** The day in Vietnam on which a new moon falls. @param moon counted from January 2000 */
function newMoonDay(moon: number): number {
  const t = moon / 1236.85
  const e = 1 - 0.002516 * t
  const sun = radians(2.5534 + 29.1053567 * moon)
  const self = radians(201.5643 + 385.81693528 * moon + 0.0107582 * t * t)
  const height = radians(160.7108 + 390.67050284 * moon - 0.0016118 * t * t)
  const node = radians(124.7746 - 1.56375588 * moon + 0.0020672 * t * t)
  const terms: [number, number][] = [
    [-0.4072, self],
    [0.17241 * e, sun],
    [0.01608, 2 * self],
    [0.01039, 2 * height],
    [0.00739 * e, self - sun],
    [-0.00514 * e, self + sun],
    [0.00208 * e * e, 2 * sun],
    [-0.00111, self - 2 * height],
    [-0.00057, self + 2 * height],
    [0.00056 * e, 2 * self + sun],
    [-0.00042, 3 * self],
    [0.00042 * e, sun + 2 * height],
    [0.00038 * e, sun - 2 * height],
    [-0.00024 * e, 2 * self - sun],
    [-0.00017, node],
  ]
  const moment =
    FIRST_NEW_MOON +
    MONTH_DAYS * moon +
    0.00015437 * t * t +
    terms.reduce((sum, [size, angle]) => sum + size * Math.sin(angle), 0)
  return Math.floor(moment - CLOCK_LAG + 0.5 + AHEAD_DAYS)
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
