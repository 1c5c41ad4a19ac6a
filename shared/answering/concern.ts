/** What somebody worries about, told apart from what they want done: going in another's place, being late, a missing paper. */
import {
  createPattern,
  fineWords,
  homeWords,
  latenessWords,
  lostPaper,
  missingPaper,
  normalise,
  patternFor,
  proxyWords,
  statedCircumstance,
  statedLack,
  worryWords,
} from '../language/index.ts'

/** `other`: something about the matter in hand that is none of these. */
export type Concern =
  | { kind: 'proxy' | 'late' | 'fine' | 'other' }
  | { kind: 'missing'; paper: string }
  | { kind: 'told'; circumstance: string }

const anyOf = (patterns: readonly string[]) => createPattern(`(?<!\\p{L})(?:${patterns.join('|')})(?!\\p{L})`)
// Marked, so that a program that never reads a worry carries none of these words.
const WITHOUT = /* @__PURE__ */ createPattern(`(?<!\\p{L})${missingPaper}(?!\\p{L})`)
const STATED = /* @__PURE__ */ createPattern(statedLack)
const TOLD = /* @__PURE__ */ createPattern(statedCircumstance)
const LOST = /* @__PURE__ */ createPattern(lostPaper)
const WORRIES = /* @__PURE__ */ anyOf(worryWords)
const KINDS = [
  ['fine', /* @__PURE__ */ anyOf(fineWords)],
  ['late', /* @__PURE__ */ anyOf(latenessWords)],
  ['proxy', /* @__PURE__ */ anyOf(proxyWords)],
  ['other', /* @__PURE__ */ anyOf(homeWords)],
] as const

/** `rest`: what is said besides; null: no such worry. Any text; never throws. */
export function readConcern(text: string): { concern: Concern; rest: string } | null {
  const words = normalise(text).replace(/\s+/g, ' ').trim()
  const missing = patternFor(text, WITHOUT).exec(words)
  if (missing?.[1]) return { concern: { kind: 'missing', paper: missing[1] }, rest: '' }
  const kind = KINDS.find(([, pattern]) => patternFor(text, pattern).test(words))?.[0]
  if (!kind) return null
  const worries = [...KINDS.filter(([one]) => one !== 'proxy').map(([, pattern]) => pattern), WORRIES]
  const rest = worries.reduce(
    (said, pattern) => said.replaceAll(new RegExp(patternFor(text, pattern), 'gu'), ' '),
    words,
  )
  return { concern: { kind }, rest: rest.replace(/\s+/g, ' ').trim() }
}

/** "Cháu nó sinh ở nhà, không có giấy chứng sinh": what is said besides, and the paper. Null: no such sentence. */
export function readLack(text: string): { paper: string; rest: string } | null {
  const words = normalise(text).replace(/\s+/g, ' ').trim()
  const [, rest = '', paper] = patternFor(text, STATED).exec(words) ?? []
  return paper === undefined ? null : { paper, rest: rest.trim() }
}

/** "Tôi đã ly hôn rồi": "ly hôn". Null: no such sentence. */
export function readCircumstance(text: string): string | null {
  const words = normalise(text).replace(/\s+/g, ' ').trim()
  return patternFor(text, TOLD).exec(words)?.[1] ?? null
}

/** "Sổ đỏ bị mất rồi": "mất". Null: no paper is lost or spoilt. */
export function readLoss(text: string): string | null {
  const words = normalise(text).replace(/\s+/g, ' ').trim()
  const [, before, after] = patternFor(text, LOST).exec(words) ?? []
  return before ?? after ?? null
}
