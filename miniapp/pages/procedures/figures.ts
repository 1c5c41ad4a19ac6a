/** Figures as they are read in Vietnam. */
const WARD_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

/** `2026-07-18` as `18/07/2026`. */
export function formatDate(isoDay: string): string {
  return isoDay.split('-').reverse().join('/')
}

/** The day at the ward of a moment, as `18/07/2026`. */
export function formatMoment(moment: string): string {
  return formatDate(WARD_DAY.format(new Date(moment)))
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
