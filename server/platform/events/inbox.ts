/** The front of the inbox: an event is acknowledged to Zalo only after it lies here, once. */
import { sql } from 'kysely'
import { createGroupWriter } from '../jobs/index.ts'
import type { Database } from '../storage/index.ts'
import type { IncomingEvent } from './incoming-event.ts'

/**
 * @returns a function that resolves once the event is on the disk; true when it is new, false when it was there before
 */
export function createInbox(db: Database): (event: IncomingEvent) => Promise<{ isNew: boolean }> {
  const writer = createGroupWriter<IncomingEvent, { isNew: boolean }>(events => insertEvents(db, events), { atOnce: 2 })
  return event => writer.write(event)
}

async function insertEvents(db: Database, events: IncomingEvent[]): Promise<{ isNew: boolean }[]> {
  const column = <T>(pick: (event: IncomingEvent) => T): T[] => events.map(pick)
  const { rows } = await sql<{ oa_id: string; dedupe_key: string }>`
    insert into events (oa_id, dedupe_key, event_name, subject_id, strand, payload, occurred_at, not_before)
    select * from unnest(
      ${column(e => e.oaId)}::text[], ${column(e => e.dedupeKey)}::text[], ${column(e => e.eventName)}::text[], ${column(e => e.subjectId)}::text[],
      ${column(strandOf)}::text[], ${column(e => JSON.stringify(e.payload))}::jsonb[], ${column(e => e.occurredAt)}::timestamptz[],
      ${column(() => new Date(0))}::timestamptz[])
    on conflict (oa_id, dedupe_key) do nothing
    returning oa_id, dedupe_key
  `.execute(db)
  const inserted = new Set(rows.map(row => `${row.oa_id} ${row.dedupe_key}`))
  return events.map(event => ({ isNew: inserted.has(`${event.oaId} ${event.dedupeKey}`) }))
}

/** Events of one strand are worked through one after the other: what a person does; receipts stand in no line. */
function strandOf({ payload, subjectId, dedupeKey }: IncomingEvent): string {
  const isReceipt = payload.kind === 'echo' || payload.kind === 'received' || payload.kind === 'seen'
  return isReceipt ? `receipt ${dedupeKey}` : `person ${subjectId}`
}
