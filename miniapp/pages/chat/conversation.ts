/** One conversation as the page keeps it: what was said, and what the server wants handed back with the next words. */
import type { ChatReply } from '../../../shared/chat.ts'
import type { OutgoingMessage } from '../../../shared/messages.ts'
import { readVisit, writeVisit } from '../checklists/visit.ts'

export type Line =
  | { from: 'person'; text: string /** The ward has it. */; isSent: boolean }
  | {
      from: 'ward'
      message: OutgoingMessage /** Keys of the guides that the reply rests on, with its last words. */
      guides?: string[]
    }

export interface Conversation {
  lines: Line[]
  /** Opaque; null at the beginning. */
  state: string | null
}

export const nothingSaid: Conversation = { lines: [], state: null }

/** More than anybody scrolls back to. */
const MOST_LINES = 80
const NAME = 'chat'

/** Somebody says something: it stands there before the ward has it. */
export function say({ lines, state }: Conversation, text: string): Conversation {
  return { lines: [...lines, { from: 'person', text, isSent: false }], state }
}

/** The ward's reply to the last words. */
export function hear({ lines }: Conversation, { messages, guides, state }: ChatReply): Conversation {
  const last = lines.length - 1
  const sent = lines.map((line, index) => (line.from === 'person' && index === last ? { ...line, isSent: true } : line))
  const heard = messages.map(
    (message, index): Line => ({ from: 'ward', message, ...(index === messages.length - 1 ? { guides } : {}) }),
  )
  return { lines: [...sent, ...heard], state }
}

/** The words that wait for the ward; null: none do. */
export function unsentOf({ lines }: Conversation): string | null {
  const last = lines[lines.length - 1]
  return last?.from === 'person' ? last.text : null
}

/** Kept for this visit only, on this phone only. */
export function readConversation(): Conversation {
  const found = readVisit(NAME)
  return isConversation(found) ? found : nothingSaid
}

export function keepConversation(conversation: Conversation): void {
  const lines = conversation.lines.slice(-MOST_LINES)
  writeVisit(NAME, lines.length > 0 ? { ...conversation, lines } : null)
}

function isConversation(value: unknown): value is Conversation {
  if (!isRecord(value) || !Array.isArray(value.lines)) return false
  return (typeof value.state === 'string' || value.state === null) && value.lines.every(isLine)
}

function isLine(value: unknown): value is Line {
  if (!isRecord(value)) return false
  if (value.from === 'person') return typeof value.text === 'string' && typeof value.isSent === 'boolean'
  const { message } = value
  return (
    value.from === 'ward' &&
    isRecord(message) &&
    typeof message.text === 'string' &&
    Array.isArray(message.buttons) &&
    (value.guides === undefined || Array.isArray(value.guides))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
