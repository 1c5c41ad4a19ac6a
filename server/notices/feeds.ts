/** Notices of an area for other programs: RSS 2.0 to be told of news, iCalendar (RFC 5545) to keep the dates. */
import { composeNoticePage, momentsOf, type PublicNotice } from '../../shared/notices/index.ts'

const xml = (text: string): string =>
  text
    .replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
    // Not allowed in XML at all, escaped or not.
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

export function renderRss(
  notices: readonly PublicNotice[],
  { areaName, pageUrl, feedUrl }: { areaName: string; pageUrl: string; feedUrl: string },
): string {
  const items = notices.map(notice => {
    const page = toPage(notice)
    const words = [...page.facts.map(({ label, value }) => `${label}: ${value}`), ...page.paragraphs].join('\n')
    return `<item><title>${xml(page.badge ? `${page.badge}: ${page.title}` : page.title)}</title><link>${xml(`${notice.url}?tu=rss`)}</link>
<guid isPermaLink="false">${xml(notice.code)}</guid><pubDate>${notice.sentAt.toUTCString()}</pubDate>
<category>${xml(page.kindName)}</category><description>${xml(words)}</description></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(`Thông báo · ${areaName}`)}</title>
<link>${xml(pageUrl)}</link><description>${xml(`Thông báo cho bà con ${areaName}`)}</description><language>vi</language><ttl>15</ttl>
<atom:link href="${xml(feedUrl)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`
}

export function toPage(notice: PublicNotice): ReturnType<typeof composeNoticePage> {
  return composeNoticePage({ ...notice, corrects: notice.corrects })
}

/** Only what has a day. @param now when the file is made */
export function renderCalendar(notices: readonly PublicNotice[], { name, now }: { name: string; now: Date }): string {
  const events = notices.flatMap(notice => {
    const event = momentsOf(notice.fields)
    if (!event) return []
    const days = (moment: Date, later = 0) =>
      new Date(moment.getTime() + 7 * 3600_000 + later * 86_400_000).toISOString().slice(0, 10).replace(/-/g, '')
    const times = event.isWholeDay
      ? [`DTSTART;VALUE=DATE:${days(event.start)}`, `DTEND;VALUE=DATE:${days(event.end, 1)}`]
      : [`DTSTART:${stamp(event.start)}`, `DTEND:${stamp(event.end)}`]
    return [
      'BEGIN:VEVENT',
      `UID:${notice.code}@${new URL(notice.url).hostname}`,
      `DTSTAMP:${stamp(now)}`,
      ...times,
      `SUMMARY:${text(notice.fields.title)}`,
      ...(notice.fields.place ? [`LOCATION:${text(notice.fields.place)}`] : []),
      `DESCRIPTION:${text(`${notice.fields.what}\n${notice.sender}, ${notice.wardName} · ${notice.code}`)}`,
      `URL:${notice.url}`,
      `STATUS:${notice.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      'END:VEVENT',
    ]
  })
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua//Thong bao//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function stamp(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function text(words: string): string {
  return words.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\n/g, '\\n')
}

const MOST_OCTETS = 75

/** No line is longer than 75 octets, and no letter is cut. */
function fold(line: string): string {
  const parts: string[] = ['']
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > MOST_OCTETS) {
      parts.push(' ')
      octets = 1
    }
    parts[parts.length - 1] += letter
    octets += size
  }
  return parts.join('\r\n')
}
