import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ZaloConfig } from '../../config.ts'
import { parseJsonWithLongIds } from './json-with-long-ids.ts'
import type { Verdict, WebhookRequest } from './oa-webhook.ts'
import { isSignedBy, signMiniAppBody } from './signature.ts'

const Id = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(id => /^[\x20-\x7e]{1,200}$/.test(id))
const Body = z.looseObject({
  event: z.string().max(100),
  appId: Id,
  userId: Id.optional().catch(undefined),
  timestamp: z.coerce.number().optional().catch(undefined),
})

/**
 * Decides what a request to the Mini App webhook is. A person's withdrawal (`user.revoke.consent`) becomes an event of
 * the OA's kind `withdrawn`, whose subject is their id for the app; it is honoured however late it comes.
 * Source: miniapp.zaloplatforms.com, Open APIs → Webhook.
 */
export function judgeMiniAppRequest({ rawBody, signature, receivedAt }: WebhookRequest, config: ZaloConfig): Verdict {
  if (!config.miniAppWebhookKey) return { kind: 'ignored', reason: 'no_miniapp' }
  if (signature === '') return { kind: 'refused', reason: 'no_signature' }
  const json = parseJsonWithLongIds(rawBody)
  const body = z.record(z.string(), z.unknown()).safeParse(json?.value)
  if (!body.success) return { kind: 'refused', reason: 'not_json' }
  if (!isSignedBy(signature, signMiniAppBody(body.data, config.miniAppWebhookKey))) {
    return { kind: 'refused', reason: 'wrong_signature' }
  }

  const event = Body.safeParse(body.data)
  if (!event.success) return { kind: 'ignored', reason: 'malformed' }
  const { appId, userId, timestamp } = event.data
  // Which of the two ids Zalo writes here is not documented.
  if (appId !== config.miniAppId && appId !== config.appId) return { kind: 'refused', reason: 'other_app' }
  const eventName = event.data.event
  if (eventName === 'versions.review.done') return { kind: 'ignored', reason: eventName }
  if (eventName !== 'user.revoke.consent') return { kind: 'ignored', reason: 'unknown' }
  if (!userId) return { kind: 'ignored', reason: 'malformed' }
  return {
    kind: 'event',
    event: {
      oaId: config.oaId,
      dedupeKey: createHash('sha256')
        .update([eventName, timestamp ?? '', appId, userId].join('|'))
        .digest('hex'),
      eventName,
      subjectId: userId,
      occurredAt: moment(timestamp, receivedAt),
      payload: { kind: 'withdrawn', userIdByApp: userId },
    },
    phoneGiven: null,
  }
}

function moment(timestamp: number | undefined, receivedAt: Date): Date {
  const isBelievable = timestamp !== undefined && timestamp > 0 && timestamp <= receivedAt.getTime()
  return isBelievable ? new Date(timestamp) : receivedAt
}
