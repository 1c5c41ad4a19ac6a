/**
 * The answers of the review that a local part settles, once it holds or is given up: those facts are asked anew. It is the
 * same part when it says something of all that the answer spoke of, whatever the second person made of the values.
 */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../platform/storage/index.ts'
import { bumpTrust } from '../store.ts'

export async function settleAnswers(
  tx: Transaction<Tables>,
  { partId, by, why, now }: { partId: string; by: string; why: string; now: Date },
): Promise<void> {
  const { numAffectedRows = 0n } = await sql`
    update review_tasks t set confirmed_by = ${by}, confirmed_at = ${now}, why = ${why}
    from review_answers a join local_parts p on p.area_id = a.area_id and p.topic_key = a.topic_key
      and a.at <= coalesce(p.submitted_at, ${now}) and not exists (select 1 from jsonb_each(a.local) said
        where said.value <> 'null'::jsonb and coalesce(p.facts -> said.key, 'null'::jsonb) = 'null'::jsonb)
    where a.local is not null and p.id = ${partId} and t.cause = 'answer ' || a.id and t.confirmed_at is null
  `.execute(tx)
  if (numAffectedRows > 0n) await bumpTrust(tx)
}
