/** Long answers as several messages. */
import { messageLength } from '../messages.ts'

/** Code points. */
const longestPage = 2000

/** Cuts between lines only; what has to stay together comes as one, as far as one message can hold it. */
export function paginate(lines: readonly string[]): string[] {
  return join(
    lines.flatMap(line => divide(line, longestPage)),
    '\n',
    longestPage,
  )
}

/**
 * A record may hold pages where a line is expected. Cut where its author broke the line, else after a sentence, else
 * between words. No word is lost.
 * @param most code points; what is not longer stays as it is
 */
export function divide(line: string, most: number): string[] {
  if (messageLength(line) <= most) return [line]
  for (const [end, joint] of ENDS) {
    const parts = line.split(end).filter(Boolean)
    if (parts.length > 1) return join(parts, joint, most).flatMap(part => divide(part, most))
  }
  const letters = [...line]
  return [letters.slice(0, most).join(''), ...divide(letters.slice(most).join(''), most)]
}

const ENDS = [
  [/\n/, '\n'],
  [/(?<=[.;:?!])\s/, ' '],
  [/\s/, ' '],
] as const

/** As many together as there is room for. */
function join(parts: readonly string[], joint: string, most: number): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const longer = last === undefined ? part : `${last}${joint}${part}`
    if (last !== undefined && messageLength(longer) <= most) joined[joined.length - 1] = longer
    else joined.push(part)
  }
  return joined
}
