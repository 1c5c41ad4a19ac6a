/** Who calls, and what that lets them do. */
import { type Access, includesRole, type Role } from '../../../shared/people.ts'

export interface Principal {
  role: Role
  /** The area the token was given for; for a person the ward. */
  areaId: string
  /** Stands in the audit. */
  label: string
  /** Null for a token of the office: it is nobody's account. */
  personId: string | null
  /** The areas that this caller speaks for as a leader. */
  leads: readonly string[]
}

/** Whoever has an account may do what residents do, besides what their role allows; a token of the office has no account. */
export function mayCall(principal: Principal, access: Access): boolean {
  if (access === 'public') return true
  if (access === 'resident') return principal.personId !== null
  return includesRole(principal.role, access)
}

/** @param within the area and everything above it */
export function leadsArea({ leads }: Principal, within: readonly string[]): boolean {
  return leads.some(areaId => within.includes(areaId))
}
