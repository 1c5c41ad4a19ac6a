/** What is new on a page is looked at and read out: the view goes to the top, the focus to the heading. */
import { type RefObject, useEffect, useRef } from 'react'

/** @param what names what is shown; @returns to be put on what holds the heading */
export function useFocusOnNews(what: string): RefObject<HTMLDivElement> {
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(what)
  useEffect(() => {
    if (shown.current === what) return
    shown.current = what
    window.scrollTo(0, 0)
    place.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [what])
  return place
}
