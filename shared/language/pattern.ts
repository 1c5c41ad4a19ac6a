/** Patterns over words that may be typed with their marks or without: "con" is "còn" only where no marks are typed. */
import { fold, normalise } from './letters.ts'

export interface Pattern {
  marked: RegExp
  bare: RegExp
}

export function createPattern(words: string): Pattern {
  return { marked: new RegExp(words, 'u'), bare: new RegExp(fold(words), 'u') }
}

/** The pattern as it reads this text. */
export function patternFor(text: string, pattern: Pattern): RegExp {
  const words = normalise(text).trim()
  return pattern[words === fold(words) ? 'bare' : 'marked']
}
