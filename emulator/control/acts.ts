/** What a resident does with the phone in the hand, and what an admin of the OA types in Zalo's own tool. */
import { createHash } from 'node:crypto'
import type { House } from '../openapi/endpoint.ts'
import type { ChatButton, ChatMessage } from '../world/chats.ts'
import { newDecimalId, newMessageId } from '../world/ids.ts'
import type { PeopleControl } from './people-control.ts'
import { ControlProblem } from './problem.ts'

/** What pressing a button did: said something, or showed a page, a number, a prepared SMS. */
export type Pressed =
  | { said: ChatMessage }
  | { opened: string }
  | { dialled: string }
  | { sms: { phone: string; content: string } }

export interface Acts {
  text(person: string, text: string, quotedId?: string): ChatMessage
  image(person: string, text?: string): ChatMessage
  voice(person: string): ChatMessage
  sticker(person: string): ChatMessage
  location(person: string, latitude?: string, longitude?: string): ChatMessage
  file(person: string, name?: string): ChatMessage
  /** Presses a button by its title or place (from 0) of a message; of the newest one with buttons when none is named. */
  press(person: string, button: string | number, messageId?: string): Pressed
  follow(person: string): void
  unfollow(person: string): void
  /** False when Zalo no longer tells the OA of the tap. */
  open(person: string): boolean
  /** How many messages of the OA became seen. */
  see(person: string): number
  withdraw(person: string): void
  officer(person: string, text: string, adminId?: string): ChatMessage
}

const ADMIN_ID = '5100000000000000001'
const FILE_BYTES = '48213'

export function createActs({ world, talk }: House, people: PeopleControl): Acts {
  const say = (person: string, draft: Parameters<typeof talk.fromPerson>[1]) =>
    talk.fromPerson(people.find(person), draft)
  const media = (file: string) => `${world.baseUrl}/media/${file}`

  function findButton(person: string, wanted: string | number, messageId?: string): ChatButton {
    const chat = world.chats.of(people.find(person).key)
    const message = chat.findLast(({ id, from, buttons }) =>
      messageId === undefined ? from === 'oa' && buttons.length > 0 : id === messageId,
    )
    const button =
      typeof wanted === 'number' ? message?.buttons[wanted] : message?.buttons.find(({ title }) => title === wanted)
    if (!button) throw new ControlProblem(404, `There is no button "${wanted}"`)
    return button
  }

  return {
    text(person, text, quotedId) {
      if (quotedId !== undefined && world.chats.find(quotedId)?.person !== people.find(person).key) {
        throw new ControlProblem(404, 'The quoted message is not in this chat')
      }
      return say(person, { kind: 'text', text, quotedId: quotedId ?? null })
    },
    image: (person, text = '') => say(person, { kind: 'image', text, media: { url: media('anh-mau.png') } }),
    voice: person => say(person, { kind: 'audio', media: { url: media('tin-thoai.amr'), seconds: '4' } }),
    sticker: person => say(person, { kind: 'sticker', media: { id: newMessageId(), url: media('nhan-dan.png') } }),
    location: (person, latitude = '16.0544068', longitude = '108.2021667') =>
      say(person, { kind: 'location', media: { latitude, longitude } }),
    file(person, name = 'giay-to.pdf') {
      const checksum = createHash('md5').update(newDecimalId()).digest('hex')
      const type = name.split('.').pop() ?? ''
      return say(person, { kind: 'file', media: { name, type, size: FILE_BYTES, checksum, url: media('giay-to.pdf') } })
    },
    press(person, wanted, messageId) {
      const { type, payload } = findButton(person, wanted, messageId)
      if (typeof payload === 'string') {
        return { said: say(person, { kind: 'text', text: payload, hidden: type === 'oa.query.hide' }) }
      }
      if (type === 'oa.open.url') return { opened: payload.url ?? '' }
      if (type === 'oa.open.phone') return { dialled: payload.phone_code ?? '' }
      return { sms: { phone: payload.phone_code ?? '', content: payload.content ?? '' } }
    },
    follow: person => talk.follow(people.find(person)),
    unfollow: person => talk.unfollow(people.find(person)),
    open: person => talk.openChat(people.find(person)),
    see: person => talk.see(people.find(person)),
    withdraw: person => talk.withdraw(people.find(person)),
    officer(person, text, adminId = ADMIN_ID) {
      const message = talk.fromOa(people.find(person), { kind: 'text', text, adminId })
      talk.announce(people.find(person), message)
      return message
    },
  }
}
