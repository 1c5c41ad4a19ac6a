/** Moments as an office reads them. */
const MOMENT = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const DAY = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** @param iso a moment as the contract gives it; null: never */
export function sayMoment(iso: string | null): string {
  return iso ? MOMENT.format(new Date(iso)) : 'Chưa lần nào'
}

export function sayDay(iso: string): string {
  return DAY.format(new Date(iso))
}

export function sayMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} phút`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} giờ`
  return `${Math.floor(minutes / (24 * 60))} ngày`
}
