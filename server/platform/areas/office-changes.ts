/** Changes of offices: what waits for a second person, frozen and one of a kind at a time; what holds for a while. */
import { sql, type Transaction } from 'kysely'
import type { Database, Tables } from '../storage/index.ts'
import { areasBelow } from './areas.ts'
import { CALENDAR_KEY } from './office-settings.ts'

export interface ProposedChange {
  areaId: string
  /** What it changes: the office, by its key, or the calendar. */
  item: string
  /** Unlike any other's. */
  cause: string
  before: unknown
  after: unknown
  words: string
  /** Who proposes it, as the one who may not agree to it. */
  actor: string
  label: string
  now: Date
}

/** @returns false when another change of this kind waits already: its people settle that one first */
export async function proposeChange(tx: Transaction<Tables>, change: ProposedChange): Promise<boolean> {
  const row = await tx
    .insertInto('office_changes')
    .values({
      area_id: change.areaId,
      item_key: change.item,
      cause: change.cause,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      words: change.words,
      authors: [change.actor],
      proposed_by: change.label,
      proposed_at: change.now,
    })
    .onConflict(conflict => conflict.columns(['area_id', 'item_key']).where('state', '=', 'waiting').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export function findWaitingChange(db: Database | Transaction<Tables>, areaId: string, item: string) {
  return db
    .selectFrom('office_changes')
    .select(['id', 'cause', 'after', 'authors', 'proposed_by', 'proposed_at'])
    .where('area_id', '=', areaId)
    .where('item_key', '=', item)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
}

/** By its author, for other words of theirs: whoever has the old ones before their eyes agrees to nothing else. */
export async function withdrawChange(
  tx: Transaction<Tables>,
  { id, actor, label, now }: Pick<ProposedChange, 'actor' | 'label' | 'now'> & { id: string },
): Promise<void> {
  await tx
    .updateTable('office_changes')
    .set({
      state: 'refused',
      decided_by: label,
      decided_actor: actor,
      decided_why: 'người đề nghị thay bằng lời mới',
      decided_at: now,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** @param day ISO @returns areas below these, themselves among them, that entered a closure which is not over by then */
export async function listClosedAreas(db: Database, areaIds: readonly string[], day: string): Promise<string[]> {
  const { rows } = await sql<{ area_id: string }>`
    select s.area_id from settings s join areas a on a.id = s.area_id
    where s.key = ${CALENDAR_KEY} and a.retired_at is null and s.area_id in (${areasBelow(areaIds)})
      and exists (select from jsonb_array_elements(s.value -> 'closures') c where c ->> 'until' >= ${day})
    order by a.name
  `.execute(db)
  return rows.map(({ area_id }) => area_id)
}
