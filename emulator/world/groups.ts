/** Group chats that the OA owns (GMF): each rests on an asset that was bought, and its members see each other. */
import { z } from 'zod'

export const GROUP_SIZES = { gmf10: 10, gmf50: 50, gmf100: 100, gmf1000: 1000 } as const
export const GroupProduct = z.enum(['gmf10', 'gmf50', 'gmf100', 'gmf1000'])
export type GroupProduct = z.infer<typeof GroupProduct>

export interface GroupMessage {
  id: string
  at: number
  /** A person's key, or the OA. */
  from: string
  text: string
  /** What `[@id]` in the text named: shown as mentions, so that words from outside can ring everybody. */
  mentions: string[]
}

export interface Group {
  id: string
  link: string
  name: string
  description: string
  assetId: string
  createdAt: number
  /** Keys of people. */
  members: Set<string>
  admins: Set<string>
  hasOa: boolean
  messages: GroupMessage[]
}

export interface Groups {
  all(): Group[]
  add(group: Omit<Group, 'messages' | 'hasOa'>): Group
  find(id: string): Group | undefined
  remove(id: string): void
  /** The group that rests on an asset. */
  byAsset(assetId: string): Group | undefined
  clear(): void
}

const KEPT = 500

export function createGroups(): Groups {
  const groups = new Map<string, Group>()
  return {
    all: () => [...groups.values()],
    add(group) {
      const made = { ...group, hasOa: true, messages: [] }
      groups.set(made.id, made)
      return made
    },
    find: id => groups.get(id),
    remove: id => void groups.delete(id),
    byAsset: assetId => [...groups.values()].find(group => group.assetId === assetId),
    clear: () => groups.clear(),
  }
}

export function keepMessage(group: Group, message: GroupMessage): void {
  group.messages.push(message)
  if (group.messages.length > KEPT) group.messages.shift()
}

/** The ids in `[@id]`. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(/\[@([^\]]+)\]/g)].map(([, id = '']) => id)
}
