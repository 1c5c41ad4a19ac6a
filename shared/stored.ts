/** What the ward holds about one person, in kinds and counts: no id of Zalo's leaves the server. */
import { z } from 'zod'
import { Role } from './people.ts'
import { Place } from './places.ts'

const Account = z.object({
  /** `oa`: the chat with the ward's Zalo · `app`: the Mini App. */
  kind: z.enum(['oa', 'app', 'staff']),
  since: z.date(),
  lastUsedAt: z.date().nullable(),
  /** Follows the ward's Zalo; null: not known. */
  isFollowing: z.boolean().nullable(),
})

/** What else may be kept of somebody, each with its number. */
export const StoredThing = z.enum([
  /** What the chat still has in mind. */
  'conversations',
  /** Notices in the inbox. */
  'inbox',
  'notice_answers',
  /** House codes that they said are theirs. */
  'houses',
  /** What they want to be pushed, and when. */
  'notice_choices',
  /** Chat groups of the ward's Zalo that they are in. */
  'groups',
  /** Of those who work here: what they wrote, agreed to or decided on. */
  'notices_written',
  'guides_written',
  'cases_taken_on',
  'phrases_proposed',
  'invitations',
])
export type StoredThing = z.infer<typeof StoredThing>

export const StoredAboutMe = z.object({
  accounts: z.array(Account),
  places: z.array(Place),
  roles: z.array(z.object({ role: Role, areaName: z.string() })),
  /** Messages of either side that are still kept, masked. */
  messages: z.number().int(),
  /** Questions that were handed to an officer. */
  handoffs: z.number().int(),
  /** Only what there is of. */
  things: z.array(z.object({ thing: StoredThing, total: z.number().int().positive() })),
  /** After so many days messages go by themselves. */
  keepMessagesDays: z.number().int(),
})
export type StoredAboutMe = z.infer<typeof StoredAboutMe>

/** The number that proves an erasure; it names nobody. */
export const ErasureProof = z.object({ proof: z.string(), erasedAt: z.date() })
export type ErasureProof = z.infer<typeof ErasureProof>
