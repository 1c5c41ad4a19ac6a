/** Words of a text in the order written, before anything is guessed about them. */
import { normalise, type Spelling, spell } from './letters.ts'

export interface Word extends Spelling {
  /** Stands first, or after a mark that ends a clause. */
  opensClause: boolean
}

/** Runs of letters and digits. Never throws; whatever is not a letter or digit only separates, a line end as a full stop does. */
export function splitWords(text: string): Word[] {
  const clean = normalise(text.replaceAll('\n', ' . '))
  const words: Word[] = []
  let end = 0
  for (const match of clean.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const between = clean.slice(end, match.index)
    words.push({ ...spell(match[0]), opensClause: words.length === 0 || /[,;.:?!…]/.test(between) })
    end = match.index + match[0].length
  }
  return words
}
