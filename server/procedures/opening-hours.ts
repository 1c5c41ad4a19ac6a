/** Opening hours as people read them, days with the same hours on one line, and the days off to come. */
import { listDaysOff } from '../../shared/answers/index.ts'
import type { OpeningHours } from '../../shared/areas.ts'
import type { ServedWard } from '../platform/areas/index.ts'
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

export function renderDaysOff({ profile, calendar }: ServedWard, now: Date): Html {
  const { breaks, note } = listDaysOff({ ward: profile, calendar, now })
  return html`${breaks.length > 0 && html`<h3>Ngày nghỉ sắp tới</h3><ul>${breaks.map(line => html`<li>${line}</li>`)}</ul>`}${note.map(line => html`<p class="check">${line}</p>`)}`
}

function dayNames(from: number, to: number): string {
  const first = DAYS[from - 1] ?? ''
  const last = DAYS[to - 1] ?? ''
  return from === to ? first : `${first} đến ${last}`
}
