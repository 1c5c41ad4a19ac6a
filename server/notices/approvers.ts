/** Those who agree to notices are told in the chat what waits for them. Whom Zalo keeps from us finds it in the list. */
import { sql, type Transaction } from 'kysely'
import { composeApprovalWanted, composeSentAlone } from '../../shared/answers/index.ts'
import { kindRules } from '../../shared/notices/index.ts'
import { includesRole, Role } from '../../shared/people.ts'
import type { Tables } from '../platform/storage/index.ts'
import { mayReview, senderOf, traceAreas } from './charge.ts'
import type { Desk } from './desk.ts'
import { listHands, type NoticeRow } from './store.ts'

/** Zalo lets the OA write freely for so long after the person's last act. */
const WINDOW_MS = 48 * 3600_000

interface Approver {
  personId: string
  recipientId: string
  actedAt: Date
  grants: { role: Role; areaId: string }[]
}

/**
 * Writes down a message to each who may agree to it, once for a notice; call `deliveries.nudge` after the commit.
 * @param why `wanted`: it waits for a second person · `sent_alone`: an emergency that waited for nobody
 */
export async function tellApprovers(
  desk: Desk,
  tx: Transaction<Tables>,
  row: NoticeRow,
  why: 'wanted' | 'sent_alone',
): Promise<void> {
  const now = desk.house.clock.now()
  const areas = await traceAreas(tx, row.areas)
  const hands = [row.author, row.last_editor, ...(await listHands(tx, row.id))]
  const approvers = (await findApprovers(tx, row.oa_id, new Date(now.getTime() - WINDOW_MS))).filter(
    ({ personId, grants }) => !hands.includes(personId) && mayReview({ grants }, areas),
  )
  // Neither title nor words: what is erased when the notice is over must not live on in a chat.
  const about = {
    code: row.code,
    kind: kindRules[row.draft.kind].name,
    sender: senderOf(row.area),
    expiresAt: row.expires_at,
  }
  const message = why === 'wanted' ? composeApprovalWanted(about) : composeSentAlone(about)
  await desk.deliveries.enqueue(
    tx,
    approvers.map(({ personId, recipientId, actedAt }) => ({
      oaId: row.oa_id,
      areaId: row.area_id,
      requestKey: `notice:${row.id}:${why}:${personId}`,
      lane: row.urgency === 'emergency' ? 'urgent' : 'notice',
      channel: 'oa_message',
      recipientId,
      message,
      source: { notice: row.id },
      expiresAt: new Date(Math.min(actedAt.getTime() + WINDOW_MS, row.expires_at.getTime())),
    })),
  )
}

/** People with a chat at the OA that is open at the moment. */
async function findApprovers(tx: Transaction<Tables>, oaId: string, actedAfter: Date): Promise<Approver[]> {
  const roles = Role.options.filter(role => includesRole(role, 'reviewer'))
  const { rows } = await sql<Approver>`
    select i.person_id as "personId", i.external_id as "recipientId", i.last_interaction_at as "actedAt",
      json_agg(json_build_object('role', r.role, 'areaId', r.area_id)) as grants
    from roles r join identities i on i.person_id = r.person_id and i.kind = 'oa' and i.issuer = ${oaId}
    where r.role = any(${roles}::text[]) and r.revoked_at is null and i.following is distinct from false
      and i.last_interaction_at > ${actedAfter}
    group by 1, 2, 3
  `.execute(tx)
  return rows
}
