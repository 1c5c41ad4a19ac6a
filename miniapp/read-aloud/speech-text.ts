/** Written Vietnamese as it should be spoken: a voice takes "50.000" for a fraction and "CT01" for a word. */

/** In order: what comes first may hold what comes later. */
const RULES: [RegExp, string | ((...found: string[]) => string)][] = [
  [/[•·☐]\s*/g, ''],
  [/\b(?:ngày )?(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, (_, day, month, year) => `ngày ${+day} tháng ${+month} năm ${year}`],
  [/\b(\d{1,2}):(\d{2})\b/g, (_, hour, minute) => (minute === '00' ? `${+hour} giờ` : `${+hour} giờ ${+minute}`)],
  [/(\d(?: giờ(?: \d+)?)?)\s*[–-]\s*(?=\d)/g, '$1 đến '],
  [/\b(?:0\d{1,3}(?:[ .]?\d{2,4}){2,3}|1[89]00(?:[ .]?\d{2,4}){1,2})\b/g, number => spell(number.replace(/\D/g, ''))],
  [/\b\d{1,3}(?:\.\d{3})+(?!\d|\.\d)/g, amount => amount.replace(/\./g, '')],
  [/(đồng|nghìn)\/(?=\p{L})/gu, '$1 một '],
  [/(\p{L})\/(?=\p{L})/gu, '$1 hoặc '],
  [/(\d)\s*%/g, '$1 phần trăm'],
  [/(\d)\s*m²/g, '$1 mét vuông'],
  [/\b(\p{Lu}{1,3})(\d{1,3})\b/gu, (_, letters, digits) => spell(letters + digits)],
  [/\bUBND\b/g, 'Ủy ban nhân dân'],
  [/\bHĐND\b/g, 'Hội đồng nhân dân'],
  [/\bCCCD\b/g, 'căn cước công dân'],
  [/\bCMND\b/g, 'chứng minh nhân dân'],
  [/\bBHYT\b/g, 'bảo hiểm y tế'],
  [/\bBHXH\b/g, 'bảo hiểm xã hội'],
  [/\s+/g, ' '],
]

export function toSpoken(text: string): string {
  const spoken = RULES.reduce(
    (words, [pattern, by]) =>
      typeof by === 'string' ? words.replace(pattern, by) : words.replace(pattern, (...found) => by(...found)),
    text,
  )
  return spoken.trim()
}

/** Letter by letter, digit by digit. */
function spell(text: string): string {
  return [...text].join(' ')
}

/** More than this in one breath, and some voices stop in the middle. */
const LONGEST = 180

/** Lines as breaths: each short enough to be spoken whole, and to be begun again after a pause. */
export function toBreaths(lines: readonly string[]): string[] {
  return lines.flatMap(line => breakUp(toSpoken(line))).filter(breath => /[\p{L}\p{N}]/u.test(breath))
}

function breakUp(text: string): string[] {
  const breaths: string[] = []
  for (const part of text.match(/[^.;:!?]+[.;:!?]*\s*|[.;:!?]+/g) ?? []) {
    const last = breaths[breaths.length - 1]
    if (last !== undefined && (last + part).length <= LONGEST) breaths[breaths.length - 1] = last + part
    else breaths.push(part)
  }
  return breaths.map(breath => breath.trim())
}
