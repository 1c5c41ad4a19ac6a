/** Opening hours as people read them: days with the same hours on one line. */
import type { OpeningHours } from '../../shared/areas.ts'
import { type Html, html } from '../platform/http/index.ts'

const DAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật']

export function renderHours(hours: OpeningHours[]): Html {
  const groups: { from: number; to: number; times: string }[] = []
  for (let day = 1; day <= 7; day++) {
    const times = hours
      .filter(({ weekday }) => weekday === day)
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .join(', ')
    const last = groups.at(-1)
    if (last && last.times === times) last.to = day
    else groups.push({ from: day, to: day, times })
  }
  return html`<dl class="hours">${groups.map(({ from, to, times }) => html`<div><dt>${dayNames(from, to)}</dt><dd>${times || 'Nghỉ'}</dd></div>`)}</dl>`
}

function dayNames(from: number, to: number): string {
  const first = DAYS[from - 1] ?? ''
  const last = DAYS[to - 1] ?? ''
  return from === to ? first : `${first} đến ${last}`
}
