/** Repair of a question's words: short forms written out, glued words taken apart, slips corrected. */
import { abbreviations, wordsAfter } from './data/index.ts'
import { type Spelling, spell } from './letters.ts'
import type { Lexicon } from './lexicon.ts'
import { splitGlued } from './segmenter.ts'
import { correctSyllable } from './speller.ts'
import { isSyllable } from './syllables.ts'
import type { Word } from './words.ts'

const shortForms = new Map(Object.entries(abbreviations))
const SHORTEST_GLUED_FORM = 2

/** Short forms written out; they stay as marked or bare as they were typed. The words of a record need no other repair. */
export function writeOut(words: readonly Word[]): Word[] {
  return words.flatMap((word, index) => {
    const meant = shortForms.get(word.typed)
    const isWord = wordsAfter[word.typed]?.includes(words[index - 1]?.folded ?? '')
    return meant === undefined || isWord
      ? [word]
      : respell(word, meant.toLowerCase().split(' ')).map(written => ({ ...written, bare: word.bare }))
  })
}

/** The words as they were most likely meant, by the lexicon's syllables and pairs. */
export function repair(words: readonly Word[], lexicon: Lexicon): Word[] {
  const isKnown = (word: Spelling) => lexicon.count(word.folded) > 0
  const parted = words.flatMap(word => {
    if (isKnown(word) || isSyllable(word.folded)) return [word]
    const pieces = splitGlued(word.typed, lexicon, isGluedShortForm)
    return pieces ? writeOut(respell(word, pieces)) : [word]
  })
  const repaired: Word[] = []
  for (const [index, word] of parted.entries()) {
    const isNumber = /^\p{N}/u.test(word.typed)
    const left = repaired.at(-1)?.folded ?? null
    const meant =
      isKnown(word) || isNumber ? null : correctSyllable(word.folded, left, parted[index + 1]?.folded ?? null, lexicon)
    repaired.push(meant === null ? word : { ...word, ...spell(meant) })
  }
  return repaired
}

function isGluedShortForm(piece: string): boolean {
  return piece.length >= SHORTEST_GLUED_FORM && shortForms.has(piece)
}

function respell(word: Word, pieces: readonly string[]): Word[] {
  return pieces.map((piece, index) => ({ ...spell(piece), opensClause: word.opensClause && index === 0 }))
}
