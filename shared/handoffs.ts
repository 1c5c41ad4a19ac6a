/** Cases that wait for a person of the office: opened in the chat, answered in Zalo's own tool, closed there or here. */
import { z } from 'zod'

/** Why a case was opened: asked for, two failures in a row, 👎, or words of distress. */
export const HandoffReason = z.enum(['asked', 'failures', 'thumbs_down', 'distress'])
export type HandoffReason = z.infer<typeof HandoffReason>

/** What an officer may say became of a case. */
export const HandoffOutcome = z.enum(['answered', 'visited', 'no_answer_needed', 'unreachable'])
export type HandoffOutcome = z.infer<typeof HandoffOutcome>

/** `waiting`: no officer has written yet. `answering`: one has, and has not ended the talk. */
export const HandoffState = z.enum(['waiting', 'answering', 'closed'])
export type HandoffState = z.infer<typeof HandoffState>

export const HandoffSummary = z.object({
  id: z.string(),
  state: HandoffState,
  reason: HandoffReason,
  /** Key of the topic that the conversation was about; null when there was none. */
  topic: z.string().nullable(),
  openedAt: z.date(),
  /** Until when the person was told to expect an answer; null: no moment was named. */
  dueAt: z.date().nullable(),
  /** Since when the case has waited for longer than a working day; null: it has not. */
  escalatedAt: z.date().nullable(),
  /** When an officer last wrote. */
  officerAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  /** `unanswered`: nobody wrote for as long as messages are kept. */
  outcome: z.enum([...HandoffOutcome.options, 'unanswered']).nullable(),
  /** Whole minutes without an officer so far; null once one has written, or the case is closed. */
  waitingMinutes: z.number().int().nonnegative().nullable(),
  /** The person asked to be called and gave a number for it. */
  hasPhone: z.boolean(),
})
export type HandoffSummary = z.infer<typeof HandoffSummary>

export const HandoffLine = z.object({ from: z.enum(['person', 'ward']), text: z.string(), at: z.iso.datetime() })
export type HandoffLine = z.infer<typeof HandoffLine>

export const Handoff = HandoffSummary.extend({
  /** The last lines of the conversation, masked, oldest first; empty once the case is closed. */
  context: z.array(HandoffLine),
  /** Reading it is written into the audit. Gone once the case is closed. */
  phone: z.string().nullable(),
  note: z.string().nullable(),
  closedBy: z.string().nullable(),
})
export type Handoff = z.infer<typeof Handoff>

/** `note`: the officer's own words; what identifies a person is masked before they are kept. */
export const HandoffClosing = z.object({ outcome: HandoffOutcome, note: z.string().max(500).optional() })
export type HandoffClosing = z.infer<typeof HandoffClosing>
