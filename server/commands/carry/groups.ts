/** Which of the OA's groups is whose. */

import { listAreas } from '../../platform/areas/index.ts'
import { linkGroup, listGroups, refreshGroupMembers, unlinkGroup } from '../../platform/deliveries/index.ts'
import type { Act, Acting } from './acting.ts'
import { note } from './note.ts'
import { refusedWords } from './refused.ts'

export const groupActs: Record<string, Act> = { groups: showGroups, group: link, ungroup: unlink }

async function showGroups({ db, oaId, zalo }: Acting): Promise<string[]> {
  const areas = await listAreas(db)
  const linked = (await Promise.all(areas.map(({ id }) => listGroups(db, id)))).flat()
  const codes = new Map(areas.map(({ id, code }) => [id, code]))
  const lines = linked.map(
    ({ groupId, name, areaId, members }) => `${groupId}\t${name}\t${codes.get(areaId)}\t${members} người`,
  )
  const own = await zalo.client.listOwnGroups(oaId)
  if (own.kind !== 'ok') return [...lines, `Không hỏi được Zalo về các nhóm: ${refusedWords(own)}`]
  const known = new Set(linked.map(({ groupId }) => groupId))
  const others = own.value.filter(({ id }) => !known.has(id))
  const shown = [...lines, ...others.map(({ id, name }) => `${id}\t${name}\tchưa của tổ nào`)]
  return shown.length > 0 ? shown : ['Zalo của phường chưa có nhóm nào.']
}

async function link({ db, oaId, zalo, clock, area, words, options }: Acting): Promise<string[]> {
  const [groupId] = words
  if (!groupId || options.area === undefined)
    throw new Error('Ghi mã nhóm và địa bàn: npm run carry -- group MÃ_NHÓM --area MÃ_ĐỊA_BÀN')
  const own = await zalo.client.listOwnGroups(oaId)
  if (own.kind !== 'ok') throw new Error(`Không hỏi được Zalo về các nhóm: ${refusedWords(own)}`)
  const group = own.value.find(({ id }) => id === groupId)
  if (!group) throw new Error('Zalo của phường không có nhóm này. Xem các nhóm bằng: npm run carry -- groups')
  await linkGroup(db, { oaId, groupId, areaId: area.id, name: group.name })
  await note(db, { action: 'group linked', areaId: area.id, detail: { groupId } })
  await refreshGroupMembers(db, zalo.client.readGroupMembers, clock.now())
  const members = (await listGroups(db, area.id)).find(one => one.groupId === groupId)?.members ?? 0
  return [`Nhóm ${group.name} là của ${area.name}, có ${members} người. Thông báo của ${area.name} sẽ vào nhóm này.`]
}

async function unlink({ db, oaId, clock, area, words: [groupId] }: Acting): Promise<string[]> {
  if (!groupId) throw new Error('Ghi mã nhóm: npm run carry -- ungroup MÃ_NHÓM')
  const isLinked = await db
    .selectFrom('oa_groups')
    .select('group_id')
    .where('oa_id', '=', oaId)
    .where('group_id', '=', groupId)
    .where('unlinked_at', 'is', null)
    .executeTakeFirst()
  if (!isLinked) throw new Error('Nhóm này chưa thuộc tổ nào.')
  await unlinkGroup(db, oaId, groupId, clock.now())
  await note(db, { action: 'group unlinked', areaId: area.id, detail: { groupId } })
  return ['Từ nay không gửi vào nhóm này nữa; bà con trong nhóm được báo từng người.']
}
