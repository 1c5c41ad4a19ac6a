/** A pack for others to take: the guides in force, written out a few at a time and never held as a whole. */
import { createHash } from 'node:crypto'
import { orderedJson, packFormat, packSchema } from '../../../shared/packs/index.ts'
import type { Database } from '../../platform/storage/index.ts'

const AT_A_TIME = 25

/**
 * @param origin permanent code of the area whose guides these are
 * @param told once at the end: how many there were, and their digest
 */
export async function* writePack(
  db: Database,
  { origin, from, now }: { origin: string; from: string; now: Date },
  told: (pack: { guides: number; digest: string }) => void = () => undefined,
): AsyncGenerator<string> {
  const head = { format: packFormat, schema: packSchema, origin, from, madeAt: now.toISOString() }
  // The digest is known when the last guide was read: it stands behind them.
  yield `${JSON.stringify(head).slice(0, -1)},"guides":[`
  const hash = createHash('sha256').update('[')
  let written = 0
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('topic_revisions')
      .select(['topic_key', 'revision', 'content'])
      .where('retired_at', 'is', null)
      .where('topic_key', '>', after)
      .orderBy('topic_key')
      .limit(AT_A_TIME)
      .execute()
    for (const { topic_key, revision, content } of rows) {
      const guide = orderedJson({ revision, topic: content })
      const piece = `${written > 0 ? ',' : ''}${guide}`
      hash.update(piece)
      yield piece
      written += 1
      after = topic_key
    }
    if (rows.length < AT_A_TIME) break
  }
  const digest = hash.update(']').digest('hex')
  yield `],"digest":"${digest}"}`
  told({ guides: written, digest })
}
