/**
 * What the ward says to one person in a chat, before any channel gives it its own shape.
 * Limits are Zalo's (text 2,000 code points, five buttons), so that a message valid here can be sent.
 */
import { z } from 'zod'
import { messageLength } from './message-length.ts'

export { messageLength }

const ButtonTitle = z.string().min(1).max(100)

/** `say` sends its text back as the person's own message; `open` shows a page; `call` dials. */
export const Button = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), title: ButtonTitle, text: z.string().min(1).max(1000) }),
  z.object({ kind: z.literal('open'), title: ButtonTitle, url: z.url({ protocol: /^https?$/ }) }),
  z.object({ kind: z.literal('call'), title: ButtonTitle, phone: z.string().regex(/^\+?\d{3,15}$/) }),
])
export type Button = z.infer<typeof Button>

export const OutgoingMessage = z.object({
  text: z
    .string()
    .min(1)
    .refine(text => messageLength(text) <= 2000, 'a message holds at most 2,000 code points'),
  buttons: z.array(Button).max(5),
})
export type OutgoingMessage = z.infer<typeof OutgoingMessage>
