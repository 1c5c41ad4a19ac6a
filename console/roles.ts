/** Roles as people read them; who includes whom is the contract's truth (shared/people.ts), repeated for what is shown. */
import type { StaffRole } from '../shared/people.ts'

export type Role = StaffRole

export const roleNames: Record<Role, string> = {
  administrator: 'Quản trị',
  reviewer: 'Người duyệt',
  editor: 'Người soạn',
  answerer: 'Người trả lời',
  leader: 'Tổ trưởng',
  viewer: 'Người xem',
}

export const roleDuties: Record<Role, string> = {
  administrator: 'Mời người, giao việc, giữ địa bàn, làm được mọi việc khác',
  reviewer: 'Duyệt hướng dẫn và thông báo; soạn được cả hướng dẫn',
  editor: 'Soạn hướng dẫn, giờ làm việc, mã QR',
  answerer: 'Trả lời bà con đang chờ',
  leader: 'Gửi thông báo cho tổ của mình',
  viewer: 'Chỉ xem tình trạng và số liệu',
}

const INCLUDES: Record<Role, Role[]> = {
  leader: [],
  viewer: [],
  answerer: ['viewer'],
  editor: ['viewer'],
  reviewer: ['editor', 'viewer'],
  administrator: ['answerer', 'editor', 'reviewer', 'viewer', 'leader'],
}

export function roleIncludes(held: Role, asked: Role): boolean {
  return held === asked || INCLUDES[held].includes(asked)
}
