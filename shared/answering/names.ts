/** Names: the aliases and example questions that belong to one topic alone. Whoever says one is understood, however short it is. */
import { mayStandFor, type Spelling } from '../language/index.ts'
import type { Phrase } from './phrases.ts'

/** Whether these words, as they stand or without marks, are a phrase of exactly one topic. */
export type IsName = (words: readonly Spelling[]) => boolean

export function createNames(phrases: readonly Phrase[]): IsName {
  const byKey = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    if (phrase.topic === null || !phrase.colloquial) continue
    const key = keyOf(phrase.words)
    byKey.set(key, [...(byKey.get(key) ?? []), phrase])
  }
  return words => {
    const meant = (byKey.get(keyOf(words)) ?? []).filter(phrase =>
      phrase.words.every((expected, index) => {
        const typed = words[index]
        return typed !== undefined && mayStandFor(typed, expected, true)
      }),
    )
    return new Set(meant.map(({ topic }) => topic)).size === 1
  }
}

function keyOf(words: readonly Spelling[]): string {
  return words.map(({ folded }) => folded).join(' ')
}
