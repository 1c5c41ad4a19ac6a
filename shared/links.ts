/**
 * Permanent codes behind printed QR pictures (`/q/K7M4QX`). A code is for ever; where it leads may change. It leads only
 * into the ward's own pages, or to one of the few addresses outside that the ward's settings name: never to an address
 * that somebody typed in.
 */
import { z } from 'zod'

/**
 * What codes are written with. No vowels and no D, which a Vietnamese keyboard turns into other letters; of signs that
 * look alike only one: 8 for B, 6 for G, 5 for S, 2 for Z, V for U and W, Q for O, 0 and D.
 */
export const CODE_SIGNS = '23456789CFHJKMNPQRTVX'
const LOOK_ALIKES: Record<string, string> = {
  ...{ B: '8', G: '6', S: '5', Z: '2', U: 'V', W: 'V', Y: 'V', O: 'Q', '0': 'Q', D: 'Q', Đ: 'Q' },
}
const CODE = new RegExp(`^[${CODE_SIGNS}]{6,12}$`)
/** Longer than any code with the spaces somebody puts between its signs. */
const LONGEST_SPELLING = 40

/** A code as people may have spelled it: small letters, gaps, look-alikes, a whole address. Not checked yet. */
export function foldCode(spelled: string): string {
  const bare = /\/q\/([^/?#\s]+)/i.exec(spelled.slice(0, 200))?.[1] ?? spelled
  return bare
    .slice(0, LONGEST_SPELLING)
    .normalize('NFD')
    .replace(/[\p{M}\s._-]/gu, '')
    .toUpperCase()
    .replace(/./gu, sign => LOOK_ALIKES[sign] ?? sign)
}

/** @returns the code that was meant, or null when what was spelled cannot be one */
export function readCode(spelled: string): string | null {
  const folded = foldCode(spelled)
  return CODE.test(folded) ? folded : null
}

/** Pages of the app under /app/ that a code may lead to; guides have a kind of their own. */
export const LINKED_PAGES = [
  '/',
  '/tim',
  '/thu-tuc',
  '/hoi',
  '/lam-giup',
  '/cua-toi',
  '/cua-toi/noi',
  '/cua-toi/quan-tam',
  '/su-kien/sinh-con',
  '/su-kien/ket-hon',
  '/su-kien/nguoi-than-mat',
  '/su-kien/chuyen-nha',
  '/su-kien/nha-dat',
  '/su-kien/mo-quan',
  '/su-kien/nguoi-cao-tuoi',
  '/su-kien/giay-to-tuy-than',
] as const

export const LinkTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('guide'),
    topic: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80),
  }),
  z.object({ kind: z.literal('page'), path: z.enum(LINKED_PAGES) }),
  /** The ward's own chat in Zalo. */
  z.object({ kind: z.literal('chat') }),
  /** Where dossiers are submitted online, as the ward's settings name it. */
  z.object({ kind: z.literal('portal') }),
])
export type LinkTarget = z.infer<typeof LinkTarget>

export const LinkAction = z.enum(['created', 'moved', 'retired', 'restored'])
export type LinkAction = z.infer<typeof LinkAction>

const Code = z.string().regex(CODE)
/** In any spelling; what cannot be a code is answered like an unknown one. */
const SpelledCode = z.string().max(LONGEST_SPELLING)
const OneLine = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}]*$/u)
/** One message, as large as a poster carries it. */
const Title = OneLine.max(80)
const Why = OneLine.max(300)
const PlaceName = OneLine.max(80)
const PlaceNumber = z.number().int().min(1).max(999)

export const LinkPlace = z.object({
  number: PlaceNumber,
  name: PlaceName,
  putUpAt: z.date(),
  takenDownAt: z.date().nullable(),
  /** What the copy that hangs here holds. */
  address: z.url(),
  /** Openings in the last thirty days. */
  opened: z.number().int(),
})
export type LinkPlace = z.infer<typeof LinkPlace>

export const LinkChange = z.object({
  at: z.date(),
  by: z.string(),
  action: LinkAction,
  title: z.string(),
  /** Null: nowhere, before there was a code or while it was retired. */
  from: LinkTarget.nullable(),
  to: LinkTarget.nullable(),
  why: z.string(),
})
export type LinkChange = z.infer<typeof LinkChange>

export const LinkSummary = z.object({
  code: Code,
  /** The code of the area it belongs to. */
  area: z.string(),
  title: z.string(),
  isRetired: z.boolean(),
  /** Of a retired code: where people are sent instead; null: nowhere in particular. */
  target: LinkTarget.nullable(),
  address: z.url(),
  /** Copies that hang somewhere now. */
  places: z.number().int(),
  /** Openings in the last thirty days, all places together. */
  opened: z.number().int(),
})
export type LinkSummary = z.infer<typeof LinkSummary>

export const LinkQuery = z.object({ page: z.coerce.number().int().min(0).max(1000).default(0) })
export type LinkQuery = z.infer<typeof LinkQuery>

export const LinkList = z.object({ links: z.array(LinkSummary), hasMore: z.boolean() })
export type LinkList = z.infer<typeof LinkList>

export const Link = LinkSummary.extend({
  createdAt: z.date(),
  places: z.array(LinkPlace),
  /** Newest first. */
  history: z.array(LinkChange),
  /** Openings by day (ISO, Vietnam) and place (null: scanned or typed without one), newest first; ninety days. */
  days: z.array(z.object({ day: z.string(), place: PlaceNumber.nullable(), opened: z.number().int() })),
})
export type Link = z.infer<typeof Link>

export const NewLink = z.object({ area: z.string().max(80), title: Title, target: LinkTarget, why: Why })
export type NewLink = z.infer<typeof NewLink>

export const LinkMove = z.object({ code: SpelledCode, target: LinkTarget, title: Title.optional(), why: Why })
export type LinkMove = z.infer<typeof LinkMove>

export const LinkRetirement = z.object({ code: SpelledCode, instead: LinkTarget.nullable(), why: Why })
export type LinkRetirement = z.infer<typeof LinkRetirement>

export const LinkRestoration = z.object({ code: SpelledCode, why: Why })
export type LinkRestoration = z.infer<typeof LinkRestoration>

export const LinkName = z.object({ code: SpelledCode })
export type LinkName = z.infer<typeof LinkName>

export const NewLinkPlace = z.object({ code: SpelledCode, name: PlaceName })
export type NewLinkPlace = z.infer<typeof NewLinkPlace>

export const LinkPlaceName = z.object({ code: SpelledCode, number: z.coerce.number().int().min(1).max(999) })
export type LinkPlaceName = z.infer<typeof LinkPlaceName>

/** A guide's own code, for whoever shows its QR. */
export const GuideLink = z.object({ code: Code, address: z.url() })
export type GuideLink = z.infer<typeof GuideLink>
