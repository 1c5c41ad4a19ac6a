/** The groups that the OA owns: seen as they are at Zalo, linked to a place, unlinked. */
import { sql, type Transaction } from 'kysely'
import type { GroupAsset, GroupObstacle, OaGroup } from '../../shared/carrying/index.ts'
import type { ZaloTrouble } from '../../shared/zalo-trouble.ts'
import { AppError } from '../errors.ts'
import {
  unlinkGroup as dropLink,
  linkGroup as keepLink,
  listLinkedGroups,
  readInGroup,
  readPolicies,
} from '../platform/deliveries/index.ts'
import type { Database, Tables } from '../platform/storage/index.ts'
import type { CarryingParts } from './account.ts'
import { note } from './note.ts'
import { refusedBy, troubleOf } from './trouble.ts'

type Linked = Awaited<ReturnType<typeof listLinkedGroups>>[number]
interface Seen extends Omit<OaGroup, 'area' | 'obstacles' | 'lastPost'> {
  isDisabled: boolean
}
interface Place {
  code: string
  name: string
}

/** Each is one more call of a hundred a minute; of the others it is not told what they rest on. */
const MOST_LOOKED_INTO = 30
/** Zalo is far away: somebody waits for the page. */
const AT_ONCE = 6

export async function listGroups(parts: CarryingParts): Promise<{ groups: OaGroup[]; trouble: ZaloTrouble | null }> {
  const { db, oaId, zalo } = parts
  const linked = new Map((await listLinkedGroups(db, oaId)).map(one => [one.groupId, one]))
  const { groups, trouble } = await askForGroups(parts)
  const named = new Set(groups.map(({ id }) => id))
  const unnamed = [...linked.values()].filter(({ groupId }) => !named.has(groupId))
  const places = await readPlaces(db, [...linked.values()])
  const policies = await readPolicies(
    db,
    [...linked.values()].map(({ areaId }) => areaId),
  )
  const mayPost = (await zalo.capabilities.read(oaId)).canPostToGroups !== false

  function show({ isDisabled, ...group }: Seen): OaGroup {
    const link = linked.get(group.id)
    const area = (link && places.get(link.areaId)) ?? null
    const isUsed = link && area ? policies.get(link.areaId)?.channels.includes('group') : true
    const stands: [GroupObstacle, boolean][] = [
      ['gone', trouble === null && !named.has(group.id)],
      ['over', isDisabled],
      ['no_area', link !== undefined && area === null],
      ['not_allowed', link !== undefined && !mayPost],
      ['not_used', !isUsed],
    ]
    const obstacles = stands.flatMap(([obstacle, holds]) => (holds ? [obstacle] : []))
    return { ...group, area, obstacles, lastPost: link?.lastPost ?? null }
  }

  const shown = [...groups, ...unnamed.map(unseen)].map(show)
  return { groups: shown.sort(byPlace), trouble }
}

/** Those that nobody has taken stand first: they are what is to be done. */
function byPlace(a: OaGroup, b: OaGroup): number {
  const order = Number(a.area !== null) - Number(b.area !== null)
  return order || `${a.area?.name} ${a.name}`.localeCompare(`${b.area?.name} ${b.name}`, 'vi', { numeric: true })
}

async function askForGroups({
  oaId,
  hasApi,
  zalo: { client },
}: CarryingParts): Promise<{ groups: Seen[]; trouble: ZaloTrouble | null }> {
  if (!hasApi) return { groups: [], trouble: 'off' }
  const own = await client.listOwnGroups(oaId)
  if (own.kind !== 'ok') return { groups: [], trouble: troubleOf(own) }
  const details: Awaited<ReturnType<typeof client.readGroup>>[] = []
  const lookedInto = own.value.slice(0, MOST_LOOKED_INTO)
  for (let at = 0; at < lookedInto.length; at += AT_ONCE)
    details.push(...(await Promise.all(lookedInto.slice(at, at + AT_ONCE).map(({ id }) => client.readGroup(oaId, id)))))
  const groups = own.value.map((group, place): Seen => {
    const read = details[place]
    const known = read?.kind === 'ok' ? read.value : null
    return {
      ...group,
      product: known?.product ?? null,
      validThrough: known?.validThrough ?? null,
      renewsItself: known?.renewsItself ?? false,
      onlyOaWrites: known?.onlyOaWrites ?? null,
    }
  })
  return { groups, trouble: null }
}

/** Linked, and not named by Zalo: what we know ourselves. */
function unseen({ groupId: id, name, members }: Linked): Seen {
  return {
    id,
    name,
    members,
    link: null,
    mostMembers: null,
    isDisabled: false,
    product: null,
    validThrough: null,
    renewsItself: false,
    dissolvesOn: null,
    onlyOaWrites: null,
  }
}

/** Where each link leads now: what was merged is part of another place; what was split or given up is none. */
async function readPlaces(db: Database, linked: Linked[]): Promise<Map<string, Place>> {
  const { rows } = await sql<Place & { id: string }>`
    select a.id, p.code, p.name from areas a join areas p on p.id = coalesce(a.merged_into, a.id)
    where a.id = any(${linked.map(({ areaId }) => areaId)}::uuid[]) and p.retired_at is null
  `.execute(db)
  return new Map(rows.map(({ id, code, name }) => [id, { code, name }]))
}

export async function listAssets({
  oaId,
  hasApi,
  zalo: { client },
}: CarryingParts): Promise<{ assets: GroupAsset[]; trouble: ZaloTrouble | null }> {
  if (!hasApi) return { assets: [], trouble: 'off' }
  const [found, own] = [await client.listGroupAssets(oaId), await client.listOwnGroups(oaId)]
  if (found.kind !== 'ok') return { assets: [], trouble: troubleOf(found) }
  const names = new Map(own.kind === 'ok' ? own.value.map(({ id, name }) => [id, name]) : [])
  const assets = found.value.map(asset => ({
    ...asset,
    usedBy: asset.usedBy === null ? null : names.get(asset.usedBy) || asset.usedBy || '?',
  }))
  return { assets, trouble: null }
}

/**
 * From now on the notices of a place are posted there; a group that was another place's moves.
 * @returns how many of the group's people are known
 * @throws AppError `not_found` when the OA has no such group, `unavailable` when Zalo cannot be asked
 */
export async function linkGroup(
  parts: CarryingParts,
  { groupId, area, actor }: { groupId: string; area: { id: string; name: string }; actor: string },
): Promise<{ name: string; members: number }> {
  const { db, oaId, hasApi, zalo, clock } = parts
  if (!hasApi) throw refusedBy('off', 'without the API')
  const own = await zalo.client.listOwnGroups(oaId)
  if (own.kind !== 'ok') throw refusedBy(troubleOf(own), own.kind)
  const group = own.value.find(({ id }) => id === groupId)
  if (!group) throw new AppError('not_found', 'the OA has no such group', 'no_such_group')
  await db.transaction().execute(async tx => {
    const from = await lockLink(tx, oaId, groupId)
    if (from === area.id) return
    await keepLink(tx, { oaId, groupId, areaId: area.id, name: group.name })
    await note(tx, { actor, action: 'group linked', areaId: area.id, detail: { groupId, ...(from ? { from } : {}) } })
  })
  await readInGroup(db, zalo.client.readGroupMembers, { oaId, groupId }, clock.now())
  const members = (await listLinkedGroups(db, oaId)).find(one => one.groupId === groupId)?.members ?? 0
  return { name: group.name, members }
}

/** @throws AppError `not_found` when it is nobody's */
export async function unlinkGroup(
  { db, oaId, clock }: Pick<CarryingParts, 'db' | 'oaId' | 'clock'>,
  { groupId, actor }: { groupId: string; actor: string },
): Promise<void> {
  await db.transaction().execute(async tx => {
    const areaId = await lockLink(tx, oaId, groupId)
    if (areaId === null) throw new AppError('not_found', 'this group is linked to no place')
    await dropLink(tx, oaId, groupId, clock.now())
    await note(tx, { actor, action: 'group unlinked', areaId, detail: { groupId } })
  })
}

/** @returns the place that a group is linked to; null: none */
async function lockLink(tx: Transaction<Tables>, oaId: string, groupId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('oa_groups')
    .select(['area_id', 'unlinked_at'])
    .where('oa_id', '=', oaId)
    .where('group_id', '=', groupId)
    .forUpdate()
    .executeTakeFirst()
  return row && row.unlinked_at === null ? row.area_id : null
}
