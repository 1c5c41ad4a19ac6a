/** A written Vietnamese text as it is read out: no digit, no sign and no short form is left to guess at. */
import { officeAbbreviations } from './abbreviations.ts'
import { sayDigits, sayNumber } from './numbers.ts'

type Rule = [RegExp, (...found: string[]) => string]

const LETTERS: Record<string, string> = {
  A: 'a', Ă: 'á', Â: 'ớ', B: 'bê', C: 'xê', D: 'dê', Đ: 'đê', E: 'e', Ê: 'ê', F: 'ép', G: 'giê', H: 'hát', I: 'i',
  J: 'gi', K: 'ca', L: 'lờ', M: 'mờ', N: 'nờ', O: 'o', Ô: 'ô', Ơ: 'ơ', P: 'pê', Q: 'quy', R: 'rờ', S: 'ét', T: 'tê',
  U: 'u', Ư: 'ư', V: 'vê', W: 'vê kép', X: 'ích', Y: 'y dài', Z: 'dét',
} // biome-ignore format: one glance

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

const ADDRESS = String.raw`(?<=(?:số nhà|nhà|số|hẻm|ngõ|ngách|kiệt|kiệt số|đường|lô)\s{1,2})`

/** In order: what comes first may hold what comes later. */
const RULES: Rule[] = [
  [/https?:\/\/\S+|(?<![\p{L}\d@])(?:[a-z\d-]+\.)+(?:vn|com|net|org|me|info|gov)(?:\/\S*)?/giu, () => ''],
  [/[•·☐*_#]+\s*/g, () => ' '],
  [new RegExp(String.raw`${ADDRESS}(\d{1,4})((?:\/\d{1,4})+)`, 'giu'), (_, first, rest) => sayHouse(`${first}${rest}`)],
  [/(?:ngày\s+)?(?<![\d/])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/])/giu, (all, day, month, year) => sayDate(all, day, month, year)],
  [/(?:ngày\s+)?(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/giu, (all, day, month) => sayDate(all, day, month)],
  [/(?<!\d)(\d{1,2})\s?(?::|h|g|giờ)\s?([0-5]\d)(?:\s?(?:ph|phút|p)(?!\p{L}))?(?!\d)/giu, (_, hour, minute) => sayTime(hour, minute)],
  [/(?<!\d)(\d{1,2})\s?[hg](?![\p{L}\d])/giu, (_, hour) => sayTime(hour, '00')],
  [/(?<!\d)(?:\+84|0)(?:[ .]?\d){8,10}(?!\d)|(?<!\d)1[89]00(?:[ .]?\d){4,6}(?!\d)|(?<![\d.,])11[1-5](?![\d.,]*\d)/g, number => sayDigits(number.replace('+84', '0'))],
  [/(?<=\d\s?)đ\s?\/\s?(?=\p{L})/gu, () => ' đồng một '],
  [/(đồng|nghìn)\s?\/\s?(?=\p{L})/gu, (_, unit) => `${unit} một `],
  [/(?<=\d\s?)(km|kg|cm|mm|m²|m2|m³|m3|ml|ha)(?![\p{L}\d])/gu, unit => ` ${UNITS[unit] ?? unit}`],
  [/(?<=\d\s?)m(?![\p{L}\d²³])/gu, () => ' mét'],
  [/(?<=\d\s?)đ(?![\p{L}\d])/gu, () => ' đồng'],
  [/(?<=\d\s?)°C/g, () => ' độ'],
  [/(?<![\d.,])(\d{1,3}(?:\.\d{3})+)(?![\d]|\.\d)/g, amount => sayNumber(Number(amount.replace(/\./g, '')))],
  [/(?<![\d.,])(\d{1,6}),(\d{1,3})(?!\d)/g, (_, whole, part) => `${sayNumber(Number(whole))} phẩy ${part.length > 1 ? sayDigits(part) : sayNumber(Number(part))}`],
  [/(?<=\d\s?|\p{L}\s)%/gu, () => ' phần trăm'],
  [/\bTP\.\s?/g, () => 'thành phố '],
  [/\bP\.\s?(?=\p{L}|\d)/gu, () => 'phường '],
  [/\bQ\.\s?(?=\p{L}|\d)/gu, () => 'quận '],
  [/(?<=(?:quý|khóa|kỳ|thế kỷ|lần|chương|loại|đợt|phần|hạng|cấp)\s)([IVXLC]{1,6})(?![\p{L}])/giu, roman => sayNumber(readRoman(roman.toUpperCase()))],
  [/(?<![\p{L}\d])(\p{Lu}{2,8})(?![\p{L}\d])/gu, short => officeAbbreviations[short] ?? spellOut(short)],
  [/(?<![\p{L}\d])(\p{Lu}{1,3})[-.]?(\d{1,4})(?![\p{L}\d])/gu, (_, letters, digits) => `${spell(letters)} ${sayWhole(digits)}`],
  [/(?<!\p{L})(\d{1,4})(\p{Lu})(?![\p{L}\d])/gu, (_, digits, letter) => `${sayWhole(digits)} ${spell(letter)}`],
  [/\bVNeID\b/g, () => 'vê nờ e i đi'],
  [/(?<=\p{L}|\d)\s*[–—]\s*(?=\p{L}|\d)/gu, () => ' đến '],
  [/(?<=\d)\s*-\s*(?=\d)/g, () => ' đến '],
  [/\d+/g, digits => sayWhole(digits)],
  [/(?<=\p{L})\s*\/\s*(?=\p{L})/gu, () => ' hoặc '],
  [/&/g, () => ' và '],
  [/\+/g, () => ' cộng '],
  [/[/\\|~^<>{}[\]=@"“”]/g, () => ' '],
  [/[()]/g, () => ', '],
] // biome-ignore format: one rule a line

const UNITS: Record<string, string> = {
  km: 'ki lô mét', kg: 'ki lô gam', cm: 'xen ti mét', mm: 'mi li mét', 'm²': 'mét vuông', m2: 'mét vuông',
  'm³': 'mét khối', m3: 'mét khối', ml: 'mi li lít', ha: 'héc ta',
} // biome-ignore format: one glance

/** Words only, with the stops that a speaker breathes at. Addresses of pages are left out: they are for eyes. */
export function toSpokenWords(text: string): string {
  const words = RULES.reduce(
    (said, [pattern, say]) => said.replace(pattern, (...found) => say(...found)),
    text.normalize('NFC'),
  )
  return words
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/([,;:])(?:\s*[,;:])+/g, '$1')
    .replace(/[,;:]\s*([.!?])/g, '$1')
    .replace(/^[\s,;:.]+|[\s,;:]+$/g, '')
    .trim()
}

/** "ngày 5 tháng 12 năm 2026"; impossible days stay numbers. */
function sayDate(all: string, day: string, month: string, year?: string): string {
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12)
    return sayHouse(all.replace(/ngày\s+/iu, ''))
  const date = `ngày ${Number(day) <= 10 ? 'mùng ' : ''}${sayNumber(Number(day))} tháng ${sayMonth(Number(month))}`
  return year ? `${date} năm ${sayNumber(Number(year))}` : date
}

function sayMonth(month: number): string {
  return month === 4 ? 'tư' : sayNumber(month)
}

function sayTime(hour: string, minute: string): string {
  const minutes = Number(minute)
  return `${sayNumber(Number(hour))} giờ${minutes === 0 ? '' : ` ${sayNumber(minutes)} phút`}`
}

function sayHouse(numbers: string): string {
  return numbers
    .split(/[/.-]/)
    .map(part => sayWhole(part))
    .join(' trên ')
}

/** Nought at the front, or too long to be an amount: digit by digit. */
function sayWhole(digits: string): string {
  return /^0\d/.test(digits) || digits.length > 9 ? sayDigits(digits) : sayNumber(Number(digits))
}

/** A word in capitals is spoken as a word. */
function spellOut(short: string): string {
  return /[AĂÂEÊIOÔƠUƯY]/.test(short.normalize('NFD')) ? short : spell(short)
}

function spell(letters: string): string {
  return [...letters].map(letter => LETTERS[letter.toUpperCase()] ?? letter).join(' ')
}

function readRoman(roman: string): number {
  const values = [...roman].map(sign => ROMAN[sign] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
