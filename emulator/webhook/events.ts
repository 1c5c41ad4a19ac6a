/** The bodies of OA events, as Zalo shapes them. */
import type { ChatMessage } from '../world/chats.ts'
import type { GroupMessage } from '../world/groups.ts'
import type { Persona } from '../world/personas.ts'
import type { World } from '../world/world.ts'

export interface OaEvent {
  app_id: string
  event_name: string
  timestamp: string
  [field: string]: unknown
}

type Parts = Record<string, unknown>

export function personMessageEvent(world: World, person: Persona, message: ChatMessage): OaEvent {
  return {
    ...envelope(world, `user_send_${message.kind}`, person, message.at),
    sender: { id: person.userId },
    message: messagePart(world, message),
    recipient: { id: world.secrets.oaId },
  }
}

export function echoEvent(world: World, person: Persona, message: ChatMessage): OaEvent {
  const admin = message.adminId === null ? {} : { admin_id: message.adminId }
  const name =
    message.kind === 'request_user_info' || message.kind === 'template' ? 'oa_send_template' : `oa_send_${message.kind}`
  return {
    ...envelope(world, name, person, message.at),
    sender: { id: world.secrets.oaId, ...admin },
    message: messagePart(world, message),
    recipient: { id: person.userId },
  }
}

export function receivedEvent(world: World, person: Persona, messageId: string): OaEvent {
  return receipt(world, person, 'user_received_message', { msg_id: messageId })
}

export function seenEvent(world: World, person: Persona, messageIds: string[]): OaEvent {
  return receipt(world, person, 'user_seen_message', { msg_ids: messageIds })
}

export function oaReactedEvent(world: World, person: Persona, messageId: string, icon: string): OaEvent {
  return receipt(world, person, 'oa_reacted_message', { msg_id: messageId, react_icon: icon })
}

function receipt(world: World, person: Persona, name: string, message: Parts): OaEvent {
  return {
    ...envelope(world, name, person),
    sender: { id: world.secrets.oaId },
    message,
    recipient: { id: person.userId },
  }
}

export function followEvent(world: World, person: Persona, name: 'follow' | 'unfollow'): OaEvent {
  return {
    ...envelope(world, name, person),
    oa_id: world.secrets.oaId,
    follower: { id: person.userId },
    source: 'oa_profile',
  }
}

export function personEvent(world: World, person: Persona, name: 'user_click_chatnow' | 'user_withdraw'): OaEvent {
  return { ...envelope(world, name, person), oa_id: world.secrets.oaId, user_id: person.userId }
}

/** The life of a group: who came, who went, that it began or ended. */
export function groupEvent(world: World, name: string, groupId: string, people: Persona[]): OaEvent {
  return {
    ...bare(world, name, world.clock.now()),
    oa_id: world.secrets.oaId,
    group_id: groupId,
    users: people.map(({ userId }) => ({ id: userId })),
  }
}

/** A message in a group; `person` null: the OA's own. */
export function groupMessageEvent(
  world: World,
  groupId: string,
  { id, at, text }: GroupMessage,
  person: Persona | null,
): OaEvent {
  return {
    ...bare(world, person ? 'user_send_group_text' : 'oa_send_group_text', at),
    oa_id: world.secrets.oaId,
    sender: { id: person?.userId ?? world.secrets.oaId },
    recipient: { id: groupId },
    message: { text, msg_id: id },
  }
}

export function permissionRevokedEvent(world: World): OaEvent {
  return { ...bare(world, 'permission_revoked', world.clock.now()), oa_id: world.secrets.oaId }
}

/** What the console's Test button posts: rightly signed, with placeholder ids. */
export function consoleTestEvent(world: World): OaEvent {
  return {
    ...bare(world, 'user_send_text', world.clock.now()),
    user_id_by_app: '3'.repeat(18),
    sender: { id: '1'.repeat(18) },
    message: { text: 'This is testing message', msg_id: 'This is message id' },
    recipient: { id: '2'.repeat(18) },
  }
}

function bare(world: World, name: string, at: number): OaEvent {
  return { app_id: world.secrets.appId, event_name: name, timestamp: String(at) }
}

function envelope(world: World, name: string, person: Persona, at = world.clock.now()): OaEvent {
  const byApp = world.settings.read().webhook.userIdByApp ? { user_id_by_app: person.appUserId } : {}
  return { ...bare(world, name, at), ...byApp }
}

function messagePart(world: World, message: ChatMessage): Parts {
  const attachment = attachmentOf(world, message)
  return {
    ...(message.text === '' ? {} : { text: message.text }),
    msg_id: message.id,
    ...(message.quotedId === null ? {} : { quote_msg_id: message.quotedId }),
    ...(attachment ? { attachments: [attachment] } : {}),
  }
}

function attachmentOf(world: World, { kind, media, cards, text }: ChatMessage): Parts | undefined {
  const url = media.url ?? `${world.baseUrl}/media/anh-mau.png`
  switch (kind) {
    case 'text':
      return undefined
    case 'image':
    case 'gif':
      return { type: kind, payload: { thumbnail: url, url } }
    case 'audio':
      return { type: 'audio', payload: { url } }
    case 'video':
      return { type: 'video', payload: { thumbnail: url, description: '', url } }
    case 'sticker':
      return { type: 'sticker', payload: { id: media.id, url } }
    case 'location':
      return {
        type: 'location',
        payload: { coordinates: { latitude: media.latitude, longitude: media.longitude } },
      }
    case 'file':
      return {
        type: 'file',
        payload: { size: media.size, name: media.name, checksum: media.checksum, type: media.type, url },
      }
    case 'list': {
      const [first] = cards
      return {
        type: 'link',
        payload: { thumbnail: url, title: first?.title, description: first?.subtitle, url: first?.url ?? '' },
      }
    }
    case 'request_user_info':
    case 'template':
      return {
        type: 'template',
        payload: { zinstant_id: media.id ?? '', text, link_url: '', checksum: media.checksum ?? '' },
      }
  }
}
