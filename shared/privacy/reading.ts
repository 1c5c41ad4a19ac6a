/**
 * A text as the finders read it: however it was typed, equal things look equal. Invisible characters are gone, letters
 * are small and without marks, every digit of every script is an ASCII digit, dashes and spaces are of one kind.
 */
export interface Reading {
  /** NFC, as it will be stored. */
  text: string
  plain: string
  /** As `plain`, letter for letter, but with the marks: "ngõ" is not "ngô". */
  marked: string
  /** Where each character of `plain` stands in `text`, and last the end of the text. */
  places: readonly number[]
}

/** Something found between two places of `plain`; `mask` is null for what must stay readable. */
export interface Finding {
  from: number
  to: number
  mask: ((now: Date) => string) | null
}

export type Finder = (reading: Reading) => Finding[]

/** Takes the place of what was found, so that it is not found again; never in a text. */
const COVER = '\0'
/** Stands for what is neither letter nor digit to us, such as emoji. */
const OTHER = '\ufffc'
const INVISIBLE = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]|(?!\s)\p{Cc}/u
const BLANK = /[\s\p{Z}\u2800]/u
const DASH = /[\p{Pd}\u2212\u00af]/u
const DOT = /[\u00b7\u2022\u2024\u2027\u3002\uff61]/u
const DIGIT = /\p{Nd}/u
/** Latin letters with every mark of Vietnamese lie below; each is taken apart once. */
const LAST_LATIN = 0x1fff

interface Letter {
  plain: string
  marked: string
}
const letters = new Map<number, Letter>()

export function readText(text: string): Reading {
  const composed = text.normalize('NFC')
  const plain: string[] = []
  const marked: string[] = []
  const places: number[] = []
  let place = 0
  for (const character of composed) {
    const letter = readLetter(character)
    for (let index = 0; index < letter.plain.length; index++) {
      plain.push(letter.plain[index] ?? '')
      marked.push(letter.marked[index] ?? '')
      places.push(place)
    }
    place += character.length
  }
  places.push(place)
  return readZeros({ text: composed, plain: plain.join(''), marked: marked.join(''), places })
}

function readLetter(character: string): Letter {
  const code = character.codePointAt(0) ?? 0
  const known = letters.get(code)
  if (known) return known
  const letter = takeApart(character, code)
  if (code <= LAST_LATIN) letters.set(code, letter)
  return letter
}

function takeApart(character: string, code: number): Letter {
  if (INVISIBLE.test(character)) return { plain: '', marked: '' }
  const same = (plain: string): Letter => ({ plain, marked: plain })
  if (character === '\n' || character === '\r') return same('\n')
  if (BLANK.test(character)) return same(' ')
  if (DASH.test(character)) return same('-')
  if (DOT.test(character)) return same('.')
  if (DIGIT.test(character)) return same(digitOf(code))
  const marked = character.normalize('NFKC').toLowerCase().normalize('NFC')
  if (marked.length === 1) return { marked, plain: withoutMarks(marked) }
  // "⑫", "⒊" and "⑷" hold digits; "½" and "㎡" do not.
  return same(/^[.()]?(\d+)[.()]?$/.exec(marked)?.[1] ?? OTHER)
}

function withoutMarks(letter: string): string {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd')
  return bare.length === 1 ? bare : letter
}

/** Unicode lists the ten digits of a script one after the other, from nought. */
function digitOf(code: number): string {
  let first = code
  while (DIGIT.test(String.fromCodePoint(first - 1))) first--
  return String((code - first) % 10)
}

/** "o912 34o 567": the letter o among digits is a nought. */
function readZeros(reading: Reading): Reading {
  const { plain, marked } = reading
  const zeros = [...marked.matchAll(/(?<![\p{L}\d])(?=o{0,3}\d)[\do]+(?![\p{L}])/gu)].filter(([run]) =>
    run.includes('o'),
  )
  if (zeros.length === 0) return reading
  const replace = (from: string) =>
    rebuild(
      from,
      zeros.map(({ index, 0: run }) => ({ from: index, to: index + run.length, words: run.replaceAll('o', '0') })),
    )
  return { ...reading, plain: replace(plain), marked: replace(marked) }
}

/** The same reading, in which what was found cannot be found again. */
export function cover(reading: Reading, findings: readonly Finding[]): Reading {
  if (findings.length === 0) return reading
  const covers = findings.map(({ from, to }) => ({ from, to, words: COVER.repeat(to - from) }))
  return { ...reading, plain: rebuild(reading.plain, covers), marked: rebuild(reading.marked, covers) }
}

/** @param parts in order, not overlapping */
export function rebuild(text: string, parts: readonly { from: number; to: number; words: string }[]): string {
  let end = 0
  const pieces = parts.flatMap(({ from, to, words }) => {
    const piece = [text.slice(end, from), words]
    end = to
    return piece
  })
  return [...pieces, text.slice(end)].join('')
}
