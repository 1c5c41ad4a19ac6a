/** What comes back about our messages: the echo (it was sent), the receipt (it reached the phone), the reading. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../storage/index.ts'

export interface Echo {
  oaId: string
  recipientId: string
  messageId: string
  textHash: string
  time: Date
}

export interface Receipt {
  messageId: string
  kind: 'received' | 'seen'
  time: Date
}

/** Zalo's clock and ours may differ by this much. */
const CLOCK_SKEW = sql.lit('3 seconds')

/**
 * Settles rows that are being sent, are unknown, or were sent back to the queue, when Zalo shows their message.
 * Only one row takes one message: the one sent nearest to the echo's time.
 */
export async function recordEchoes(tx: Transaction<Tables>, echoes: Echo[], now: Date): Promise<void> {
  for (const echo of await findNews(tx, echoes)) {
    await sql`
      update deliveries set state = 'sent', zalo_msg_id = ${echo.messageId}, resolved_by = 'echo', finished_at = ${now}, lease_until = null
      where id = (
        select id from deliveries
        where oa_id = ${echo.oaId} and recipient_id = ${echo.recipientId} and text_hash = ${echo.textHash}
          and state in ('pending', 'sending', 'unknown') and sending_at is not null
          and sending_at <= ${echo.time}::timestamptz + ${CLOCK_SKEW}::interval
          and not exists (select 1 from deliveries where zalo_msg_id = ${echo.messageId})
        order by abs(extract(epoch from ${echo.time}::timestamptz - sending_at)), id limit 1 for update)
    `.execute(tx)
  }
}

/** Most echoes tell nothing new: Zalo's answer came before them. */
async function findNews(tx: Transaction<Tables>, echoes: Echo[]): Promise<Echo[]> {
  if (echoes.length === 0) return []
  const ids = echoes.map(echo => echo.messageId)
  const known = await tx.selectFrom('deliveries').select('zalo_msg_id').where('zalo_msg_id', 'in', ids).execute()
  const settled = new Set(known.map(({ zalo_msg_id }) => zalo_msg_id))
  return echoes.filter(echo => !settled.has(echo.messageId))
}

/** Marks messages as arrived or read. @returns the message ids that no delivery has (yet) */
export async function recordReceipts(tx: Transaction<Tables>, receipts: Receipt[]): Promise<Set<string>> {
  if (receipts.length === 0) return new Set()
  const column = <T>(pick: (receipt: Receipt) => T): T[] => receipts.map(pick)
  const { rows } = await sql<{ message_id: string }>`
    with r as (
      select message_id, min(at) filter (where kind = 'received') as received, min(at) filter (where kind = 'seen') as seen
      from unnest(${column(r => r.messageId)}::text[], ${column(r => r.kind)}::text[], ${column(r => r.time)}::timestamptz[]) as t (message_id, kind, at)
      group by message_id)
    update deliveries d set received_at = coalesce(d.received_at, r.received, r.seen), seen_at = coalesce(d.seen_at, r.seen)
    from r where d.zalo_msg_id = r.message_id
    returning r.message_id
  `.execute(tx)
  const known = new Set(rows.map(row => row.message_id))
  return new Set(receipts.map(receipt => receipt.messageId).filter(id => !known.has(id)))
}
