/** What a leader writes down: the same fields become a chat message, a page, a poster, loudspeaker words and a short line. */
import { z } from 'zod'
import { FOUND_CLASSES, NOTICE_KINDS } from './kinds.ts'

export const NoticeKind = z.enum(NOTICE_KINDS)
export type NoticeKind = z.infer<typeof NoticeKind>

/** `urgent` goes before what is ordinary; `emergency` at any hour and to everybody, whatever kinds and hours they chose. */
export const Urgency = z.enum(['ordinary', 'urgent', 'emergency'])
export type Urgency = z.infer<typeof Urgency>

/** `07:30`, at the ward. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const AreaCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

/** The short code of a notice: "TB-K7M2P". No vowels, nothing that looks like something else; begins with a letter. */
export const NoticeCode = z.string().regex(/^TB-[BCDFGHJKMNPQRSTVWXZ][23456789BCDFGHJKMNPQRSTVWXZ]{4}$/)
export type NoticeCode = z.infer<typeof NoticeCode>

/** Short enough to be read out, long enough to be clear. Lengths in code points. */
export const FIELD_LENGTHS = { title: 80, what: 1500, place: 120, who: 120, bring: 200 } as const

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine(text => [...text.normalize('NFC')].length <= most, `at most ${most} characters`)

/** The facts of a notice. `day` with `lastDay`: several days, both counted. */
export const NoticeFields = z
  .object({
    title: words(FIELD_LENGTHS.title),
    what: words(FIELD_LENGTHS.what),
    day: z.iso.date().nullable(),
    lastDay: z.iso.date().nullable(),
    from: TimeOfDay.nullable(),
    until: TimeOfDay.nullable(),
    /** With several days: `from` and `until` hold on each of them, or are the beginning of the first and the end of the last. */
    span: z.enum(['daily', 'through']),
    place: words(FIELD_LENGTHS.place).nullable(),
    /** Who should come, or whom it concerns. */
    who: words(FIELD_LENGTHS.who).nullable(),
    bring: words(FIELD_LENGTHS.bring).nullable(),
    /** Whom to ask; a number of the office or one that its owner gives for this notice. */
    phone: z
      .string()
      .regex(/^[\d .+]{3,20}$/)
      .nullable(),
  })
  .refine(({ day, lastDay }) => lastDay === null || (day !== null && day <= lastDay), 'the last day follows the first')
  .refine(({ day, from }) => from === null || day !== null, 'a time belongs to a day')
  .refine(
    ({ day, lastDay, from, until, span }) =>
      until === null ||
      (from !== null && (until > from || (span === 'through' && lastDay !== null && lastDay !== day))),
    'it ends after it begins',
  )
export type NoticeFields = z.infer<typeof NoticeFields>

/** A picture or PDF that was taken in and re-encoded or checked by the server. `id`: the SHA-256 of what is kept. */
export const NoticeFile = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(['picture', 'pdf']),
  name: words(120),
  /** Address under which everybody who may see the notice may read it. */
  url: z.string().max(500),
  bytes: z.number().int().positive(),
  /** What stands in it, in words: read aloud, and shown where pictures are not. */
  alt: z.string().max(300),
  /** What identifies people in the text of a PDF; what the client says of it is not believed. */
  found: z.array(z.enum(FOUND_CLASSES)),
  /** There are words in it that can be read aloud and searched; a picture and a scanned page have none. */
  hasText: z.boolean(),
})
export type NoticeFile = z.infer<typeof NoticeFile>

/** A picture of at most 1 MB after re-encoding, a PDF of at most 5 MB: what Zalo takes. */
export const FILE_LIMITS = { picture: 1_000_000, pdf: 5_000_000, count: 4 } as const

/** Whom a notice is for: everybody who belongs to one of these areas or to a place below them. */
export const Audience = z.object({ areas: z.array(AreaCode).min(1).max(200) })
export type Audience = z.infer<typeof Audience>

/** `none`: nothing is asked back. `going`: who comes. */
export const Rsvp = z.enum(['none', 'going'])
export type Rsvp = z.infer<typeof Rsvp>

/** How often a notice comes again. The day of the month counts down where a month is shorter. */
export const Recurrence = z
  .discriminatedUnion('every', [
    z.object({ every: z.literal('week'), weekday: z.number().int().min(1).max(7) }),
    z.object({ every: z.literal('month'), day: z.number().int().min(1).max(31) }),
    /** "Thứ Bảy đầu tiên của tháng"; `which` -1: the last one. */
    z.object({
      every: z.literal('month_weekday'),
      weekday: z.number().int().min(1).max(7),
      which: z
        .number()
        .int()
        .min(-1)
        .max(4)
        .refine(which => which !== 0),
    }),
  ])
  .and(
    z.object({
      /** When it is sent. */
      at: TimeOfDay,
      /** How many days before the day of the event it is sent. */
      daysBefore: z.number().int().min(0).max(14),
      /** Last day on which it may be sent. */
      until: z.iso.date(),
    }),
  )
export type Recurrence = z.infer<typeof Recurrence>

/** When it goes: as soon as it may, at a moment, or again and again. */
export const Timing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('at'), at: z.coerce.date() }),
  z.object({ kind: z.literal('recurring'), recurrence: Recurrence }),
])
export type Timing = z.infer<typeof Timing>

/** Everything that can be written before a notice is submitted. */
export const NoticeDraft = z.object({
  /** Key of the template it began from; null: a photo of the paper, or nothing. */
  template: z.string().max(60).nullable(),
  kind: NoticeKind,
  urgency: Urgency,
  fields: NoticeFields,
  audience: Audience,
  /** Nothing is sent after it. For what comes again and again: `expiresAfterDays` after each day of sending. */
  expiresAt: z.coerce.date(),
  timing: Timing,
  files: z.array(NoticeFile).max(FILE_LIMITS.count),
  rsvp: Rsvp,
})
export type NoticeDraft = z.infer<typeof NoticeDraft>
