import { type Fields, isFields } from '../http/body.ts'
import type { ChatButton } from '../world/chats.ts'
import { invalid, isRefusal, type Refusal } from './refusal.ts'

const MOST_BUTTONS = 5
const LONGEST_TITLE = 100
const LONGEST_QUERY = 1000
const LONGEST_SMS = 160

/** What each type of button wants as its payload; undefined when the payload is wrong. */
const PAYLOADS: Record<ChatButton['type'], (payload: unknown) => ChatButton['payload'] | undefined> = {
  'oa.query.show': readQuery,
  'oa.query.hide': readQuery,
  'oa.open.url': payload => pick(payload, { url: isWebAddress }),
  'oa.open.phone': payload => pick(payload, { phone_code: isPhone }),
  'oa.open.sms': payload =>
    pick(payload, { content: text => text.length > 0 && [...text].length <= LONGEST_SMS, phone_code: isPhone }),
}

export function readButtons(value: unknown): ChatButton[] | Refusal {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_BUTTONS) return invalid('buttons')
  const buttons: ChatButton[] = []
  for (const item of value) {
    const button = readButton(item)
    if (isRefusal(button)) return button
    buttons.push(button)
  }
  return buttons
}

function readButton(value: unknown): ChatButton | Refusal {
  if (!isFields(value)) return invalid('buttons')
  const { title, type, payload } = value
  if (!isTextUpTo(title, LONGEST_TITLE)) return invalid('title')
  if (!isButtonType(type)) return invalid('type')
  const accepted = PAYLOADS[type](payload)
  return accepted === undefined ? invalid('payload') : { title, type, payload: accepted }
}

function isButtonType(value: unknown): value is ChatButton['type'] {
  return typeof value === 'string' && Object.hasOwn(PAYLOADS, value)
}

function readQuery(payload: unknown): string | undefined {
  return isTextUpTo(payload, LONGEST_QUERY) ? payload : undefined
}

function pick(payload: unknown, wanted: Record<string, (text: string) => boolean>): Record<string, string> | undefined {
  if (!isFields(payload)) return undefined
  const picked: Record<string, string> = {}
  for (const [name, accepts] of Object.entries(wanted)) {
    const value = (payload as Fields)[name]
    if (typeof value !== 'string' || !accepts(value)) return undefined
    picked[name] = value
  }
  return picked
}

export function isTextUpTo(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && [...value.normalize('NFC')].length <= longest
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

function isPhone(text: string): boolean {
  return /^\+?\d{3,15}$/.test(text)
}
