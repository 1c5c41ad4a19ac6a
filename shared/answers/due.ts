/** A full hour in the near future as people say it: "trước 16 giờ hôm nay", "trước 10 giờ sáng thứ Hai (23/11)". */
import { addDays, vietnamDay, vietnamTime, weekdayOf } from '../vietnam-time.ts'

const weekdays = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

export function sayBefore(moment: Date, now: Date): string {
  const day = vietnamDay(moment)
  const hour = Number(vietnamTime(moment).slice(0, 2))
  // From 13 on the part of the day is in the number itself.
  const part = hour < 12 ? 'sáng' : hour === 12 ? 'trưa' : null
  return ['trước', hour, 'giờ', ...sayDay(day, vietnamDay(now), part)].join(' ')
}

function sayDay(day: string, today: string, part: string | null): string[] {
  if (day === today) return part ? [part, 'nay'] : ['hôm nay']
  if (day === addDays(today, 1)) return part ? [part, 'mai'] : ['ngày mai']
  const [, month, date] = day.split('-').map(Number)
  return [...(part ? [part] : []), weekdays[weekdayOf(day)] ?? '', `(${date}/${month})`]
}
