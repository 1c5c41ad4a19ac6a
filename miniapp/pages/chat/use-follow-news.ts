/** Brings what is new into sight: the question at the top, the answer below it, read from its beginning. */
import { type RefObject, useEffect, useRef } from 'react'
import type { Line } from './conversation.ts'

/** @param log holds one element for each line */
export function useFollowNews(log: RefObject<HTMLElement>, lines: readonly Line[], isTroubled: boolean): void {
  const count = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `isTroubled` brings news of its own
  useEffect(() => {
    const isFirst = count.current === 0
    count.current = lines.length
    const asked = lines.map(({ from }) => from).lastIndexOf('person')
    const element = log.current?.children[asked]
    if (!element) return
    const isCalm = isFirst || window.matchMedia('(prefers-reduced-motion: reduce)').matches
    // The page sets its own beginning on the way in: it comes first.
    const frame = requestAnimationFrame(() =>
      element.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [log, lines, isTroubled])
}
