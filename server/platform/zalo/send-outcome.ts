/** What an answer of Zalo means for one attempt to send something. */
import type { Clock } from '../../clock.ts'
import type { OpenApiAnswer } from './openapi.ts'
import { deferUntil, remedyFor } from './outcomes.ts'

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

const RATE_EXCEEDED = -32
const RATE_REST_MS = 20_000
const REST_MS = 5000
/** Zalo has no code for what we find out ourselves. */
const NO_CODE = 0
const CONSENT_AGAIN =
  'Mất quyền truy cập Zalo OA. Người quản trị OA mở đường dẫn cấp quyền (lệnh npm run doctor in ra) một lần nữa.'
const WRONG_ADDRESS =
  'Không gọi được API của Zalo ở địa chỉ này. Kiểm tra ZALO_OPENAPI_URL và đường ra Internet của máy chủ.'

/** @param random 0 ≤ x < 1; spreads repeated tries */
export function createOutcomeReader({ clock, random }: { clock: Clock; random: () => number }) {
  function read(answer: OpenApiAnswer, readSuccess: (body: Record<string, unknown>) => SendOutcome): SendOutcome {
    switch (answer.kind) {
      case 'success':
        return readSuccess(answer.body)
      case 'error':
        return refusal(answer.code, answer.message)
      case 'not_sent':
      case 'unreachable':
        return rest(null)
      case 'unclear':
        return { kind: 'unknown', cause: answer.cause }
      case 'turned_away':
        return answer.status === 429
          ? rest(null)
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
        return remedy.once ? { kind: 'refused', class: 'permanent', code, reason } : rest(code)
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

  function rest(code: number | null): SendOutcome {
    const restMs = code === RATE_EXCEEDED ? RATE_REST_MS : REST_MS
    return { kind: 'retry', code, afterMs: Math.round(restMs * (1 + random())) }
  }

  return { read, rest }
}
