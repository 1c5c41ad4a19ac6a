/** Starters that a place writes for its leaders, beside those that every ward begins with. */
import { z } from 'zod'
import { AreaCode, FIELD_LENGTHS, NoticeKind, Rsvp, Urgency } from './fields.ts'
import { ASKED_FIELDS } from './starter-words.ts'

export const StarterKey = z.string().regex(/^[a-z0-9-]{1,60}$/)

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine(text => [...text.normalize('NFC')].length <= most, `at most ${most} characters`)

/** What is written of one; "…" where whoever begins with it fills in. */
export const StarterWords = z.object({
  name: words(60),
  kind: NoticeKind,
  title: words(FIELD_LENGTHS.title),
  what: words(FIELD_LENGTHS.what),
  who: words(FIELD_LENGTHS.who).nullable(),
  bring: words(FIELD_LENGTHS.bring).nullable(),
  urgency: Urgency,
  rsvp: Rsvp,
  /** What whoever writes is reminded of. */
  asks: z.array(z.enum(ASKED_FIELDS)).max(ASKED_FIELDS.length),
  expiresAfterDays: z.number().int().min(0).max(90),
})
export type StarterWords = z.infer<typeof StarterWords>

export const NoticeStarter = StarterWords.extend({ key: StarterKey })
export type NoticeStarter = z.infer<typeof NoticeStarter>

/** One starter as a place sees it. */
export const ManagedStarter = z.object({
  starter: NoticeStarter,
  /** Where it was written; null: shipped. */
  from: z.object({ code: AreaCode, name: z.string() }).nullable(),
  /** Of the place's own, to edit it; null: written elsewhere. */
  version: z.number().int().nullable(),
  /** The one it stands in place of. */
  replaces: StarterKey.nullable(),
  /** Nobody there begins with it. */
  isRetired: z.boolean(),
  may: z.array(z.enum(['edit', 'replace', 'retire', 'restore'])),
})
export type ManagedStarter = z.infer<typeof ManagedStarter>
