/** Reads the `message` of a send as strictly as Zalo does, field by field. */
import { type Fields, isFields } from '../http/body.ts'
import { readButtons } from './buttons.ts'
import type { DraftContext, OaDraft } from './draft.ts'
import { invalid, isRefusal, type Refusal, refuse } from './refusal.ts'
import { readFileAttachment, readTemplate } from './templates.ts'

const LONGEST_TEXT = 2000

/** The message to deliver, or Zalo's refusal with the field's name. */
export function readMessage(message: unknown, context: DraftContext): OaDraft | Refusal {
  if (!isFields(message)) return invalid('message')
  const text = readText(message, 'attachment' in message)
  if (typeof text !== 'string') return text
  const quotedId = readQuote(message, context)
  if (isRefusal(quotedId)) return quotedId
  const attached =
    'attachment' in message ? readAttachment(message.attachment, text, context) : { kind: 'text' as const }
  return isRefusal(attached) ? attached : { ...attached, text, quotedId: quotedId.id }
}

function readText(message: Fields, hasAttachment: boolean): string | Refusal {
  const { text } = message
  if (text === undefined && hasAttachment) return ''
  if (typeof text !== 'string' || text.trim() === '') return invalid('text')
  return [...text.normalize('NFC')].length > LONGEST_TEXT ? refuse(-210) : text
}

function readQuote(message: Fields, { world, person }: DraftContext): { id: string | null } | Refusal {
  const id = message.quote_message_id
  if (id === undefined) return { id: null }
  return typeof id === 'string' && world.chats.find(id)?.person === person ? { id } : invalid('quote_message_id')
}

function readAttachment(attachment: unknown, text: string, context: DraftContext): OaDraft | Refusal {
  if (!isFields(attachment)) return invalid('attachment')
  const { type, payload } = attachment
  if (!isFields(payload)) return invalid('payload')
  if (type === 'file') return readFileAttachment(payload, context.world)
  if (type !== 'template') return invalid('type')
  if ('template_type' in payload) return readTemplate(payload, context)
  if (text === '') return invalid('text')
  const buttons = readButtons(payload.buttons)
  return isRefusal(buttons) ? buttons : { kind: 'text', buttons }
}
