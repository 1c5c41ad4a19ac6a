/**
 * How the ward's words look in Zalo's JSON.
 * Source: developers.zalo.me, Official Account → Tin tư vấn (text, and text with buttons).
 */
import { type Button, messageLength, type OutgoingMessage } from '../../../shared/messages.ts'

export interface ZaloMessage {
  text: string
  attachment?: { type: 'template'; payload: { buttons: ZaloButton[] } }
}

type ZaloButton =
  | { type: 'oa.query.show'; title: string; payload: string }
  | { type: 'oa.open.url'; title: string; payload: { url: string } }
  | { type: 'oa.open.phone'; title: string; payload: { phone_code: string } }

const TEXT_LIMIT = 2000

/** The body of `message` for one person; without buttons, the same words as plain text. */
export function toZaloMessage(message: OutgoingMessage, { withButtons = true } = {}): ZaloMessage {
  const text = messageText(message)
  const buttons = message.buttons.filter(hasButtonForm).map(toZaloButton)
  if (!withButtons || buttons.length === 0) return { text }
  return { text, attachment: { type: 'template', payload: { buttons } } }
}

/**
 * The text as Zalo carries it, and as it comes back in echoes and history. Pages without https, which exist only in
 * practice mode, cannot be buttons: their addresses stand under the text as far as there is room.
 */
export function messageText({ text, buttons }: OutgoingMessage): string {
  const plainAddresses = buttons.filter(button => !hasButtonForm(button)).map(addressLine)
  return plainAddresses
    .reduce(
      (words, line) => (messageLength(words) + 1 + messageLength(line) <= TEXT_LIMIT ? `${words}\n${line}` : words),
      text,
    )
    .normalize('NFC')
}

function hasButtonForm(button: Button): boolean {
  return button.kind !== 'open' || button.url.startsWith('https://')
}

function addressLine(button: Button): string {
  return button.kind === 'open' ? `${button.title}: ${button.url}` : button.title
}

function toZaloButton(button: Button): ZaloButton {
  const title = button.title.normalize('NFC')
  switch (button.kind) {
    case 'say':
      return { type: 'oa.query.show', title, payload: button.text.normalize('NFC') }
    case 'open':
      return { type: 'oa.open.url', title, payload: { url: button.url } }
    case 'call':
      return { type: 'oa.open.phone', title, payload: { phone_code: internationalNumber(button.phone) } }
  }
}

/** `0236 …` → `84236…`. Short service numbers (1022, 113) have no international form. */
function internationalNumber(phone: string): string {
  return phone.replace(/^\+/, '').replace(/^0/, '84')
}
