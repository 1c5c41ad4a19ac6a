/** A notice as its leader and its reviewer see it. */
import { z } from 'zod'
import { ApprovalNeed } from './approval.ts'
import { FieldChange } from './difference.ts'
import { NoticeCode, NoticeDraft } from './fields.ts'
import { NoticeAction, NoticeState } from './states.ts'

export const NoticeId = z.string().regex(/^\d{1,18}$/)

export const Notice = z.object({
  id: NoticeId,
  code: NoticeCode,
  /** Grows with every change; an edit names the one it was made from. */
  version: z.number().int().positive(),
  state: NoticeState,
  draft: NoticeDraft,
  /** "Tổ trưởng Tổ dân phố 12". */
  sender: z.string(),
  wardName: z.string(),
  areaNames: z.array(z.string()),
  url: z.url(),
  isOwn: z.boolean(),
  /** The confirmation that the kind names was given. */
  isConfirmed: z.boolean(),
  approval: z.object({
    need: ApprovalNeed.nullable(),
    /** Who agreed, as others may know them: "Cán bộ duyệt". */
    approvedAt: z.date().nullable(),
    /** Why the reviewer gave it back; null: they did not. */
    returnedBecause: z.string().nullable(),
  }),
  createdAt: z.date(),
  /** When it goes next; null: it does not. */
  sendsAt: z.date().nullable(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  corrects: z.object({ id: NoticeId, code: NoticeCode, changes: z.array(FieldChange) }).nullable(),
  correctedBy: z.object({ id: NoticeId, code: NoticeCode }).nullable(),
  /** Personal categories after their expiry: words, pictures and answers are gone. */
  isErased: z.boolean(),
  /** How often it was put into the neighbourhood's own group, and when last. */
  posted: z.object({ times: z.number().int(), lastAt: z.date().nullable() }),
  /** What the caller may do with it now. */
  may: z.array(NoticeAction),
})
export type Notice = z.infer<typeof Notice>

/** Who did what and when; nobody can change a line. */
export const NoticeEvent = z.object({
  at: z.date(),
  action: z.string(),
  /** On the screen: "viết tin", "duyệt". */
  words: z.string(),
  /** A role and a place, never a name: "Tổ trưởng Tổ dân phố 12". */
  by: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
export type NoticeEvent = z.infer<typeof NoticeEvent>
