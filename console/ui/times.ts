/** Moments and people as an office reads of them. */
const MOMENT = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const TIME = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })
const DAY_MS = 86_400_000
const DAY = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** @param iso a moment as the contract gives it; null: never @param now for the tests */
export function sayMoment(iso: string | null, now = Date.now()): string {
  if (!iso) return 'Chưa lần nào'
  const day = sayDay(iso)
  const near = day === DAY.format(now) ? 'hôm nay' : day === DAY.format(now - DAY_MS) ? 'hôm qua' : null
  return near ? `${TIME.format(new Date(iso))} ${near}` : sayExactMoment(iso)
}

/** With its date, whatever today is: for what is kept as proof. */
export function sayExactMoment(iso: string): string {
  return MOMENT.format(new Date(iso))
}

export function sayDay(iso: string): string {
  return DAY.format(new Date(iso))
}

/** "Thứ Ba, 1 tháng 12, 2026". */
export function sayToday(): string {
  return new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'full' }).format(new Date())
}

export function sayMinutes(minutes: number): string {
  if (minutes < 1) return 'chưa tới một phút'
  if (minutes < 60) return `${minutes} phút`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} giờ`
  return `${Math.floor(minutes / (24 * 60))} ngày`
}

/** "Lê Soạn" of "Lê Soạn (le.soan)". */
export function sayName(label: string): string {
  return label.replace(/ \([^)]*\)$/, '')
}
