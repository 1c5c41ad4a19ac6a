/** New codes, and codes that somebody may have meant. */
import { randomInt } from 'node:crypto'
import { CODE_SIGNS } from '../../../shared/links.ts'

const LENGTH = 6
const SIGNS = [...CODE_SIGNS]

/** @param pick a number from 0 to below what it is given */
export function mintCode(pick: (below: number) => number = randomInt): string {
  return Array.from({ length: LENGTH }, () => SIGNS[pick(SIGNS.length)]).join('')
}

/**
 * Codes that one slip away would have been spelled like this: a wrong sign, two signs swapped, one left out or one too
 * many. @param folded any text; empty for what is much too short or too long
 */
export function neighboursOf(folded: string): string[] {
  const signs = [...folded]
  if (Math.abs(signs.length - LENGTH) > 1) return []
  const found = new Set<string>()
  const add = (code: readonly string[]): void => {
    if (code.length === LENGTH && code.every(sign => SIGNS.includes(sign))) found.add(code.join(''))
  }
  for (let at = 0; at <= signs.length; at++) {
    const [before, here, after] = [signs.slice(0, at), signs[at], signs.slice(at + 1)]
    for (const sign of SIGNS) {
      if (here !== undefined) add([...before, sign, ...after])
      add([...before, sign, ...signs.slice(at)])
    }
    if (here === undefined) continue
    add([...before, ...after])
    const [next, ...rest] = after
    if (next !== undefined) add([...before, next, here, ...rest])
  }
  found.delete(folded)
  return [...found]
}
