/** How high the bar at the bottom is: with large letters its words take two lines. What stands above it has to know. */
import { useEffect } from 'react'

const NAME = '--bar-height'

export function useBarHeight(): void {
  useEffect(() => {
    const bar = document.querySelector<HTMLElement>('.bottom-bar')
    if (!bar || typeof ResizeObserver === 'undefined') return
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => style.setProperty(NAME, `${bar.offsetHeight}px`))
    observer.observe(bar)
    return () => {
      observer.disconnect()
      style.removeProperty(NAME)
    }
  }, [])
}
