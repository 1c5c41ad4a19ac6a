/** Which questions are alike, whatever marks they were typed with: for officers, who would read each of them else. */
import { analysePhrase } from '../language/index.ts'
import { featuresOf, isContentFeature, isSyllableFeature } from './features.ts'

export interface Wording {
  id: string
  text: string
}

/** Cosine from which two wordings ask the same thing. */
const ALIKE_FROM = 0.6
/** Pairs tell the order of words, which people do not keep; single words tell the matter. */
const PAIR_SHARE = 0.4
/** The power of a word's weight: what is asked of a matter counts far less than the matter. */
const SMALL_WORDS = 2.5
/** Words after these say no more about what is asked. */
const LONGEST = 400

type Vector = ReadonlyMap<string, number>

/** What was made of the wordings that were known last time; it holds those of no others. */
export type Remembered = Map<string, { text: string; vector: Vector }>

/**
 * Puts each of `fresh` beside what is most like it: a wording of `known`, or an earlier one of `fresh` that stands alone.
 * The same input always gets the same answer.
 * @param remembered brought up to date; reading thousands of wordings anew takes the better part of a second
 * @returns for every fresh wording the id of the one it goes with; its own id where nothing is like it
 */
export function groupAlike(
  known: readonly Wording[],
  fresh: readonly Wording[],
  remembered: Remembered = new Map(),
): Map<string, string> {
  const leaders: string[] = []
  const postings = new Map<string, { leader: number; share: number }[]>()
  const lead = (id: string, vector: Vector): void => {
    const leader = leaders.push(id) - 1
    for (const [feature, share] of vector) {
      const list = postings.get(feature)
      if (list) list.push({ leader, share })
      else postings.set(feature, [{ leader, share }])
    }
  }
  const before = new Map(remembered)
  remembered.clear()
  for (const { id, text } of known) {
    const same = before.get(id)
    const vector = same?.text === text ? same.vector : toVector(text)
    remembered.set(id, { text, vector })
    lead(id, vector)
  }
  const groups = new Map<string, string>()
  for (const { id, text } of fresh) {
    const vector = toVector(text)
    const cosines = new Map<number, number>()
    for (const [feature, share] of vector)
      for (const { leader, share: other } of postings.get(feature) ?? [])
        cosines.set(leader, (cosines.get(leader) ?? 0) + share * other)
    let best: { leader: number; cosine: number } | null = null
    for (const [leader, cosine] of cosines) if (cosine > (best?.cosine ?? 0)) best = { leader, cosine }
    const found = best && best.cosine >= ALIKE_FROM ? leaders[best.leader] : undefined
    groups.set(id, found ?? id)
    if (found === undefined) lead(id, vector)
  }
  return groups
}

/** Of length one. What holds no words of ours is like everything else that holds none. */
function toVector(text: string): Map<string, number> {
  const words = analysePhrase(text.slice(0, LONGEST))
  const vector = new Map<string, number>()
  let squares = 0
  for (const [feature, { weight }] of featuresOf([words])) {
    if (!isContentFeature(feature)) continue
    const share = weight ** SMALL_WORDS * (isSyllableFeature(feature) ? 1 : PAIR_SHARE)
    vector.set(feature, share)
    squares += share ** 2
  }
  if (squares === 0) return new Map([['', 1]])
  const norm = Math.sqrt(squares)
  for (const [feature, weight] of vector) vector.set(feature, weight / norm)
  return vector
}
