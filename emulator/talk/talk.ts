/** What happens in a conversation: a message is kept, the relation moves, the webhook is told. */

import {
  echoEvent,
  followEvent,
  oaReactedEvent,
  permissionRevokedEvent,
  personEvent,
  personMessageEvent,
  receivedEvent,
  seenEvent,
} from '../webhook/events.ts'
import type { WebhookSender } from '../webhook/sender.ts'
import type { ChatMessage, Chats, Draft } from '../world/chats.ts'
import { newMessageId } from '../world/ids.ts'
import type { Persona } from '../world/personas.ts'
import type { World } from '../world/world.ts'

export interface Talk {
  fromPerson(person: Persona, draft: Omit<Draft, 'from'>): ChatMessage
  /** Puts the OA's message on the person's phone; `announce` tells the webhook of it. */
  fromOa(person: Persona, draft: Omit<Draft, 'from'>): ChatMessage
  /** Sends the echo and the receipts of a message of the OA, as far as they are switched on. */
  announce(person: Persona, message: ChatMessage): void
  /** The person looks at the chat: everything the OA sent there is seen. */
  see(person: Persona): number
  follow(person: Persona): void
  unfollow(person: Persona): void
  /** The person taps the chat button; Zalo tells the OA only the first time, and never after a message. */
  openChat(person: Persona): boolean
  withdraw(person: Persona): void
  reactAsOa(person: Persona, message: ChatMessage, icon: string): void
  revokeGrant(): void
}

export function createTalk(world: World, webhook: WebhookSender): Talk {
  const { chats, changes, clock } = world

  function changed(person: Persona): void {
    changes.tell({ kind: 'chat', person: person.key })
  }

  function meet(person: Persona): void {
    person.relation.metAt ??= clock.now()
  }

  function see(person: Persona): number {
    if (person.device !== 'phone' || world.settings.read().messages.seen === 'never') return 0
    const unseen = unseenOf(chats, person)
    if (unseen.length === 0) return 0
    for (const message of unseen) message.state = 'seen'
    webhook.emit(
      seenEvent(
        world,
        person,
        unseen.map(message => message.id),
      ),
      person.key,
    )
    changed(person)
    return unseen.length
  }

  return {
    fromPerson(person, draft) {
      const message = chats.add(person.key, newMessageId(), clock.now(), { ...draft, from: 'person' })
      meet(person)
      person.relation.interactedAt = clock.now()
      webhook.emit(personMessageEvent(world, person, message), person.key, () => {
        message.state = 'received'
        changed(person)
      })
      changed(person)
      return message
    },
    fromOa(person, draft) {
      const message = chats.add(person.key, newMessageId(), clock.now(), { ...draft, from: 'oa' })
      if (person.device === 'phone') message.state = 'received'
      changed(person)
      return message
    },
    announce(person, message) {
      const { echoes, received, seen } = world.settings.read().messages
      if (echoes) webhook.emit(echoEvent(world, person, message), person.key)
      if (person.device !== 'phone') return
      if (received) webhook.emit(receivedEvent(world, person, message.id), person.key)
      if (seen === 'always') see(person)
    },
    see,
    follow(person) {
      if (person.relation.followed) return
      meet(person)
      person.relation.followed = true
      if (world.settings.read().messages.followOpensWindow) person.relation.interactedAt = clock.now()
      webhook.emit(followEvent(world, person, 'follow'), person.key)
      changed(person)
    },
    unfollow(person) {
      if (!person.relation.followed) return
      person.relation.followed = false
      webhook.emit(followEvent(world, person, 'unfollow'), person.key)
      changed(person)
    },
    openChat(person) {
      if (person.relation.clickedChat || chats.of(person.key).length > 0) return false
      meet(person)
      person.relation.clickedChat = true
      webhook.emit(personEvent(world, person, 'user_click_chatnow'), person.key)
      changed(person)
      return true
    },
    withdraw(person) {
      webhook.emit(personEvent(world, person, 'user_withdraw'), person.key)
    },
    reactAsOa(person, message, icon) {
      if (icon === '/-remove') message.reactions = []
      else message.reactions.push(icon)
      webhook.emit(oaReactedEvent(world, person, message.id, icon), person.key)
      changed(person)
    },
    revokeGrant() {
      world.grants.revoke()
      webhook.emit(permissionRevokedEvent(world), 'oa')
    },
  }
}

/** The OA's messages since the last one that was seen. */
function unseenOf(chats: Chats, person: Persona): ChatMessage[] {
  const chat = chats.of(person.key)
  const unseen: ChatMessage[] = []
  for (let place = chat.length - 1; place >= 0; place--) {
    const message = chat[place]
    if (message?.from !== 'oa') continue
    if (message.state === 'seen') break
    unseen.unshift(message)
  }
  return unseen
}
