/** What was said in one chat. Source: developers.zalo.me, Official Account → Lấy thông tin hội thoại. */
import { z } from 'zod'
import type { OpenApi } from './openapi.ts'
import { type ReadResult, toReadResult } from './read-result.ts'
import { messageHash } from './text-hash.ts'

export interface HistoryItem {
  fromOa: boolean
  text: string
  /** As by `messageHash`; null when the message has no text. */
  textHash: string | null
  time: Date
  messageId: string
}

export interface ConversationPage {
  oaId: string
  userId: string
  offset: number
  /** At most 10. */
  count: number
  signal?: AbortSignal
}

export interface GroupConversationPage extends Omit<ConversationPage, 'userId'> {
  groupId: string
}

const FROM_OA = '0'
const Item = z
  .looseObject({
    src: z.union([z.number(), z.string()]).transform(String),
    time: z.coerce.number(),
    message: z.string().nullish(),
    message_id: z.union([z.string().min(1), z.number()]).transform(String),
  })
  .transform(({ src, time, message, message_id }): HistoryItem => {
    const text = message ?? ''
    return {
      fromOa: src === FROM_OA,
      text,
      textHash: text ? messageHash(text) : null,
      time: new Date(time),
      messageId: message_id,
    }
  })
const Items = z.array(Item)
/** Documented as a list; one client met the list inside another `data`. */
const Body = z.looseObject({
  data: z.union([Items, z.looseObject({ data: Items }).transform(inner => inner.data), z.null().transform(() => [])]),
})

/** @returns one page, newest first */
export async function readConversation(
  { openapi, openapiUrl }: { openapi: OpenApi; openapiUrl: string },
  { oaId, userId, offset, count, signal }: ConversationPage,
): Promise<ReadResult<HistoryItem[]>> {
  const params = { data: JSON.stringify({ user_id: userId, offset, count }) }
  const answer = await openapi(oaId, { method: 'GET', url: `${openapiUrl}/v2.0/oa/conversation`, params, signal })
  return toReadResult(
    answer,
    Body.transform(body => body.data),
  )
}

/** @returns one page of what was said in a group of the OA, newest first */
export async function readGroupConversation(
  { openapi, openapiUrl }: { openapi: OpenApi; openapiUrl: string },
  { oaId, groupId, offset, count, signal }: GroupConversationPage,
): Promise<ReadResult<HistoryItem[]>> {
  const params = { group_id: groupId, offset: String(offset), count: String(count) }
  const answer = await openapi(oaId, { method: 'GET', url: `${openapiUrl}/v3.0/oa/group/conversation`, params, signal })
  return toReadResult(
    answer,
    Body.transform(body => body.data),
  )
}
