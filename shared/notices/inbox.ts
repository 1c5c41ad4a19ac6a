/** A notice as a resident finds it, and what they choose to be told. */
import { z } from 'zod'
import { Attendance } from './answers.ts'
import { AreaCode, NoticeFields, NoticeFile, NoticeKind, Rsvp, TimeOfDay, Urgency } from './fields.ts'

/** What everybody with the link may read. */
export const PublicNotice = z.object({
  code: z.string(),
  kind: NoticeKind,
  urgency: Urgency,
  fields: NoticeFields,
  files: z.array(NoticeFile),
  rsvp: Rsvp,
  /** "Tổ trưởng Tổ dân phố 12". */
  sender: z.string(),
  wardName: z.string(),
  areaNames: z.array(z.string()),
  sentAt: z.date(),
  expiresAt: z.date(),
  isExpired: z.boolean(),
  /** It was stopped by its sender: not valid any more. */
  isCancelled: z.boolean(),
  url: z.string(),
  /** What this one corrects, with the difference; null: it is a first version. */
  corrects: z
    .object({
      code: z.string(),
      changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
    })
    .nullable(),
  /** The newer version; null: this one holds. */
  correctedBy: z.object({ code: z.string() }).nullable(),
})
export type PublicNotice = z.infer<typeof PublicNotice>

export const ResidentNotice = PublicNotice.extend({
  id: z.string(),
  isRead: z.boolean(),
  /** The person's own answer; only they see it. */
  attendance: Attendance.nullable(),
  /** Their questions, with what the leader answered. */
  questions: z.array(z.object({ text: z.string(), reply: z.string().nullable() })),
})
export type ResidentNotice = z.infer<typeof ResidentNotice>

/** What somebody asked about a notice, and what its leader answered. */
export const NoticeReply = z.object({
  id: z.string(),
  /** Of the notice. */
  code: z.string(),
  title: z.string(),
  question: z.string(),
  reply: z.string(),
  at: z.date(),
  isNew: z.boolean(),
})
export type NoticeReply = z.infer<typeof NoticeReply>

export const InboxQuery = z.object({
  /** Words to look for, with or without marks. */
  search: z.string().trim().max(80).optional(),
  area: AreaCode.optional(),
  unread: z.stringbool().or(z.boolean()).optional(),
  /** The last notice of the page before. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})
export type InboxQuery = z.infer<typeof InboxQuery>

export const Inbox = z.object({
  notices: z.array(ResidentNotice),
  unread: z.number().int(),
  hasMore: z.boolean(),
})
export type Inbox = z.infer<typeof Inbox>

/** What a person wants to be pushed. Emergencies come whatever is chosen, and everything stays in the inbox. */
export const NoticePreferences = z.object({
  push: z.boolean(),
  mutedKinds: z.array(NoticeKind),
  /** No push between these hours; null: the ward's quiet hours. */
  quiet: z.object({ from: TimeOfDay, until: TimeOfDay }).nullable(),
  /** They accepted notifications of the Mini App. */
  notifications: z.boolean(),
})
export type NoticePreferences = z.infer<typeof NoticePreferences>
