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
import type { OpenApi, OpenApiAnswer } from './openapi.ts'
import { BUTTONS_REFUSED, deferUntil, remedyFor } from './outcomes.ts'
import { untilAborted } from './until-aborted.ts'

/** What became of one attempt. Everything but `sent` and `unknown` means that nothing reached the person. */
export type SendOutcome =
  | { kind: 'sent'; messageId: string; quota: SentQuota | null }
  /** Safe to try again, `afterMs` from now at the earliest. */
  | { kind: 'retry'; code: number | null; afterMs: number }
  /** Will never succeed (`permanent`), or not before the person writes again (`window`). */
  | { kind: 'refused'; class: 'permanent' | 'window'; code: number; reason: string }
  | { kind: 'defer'; until: Date; code: number; reason: string }
  /** Somebody must repair something first; `nextStep` is a Vietnamese sentence for them. */
  | { kind: 'operator'; code: number; nextStep: string }
  /** This OA may not write to people through the API at all. */
  | { kind: 'cannot_reply' }
  /** Sent or not: nobody can tell from the answer. */
  | { kind: 'unknown'; cause: string }

/** What the message was charged to; absent from Zalo's answer when it cost money. */
export interface SentQuota {
  type: string
  remain: number | null
}

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

const RATE_EXCEEDED = -32
const RATE_REST_MS = 20_000
const REST_MS = 5000
/** Zalo has no code for what we find out ourselves. */
const NO_CODE = 0
const CONSENT_AGAIN =
  'Mất quyền truy cập Zalo OA. Người quản trị OA mở đường dẫn cấp quyền (lệnh npm run doctor in ra) một lần nữa.'
const WRONG_ADDRESS =
  'Không gọi được API của Zalo ở địa chỉ này. Kiểm tra ZALO_OPENAPI_URL và đường ra Internet của máy chủ.'

/** Never throws; takes as long as its `signal` allows, at most four requests of ten seconds. */
export function createSendMessage({ openapi, openapiUrl, capabilities, clock, log, random }: SendParts) {
  return async function sendMessage({ oaId, recipientId, message, signal }: SendRequest): Promise<SendOutcome> {
    const known = await untilAborted(capabilities.read(oaId), signal).catch(error => forgetful(error, log))
    if (!known) return restFor(null)
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
        return toOutcome(answer)
      }
    }
  }

  function toOutcome(answer: OpenApiAnswer): SendOutcome {
    switch (answer.kind) {
      case 'success':
        return readSent(answer.body)
      case 'error':
        return refusal(answer.code, answer.message)
      case 'not_sent':
      case 'unreachable':
        return restFor(null)
      case 'unclear':
        return { kind: 'unknown', cause: answer.cause }
      case 'turned_away':
        return answer.status === 429
          ? restFor(null)
          : { kind: 'operator', code: NO_CODE, nextStep: `${WRONG_ADDRESS} (HTTP ${answer.status})` }
      case 'consent_needed':
        return { kind: 'operator', code: NO_CODE, nextStep: CONSENT_AGAIN }
    }
  }

  function refusal(code: number, message: string): SendOutcome {
    const remedy = remedyFor(code)
    const reason = message || `Zalo ${code}`
    switch (remedy.class) {
      case 'retry':
        return remedy.once ? { kind: 'refused', class: 'permanent', code, reason } : restFor(code)
      case 'window':
        return { kind: 'refused', class: 'window', code, reason }
      case 'defer':
        return {
          kind: 'defer',
          until: deferUntil(remedy.until, clock.now(), random()),
          code,
          reason: remedy.nextStep ?? reason,
        }
      case 'operator':
        return { kind: 'operator', code, nextStep: remedy.nextStep }
      case 'refresh':
        return { kind: 'operator', code, nextStep: CONSENT_AGAIN }
      case 'switch_endpoint':
      case 'reupload':
      case 'permanent':
        return { kind: 'refused', class: 'permanent', code, reason }
    }
  }

  function restFor(code: number | null): SendOutcome {
    const restMs = code === RATE_EXCEEDED ? RATE_REST_MS : REST_MS
    return { kind: 'retry', code, afterMs: Math.round(restMs * (1 + random())) }
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
