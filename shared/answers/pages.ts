/** Long answers as several messages. */
import { messageLength } from '../messages.ts'

/** Code points. */
const longestPage = 2000

/** Cuts between lines only; what has to stay together comes as one. */
export function paginate(lines: readonly string[]): string[] {
  const pages: string[] = []
  for (const line of lines) {
    const last = pages.at(-1)
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last !== undefined && messageLength(joined) <= longestPage) pages[pages.length - 1] = joined
    else pages.push(line)
  }
  return pages
}
