/**
 * Masks what identifies a person, before a text is stored or logged. The class stays readable, and for dates the age,
 * so that "quá 60 ngày" can still be answered: `⟨ngày, 73 ngày trước⟩`.
 *
 * The office's own numbers in our answers never pass through here: only what people write does.
 */

interface MaskRule {
  pattern: RegExp
  mask: (match: RegExpExecArray, now: Date) => string
}

const digits = (text: string): string => text.replace(/\D/g, '')
const DAY_MS = 86_400_000

/** Separators people put inside numbers: space, dot, dash. */
const SEP = '[ .\\u00a0-]?'

const RULES: MaskRule[] = [
  {
    pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu,
    mask: () => '⟨email⟩',
  },
  // Health-insurance card: two letters and 13 digits (Quyết định 1351/QĐ-BHXH).
  {
    pattern: new RegExp(`(?<![\\p{L}\\d])[A-Za-z]{2}${SEP}\\d(?:${SEP}\\d){12}(?!\\d)`, 'gu'),
    mask: () => '⟨số thẻ BHYT⟩',
  },
  {
    pattern: /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g,
    mask: (m, now) => maskDate(Number(m[3]), Number(m[2]), Number(m[1]), now, m[0]),
  },
  {
    pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g,
    mask: (m, now) => maskDate(Number(m[1]), Number(m[2]), Number(m[3]), now, m[0]),
  },
  { pattern: new RegExp(`(?<![\\d+])\\+?\\d(?:${SEP}\\d){8,}(?!\\d)`, 'g'), mask: m => maskNumber(m[0]) },
  {
    pattern:
      /(?<![\p{L}\d])(?:số nhà|so nha|nhà số|nha so|(?:số|so)\s+\d[\d/]*[a-z]?\s+(?:đường|duong|ngõ|ngo|hẻm|hem|kiệt|kiet|phố|pho))\s*[^,.;\n?!]{1,60}/giu,
    mask: () => '⟨địa chỉ nhà⟩',
  },
]

/**
 * Replaces identity, phone, insurance and card numbers, e-mail and house addresses and full dates by their class.
 * @param now the moment dates are measured from
 */
export function maskPersonalData(text: string, now: Date): string {
  return RULES.reduce(
    (masked, { pattern, mask }) => masked.replace(pattern, (...args) => mask(asMatch(args), now)),
    text.normalize('NFC'),
  )
}

function asMatch(args: unknown[]): RegExpExecArray {
  return args.slice(
    0,
    args.findIndex(value => typeof value === 'number'),
  ) as unknown as RegExpExecArray
}

function maskNumber(written: string): string {
  const number = digits(written)
  if (/^\+?84\d{9}$/.test(written.replace(/[ .\u00a0-]/g, '')) || /^0\d{9}$/.test(number)) return '⟨số điện thoại⟩'
  if (number.length === 12 || number.length === 9) return '⟨số định danh⟩'
  if (number.length === 10) return '⟨số BHXH⟩'
  return '⟨dãy số⟩'
}

function maskDate(year: number, month: number, day: number, now: Date, written: string): string {
  const date = Date.UTC(year, month - 1, day)
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2200) return written
  const days = Math.floor((now.getTime() - date) / DAY_MS)
  if (days === 0) return '⟨ngày, hôm nay⟩'
  if (days < 0) return `⟨ngày, ${-days} ngày nữa⟩`
  return days < 730 ? `⟨ngày, ${days} ngày trước⟩` : `⟨ngày, ${Math.floor(days / 365.25)} năm trước⟩`
}
