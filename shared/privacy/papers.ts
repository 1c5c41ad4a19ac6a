/** Numbers with letters in them: e-mail addresses, insurance cards, passports, vehicle plates. */
import { maskOf, type PersonalDataClass } from './classes.ts'
import type { Finder, Reading } from './reading.ts'

const LOCAL = '(?<![a-z\\d._%+-])[a-z\\d._%+-]+'
const GAP = '[\\s.-]{0,2}'
const AT = '(?: ?@ ?| ?[(\\[] ?(?:at|a ?cong) ?[)\\]] ?| (?:a ?cong|at) )'
const DOT = '(?: ?\\. ?| ?[(\\[] ?(?:dot|cham) ?[)\\]] ?| (?:cham|dot) )'
const ENDING = '(?:com|vn|net|org|edu|gov|info|io|me)'
const PROVIDER = `(?:gmail|yahoo|hotmail|outlook|icloud)(?:${DOT}${ENDING}){0,2}`

const PATTERNS: [PersonalDataClass, RegExp][] = [
  ['email', new RegExp(`${LOCAL}@[a-z\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){0,5}`, 'dg')],
  ['email', new RegExp(`${LOCAL}${AT}(?:${PROVIDER}|[a-z\\d-]{1,63}(?:${DOT}${ENDING}){1,3})(?![a-z])`, 'dg')],
  // Two letters and thirteen digits (Quyết định 1351/QĐ-BHXH).
  ['health_insurance', new RegExp(`(?<![a-z])[a-z]{2}${GAP}\\d(?:${GAP}\\d){12}(?!\\d)`, 'dg')],
  ['passport', /(?:ho ?chieu|passport)[^\d\n]{0,20}?(?<![a-z])([a-z]{1,2}[ .-]?\d{6,9})(?!\d)/dg],
  ['passport', /(?<![a-z\d])[a-z]\d{7,8}(?![a-z\d])/dg],
  [
    'plate',
    /(?:bien ?so|bien kiem soat|bks|bsx)[^\d\n]{0,20}?(\d{2}[ -]{0,3}[a-z][a-z\d]?[ .-]{0,3}\d{3}[ .]?\d{1,2})(?!\d)/dg,
  ],
  ['plate', /(?<![a-z\d])\d{2}[ -]?[a-z][a-z\d]?[ -]{1,3}\d{3}\.\d{2}(?!\d)/dg],
  ['plate', /(?<![a-z\d])\d{2}-[a-z][a-z\d]? ?[-.]?\d{4,5}(?![\d/-])/dg],
  ['plate', /(?<![a-z\d])\d{2}[a-z][a-z\d]?[-.]\d{4,5}(?![\d/-])/dg],
  ['plate', /(?<![a-z\d])\d{2}-?(?!kg|km|m[23])[a-z][a-z\d]? ?\d{5}(?![\d/-])/dg],
]

export const paperFinders: Finder[] = PATTERNS.map(
  ([kind, pattern]) =>
    ({ plain }: Reading) =>
      [...plain.matchAll(pattern)].map(({ indices }) => {
        const [from, to] = indices?.[1] ?? indices?.[0] ?? [0, 0]
        return { from, to, mask: () => maskOf(kind) }
      }),
)
