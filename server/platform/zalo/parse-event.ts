import { createHash } from 'node:crypto'
import type { EventPayload, IncomingEvent } from '../events/index.ts'
import { EventBody } from './event-body.ts'
import { ECHO_EVENTS, isUnusedEvent, MESSAGE_EVENTS, RECEIPT_EVENTS, RELATION_EVENTS } from './event-names.ts'
import { readEventText } from './event-text.ts'
import { messageHash } from './text-hash.ts'

/** An event to store, or why there is none. */
export type ParsedEvent =
  | { kind: 'event'; event: IncomingEvent }
  /** `unused` comes with the event's name; the names of unknown events are not kept. */
  | {
      kind: 'ignored'
      reason: 'malformed' | 'unknown' | 'console_test' | 'other_oa' | 'template_receipt' | `unused ${string}`
    }

const DAY_MS = 24 * 60 * 60 * 1000
/** The "Test" button of the developer console sends this person to this OA. */
const CONSOLE_TEST = { sender: '1'.repeat(18), recipient: '2'.repeat(18) }

/**
 * Reads a verified webhook body. Nothing in it can make this throw.
 * @param body what `parseJsonWithLongIds` made of it
 * @param oaId our OA: events of another one are ignored
 * @param receivedAt stands in for a missing or impossible `timestamp`, and dates the masks
 */
export function parseEvent(body: unknown, { oaId, receivedAt }: { oaId: string; receivedAt: Date }): ParsedEvent {
  const parsed = EventBody.safeParse(body)
  if (!parsed.success) return ignored('malformed')
  const e = parsed.data
  if (e.sender?.id === CONSOLE_TEST.sender && e.recipient?.id === CONSOLE_TEST.recipient) return ignored('console_test')
  if (isUnusedEvent(e.event_name)) return ignored(`unused ${e.event_name}`)
  if (isTemplateReceipt(e)) return ignored('template_receipt')

  const reading = readPayload(e, oaId, receivedAt)
  if (reading === 'unknown' || reading === 'malformed') return ignored(reading)
  if (![e.oa_id, e.sender?.id, e.recipient?.id].includes(oaId)) return ignored('other_oa')
  return {
    kind: 'event',
    event: {
      oaId,
      dedupeKey: reading.key,
      eventName: e.event_name,
      subjectId: reading.subjectId,
      occurredAt: occurredAt(e, receivedAt),
      payload: reading.payload,
    },
  }
}

interface Reading {
  subjectId: string
  key: string
  payload: EventPayload
}

function readPayload(e: EventBody, oaId: string, receivedAt: Date): Reading | 'unknown' | 'malformed' {
  const name = e.event_name
  if (name === 'permission_revoked') {
    return { subjectId: oaId, key: hashedKey(e, oaId, oaId), payload: { kind: 'permission_revoked' } }
  }
  const userIdByApp = e.user_id_by_app ?? null
  const relation = RELATION_EVENTS.get(name)
  if (relation) {
    const person = e.follower?.id ?? e.user_id
    return person
      ? { subjectId: person, key: hashedKey(e, oaId, person), payload: { kind: relation, userIdByApp } }
      : 'malformed'
  }

  const messageType = MESSAGE_EVENTS.get(name)
  const receipt = RECEIPT_EVENTS.get(name)
  if (!messageType && !receipt && !ECHO_EVENTS.has(name)) return 'unknown'
  const person = e.sender?.id === oaId ? e.recipient?.id : e.sender?.id
  if (!person || !e.message) return 'malformed'

  const fallbackKey = hashedKey(e, oaId, person)
  const messageId = e.message.msg_id ?? fallbackKey
  const key = e.message.msg_id ? `${name}:${messageId}` : fallbackKey
  if (messageType) {
    const text = messageType === 'business_card' ? null : readEventText(e.message.text, receivedAt)
    const quotedMessageId = e.message.quote_msg_id ?? null
    return {
      subjectId: person,
      key,
      payload: { kind: 'message', type: messageType, messageId, text, userIdByApp, quotedMessageId },
    }
  }
  if (receipt) {
    const messageIds = e.message.msg_ids ?? (e.message.msg_id ? [e.message.msg_id] : [])
    if (messageIds.length === 0) return 'malformed'
    const receiptKey = e.message.msg_ids ? `${name}:${sha256([...messageIds].sort().join(' '))}` : key
    return { subjectId: person, key: receiptKey, payload: { kind: receipt, messageIds } }
  }
  const words = e.message.text ?? e.message.attachments?.[0]?.payload?.text
  const payload: EventPayload = {
    kind: 'echo',
    messageId,
    textHash: words ? messageHash(words) : null,
    typedByAdmin: e.sender?.admin_id !== undefined,
  }
  return { subjectId: person, key, payload }
}

/** Receipts of paid template messages name a telephone number in place of a person. */
function isTemplateReceipt(e: EventBody): boolean {
  const isPhone = /^(\+?84\d{9}|[0-9a-f]{64})$/.test(e.recipient?.id ?? '')
  return e.event_name === 'user_received_message' && (isPhone || e.message?.tracking_id !== undefined)
}

/** Redeliveries come hours later with the same timestamp; what lies further off is no moment to believe. */
function occurredAt(e: EventBody, receivedAt: Date): Date {
  const time = Number(e.timestamp ?? Number.NaN)
  return Math.abs(time - receivedAt.getTime()) <= DAY_MS ? new Date(time) : receivedAt
}

function hashedKey(e: EventBody, oaId: string, subjectId: string): string {
  return sha256([e.event_name, e.timestamp ?? '', oaId, subjectId].join('|'))
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

function ignored<R extends Extract<ParsedEvent, { kind: 'ignored' }>['reason']>(reason: R): ParsedEvent {
  return { kind: 'ignored', reason }
}
