/** Signing in: the phone shows what Zalo gave it, and gets a token of ours. */
import { z } from 'zod'

export const SignIn = z.object({
  /** As Zalo gives it to the Mini App; never kept. */
  accessToken: z.string().min(8).max(4096),
  /** Takes up an account that is there, and makes none. */
  isRenewal: z.boolean().default(false),
  /** The code of a one-time link that the ward handed out in the chat. */
  link: z
    .string()
    .regex(/^[\w-]{32}$/)
    .optional(),
})
export type SignIn = z.infer<typeof SignIn>

export const Session = z.object({
  /** For the Authorization header; to be held in memory only. */
  token: z.string(),
  /** A span and not a moment: the phone's clock may be wrong. */
  lastsSeconds: z.number().int().positive(),
  /** The person's chat with the ward's Zalo is known. */
  isLinked: z.boolean(),
  /** What became of the one-time link. `mismatch`: it is another person's, or contradicts what is known. */
  link: z.enum(['none', 'used', 'expired', 'mismatch']),
  /** The neighbourhoods that this person leads. */
  leads: z.array(z.object({ area: z.string(), name: z.string() })),
})
export type Session = z.infer<typeof Session>
