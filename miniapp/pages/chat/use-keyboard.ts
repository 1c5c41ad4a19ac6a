/**
 * The keyboard on the screen of a phone: some browsers shrink the page for it, others lay it over the page. Either way the
 * field stays in sight and the bar at the bottom makes room.
 */
import { type RefObject, useEffect } from 'react'

/** Nothing else on a phone takes so much of the height. In pixels. */
const LEAST_HEIGHT = 120
const CLASS = 'keyboard-open'

/** @param field that the keyboard is for */
export function useKeyboard(field: RefObject<HTMLElement>): void {
  useEffect(() => {
    const root = document.documentElement
    const view = window.visualViewport
    let tallest = { width: window.innerWidth, height: window.innerHeight }
    const look = (): void => {
      const { innerWidth: width, innerHeight: height } = window
      if (tallest.width !== width || tallest.height < height) tallest = { width, height }
      const isTyping = document.activeElement === field.current
      // A page that was drawn larger with two fingers shows less of itself too.
      const seen = view ? view.height * view.scale : height
      const isOpen = isTyping && tallest.height - seen > LEAST_HEIGHT
      const covered = isOpen && view ? Math.max(0, Math.round(height - view.offsetTop - seen)) : 0
      root.classList.toggle(CLASS, isOpen)
      root.style.setProperty('--keyboard', `${covered}px`)
    }
    look()
    const targets = [window, ...(view ? [view] : [])]
    for (const target of targets) target.addEventListener('resize', look)
    view?.addEventListener('scroll', look)
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      for (const target of targets) target.removeEventListener('resize', look)
      view?.removeEventListener('scroll', look)
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
      root.classList.remove(CLASS)
      root.style.removeProperty('--keyboard')
    }
  }, [field])
}
