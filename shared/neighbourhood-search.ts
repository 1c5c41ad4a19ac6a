/** Finds a neighbourhood by whatever people call it or live along; marks and capitals make no difference. */
import type { AreaNameKind, Neighbourhood } from './areas.ts'
import { fold, normalise } from './language/index.ts'

export interface Find {
  neighbourhood: Neighbourhood
  /** By which other name it was found; null: by its own. */
  by: Neighbourhood['otherNames'][number] | null
}

/** What people write short. */
const SHORT: Record<string, string[]> = { tdp: ['to', 'dan', 'pho'], kp: ['khu', 'pho'] }
/** Words that may stand in front of such a name or behind it, whether the ward wrote them down or not. */
const GENERIC: Record<AreaNameKind, string[]> = {
  name: [],
  street: ['duong', 'pho'],
  alley: ['hem', 'ngo', 'ngach', 'kiet', 'duong'],
  old: ['cu'],
}
const STREET_WORDS = new Set([...GENERIC.street, ...GENERIC.alley])
const EXACT = 2
const BEGUN = 1
/** "Tổ 1" may yet become "Tổ 12". */
const BEGUN_NUMBER = 0.5
const OWN_NAME = 0.5

/** @returns best first; all of them for an empty text */
export function findNeighbourhoods(all: readonly Neighbourhood[], text: string): Find[] {
  const wanted = wordsOf(text)
  return all
    .flatMap(neighbourhood => {
      const own = { by: null, worth: weigh(wanted, neighbourhood.name, null) + OWN_NAME }
      const others = neighbourhood.otherNames.map(by => ({ by, worth: weigh(wanted, by.name, by.kind) }))
      const best = [own, ...others].reduce((one, other) => (other.worth > one.worth ? other : one))
      return best.worth > 0 ? [{ neighbourhood, by: best.by, worth: best.worth }] : []
    })
    .sort((a, b) => b.worth - a.worth)
    .map(({ neighbourhood, by }) => ({ neighbourhood, by }))
}

/** Letters and figures are words of their own: "kp3" is "kp 3". */
function wordsOf(text: string): string[] {
  const words = fold(normalise(text)).match(/[a-z]+|\d+/g) ?? []
  return words.flatMap(word => SHORT[word] ?? [word])
}

/** @returns -1 where one of the words is not there */
function weigh(wanted: readonly string[], name: string, kind: AreaNameKind | null): number {
  const own = wordsOf(name)
  const words = kind ? [...own, ...GENERIC[kind]] : own
  const worthOf = (word: string): number => {
    if (words.includes(word)) return EXACT
    if (!words.some(one => one.startsWith(word))) return 0
    return isNumber(word) ? BEGUN_NUMBER : BEGUN
  }
  const missing = wanted.filter(word => worthOf(word) === 0)
  if (missing.length > 0 && !(isAddress(wanted, own, kind) && missing.every(isOfHouse))) return -1
  return wanted.reduce((worth, word) => worth + worthOf(word), 0)
}

/** Whoever types an address types the number of the house too: it may be missing where the rest names the place. */
function isAddress(wanted: readonly string[], own: readonly string[], kind: AreaNameKind | null): boolean {
  const named = wanted.filter(word => own.includes(word) && !STREET_WORDS.has(word))
  if (kind === 'street') return named.some(word => !isNumber(word))
  return kind === 'alley' && named.some(isNumber) && named.some(word => !isNumber(word))
}

/** "Số nhà 7". */
function isOfHouse(word: string): boolean {
  return isNumber(word) || word === 'so' || word === 'nha'
}

function isNumber(word: string): boolean {
  return /^\d/.test(word)
}
