/** What a question's words weigh: its topic words fully, its aspect words half, its small words less. */
import type { Aspect } from '../procedures.ts'
import { detectAspects, findAspectWords } from './aspects.ts'
import { addressingWords, fillerWords, joiningWords, synonyms } from './data/index.ts'
import type { Lexicon } from './lexicon.ts'
import { trustMarks } from './marks.ts'
import { createPhrasebook, listed } from './phrasebook.ts'
import { repair, writeOut } from './repair.ts'
import { splitWords, type Word } from './words.ts'

const ASPECT_WEIGHT = 0.5
const FILLER_WEIGHT = 0.35
const SYNONYM_WEIGHT = 0.5
const MOST_WORDS = 160

export interface WeighedWord extends Word {
  role: 'topic' | 'aspect' | 'filler'
  /** 1 for a topic word. */
  weight: number
}

export interface Analysis {
  words: WeighedWord[]
  /** What everyday words in the question are called in the records; each run stands for itself. */
  widened: WeighedWord[][]
  aspects: Aspect[]
}

const fillers = createPhrasebook(listed([...addressingWords, ...fillerWords], 'filler'))
const joints = createPhrasebook(listed(joiningWords, 'joint'))
const widenings = createPhrasebook(
  synonyms.map(([said, meant]) => [said, weigh(splitWords(meant), SYNONYM_WEIGHT)] as const),
)

/** The weighed words of a catalogue phrase. */
export function analysePhrase(phrase: string): WeighedWord[] {
  return weigh(writeOut(splitWords(phrase)))
}

/** A question, repaired with the words of the catalogue it is put to. Bounded time for any input. */
export function analyseQuestion(question: string, lexicon: Lexicon): Analysis {
  const words = repair(writeOut(keepEnds(splitWords(question))), lexicon)
  return analyseWords(weigh(trustMarks(tellContent(words, lexicon), lexicon)))
}

/** The same question with only some of its words. */
export function keepWords({ words }: Analysis, isKept: (index: number) => boolean): Analysis {
  return analyseWords(words.filter((_, index) => isKept(index)))
}

/** The parts of a question between marks and joining words, each as a question of its own. */
export function splitClauses({ words }: Analysis): Analysis[] {
  const joining = joints.find(words)
  const starts = new Set([0, ...joining.map(({ end }) => end)])
  words.forEach((word, index) => {
    if (word.opensClause) starts.add(index)
  })
  const sorted = [...starts].sort((a, b) => a - b)
  const isJoint = (index: number) => joining.some(({ start, end }) => index >= start && index < end)
  return sorted
    .map((start, index) => words.slice(start, sorted[index + 1]).filter((_, offset) => !isJoint(start + offset)))
    .filter(clause => clause.length > 0)
    .map(analyseWords)
}

function analyseWords(words: WeighedWord[]): Analysis {
  return { words, widened: widenings.find(words).map(found => found.meaning), aspects: detectAspects(words) }
}

/**
 * Typed without marks a word of content can look like a small word; the catalogue's own pairs tell which it is. What may
 * join two clauses is left alone where there is something to join.
 */
function tellContent(words: readonly Word[], lexicon: Lexicon): Word[] {
  const joining = new Set(joints.find(words).map(({ start }) => start))
  const isContent = (index: number) => {
    const [left, word, right] = [words[index - 1], words[index], words[index + 1]]
    if (!word?.bare || (left && right && joining.has(index))) return false
    return (
      (left !== undefined && lexicon.isContentIn(left.folded, word.folded, 'right')) ||
      (right !== undefined && lexicon.isContentIn(word.folded, right.folded, 'left'))
    )
  }
  const small = new Set(fillers.find(words).flatMap(({ start, end }) => (end - start === 1 ? [start] : [])))
  return words.map((word, index) => (small.has(index) && isContent(index) ? { ...word, isContent: true } : word))
}

function weigh(words: readonly Word[], share = 1): WeighedWord[] {
  const weighed = words.map(
    (word): WeighedWord =>
      /^\p{N}+$/u.test(word.typed)
        ? { ...word, role: 'filler', weight: FILLER_WEIGHT * share }
        : { ...word, role: 'topic', weight: share },
  )
  const mark = (start: number, end: number, role: WeighedWord['role'], weight: number) => {
    for (const word of weighed.slice(start, end)) Object.assign(word, { role, weight: weight * share })
  }
  for (const { start, end } of fillers.find(words)) mark(start, end, 'filler', FILLER_WEIGHT)
  for (const { start, end } of findAspectWords(words)) mark(start, end, 'aspect', ASPECT_WEIGHT)
  return weighed
}

function keepEnds(words: Word[]): Word[] {
  return words.length <= MOST_WORDS ? words : [...words.slice(0, MOST_WORDS / 2), ...words.slice(-MOST_WORDS / 2)]
}
