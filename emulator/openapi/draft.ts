import type { Draft } from '../world/chats.ts'
import type { World } from '../world/world.ts'

/** A message of the OA that passed every check. */
export type OaDraft = Omit<Draft, 'from'>

export interface DraftContext {
  world: World
  version: 'v2' | 'v3'
  /** The person in whose chat the message will stand. */
  person: string
}
