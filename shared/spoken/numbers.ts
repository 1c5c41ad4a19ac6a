/** Numbers in Vietnamese words, as a loudspeaker must have them. */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const SCALES = ['', 'nghìn', 'triệu', 'tỷ']
/** Beyond, a number is a row of digits. */
const MOST = 999_999_999_999

/** "21" as "hai mươi mốt", "1.250.000" as "một triệu hai trăm năm mươi nghìn". @param value whole, 0 or more */
export function sayNumber(value: number): string {
  if (value > MOST) return sayDigits(String(value))
  if (value === 0) return 'không'
  const groups: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(rest % 1000)
  return groups
    .flatMap((group, index) => {
      if (group === 0) return []
      const scale = SCALES[groups.length - 1 - index] ?? ''
      return [sayGroup(group, index > 0), ...(scale ? [scale] : [])]
    })
    .join(' ')
}

/** "0905" as "không chín không năm". Anything but digits is left out. */
export function sayDigits(digits: string): string {
  return [...digits.replace(/\D/g, '')].map(digit => DIGITS[Number(digit)]).join(' ')
}

/** @param isInside something greater was said before: hundreds are said even when there are none */
function sayGroup(group: number, isInside: boolean): string {
  const hundreds = Math.floor(group / 100)
  const rest = group % 100
  const words: string[] = []
  if (hundreds > 0 || isInside) words.push(DIGITS[hundreds] ?? '', 'trăm')
  if (rest > 0) words.push(...sayTens(rest, words.length > 0))
  return words.join(' ')
}

function sayTens(value: number, isAfterHundreds: boolean): string[] {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return [...(isAfterHundreds ? ['linh'] : []), DIGITS[ones] ?? '']
  const tensWords = tens === 1 ? ['mười'] : [DIGITS[tens] ?? '', 'mươi']
  if (ones === 0) return tensWords
  if (ones === 1 && tens > 1) return [...tensWords, 'mốt']
  if (ones === 4 && tens > 1) return [...tensWords, 'tư']
  if (ones === 5) return [...tensWords, 'lăm']
  return [...tensWords, DIGITS[ones] ?? '']
}
