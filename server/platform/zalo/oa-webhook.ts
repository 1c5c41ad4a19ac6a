import type { ZaloConfig } from '../../config.ts'
import type { IncomingEvent } from '../events/index.ts'
import { parseJsonWithLongIds } from './json-with-long-ids.ts'
import { parseEvent } from './parse-event.ts'
import { explainWrongSignature, isSignedBy, signOaBody, type WrongSetting } from './signature.ts'

/** A webhook request as it came: nothing in it is believed yet. */
export interface WebhookRequest {
  rawBody: Buffer
  /** The header `X-ZEvent-Signature`; '' when absent. */
  signature: string
  receivedAt: Date
}

export type Refusal =
  | 'no_signature'
  | 'not_json'
  | 'other_app'
  | 'wrong_signature'
  | 'too_old'
  | 'too_large'
  | 'unreadable'

export type Refused = { kind: 'refused'; reason: Refusal; hint?: WrongSetting | null }
/** Signed by Zalo, and nothing to do. */
export type Ignored = { kind: 'ignored'; reason: string }
export type Verdict = Refused | Ignored | { kind: 'event'; event: IncomingEvent; phoneGiven: string | null }

/** Redeliveries come up to two hours later; a day leaves room for an outage at either end. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000

/** Decides what a request to the OA webhook is, without any effect. Source: developers.zalo.me, Official Account → Webhook. */
export function judgeOaRequest({ rawBody, signature, receivedAt }: WebhookRequest, config: ZaloConfig): Verdict {
  if (signature === '') return { kind: 'refused', reason: 'no_signature' }
  const json = parseJsonWithLongIds(rawBody)
  if (!json || typeof json.value !== 'object' || json.value === null) return { kind: 'refused', reason: 'not_json' }
  if (!('app_id' in json.value) || String(json.value.app_id) !== config.appId)
    return { kind: 'refused', reason: 'other_app' }

  const parts = { appId: config.appId, rawBody, timestamp: json.timestamp, oaSecretKey: config.oaSecretKey }
  if (!isSignedBy(signature, signOaBody(parts))) {
    return { kind: 'refused', reason: 'wrong_signature', hint: explainWrongSignature(signature, parts, config) }
  }
  if (receivedAt.getTime() - Number(json.timestamp) > MAX_AGE_MS) return { kind: 'refused', reason: 'too_old' }
  return parseEvent(json.value, { oaId: config.oaId, receivedAt })
}
