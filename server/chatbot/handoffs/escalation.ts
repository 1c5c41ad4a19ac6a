/** A case that has waited a working day is said aloud once: on the health page, in the counts, and to the person. */
import { sql, type Transaction } from 'kysely'
import { composeEscalated } from '../../../shared/answers/index.ts'
import type { House } from '../../feature.ts'
import type { Deliveries, NewDelivery } from '../../platform/deliveries/index.ts'
import type { Tick } from '../../platform/jobs/index.ts'
import type { Tables } from '../../platform/storage/index.ts'

const AT_A_TIME = 200
/** Zalo lets an OA write freely for 48 hours after the person's last message (Official Account → Tin tư vấn). */
const WINDOW_MS = 48 * 3600_000

interface Escalated {
  id: string
  oaId: string
  areaId: string
  oaUserId: string
  lastInteractionAt: Date | null
  following: boolean | null
}

export function createEscalationTick({ house, deliveries }: { house: House; deliveries: Deliveries }): Tick {
  const { db, clock, count, findWard } = house

  async function run(): Promise<void> {
    for (;;) {
      const escalated = await db.transaction().execute(escalateSome)
      for (const _ of escalated) count('handoff', 'escalated')
      if (escalated.length > 0) deliveries.nudge()
      if (escalated.length < AT_A_TIME) return
    }
  }

  async function escalateSome(tx: Transaction<Tables>): Promise<Escalated[]> {
    const now = clock.now()
    const escalated = await markEscalated(tx, now)
    const messages = await Promise.all(escalated.map(one => toDelivery(tx, one, now)))
    await deliveries.enqueue(tx, messages.flat())
    return escalated
  }

  async function toDelivery(tx: Transaction<Tables>, one: Escalated, now: Date): Promise<NewDelivery[]> {
    const ward = await findWard(one.oaId, tx)
    const expiresAt = new Date((one.lastInteractionAt?.getTime() ?? 0) + WINDOW_MS)
    if (!ward || one.following === false || expiresAt <= now) return []
    return composeEscalated(ward.profile).map(message => ({
      oaId: one.oaId,
      areaId: one.areaId,
      requestKey: `handoff:${one.id}:escalated`,
      lane: 'reply',
      channel: 'oa_message',
      recipientId: one.oaUserId,
      message,
      source: null,
      expiresAt,
    }))
  }

  return { name: 'handoff escalation', schedule: '30 */5 * * * *', run }
}

/** Each case once, whichever of several replicas comes first. */
async function markEscalated(tx: Transaction<Tables>, now: Date): Promise<Escalated[]> {
  const { rows } = await sql<Escalated>`
    with due as (
      select id from handoffs where closed_at is null and officer_at is null and escalated_at is null and escalate_at <= ${now}
      order by escalate_at limit ${AT_A_TIME} for update skip locked)
    update handoffs h set escalated_at = ${now}
    from due left join handoffs c on c.id = due.id
      left join identities i on i.kind = 'oa' and i.issuer = c.oa_id and i.external_id = c.oa_user_id
    where h.id = due.id
    returning h.id, h.oa_id as "oaId", h.area_id as "areaId", h.oa_user_id as "oaUserId",
      i.last_interaction_at as "lastInteractionAt", i.following
  `.execute(tx)
  return rows
}
