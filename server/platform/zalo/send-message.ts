/**
 * One message to one person. Source: developers.zalo.me, Official Account → Tin tư vấn.
 *
 * There is no idempotency key, so a repeat inside one call happens only after an answer that proves nothing was sent:
 * the other version of the API (−235, −240), plain text in place of refused buttons (−201, −233), "sending failed" (−200).
 */
import type { Logger } from 'pino'
import { z } from 'zod'
import type { OutgoingMessage } from '../../../shared/messages.ts'
import type { Clock } from '../../clock.ts'
import type { Capabilities, CapabilityStore } from './capabilities.ts'
import { toZaloMessage } from './message-body.ts'
import type { OpenApi } from './openapi.ts'
import { BUTTONS_REFUSED, remedyFor } from './outcomes.ts'
import { createOutcomeReader, type SendOutcome } from './send-outcome.ts'
import { untilAborted } from './until-aborted.ts'

export interface SendRequest {
  oaId: string
  recipientId: string
  message: OutgoingMessage
  signal?: AbortSignal
}

export interface SendParts {
  openapi: OpenApi
  openapiUrl: string
  capabilities: Pick<CapabilityStore, 'read' | 'remember'>
  clock: Clock
  log: Logger
  random: () => number
}

type MessageApi = NonNullable<Capabilities['messageApi']>
const PATHS: Record<MessageApi, string> = { v3: '/v3.0/oa/message/cs', v2: '/v2.0/oa/message' }
const OTHER: Record<MessageApi, MessageApi> = { v3: 'v2', v2: 'v3' }

/** Zalo has no code for what we find out ourselves. */
const NO_CODE = 0

/** Never throws; takes as long as its `signal` allows, at most four requests of ten seconds. */
export function createSendMessage({ openapi, openapiUrl, capabilities, clock, log, random }: SendParts) {
  const outcomes = createOutcomeReader({ clock, random })
  return async function sendMessage({ oaId, recipientId, message, signal }: SendRequest): Promise<SendOutcome> {
    const known = await untilAborted(capabilities.read(oaId), signal).catch(error => forgetful(error, log))
    if (!known) return outcomes.rest(null)
    if (known.canSendCs === false) return { kind: 'cannot_reply' }

    let api: MessageApi = known.messageApi ?? 'v3'
    let body = toZaloMessage(message)
    let hasSwitched = false
    let hasRepeated = false
    for (;;) {
      const call = {
        method: 'POST',
        url: openapiUrl + PATHS[api],
        body: { recipient: { user_id: recipientId }, message: body },
        signal,
      } as const
      const answer = await openapi(oaId, call)
      const code = answer.kind === 'error' ? answer.code : NO_CODE
      const remedy = remedyFor(code)
      if (remedy.class === 'switch_endpoint') {
        if (hasSwitched) {
          await learn(oaId, known, { canSendCs: false })
          return { kind: 'cannot_reply' }
        }
        hasSwitched = true
        api = OTHER[api]
      } else if (body.attachment && BUTTONS_REFUSED.has(code)) {
        body = toZaloMessage(message, { withButtons: false })
      } else if (remedy.class === 'retry' && remedy.once && !hasRepeated) {
        hasRepeated = true
      } else {
        if (answer.kind === 'success') await learn(oaId, known, { messageApi: api, canSendCs: true })
        return outcomes.read(answer, readSent)
      }
    }
  }

  /** The answer is worth more than the memory: a message that was sent must not look like a failure. */
  async function learn(oaId: string, known: Capabilities, found: Capabilities): Promise<void> {
    const isNew = found.canSendCs !== known.canSendCs || (found.messageApi ?? known.messageApi) !== known.messageApi
    if (!isNew) return
    log.info({ oaId, ...found }, 'Ghi nhớ khả năng gửi tin của OA')
    await capabilities
      .remember(oaId, found)
      .catch(error => log.error({ err: error, oaId }, 'Chưa ghi nhớ được khả năng của OA'))
  }
}

const Sent = z.looseObject({
  data: z.looseObject({
    message_id: z.union([z.string().min(1), z.number()]).transform(String),
    quota: z
      .looseObject({ quota_type: z.string(), remain: z.coerce.number().nullable().catch(null) })
      .optional()
      .catch(undefined),
  }),
})

function readSent(body: Record<string, unknown>): SendOutcome {
  const sent = Sent.safeParse(body)
  if (!sent.success) return { kind: 'unknown', cause: 'success without a message id' }
  const { message_id, quota } = sent.data.data
  return { kind: 'sent', messageId: message_id, quota: quota ? { type: quota.quota_type, remain: quota.remain } : null }
}

function forgetful(error: unknown, log: Logger): null {
  log.error({ err: error }, 'Không đọc được khả năng của OA trong cơ sở dữ liệu')
  return null
}
