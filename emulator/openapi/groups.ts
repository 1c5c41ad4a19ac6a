/** GMF, /v3.0/oa/group/…: made on an asset, joined by people who know the OA, written to by the OA. */
import type { Answer } from '../http/answer.ts'
import type { Fields } from '../http/body.ts'
import { isFields } from '../http/body.ts'
import { REACH_WINDOW } from '../talk/window.ts'
import { groupEvent, groupMessageEvent } from '../webhook/events.ts'
import { DAY } from '../world/duration.ts'
import { GROUP_SIZES, type Group, keepMessage, mentionsIn } from '../world/groups.ts'
import { newDecimalId, newMessageId } from '../world/ids.ts'
import type { Persona } from '../world/personas.ts'
import type { World } from '../world/world.ts'
import type { Call, Endpoint, House } from './endpoint.ts'
import { invalid, isRefusal, type Refusal, refuse, success } from './refusal.ts'

const MOST_AT_FIRST = 99
const LONGEST_TEXT = 2000
const PAGE = 50
/** How long a group outlives its asset. */
const DISSOLVED_AFTER = 45 * DAY
const path = (name: string) => `/v3.0/oa/group/${name}`
const post = { method: 'POST', family: 'group', permission: 'group' } as const
const get = { method: 'GET', family: 'group', permission: 'group' } as const

export const groupEndpoints: Endpoint[] = [
  { ...post, path: path('creategroupwithoa'), handle: createGroup },
  { ...get, path: path('getgroup'), handle: showGroup },
  { ...get, path: path('getgroupsofoa'), handle: listGroups },
  { ...post, path: path('invite'), handle: invite },
  { ...post, path: path('removemembers'), handle: removeMembers },
  { ...get, path: path('listmember'), handle: listMembers },
  { ...post, path: path('delete'), handle: deleteGroup },
  { ...post, path: path('message'), handle: sendToGroup },
  { ...get, path: path('conversation'), handle: showConversation },
]

function assetOf(world: World, id: string) {
  return world.settings.read().groups.assets.find(asset => asset.id === id)
}

/** How many people the group's asset allows in it. */
export function ceilingOf(world: World, { assetId }: Pick<Group, 'assetId'>): number {
  return GROUP_SIZES[assetOf(world, assetId)?.product ?? 'gmf10']
}

export function isExpired(world: World, { assetId }: Pick<Group, 'assetId'>): boolean {
  const until = assetOf(world, assetId)?.validUntil
  return until !== undefined && until !== null && Date.parse(until) <= world.clock.now()
}

/** A group whose asset ended long ago is gone. */
function dissolve(world: World): void {
  for (const group of world.groups.all()) {
    const until = assetOf(world, group.assetId)?.validUntil
    if (until && world.clock.now() - Date.parse(until) > DISSOLVED_AFTER) world.groups.remove(group.id)
  }
}

/** The group that a call names, or why it cannot be used. */
function findGroup(world: World, id: unknown): Group | Refusal {
  dissolve(world)
  const group = typeof id === 'string' ? world.groups.find(id) : undefined
  if (!group) return invalid('group_id')
  return group.hasOa ? group : refuse(-403)
}

/** Only who follows the OA, or did something there within seven days, can be put into a group. */
function mayJoin(world: World, { relation }: Persona): Refusal | undefined {
  if (relation.metAt === null) return refuse(-213)
  const recent = relation.interactedAt !== null && world.clock.now() - relation.interactedAt <= REACH_WINDOW
  return relation.followed || recent ? undefined : refuse(-230)
}

function readMembers(
  world: World,
  value: unknown,
  refuses: (person: Persona) => Refusal | undefined,
): Persona[] | Refusal {
  if (!Array.isArray(value) || value.length === 0) return invalid('member_user_ids')
  const people: Persona[] = []
  for (const id of value) {
    const person = typeof id === 'string' ? world.people.byUserId(id) : undefined
    if (!person) return invalid('member_user_ids')
    const problem = refuses(person)
    if (problem) return problem
    people.push(person)
  }
  return people
}

function createGroup({ body }: Call, house: House): Answer | Refusal {
  const { world, webhook } = house
  if (!body) return invalid('body')
  const { group_name: name, group_description: description = '', asset_id: assetId } = body
  if (typeof name !== 'string' || name.trim() === '') return invalid('group_name')
  if (typeof description !== 'string') return invalid('group_description')
  const asset = typeof assetId === 'string' ? assetOf(world, assetId) : undefined
  if (!asset || isExpired(world, { assetId: asset.id })) return refuse(-241)
  if (world.groups.byAsset(asset.id)) return refuse(-238)
  const members = readMembers(world, body.member_user_ids, person => mayJoin(world, person))
  if (isRefusal(members)) return members
  if (members.length > MOST_AT_FIRST) return invalid('member_user_ids')
  const admins = members.filter(({ key }) => world.settings.read().groups.admins.includes(key))
  if (admins.length === 0) return invalid('member_user_ids')
  if (members.length > ceilingOf(world, { assetId: asset.id })) return refuse(-210)
  const group = world.groups.add({
    id: newDecimalId(),
    link: `https://zalo.me/g/${newMessageId().slice(0, 6)}`,
    name,
    description,
    assetId: asset.id,
    createdAt: world.clock.now(),
    members: new Set(members.map(({ key }) => key)),
    admins: new Set(admins.map(({ key }) => key)),
  })
  webhook.emit(groupEvent(world, 'create_group', group.id, members), group.id)
  return success({ group_id: group.id, group_link: group.link, ...describe(world, group) })
}

function describe(world: World, group: Group): Fields {
  const asset = assetOf(world, group.assetId)
  const until = asset?.validUntil ? Date.parse(asset.validUntil) : null
  return {
    group_info: {
      group_id: group.id,
      name: group.name,
      group_link: group.link,
      group_description: group.description,
      avatar: `${world.baseUrl}/media/anh-mau.png`,
      status: isExpired(world, group) ? 'disabled' : 'enabled',
      total_member: group.members.size,
      max_member: ceilingOf(world, group),
      auto_delete_date: until === null ? '' : new Date(until + DISSOLVED_AFTER).toISOString().slice(0, 10),
    },
    asset_info: {
      asset_type: asset?.product,
      asset_id: group.assetId,
      valid_through: asset?.validUntil ?? '',
      auto_renew: false,
    },
    group_setting: { lock_send_msg: true, join_appr: false, enable_msg_history: true, enable_link_join: true },
  }
}

function showGroup({ query }: Call, { world }: House): Answer | Refusal {
  const group = findGroup(world, query.get('group_id'))
  return isRefusal(group) ? group : success(describe(world, group))
}

function listGroups({ query }: Call, { world }: House): Answer | Refusal {
  dissolve(world)
  const page = readPage(query, 5)
  if (isRefusal(page)) return page
  const own = world.groups.all().filter(({ hasOa }) => hasOa)
  const shown = own.slice(page.offset, page.offset + page.count)
  return success({ groups: shown.map(group => describe(world, group).group_info), total: own.length })
}

/** What a group whose asset is over still allows: being read, and left. */
function findLivingGroup(world: World, id: unknown): Group | Refusal {
  const group = findGroup(world, id)
  return !isRefusal(group) && isExpired(world, group) ? refuse(-237) : group
}

function invite({ body }: Call, { world, webhook }: House): Answer | Refusal {
  const group = findLivingGroup(world, body?.group_id)
  if (isRefusal(group)) return group
  const people = readMembers(world, body?.member_user_ids, person => mayJoin(world, person))
  if (isRefusal(people)) return people
  const members = new Set([...group.members, ...people.map(({ key }) => key)])
  if (members.size > ceilingOf(world, group)) return refuse(-210)
  const joining = people.filter(({ key }) => !group.members.has(key))
  for (const { key } of joining) group.members.add(key)
  if (joining.length > 0) webhook.emit(groupEvent(world, 'user_join_group', group.id, joining), group.id)
  return success({ group_id: group.id })
}

/** Of those who are in it; a group is never without one of its admins. */
function removeMembers({ body }: Call, { world, webhook }: House): Answer | Refusal {
  const group = findGroup(world, body?.group_id)
  if (isRefusal(group)) return group
  const people = readMembers(world, body?.member_user_ids, ({ key }) =>
    group.members.has(key) ? undefined : invalid('member_user_ids'),
  )
  if (isRefusal(people)) return people
  const leaving = new Set(people.map(({ key }) => key))
  if ([...group.admins].every(key => leaving.has(key))) return invalid('member_user_ids')
  for (const key of leaving) {
    group.members.delete(key)
    group.admins.delete(key)
  }
  webhook.emit(groupEvent(world, 'user_out_group', group.id, people), group.id)
  return success({ group_id: group.id })
}

function listMembers({ query }: Call, { world }: House): Answer | Refusal {
  const group = findGroup(world, query.get('group_id'))
  if (isRefusal(group)) return group
  const page = readPage(query, PAGE)
  if (isRefusal(page)) return page
  const members = [...group.members].slice(page.offset, page.offset + page.count).flatMap(key => {
    const person = world.people.find(key)
    return person ? [{ user_id: person.userId, name: person.name, avatar: '' }] : []
  })
  return success({ members, total: group.members.size })
}

function deleteGroup({ body }: Call, { world, webhook }: House): Answer | Refusal {
  const group = findGroup(world, body?.group_id)
  if (isRefusal(group)) return group
  world.groups.remove(group.id)
  webhook.emit(groupEvent(world, 'delete_group', group.id, []), group.id)
  return success({ group_id: group.id })
}

function sendToGroup({ body }: Call, { world, webhook }: House): Answer | Refusal {
  if (!isFields(body?.recipient)) return invalid('recipient')
  const group = findLivingGroup(world, body.recipient.group_id)
  if (isRefusal(group)) return group
  const text = isFields(body.message) ? body.message.text : undefined
  if (typeof text !== 'string' || text.trim() === '') return invalid('text')
  if (isFields(body.message) && body.message.attachment !== undefined) return invalid('attachment')
  if ([...text.normalize('NFC')].length > LONGEST_TEXT) return refuse(-210)
  const message = { id: newMessageId(), at: world.clock.now(), from: 'oa', text, mentions: mentionsIn(text) }
  keepMessage(group, message)
  if (world.settings.read().messages.echoes) webhook.emit(groupMessageEvent(world, group.id, message, null), group.id)
  return success({ message_id: message.id, group_id: group.id })
}

function showConversation({ query }: Call, { world }: House): Answer | Refusal {
  const group = findGroup(world, query.get('group_id'))
  if (isRefusal(group)) return group
  const page = readPage(query, 10)
  if (isRefusal(page)) return page
  const newestFirst = [...group.messages].reverse().slice(page.offset, page.offset + page.count)
  return success(
    newestFirst.map(message => ({
      src: message.from === 'oa' ? 0 : 1,
      time: message.at,
      type: 'text',
      message: message.text,
      message_id: message.id,
      group_id: group.id,
      from_id: message.from === 'oa' ? world.secrets.oaId : (world.people.find(message.from)?.userId ?? ''),
    })),
  )
}

function readPage(query: URLSearchParams, most: number): { offset: number; count: number } | Refusal {
  const offset = Number(query.get('offset') ?? 0)
  const count = Number(query.get('count') ?? most)
  if (!Number.isInteger(offset) || offset < 0) return invalid('offset')
  return Number.isInteger(count) && count >= 1 && count <= most ? { offset, count } : invalid('count')
}
