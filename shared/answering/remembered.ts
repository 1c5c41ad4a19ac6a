/** The same question is put several times within one turn, by one skill after another: it is worked out once. */

const MOST_REMEMBERED = 16

/**
 * Answers from memory where the text is one of the last few asked.
 * @param work pure, and its result is never changed by whoever gets it
 */
export function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = work(text)
    const [oldest] = known.keys()
    if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest)
    known.set(text, result)
    return result
  }
}
