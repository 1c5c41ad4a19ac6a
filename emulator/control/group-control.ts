import type { House } from '../openapi/endpoint.ts'
import { ceilingOf, isExpired } from '../openapi/groups.ts'
import { groupEvent, groupMessageEvent } from '../webhook/events.ts'
import { type Group, type GroupMessage, keepMessage, mentionsIn } from '../world/groups.ts'
import { newDecimalId, newMessageId } from '../world/ids.ts'
import type { PeopleControl } from './people-control.ts'
import { ControlProblem } from './problem.ts'

export interface GroupControl {
  list(): { id: string; name: string; members: string[]; hasOa: boolean; messages: GroupMessage[] }[]
  /** Somebody makes a group in the OA's own tool, on an asset that is set and free. @returns its id */
  create(group: { name: string; asset: string; people: string[] }): { id: string }
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
    create({ name, asset, people: keys }) {
      if (!world.settings.read().groups.assets.some(({ id }) => id === asset))
        throw new ControlProblem(404, `There is no asset "${asset}"; assets are a setting`)
      if (world.groups.byAsset(asset)) throw new ControlProblem(409, 'This asset has a group already')
      const members = keys.map(key => people.find(key))
      const id = newDecimalId()
      world.groups.add({
        ...{ id, name, description: '', assetId: asset, createdAt: world.clock.now() },
        link: `https://zalo.me/g/${newMessageId().slice(0, 6)}`,
        members: new Set(members.map(({ key }) => key)),
        admins: new Set(),
      })
      webhook.emit(groupEvent(world, 'create_group', id, members), id)
      return { id }
    },
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
