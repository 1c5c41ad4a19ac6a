/** A paid template message to one person by their id at the OA. Source: developers.zalo.me, ZBS Template Message → UID. */
import { z } from 'zod'
import type { OpenApi } from './openapi.ts'
import type { createOutcomeReader, SendOutcome } from './send-outcome.ts'

export interface TemplateRequest {
  oaId: string
  userId: string
  templateId: string
  data: Record<string, string>
  signal?: AbortSignal
}

const Sent = z.looseObject({
  data: z.looseObject({ message_id: z.union([z.string().min(1), z.number()]).transform(String) }),
})

/** Never throws. */
export async function sendTemplate(
  {
    openapi,
    openapiUrl,
    outcomes,
  }: { openapi: OpenApi; openapiUrl: string; outcomes: ReturnType<typeof createOutcomeReader> },
  { oaId, userId, templateId, data, signal }: TemplateRequest,
): Promise<SendOutcome> {
  const answer = await openapi(oaId, {
    method: 'POST',
    url: `${openapiUrl}/v3.0/oa/message/template`,
    body: { user_id: userId, template_id: templateId, template_data: data },
    signal,
  })
  return outcomes.read(answer, body => {
    const sent = Sent.safeParse(body)
    return sent.success
      ? { kind: 'sent', messageId: sent.data.data.message_id, quota: null }
      : { kind: 'unknown', cause: 'success without a message id' }
  })
}
