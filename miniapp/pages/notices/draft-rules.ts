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

interface Beginning {
  /** Null: a photo of the paper, or nothing. */
  template: NoticeTemplate | null
  areas: string[]
  now: Date
}

export function beginDraft(beginning: Beginning): PhoneDraft {
  const draft = beginWriting(beginning)
  return {
    ...{ key: newKey(), saved: null, corrects: null, hasOwnExpiry: false, draft },
    ...(beginning.template ? { starter: beginning.template } : {}),
    changedAt: beginning.now.getTime(),
  }
}

/** Moves the proposed end along with the day, unless somebody chose another. */
export function followDay(given: PhoneDraft, now: Date): PhoneDraft {
  if (given.hasOwnExpiry) return given
  return { ...given, draft: { ...given.draft, expiresAt: proposeExpiry(given.draft, now, startersOf(given)) } }
}

/** What it began with, for what the rules know of it. */
export function startersOf({ starter }: Pick<PhoneDraft, 'starter'>): NoticeTemplate[] {
  return starter ? [starter] : []
}

/** What a kind colleague would say; what stops the notice comes first. */
export function hintsOn(given: Pick<PhoneDraft, 'draft' | 'starter'>, now: Date): Advice[] {
  const ownHosts = [new URL(origin || window.location.origin).hostname]
  return adviseOnWriting(given.draft, { now, ownHosts, starters: startersOf(given) })
}
