/** Roles, each held for one area and everything below it. One closed list; finer rights are named in the services. */
import { z } from 'zod'

export const Role = z.enum(['resident', 'leader', 'answerer', 'editor', 'reviewer', 'administrator', 'viewer'])
export type Role = z.infer<typeof Role>

/** Roles that other systems and commands may be given as a token. */
export const StaffRole = Role.exclude(['resident'])
export type StaffRole = z.infer<typeof StaffRole>

/** What an operation asks of its caller: nothing, or a role. */
export type Access = 'public' | Role

/**
 * Whose work includes whose: an administrator may look at whatever a viewer may look at. What residents do of their own
 * (`resident`) is nobody else's work: it asks for an account.
 */
const INCLUDES: Record<Role, Role[]> = {
  resident: [],
  leader: [],
  viewer: [],
  answerer: ['viewer'],
  editor: ['viewer'],
  reviewer: ['editor', 'viewer'],
  administrator: ['answerer', 'editor', 'reviewer', 'viewer', 'leader'],
}

/** True when holding `held` is enough for an operation that asks for `asked`. */
export function includesRole(held: Role, asked: Role): boolean {
  return held === asked || INCLUDES[held].includes(asked)
}
