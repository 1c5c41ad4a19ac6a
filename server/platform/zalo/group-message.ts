/** One message to a group chat that the OA owns. Source: developers.zalo.me, Official Account → GMF. */
import { z } from 'zod'
import type { OpenApi } from './openapi.ts'
import type { createOutcomeReader, SendOutcome } from './send-outcome.ts'

export interface GroupParts {
  openapi: OpenApi
  openapiUrl: string
  outcomes: ReturnType<typeof createOutcomeReader>
}

export interface GroupMessageRequest {
  oaId: string
  groupId: string
  text: string
  signal?: AbortSignal
}

const MessageId = z.union([z.string().min(1), z.number()]).transform(String)
const Sent = z.looseObject({ data: z.looseObject({ message_id: MessageId }) })

/** Buttons do not exist there, so links stand in the text. Never throws. */
export async function sendGroupMessage(
  { openapi, openapiUrl, outcomes }: GroupParts,
  { oaId, groupId, text, signal }: GroupMessageRequest,
): Promise<SendOutcome> {
  const answer = await openapi(oaId, {
    method: 'POST',
    url: `${openapiUrl}/v3.0/oa/group/message`,
    body: { recipient: { group_id: groupId }, message: { text: text.normalize('NFC') } },
    signal,
  })
  return outcomes.read(answer, body => {
    const sent = Sent.safeParse(body)
    return sent.success
      ? { kind: 'sent', messageId: sent.data.data.message_id, quota: null }
      : { kind: 'unknown', cause: 'success without a message id' }
  })
}
