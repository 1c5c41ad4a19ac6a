/** One conversation for each person, newest last, as both their phone and Zalo's history show it. */
import { z } from 'zod'

export const ChatButton = z.object({
  title: z.string(),
  type: z.enum(['oa.open.url', 'oa.query.show', 'oa.query.hide', 'oa.open.sms', 'oa.open.phone']),
  payload: z.union([z.string(), z.record(z.string(), z.string())]),
})
export type ChatButton = z.infer<typeof ChatButton>

const ChatCard = z.object({ title: z.string(), subtitle: z.string(), url: z.string().nullable() })

export const ChatMessage = z.object({
  /** Grows by one with every message of this emulator, whoever wrote it. */
  seq: z.number(),
  id: z.string(),
  from: z.enum(['person', 'oa']),
  at: z.number(),
  kind: z.enum([
    'text',
    'image',
    'gif',
    'audio',
    'video',
    'sticker',
    'location',
    'file',
    'list',
    'request_user_info',
    'template',
  ]),
  text: z.string(),
  buttons: z.array(ChatButton),
  cards: z.array(ChatCard),
  /** Address, file name, coordinates: what the kind needs. */
  media: z.record(z.string(), z.string()),
  quotedId: z.string().nullable(),
  /** From the person: received when the webhook took it. From the OA: received on the phone, seen by the person. */
  state: z.enum(['sent', 'received', 'seen']),
  /** A hidden query: part of the conversation, not shown in the chat. */
  hidden: z.boolean(),
  /** The admin of the OA who typed this in Zalo's own chat tool. */
  adminId: z.string().nullable(),
  /** What paid for the OA's message. */
  paidBy: z.enum(['reply', 'welcome_msg', 'sub_quota', 'charged']).nullable(),
  reactions: z.array(z.string()),
  /** Answers sent in reply form to this very message. */
  replies: z.number(),
})
export type ChatMessage = z.infer<typeof ChatMessage>

export type Draft = Partial<Omit<ChatMessage, 'seq' | 'id' | 'at'>> & Pick<ChatMessage, 'from' | 'kind'>

export interface Chats {
  of(person: string): readonly ChatMessage[]
  add(person: string, id: string, at: number, draft: Draft): ChatMessage
  find(messageId: string): { person: string; message: ChatMessage } | undefined
  people(): Iterable<string>
  clear(): void
  snapshot(): Record<string, ChatMessage[]>
  restore(chats: Record<string, ChatMessage[]>): void
}

const KEPT = 5000
const KEPT_IN_SNAPSHOT = 200

export function createChats(): Chats {
  const chats = new Map<string, ChatMessage[]>()
  const index = new Map<string, { person: string; message: ChatMessage }>()
  let seq = 0

  function put(person: string, message: ChatMessage): void {
    const chat = chats.get(person) ?? []
    if (chat.length === 0) chats.set(person, chat)
    chat.push(message)
    index.set(message.id, { person, message })
    if (chat.length > 2 * KEPT) for (const old of chat.splice(0, KEPT)) index.delete(old.id)
  }

  return {
    of: person => chats.get(person) ?? [],
    add(person, id, at, draft) {
      const message: ChatMessage = {
        text: '',
        buttons: [],
        cards: [],
        media: {},
        quotedId: null,
        state: 'sent',
        hidden: false,
        adminId: null,
        paidBy: null,
        reactions: [],
        replies: 0,
        ...draft,
        seq: ++seq,
        id,
        at,
      }
      put(person, message)
      return message
    },
    find: messageId => index.get(messageId),
    people: () => chats.keys(),
    clear() {
      chats.clear()
      index.clear()
    },
    snapshot: () => Object.fromEntries([...chats].map(([person, chat]) => [person, chat.slice(-KEPT_IN_SNAPSHOT)])),
    restore(saved) {
      for (const [person, chat] of Object.entries(saved)) {
        for (const message of chat) {
          seq = Math.max(seq, message.seq)
          put(person, message)
        }
      }
    },
  }
}
