/** All guides as published, in one piece: what a phone reads on a day without a network. */
import type { Guides } from './guides.ts'
import { createMadeOnce, type MadeOnce } from './made-once.ts'

/** Without recordings: those are fetched while they are played. */
export function createGuideBook(guides: Guides): MadeOnce {
  return createMadeOnce('/api/guide-book', guides, ({ topics }) => ({
    guides: [...topics.values()].map(published => ({ ...published, recordings: [] })),
  }))
}
