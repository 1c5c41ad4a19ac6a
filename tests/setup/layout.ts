/** What the eye would see at once on a page, and a test would not. */
import type { Page } from 'playwright-core'

/** What sticks out of its card or lies over its neighbour, what is headed by nothing, and words of the machine. */
export function findBlemishes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element): boolean => element.getClientRects().length > 0
    const name = (element: Element): string => `${element.className} “${(element.textContent ?? '').slice(0, 40)}”`
    const found: string[] = []
    for (const card of document.querySelectorAll('.card, .rows, .notice, .sheet-body')) {
      const { left, right } = card.getBoundingClientRect()
      for (const inner of card.querySelectorAll('*')) {
        if (!isShown(inner) || inner.closest('.visually-hidden, svg')) continue
        const box = inner.getBoundingClientRect()
        if (box.right > right + 1 || box.left < left - 1) found.push(`sticks out: ${name(inner)}`)
      }
    }
    const blocks = [...document.querySelectorAll('main article > *, main article .card > *')].filter(
      one => isShown(one) && getComputedStyle(one).position === 'static',
    )
    for (const block of blocks) {
      const next = block.nextElementSibling
      if (!next || !isShown(next) || next.closest('.player')) continue
      if (block.getBoundingClientRect().bottom > next.getBoundingClientRect().top + 1)
        found.push(`overlaps: ${name(next)}`)
    }
    for (const heading of document.querySelectorAll('main :is(h1, h2, h3)')) {
      if (!heading.textContent?.trim()) found.push('an empty heading')
      const section = heading.closest('section, details')
      if (section && (section.textContent ?? '').trim() === heading.textContent?.trim())
        found.push(`heads nothing: ${name(heading)}`)
    }
    const words = document.querySelector('main')?.textContent ?? ''
    for (const [slip] of words.matchAll(/undefined|\bnull\b|NaN|\[object|Invalid Date|\.\.(?!\.)| ,|;\./g))
      found.push(`says “${slip}”`)
    return [...new Set(found)]
  })
}
