/** Who keeps each guide, and when it is looked at again. */
import { sql } from 'kysely'
import type { GuideCare, GuideFreshness } from '../../../shared/freshness/index.ts'
import type { PublishedTopic } from '../../../shared/procedures.ts'
import { isReviewDue, isWithheld } from '../../../shared/trust/index.ts'
import { AppError } from '../../errors.ts'
import type { HandOver } from '../../feature.ts'
import type { Database } from '../../platform/storage/index.ts'
import type { Pen } from '../guides/index.ts'
import { bumpTrust } from '../store.ts'

/** @param topics with the trust of the ward */
export async function listFreshness(
  db: Database,
  topics: readonly PublishedTopic[],
  today: string,
): Promise<GuideFreshness[]> {
  const care = await db.selectFrom('guide_care').selectAll().execute()
  return topics.map(({ topic }) => {
    const own = care.find(({ topic_key }) => topic_key === topic.key)
    const state = isWithheld(topic, today) ? 'withheld' : isReviewDue(topic, today) ? 'due' : 'fresh'
    return {
      key: topic.key,
      title: topic.title,
      owner: own?.owner_name ? { person: own.owner_person, name: own.owner_name } : null,
      reviewOn: topic.trust?.reviewOn ?? null,
      withholdOn: topic.trust?.withholdOn ?? null,
      state,
    }
  })
}

/** Everybody who may write guides and can sign in. */
export async function listKeepers(db: Database): Promise<{ person: string; name: string }[]> {
  const { rows } = await sql<{ person: string; name: string }>`
    select a.id::text as person, a.name from staff_accounts a where a.deactivated_at is null and exists (
      select 1 from roles r where r.person_id = a.id and r.revoked_at is null and r.role in ('editor', 'reviewer', 'administrator'))
    order by a.name
  `.execute(db)
  return rows
}

/** Guides and open tasks of one officer go to the next. */
export const handOverCare: HandOver = async (tx, { from, to }) => {
  const next = await tx.selectFrom('staff_accounts').select('name').where('id', '=', to).executeTakeFirst()
  const owner = { owner_person: to, owner_name: next?.name ?? null }
  const { numUpdatedRows } = await tx
    .updateTable('guide_care')
    .set(owner)
    .where('owner_person', '=', from)
    .executeTakeFirst()
  await tx
    .updateTable('review_tasks')
    .set(owner)
    .where('owner_person', '=', from)
    .where('confirmed_at', 'is', null)
    .execute()
  return Number(numUpdatedRows)
}

/** Open tasks go with the guide. @throws AppError `invalid` for somebody who keeps no guides */
export async function setCare({ db, hand, now }: Pen, { key, person, reviewOn, withholdOn }: GuideCare): Promise<void> {
  const keeper = person === null ? null : (await listKeepers(db)).find(one => one.person === person)
  if (keeper === undefined) throw new AppError('invalid', 'nobody of that name writes guides', 'no_such_person')
  await db.transaction().execute(async tx => {
    const owner = { owner_person: keeper?.person ?? null, owner_name: keeper?.name ?? null }
    const values = { ...owner, review_on: reviewOn, withhold_on: withholdOn, set_by: hand.label, set_at: now }
    await tx
      .insertInto('guide_care')
      .values({ topic_key: key, ...values })
      .onConflict(conflict => conflict.column('topic_key').doUpdateSet(values))
      .execute()
    await tx
      .updateTable('review_tasks')
      .set(owner)
      .where('topic_key', '=', key)
      .where('confirmed_at', 'is', null)
      .execute()
    await tx
      .insertInto('audit')
      .values({
        actor: hand.label,
        action: 'guide care set',
        subject: key,
        detail: JSON.stringify({ owner: keeper?.name ?? null, reviewOn, withholdOn }),
      })
      .execute()
    await bumpTrust(tx)
  })
}
