/** What is being done to a guide, read off what lies there. */
import type { DraftState, GuideState } from './draft.ts'

/** @param revision what is in force; null: nothing */
export function guideState({
  draft,
  scheduled,
  revision,
}: {
  draft: { state: DraftState; isRetirement: boolean } | null
  scheduled: object | null
  revision: number | null
}): GuideState {
  if (draft?.isRetirement) return 'retiring'
  if (draft) return draft.state === 'submitted' ? 'submitted' : 'draft'
  if (scheduled) return 'scheduled'
  return revision === null ? 'retired' : 'published'
}
