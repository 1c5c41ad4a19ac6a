/** Requests that must not disturb a receiver: forged, damaged, stale, oversized and misshapen ones. */
import { createHmac } from 'node:crypto'
import { HOUR } from '../world/duration.ts'
import { newDecimalId, newMessageId } from '../world/ids.ts'
import type { World } from '../world/world.ts'
import type { OaEvent } from './events.ts'
import type { Poster, PostResult } from './post.ts'
import { signOaEvent } from './signature.ts'

interface Attack {
  name: string
  /** The signature is the right one for these bytes; only the content is hostile. */
  signed: boolean
  body: string
  signature?: string
}

/** `marker` stands in the body, so that a test can look for traces of it. */
export type AttackResult = PostResult & { name: string; signed: boolean; marker: string }

const DEEP = 5000
const MEGABYTE = 2 ** 20

export async function sendAdversarialSet(world: World, poster: Poster, url: string): Promise<AttackResult[]> {
  const results: AttackResult[] = []
  const { ackTimeoutMs } = world.settings.read().webhook
  for (const { name, signed, body, signature } of createAttacks(world)) {
    const headers: Record<string, string> = {
      'Content-Type': 'application/json',
      'User-Agent': 'ZaloWebhook',
      'X-ZEvent-Server': 'OA OpenAPI',
      ...(signature === undefined ? {} : { 'X-ZEvent-Signature': signature }),
    }
    results.push({ name, signed, marker: markerOf(name), ...(await poster.post(url, body, headers, ackTimeoutMs)) })
  }
  return results
}

const markerOf = (name: string) => `tấn công: ${name}`

function createAttacks(world: World): Attack[] {
  const { appId, oaSecretKey } = world.secrets
  const sign = (body: string, timestamp: string, key = oaSecretKey, app = appId) =>
    signOaEvent(app, body, timestamp, key)
  const plain = (name: string, changes: Partial<OaEvent> = {}) => textEvent(world, markerOf(name), changes)

  const forged = (name: string, make: (body: string, event: OaEvent) => Pick<Attack, 'body' | 'signature'>): Attack => {
    const event = plain(name)
    return { name, signed: false, ...make(JSON.stringify(event), event) }
  }
  const genuine = (name: string, body: string, timestamp: string): Attack => ({
    name,
    signed: true,
    body,
    signature: sign(body, timestamp),
  })
  const genuineEvent = (name: string, event: OaEvent) => genuine(name, JSON.stringify(event), String(event.timestamp))

  const otherApp = plain('another app', { app_id: newDecimalId() })
  const otherAppBody = JSON.stringify(otherApp)
  const { message: _, ...withoutMessage } = plain('no message')
  const nested = plain('deep nesting')
  const nestedBody = JSON.stringify(nested).replace(
    '"sender"',
    `"extra":${'['.repeat(DEEP)}${']'.repeat(DEEP)},"sender"`,
  )

  return [
    forged('wrong secret', (body, event) => ({ body, signature: sign(body, event.timestamp, 'not-the-secret-key') })),
    forged('HMAC instead of hash', body => ({
      body,
      signature: `mac=${createHmac('sha256', oaSecretKey).update(body).digest('hex')}`,
    })),
    forged('one space added', (body, event) => ({ body: `${body} `, signature: sign(body, event.timestamp) })),
    forged('one byte changed', (body, event) => ({
      body: body.replace('tấn công', 'tấn cônG'),
      signature: sign(body, event.timestamp),
    })),
    forged('missing signature', body => ({ body })),
    forged('empty signature', body => ({ body, signature: 'mac=' })),
    forged('signature of another length', body => ({ body, signature: 'mac=abc' })),
    {
      name: 'another app',
      signed: false,
      body: otherAppBody,
      signature: sign(otherAppBody, otherApp.timestamp, oaSecretKey, otherApp.app_id),
    },
    { name: 'empty body', signed: false, body: '' },
    { name: 'not JSON', signed: false, body: 'xin chào' },
    genuineEvent(
      'replay after 25 hours',
      plain('replay after 25 hours', { timestamp: String(world.clock.now() - 25 * HOUR) }),
    ),
    genuineEvent('one megabyte', plain('one megabyte', { padding: 'x'.repeat(MEGABYTE) })),
    genuine('deep nesting', nestedBody, nested.timestamp),
    genuineEvent('unknown event', plain('unknown event', { event_name: 'user_did_something_new' })),
    genuineEvent('no message', withoutMessage as OaEvent),
    numbersForStrings(world, sign),
  ]
}

/** The same event with bare numbers where strings belong; the timestamp is hashed as it stands in the body. */
function numbersForStrings(world: World, sign: (body: string, timestamp: string) => string): Attack {
  const name = 'numbers for strings'
  const event = textEvent(world, markerOf(name), {})
  const body = JSON.stringify(event).replace(/"(\d{10,})"/g, '$1')
  return { name, signed: true, body, signature: sign(body, event.timestamp) }
}

function textEvent(world: World, text: string, changes: Partial<OaEvent>): OaEvent {
  return {
    app_id: world.secrets.appId,
    event_name: 'user_send_text',
    timestamp: String(world.clock.now()),
    sender: { id: newDecimalId() },
    message: { text, msg_id: newMessageId() },
    recipient: { id: world.secrets.oaId },
    ...changes,
  }
}
