import type { Answer } from '../http/answer.ts'
import { isFields } from '../http/body.ts'
import type { Call, House } from './endpoint.ts'
import { invalid, type Refusal, refuse, success } from './refusal.ts'

const ICONS = ['/-strong', '/-heart', ':>', '--b', ':-((', ':-h', ':o', '/-remove']
const MOST_REACTIONS = 50

/** The OA puts an icon on a message; it spends no quota. */
export function reactToMessage({ body }: Call, { world, talk }: House): Answer | Refusal {
  const { recipient, sender_action: action } = body ?? {}
  if (!isFields(recipient)) return invalid('recipient')
  const person = typeof recipient.user_id === 'string' ? world.people.byUserId(recipient.user_id) : undefined
  if (!person) return invalid('user_id')
  if (!isFields(action)) return invalid('sender_action')
  const { react_icon: icon, react_message_id: messageId } = action
  if (typeof icon !== 'string' || !ICONS.includes(icon)) return invalid('react_icon')
  const found = typeof messageId === 'string' ? world.chats.find(messageId) : undefined
  if (found?.person !== person.key) return invalid('react_message_id')
  if (found.message.reactions.length >= MOST_REACTIONS) return refuse(-210)
  talk.reactAsOa(person, found.message, icon)
  return success({ message_id: found.message.id, user_id: person.userId })
}
