/** Who has a guide open to write, told by a light heartbeat. By the database's clock: a lease, not a business rule. */
import { sql } from 'kysely'
import type { Presence } from '../../../shared/guides/index.ts'
import type { Pen } from './drafting.ts'
import { OPEN, SUMMARY, toSummary } from './rows.ts'

/** Three heartbeats of the console. */
const GONE_AFTER_S = 45

export async function notePresence(
  { db, hand }: Pick<Pen, 'db' | 'hand'>,
  { key, isLeaving }: { key: string; isLeaving: boolean },
): Promise<Presence> {
  const { actor, label } = hand
  if (isLeaving) await db.deleteFrom('guide_presence').where('topic_key', '=', key).where('actor', '=', actor).execute()
  else
    await sql`
      insert into guide_presence (topic_key, actor, label) values (${key}, ${actor}, ${label})
      on conflict (topic_key, actor) do update set label = excluded.label, seen_at = now()
    `.execute(db)
  await sql`delete from guide_presence where seen_at < now() - make_interval(secs => ${GONE_AFTER_S})`.execute(db)
  const others = await db
    .selectFrom('guide_presence')
    .select(['label', 'since'])
    .where('topic_key', '=', key)
    .where('actor', '<>', actor)
    .orderBy('since')
    .execute()
  const draft = await db
    .selectFrom('guide_drafts')
    .select([...SUMMARY])
    .where('topic_key', '=', key)
    .where('state', 'in', [...OPEN])
    .executeTakeFirst()
  return {
    others: others.map(({ label: name, since }) => ({ name: name.replace(/ \([^)]*\)$/, ''), since })),
    draft: draft ? toSummary(draft) : null,
  }
}
