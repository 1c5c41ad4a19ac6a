import { createHash } from 'node:crypto'
import { readPhone } from '../../../shared/privacy/index.ts'
import type { EventPayload, IncomingEvent } from '../events/index.ts'
import { EventBody } from './event-body.ts'
import {
  ECHO_EVENTS,
  GROUP_ECHO,
  isUnusedEvent,
  MESSAGE_EVENTS,
  RECEIPT_EVENTS,
  RELATION_EVENTS,
} from './event-names.ts'
import { readEventText } from './event-text.ts'
import { messageHash } from './text-hash.ts'

/**
 * An event to store, or why there is none. `phoneGiven`: the telephone number that masking took out of the text; it is
 * handed on beside the event, for whoever asked the person for it, and never stored with it.
 */
export type ParsedEvent =
  | { kind: 'event'; event: IncomingEvent; phoneGiven: string | null }
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
  // What an officer types in a group is no conversation with a person.
  const isOfficersPost = e.event_name === GROUP_ECHO && e.sender?.admin_id !== undefined
  if (isOfficersPost || isUnusedEvent(e.event_name)) return ignored(`unused ${e.event_name}`)
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
    phoneGiven: MESSAGE_EVENTS.get(e.event_name) === 'text' ? readPhone(e.message?.text ?? '') : null,
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
  if (RELATION_EVENTS.has(name)) return readRelation(e, oaId)
  if (!MESSAGE_EVENTS.has(name) && !RECEIPT_EVENTS.has(name) && !ECHO_EVENTS.has(name)) return 'unknown'

  const subjectId = e.sender?.id === oaId ? e.recipient?.id : e.sender?.id
  if (!subjectId || !e.message) return 'malformed'
  const fallbackKey = hashedKey(e, oaId, subjectId)
  const messageId = e.message.msg_id ?? fallbackKey
  const payload =
    readMessage(e, e.message, { messageId, receivedAt }) ??
    readReceipt(name, e.message) ??
    readEcho(e, e.message, messageId)
  if ('messageIds' in payload && payload.messageIds.length === 0) return 'malformed'
  const parts = payload.kind === 'seen' ? sha256([...payload.messageIds].sort().join(' ')) : e.message.msg_id
  return { subjectId, key: parts ? `${name}:${parts}` : fallbackKey, payload }
}

type MessagePart = NonNullable<EventBody['message']>

function readRelation(e: EventBody, oaId: string): Reading | 'malformed' {
  const kind = RELATION_EVENTS.get(e.event_name)
  const subjectId = e.follower?.id ?? e.user_id
  if (!kind || !subjectId) return 'malformed'
  return { subjectId, key: hashedKey(e, oaId, subjectId), payload: { kind, userIdByApp: e.user_id_by_app ?? null } }
}

/** A business card is a third person's data: even its caption stays out. */
function readMessage(
  e: EventBody,
  { text, quote_msg_id }: MessagePart,
  { messageId, receivedAt }: { messageId: string; receivedAt: Date },
): EventPayload | null {
  const type = MESSAGE_EVENTS.get(e.event_name)
  if (!type) return null
  return {
    kind: 'message',
    type,
    messageId,
    text: type === 'business_card' ? null : readEventText(text, receivedAt),
    userIdByApp: e.user_id_by_app ?? null,
    quotedMessageId: quote_msg_id ?? null,
  }
}

function readReceipt(name: string, { msg_id, msg_ids }: MessagePart): EventPayload | null {
  const kind = RECEIPT_EVENTS.get(name)
  return kind ? { kind, messageIds: msg_ids ?? (msg_id ? [msg_id] : []) } : null
}

/** Zalo names the admin only where a person typed the message in the OA's own chat tool. */
function readEcho(e: EventBody, { text, attachments }: MessagePart, messageId: string): EventPayload {
  const words = text ?? attachments?.[0]?.payload?.text
  if (e.sender?.admin_id !== undefined) return { kind: 'officer', messageId, ends: isEnding(words) }
  return { kind: 'echo', messageId, textHash: words ? messageHash(words) : null }
}

/** `#xong` alone or as the last word, however it is spaced and capitalised. */
function isEnding(words = ''): boolean {
  return /(?:^|\s)#\s*xong[\s.!]*$/iu.test(words.normalize('NFKC'))
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
