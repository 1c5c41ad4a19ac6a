/** Published guides. Starter files become revision 1; a later upgrade never overwrites what an officer wrote. */
import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { type PublishedTopic, Topic } from '../../shared/procedures.ts'
import type { Database, Tables } from '../platform/storage/index.ts'

const CATALOGUE_REVISION = 'catalogue.revision'

/**
 * Publishes starter topics that are new, and new wordings of those that no officer has touched: neither rewritten nor
 * taken out of use.
 * @returns how many revisions were published
 */
export async function publishStarter(db: Database, starter: Topic[]): Promise<number> {
  return db.transaction().execute(async tx => {
    await sql`lock table topic_revisions in share row exclusive mode`.execute(tx)
    const latest = await tx
      .selectFrom('topic_revisions')
      .distinctOn('topic_key')
      .select(['topic_key', 'revision', 'content', 'origin', 'retired_at'])
      .orderBy('topic_key')
      .orderBy('revision', 'desc')
      .execute()
    const knownTopics = new Map(latest.map(row => [row.topic_key, row]))
    let published = 0
    for (const topic of starter) {
      const known = knownTopics.get(topic.key)
      if (known && (known.origin !== 'starter' || known.retired_at)) continue
      if (known && fingerprint(known.content) === fingerprint(topic)) continue
      if (known)
        await tx
          .updateTable('topic_revisions')
          .set({ retired_at: new Date() })
          .where('topic_key', '=', topic.key)
          .where('retired_at', 'is', null)
          .execute()
      await tx
        .insertInto('topic_revisions')
        .values({
          topic_key: topic.key,
          revision: (known?.revision ?? 0) + 1,
          content: JSON.stringify(topic),
          origin: 'starter',
        })
        .execute()
      published += 1
    }
    if (published > 0) await bumpCatalogue(tx)
    return published
  })
}

/** Tells every replica that something else is published now. */
export async function bumpCatalogue(tx: Transaction<Tables>): Promise<void> {
  await sql`
    insert into settings (area_id, key, value) values (null, ${CATALOGUE_REVISION}, '1')
    on conflict (area_id, key) do update set value = to_jsonb((settings.value::text)::int + 1), updated_at = now()
  `.execute(tx)
}

/** Wordings that officers have agreed to since: beside the published examples, which stay as they are. */
export async function readLearnt(db: Database): Promise<{ topic: string | null; wording: string }[]> {
  return db
    .selectFrom('example_phrases')
    .select(['topic_key as topic', 'wording'])
    .where('state', '=', 'accepted')
    .orderBy('id')
    .execute()
}

const TRUST_REVISION = 'catalogue.trust'

/** Tells every replica that a ward stands otherwise behind what is published. */
export async function bumpTrust(tx: Transaction<Tables>): Promise<void> {
  await sql`
    insert into settings (area_id, key, value) values (null, ${TRUST_REVISION}, '1')
    on conflict (area_id, key) do update set value = to_jsonb((settings.value::text)::int + 1), updated_at = now()
  `.execute(tx)
}

/** A number that grows with every word on a guide's trust. */
export async function readTrustRevision(db: Database): Promise<number> {
  const { rows } = await sql<{
    value: number
  }>`select value from settings where area_id is null and key = ${TRUST_REVISION}`.execute(db)
  return rows[0]?.value ?? 0
}

/** A number that grows with every publication: replicas compare it to know when to read again. */
export async function readCatalogueRevision(db: Database): Promise<number> {
  const { rows } = await sql<{
    value: number
  }>`select value from settings where area_id is null and key = ${CATALOGUE_REVISION}`.execute(db)
  return rows[0]?.value ?? 0
}

export async function readPublished(db: Database): Promise<PublishedTopic[]> {
  const rows = await db
    .selectFrom('topic_revisions')
    .select(['content', 'revision', 'published_at'])
    .where('retired_at', 'is', null)
    .orderBy('topic_key')
    .execute()
  return rows.map(row => ({ topic: Topic.parse(row.content), revision: row.revision, publishedAt: row.published_at }))
}

/** For commands that run beside the server. */
export async function readPublishedTitles(db: Database): Promise<{ key: string; title: string }[]> {
  return (await readPublished(db)).map(({ topic: { key, title } }) => ({ key, title }))
}

/** jsonb does not keep the order of keys, so they are compared in one order. */
function fingerprint(topic: unknown): string {
  return createHash('sha256').update(JSON.stringify(topic, sortedKeys)).digest('hex')
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
