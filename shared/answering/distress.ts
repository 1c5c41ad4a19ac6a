/** Words of somebody at the end of their strength. Danger is another matter: see `findEmergency`. */
import {
  analysePhrase,
  createPhrasebook,
  distressWhenMarked,
  distressWords,
  listed,
  namesLikeDistress,
  type WeighedWord,
} from '../language/index.ts'

/** "Khai sinh" are two. */
const MOST_WORDS_BESIDE = 1

const phrases = createPhrasebook<'always' | 'when marked' | null>([
  ...listed(namesLikeDistress, null),
  ...listed(distressWords, 'always' as const),
  ...listed(distressWhenMarked, 'when marked' as const),
])

/** Whether a person should hear a kind word, and somebody of the office be told. Any text; never throws. */
export function isDistressed(text: string): boolean {
  return findDistress(analysePhrase(text)).length > 0
}

/** The message holds little else: there is no question in it to be answered. */
export function isOnlyDistress(text: string): boolean {
  const words = analysePhrase(text)
  const found = findDistress(words)
  const rest = words.filter(
    ({ role }, index) => role !== 'filler' && !found.some(({ start, end }) => index >= start && index < end),
  )
  return found.length > 0 && rest.length <= MOST_WORDS_BESIDE
}

function findDistress(words: readonly WeighedWord[]) {
  return phrases
    .find(words)
    .filter(
      ({ meaning, start, end }) =>
        meaning === 'always' || (meaning === 'when marked' && !words.slice(start, end).every(({ bare }) => bare)),
    )
}
