/** Letters: what makes two spellings of one Vietnamese word equal. Pure text functions, the same in server and phone. */

/** Longer texts keep their beginning and their end: people tell the story first and ask last. */
const LONGEST_TEXT = 2400
const INVISIBLE = /\p{Cf}|\p{Cc}|\p{Variation_Selector}/gu
const MARKS = /\p{M}/gu
const TONES = new Map([
  ['\u0300', '2'],
  ['\u0301', '1'],
  ['\u0309', '3'],
  ['\u0303', '4'],
  ['\u0323', '5'],
])

/** What privacy masking puts in the place of a number or a name; its words were not the person's. */
const MASK = /⟨[^⟩]*⟩/g

/** NFC of the compatible forms, lower case, no masks, no invisible characters, white space as single spaces; bounded. */
export function normalise(text: string): string {
  const plain = keepEnds(keepEnds(text).replace(MASK, ' ').replace(/\s+/g, ' ').normalize('NFKC'))
  return plain.toLowerCase().replace(INVISIBLE, '').normalize('NFC')
}

function keepEnds(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT / 2)} ${text.slice(-LONGEST_TEXT / 2)}` : text
}

interface Letter {
  /** With its vowel mark, without its tone. */
  base: string
  /** Digit of the tone, or nothing. */
  tone: string
  /** Without any mark, đ as d. */
  folded: string
}

/** Every Vietnamese letter taken apart once: decomposing each text anew costs most of the time of reading it. */
const LETTERS = new Map(
  [...'aăâeêioôơuưyđ']
    .flatMap(vowel => ['', ...TONES.keys()].map(tone => takeApart((vowel + tone).normalize('NFC'))))
    .map(letter => [letter.written, letter]),
)

function takeApart(written: string): Letter & { written: string } {
  const marks = written.normalize('NFD')
  const tone = [...marks].find(mark => TONES.has(mark)) ?? ''
  const base = marks.replace(tone, '').normalize('NFC')
  return { written, base, tone: TONES.get(tone) ?? '', folded: marks.replace(MARKS, '').replace('đ', 'd') }
}

/** Without tone and vowel marks, đ as d. Letter for letter: the result of NFC text has the same length. */
export function fold(text: string): string {
  let folded = ''
  for (const letter of text)
    folded += LETTERS.get(letter)?.folded ?? (letter < '\u0080' ? letter : takeApart(letter).folded)
  return folded
}

/** What is looked for, and what it is looked for in: small letters without marks, one space between words. */
export function searchable(text: string): string {
  return fold(text.normalize('NFC').toLowerCase()).replaceAll(/\s+/gu, ' ').trim()
}

/** A single final y after a consonant (or qu) is written i: ký = kí, quý = quí. */
export function unifyFinalY(letters: string): string {
  return letters.endsWith('y') ? letters.replace(/([bcdđghklmnpqrstvx]|qu)y$/, '$1i') : letters
}

/** One written word in the forms that are compared. */
export interface Spelling {
  /** Lower-case, as typed. */
  typed: string
  /** Vowel marks kept, tone moved to a digit at the end, so that hoà equals hòa. */
  toned: string
  /** No marks at all. */
  folded: string
  /** Typed without any mark: it may stand for every toned form. */
  bare: boolean
  /** Bare, but the catalogue writes it beside its neighbour as a word of content: "vang" after "tam" is not "vâng". */
  isContent?: boolean
  /** Meant with just these marks: "vàng" is not "vắng". Otherwise it may be any word of the same letters. */
  isExact?: boolean
}

/** @param typed one run of letters and digits, normalised */
export function spell(typed: string): Spelling {
  let tone = ''
  let base = ''
  let folded = ''
  for (const written of typed) {
    const letter = LETTERS.get(written) ?? (written < '\u0080' ? null : takeApart(written))
    base += letter?.base ?? written
    folded += letter?.folded ?? written
    tone = letter?.tone || tone
  }
  const bare = tone === '' && folded === base.replaceAll('đ', 'd')
  return { typed, toned: unifyFinalY(base) + tone, folded: unifyFinalY(folded), bare }
}

/** Whether a typed word may be a dictionary word: the same tones, or, where that is allowed, no marks at all. */
export function mayStandFor(typed: Spelling, dictionary: Spelling, evenBare: boolean): boolean {
  return typed.folded === dictionary.folded && ((typed.bare && evenBare) || typed.toned === dictionary.toned)
}
