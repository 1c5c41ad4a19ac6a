/** A starter: what is usually written for one occasion, with "…" where the leader fills in. */
import type { Rsvp, Urgency } from '../fields.ts'
import type { NoticeKind } from '../kinds.ts'

/** A fact without which this notice helps nobody. */
export type AskedField = 'day' | 'from' | 'until' | 'place' | 'who' | 'bring'

export interface NoticeTemplate {
  /** Never changes: notices remember it. */
  key: string
  kind: NoticeKind
  /** What the leader looks for. */
  name: string
  title: string
  what: string
  who: string | null
  bring: string | null
  urgency: Urgency
  rsvp: Rsvp
  asks: readonly AskedField[]
  /** Proposed end: so many days after the last day of the event, or after today where no day is asked. */
  expiresAfterDays: number
}

type Starter = Omit<NoticeTemplate, 'who' | 'bring' | 'urgency' | 'rsvp' | 'expiresAfterDays'> & Partial<NoticeTemplate>

export function starter(given: Starter): NoticeTemplate {
  return { who: null, bring: null, urgency: 'ordinary', rsvp: 'none', expiresAfterDays: 0, ...given }
}
