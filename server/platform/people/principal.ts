/** Who calls, and what that lets them do where. */
import { type Access, includesRole, type Role } from '../../../shared/people.ts'

/** A role, held for one area and everything below it. */
export interface Grant {
  role: Role
  areaId: string
}

export interface Principal {
  /** The role and the area that this call goes by: the first that is enough for the operation. */
  role: Role
  areaId: string
  /** Every area in which the caller may do what they ask for; each stands for everything below it too. */
  areaIds: readonly string[]
  /** Stands in the audit. */
  label: string
  /** Null for a token of the office: it is nobody's account. */
  personId: string | null
  /** The areas that this caller speaks for as a leader. */
  leads: readonly string[]
  /** Everything that the caller holds. */
  grants: readonly Grant[]
}

/** Who acts, for the audit and for "nobody approves their own": a person's number, or an office's token. */
export function actorOf({ personId, label }: Pick<Principal, 'personId' | 'label'>): string {
  return personId ?? `token ${label}`
}

/** @returns null when nothing is held: nobody to let in */
export function createPrincipal({
  label,
  personId,
  grants,
}: Pick<Principal, 'label' | 'personId' | 'grants'>): Principal | null {
  const [first] = grants
  if (!first) return null
  return {
    ...first,
    areaIds: grants.map(({ areaId }) => areaId),
    label,
    personId,
    leads: grants.filter(({ role }) => includesRole(role, 'leader')).map(({ areaId }) => areaId),
    grants,
  }
}

/**
 * The caller as far as an operation of this access lets them act: narrowed to the areas where a role of theirs is enough.
 * Whoever has an account may do what residents do; a token of the office has no account.
 * @returns null when no role is enough
 */
export function actAs(principal: Principal, access: Access): Principal | null {
  if (access === 'public') return principal
  if (access === 'resident') return principal.personId === null ? null : principal
  const enough = principal.grants.filter(({ role }) => includesRole(role, access))
  const [first] = enough
  return first ? { ...principal, ...first, areaIds: enough.map(({ areaId }) => areaId) } : null
}

/** @param within the area and everything above it */
export function leadsArea({ leads }: Principal, within: readonly string[]): boolean {
  return leads.some(areaId => within.includes(areaId))
}

/** @param within the area and everything above it */
export function mayActIn({ areaIds }: Pick<Principal, 'areaIds'>, within: readonly string[]): boolean {
  return areaIds.some(areaId => within.includes(areaId))
}
