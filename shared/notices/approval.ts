/** Who has to agree before a notice goes, and who may. Pure rules; trusted by the server, shown by the clients. */
import { z } from 'zod'
import type { Urgency } from './fields.ts'

/** `always`: every notice · `beyond_own`: ordinary notices of a leader to the own neighbourhood go at once. */
export const ApprovalPolicy = z.enum(['always', 'beyond_own'])
export type ApprovalPolicy = z.infer<typeof ApprovalPolicy>

/** What a ward decides about its notices. By which channels and in which hours they are carried is kept with the deliveries. */
export const NoticeSettings = z.object({ approval: ApprovalPolicy })
export type NoticeSettings = z.infer<typeof NoticeSettings>

export const defaultNoticeSettings: NoticeSettings = { approval: 'always' }

/**
 * `none`: may go at once · `second_person`: waits for one · `alone_reported`: an emergency whose author says that nobody can
 * be reached; it goes, and the reviewers are told.
 */
export const ApprovalNeed = z.enum(['none', 'second_person', 'alone_reported'])
export type ApprovalNeed = z.infer<typeof ApprovalNeed>

export interface ApprovalQuestion {
  policy: ApprovalPolicy
  urgency: Urgency
  /** Every area of the audience is a neighbourhood in the author's own charge. */
  isOwnNeighbourhood: boolean
  /** The kind names a confirmation: a family, a list of names. */
  needsConfirmation: boolean
  /** The author of an emergency sends it alone. */
  isAlone: boolean
}

export function approvalNeed(question: ApprovalQuestion): ApprovalNeed {
  const { policy, urgency, isOwnNeighbourhood, needsConfirmation, isAlone } = question
  if (urgency === 'emergency') return isAlone ? 'alone_reported' : 'second_person'
  const isFree = policy === 'beyond_own' && isOwnNeighbourhood && urgency === 'ordinary' && !needsConfirmation
  return isFree ? 'none' : 'second_person'
}

/** Nobody approves their own, nor what they changed last. */
export function mayApprove(reviewer: string, notice: { author: string; lastEditor: string }): boolean {
  return reviewer !== notice.author && reviewer !== notice.lastEditor
}
