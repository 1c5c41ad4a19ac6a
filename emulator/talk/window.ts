/** Whether Zalo lets the OA write to this person now, and what pays for it. */

import type { ChatMessage } from '../world/chats.ts'
import { DAY, HOUR } from '../world/duration.ts'
import type { Persona } from '../world/personas.ts'
import type { World } from '../world/world.ts'

export type Payment = NonNullable<ChatMessage['paidBy']>
/** A payment, or the code of Zalo's refusal. */
export type Reach = { paidBy: Payment } | { code: number }

export const FREE_WINDOW = 48 * HOUR
export const REACH_WINDOW = 7 * DAY
export const WELCOMES = 3
const QUOTA = 'messages within seven days'

const REFUSALS: Record<Persona['refuses'], number | undefined> = {
  nothing: undefined,
  invitations: -217,
  'this kind': -244,
  full: -218,
  inactive: -227,
}

/** Reads the relation without spending anything. */
export function reach(world: World, person: Persona): Reach {
  const refusal = REFUSALS[person.refuses]
  if (refusal !== undefined) return { code: refusal }
  const { metAt, interactedAt, followed, clickedChat, welcomesUsed } = person.relation
  if (metAt === null) return { code: -201 }
  if (interactedAt === null) {
    return (followed || clickedChat) && welcomesUsed < WELCOMES ? { paidBy: 'welcome_msg' } : { code: -232 }
  }
  const age = world.clock.now() - interactedAt
  if (age > REACH_WINDOW) return { code: -230 }
  if (age <= FREE_WINDOW) return { paidBy: 'reply' }
  return { paidBy: quotaLeft(world) > 0 ? 'sub_quota' : 'charged' }
}

/** Messages of this month that the plan still pays for. */
export function quotaLeft(world: World): number {
  return Math.max(0, world.settings.read().messages.monthlyQuota - world.meters.used(QUOTA, 'month'))
}

export function pay(world: World, person: Persona, payment: Payment): void {
  if (payment === 'welcome_msg') person.relation.welcomesUsed++
  if (payment === 'sub_quota') world.meters.spend(QUOTA, 'month')
}
