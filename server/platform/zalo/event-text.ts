import { maskPersonalData } from '../../../shared/privacy/index.ts'

/** In code points; Zalo's own limit for a person's message is lower. */
const TEXT_LIMIT = 5000

/**
 * What a person wrote, as it may be stored: NFC, cut to 5,000 code points, then masked.
 * @param now the moment the masks of dates are measured from
 * @returns null when nothing was written
 */
export function readEventText(text: string | undefined, now: Date): string | null {
  return text ? maskPersonalData(shorten(storable(text)), now) || null : null
}

/** PostgreSQL holds neither NUL nor half a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().normalize('NFC')
}

function shorten(text: string): string {
  return text.length <= TEXT_LIMIT ? text : [...text.slice(0, 2 * TEXT_LIMIT)].slice(0, TEXT_LIMIT).join('')
}
