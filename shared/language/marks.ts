/** Marks: whether a word is meant just as it is marked, or may be any word of the same letters. */
import type { Lexicon } from './lexicon.ts'
import type { Word } from './words.ts'

/** From this share of marked words on, whoever leaves a word bare means it so: "khai sinh" has no marks to leave out. */
const MARKED_SHARE = 0.5

/**
 * A word that the lexicon has with just these marks is meant with them; without any, only among marked words. One that
 * it does not have is a slip where the letters make a known pair, "khai sịnh", and otherwise a word of another field.
 */
export function trustMarks(words: readonly Word[], lexicon: Lexicon): Word[] {
  const isMarked = words.filter(isTypedWithMarks).length >= MARKED_SHARE * words.length
  const hasKnownPair = (index: number) => {
    const [left, word, right] = [words[index - 1], words[index], words[index + 1]]
    if (!word) return false
    return (
      (left !== undefined && lexicon.hasPair(left.folded, word.folded)) ||
      (right !== undefined && lexicon.hasPair(word.folded, right.folded))
    )
  }
  return words.map((word, index) => {
    const isKnown = lexicon.hasForm(word.toned)
    const isExact = word.bare ? isMarked && isKnown : isKnown || !hasKnownPair(index)
    return isExact ? { ...word, isExact } : word
  })
}

/** A stroke is a mark too; a short form written out, which has marks that nobody typed, is not marked by it. */
function isTypedWithMarks({ bare, toned, folded }: Word): boolean {
  return !bare || (toned !== folded && toned.replaceAll('đ', 'd') === folded)
}
