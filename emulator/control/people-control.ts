import { z } from 'zod'
import type { ChatMessage } from '../world/chats.ts'
import { HOUR } from '../world/duration.ts'
import type { Persona, PersonaInput, PersonaPatch } from '../world/personas.ts'
import type { PhoneNotice, World } from '../world/world.ts'
import { ControlProblem } from './problem.ts'

/** How a crowd stands with the OA from the start, without a word said. */
export const Standing = z.strictObject({
  followed: z.boolean().optional(),
  interactedHoursAgo: z.number().min(0).optional(),
  acceptsNotifications: z.boolean().optional(),
})
export type Standing = z.infer<typeof Standing>

export interface PeopleControl {
  list(): Persona[]
  /** By key ("ba-sau"), OA-scoped id or app-scoped id. */
  find(id: string): Persona
  create(input: PersonaInput): Persona
  /** Many people at once, for benches: "nguoi-7", "nguoi-8"… */
  createMany(count: number, standing?: Standing): Persona[]
  change(id: string, patch: PersonaPatch): Persona
  /** The person's chat, oldest first; with `after`, only messages with a larger `seq`. */
  messages(id: string, after?: number, limit?: number): ChatMessage[]
  /** Every chat at once, in the order things were written. */
  everyMessage(after?: number): (ChatMessage & { person: string })[]
  /** How many of the OA's messages hold these words, and how many of those somebody has more than once. */
  tally(text: string): { arrived: number; repeated: number }
  /** Waits for the OA's next message with a `seq` larger than `after`; undefined when none came in time. */
  reply(id: string, after: number, timeoutMs: number): Promise<ChatMessage | undefined>
  notices(id: string): PhoneNotice[]
}

export function createPeopleControl(world: World): PeopleControl {
  function find(id: string): Persona {
    const person = world.people.find(id)
    if (!person) throw new ControlProblem(404, `Nobody here is called "${id}"`)
    return person
  }

  function create(input: PersonaInput): Persona {
    if (input.key !== undefined && world.people.find(input.key))
      throw new ControlProblem(409, `"${input.key}" exists already`)
    const person = world.people.add(input)
    world.changes.tell({ kind: 'people' })
    return person
  }

  /** Since `seq` grows along the chat, the new part is found from its end. */
  function newerThan(id: string, after: number): ChatMessage[] {
    const chat = world.chats.of(find(id).key)
    let start = chat.length
    while (start > 0 && (chat[start - 1]?.seq ?? 0) > after) start--
    return chat.slice(start)
  }

  const nextReply = (id: string, after: number) => newerThan(id, after).find(message => message.from === 'oa')

  return {
    list: () => [...world.people.all()],
    find,
    create,
    createMany(count, { followed = false, interactedHoursAgo, acceptsNotifications = false } = {}) {
      const first = world.people.count() + 1
      const now = world.clock.now()
      const interactedAt = interactedHoursAgo === undefined ? null : now - interactedHoursAgo * HOUR
      const crowd = Array.from({ length: count }, (_, index) => {
        const person = world.people.add({ name: `Người dân ${first + index}` })
        if (followed || interactedAt !== null)
          Object.assign(person.relation, { followed, interactedAt, metAt: interactedAt ?? now })
        if (acceptsNotifications) Object.assign(person.miniApp, { acceptsNotifications, usedAt: now })
        return person
      })
      world.changes.tell({ kind: 'people' })
      return crowd
    },
    change(id, { miniApp, tags, ...patch }) {
      const person = Object.assign(find(id), patch)
      Object.assign(person.miniApp, miniApp)
      if (tags) person.relation.tags = tags
      world.changes.tell({ kind: 'people' })
      return person
    },
    messages: (id, after = 0, limit = Number.MAX_SAFE_INTEGER) => newerThan(id, after).slice(-limit),
    everyMessage(after = 0) {
      const all = [...world.people.all()].flatMap(({ key }) =>
        newerThan(key, after).map(message => ({ ...message, person: key })),
      )
      return all.sort((a, b) => a.seq - b.seq)
    },
    tally(text) {
      let [arrived, repeated] = [0, 0]
      for (const { key } of world.people.all()) {
        const words = world.chats
          .of(key)
          .flatMap(one => (one.from === 'oa' && one.text.includes(text) ? [one.text] : []))
        arrived += words.length
        repeated += words.length - new Set(words).size
      }
      return { arrived, repeated }
    },
    reply(id, after, timeoutMs) {
      const present = nextReply(id, after)
      if (present) return Promise.resolve(present)
      const { key } = find(id)
      return new Promise(resolve => {
        const stop = world.changes.watch(change => {
          const found = change.kind === 'chat' && change.person === key ? nextReply(id, after) : undefined
          if (found) finish(found)
        })
        const timer = setTimeout(() => finish(undefined), timeoutMs)
        const finish = (message: ChatMessage | undefined) => {
          stop()
          clearTimeout(timer)
          resolve(message)
        }
      })
    },
    notices(id) {
      const { key } = find(id)
      return world.phoneNotices.newestFirst().filter(notice => notice.person === key)
    },
  }
}
