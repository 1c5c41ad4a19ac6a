/**
 * Masks what identifies a person, before a text is stored or logged. The class stays readable, and for dates the age,
 * so that "quá 60 ngày" can still be answered: `⟨ngày, 73 ngày trước⟩`. Time grows with the length of the text only.
 *
 * The office's own numbers in our answers never pass through here: only what people write does. Names of people are not
 * looked for: in Vietnamese nothing tells them from other words with any certainty.
 */
import { findAddresses } from './addresses.ts'
import { classesInMasked, type PersonalDataClass } from './classes.ts'
import { dateFinders } from './dates.ts'
import { keepers } from './keep.ts'
import { findNumbers, findPhone } from './numbers.ts'
import { paperFinders } from './papers.ts'
import { cover, type Finder, type Finding, type Reading, readText, rebuild } from './reading.ts'
import { findSpelledNumbers } from './spelled.ts'

export { classesInMasked, type PersonalDataClass } from './classes.ts'

/** What an earlier one finds is no more seen by the later ones. */
const BEFORE_NUMBERS: Finder[] = [...keepers, ...paperFinders, findAddresses, ...dateFinders]
const FINDERS: Finder[] = [...BEFORE_NUMBERS, findNumbers, findSpelledNumbers]

/**
 * Replaces identity, phone, insurance, card, account and tax numbers, passports, vehicle plates, e-mail and house
 * addresses, dates and years of birth by their class. Masking a masked text changes nothing.
 * @param now the moment dates and ages are measured from
 */
export function maskPersonalData(text: string, now: Date): string {
  const reading = readText(text)
  const parts = findAll(reading).map(({ from, to, mask }) => ({ ...placeOf(reading, from, to), words: mask(now) }))
  return rebuild(reading.text, parts)
}

/** The classes of personal data in a text, each once, in the order of their first places. */
export function findPersonalData(text: string): PersonalDataClass[] {
  return classesInMasked(maskPersonalData(text, new Date(0)))
}

/**
 * The Vietnamese telephone number that somebody gives, as `0xxxxxxxxx` (eleven digits when it is a fixed one).
 * @returns null when there is none
 */
export function readPhone(text: string): string | null {
  return findPhone(look(readText(text), BEFORE_NUMBERS).rest)
}

type Masked = Finding & { mask: NonNullable<Finding['mask']> }

/** What stands glued to something else comes to light once that is covered. */
const MOST_ROUNDS = 3

function findAll(reading: Reading): Masked[] {
  const all: Finding[] = []
  let rest = reading
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const looked = look(rest, FINDERS)
    if (looked.findings.length === 0) break
    all.push(...looked.findings)
    rest = looked.rest
  }
  return all.filter((finding): finding is Masked => finding.mask !== null).sort((a, b) => a.from - b.from)
}

function look(reading: Reading, finders: readonly Finder[]): { findings: Finding[]; rest: Reading } {
  const findings: Finding[] = []
  let rest = reading
  for (const find of finders) {
    const found = apart(find(rest))
    findings.push(...found)
    rest = cover(rest, found)
  }
  return { findings, rest }
}

/** Each begins where the one before it ends, at the earliest. */
function apart(findings: readonly Finding[]): Finding[] {
  let end = 0
  return [...findings]
    .sort((a, b) => a.from - b.from)
    .flatMap(finding => {
      const from = Math.max(finding.from, end)
      end = Math.max(end, finding.to)
      return from < finding.to ? [{ ...finding, from }] : []
    })
}

/** With the invisible characters inside and right behind, and with all of a character that stands for several. */
function placeOf({ places, text }: Reading, from: number, to: number): { from: number; to: number } {
  const last = places[to - 1] ?? 0
  const width = String.fromCodePoint(text.codePointAt(last) ?? 0).length
  return { from: places[from] ?? 0, to: Math.max(places[to] ?? 0, last + width) }
}
