import type { House } from '../openapi/endpoint.ts'
import { ceilingOf, isExpired } from '../openapi/groups.ts'
import { groupEvent, groupMessageEvent } from '../webhook/events.ts'
import { type Group, type GroupMessage, keepMessage, mentionsIn } from '../world/groups.ts'
import { newMessageId } from '../world/ids.ts'
import type { PeopleControl } from './people-control.ts'
import { ControlProblem } from './problem.ts'

export interface GroupControl {
  list(): { id: string; name: string; members: string[]; hasOa: boolean; messages: GroupMessage[] }[]
  /** A person opens the group's link. */
  join(group: string, person: string): void
  leave(group: string, person: string): void
  /** Writing in a group opens the person's window, as any message does. */
  text(group: string, person: string, text: string): GroupMessage
  /** An admin throws the OA out: from then on -403. */
  removeOa(group: string): void
}

export function createGroupControl({ world, webhook }: House, people: PeopleControl): GroupControl {
  function find(id: string): Group {
    const group = world.groups.find(id)
    if (!group) throw new ControlProblem(404, `There is no group "${id}"`)
    return group
  }
  return {
    list: () =>
      world.groups
        .all()
        .map(({ id, name, members, hasOa, messages }) => ({ id, name, members: [...members], hasOa, messages })),
    join(id, key) {
      const person = people.find(key)
      const group = find(id)
      if (isExpired(world, group)) throw new ControlProblem(409, 'This group is disabled: its asset is over')
      if (!group.members.has(key) && group.members.size >= ceilingOf(world, group))
        throw new ControlProblem(409, 'This group is full')
      group.members.add(person.key)
      webhook.emit(groupEvent(world, 'user_join_group', id, [person]), id)
    },
    leave(id, key) {
      const person = people.find(key)
      find(id).members.delete(person.key)
      webhook.emit(groupEvent(world, 'user_out_group', id, [person]), id)
    },
    text(id, key, text) {
      const person = people.find(key)
      const group = find(id)
      if (!group.members.has(person.key)) throw new ControlProblem(409, `"${key}" is not in this group`)
      const message = { id: newMessageId(), at: world.clock.now(), from: person.key, text, mentions: mentionsIn(text) }
      keepMessage(group, message)
      person.relation.metAt ??= world.clock.now()
      person.relation.interactedAt = world.clock.now()
      webhook.emit(groupMessageEvent(world, id, message, person), id)
      return message
    },
    removeOa(id) {
      find(id).hasOa = false
    },
  }
}
