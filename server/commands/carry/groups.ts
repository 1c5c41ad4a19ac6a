/** Which of the OA's groups is whose. */

import { obstacleWords } from '../../../shared/carrying/index.ts'
import { type ZaloTrouble, zaloTroubleWords } from '../../../shared/zalo-trouble.ts'
import { linkGroup, listGroups, unlinkGroup } from '../../carrying/index.ts'
import { AppError } from '../../errors.ts'
import type { Act, Acting } from './acting.ts'
import { OPERATOR, partsOf } from './parts.ts'

export const groupActs: Record<string, Act> = { groups: showGroups, group: link, ungroup: unlink }

async function showGroups(acting: Acting): Promise<string[]> {
  const { groups, trouble } = await listGroups(partsOf(acting))
  const lines = groups.map(({ id, name, area, members, obstacles }) =>
    [
      id,
      name,
      area?.code ?? 'chưa của tổ nào',
      `${members ?? '?'} người`,
      ...obstacles.map(one => obstacleWords[one]),
    ].join('\t'),
  )
  if (trouble) return [...lines, `Không hỏi được Zalo về các nhóm: ${zaloTroubleWords[trouble]}`]
  return lines.length > 0 ? lines : ['Zalo của phường chưa có nhóm nào.']
}

async function link(acting: Acting): Promise<string[]> {
  const { area, words, options } = acting
  const [groupId] = words
  if (!groupId || options.area === undefined)
    throw new Error('Ghi mã nhóm và địa bàn: npm run carry -- group MÃ_NHÓM --area MÃ_ĐỊA_BÀN')
  const { name, members } = await linkGroup(partsOf(acting), { groupId, area, actor: OPERATOR }).catch(inWords)
  return [`Nhóm ${name} là của ${area.name}, có ${members} người. Thông báo của ${area.name} sẽ vào nhóm này.`]
}

async function unlink(acting: Acting): Promise<string[]> {
  const [groupId] = acting.words
  if (!groupId) throw new Error('Ghi mã nhóm: npm run carry -- ungroup MÃ_NHÓM')
  await unlinkGroup(partsOf(acting), { groupId, actor: OPERATOR }).catch((error: unknown) => {
    throw isAppError(error, 'not_found') ? new Error('Nhóm này chưa thuộc tổ nào.') : error
  })
  return ['Từ nay không gửi vào nhóm này nữa; bà con trong nhóm được báo từng người.']
}

const isAppError = (error: unknown, code: AppError['code']): error is AppError =>
  error instanceof AppError && error.code === code

function inWords(error: unknown): never {
  if (isAppError(error, 'not_found'))
    throw new Error('Zalo của phường không có nhóm này. Xem các nhóm bằng: npm run carry -- groups')
  if (!isAppError(error, 'unavailable')) throw error
  const trouble = error.reason?.replace('zalo_', '') as ZaloTrouble
  throw new Error(`Không hỏi được Zalo về các nhóm: ${zaloTroubleWords[trouble]}`)
}
