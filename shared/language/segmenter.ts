/** Glued words: `dangkykhaisinh`, `hộchiếu`, `đkhokinhdoanh` are taken apart where the catalogue's own syllables meet. */
import { fold, unifyFinalY } from './letters.ts'
import type { Lexicon } from './lexicon.ts'

const LONGEST_SYLLABLE = 7
const LONGEST_GLUED_WORD = 60
/** In natural logarithms: a pair seen in the catalogue is worth about twenty times an unseen one. */
const PAIR_BONUS = 3
/** A piece costs as much as a rare syllable, so that few long pieces win over many short ones. */
const PIECE_COST = 9

interface Path {
  score: number
  cuts: number[]
  last: string
  pairs: number
}

/**
 * The pieces of a glued word as typed, or null when it does not fall wholly into known pieces.
 * @param typed normalised run of letters
 * @param isShortForm whether the piece is an abbreviation that is allowed inside glued words
 */
export function splitGlued(typed: string, lexicon: Lexicon, isShortForm: (piece: string) => boolean): string[] | null {
  if (typed.length > LONGEST_GLUED_WORD) return null
  const folded = fold(typed)
  if (folded.length !== typed.length) return null
  const best: (Path | null)[] = [{ score: 0, cuts: [], last: '', pairs: 0 }]
  for (let end = 1; end <= typed.length; end++) {
    best[end] = null
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const before = best[start]
      if (!before) continue
      const piece = unifyFinalY(folded.slice(start, end))
      const count = lexicon.count(piece)
      if (count === 0 && !isShortForm(typed.slice(start, end))) continue
      const pair = lexicon.hasPair(before.last, piece) ? 1 : 0
      const score = before.score + Math.log(count + 1) - PIECE_COST + pair * PAIR_BONUS
      const rival = best[end]
      if (!rival || score > rival.score)
        best[end] = { score, cuts: [...before.cuts, end], last: piece, pairs: before.pairs + pair }
    }
  }
  const path = best[typed.length]
  if (!path || path.cuts.length < 2) return null
  // Two pieces that were never neighbours are a foreign word more often than a glued one.
  if (path.pairs === 0 && !isShortForm(typed.slice(0, path.cuts[0]))) return null
  return path.cuts.map((end, index) => typed.slice(path.cuts[index - 1] ?? 0, end))
}
