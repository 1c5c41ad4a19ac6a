/** Looks for a message of ours in a person's conversation. */
import { sql } from 'kysely'
import type { Database } from '../storage/index.ts'
import type { HistoryItem } from './delivery.ts'

/** Zalo's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 3000
const HISTORY_PAGE = 10
const HISTORY_PAGES = 10

/** Pages back until before the sending. The same words may have been sent more than once: each message belongs to one row. */
export async function findInHistory(
  db: Database,
  readPage: (offset: number) => Promise<HistoryItem[] | null>,
  { textHash, sendingAt }: { textHash: string; sendingAt: Date },
): Promise<HistoryItem | null | 'no history'> {
  const since = sendingAt.getTime() - CLOCK_SKEW_MS
  const candidates: HistoryItem[] = []
  for (let page = 0; page < HISTORY_PAGES; page++) {
    const items = await readPage(page * HISTORY_PAGE)
    if (items === null) return 'no history'
    candidates.push(...items.filter(item => item.fromOa && item.textHash === textHash && item.time.getTime() >= since))
    const oldest = items.at(-1)
    if (!oldest || items.length < HISTORY_PAGE || oldest.time.getTime() < since) break
  }
  return earliestUnclaimed(db, candidates)
}

async function earliestUnclaimed(db: Database, candidates: HistoryItem[]): Promise<HistoryItem | null> {
  if (candidates.length === 0) return null
  const ids = candidates.map(item => item.messageId)
  const { rows } = await sql<{ id: string }>`
    select zalo_msg_id as id from deliveries where zalo_msg_id = any(${ids})
    union all select zalo_msg_id from broadcast_recipients where zalo_msg_id = any(${ids})
  `.execute(db)
  const taken = new Set(rows.map(({ id }) => id))
  return (
    candidates.filter(item => !taken.has(item.messageId)).sort((a, b) => a.time.getTime() - b.time.getTime())[0] ?? null
  )
}
