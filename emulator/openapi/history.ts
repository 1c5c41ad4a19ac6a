/** Conversation history: ten at a time, newest first, some ids as bare integers. */
import { type Answer, bareInteger } from '../http/answer.ts'
import type { Fields } from '../http/body.ts'
import type { ChatMessage } from '../world/chats.ts'
import type { Persona } from '../world/personas.ts'
import type { World } from '../world/world.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { readPage } from './page.ts'
import { invalid, type Refusal, success } from './refusal.ts'

const MOST_PER_PAGE = 10
const usual = { method: 'GET', family: 'history', permission: 'history' } as const

export const historyEndpoints: Endpoint[] = [
  { ...usual, path: '/v2.0/oa/conversation', handle: showConversation },
  { ...usual, path: '/v2.0/oa/listrecentchat', handle: listRecentChats },
]

const TYPES: Record<ChatMessage['kind'], string> = {
  text: 'text',
  image: 'photo',
  gif: 'GIF',
  audio: 'voice',
  video: 'link',
  sticker: 'sticker',
  location: 'location',
  file: 'link',
  list: 'links',
  request_user_info: 'link',
  template: 'link',
}

function showConversation({ data }: Call, { world }: House): Answer | Refusal {
  const page = readPage(data, Number.MAX_SAFE_INTEGER, MOST_PER_PAGE)
  if ('error' in page) return page
  const person = typeof data?.user_id === 'string' ? world.people.byUserId(data.user_id) : undefined
  if (!person) return invalid('user_id')
  const chat = world.chats.of(person.key)
  const end = Math.max(0, chat.length - page.offset)
  const newestFirst = chat.slice(Math.max(0, end - page.count), end).reverse()
  return success(newestFirst.map(message => item(world, person, message)))
}

function listRecentChats({ data }: Call, { world }: House): Answer | Refusal {
  const page = readPage(data, Number.MAX_SAFE_INTEGER, MOST_PER_PAGE)
  if ('error' in page) return page
  const latest: { person: Persona; message: ChatMessage }[] = []
  for (const key of world.chats.people()) {
    const person = world.people.find(key)
    const message = world.chats.of(key).at(-1)
    if (person && message) latest.push({ person, message })
  }
  latest.sort((a, b) => b.message.seq - a.message.seq)
  const shown = latest.slice(page.offset, page.offset + page.count)
  return success(shown.map(({ person, message }) => item(world, person, message)))
}

function item(world: World, person: Persona, message: ChatMessage): Fields {
  const oa = { id: world.secrets.oaId, name: world.settings.read().oa.name }
  const human = { id: person.userId, name: person.name }
  const [from, to] = message.from === 'oa' ? [oa, human] : [human, oa]
  const idOf = (id: string) => (world.settings.read().messages.bareIds ? bareInteger(id) : id)
  const avatar = `${world.baseUrl}/media/anh-mau.png`
  return {
    src: message.from === 'oa' ? 0 : 1,
    time: message.at,
    type: TYPES[message.kind],
    message: message.text,
    message_id: message.id,
    from_id: idOf(from.id),
    to_id: idOf(to.id),
    from_display_name: from.name,
    from_avatar: avatar,
    to_display_name: to.name,
    to_avatar: avatar,
    ...mediaPart(message),
  }
}

function mediaPart({ kind, media, cards }: ChatMessage): Fields {
  if (kind === 'location') return { location: JSON.stringify({ latitude: media.latitude, longitude: media.longitude }) }
  if (kind === 'list')
    return { links: cards.map(({ title, subtitle, url }) => ({ title, description: subtitle, url })) }
  return media.url === undefined ? {} : { url: media.url, thumb: media.url }
}
