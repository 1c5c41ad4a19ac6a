/** Group chats that the OA owns: which there are, what each rests on, who is in it. Source: developers.zalo.me, OA → GMF. */
import { z } from 'zod'
import type { GroupParts } from './group-message.ts'
import { type ReadResult, toReadResult } from './read-result.ts'

export interface OwnGroup {
  id: string
  name: string
  /** Where it is joined: "https://zalo.me/g/…". */
  link: string | null
  members: number | null
  mostMembers: number | null
  /** What it rested on is over: nothing can be posted, and it will be dissolved. */
  isDisabled: boolean
  /** As Zalo writes it. */
  dissolvesOn: string | null
}

/** What was bought, and what a group rests on. */
export interface GroupAsset {
  id: string
  /** "gmf100": how many people it holds. */
  product: string
  /** As Zalo writes it; null: not said. */
  validThrough: string | null
  renewsItself: boolean
  /** The group that rests on it; null: it is free. */
  usedBy: string | null
}

type Reading = Pick<GroupParts, 'openapi' | 'openapiUrl'>

const Id = z.union([z.string(), z.number()]).transform(String)
const Text = z
  .union([z.string(), z.number()])
  .transform(text => String(text) || null)
  .nullish()
  .catch(null)
const Count = z.coerce.number().int().nullish().catch(null)
const Flag = z.boolean().nullish().catch(null)

const GroupInfo = z
  .looseObject({
    group_id: Id,
    name: z.string().catch(''),
    group_link: Text,
    total_member: Count,
    max_member: Count,
    status: Text,
    auto_delete_date: Text,
  })
  .transform(
    (info): OwnGroup => ({
      id: info.group_id,
      name: info.name,
      link: info.group_link ?? null,
      members: info.total_member ?? null,
      mostMembers: info.max_member ?? null,
      isDisabled: info.status === 'disabled',
      dissolvesOn: info.auto_delete_date ?? null,
    }),
  )
const Groups = z.looseObject({ data: z.looseObject({ groups: z.array(GroupInfo) }) })

/** How many groups Zalo lists at once. */
const LIST = 5
const PAGE = 50
/** The largest group holds a thousand. */
const PAGES = 20

/** @returns the groups that the OA owns */
export async function listOwnGroups({ openapi, openapiUrl }: Reading, oaId: string): Promise<ReadResult<OwnGroup[]>> {
  const groups: OwnGroup[] = []
  for (let page = 0; page < PAGES; page++) {
    const params = { offset: String(page * LIST), count: String(LIST) }
    const answer = await openapi(oaId, { method: 'GET', url: `${openapiUrl}/v3.0/oa/group/getgroupsofoa`, params })
    const read = toReadResult(answer, Groups)
    if (read.kind !== 'ok') return read
    groups.push(...read.value.data.groups)
    if (read.value.data.groups.length < LIST) break
  }
  return { kind: 'ok', value: groups }
}

const Details = z
  .looseObject({
    data: z.looseObject({
      asset_info: z.looseObject({ asset_type: Text, valid_through: Text, auto_renew: Flag }).nullish().catch(null),
      group_setting: z.looseObject({ lock_send_msg: Flag }).nullish().catch(null),
    }),
  })
  .transform(
    ({ data: { asset_info: asset, group_setting: setting } }): GroupDetails => ({
      product: asset?.asset_type ?? null,
      validThrough: asset?.valid_through ?? null,
      renewsItself: asset?.auto_renew === true,
      onlyOaWrites: setting?.lock_send_msg ?? null,
    }),
  )

export interface GroupDetails extends Pick<GroupAsset, 'validThrough' | 'renewsItself'> {
  product: string | null
  /** The members read and do not write; null: not said. */
  onlyOaWrites: boolean | null
}

/** What one group rests on, and how it is set. */
export async function readGroup(
  { openapi, openapiUrl }: Reading,
  { oaId, groupId }: { oaId: string; groupId: string },
): Promise<ReadResult<GroupDetails>> {
  const params = { group_id: groupId }
  return toReadResult(
    await openapi(oaId, { method: 'GET', url: `${openapiUrl}/v3.0/oa/group/getgroup`, params }),
    Details,
  )
}

const PRODUCTS = ['gmf10', 'gmf50', 'gmf100', 'gmf1000']
/** Of the plan, bought, and given. */
const KINDS = ['sub_quota', 'purchase_quota', 'reward_quota']
const Assets = z
  .looseObject({
    data: z
      .array(
        z.looseObject({
          asset_id: Id,
          product_type: z.string(),
          valid_through: Text,
          auto_renew: Flag,
          status: Text,
          used_id: Text,
        }),
      )
      .nullish(),
  })
  .transform(({ data }): GroupAsset[] =>
    (data ?? []).map(asset => ({
      id: asset.asset_id,
      product: asset.product_type,
      validThrough: asset.valid_through ?? null,
      renewsItself: asset.auto_renew === true,
      usedBy: asset.status === 'used' ? (asset.used_id ?? '') : null,
    })),
  )

/** @returns every asset for a group that the OA has, used or free; Zalo tells them by product and by where they come from */
export async function listGroupAssets(
  { openapi, openapiUrl }: Reading,
  oaId: string,
): Promise<ReadResult<GroupAsset[]>> {
  const assets = new Map<string, GroupAsset>()
  for (const product of PRODUCTS)
    for (const kind of KINDS) {
      const body = { quota_owner: 'OA', product_type: product, quota_type: kind }
      const answer = await openapi(oaId, { method: 'POST', url: `${openapiUrl}/v3.0/oa/quota/group`, body })
      const read = toReadResult(answer, Assets)
      if (read.kind !== 'ok') return read
      for (const asset of read.value) assets.set(asset.id, asset)
    }
  return { kind: 'ok', value: [...assets.values()] }
}

const Members = z.looseObject({
  data: z.looseObject({ members: z.array(z.looseObject({ user_id: Id.optional() })) }),
})

/** @returns ids at the OA of the people in a group; null when Zalo did not tell */
export async function readGroupMembers(
  { openapi, openapiUrl }: Reading,
  { oaId, groupId }: { oaId: string; groupId: string },
): Promise<string[] | null> {
  const members: string[] = []
  for (let page = 0; page < PAGES; page++) {
    const params = { group_id: groupId, offset: String(page * PAGE), count: String(PAGE) }
    const answer = await openapi(oaId, { method: 'GET', url: `${openapiUrl}/v3.0/oa/group/listmember`, params })
    const read = toReadResult(answer, Members)
    if (read.kind !== 'ok') return null
    const found = read.value.data.members
    members.push(...found.flatMap(member => member.user_id ?? []))
    if (found.length < PAGE) break
  }
  return members
}
