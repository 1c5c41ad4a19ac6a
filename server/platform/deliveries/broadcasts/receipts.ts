/** What comes back about pushes: the echo (it was sent), the receipt (it reached the phone), the reading. By the batch. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../storage/index.ts'
import type { Echo, Receipt } from '../receipts.ts'

/** Zalo's clock and ours may differ by this much. */
const CLOCK_SKEW = sql.lit('3 seconds')

/** Settles pushes that are being sent, are unknown, or went back to the queue, when Zalo shows their message. */
export async function recordPushEchoes(tx: Transaction<Tables>, echoes: Echo[], now: Date): Promise<void> {
  if (echoes.length === 0) return
  const column = <T>(pick: (echo: Echo) => T): T[] => echoes.map(pick)
  await sql`
    with e as (
      select * from unnest(${column(e => e.oaId)}::text[], ${column(e => e.recipientId)}::text[], ${column(e => e.messageId)}::text[],
        ${column(e => e.textHash)}::text[], ${column(e => e.time)}::timestamptz[]) as t (oa_id, recipient_id, message_id, text_hash, at)
      where not exists (select 1 from broadcast_recipients k where k.zalo_msg_id = t.message_id)),
    found as (
      select distinct on (r.broadcast_id, r.person_id) r.broadcast_id, r.person_id, e.message_id
      from e join broadcast_recipients r on r.oa_user_id = e.recipient_id
        and r.sending_at is not null and r.state in ('pending', 'sending', 'unknown') and r.sending_at <= e.at + ${CLOCK_SKEW}::interval
      join broadcasts b on b.id = r.broadcast_id and b.oa_id = e.oa_id and e.text_hash = case r.channel when 'group' then b.group_text_hash else b.text_hash end
      order by r.broadcast_id, r.person_id, abs(extract(epoch from e.at - r.sending_at)))
    update broadcast_recipients r set state = 'sent', zalo_msg_id = found.message_id, resolved_by = 'echo', finished_at = ${now}, lease_until = null
    from found where r.broadcast_id = found.broadcast_id and r.person_id = found.person_id and r.state in ('pending', 'sending', 'unknown')
  `.execute(tx)
}

/** Marks pushes as arrived or read. @returns the message ids that no push has (yet) */
export async function recordPushReceipts(tx: Transaction<Tables>, receipts: Receipt[]): Promise<Set<string>> {
  if (receipts.length === 0) return new Set()
  const column = <T>(pick: (receipt: Receipt) => T): T[] => receipts.map(pick)
  const { rows } = await sql<{ message_id: string }>`
    with s as (
      select message_id, min(at) filter (where kind = 'received') as received, min(at) filter (where kind = 'seen') as seen
      from unnest(${column(r => r.messageId)}::text[], ${column(r => r.kind)}::text[], ${column(r => r.time)}::timestamptz[]) as t (message_id, kind, at)
      group by message_id)
    update broadcast_recipients r set received_at = coalesce(r.received_at, s.received, s.seen), seen_at = coalesce(r.seen_at, s.seen)
    from s where r.zalo_msg_id = s.message_id
    returning s.message_id
  `.execute(tx)
  const known = new Set(rows.map(row => row.message_id))
  return new Set(receipts.map(receipt => receipt.messageId).filter(id => !known.has(id)))
}
