/**
 * One whole day as a calendar file (RFC 5545), marked as not certain. Written here: the library for it weighs ten
 * kilobytes on the wire, and this is all that a phone needs of it.
 */
import { addDays } from '../../../shared/vietnam-time.ts'

export interface CalendarEntry {
  /** The same entry keeps its id: a later file replaces the earlier one. */
  id: string
  /** ISO. */
  day: string
  title: string
  text: string
  /** Null: not known. */
  place: string | null
  url: string
  madeAt: Date
}

export function writeCalendar({ id, day, title, text, place, url, madeAt }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua//vi',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${madeAt.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${bare(day)}`,
    `DTEND;VALUE=DATE:${bare(addDays(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    `URL:${url}`,
    'STATUS:TENTATIVE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}

function bare(day: string): string {
  return day.replace(/-/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

const MOST_OCTETS = 75

/** No line is longer than 75 octets; what goes on begins with a space, which counts. No letter is cut in two. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let length = 0
  for (const letter of line) {
    const octets = encoder.encode(letter).length
    if (length + octets > MOST_OCTETS) {
      folded += '\r\n '
      length = 1
    }
    folded += letter
    length += octets
  }
  return folded
}
