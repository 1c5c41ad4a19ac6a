/** Whoever sits at this screen. Asked for once, and again whenever a call finds that nobody is signed in. */
import { useQuery } from '@tanstack/react-query'
import { type Role, roleIncludes } from '../roles.ts'
import { api } from './client.ts'

export type Me = Awaited<ReturnType<typeof api.staff.me>>

export const ME = ['me']

export function useMe() {
  return useQuery({ queryKey: ME, queryFn: () => api.staff.me(), staleTime: 60_000 })
}

/** True when a role of theirs, held anywhere, is enough. The server decides again, area by area. */
export function mayOpen(me: Me, asked: Role | null): boolean {
  return asked === null || me.roles.some(({ role }) => roleIncludes(role, asked))
}
