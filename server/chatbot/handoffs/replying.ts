/**
 * An officer writes to the person from here: through the chat while Zalo lets the OA write, else into the Mini App. The
 * machine is silent from then on, exactly as after words in Zalo's own tool.
 */
import { sql, type Transaction } from 'kysely'
import type { Handoff, HandoffReply } from '../../../shared/handoffs.ts'
import type { House } from '../../feature.ts'
import type { Deliveries } from '../../platform/deliveries/index.ts'
import type { Principal } from '../../platform/people/index.ts'
import type { Database, Tables } from '../../platform/storage/index.ts'
import { type HandoffRow, refuse, requireHandoff } from './access.ts'
import { audit, claimHandoff } from './claims.ts'
import { takeOver } from './silence.ts'
import { stampCase } from './store.ts'

/** Zalo lets an OA write freely for 48 hours after the person's last message (Official Account → Tin tư vấn). */
const WINDOW_MS = 48 * 3600_000

type Db = Database | Transaction<Tables>

export interface ReplyWay {
  way: Handoff['replyWay']
  until: Date | null
}

/** How a reply would reach the person at `now`. */
export async function findReplyWay(db: Db, row: HandoffRow, api: boolean, now: Date): Promise<ReplyWay> {
  const { rows } = await sql<{ at: Date | null; following: boolean | null; hasApp: boolean }>`
    select o.last_interaction_at as at, o.following,
      exists (select 1 from identities where person_id = ${row.person_id} and kind = 'app') as "hasApp"
    from (select 1) one left join identities o
      on o.kind = 'oa' and o.issuer = ${row.oa_id} and o.external_id = ${row.oa_user_id}
  `.execute(db)
  const [known] = rows
  const until = known?.at ? new Date(known.at.getTime() + WINDOW_MS) : null
  if (api && until && until > now && known?.following !== false) return { way: 'oa', until }
  return { way: known?.hasApp ? 'inbox' : null, until: null }
}

export function createReplying({ house, deliveries }: { house: House; deliveries: Deliveries }) {
  const { db, clock, config, count } = house

  async function reply(officer: Principal, { id, text, requestKey }: HandoffReply & { id: string }): Promise<void> {
    const seen = await requireHandoff(db, officer, id)
    const isNew = await db.transaction().execute(tx => write(tx, officer, seen, { text, requestKey }))
    if (!isNew) return
    count('handoff', 'reply')
    deliveries.nudge()
  }

  async function write(
    tx: Transaction<Tables>,
    officer: Principal,
    seen: HandoffRow,
    { text, requestKey }: HandoffReply,
  ): Promise<boolean> {
    const at = clock.now()
    const who = { oaId: seen.oa_id, oaUserId: seen.oa_user_id }
    // The conversation before the case, as the chatbot takes them: nobody waits for himself.
    await sql`select 1 from conversations where oa_id = ${who.oaId} and oa_user_id = ${who.oaUserId} for update`.execute(
      tx,
    )
    const known = await tx
      .selectFrom('handoff_replies')
      .select('id')
      .where('handoff_id', '=', seen.id)
      .where('request_key', '=', requestKey)
      .executeTakeFirst()
    if (known) return false
    const { way, until } = await findReplyWay(tx, seen, config.zalo.api, at)
    if (way === null) throw refuse('window_closed', 'nothing written here would reach the person now')
    if (way === 'oa') await takeOver(tx, who, at)
    const row = await claimHandoff(tx, officer, { id: seen.id, at })
    const written = { handoff_id: row.id, request_key: requestKey, at, by: officer.label, way }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('handoff_replies')
      .values({ ...written, text: way === 'inbox' ? text : null })
      .onConflict(conflict => conflict.columns(['handoff_id', 'request_key']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) return false
    await stampCase(tx, who, at)
    if (way === 'oa') {
      await deliveries.withdraw(tx, { oaId: who.oaId, recipientId: who.oaUserId, reason: 'officer' })
      await deliveries.enqueue(tx, [
        {
          oaId: row.oa_id,
          areaId: row.area_id,
          requestKey: replyKey(row.id, requestKey),
          lane: 'reply',
          channel: 'oa_message',
          recipientId: row.oa_user_id,
          message: { text, buttons: [] },
          source: { by: 'officer', handoff: row.id },
          expiresAt: until,
        },
      ])
    }
    // That it was written, not what.
    await audit(tx, officer, row, 'handoff replied', { way })
    return true
  }

  return { reply }
}

function replyKey(handoffId: string, requestKey: string): string {
  return `handoff:${handoffId}:reply:${requestKey}`
}

export async function readReplies(db: Db, row: HandoffRow): Promise<Handoff['replies']> {
  const { rows } = await sql<Handoff['replies'][number]>`
    select r.at, r.by, r.way, coalesce(r.text, d.message ->> 'text') as text,
      case when r.way = 'inbox' then case when r.opened_at is null then 'sent' else 'opened' end
        when d.seen_at is not null then 'opened'
        when d.state in ('failed', 'cancelled') then 'failed' when d.state = 'unknown' then 'unknown'
        when d.state in ('pending', 'claimed', 'sending') then 'waiting' else 'sent' end as state
    from handoff_replies r left join deliveries d
      on d.oa_id = ${row.oa_id} and d.request_key = 'handoff:' || r.handoff_id || ':reply:' || r.request_key
    where r.handoff_id = ${row.id} order by r.id
  `.execute(db)
  return rows
}

/** What could not go through the chat and waits for them in the Mini App, newest first. */
export async function readOwnReplies(
  db: Database,
  personId: string,
): Promise<{ id: string; at: Date; text: string; isNew: boolean }[]> {
  const { rows } = await sql<{ id: string; at: Date; text: string; isNew: boolean }>`
    select r.id, r.at, r.text, r.opened_at is null as "isNew" from handoff_replies r join handoffs h on h.id = r.handoff_id
    where h.person_id = ${personId} and r.way = 'inbox' order by r.id desc limit 50
  `.execute(db)
  return rows
}

/** @returns how many were new */
export async function openOwnReplies(db: Database, personId: string, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update handoff_replies r set opened_at = ${now} from handoffs h
    where h.id = r.handoff_id and h.person_id = ${personId} and r.way = 'inbox' and r.opened_at is null
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}
