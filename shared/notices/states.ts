/** What a notice is at, and what may become of it. The same table is asked by server, phone and console. */
import { z } from 'zod'

/**
 * `waiting`: for a second person · `scheduled`: for its time · `asking`: its time passed while nobody was there, and it goes
 * only when somebody says so · `sending` · `paused` · `sent`: every row is final · `cancelled` · `expired`: never or only
 * partly sent when its time was over.
 */
export const NoticeState = z.enum([
  'draft',
  'waiting',
  'scheduled',
  'asking',
  'sending',
  'paused',
  'sent',
  'cancelled',
  'expired',
])
export type NoticeState = z.infer<typeof NoticeState>

export const NoticeAction = z.enum([
  'edit',
  'discard',
  'submit',
  'withdraw',
  'approve',
  'give_back',
  'send',
  'wake_late',
  'confirm_late',
  'pause',
  'resume',
  'cancel',
  'correct',
  'finish',
  'expire',
  'retry',
])
export type NoticeAction = z.infer<typeof NoticeAction>

/** From which states an action is possible, and where it leads; null: the state stays. */
const MOVES: Record<NoticeAction, { from: readonly NoticeState[]; to: NoticeState | null }> = {
  edit: { from: ['draft'], to: null },
  discard: { from: ['draft'], to: 'cancelled' },
  /** Leads to `waiting`, or past it where no second person is needed. */
  submit: { from: ['draft'], to: 'waiting' },
  withdraw: { from: ['waiting', 'scheduled', 'asking'], to: 'draft' },
  approve: { from: ['waiting'], to: 'scheduled' },
  give_back: { from: ['waiting'], to: 'draft' },
  send: { from: ['scheduled'], to: 'sending' },
  wake_late: { from: ['scheduled'], to: 'asking' },
  confirm_late: { from: ['asking'], to: 'scheduled' },
  /** What is under way, and a series between two of its times. */
  pause: { from: ['sending', 'scheduled', 'asking'], to: 'paused' },
  resume: { from: ['paused'], to: 'sending' },
  cancel: { from: ['waiting', 'scheduled', 'asking', 'sending', 'paused'], to: 'cancelled' },
  correct: { from: ['sending', 'paused', 'sent', 'cancelled'], to: null },
  finish: { from: ['sending'], to: 'sent' },
  expire: { from: ['waiting', 'scheduled', 'asking', 'sending', 'paused'], to: 'expired' },
  retry: { from: ['sent'], to: 'sending' },
}

export function canMove(state: NoticeState, action: NoticeAction): boolean {
  return MOVES[action].from.includes(state)
}

/** @returns the state after the action, or null when it is not possible now */
export function stateAfter(state: NoticeState, action: NoticeAction): NoticeState | null {
  return canMove(state, action) ? (MOVES[action].to ?? state) : null
}

/** Nothing more happens to it by itself. */
export function isOver(state: NoticeState): boolean {
  return state === 'sent' || state === 'cancelled' || state === 'expired'
}
