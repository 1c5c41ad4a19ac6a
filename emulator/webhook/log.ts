import { createRing, type Ring } from '../world/ring.ts'

export interface Attempt {
  at: string
  status: number | null
  milliseconds: number
  error: string | null
}

/** What became of one event. */
export interface LoggedEvent {
  id: number
  at: string
  event: string
  subject: string
  /** `skipped` says in `why` what kept it back; `waiting` and `retrying` may still change. */
  outcome: 'waiting' | 'accepted' | 'retrying' | 'failed' | 'skipped'
  why: string | null
  attempts: Attempt[]
  body: string
  signature: string
}

export interface WebhookLog extends Ring<LoggedEvent> {
  open(entry: Omit<LoggedEvent, 'id' | 'attempts' | 'why'> & { why?: string }): LoggedEvent
}

const EVENTS_KEPT = 2000
const BODY_KEPT = 65_536

export function createWebhookLog(): WebhookLog {
  const ring = createRing<LoggedEvent>(EVENTS_KEPT)
  let lastId = 0
  return {
    ...ring,
    open(entry) {
      const logged = {
        ...entry,
        id: ++lastId,
        why: entry.why ?? null,
        attempts: [],
        body: entry.body.slice(0, BODY_KEPT),
      }
      ring.add(logged)
      return logged
    },
  }
}
