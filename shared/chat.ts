/** A conversation on a page of ours. The server keeps nothing of it: the reader's own device holds the state and hands it back. */
import { z } from 'zod'
import { OutgoingMessage } from './messages.ts'

/** `state`: what the last reply handed back; null at the beginning. Opaque to the page. */
export const ChatTurn = z.object({ text: z.string().min(1).max(1000), state: z.string().max(30_000).nullable() })
export type ChatTurn = z.infer<typeof ChatTurn>

export const ChatReply = z.object({
  messages: z.array(OutgoingMessage),
  /** Keys of the guides that the words rest on, each once. */
  guides: z.array(z.string()),
  state: z.string(),
})
export type ChatReply = z.infer<typeof ChatReply>
