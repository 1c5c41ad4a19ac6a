/** What a new draft on the phone begins with, when it ends, and what is still missing before anybody can be shown it. */
import {
  type Advice,
  adviseOnWriting,
  beginWriting,
  type NoticeTemplate,
  proposeExpiry,
} from '../../../shared/notices/index.ts'
import { origin } from '../../api/index.ts'
import { newKey, type PhoneDraft } from './drafts.ts'
import type { WireDraft } from './wire.ts'

interface Beginning {
  /** Null: a photo of the paper, or nothing. */
  template: NoticeTemplate | null
  areas: string[]
  now: Date
}

export function beginDraft(beginning: Beginning): PhoneDraft {
  const draft = beginWriting(beginning)
  return { key: newKey(), saved: null, corrects: null, hasOwnExpiry: false, draft, changedAt: beginning.now.getTime() }
}

/** Moves the proposed end along with the day, unless somebody chose another. */
export function followDay(given: PhoneDraft, now: Date): PhoneDraft {
  if (given.hasOwnExpiry) return given
  return { ...given, draft: { ...given.draft, expiresAt: proposeExpiry(given.draft, now) } }
}

/** What a kind colleague would say; what stops the notice comes first. */
export function hintsOn(draft: WireDraft, now: Date): Advice[] {
  return adviseOnWriting(draft, { now, ownHosts: [new URL(origin || window.location.origin).hostname] })
}
